"""A comparison as Markdown."""

import re

from crosp_cli.analysis.change import CellChange, Kind
from crosp_cli.rendering.change_views import Comparison
from crosp_cli.rendering.templates import environment
from crosp_cli.rendering.translate import translation
from crosp_cli.rendering.words import standing_words

_EMPTY_LINES = re.compile(r"\n{3,}")


def as_markdown(comparison: Comparison) -> str:
    """Return a comparison as Markdown. The same comparison gives the same text."""
    text = (
        environment(comparison.language)
        .get_template("change.md.j2")
        .render(
            comparison=comparison,
            rows=[(title, [_in_map(cell, comparison) for cell in cells]) for title, cells in comparison.rows],
            series=[
                (title, [standing_words(moment.state, moment.rating, comparison.language) for moment in cell.moments])
                for title, cell in comparison.series
            ],
        )
    )
    return _EMPTY_LINES.sub("\n\n", text).strip() + "\n"


def _in_map(cell: CellChange | None, found: Comparison) -> str:
    _ = translation(found.language).gettext
    if cell is None:
        return _("cannot be compared")
    old = standing_words(cell.old_state, cell.rating.old, found.language)
    new = standing_words(cell.new_state, cell.rating.new, found.language)
    if cell.rating.kind is Kind.NOT_COMPARED:
        return _("{old} and {new}, cannot be compared").format(old=old, new=new)
    return new if old == new else f"{old} → {new}"
