"""How many have completed a programme, of how many, on which days; and who is registered, kept apart from them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from crosp_cli.model.programme import Programme, RegisteredCount


@dataclass(frozen=True, slots=True, order=True)
class CoverageAt:
    """How many had completed the programme on a day, of how many. `of` is None where nobody says."""

    day: date
    completed: int
    of: int | None

    @property
    def share(self) -> int | None:
        """How many of a hundred it is, rounded; None where there is nothing to count of."""
        return round(100 * self.completed / self.of) if self.of else None

    @property
    def is_too_many(self) -> bool:
        """Whether more have completed it than there are, which `crosp validate` tells of."""
        return self.of is not None and self.completed > self.of


class Holds(Enum):
    """Whether a registration still holds."""

    YES = "current"
    OVER = "period-over"
    """The period that it was for has ended."""
    COUNTED_SINCE = "counted-since"
    """There is a later count of those who have completed the programme, and they may be among them."""


@dataclass(frozen=True, slots=True)
class Registration:
    """How many more were registered on a day, and whether that still holds."""

    day: date
    number: int
    begins: date | None
    ends: date | None
    holds: Holds


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far the programme has reached."""

    points: tuple[CoverageAt, ...]
    """By day. Counts where there are any, else the units that are named."""
    registrations: tuple[Registration, ...]
    """Those of the last day that anybody counted them."""
    registered_units: tuple[tuple[str, date], ...]
    """Units that are registered and have not completed it, each with the day."""
    completed_units: tuple[tuple[str, date], ...]
    later: int
    """How many counts are from days after the one asked about, and not shown."""

    @property
    def newest(self) -> CoverageAt | None:
        """The last of them."""
        return self.points[-1] if self.points else None


def coverage(programme: Programme, today: date) -> Coverage:
    """Return how far `programme` had reached on a day. The order of its entries makes no difference."""
    points = tuple(sorted({*_counted(programme)} or {*_by_unit(programme)}))
    until = tuple(point for point in points if point.day <= today)
    counted = until[-1].day if until and programme.completed else date.min
    newest = max((one.date for one in programme.registered if one.date <= today), default=None)
    registered = sorted(
        (one for one in programme.registered if one.date == newest),
        key=lambda one: (one.begins or date.min, one.ends or date.max, one.number),
    )
    completed = {part.unit: part.completed for part in programme.units if part.completed and part.completed <= today}
    waiting = {
        part.unit: part.registered
        for part in programme.units
        if part.registered and part.registered <= today and part.unit not in completed
    }
    return Coverage(
        points=until,
        registrations=tuple(_registration(one, counted, today) for one in registered),
        registered_units=tuple(sorted(waiting.items(), key=lambda one: (one[1], one[0]))),
        completed_units=tuple(sorted(completed.items(), key=lambda one: (one[1], one[0]))),
        later=len(points) - len(until) + sum(1 for one in programme.registered if one.date > today),
    )


def _counted(programme: Programme) -> Iterator[CoverageAt]:
    for count in programme.completed:
        yield CoverageAt(count.date, count.number, programme.intended if count.of is None else count.of)


def _by_unit(programme: Programme) -> Iterator[CoverageAt]:
    first: dict[str, date] = {}
    for part in programme.units:
        if part.completed:
            first[part.unit] = min(part.completed, first.get(part.unit, part.completed))
    for number, day in enumerate(days := sorted(first.values()), 1):
        if days[number : number + 1] != [day]:  # the last of those with one day
            yield CoverageAt(day, number, programme.intended)


def _registration(one: RegisteredCount, counted: date, today: date) -> Registration:
    holds = Holds.YES
    if one.ends is not None and one.ends < today:
        holds = Holds.OVER
    elif counted > one.date:
        holds = Holds.COUNTED_SINCE
    return Registration(one.date, one.number, one.begins, one.ends, holds)
