"""How the measures spread, for a terminal: a small table of counts, and what the law says."""

from collections.abc import Iterator

from rich.console import RenderableType

from crosp_cli.rendering.orientation import OrientationView, said_in_words
from crosp_cli.rendering.terminal_parts import heading, indented, plain_table
from crosp_cli.rendering.translate import translation


def orientation_parts(view: OrientationView | None, language: str, *, in_full: bool) -> Iterator[RenderableType]:
    """Yield the table and what is said; in full, also the questions to read it with."""
    _ = translation(language).gettext
    if view is None:
        return
    yield heading(_("Orientation of the measures"))
    table = plain_table()
    table.add_column("", overflow="fold")
    for column in view.columns:
        table.add_column(column.text, justify="right", overflow="fold")
    for row in view.rows:
        table.add_row(row.title.text, *map(str, row.counts))
    yield table
    yield indented(_("Numbers of measures, without those that were dropped. The numbers pass no verdict."))
    for said in view.said:
        yield indented(said_in_words(said, language))
    if in_full and view.shifts:
        yield heading(_("Questions to read the table with"))
        for shift in view.shifts:
            yield indented(f"- {shift.before.text} → {shift.after.text}")
            if shift.question:
                yield indented(shift.question.text, 4)
