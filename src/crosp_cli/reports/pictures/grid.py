"""The matrix as a drawing: principles down, areas across, whatever their number. What stands in a cell is the caller's.

Where a row of cells has no room, the columns go on below.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from crosp_cli.reports.pictures.svg import Drawing
from crosp_cli.reports.pictures.text_width import width, wrapped
from crosp_cli.text.phrase import Phrase

_NARROWEST_CELL = {True: 88.0, False: 66.0}
_GAP = 4.0
_BELOW_TITLE = 5.0


@dataclass(frozen=True, slots=True)
class Box:
    """Where a cell stands."""

    x: float
    y: float
    width: float
    height: float


DrawCell = Callable[[Drawing, Box, int, int], None]
"""Draws the cell in a box, by its row and its column."""


def draw_grid(
    drawing: Drawing,
    top: float,
    rows: Sequence[Phrase],
    columns: Sequence[Phrase],
    cell_height: float,
    draw_cell: DrawCell,
) -> float:
    """Draw the matrix from `top` on and return where it ends."""
    form = drawing.form
    beside = 176.0 if form.is_wide else 0.0
    most = int((form.width - beside) // _NARROWEST_CELL[form.is_wide])
    y = top
    for first in range(0, len(columns), most):
        part = range(first, min(first + most, len(columns)))
        cell_width = (form.width - beside - _GAP * (len(part) - 1)) / len(part)
        lefts = [beside + number * (cell_width + _GAP) for number in range(len(part))]
        y = _draw_header(drawing, y, [columns[number] for number in part], lefts, cell_width)
        for number, title in enumerate(rows):
            lines = wrapped(title.text, form.text, beside - 12 if beside else form.width)
            height = cell_height
            if beside:
                height = max(cell_height, len(lines) * form.line + 8)
                _draw_lines(drawing, 0, y + form.text + 4, lines, title.language)
            else:
                _draw_lines(drawing, 0, y + form.text, lines, title.language)
                y += len(lines) * form.line + _BELOW_TITLE
            for left, column in zip(lefts, part, strict=True):
                draw_cell(drawing, Box(left, y, cell_width, height), number, column)
            y += height + _GAP + (0 if beside else 6)
        y += 10 if part.stop < len(columns) else 0
    return y


def _draw_header(drawing: Drawing, y: float, titles: Sequence[Phrase], lefts: Sequence[float], room: float) -> float:
    form = drawing.form
    wrappings = [wrapped(title.text, form.small, room + _GAP - 2) for title in titles]
    deepest = max(map(len, wrappings))
    for title, lines, left in zip(titles, wrappings, lefts, strict=True):
        above = (deepest - len(lines)) * form.small_line
        for number, line in enumerate(lines):
            at = y + above + form.small + number * form.small_line
            drawing.text(left + 1, at, Phrase(line, title.language), size=form.small, fill="soft")
    return y + deepest * form.small_line + _BELOW_TITLE


def _draw_lines(drawing: Drawing, x: float, y: float, lines: Sequence[str], language: str) -> None:
    for number, line in enumerate(lines):
        drawing.text(x, y + number * drawing.form.line, Phrase(line, language), bold=not drawing.form.is_wide)


def draw_steps(
    drawing: Drawing, x: float, y: float, steps: int, reached: int | None, target: int | None, room: float
) -> None:
    """Draw a step of the scale as boxes, one for each step above the lowest: full up to the step, then striped up to
    the target, then empty."""
    size = min(12.0, (room - 2 * (steps - 2)) / (steps - 1))
    for number in range(1, steps):
        fill = "paper"
        if reached is not None and number <= reached:
            fill = "accent"
        elif target is not None and number <= target:
            fill = "hatch"
        drawing.rect(
            x + (number - 1) * (size + 2) + 0.5,
            y + 0.5,
            size - 1,
            11,
            fill=fill,
            stroke="edge" if fill == "paper" else "accent",
            thick=1 if fill == "paper" else 1.5,
        )


def steps_width(steps: int) -> float:
    """How wide the boxes of `draw_steps` are where there is room."""
    return (steps - 1) * 14 - 2


@dataclass(frozen=True, slots=True)
class Sign:
    """An entry of a legend: how wide its sign is, how to draw it with its upper left corner at a place, its words."""

    width: float
    draw: Callable[[Drawing, float, float], None]
    words: Phrase


def draw_legend(drawing: Drawing, top: float, signs: Sequence[Sign]) -> float:
    """Draw the legend from `top` on, in as many lines as it needs, and return where it ends."""
    form = drawing.form
    x, y, height = 0.0, top, form.small_line + 6
    for sign in signs:
        room = form.width - sign.width - 6
        lines = wrapped(sign.words.text, form.small, room)
        across = sign.width + 6 + max(width(line, form.small) for line in lines)
        if x and x + across > form.width:
            x, y = 0.0, y + height
        sign.draw(drawing, x, y)
        for number, line in enumerate(lines):
            at = y + form.small - 1 + number * form.small_line
            drawing.text(x + sign.width + 6, at, Phrase(line, sign.words.language), size=form.small)
        y += (len(lines) - 1) * form.small_line
        x += across + 16
    return y + height
