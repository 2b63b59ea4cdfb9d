"""The levels side by side: where they see the same cell differently, and measures that another level can solve."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import NamedTuple, TypeAlias

from crosp_cli.analysis.assessment.analyse import Analysis
from crosp_cli.analysis.assessment.cells import CellResult, State
from crosp_cli.analysis.assessment.measures import MeasureResult
from crosp_cli.limits import NAMES
from crosp_cli.model.assessment import Place

SAME_TIME = 183
"""How many days apart assessments may be and still be of the same time: half a year, about a term."""


class Occasion(NamedTuple):
    """What was assessed of a unit at the same time: at most one assessment of each level, the organiser's included."""

    analyses: tuple[Analysis, ...]
    """In the order of the framework's levels."""

    @property
    def unit(self) -> str | None:
        """The unit; None where there is only the organiser."""
        return next((a.assessment.unit for a in self.analyses if a.assessment.unit is not None), None)


class Across(NamedTuple):
    """One cell as each level of an occasion left it, in the order of its assessments."""

    place: Place
    cells: tuple[CellResult, ...]

    @property
    def ratings(self) -> tuple[int, ...]:
        """The ratings there are."""
        return tuple(cell.rating for cell in self.cells if cell.rating is not None)


class Comparison(NamedTuple):
    """What two or more levels see in the same cells."""

    occasion: Occasion
    differing: tuple[Across, ...]
    """The cells that at least two levels have rated, and not alike; in the framework's order."""
    alike: int
    """How many cells at least two levels have rated, and all of them alike."""
    not_comparable: int
    """How many cells at least two levels were asked about, and one of them has rated, or none."""


class Misplaced(NamedTuple):
    """An unfinished measure whose own text says that another level can solve it."""

    analysis: Analysis
    result: MeasureResult
    solves_at: str
    other: Analysis | None
    """That level's assessment of the same time, if it is at hand."""
    there: tuple[MeasureResult, ...]
    """What that level does in the same cell: its measures, save those that were dropped; the first ones of many."""
    more: int
    """How many others it has there."""


def occasions(analyses: Iterable[Analysis]) -> tuple[Occasion, ...]:
    """Return what belongs to the same time, for each unit, newest first; then organisers that no unit stands beside.

    Beginning with a unit's newest assessment, the newest of each other level that is at most `SAME_TIME` days older
    is of the same time; what is left over is divided in the same way. Of the organiser's assessments, the one that is
    nearest in time joins, within as many days.
    """
    given = sorted(analyses, key=lambda a: (a.assessment.date, a.assessment.occasion), reverse=True)
    of_units = [a for a in given if a.assessment.unit is not None]
    of_organisers = [a for a in given if a.assessment.unit is None]
    of_unit: dict[tuple[str, str, str | None], list[Analysis]] = {}
    for analysis in of_units:
        of_unit.setdefault(_unit(analysis), []).append(analysis)
    above: dict[tuple[str, str], dict[str, list[Analysis]]] = {}
    for analysis in of_organisers:
        above.setdefault(_organiser(analysis), {}).setdefault(analysis.assessment.level, []).append(analysis)
    found = []
    joined: set[int] = set()
    for name in dict.fromkeys(_unit(a) for a in _as_in_register(of_units)):
        levels = above.get(name[:2], {}).values()
        for together in _divided(of_unit[name]):
            nearest = [a for level in levels for a in _nearest(together[0], level)]
            joined.update(id(a) for a in nearest)
            found.append(_occasion([*together, *nearest]))
    return (*found, *(_occasion([a]) for a in of_organisers if id(a) not in joined))


def comparisons(found: Iterable[Occasion]) -> tuple[Comparison, ...]:
    """Return a comparison for each occasion with at least two levels."""
    return tuple(_comparison(occasion) for occasion in found if len(occasion.analyses) > 1)


def misplaced(analyses: Iterable[Analysis], found: Sequence[Occasion]) -> tuple[Misplaced, ...]:
    """Return the unfinished measures that say another level can solve them, in the order of `analyses`."""
    beside: dict[tuple[int, str], Analysis] = {}
    for occasion in found:
        for one, other in product(occasion.analyses, repeat=2):
            beside.setdefault((id(one), other.assessment.level), other)
    done: dict[int, _Done] = {}
    return tuple(
        _misplaced(analysis, result, solves_at, beside.get((id(analysis), solves_at)), done)
        for analysis in analyses
        for result in analysis.measures
        if (solves_at := _elsewhere(analysis, result)) is not None
    )


