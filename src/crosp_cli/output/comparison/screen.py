"""A comparison on one screen: the map with what moved, what got stuck, and how the measures went."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from crosp_cli.analysis.comparison.compare import CellChange
from crosp_cli.output.comparison.terminal import as_map
from crosp_cli.output.comparison.views import Comparison
from crosp_cli.output.layout import Paragraph
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation

_MOST_STUCK = 5
_MOST_UNITS = 7
"""How many comparisons are shown beside each other; the others are counted."""


def as_terminal(comparisons: Iterable[Comparison]) -> RenderableType:
    """Return one comparison with its map, or of several what moved and got stuck in each."""
    found = list(comparisons)
    if len(found) == 1:
        return Group(*_one(found[0]))
    return Group(*(part for one in found[:_MOST_UNITS] for part in (*_title(one), *_told(one))), *_others(found))


def _title(one: Comparison) -> Iterator[RenderableType]:
    title = f"{printable(one.unit)} · {one.level}: {printable(one.old)} → {printable(one.new)}"
    yield Paragraph(title, hang=2, style="bold")


def _one(found: Comparison) -> Iterator[RenderableType]:
    _ = translation(found.language).gettext
    yield from _title(found)
    yield as_map(found)
    if found.stuck:
        yield Text(_("Got stuck"), style="bold")
    for cell in found.stuck[:_MOST_STUCK]:
        yield Paragraph(f"– {printable(cell)}", indent=2, hang=2)
    yield from _told(found)


def _told(found: Comparison) -> Iterator[RenderableType]:
    """In words: how many cells moved and got stuck, and how many measures there are of each outcome."""
    many = translation(found.language).ngettext
    moved = sum(_has_moved(cell) for _title, cells in found.rows for cell in cells)
    stuck = len(found.stuck)
    cells = [
        many("{number} moved", "{number} moved", moved).format(number=moved),
        many("{number} got stuck", "{number} got stuck", stuck).format(number=stuck),
    ]
    yield Paragraph(f"{', '.join(cells)}.", indent=2)
    outcomes = ", ".join(f"{outcome.title.lower()} {len(outcome.measures)}" for outcome in found.outcomes)
    if outcomes:
        yield Paragraph(f"{translation(found.language).gettext('Measures')}: {outcomes}.", indent=2)


def _has_moved(cell: CellChange | None) -> bool:
    return cell is not None and None not in (cell.rating.old, cell.rating.new) and cell.rating.old != cell.rating.new


def _others(found: list[Comparison]) -> Iterator[RenderableType]:
    more = len(found) - _MOST_UNITS
    if more > 0:
        many = translation(found[0].language).ngettext
        text = many(
            "{number} more comparison is not shown: choose with --unit or --level.",
            "{number} more comparisons are not shown: choose with --unit or --level.",
            more,
        )
        yield Paragraph(text.format(number=more))
