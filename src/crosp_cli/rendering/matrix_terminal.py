"""The map of an assessment for a terminal: readable at 80 columns, and without colour."""

from collections.abc import Iterable

from rich import box
from rich.cells import cell_len
from rich.columns import Columns
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from crosp_cli.analysis.cells import State
from crosp_cli.rendering.report import CellView, Report
from crosp_cli.rendering.translate import translation

_STYLES = ("", "cyan", "blue", "bold blue")
"""From the lowest step to the highest: calm colours, none of which says good or bad."""

FOCUS_MARKS = "①②③④⑤⑥⑦⑧⑨"


def matrix(report: Report) -> RenderableType:
    """Return the map, and the words that explain its marks."""
    table = Table(box=box.HORIZONTALS, show_lines=True, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("", width=_row_width(report), overflow="fold")
    for _title, short in report.columns:
        table.add_column(short.text, overflow="fold", min_width=_cell_width(report))
    for row in report.rows:
        table.add_row(row.short.text, *(_cell(cell, report) for cell in row.cells))
    return Group(table, _legend(report))


def _cell(cell: CellView, report: Report) -> Text:
    text = Text()
    if cell.state is State.NOT_APPLICABLE:
        text.append("–", style="dim")
    elif cell.state is State.NOT_ASSESSED:
        text.append("·", style="dim")
    elif cell.position is None:
        text.append("…")
    else:
        style = _STYLES[min(cell.position * len(_STYLES) // len(report.scale), len(_STYLES) - 1)]
        text.append(f"{cell.rating} {boxes(cell.position, len(report.scale))}", style=style)
    if cell.target is not None and cell.target != cell.rating:
        text.append(f" →{cell.target}")
    if cell.focus is not None:
        text.append(f" {mark(cell.focus)}", style="bold")
    return text


def boxes(position: int, steps: int) -> str:
    """Return a step on the scale as filled and empty boxes, one for each step above the lowest."""
    return "■" * position + "□" * (steps - 1 - position)


def mark(number: int) -> str:
    """Return the mark of a focus cell."""
    return FOCUS_MARKS[number - 1] if number <= len(FOCUS_MARKS) else f"({number})"


def _row_width(report: Report) -> int:
    return max(12, min(22, max(cell_len(row.short.text) for row in report.rows)))


def _cell_width(report: Report) -> int:
    return len(report.scale) + 7


def _legend(report: Report) -> RenderableType:
    _ = translation(report.language).gettext
    steps = (
        f"{step.value} {boxes(number, len(report.scale))} {step.label.text}" for number, step in enumerate(report.scale)
    )
    marks = (_("→ target"), _("① focus"), _("… described, not rated"), _("· not assessed"), _("– not applicable"))
    return Group(_on_lines(steps), _on_lines(marks))


def _on_lines(items: Iterable[str]) -> RenderableType:
    """Items beside each other, none of them broken in two."""
    return Columns([Text(item, style="dim", no_wrap=True) for item in items], padding=(0, 2))
