"""Why the other cells are not in focus, for a terminal."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from crosp_cli.rendering.explanation import Explanation
from crosp_cli.rendering.matrix_terminal import mark
from crosp_cli.rendering.terminal_parts import heading, indented, name, plain_table
from crosp_cli.rendering.translate import translation


def explanation_parts(explanation: Explanation, language: str) -> Iterator[RenderableType]:
    """Yield the order, what stands behind the cells chosen, and the step that each other cell fell on."""
    _ = translation(language).gettext
    yield heading(_("How focus is chosen"))
    yield indented(_("Cells are compared step by step; the first difference decides. No step has a weight."))
    for number, words in enumerate(explanation.order, 1):
        yield indented(f"{number} {words}")
    if explanation.behind:
        yield heading(_("Behind the cells in focus"))
    for view, references in explanation.behind:
        yield indented(f"{mark(view.number)} {name(view.cell)}", 0)
        for reference in references:
            yield indented(reference)
    if explanation.cells:
        yield heading(_("Why not the other cells"))
    if explanation.last:
        text = _("Compared with {mark} {cell}, the last cell chosen.")
        yield indented(text.format(mark=mark(explanation.last.number), cell=name(explanation.last.cell)))
    for number, step in enumerate(explanation.steps):
        if number:
            yield Text()
        table = plain_table()
        table.expand = True
        table.add_column(step.title, overflow="fold", ratio=1)
        table.add_column(_("Why"), overflow="fold", ratio=1)
        for passed in step.cells:
            table.add_row(name(passed.cell), passed.reason)
        yield table
