"""Days as people write them, read where they cannot be taken for another one."""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from crosp_cli.text.dates import month_called

_MIDNIGHT = re.compile(r"[t ]0?0:00(?::00(?:\.0+)?)?z?$")
"""What some programs write after a day; any other time says more than a day does."""
_APART = re.compile(r"[\s./,:-]+")
_WITHOUT_BREAKS = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_ORDINAL = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)")
_DAY_FIRST = re.compile(r"[0-9]{1,2} ?\. ?[0-9]{1,2}\D|[0-9]{1,2}/[0-9]{1,2}(?: |-|, )")
"""31.5.2027, 31/5 2027 and 31/5-2027, where nobody means the month by what stands first; as in 3/5/2027 some do."""
_PASSED_OVER = ("den", "the", "of", "a", "e")
_FIRST_YEAR, _LAST_YEAR = 2000, 2999
_MONTHS = 12


def written_day(text: str) -> date | None:
    """Return the day that a text says, with the month by its number or by its name in any of crosp's languages."""
    said = _MIDNIGHT.sub("", " ".join(text.casefold().split()))
    parts = [_ORDINAL.sub(r"\1", part) for part in _APART.split(said) if part and part not in _PASSED_OVER]
    if len(parts) == 1 and (met := _WITHOUT_BREAKS.fullmatch(parts[0])):
        parts = [*met.groups()]
    with suppress(ValueError):
        year, month, day = _in_order(parts, said)
        return date(year, month, day) if _FIRST_YEAR <= year <= _LAST_YEAR else None
    return None


def _in_order(parts: Sequence[str], said: str) -> tuple[int, int, int]:
    """The year, the month and the day.

    Raises:
        ValueError: they are no three such, or it cannot be known which is which.
    """
    year = next((part for part in parts if re.fullmatch("[0-9]{4}", part)), "")
    first, second = (part for part in parts if part is not year)
    if name := next((part for part in (first, second) if month_called(part)), ""):
        return int(year), month_called(name), _number(second if name is first else first)
    if parts[0] is year:
        return int(year), _number(first), _number(second)
    if parts[-1] is not year:
        raise ValueError(said)
    one, other = _number(first), _number(second)
    if _DAY_FIRST.match(said) or one > _MONTHS or one == other:
        return int(year), other, one
    if other > _MONTHS:
        return int(year), one, other
    raise ValueError(said)


def _number(part: str) -> int:
    if not re.fullmatch("[0-9]{1,2}", part):
        raise ValueError(part)
    return int(part)
