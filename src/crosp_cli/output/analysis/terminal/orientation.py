"""How the measures spread, for a terminal: a small table of counts, and what the law says."""

from collections.abc import Iterator

from rich.console import RenderableType

from crosp_cli.output.analysis.orientation import OrientationView, said_in_words
from crosp_cli.output.layout import Column, FittedTable, Paragraph, heading
from crosp_cli.text.translation import translation


def orientation_lines(view: OrientationView | None, language: str, *, in_full: bool) -> Iterator[RenderableType]:
    """Yield the table and what is said; in full, also the questions to read it with."""
    _ = translation(language).gettext
    if view is None:
        return
    yield from heading(_("Orientation of the measures"))
    columns = [Column(""), *(Column(title.text, right=True) for title in view.columns)]
    yield FittedTable(columns, [[row.title.text, *map(str, row.counts)] for row in view.rows])
    note = _("Numbers of measures, without those that were dropped. The numbers pass no verdict.")
    yield Paragraph(note, indent=2)
    for said in view.said:
        yield Paragraph(said_in_words(said, language), indent=2)
    if in_full and view.shifts:
        yield from heading(_("Questions to read the table with"))
        for shift in view.shifts:
            yield Paragraph(f"- {shift.before.text} → {shift.after.text}", indent=2, hang=2)
            if shift.question:
                yield Paragraph(shift.question.text, indent=4)
