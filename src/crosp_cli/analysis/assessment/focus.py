"""The few cells to begin with: chosen in a fixed order of grounds, without weights, each saying why."""

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from crosp_cli.analysis.assessment.cells import CellResult, State

MOST = 3
"""A team can carry two or three areas of development at a time."""

_PRIORITIES = ("high", "medium", "low", None)


class Ground(Enum):
    """Why a cell is in focus, in the order in which the grounds count."""

    PRIORITY = "priority"
    """The team has stated a priority: where to begin is the team's to decide."""
    DUTY = "duty"
    """A legal duty that binds here speaks of the very cell, and it is at one of the two lowest steps."""
    GAP = "gap"
    """The target lies above the rating."""
    GROUPS_DIFFER = "groups-differ"
    """Professional groups see the cell differently."""
    UNTOUCHED = "untouched"
    """Carried over from last time, and nothing has happened since."""


class Focus(NamedTuple):
    """A cell to begin with, and the grounds that hold for it."""

    cell: CellResult
    grounds: tuple[Ground, ...]


def focus(cells: Iterable[CellResult]) -> tuple[Focus, ...]:
    """Return at most `MOST` cells, in the order of the grounds; ties fall in the order given."""
    candidates = [cell for cell in cells if cell.state is not State.NOT_APPLICABLE and grounds(cell)]
    chosen = sorted(candidates, key=_order)[:MOST]  # sorted() keeps the order of equals
    return tuple(Focus(cell, grounds(cell)) for cell in chosen)


def unplaced(cells: Iterable[CellResult], chosen: Iterable[Focus]) -> tuple[CellResult, ...]:
    """Return the cells where the law asks for something and the team has stated no priority, save those in focus."""
    in_focus = {focus.cell.place for focus in chosen}
    return tuple(cell for cell in cells if cell.asks and not _priority(cell) and cell.place not in in_focus)


def grounds(cell: CellResult) -> tuple[Ground, ...]:
    """Return the grounds that hold for a cell."""
    holds = {
        Ground.PRIORITY: _priority(cell) is not None,
        Ground.DUTY: cell.asks,
        Ground.GAP: (cell.gap or 0) > 0,
        Ground.GROUPS_DIFFER: cell.groups_differ,
        Ground.UNTOUCHED: cell.untouched,
    }
    return tuple(ground for ground in Ground if holds[ground])


def deciding(chosen: CellResult, other: CellResult) -> Ground | None:
    """Return the first ground at which two candidates differ; None where only the order they are given in decides."""
    pairs = zip(Ground, _order(chosen), _order(other), strict=True)
    return next((ground for ground, mine, yours in pairs if mine != yours), None)


def _order(cell: CellResult) -> tuple[int, bool, int, bool, bool]:
    """What candidates are sorted by, a part for each ground in its order; the smaller comes first."""
    return (
        _PRIORITIES.index(_priority(cell)),
        not cell.asks,
        -max(cell.gap or 0, 0),
        not cell.groups_differ,
        not cell.untouched,
    )


def _priority(cell: CellResult) -> str | None:
    return cell.cell.need.priority if cell.cell else None
