"""The map as a picture: every cell of the matrix with its rating, its target and whether it is in focus."""

from markupsafe import Markup

from crosp_cli.analysis.assessment.cells import State
from crosp_cli.output.analysis.views import AnalysisView, CellView
from crosp_cli.reports.pictures.grid import Box, Sign, draw_grid, draw_legend, draw_steps, steps_width
from crosp_cli.reports.pictures.svg import Drawing, PictureFormat
from crosp_cli.reports.pictures.text_width import width, wrapped
from crosp_cli.text.phrase import Phrase
from crosp_cli.text.translation import translation


def map_picture(report: AnalysisView, form: PictureFormat) -> Markup:
    """Return the map. A cell that is not assessed says so; it is no low rating and no empty place."""
    _ = translation(report.language).gettext
    drawing = Drawing("map", form, report.language)
    steps = len(report.scale)
    deep = 46.0 if form.is_wide else 64.0 if report.focus else 46.0

    def cell(drawing: Drawing, box: Box, row: int, column: int) -> None:
        _draw_cell(drawing, box, report.rows[row].cells[column], steps)

    y = draw_grid(
        drawing, 0, [row.title for row in report.rows], [short for _title, short in report.columns], deep, cell
    )
    signs = [
        _sign(steps, number, None, Phrase(f"{step.value} {step.label.text}", step.label.language))
        for number, step in enumerate(report.scale)
    ]
    signs.append(_sign(2, None, 1, Phrase(_("up to the target"), report.language)))
    y = draw_legend(drawing, y + 8, signs)
    title = _("Map: {unit}, {occasion}").format(unit=report.unit, occasion=report.analysis.assessment.occasion)
    about = _("{rows} by {columns}, each with its rating and target. The same is a table in the summary.")
    return drawing.done(y, title, about.format(rows=len(report.rows), columns=len(report.columns)))


def _draw_cell(drawing: Drawing, box: Box, cell: CellView, steps: int) -> None:
    _ = translation(drawing.language).gettext
    form = drawing.form
    nothing = cell.state in (State.NOT_ASSESSED, State.NOT_APPLICABLE, State.OUTSIDE)
    drawing.rect(
        box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1,
        fill="shade" if nothing and cell.state is not State.OUTSIDE else "paper",
        stroke="accent" if cell.focus else "edge",
        thick=2.5 if cell.focus else 1,
        dashed=nothing,
    )  # fmt: skip
    left, baseline, room = box.x + 7, box.y + 18, box.width - 14
    if cell.rating is not None:
        words = f"{cell.rating} → {cell.target}" if cell.target is not None else str(cell.rating)
        drawing.text(left, baseline, words, bold=True)
    else:
        words = {
            State.NOT_ASSESSED: _("not assessed"),
            State.NOT_APPLICABLE: _("not applicable"),
            State.OUTSIDE: "",
        }.get(cell.state, _("not rated"))
        if cell.target is not None:
            words = f"{words} → {cell.target}"
        for number, line in enumerate(wrapped(words, form.small, room) if words else ()):
            drawing.text(left, baseline - 1 + number * form.small_line, line, size=form.small, fill="soft")
    if cell.position is not None:
        draw_steps(drawing, left, box.y + 26, steps, cell.position, cell.target_position, room)
    if cell.focus:
        words = _("Focus %(number)s") % {"number": cell.focus}
        if form.is_wide:
            room = width(words, form.small, bold=True) + 8
            drawing.badge(box.x + box.width - room - 7, baseline, words)
        else:
            drawing.badge(left - 3, box.y + 56, words)


def _sign(steps: int, reached: int | None, target: int | None, words: Phrase) -> Sign:
    def draw(drawing: Drawing, x: float, y: float) -> None:
        draw_steps(drawing, x, y, steps, reached, target, steps_width(steps))

    return Sign(steps_width(steps), draw, words)
