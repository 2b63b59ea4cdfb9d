"""Why the other cells are not in focus, for a terminal."""

from collections.abc import Iterator

from crosp_cli.analysis.assessment.cells import State
from crosp_cli.output.analysis.explanation import Explanation, StepView
from crosp_cli.output.analysis.terminal.matrix import mark
from crosp_cli.output.terminal_layout import EMPTY, Column, Line, heading, paragraph, table
from crosp_cli.text.translation import translation


def explanation_lines(explanation: Explanation, language: str, width: int) -> Iterator[Line]:
    """Yield the order, what stands behind the cells chosen, and the step that each other cell fell on."""
    _ = translation(language).gettext
    yield from heading(_("How focus is chosen"), width)
    how = _("Cells are compared step by step; the first difference decides. No step has a weight.")
    yield from paragraph(how, width, indent=2)
    for number, words in enumerate(explanation.order, 1):
        yield from paragraph(f"{number} {words}", width, indent=2, hang=2)
    if explanation.behind:
        yield from heading(_("Behind the cells in focus"), width)
    for view, references in explanation.behind:
        yield from paragraph(f"{mark(view.number)} {view.cell.name}", width, hang=2)
        for reference in references:
            yield from paragraph(reference, width, indent=2, hang=2)
    if explanation.cells:
        yield from heading(_("Why not the other cells"), width)
    if explanation.last:
        text = _("Compared with {mark} {cell}, the last cell chosen.")
        last = text.format(mark=mark(explanation.last.number), cell=explanation.last.cell.name)
        yield from paragraph(last, width, indent=2)
    for number, step in enumerate(explanation.steps):
        if number:
            yield EMPTY
        yield from _step(step, language, width)


def _step(step: StepView, language: str, width: int) -> Iterator[Line]:
    """The cells that fell on a step; those about which nothing has been written share a line."""
    _ = translation(language).gettext
    silent = [passed for passed in step.cells if passed.cell.state is State.NOT_ASSESSED]
    others = [[passed.cell.name, passed.reason] for passed in step.cells if passed not in silent]
    if others:
        columns = [Column(step.title, share=1), Column(_("Why"), share=1)]
        yield from table(columns, others, width)
    else:
        yield from paragraph(step.title, width, style="bold")
    if silent:
        yield from paragraph(
            f"{silent[0].reason.rstrip('.')}: {'; '.join(passed.cell.name for passed in silent)}", width
        )