def _unit(analysis: Analysis) -> tuple[str, str, str | None]:
    return (*_organiser(analysis), analysis.assessment.unit)


def _organiser(analysis: Analysis) -> tuple[str, str]:
    return (analysis.project.organiser.id if analysis.project else "", analysis.framework.name)


def _as_in_register(analyses: Iterable[Analysis]) -> list[Analysis]:
    """Units stand as the organiser's register has them, and never by result."""

    def place(analysis: Analysis) -> tuple[str, int, str]:
        unit = analysis.assessment.unit or ""
        register = analysis.project.positions if analysis.project else {}
        return _organiser(analysis)[0], register.get(unit, len(register)), unit

    return sorted(analyses, key=place)


def _divided(newest_first: Iterable[Analysis]) -> list[list[Analysis]]:
    """The newest, and the newest of each other level that is of the same time; then the same of what is left.

    Each joins the newest group of its time that has nobody of its level, and no older one of a level goes before that.
    """
    groups: list[list[Analysis]] = []
    next_group: dict[str, int] = {}
    for analysis in newest_first:
        number = next_group.get(analysis.assessment.level, 0)
        while number < len(groups) and _days_between(groups[number][0], analysis) > SAME_TIME:
            number += 1
        if number == len(groups):
            groups.append([])
        groups[number].append(analysis)
        next_group[analysis.assessment.level] = number + 1
    return groups


def _nearest(first: Analysis, newest_first: Sequence[Analysis]) -> list[Analysis]:
    """The one nearest in time, the newer of two that are as near; none where it is not of the same time."""
    after = bisect_left(newest_first, _age(first), key=_age)
    beside = newest_first[max(0, after - 1) : after + 1]
    nearest = min(beside, key=lambda a: _days_between(first, a))
    if _days_between(first, nearest) > SAME_TIME:
        return []
    return [newest_first[bisect_left(newest_first, _age(nearest), key=_age)]]


def _age(analysis: Analysis) -> int:
    return -analysis.assessment.date.toordinal()


def _days_between(one: Analysis, other: Analysis) -> int:
    return abs((one.assessment.date - other.assessment.date).days)


def _occasion(analyses: Iterable[Analysis]) -> Occasion:
    found = list(analyses)
    order = [level.id for level in found[0].framework.head.levels]
    return Occasion(tuple(sorted(found, key=lambda a: order.index(a.assessment.level))))


def _comparison(occasion: Occasion) -> Comparison:
    rows = zip(*(analysis.cells for analysis in occasion.analyses), strict=True)
    across = [Across(cells[0].place, cells) for cells in rows if sum(c.state is not State.OUTSIDE for c in cells) > 1]
    comparable = [cell for cell in across if len(cell.ratings) > 1]
    differing = tuple(cell for cell in comparable if len(set(cell.ratings)) > 1)
    return Comparison(occasion, differing, len(comparable) - len(differing), len(across) - len(comparable))


def _elsewhere(analysis: Analysis, result: MeasureResult) -> str | None:
    """The level that can solve a measure, where that is another than the one it stands at."""
    together = result.measure.collaboration
    if result.measure.is_finished or together is None or together.solves_at == analysis.assessment.level:
        return None
    return together.solves_at


_Done: TypeAlias = Mapping[Place, Sequence[MeasureResult]]
"""What an assessment has in each cell, save what was dropped."""


def _misplaced(
    analysis: Analysis, result: MeasureResult, solves_at: str, other: Analysis | None, done: dict[int, _Done]
) -> Misplaced:
    """A measure that another level, whose assessment of the same time is `other`, can solve; `done` is filled in."""
    if other is None:
        return Misplaced(analysis, result, solves_at, None, (), 0)
    if id(other) not in done:
        done[id(other)] = _done(other)
    there = done[id(other)].get(result.place, ())
    return Misplaced(analysis, result, solves_at, other, tuple(there[:NAMES]), max(0, len(there) - NAMES))


def _done(analysis: Analysis) -> _Done:
    found: dict[Place, list[MeasureResult]] = {}
    for one in analysis.measures:
        if one.measure.status != "dropped":
            found.setdefault(one.place, []).append(one)
    return found
