"""Dates of birth with four figures after them: where they stand in a text, and how sure it is that they are a person's.

A date and a time of day are written with the same figures, and one such pair in ten has the right check digit. So what
comes less than a year before the document's own day, or after it, is nobody's; and what can be read as a time of a
working day may be one, unless the text itself says that it is a person's.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta
from enum import Enum
from functools import cache, lru_cache

from crosp_cli.checks.personal_data.number_words import is_named_as_another
from crosp_cli.source_date import source_day
from crosp_cli.text.plain import PlainText

_SPACE = r"[ \t\xa0]"
_MONTH = "(?:0[1-9]|1[0-2])"
_DAY = "(?:0[1-9]|[12][0-9]|3[01]|6[1-9]|[78][0-9]|9[01])"  # in a coordination number, 60 is added
_SPACED_DAY = rf"(?:0{_SPACE}[1-9]|1{_SPACE}[0-2]){_SPACE}"  # with its month
_SPACED_DAY += rf"(?:[06]{_SPACE}[1-9]|[1278]{_SPACE}[0-9]|[39]{_SPACE}[01])"
_HOUR = "[0-2][0-9][0-5][0-9]"
_JOINED = rf"{_SPACE}{{0,3}}[-+_/.]?[-+_]?{_SPACE}{{0,3}}"
_NEXT_LINE = rf"\n{_SPACE}*(?:\#{_SPACE}*)?"  # of a comment too
_DASHED_OVER = rf"(?:-{_NEXT_LINE}|{_NEXT_LINE}-)"
_OVER_LINES = rf"(?:{_NEXT_LINE}(?=-[0-9]))?{_JOINED}(?:{_NEXT_LINE})?"
_BESIDE = rf"(?:{_SPACE}{{0,3}}\((?=[0-9]{{4}}\))(?!(?:19|20)[0-9]{{2}}\))|[ ,;.(-]{{1,3}}(?:[Dd]e{_SPACE})?"
_BESIDE += rf"(?:[Ss]ista{_SPACE}fyra|[Ff]yra{_SPACE}sista|[Ll]ast{_SPACE}four)"
_BESIDE += rf"(?:{_SPACE}(?:siffror(?:na)?|digits))?(?:{_SPACE}(?:är|are))?[ :]{{1,3}})"
_NUMBER = rf"""
    (?<![0-9+])(?<!SE)  # +46… is a telephone number, SE… one for value added tax
    (?:
        # 20YYMMDD-NNNN, YYMMDDNNNN, also where a line ends between the date and the last four
        (?:(?:18|19|20){_SPACE}?)?[0-9]{{2}}{_MONTH}{_DAY}(?:{_OVER_LINES}|{_BESIDE})[0-9]{{4}}
    |
        # 20YY-MM-DD-NNNN
        (?<![0-9][-./])(?:18|19|20)?[0-9]{{2}}([-./_\ \t\xa0]){_MONTH}\1{_DAY}
        (?:{_JOINED}|{_DASHED_OVER}|{_BESIDE})[0-9]{{4}}
    |
        # Y Y M M D D - N N N N
        (?:(?:1{_SPACE}[89]|2{_SPACE}0){_SPACE})?(?:[0-9]{_SPACE}){{2}}{_SPACED_DAY}{_JOINED}[0-9](?:{_SPACE}[0-9]){{3}}
    )
    (?![0-9]|-[01][0-9]-[0-3][0-9])  # nor two dates
    (?!(?<={_HOUR}){_SPACE}?-{_SPACE}?{_HOUR}(?![0-9]))  # nor a date and two hours
