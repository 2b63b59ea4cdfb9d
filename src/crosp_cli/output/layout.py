"""What is drawn on a terminal: paragraphs that hang, and tables that keep words whole as long as there is room.

Rich draws; how wide a column is and where a text is broken is decided here. A word in Swedish is long, and a table of
rich's own breaks it before it takes room from a column that has some to spare, and leaves out what has none. Where a
column would be too narrow, a table is told row by row.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from rich.align import VerticalAlignMethod
from rich.box import HORIZONTALS
from rich.cells import cell_len, chop_cells
from rich.console import Console, ConsoleOptions, JustifyMethod, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

GAP, NARROW_GAP = 3, 1
"""What stands between two columns; the second where words would be broken in two for want of room."""
_NARROWEST = 6
"""How many letters of a longer word a column has room for at the least."""


Row = Sequence[str | Text]
"""The cells of a row."""


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


class Paragraph(NamedTuple):
    """A text broken into lines; from the second line on, `hang` columns further in."""

    text: str
    indent: int = 0
    hang: int = 0
    style: str = ""

    def __rich_console__(self, _console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield its lines."""
        lines = broken(self.text, options.max_width - self.indent - self.hang)
        for number, line in enumerate(lines):
            yield _line(" " * (self.indent + (self.hang if number else 0)) + line, self.style)


class SideBySide(NamedTuple):
    """Short texts one after the other, on as many lines as they need and none of them broken in two."""

    items: Sequence[str]
    style: str = ""

    def __rich_console__(self, _console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield its lines."""
        line = ""
        for item in self.items:
            longer = f"{line}  {item}" if line else item
            if line and cell_len(longer) > options.max_width:
                yield _line(line, self.style)
                longer = item
            line = longer
        if line:
            yield _line(line, self.style)


class FittedTable(NamedTuple):
    """A table: its head, a line below it, and the rows, each cell broken to the width of its column."""

    columns: Sequence[Column]
    rows: Sequence[Row]
    """A row of fewer cells than there are columns ends after its last one."""
    indent: int = 0

    def __rich_console__(self, _console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield its head, the line, and the rows, those of one length at a time."""
        room, gaps = options.max_width - self.indent, len(self.columns) - 1
        needed = sum(max(map(_least, cells)) for cells in _texts(self))
        gap = GAP if needed + GAP * gaps <= room else NARROW_GAP
        widths = _widths(self, room - gap * gaps)
        if _is_too_narrow(self, widths):
            yield from _row_by_row(self)
            return
        head = [Text.assemble((column.title, "bold")) for column in self.columns]
        padding = (0, gap, 0, 0)
        yield _drawn(self, [head], widths, Table(box=None, padding=padding), vertical="bottom")
        yield _line(" " * self.indent + _rule(options) * min(room, sum(widths) + gap * gaps))
        for _length, rows in groupby(self.rows, len):
            yield _drawn(self, list(rows), widths, Table(box=None, padding=padding))


class RuledTable(FittedTable):
    """A table with a line above and below each row, one column in from the margin."""

    def __rich_console__(self, _console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield its head and its rows, between two lines."""
        gaps = 2 * (len(self.columns) - 1)
        widths = _widths(self, options.max_width - 1 - gaps)
        if _is_too_narrow(self, widths):
            yield from _row_by_row(self._replace(indent=1))
            return
        rule = _line(" " + _rule(options) * (sum(widths) + gaps))
        head = [column.title for column in self.columns]
        table = Table(box=HORIZONTALS, show_lines=True, show_edge=False, padding=(0, 1, 0, 0))
        yield rule
        yield _drawn(self._replace(indent=1), [head, *self.rows], widths, table)
        yield rule


def heading(text: str) -> Iterator[RenderableType]:
    """Yield a heading, with an empty line above it."""
    yield Text()
    yield Paragraph(text, style="bold")


def broken(text: str, width: int) -> list[str]:
    """Return `text` in lines of at most `width` columns, broken between words; within a word only if it is wider.

    Unlike rich, it keeps together what a space that does not break holds together: 25 and its §.
    """
    lines: list[str] = []
    for word in text.split(" "):
        if lines and cell_len(lines[-1]) + 1 + cell_len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines += [word] if cell_len(word) <= width else chop_cells(word, max(width, 1))
    return lines


def _rule(options: ConsoleOptions) -> str:
    return "-" if options.ascii_only else "─"


def _line(text: str, style: str = "") -> Text:
    return Text.assemble((text, style), no_wrap=True)


def _drawn(
    content: FittedTable,
    rows: Sequence[Row],
    widths: Sequence[int],
    table: Table,
    vertical: VerticalAlignMethod = "top",
) -> RenderableType:
    table.show_header = table.pad_edge = False
    for column, width, _cell in zip(content.columns, widths, rows[0], strict=False):
        justify: JustifyMethod = "right" if column.right else "left"
        table.add_column(justify=justify, vertical=vertical, width=width, no_wrap=True)
    for row in rows:
        table.add_row(*map(_block, row, widths))
    return Padding(table, (0, 0, 0, content.indent), expand=False)


def _block(cell: str | Text, width: int) -> Text:
    """A cell in lines; what is indented goes on a little further in. Of a cell that is broken, styles are lost."""
    text = str(cell)
    if cell_len(text) <= width:
        return cell if isinstance(cell, Text) else Text(cell, no_wrap=True)
    style = str(cell.spans[0].style) if isinstance(cell, Text) and len(cell.spans) == 1 else ""
    words = text.lstrip(" ")
    margin = text[: len(text) - len(words)]
    more = f"{margin}  " if margin else ""
    lines = broken(words, width - len(more))
    return _line("\n".join(f"{more if number else margin}{line}" for number, line in enumerate(lines)), style)


def _is_too_narrow(table: FittedTable, widths: Sequence[int]) -> bool:
    """Whether a column has not even room for a few letters of its longest word."""
    return any(
        width < min(_NARROWEST, max(map(_least, cells))) for cells, width in zip(_texts(table), widths, strict=True)
    )


def _row_by_row(table: FittedTable) -> Iterator[RenderableType]:
    """Each row: what it is of, and each of its cells with the title of its column."""
    for row in table.rows:
        yield Paragraph(str(row[0]), table.indent, 2, "bold")
        for column, cell in zip(table.columns[1:], row[1:], strict=False):
            if words := str(cell).strip():
                yield Paragraph(f"{column.title}: {words}" if column.title else words, table.indent + 2, 2)


def _texts(table: FittedTable) -> list[list[str]]:
    """What stands in each column, its title first."""
    return [
        [column.title, *(str(row[number]) for row in table.rows if number < len(row))]
        for number, column in enumerate(table.columns)
    ]


def _widths(table: FittedTable, room: int) -> list[int]:
    """How wide each column is: as its widest cell, narrowed where there is not room enough for all."""
    texts, columns = _texts(table), table.columns
    widths = [
        min(max(column.least, *map(cell_len, cells)), column.most or room)
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
    return margin + (2 if margin and " " in words else 0) + max(map(cell_len, words.split(" ")))
