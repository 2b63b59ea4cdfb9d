"""The levels side by side, for a terminal."""

from collections.abc import Iterator

from rich.console import RenderableType

from crosp_cli.output.analysis.levels import ComparisonView, LevelsView
from crosp_cli.output.layout import Column, FittedTable, Paragraph, heading
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation


def levels_lines(view: LevelsView, language: str) -> Iterator[RenderableType]:
    """Yield where levels differ, and the measures that another level can solve; nothing where there is neither."""
    _ = translation(language).gettext
    for comparison in view.comparisons:
        yield from heading(_("Levels side by side: {unit}").format(unit=printable(comparison.title)))
        yield from _comparison(comparison, language)
    if view.misplaced:
        yield from heading(_("Measures that another level can solve, by their own account"))
    for one in view.misplaced:
        yield Paragraph(f"- {printable(' '.join(one.what.text.split()))}", hang=2)
        where = f"{printable(one.report.unit)}, {one.report.level.text}: {one.cell.name}."
        yield Paragraph(where, indent=2)
        solved = _("Can be solved at the level {level}.").format(level=one.solves_at.text)
        yield Paragraph(solved, indent=2)
        yield Paragraph(printable(one.there), indent=2)


def _comparison(view: ComparisonView, language: str) -> Iterator[RenderableType]:
    _ = translation(language).gettext
    levels = [f"{report.level.text} {report.analysis.assessment.date}" for report in view.reports]
    if view.rows:
        columns = [
            Column(_("What the levels see differently"), share=2),
            *(Column(level, share=1) for level in levels),
        ]
        yield FittedTable(columns, [[row.cell.name, *row.said] for row in view.rows])
    else:
        yield Paragraph(" · ".join(levels), indent=2)
        yield Paragraph(_("Nothing is rated differently."), indent=2)
    yield Paragraph(view.rest, indent=2)
    talk = _(
        "Each level answers questions of its own: that they see the same thing differently is something to talk about."
    )
    yield Paragraph(talk, indent=2)
