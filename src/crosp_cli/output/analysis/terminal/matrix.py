"""The map of an assessment for a terminal: readable at 80 columns, and without colour."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from crosp_cli.analysis.assessment.cells import State
from crosp_cli.output.analysis.build import AnalysisView, CellView
from crosp_cli.output.layout import Column, Paragraph, RuledTable, SideBySide
from crosp_cli.text.translation import translation

_STYLES = ("", "cyan", "blue", "bold blue")
"""From the lowest step to the highest: calm colours, none of which says good or bad."""

FOCUS_MARKS = "①②③④⑤⑥⑦⑧⑨"


def matrix(report: AnalysisView) -> Iterator[RenderableType]:
    """Yield the map, and the words that explain its marks."""
    room = len(report.scale) + 6  # for a step, a target and a mark, so that the maps of a school look alike
    columns = [Column("", most=22), *(Column(short.text, least=room) for _title, short in report.columns)]
    rows: list[list[str | Text]] = [
        [row.short.text, *(_cell(cell, report) for cell in row.cells)] for row in report.rows
    ]
    yield RuledTable(columns, rows)
    yield from _legend(report)


def _cell(cell: CellView, report: AnalysisView) -> Text:
    parts: list[tuple[str, str]] = []
    if cell.state is State.NOT_APPLICABLE:
        parts.append(("–", "dim"))
    elif cell.state is State.OUTSIDE:
        pass
    elif cell.state is State.NOT_ASSESSED:
        parts.append(("·", "dim"))
    elif cell.position is None:
        parts.append(("…", ""))
    else:
        style = _STYLES[min(cell.position * len(_STYLES) // len(report.scale), len(_STYLES) - 1)]
        parts.append((f"{cell.rating} {boxes(cell.position, len(report.scale))}", style))
    if cell.target is not None and cell.target != cell.rating:
        parts.append((f" →{cell.target}", ""))
    if cell.focus is not None:
        parts.append((f" {mark(cell.focus)}", "bold"))
    return Text.assemble(*parts)


def boxes(position: int, steps: int) -> str:
    """Return a step on the scale as filled and empty boxes, one for each step above the lowest."""
    return "■" * position + "□" * (steps - 1 - position)


def mark(number: int) -> str:
    """Return the mark of a focus cell."""
    return FOCUS_MARKS[number - 1] if number <= len(FOCUS_MARKS) else f"({number})"


def _legend(report: AnalysisView) -> Iterator[RenderableType]:
    _ = translation(report.language).gettext
    steps = [
        f"{step.value} {boxes(number, len(report.scale))} {step.label.text}" for number, step in enumerate(report.scale)
    ]
    marks = [_("→ target"), _("① focus"), _("… described, not rated"), _("· not assessed"), _("– not applicable")]
    yield SideBySide(steps, "dim")
    yield SideBySide(marks, "dim")
    if report.round:
        yield Paragraph(report.round, style="dim")
