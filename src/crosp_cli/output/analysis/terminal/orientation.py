"""How the measures spread, for a terminal: a small table of counts, and what the law says."""

from collections.abc import Iterator

from crosp_cli.output.analysis.orientation import OrientationView, said_in_words
from crosp_cli.output.terminal_layout import Column, Line, heading, paragraph, table
from crosp_cli.text.translation import translation


def orientation_lines(view: OrientationView | None, language: str, width: int, *, in_full: bool) -> Iterator[Line]:
    """Yield the table and what is said; in full, also the questions to read it with."""
    _ = translation(language).gettext
    if view is None:
        return
    yield from heading(_("Orientation of the measures"), width)
    columns = [Column(""), *(Column(title.text, right=True) for title in view.columns)]
    yield from table(columns, [[row.title.text, *map(str, row.counts)] for row in view.rows], width)
    note = _("Numbers of measures, without those that were dropped. The numbers pass no verdict.")
    yield from paragraph(note, width, indent=2)
    for said in view.said:
        yield from paragraph(said_in_words(said, language), width, indent=2)
    if in_full and view.shifts:
        yield from heading(_("Questions to read the table with"), width)
        for shift in view.shifts:
            yield from paragraph(f"- {shift.before.text} → {shift.after.text}", width, indent=2, hang=2)
            if shift.question:
                yield from paragraph(shift.question.text, width, indent=4)