"""
_CALL = r"(?:\b(?:ring|sms)|tel|mobil|telefon|växel|jour)[\w.:-]*\s*(?:(?:på|till|nr|nummer)\b[.:]?\s*)?\Z"
_OF_A_PERSON = r"\b(?:elev|barn|född|born|pnr|person|samordning|pupil|child|student)\w*[\s:.]{0,3}\Z"
_NO_PERSONS = r"dnr|diarie\w*|isbn|ocr|\w*giro|faktura\w*|order\w*|artikel\w*|inventarie\w*|serie\w*|avtal\w*"
_NO_PERSONS += r"|org|orgn\w*|organisationsn\w*|organi[sz]ation n\w*"  # and not the keys `organisation:`, `organiser:`
_BEFORE = 40
_YEAR = 365
_CLOCK = re.compile("(?:0[7-9]|1[0-8])[0-5][05]")
"""A time of a working day, to five minutes, as meetings and files have it."""
_DOUBLED = str.maketrans("0123456789", "0246813579")
"""What the figures of each figure's double make together."""
_OWN_DAY = re.compile(r"^date:[ \t]*[\"']?(20[0-9]{2}-[01][0-9]-[0-3][0-9])", re.MULTILINE)


class DatedNumber(Enum):
    """What a date with four figures after it is."""

    OF_A_PERSON = "a person's"
    DOUBTFUL = "a person's, or a day and a time"


def spans(plain: PlainText) -> Sequence[tuple[int, int, DatedNumber]]:
    """Return where each number begins and ends in the plain text, and what it is."""
    return _spans(plain.text, tuple(plain.dated), _day_of(plain.text)) if plain.dated else ()


@lru_cache(maxsize=1)  # three checks ask it of a text, one after the other
def _spans(text: str, lines: tuple[tuple[int, int], ...], day: date) -> Sequence[tuple[int, int, DatedNumber]]:
    found = []
    for position, stop in lines:
        while match := _number().search(text, position, stop):
            kind = _kind(text, match, day)
            position = match.start() + 1
            if kind is not None:
                found.append((*match.span(), kind))
                position = match.end()
    return found


@cache
def _number() -> re.Pattern[str]:
    return re.compile(_NUMBER, re.VERBOSE)  # takes a millisecond, and few files need it


def _kind(text: str, match: re.Match[str], day: date) -> DatedNumber | None:
    digits = re.sub("[^0-9]+", "", match.group())
    born = _birthday(match.group(), digits)
    if born is None or digits[-4:-1] == "000" or not _checks(digits[-10:]):
        return None
    before = text[max(0, match.start() - _BEFORE) : match.start()]
    if _is_called(before, match.group()) or is_named_as_another(before, match.group(), _NO_PERSONS):
        return None
    is_time = _CLOCK.fullmatch(digits[-4:]) is not None
    latest = date.max if len(digits) == len("YYYYMMDDNNNN") else day + timedelta(days=2 * _YEAR) if is_time else day
    if day - timedelta(days=_YEAR) < born <= latest:
        return None  # nobody at a school is born so late; without a century, a later day is of the last one
    if is_time and not re.search(_OF_A_PERSON, before, re.IGNORECASE):
        return DatedNumber.DOUBTFUL
    return DatedNumber.OF_A_PERSON


def _is_called(before: str, written: str) -> bool:
    """Whether the text itself says that ten bare figures are a mobile telephone's, as in `Mobil: 0701740607`."""
    return bool(re.fullmatch("070[0-9]{7}", written) and re.search(_CALL, before, re.IGNORECASE))


def _birthday(written: str, digits: str) -> date | None:
    """Return the day, of this century where the number does not say; None if there is no such day."""
    century = "19" if "+" in written else "20"  # matters for a 29 February: of 1900 there is none
    year, month, day = int((century + digits[:-8])[-4:]), int(digits[-8:-6]), int(digits[-6:-4])
    try:
        return date(year, month, day % 60)
    except ValueError:
        return None


def _day_of(text: str) -> date:
    """Return the day that a document says it is of, and else the one that it is."""
    if own := _OWN_DAY.search(text):
        with suppress(ValueError):
            return date.fromisoformat(own[1])
    return source_day() or date.today()  # noqa: DTZ011 -- the user's own day, where the user is


def _checks(digits: str) -> bool:
    """Whether figures end with the one that checks them: every second is doubled, and the figures of all end in 0."""
    return sum(map(int, digits[::2].translate(_DOUBLED) + digits[1::2])) % 10 == 0
