"""Units that took part in a programme beside the others: where their assessments stood before it and after, in counts.

It describes and explains nothing. Before is the last assessment up to the programme's first day; after is the last one
since then, and for those who took part no earlier than the day they had completed it. Only ratings in one framework and
at one level are put beside each other. Of fewer units than may be shown on their own nothing is told.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from crosp_cli.analysis.groups.disclosure import may_be_shown_of
from crosp_cli.model.assessment import Assessment, Place
from crosp_cli.model.framework import Framework
from crosp_cli.model.programme import Programme
from crosp_cli.model.project import Project

Pair = tuple[Assessment, Assessment]


@dataclass(frozen=True, slots=True)
class BeforeAndAfter:
    """How the ratings of some units stand in a cell, before and after."""

    units: int
    """How many have rated the cell on both occasions."""
    higher: int
    same: int
    lower: int
    before: Mapping[int, int]
    """How many units stood at each step before."""
    after: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class BesideCell:
    """A cell, with those who took part and the others; None where so few have rated it twice that it is held back."""

    place: Place
    took_part: BeforeAndAfter | None
    others: BeforeAndAfter | None


@dataclass(frozen=True, slots=True)
class Beside:
    """What the assessments at one level say of units that took part and of the others."""

    level: str
    took_part: tuple[int, int]
    """How many units took part, and how many of them have an assessment both before and after."""
    others: tuple[int, int]
    waiting: int
    """How many are registered and have not completed the programme: they are among neither."""
    before: tuple[date, date] | None
    """The first and last day of the assessments that stand for before; None where there are none."""
    after: tuple[date, date] | None
    cells: tuple[BesideCell, ...]
    """The cells of which at least one side may be told, in the framework's order."""


def beside(
    programme: Programme, assessments: Sequence[Assessment], project: Project, framework: Framework, today: date
) -> tuple[Beside, ...]:
    """Return, for each level at which units have been assessed, those who took part beside the others.

    Raises:
        ValueError: nobody says when the programme started, so nothing is before it.
    """
    if programme.start is None:
        raise ValueError("a programme without a start has no before")
    limit = project.privacy.smallest_group
    took_part = {part.unit: part.completed for part in programme.units if part.completed and part.completed <= today}
    named = {part.unit for part in programme.units}
    intended = set(programme.intended_for.units) if programme.intended_for else set()
    others = {unit.id: programme.start for unit in project.units if unit.id not in named}
    others = {unit: day for unit, day in others.items() if not intended or unit in intended}
    found = []
    levels = [level for level in framework.head.levels if level.concerns == "unit"]
    assessed = {one.level for one in assessments}
    for level in [level for level in levels if level.id in assessed] or levels[:1]:
        here = [one for one in assessments if one.level == level.id and one.framework == framework.name]
        sides = [_pairs(side, here, programme.start, today) for side in (took_part, others)]
        cells = tuple(_cells(sides, framework, limit))
        waiting = len(named - set(took_part))
        counts = [(len(side), len(pairs)) for side, pairs in zip((took_part, others), sides, strict=True)]
        before, after = (_span(pair[which] for side in sides for pair in side) for which in (0, 1))
        found.append(Beside(level.id, counts[0], counts[1], waiting, before, after, cells))
    return tuple(found)


def _span(assessments: Iterable[Assessment]) -> tuple[date, date] | None:
    days = sorted(one.date for one in assessments)
    return (days[0], days[-1]) if days else None


def _pairs(units: Mapping[str, date], assessments: Sequence[Assessment], start: date, today: date) -> list[Pair]:
    """The assessment before and the one after, of each unit that has both."""
    pairs, of_unit = [], defaultdict[str | None, list[Assessment]](list)
    for one in sorted(assessments, key=lambda one: (one.date, one.occasion)):
        of_unit[one.unit].append(one)
    for unit, day in units.items():
        own = of_unit[unit]
        before = [one for one in own if one.date <= start]
        after = [one for one in own if start < one.date <= today and one.date >= day]
        if before and after:
            pairs.append((before[-1], after[-1]))
    return pairs


def _cells(sides: Sequence[Sequence[Pair]], framework: Framework, limit: int) -> Iterable[BesideCell]:
    for principle in framework.principles.entries:
        for area in framework.areas.entries:
            place = Place(principle.id, area.id)
            took_part, others = (_counted(pairs, place, limit) for pairs in sides)
            if took_part or others:
                yield BesideCell(place, took_part, others)


def _counted(pairs: Iterable[Pair], place: Place, limit: int) -> BeforeAndAfter | None:
    steps = []
    for before, after in pairs:
        old, new = _rating(before, place), _rating(after, place)
        if old is not None and new is not None:
            steps.append((old, new))
    if not may_be_shown_of(len(steps), limit):
        return None
    return BeforeAndAfter(
        units=len(steps),
        higher=sum(1 for old, new in steps if new > old),
        same=sum(1 for old, new in steps if new == old),
        lower=sum(1 for old, new in steps if new < old),
        before=dict(sorted(Counter(old for old, _new in steps).items())),
        after=dict(sorted(Counter(new for _old, new in steps).items())),
    )


def _rating(assessment: Assessment, place: Place) -> int | None:
    cell = assessment.cell(place)
    return cell.current_state.rating if cell else None
