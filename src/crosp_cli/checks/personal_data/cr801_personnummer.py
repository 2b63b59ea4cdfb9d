"""CR801: a personal identity number or a coordination number"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from crosp_cli.checks.check import Check, TextScope
from crosp_cli.findings import Rule, Severity
from crosp_cli.text.plain import PlainText

_SPACE = r"[ \t\xa0]"
_MONTH = "(?:0[1-9]|1[0-2])"
_DAY = "(?:0[1-9]|[12][0-9]|3[01]|6[1-9]|[78][0-9]|9[01])"  # in a coordination number, 60 is added
_JOINED = rf"{_SPACE}{{0,3}}[-+_]{{0,2}}{_SPACE}{{0,3}}"
_NUMBER = rf"""
    (?<![0-9+])(?<!SE)  # +46… is a telephone number, SE… one for value added tax
    (?:
        # 20YYMMDD-NNNN, YYMMDDNNNN, also where a line ends between the date and the last four
        (?:(?:18|19|20){_SPACE}?)?[0-9]{{2}}{_MONTH}{_DAY}{_JOINED}(?:\n{_SPACE}*)?[0-9]{{4}}
    |
        # 20YY-MM-DD-NNNN
        (?<![0-9][-./])(?:18|19|20)?[0-9]{{2}}([-./\ \t\xa0]){_MONTH}\1{_DAY}{_JOINED}[0-9]{{4}}
    |
        # Y Y M M D D - N N N N
        (?:(?:1{_SPACE}[89]|2{_SPACE}0){_SPACE})?(?:[0-9]{_SPACE}){{5}}[0-9]{_JOINED}[0-9](?:{_SPACE}[0-9]){{3}}
    )
    (?![0-9]|-[01][0-9]-[0-3][0-9]|{_SPACE}?-{_SPACE}?[0-9]{{4}}(?![0-9]))  # nor two dates, nor a date and two hours
"""
_CALL = r"(?:\b(?:ring|sms)|tel|mobil|telefon|växel|jour)[\w.:-]*\s*(?:(?:på|till|nr|nummer)\b[.:]?\s*)?\Z"
_BEFORE = 40


def find(plain: TextScope) -> Iterator[tuple[int, int]]:
    """Point at each number, however it is written."""
    return plain.places(start for start, _ in spans(plain))


def spans(plain: PlainText) -> Iterator[tuple[int, int]]:
    """Yield where each number begins and ends in the plain text."""
    for position, stop in plain.dated:
        while match := _number().search(plain.text, position, stop):
            if _is_valid(match.group()) and not _is_called(plain.text, match):
                yield match.span()
                position = match.end()
            else:
                position = match.start() + 1


@cache
def _number() -> re.Pattern[str]:
    return re.compile(_NUMBER, re.VERBOSE)  # takes a millisecond, and few files need it


def _is_called(text: str, match: re.Match[str]) -> bool:
    """Whether the text itself says that ten bare figures are a mobile telephone's, as in `Mobil: 0701740607`."""
    if re.fullmatch("070[0-9]{7}", match.group()) is None:
        return False
    return re.search(_CALL, text[max(0, match.start() - _BEFORE) : match.start()], re.IGNORECASE) is not None


def _is_valid(written: str) -> bool:
    """Whether the date is one, the number of the day is not 000, and the last figure checks the others."""
    digits = re.sub("[^0-9]+", "", written)
    century = "19" if "+" in written else "20"  # matters only for a 29 February: of 1900 there is none
    year, month, day = int((century + digits[:-8])[-4:]), int(digits[-8:-6]), int(digits[-6:-4])
    try:
        date(year, month, day - 60 if day > 60 else day)
    except ValueError:
        return False
    return digits[-4:-1] != "000" and _checks(digits[-10:])


def _checks(digits: str) -> bool:
    """Whether figures end with the one that checks them: every second is doubled, and the figures of all end in 0."""
    return sum(sum(divmod(int(digit) * (2 - place % 2), 10)) for place, digit in enumerate(digits)) % 10 == 0


CHECK = Check(
    rule=Rule(
        "CR801",
        Severity.ERROR,
        {
            "sv": "Här står ett personnummer eller samordningsnummer.",
            "en": "A personal identity number or coordination number stands here.",
        },
        {
            "sv": "Ta bort numret och skriv vilken roll eller grupp det gäller. Har filen sparats med git finns numret "
            "också i historiken.",
            "en": "Remove the number and say which role or group it concerns. If the file was committed to git, the "
            "number is in the history as well.",
        },
    ),
    scope=TextScope,
    reason={
        "sv": "En kartläggning handlar om skolans arbete och behöver aldrig peka ut en person. Den läses dessutom "
        "av många och sparas länge.",
        "en": "An assessment is about the school's work and never needs to point a person out. Besides, "
        "many read it and it is kept for long.",
    },
    source={
        "sv": "crosp: inga personuppgifter, roller i stället för namn",
        "en": "crosp: no personal data, roles instead of names",
    },
    bad="""\
reflection: Eleven 20170101-2385 har haft samma stöd sedan förskoleklass.
""",
    good="""\
reflection: Två elever i årskurs 3 har haft samma stöd sedan förskoleklass.
""",
    find=find,
)
