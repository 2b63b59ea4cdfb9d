"""CR804: a telephone number"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from crosp_cli.checks.check import Check, TextScope
from crosp_cli.checks.personal_data.birth_numbers import spans as birth_numbers
from crosp_cli.checks.personal_data.number_words import is_named_as_another
from crosp_cli.findings import Rule, Severity
from crosp_cli.limits import CANDIDATES
from crosp_cli.text.plain import PlainText

_BETWEEN = r"[ \t\xa0./()-]{0,3}(?:\n[ \t\xa0]*(?:#[ \t\xa0]*)?(?=[0-9]{1,4}(?![0-9-])))?"
"""A line may end within one, of a comment too."""
_NATIONAL = re.compile(rf"0(?<![^\W_]0)(?<!\+0)(?<![0-9][-./:,]0)(?:0{_BETWEEN})?[1-9](?:{_BETWEEN}[0-9]){{6,20}}")
_INTERNATIONAL = re.compile(rf"\+(?<![^\W_]\+)(?<!\+\+)[1-9](?:{_BETWEEN}[0-9]){{7,20}}")

_SOMETHING_ELSE = r"""
    [0-2][0-9]\.?[0-5][0-9]\ ?-\ ?[0-2][0-9]\.?[0-5][0-9](?![0-9])          # hours: 0830-0915
    | 0[0-9]\.[0-5][0-9](?![0-9])                                           # an hour: 08.30
    | 0[1-9][./][01]?[0-9](?![0-9])                                         # a day: 08/10 2026
    | 0[1-9]-[0-3][0-9][-\ ](?:19|20)[0-9]{2}(?![0-9])                      # a day: 08-10-2026; hours and a year
    | [0-9]{2}(?:0[1-9]|1[0-2])[0-9]{2}[-\ ][0-9]{4}                        # a personal number, miswritten
    | 0[0-79](?![0-9])                                                      # no area code but 08 is that short
"""
_DATE = r"(?<![0-9])(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]"
_ON_THE_WEB = re.compile(r"(?:https?://|www\.)\S*\Z", re.IGNORECASE)
_OF_A_PHONE = "tel|tfn|mob|direkt|växel|jour|kontakt|fax|hem|arbets|jobb|privat|sms|swish|kris|akut|larm|vakt|phone"
_ANOTHER = (
    r"isbn|issn|bankgiro|plusgiro|postgiro|bg|pg|ocr|dnr|diarie\w*|konto\w*|faktura\w*|artikel\w*|inventarie\w*"
    r"|serie\w*|ärende\w*|skolenhetskod\w*|kommunkod\w*|ref|referens\w*|reference|kostnadsställe\w*|ansvar|\w*avtal\w*"
    r"|agreement|contract|projekt\w*|project|order\w*|kund\w*|objekt\w*|beslut|delegation|budget\w*|aktivitet"
    rf"|(?!{_OF_A_PHONE})\w{{2,}}(?:nummer|nr)"
)
"""Words that say what another number is, and any that ends so: `ordernummer`."""
_ANOTHER_AFTER = re.compile(rf"[ ,(]{{1,3}}(?:är|is)\s(?:\w+\s){{0,2}}(?!{_OF_A_PHONE})\w{{2,}}(?:nummer|nr)\b")
_CALLED = re.compile(
    r"(?:\b(?:ring(?:a|er(?! in\b))?|sms|nås|når|call|phone|svarar)\b|tel|mobil|växel|jour)"
    r"[\w.:-]*(?:\s+\w+){0,2}[\s.:]*\Z",
    re.IGNORECASE,
)
_BEFORE, _AFTER = 120, 60
_MONEY = r"\s?(?:kr\b|kronor|sek\b|mnkr|tkr|:-)"
_MORE_FIGURES = re.compile(r"([ \t\xa0./-])[1-9]?[0-9]{1,2}(?![0-9])")


def find(plain: TextScope) -> Iterator[tuple[int, int]]:
    """Point at each number that may be a person's."""
    return plain.places(_starts(plain))


def _starts(plain: PlainText) -> list[int]:
    text = _without(((start, end) for start, end, _ in birth_numbers(plain)), plain.text)
    trials = iter(range(CANDIDATES))
    abroad = list(_numbers(_INTERNATIONAL, text, trials))
    return sorted(start for start, _ in [*abroad, *_numbers(_NATIONAL, _without(abroad, text), trials)])


