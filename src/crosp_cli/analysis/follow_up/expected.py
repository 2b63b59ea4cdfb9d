"""When a measure's follow-ups are expected, and which follow-ups answer for which.

Two follow-ups are the default, at the end and six months later, as the follow-up of Stockholm's competence programme
has it (Stockholm 2025); a project may decide otherwise.
"""

from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from itertools import pairwise

from crosp_cli.model.assessment import Measure

EARLY = timedelta(days=30)
"""How long before the expected day a follow-up may be held and still be the one that is meant."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A follow-up that is expected of a measure, and what there is of it."""

    after_months: int
    day: date
    held: date | None
    """The day of the first follow-up with a result that answers it."""
    planned: date | None
    """The day of the first follow-up without a result that is to answer it; None once one has been held."""
    missed: bool
    """Whether a later one has been held, and this one neither held nor planned."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A follow-up with a date and no result, beside those that are expected."""

    number: int
    """Its number among the measure's dated follow-ups by date, from 1: the same whatever becomes of the others."""
    day: date


def months_after(day: date, months: int) -> date:
    """Return the same day of the month `months` later, or that month's last day where it is shorter.

    What would lie beyond the calendar is the calendar's last day.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def follow_ups_of(measure: Measure, after_months: Iterable[int]) -> tuple[tuple[Expected, ...], tuple[Planned, ...]]:
    """Return the follow-ups that are expected of `measure`, and those that are planned beside them.

    Each expected day has a time of its own: from 30 days before it (or from half-way, where the expected day before
    it is nearer than 60 days) until the next one's time begins. The follow-ups in that time are its follow-ups. What
    is held before the first one's time is a look along the way and answers for none; but of a measure that is done,
    which may have been finished early, it answers for the one on the due date. A dropped measure expects nothing,
    one without a due date cannot be counted from, and a follow-up without a date cannot be placed.
    """
    if measure.status == "dropped":
        return (), ()
    dated = sorted((f.date, bool(f.result)) for f in measure.follow_ups if f.date is not None)
    held = [day for day, has_result in dated if has_result]
    planned = [Planned(number, day) for number, (day, has_result) in enumerate(dated, 1) if not has_result]
    months = sorted(set(after_months))
    if measure.due is None or not months:
        return (), tuple(planned)
    days = [months_after(measure.due, number) for number in months]
    begins = _begins(days)
    held_in = _first_in_each(held, begins)
    if measure.status == "done" and months[0] == 0 and 0 not in held_in:
        along_the_way = [day for day in held if day < begins[0]]
        held_in |= {0: along_the_way[-1]} if along_the_way else {}
    intended = _first_in_each([plan.day for plan in planned], begins)
    planned_in = {number: day for number, day in intended.items() if number not in held_in}
    expected = tuple(
        Expected(
            after_months=after,
            day=day,
            held=held_in.get(number),
            planned=planned_in.get(number),
            missed=number not in held_in and number not in planned_in and any(later > number for later in held_in),
        )
        for number, (after, day) in enumerate(zip(months, days, strict=True))
    )
    return expected, _without(planned, planned_in.values())


def results_without_date(measure: Measure) -> bool:
    """Whether a follow-up has a result and no date, so that it counts for nothing that is expected."""
    return any(bool(follow_up.result) and follow_up.date is None for follow_up in measure.follow_ups)


def _begins(days: Sequence[date]) -> list[date]:
    """The day on which each expected day's time begins."""
    begins = [days[0] - min(EARLY, days[0] - date.min)]
    begins += [day - min(EARLY, (day - before) / 2) for before, day in pairwise(days)]
    return begins


def _first_in_each(days: Sequence[date], begins: Sequence[date]) -> dict[int, date]:
    """The first of the days, which are in order, in each expected day's time."""
    found: dict[int, date] = {}
    for day in days:
        number = bisect_right(begins, day) - 1
        if number >= 0:
            found.setdefault(number, day)
    return found


def _without(planned: Iterable[Planned], days: Iterable[date]) -> tuple[Planned, ...]:
    """Those of `planned` that are left when each of `days` has taken one on that day."""
    taken = list(days)
    left = []
    for one in planned:
        if one.day in taken:
            taken.remove(one.day)
        else:
            left.append(one)
    return tuple(left)
