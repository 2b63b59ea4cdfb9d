"""Comparisons as Markdown."""

from collections.abc import Iterable

from crosp_cli.analysis.comparison.compare import CellChange, DifferenceKind
from crosp_cli.output.comparison.views import Comparison
from crosp_cli.output.labels import standing_words
from crosp_cli.output.template_filters import filters
from crosp_cli.templating.environment import filled
from crosp_cli.text.translation import translation


def as_markdown(comparisons: Iterable[Comparison]) -> str:
    """Return comparisons as Markdown. The same comparisons give the same text."""
    return "\n".join(map(_comparison, comparisons))


def _comparison(comparison: Comparison) -> str:
    return filled(
        "change.md.j2",
        comparison.language,
        filters,
        comparison=comparison,
        rows=[(title, [_in_map(cell, comparison) for cell in cells]) for title, cells in comparison.rows],
        series=[
            (title, [standing_words(moment.state, moment.rating, comparison.language) for moment in cell.moments])
            for title, cell in comparison.series
        ],
    )


def _in_map(cell: CellChange | None, found: Comparison) -> str:
    _ = translation(found.language).gettext
    if cell is None:
        return _("cannot be compared")
    old = standing_words(cell.old_state, cell.rating.old, found.language)
    new = standing_words(cell.new_state, cell.rating.new, found.language)
    if cell.rating.kind is DifferenceKind.NOT_COMPARED:
        return _("{old} and {new}, cannot be compared").format(old=old, new=new)
    return new if old == new else f"{old} → {new}"
