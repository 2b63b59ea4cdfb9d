"""Why the other cells are not in focus, for a terminal."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from crosp_cli.analysis.assessment.cells import State
from crosp_cli.output.analysis.explanation import Explanation, StepView
from crosp_cli.output.analysis.terminal.matrix import mark
from crosp_cli.output.layout import Column, FittedTable, Paragraph, heading
from crosp_cli.text.translation import translation


def explanation_lines(explanation: Explanation, language: str) -> Iterator[RenderableType]:
    """Yield the order, what stands behind the cells chosen, and the step that each other cell fell on."""
    _ = translation(language).gettext
    yield from heading(_("How focus is chosen"))
    how = _("Everything is compared step by step; the first difference decides. No step has a weight.")
    yield Paragraph(how, indent=2)
    for number, words in enumerate(explanation.order, 1):
        yield Paragraph(f"{number} {words}", indent=2, hang=2)
    if explanation.behind:
        yield from heading(_("What lies behind"))
    for view in explanation.behind:
        yield Paragraph(f"{mark(view.number) if view.number else '–'} {view.cell.name}", hang=2)
        for line in view.lines:
            yield Paragraph(line, indent=2, hang=2)
    if explanation.cells:
        yield from heading(_("Why not the others"))
    if explanation.last:
        text = _("Compared with {mark} {cell}, which was chosen last.")
        last = text.format(mark=mark(explanation.last.number), cell=explanation.last.cell.name)
        yield Paragraph(last, indent=2)
    for number, step in enumerate(explanation.steps):
        if number:
            yield Text()
        yield from _step(step, language)


def _step(step: StepView, language: str) -> Iterator[RenderableType]:
    """The cells that fell on a step; those about which nothing has been written share a line."""
    _ = translation(language).gettext
    silent = [passed for passed in step.cells if passed.missing and passed.cell.state is State.NOT_ASSESSED]
    others = [[passed.cell.name, passed.reason] for passed in step.cells if passed not in silent]
    if others:
        columns = [Column(step.title, share=1), Column(_("Why"), share=1)]
        yield FittedTable(columns, others)
    else:
        yield Paragraph(step.title, style="bold")
    if silent:
        yield Paragraph(f"{silent[0].reason.rstrip('.')}: {'; '.join(passed.cell.name for passed in silent)}")
