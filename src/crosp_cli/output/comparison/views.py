"""What a comparison shows: sentences and titles in one language, ready for any layout."""

from typing import NamedTuple

from crosp_cli.analysis.comparison.compare import CellChange, Change
from crosp_cli.analysis.comparison.time_series import CellSeries
from crosp_cli.output.view import view


@view
class CellChangeView(NamedTuple):
    """A cell with something to tell of, and the sentences that tell it."""

    title: str
    sentences: tuple[str, ...]


@view
class MeasureChangeView(NamedTuple):
    """A measure: what it is, the cell it answers, and what is different about it."""

    what: str
    cell: str
    sentences: tuple[str, ...]


@view
class OutcomeView(NamedTuple):
    """The measures that came to the same, under what that is called."""

    title: str
    measures: tuple[MeasureChangeView, ...]


@view
class Comparison(NamedTuple):
    """Everything a comparison shows."""

    language: str
    change: Change
    unit: str
    level: str
    old: str
    """Which occasion the earlier one is, with its date and, where it is from one, its revision."""
    new: str
    scale: tuple[tuple[int, str], ...]
    """The later scale: each step's value and name."""
    rows: tuple[tuple[str, tuple[CellChange | None, ...]], ...]
    """Each principle's short title and its cells; None for a cell that the earlier framework does not have."""
    columns: tuple[str, ...]
    rows_title: str
    stuck: tuple[str, ...]
    """The titles of the cells that got stuck."""
    cells: tuple[CellChangeView, ...]
    outcomes: tuple[OutcomeView, ...]
    not_compared: tuple[str, ...]
    occasions: tuple[str, ...]
    """What the occasions are called, the earliest first, where there are more than two; else none."""
    series: tuple[tuple[str, CellSeries], ...]
    """Each cell that was assessed on any of them, by its title, over those occasions."""
