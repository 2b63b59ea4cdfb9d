"""Why a cell is not in focus: which step of the order it fell on, and against which cell."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from crosp_cli.analysis.assessment.cells import CellResult, State
from crosp_cli.analysis.assessment.focus import Focus, Ground, deciding, grounds


class PassedOver(NamedTuple):
    """A cell that was not chosen, and why."""

    cell: CellResult
    grounds: tuple[Ground, ...]
    """The grounds that hold for it; none, and it was never a candidate."""
    against: Focus | None
    """The last cell that was chosen, which this one lost against; None where it was no candidate."""
    ground: Ground | None
    """The first ground at which the two differ; None if only the framework's order decided, or it was no candidate."""

    @property
    def was_candidate(self) -> bool:
        """Whether any ground held."""
        return self.against is not None


def passed_over(cells: Iterable[CellResult], chosen: Sequence[Focus]) -> tuple[PassedOver, ...]:
    """Return each of `cells` in the round that is not among the chosen, in their order.

    A candidate is compared with the last cell chosen: those before it stand as high or higher in the order.
    """
    in_focus = {focus.cell.place for focus in chosen}
    others = (cell for cell in cells if cell.place not in in_focus and cell.state is not State.OUTSIDE)
    return tuple(_why(cell, chosen) for cell in others)


def _why(cell: CellResult, chosen: Sequence[Focus]) -> PassedOver:
    held = () if cell.state is State.NOT_APPLICABLE else grounds(cell)
    if not held:
        return PassedOver(cell, held, None, None)
    return PassedOver(cell, held, chosen[-1], deciding(chosen[-1].cell, cell))
