"""The levels side by side, for a terminal."""

from collections.abc import Iterator

from crosp_cli.output.analysis.levels import ComparisonView, LevelsView
from crosp_cli.output.terminal_layout import Column, Line, heading, paragraph, table
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation


def levels_lines(view: LevelsView, language: str, width: int) -> Iterator[Line]:
    """Yield where levels differ, and the measures that another level can solve; nothing where there is neither."""
    _ = translation(language).gettext
    for comparison in view.comparisons:
        yield from heading(_("Levels side by side: {unit}").format(unit=printable(comparison.title)), width)
        yield from _comparison(comparison, language, width)
    if view.misplaced:
        yield from heading(_("Measures that another level can solve, by their own account"), width)
    for one in view.misplaced:
        yield from paragraph(f"- {printable(' '.join(one.what.text.split()))}", width, hang=2)
        where = f"{printable(one.report.unit)}, {one.report.level.text}: {one.cell.name}."
        yield from paragraph(where, width, indent=2)
        solved = _("Can be solved at the level {level}.").format(level=one.solves_at.text)
        yield from paragraph(solved, width, indent=2)
        yield from paragraph(printable(one.there), width, indent=2)


def _comparison(view: ComparisonView, language: str, width: int) -> Iterator[Line]:
    _ = translation(language).gettext
    levels = [f"{report.level.text} {report.analysis.assessment.date}" for report in view.reports]
    if view.rows:
        columns = [
            Column(_("Cells that the levels see differently"), share=2),
            *(Column(level, share=1) for level in levels),
        ]
        yield from table(columns, [[row.cell.name, *row.said] for row in view.rows], width)
    else:
        yield from paragraph(" · ".join(levels), width, indent=2)
        yield from paragraph(_("No cell is rated differently."), width, indent=2)
    yield from paragraph(view.rest, width, indent=2)
    talk = _("Each level answers questions of its own: that they see a cell differently is something to talk about.")
    yield from paragraph(talk, width, indent=2)
