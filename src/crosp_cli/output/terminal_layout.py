"""Text in columns for a terminal or a file: lines of a given width, each in parts that may have a style.

A style is a word or two that the terminal's library understands ("bold", "dim", "blue"); a file gets none. An analysis
is drawn many times a day in CI and in pipes, where that library would cost more than the analysis itself.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

Part = tuple[str, str]
"""A text and its style; "" is plain."""
Line = tuple[Part, ...]
Cell = str | Line
"""What stands in a table's cell. Where it is broken to the width of its column, several styles are lost."""

EMPTY: Line = ()
GAP, NARROW_GAP = "   ", " "
"""What stands between two columns; the second where words would be broken in two for want of room."""


class Column(NamedTuple):
    """A column of a table."""

    title: str
    right: bool = False
    """Whether it is aligned to the right, as numbers are."""
    share: int = 0
    """Its share of the room that is left; with 0, it is as wide as its widest cell."""
    most: int | None = None
    """How wide it may be."""
    least: int = 0
    """How narrow it may be, where there is room."""


def plain(line: Line) -> str:
    """Return a line without its styles."""
    return "".join(text for text, _style in line).rstrip()


def width_of(text: str) -> int:
    """Return how many columns a terminal needs for `text`."""
    return len(text) if text.isascii() else sum(map(_width, text))


def heading(text: str, width: int) -> Iterator[Line]:
    """Yield a heading, with an empty line above it."""
    yield EMPTY
    yield from paragraph(text, width, style="bold")


def paragraph(text: str, width: int, *, indent: int = 0, hang: int = 0, style: str = "") -> Iterator[Line]:
    """Yield a text broken into lines; from the second line on, `hang` columns further in."""
    for number, line in enumerate(broken(text, width - indent - hang)):
        yield ((" " * (indent + (hang if number else 0)) + line, style),)


def rule(width: int) -> Line:
    """Return a line across."""
    return (("─" * width, "dim"),)


def side_by_side(items: Sequence[str], width: int, style: str = "") -> Iterator[Line]:
    """Yield short texts one after the other, on as many lines as they need and none of them broken in two."""
    line = ""
    for item in items:
        longer = f"{line}  {item}" if line else item
        if line and width_of(longer) > width:
            yield ((line, style),)
            longer = item
        line = longer
    if line:
        yield ((line, style),)


def table(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], width: int) -> Iterator[Line]:
    """Yield a table: its head, a line below it, and the rows, each cell broken to the width of its column."""
    needed = sum(max(map(_least, cells)) for cells in _texts(columns, rows))
    gap = GAP if needed + len(GAP) * (len(columns) - 1) <= width else NARROW_GAP
    widths = _widths(columns, rows, width - len(gap) * (len(columns) - 1))
    head: list[Cell] = [((column.title, "bold"),) for column in columns]
    yield from _row(head, columns, widths, gap, bottom=True)
    yield (("─" * min(width, sum(widths) + len(gap) * (len(columns) - 1)), ""),)
    for row in rows:
        yield from _row(row, columns, widths, gap)


def ruled_table(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], width: int) -> Iterator[Line]:
    """Yield a table with a line above and below each row, one column in from the margin."""
    gap = "  "
    widths = _widths(columns, rows, width - 1 - len(gap) * (len(columns) - 1))
    line: Line = ((" " + "─" * (sum(widths) + len(gap) * (len(columns) - 1)), ""),)
    yield line
    for row in ([column.title for column in columns], *rows):
        yield from ((((" ", "")), *part) for part in _row(row, columns, widths, gap))
        yield line


def broken(text: str, width: int) -> list[str]:
    """Return `text` in lines of at most `width` columns, broken between words; within a word only if it is wider."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and width_of(lines[-1]) + 1 + width_of(word) <= width:
            lines[-1] += f" {word}"
            continue
        first, *more = _folded(word, max(width, 1))
        lines += [first, *more]
    return lines


def _folded(word: str, width: int) -> list[str]:
    parts = [""]
    for character in word:
        if width_of(parts[-1]) + _width(character) > width and parts[-1]:
            parts.append("")
        parts[-1] += character
    return parts


def _width(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _text(cell: Cell) -> str:
    return cell if isinstance(cell, str) else "".join(text for text, _style in cell)


def _texts(columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> list[list[str]]:
    """What stands in each column, its title first."""
    return [
        [column.title, *(_text(row[number]) for row in rows if number < len(row))]
        for number, column in enumerate(columns)
    ]


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], room: int) -> list[int]:
    """How wide each column is: as its widest cell, narrowed where there is not room enough for all."""
    texts = _texts(columns, rows)
    widths = [
        min(max(column.least, *map(width_of, cells)), column.most or room)
        for column, cells in zip(columns, texts, strict=True)
    ]
    least = [max(column.least, *map(_least, cells)) for column, cells in zip(columns, texts, strict=True)]
    shares = sum(column.share for column in columns)
    if shares:
        left = max(room - sum(w for column, w in zip(columns, widths, strict=True) if not column.share), 0)
        widths = [
            max(left * column.share // shares, low) if column.share else w
            for column, w, low in zip(columns, widths, least, strict=True)
        ]
        first = next(number for number, column in enumerate(columns) if column.share)
        widths[first] += max(room - sum(widths), 0)
    while sum(widths) > room and max(widths) > 2:  # room for the widest character
        spare = [w - low for w, low in zip(widths, least, strict=True)]
        candidates = spare if max(spare) > 0 else widths
        widths[candidates.index(max(candidates))] -= 1
    return widths


def _least(text: str) -> int:
    """How narrow a text can be with every word whole."""
    words = text.lstrip(" ")
    margin = len(text) - len(words)
    return margin + (2 if margin and " " in words else 0) + max(map(width_of, words.split(" ")))


def _row(
    cells: Sequence[Cell], columns: Sequence[Column], widths: Sequence[int], gap: str, *, bottom: bool = False
) -> Iterator[Line]:
    blocks = [_block(cell, width) for cell, width in zip(cells, widths, strict=False)]
    height = max(map(len, blocks))
    for number in range(height):
        line: list[Part] = []
        for block, column, width in zip(blocks, columns, widths, strict=False):
            place = number - (height - len(block)) if bottom else number
            part = block[place] if 0 <= place < len(block) else EMPTY
            room = " " * (width - sum(width_of(text) for text, _style in part))
            line += [(gap, "")] if line else []
            line += [(room, ""), *part] if column.right else [*part, (room, "")]
        yield tuple(line)


def _block(cell: Cell, width: int) -> list[Line]:
    """A cell as lines; what is indented goes on a little further in."""
    if not isinstance(cell, str) and len(cell) > 1 and sum(width_of(text) for text, _style in cell) <= width:
        return [cell]
    style = cell[0][1] if not isinstance(cell, str) and len(cell) == 1 else ""
    text = _text(cell)
    words = text.lstrip(" ")
    margin = text[: len(text) - len(words)]
    if width_of(text) <= width:
        return [((text, style),)]
    more = f"{margin}  " if margin else ""
    lines = broken(words, width - len(more))
    return [((f"{more if number else margin}{line}", style),) for number, line in enumerate(lines)]
