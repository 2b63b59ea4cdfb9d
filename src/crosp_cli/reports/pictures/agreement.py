"""Agreement between groups as a picture: for each cell seen differently, where on the scale each group stands.

What it shows is what `analysis.disclosure` lets through: medians, and whether the answers within a group go apart.
There are no counts here and nothing to count from.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from markupsafe import Markup

from crosp_cli.output.analysis.views import AgreementView, AnalysisView, GroupView
from crosp_cli.reports.pictures.grid import Sign, draw_legend
from crosp_cli.reports.pictures.paging import parts
from crosp_cli.reports.pictures.svg import Drawing, PictureFormat
from crosp_cli.reports.pictures.text_width import wrapped
from crosp_cli.text.phrase import Phrase
from crosp_cli.text.translation import translation

_MARGIN = 16.0
_TALLEST = 260.0
"""How tall the cells of a picture may be: a third of a page, so that little of one is left empty before it."""


def agreement_pictures(report: AnalysisView, form: PictureFormat) -> tuple[Markup, ...]:
    """Return the pictures of the cells that groups see differently: none where there is no such cell, several if it
    takes more than a third of a page."""
    shown = [view for view in _cells(report) if view.differ or any(group.divided for group in view.groups)]
    found = parts(shown, _Layout(form).cell_height, _TALLEST)
    return tuple(_picture(report, form, part, number, len(found)) for number, part in enumerate(found, 1))


def _cells(report: AnalysisView) -> Iterator[AgreementView]:
    for detail in report.details:
        if detail.agreement is not None:
            yield detail.agreement


class _Layout:
    """Where the names end and the scale begins."""

    def __init__(self, form: PictureFormat) -> None:
        self.form = form
        self.left = 300.0 if form.is_wide else 132.0
        self.right = form.width - 64.0 if form.is_wide else form.width - 40.0

    def at(self, position: int, steps: int) -> float:
        return self.left + _MARGIN + position * (self.right - self.left - 2 * _MARGIN) / (steps - 1)

    def cell_title(self, cell: AgreementView) -> list[str]:
        title = cell.cell.name
        return wrapped(title, self.form.text, self.form.width, bold=True)

    def names(self, group: GroupView, apart: str) -> list[tuple[str, bool]]:
        """The lines of a group's name, and whether each is a remark."""
        room = self.left - 6
        found = [(line, False) for line in wrapped(group.title.text, self.form.small, room)]
        if group.divided:
            found += [(line, True) for line in wrapped(apart, self.form.small, room)]
        return found

    def cell_height(self, cell: AgreementView) -> float:
        lines = len(self.cell_title(cell)) * self.form.line
        return lines + sum(self.group_height(self.names(group, "x" * 30)) for group in cell.groups) + 14

    def group_height(self, names: Sequence[tuple[str, bool]]) -> float:
        return max(17.0, len(names) * self.form.small_line + 5)


def _picture(report: AnalysisView, form: PictureFormat, cells: Sequence[AgreementView], number: int, of: int) -> Markup:
    _ = translation(report.language).gettext
    drawing = Drawing(f"agreement-{number}", form, report.language)
    layout, values = _Layout(form), [step.value for step in report.scale]
    y = form.small
    for position, value in enumerate(values):
        at = layout.at(position, len(values))
        drawing.text(at, y, str(value), size=form.small, fill="soft", anchor="middle")
    y += 12
    for cell in cells:
        y = _draw_cell(drawing, layout, y, cell, values)
    if number == 1:
        y = draw_legend(drawing, y + 2, _signs(report))
    title = _("Agreement between groups: {unit}, {occasion}").format(
        unit=report.unit, occasion=report.analysis.assessment.occasion
    )
    if of > 1:
        title += f" ({number}/{of})"
    about = _("Where groups see it differently: the step in the middle of each group's answers.")
    return drawing.done(y, title, " ".join([about, *_told(cells, _("the answers go apart"))]))


def _told(cells: Sequence[AgreementView], apart: str) -> Iterator[str]:
    """Yield a sentence for each cell: what the picture shows, for those who do not see it."""
    for cell in cells:
        groups = (f"{one.title.text} {one.middle}{f', {apart}' if one.divided else ''}" for one in cell.groups)
        yield f"{cell.cell.name}: {'; '.join(groups)}."


def _draw_cell(drawing: Drawing, layout: _Layout, y: float, cell: AgreementView, values: Sequence[int]) -> float:
    form = drawing.form
    drawing.line(0, y - 3, form.width, y - 3)
    for line in layout.cell_title(cell):
        y += form.line
        drawing.text(0, y, Phrase(line, cell.cell.row.language), bold=True)
    y += 7
    for group in cell.groups:
        y = _draw_group(drawing, layout, y, group, values)
    return y + 7


def _draw_group(drawing: Drawing, layout: _Layout, y: float, group: GroupView, values: Sequence[int]) -> float:
    _ = translation(drawing.language).gettext
    form, last = drawing.form, len(values) - 1
    names = layout.names(group, _("the answers go apart"))
    height = layout.group_height(names)
    middle = y + height / 2
    top = middle - len(names) * form.small_line / 2 + form.small - 0.5
    for number, (line, is_remark) in enumerate(names):
        words = line if is_remark else Phrase(line, group.title.language)
        drawing.text(0, top + number * form.small_line, words, size=form.small, fill="soft" if is_remark else "ink")
    drawing.line(layout.at(0, last + 1), middle, layout.at(last, last + 1), middle)
    for position in range(last + 1):
        at = layout.at(position, last + 1)
        drawing.line(at, middle - 4, at, middle + 4)
    places = [layout.at(values.index(value), last + 1) for value in dict.fromkeys(group.steps)]
    for one, other in pairwise(places):
        drawing.line(one, middle, other, middle, stroke="accent", thick=5)
    for at in places:
        drawing.circle(at, middle, 6, fill="paper" if group.divided else "accent")
    if group.divided:
        _draw_tips(drawing, places[0], places[-1], middle)
    drawing.text(layout.right + 8, middle + form.text * 0.36, group.middle, bold=True)
    return y + height


def _draw_tips(drawing: Drawing, left: float, right: float, y: float) -> None:
    """Two tips that point away from what stands between `left` and `right`: the answers go apart."""
    for x, side in ((left, -1), (right, 1)):
        drawing.shape(((x + side * 15, y), (x + side * 9.5, y - 4), (x + side * 9.5, y + 4)), fill="accent", thick=1)


def _draw_sign(drawing: Drawing, x: float, y: float, *, divided: bool) -> None:
    drawing.circle(x, y, 6, fill="paper" if divided else "accent")
    if divided:
        _draw_tips(drawing, x, x, y)


def _signs(report: AnalysisView) -> list[Sign]:
    _ = translation(report.language).gettext
    signs = [
        Sign(14, lambda drawing, x, y: _draw_sign(drawing, x + 7, y + 6, divided=False),
             Phrase(_("the step in the middle of a group's answers"), report.language)),
        Sign(32, lambda drawing, x, y: _draw_sign(drawing, x + 16, y + 6, divided=True),
             Phrase(_("the answers go apart"), report.language)),
    ]  # fmt: skip
    steps = (Phrase(f"{step.value} {step.label.text}", step.label.language) for step in report.scale)
    return [*signs, *(Sign(-6, lambda _drawing, _x, _y: None, words) for words in steps)]
