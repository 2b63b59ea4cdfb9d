"""Who took part in each arena, and how its groups see the cells. No group is added to another here."""

from collections.abc import Iterable
from typing import NamedTuple

from crosp_cli.analysis.assessment.cells import CellResult
from crosp_cli.analysis.groups.disclosure import Block
from crosp_cli.model.assessment import Place
from crosp_cli.model.framework import Arena, Framework


class SeenCell(NamedTuple):
    """How a group sees a cell."""

    place: Place
    middle: tuple[int, int]
    """The lower and the upper median, as steps of the scale; mostly the same step."""
    divided: bool


class SeenBy(NamedTuple):
    """A group, or small groups that are shown together, and how they see the cells."""

    groups: Block
    cells: tuple[SeenCell, ...]
    """In the framework's order."""


class ArenaPart(NamedTuple):
    """An arena of the framework; None gathers the groups that belong to none."""

    arena: Arena | None
    took_part: tuple[tuple[str, int | None], ...]
    """The groups that took part, and how many where that may be told."""
    seen: tuple[SeenBy, ...]


def by_arena(
    participants: Iterable[tuple[str, int | None]], cells: Iterable[CellResult], framework: Framework
) -> tuple[ArenaPart, ...]:
    """Return each arena, also those from which nobody took part; then the groups that have no arena, if any did.

    `participants` and the cells' agreement hold only what `analysis.disclosure` lets through.
    """
    took_part = tuple(participants)
    seen = _seen(cells)
    home = {group.id: group.arena for group in framework.head.groups}
    known = [arena.id for arena in framework.head.arenas]

    def part(arena: Arena | None, ids: Iterable[str | None]) -> ArenaPart:
        among = set(ids)
        return ArenaPart(
            arena,
            tuple((group, count) for group, count in took_part if home.get(group) in among),
            tuple(found for found in seen if home.get(found.groups[0]) in among),
        )

    found = tuple(part(arena, [arena.id]) for arena in framework.head.arenas)
    elsewhere = {arena for arena in [*home.values(), None] if arena not in known}
    others = part(None, elsewhere)
    return (*found, others) if others.took_part or others.seen else found


def _seen(cells: Iterable[CellResult]) -> tuple[SeenBy, ...]:
    """Each group that is shown anywhere, with its cells."""
    blocks: dict[Block, list[SeenCell]] = {}
    for cell in cells:
        for result in cell.agreement.groups if cell.agreement else ():
            blocks.setdefault(result.groups, []).append(SeenCell(cell.place, result.middle, result.divided))
    return tuple(SeenBy(groups, tuple(found)) for groups, found in blocks.items())
