"""The levels side by side, for a terminal."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from crosp_cli.rendering.levels import ComparisonView, LevelsView
from crosp_cli.rendering.printable import printable
from crosp_cli.rendering.terminal_parts import heading, indented, name, plain_table
from crosp_cli.rendering.translate import translation


def levels_parts(view: LevelsView, language: str) -> Iterator[RenderableType]:
    """Yield where levels differ, and the measures that another level can solve; nothing where there is neither."""
    _ = translation(language).gettext
    for comparison in view.comparisons:
        yield heading(_("Levels side by side: {unit}").format(unit=printable(comparison.title)))
        yield from _comparison(comparison, language)
    if view.misplaced:
        yield heading(_("Measures that another level can solve, by their own account"))
    for one in view.misplaced:
        yield indented(f"- {printable(' '.join(one.what.text.split()))}", 0)
        where = f"{printable(one.report.unit)}, {one.report.level.text}: {name(one.cell)}."
        yield indented(where)
        yield indented(_("Can be solved at the level {level}.").format(level=one.solves_at.text))
        yield indented(printable(one.there))


def _comparison(view: ComparisonView, language: str) -> Iterator[RenderableType]:
    _ = translation(language).gettext
    if view.rows:
        table = plain_table()
        table.expand = True
        table.add_column(_("Cells that the levels see differently"), overflow="fold", ratio=2)
        for report in view.reports:
            title = f"{report.level.text} {report.analysis.assessment.date}"
            table.add_column(Text(title), overflow="fold", ratio=1)
        for row in view.rows:
            table.add_row(name(row.cell), *row.said)
        yield table
    else:
        dates = (f"{report.level.text} {report.analysis.assessment.date}" for report in view.reports)
        yield indented(" · ".join(dates))
        yield indented(_("No cell is rated differently."))
    yield indented(view.rest)
    yield indented(
        _("Each level answers questions of its own: that they see a cell differently is something to talk about.")
    )
