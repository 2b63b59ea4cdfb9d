"""The analysis on one screen: the map, where to begin with the team's own need first, and what is overdue."""

from collections.abc import Iterator
from itertools import chain, islice

from rich.console import Group, RenderableType
from rich.text import Text

from crosp_cli.output.analysis.build import AnalysisView
from crosp_cli.output.analysis.content import AnalysisAnswer
from crosp_cli.output.analysis.grouping import heading as headed
from crosp_cli.output.analysis.terminal.matrix import mark, matrix
from crosp_cli.output.analysis.views import FocusView, MeasureView
from crosp_cli.output.layout import Paragraph
from crosp_cli.text.phrase import shortened
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation

_MOST_OVERDUE = 3
"""How many overdue measures are named; the others are counted."""
_MOST_UNITS = 9
"""How many assessments are shown beside each other; the others are counted."""
_LINE = 72
"""How much of what a team has written is shown, in characters: a line of a terminal."""


def as_terminal(shown: AnalysisAnswer) -> RenderableType:
    """Return one assessment with its map, or of several each one's focus and what is overdue."""
    if len(shown.reports) == 1:
        return Group(*_one(shown.reports[0]))
    found = islice(shown.reports, _MOST_UNITS)
    return Group(*chain.from_iterable(map(_of_several, found)), *_others(shown))


def _one(report: AnalysisView) -> Iterator[RenderableType]:
    _ = translation(report.language).gettext
    yield Paragraph(printable(headed(report)), style="bold")
    yield from matrix(report)
    yield Text()
    if not report.focus:
        yield Paragraph(_("Nothing gives grounds for focus yet: rate, set a target or state a priority."))
    for view in report.focus:
        yield from _focus(view)
    if report.unplaced:
        text = _("Here the law asks for something, and you have not placed it:")
        yield Paragraph(f"{text} {'; '.join(view.cell.name for view in report.unplaced)}", hang=2)
    yield from _overdue(report)


def _focus(view: FocusView) -> Iterator[RenderableType]:
    yield Paragraph(f"{mark(view.number)} {view.cell.name}", hang=2, style="bold")
    if view.need:
        yield Paragraph(printable(shortened(view.need, _LINE).text), indent=2)
    yield Paragraph(view.reasons[0], indent=2, style="dim")


def _of_several(report: AnalysisView) -> Iterator[RenderableType]:
    yield Paragraph(printable(headed(report)), hang=2, style="bold")
    if not report.focus:
        yield Paragraph(translation(report.language).gettext("nothing gives grounds for focus yet"), indent=2)
    for view in report.focus:
        yield Paragraph(f"{mark(view.number)} {view.cell.name}", indent=2, hang=2)
    if late := _late(report):
        many = translation(report.language).ngettext
        text = many("{number} measure is overdue", "{number} measures are overdue", len(late))
        yield Paragraph(text.format(number=len(late)), indent=2, style="yellow")


def _others(shown: AnalysisAnswer) -> Iterator[RenderableType]:
    more = len(shown.reports) - _MOST_UNITS
    if more > 0:
        many = translation(shown.reports[0].language).ngettext
        text = many(
            "{number} more assessment is not shown: name its file or its folder.",
            "{number} more assessments are not shown: name a file or a folder.",
            more,
        )
        yield Paragraph(text.format(number=more))


def _late(report: AnalysisView) -> list[MeasureView]:
    return [view for view in report.measures if view.result.overdue]


def _overdue(report: AnalysisView) -> Iterator[RenderableType]:
    late = _late(report)
    if not late:
        return
    many = translation(report.language).ngettext
    text = many("{number} measure is overdue", "{number} measures are overdue", len(late)).format(number=len(late))
    yield Paragraph(f"{text}:", style="yellow")
    for view in late[:_MOST_OVERDUE]:
        told = f"{view.result.measure.due} {view.responsible.text if view.responsible else '–'}: "
        yield Paragraph(printable(told + shortened(view.what, max(_LINE - len(told), _LINE // 3)).text), indent=2)