def _without(spans: Iterable[tuple[int, int]], text: str) -> str:
    """Return `text`, as long as before, with what stands at `spans` blotted out."""
    parts: list[str] = []
    end = 0
    for start, stop in spans:
        parts += text[end:start], "#" * (stop - start)
        end = stop
    return "".join(parts) + text[end:]


def _numbers(pattern: re.Pattern[str], text: str, trials: Iterator[int]) -> Iterator[tuple[int, int]]:
    """Yield where each number begins and ends."""
    position = 0
    while candidate := pattern.search(text, position):
        start, written = candidate.start(), candidate.group()
        position = start + 1
        before = text[max(0, start - _BEFORE) : start]
        if something_else := re.match(_SOMETHING_ELSE, written, re.VERBOSE):
            position = start + something_else.end()
        elif next(trials, None) is None:  # what stands before it is not looked through either
            yield candidate.span()
            position = candidate.end()
        elif not _ON_THE_WEB.search(before) and not is_named_as_another(before, written, _ANOTHER):
            length = _length(re.split(_DATE, written)[0], trials)
            end = start + length
            if length and (_CALLED.search(before) or not _is_something_else(text, start, end)):
                yield start, end
                position = end


def _is_something_else(text: str, start: int, end: int) -> bool:
    """Whether the figures are money, a number that is named after them, or a row of as many figures each."""
    written, after = text[start:end], text[end : end + _AFTER]
    if re.match(_MONEY, after, re.IGNORECASE) or _ANOTHER_AFTER.match(after):
        return True
    groups, signs = re.findall("[0-9]+", written), set(re.findall("[^0-9]+", re.sub(r"\n[\s#]*", " ", written)))
    if written.startswith(("+", "00")) or not signs:
        return False
    if written.startswith("08") and len(groups[0]) > len("08"):
        return True
    if any(len(group) not in (2, 3) for group in groups[2:]):
        return True
    more = _MORE_FIGURES.match(after)
    goes_on = more is not None and more[1] in signs
    return len(signs) == 1 and (goes_on or len(set(map(len, groups))) == 1)


def _length(written: str, trials: Iterator[int]) -> int:
    """Return how far the longest number that `written` begins with goes, or 0 if there is none."""
    ends = [group.end() for group in re.finditer("[0-9]+", written)]
    return next((end for end in reversed(ends) if next(trials, None) is None or is_valid(written[:end])), 0)


def is_valid(written: str) -> bool:
    """Whether the figures are those of a telephone that may be a person's."""
    from phonenumbers import NumberParseException, number_type, parse  # heavy: not before there is something to try

    if written.count("\n") > 1:
        return False  # a column of figures
    try:
        return number_type(parse(re.sub(r"[\s#]+", " ", written), "SE")) not in _of_no_person()
    except NumberParseException:
        return False


@cache
def _of_no_person() -> frozenset[int]:
    """The kinds of numbers that are no person's: what is no valid number at all, and services (020, 0771, 0900)."""
    from phonenumbers import PhoneNumberType as Kind

    return frozenset({Kind.UNKNOWN, Kind.TOLL_FREE, Kind.SHARED_COST, Kind.PREMIUM_RATE, Kind.VOICEMAIL})


CHECK = Check(
    rule=Rule(
        "CR804",
        Severity.WARNING,
        {"sv": "Här står ett telefonnummer.", "en": "A telephone number stands here."},
        {
            "sv": "Skriv rollen i stället, eller hänvisa till skolans växel utan nummer.",
            "en": "Write the role instead, or refer to the school's switchboard without its number.",
        },
    ),
    scope=TextScope,
    reason={
        "sv": "Ett telefonnummer pekar ut en person eller ett hem. I en kartläggning räcker rollen, och fler uppgifter "
        "än som behövs ska inte samlas in.",
        "en": "A telephone number points out a person or a home. In an assessment the role is enough, and no more is "
        "to be collected than is needed.",
    },
    source={
        "sv": "crosp: inga personuppgifter, roller i stället för namn",
        "en": "crosp: no personal data, roles instead of names",
    },
    bad="""\
reflection: Vårdnadshavare når elevhälsan på 070-174 06 05.
""",
    good="""\
reflection: Vårdnadshavare når elevhälsan genom skolans växel.
""",
    find=find,
)
