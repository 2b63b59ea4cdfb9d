"""Days as people say them, for readers who have other things to do than to read 2027-01-15."""

from collections.abc import Mapping, Sequence
from datetime import date

_MONTHS: Mapping[str, tuple[str, ...]] = {
    "sv": (
        "januari", "februari", "mars", "april", "maj", "juni",
        "juli", "augusti", "september", "oktober", "november", "december",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip

_SHORTEST = 3
"""How many letters of a month's name say which one it is."""


def in_words(day: date, language: str) -> str:
    """Return `day` as it is said in one of crosp's languages: 15 januari 2027. Its parts are not to be broken apart."""
    return f"{day.day}\u00a0{_MONTHS[language][day.month - 1]}\u00a0{day.year}"


def month_names() -> Sequence[Sequence[str]]:
    """Return what each month is called, in lower case, in all of crosp's languages."""
    return [[name.casefold() for name in names] for names in zip(*_MONTHS.values(), strict=True)]


def month_called(name: str) -> int:
    """Return the number of the month that a name in lower case, or the beginning of one, says; 0 where it says none."""
    called = (number for number, names in enumerate(month_names(), 1) if any(one.startswith(name) for one in names))
    return next(called, 0) if len(name) >= _SHORTEST else 0
