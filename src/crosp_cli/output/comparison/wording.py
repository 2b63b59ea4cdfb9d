"""A change in a cell, in words."""

from crosp_cli.analysis.comparison.compare import CellChange
from crosp_cli.output.labels import standing_words
from crosp_cli.text.translation import translation


def before_and_now(cell: CellChange | None, language: str) -> str:
    """Return what the table says of a cell: how it stood on the occasion before, and how on this one."""
    _ = translation(language).gettext
    if cell is None:
        return standing_words(None, None, language)
    old = standing_words(cell.old_state, cell.rating.old, language)
    new = standing_words(cell.new_state, cell.rating.new, language)
    if old != new:
        return f"{old} → {new}"
    return _("{rating}, as before").format(rating=new) if cell.rating.new is not None else new
