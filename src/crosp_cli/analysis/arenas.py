"""Who took part in each arena, and how its groups rated. People are counted in their own group, never across groups."""

from collections.abc import Iterable
from typing import NamedTuple

from crosp_cli.analysis.cells import CellResult, Setting
from crosp_cli.model.assessment import Assessment, Place
from crosp_cli.model.framework import Arena, Framework, Group


class GroupRatings(NamedTuple):
    """How a group rated one cell."""

    place: Place
    steps: tuple[tuple[int, int], ...]
    """Each step of the scale, lowest first, and how many people of the group chose it."""


class GroupPart(NamedTuple):
    """A group of an arena: how many took part, and how they rated."""

    id: str
    took_part: bool
    people: int | None
    """How many took part; None where the assessment does not say."""
    ratings: tuple[GroupRatings, ...]
    """In the framework's order, without the cells where fewer people than the limit rated."""
    held_back: int
    """In how many cells the group's ratings are not shown, since too few people rated."""


class ArenaPart(NamedTuple):
    """An arena of the framework; None gathers the groups that belong to none."""

    arena: Arena | None
    groups: tuple[GroupPart, ...]
    """The groups that took part or rated, in the framework's order."""


def by_arena(
    assessment: Assessment, cells: Iterable[CellResult], framework: Framework, setting: Setting
) -> tuple[ArenaPart, ...]:
    """Return each arena, also those from which nobody took part; then the groups that have no arena, if any did.

    Adding groups together would let a group under the limit be worked out from the others, and would hide where
    groups differ; so nothing is added.
    """
    results = tuple(cells)
    known = {group.id: group for group in framework.head.groups}
    took_part = {part.group: part.count for part in assessment.participants}
    rated = dict.fromkeys(group for cell in results if cell.cell for group in cell.cell.current_state.group_ratings)
    met = {*took_part, *rated}
    order = [*(name for name in known if name in met), *sorted(name for name in met if name not in known)]
    parts = {name: _part(name, took_part, results, framework, setting) for name in order}
    found = [
        ArenaPart(arena, tuple(part for name, part in parts.items() if _arena(known.get(name)) == arena.id))
        for arena in framework.head.arenas
    ]
    arenas = {arena.id for arena in framework.head.arenas}
    others = tuple(part for name, part in parts.items() if _arena(known.get(name)) not in arenas)
    return (*found, ArenaPart(None, others)) if others else tuple(found)


def _arena(group: Group | None) -> str | None:
    return group.arena if group else None


def _part(
    name: str,
    took_part: dict[str, int | None],
    cells: tuple[CellResult, ...],
    framework: Framework,
    setting: Setting,
) -> GroupPart:
    smallest = max(setting.smallest_group, 1)
    counts = [
        (cell.place, cell.cell.current_state.group_ratings[name])
        for cell in cells
        if cell.cell and name in cell.cell.current_state.group_ratings
    ]
    shown = tuple(
        GroupRatings(place, tuple((step, people.get(step, 0)) for step in framework.head.scale.values))
        for place, people in counts
        if sum(people.values()) >= smallest
    )
    return GroupPart(name, name in took_part, took_part.get(name), shown, len(counts) - len(shown))
