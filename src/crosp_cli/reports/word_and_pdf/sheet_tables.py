"""The tables of a sheet: their rows and the heads of these, what is to be filled in, and how much room it takes."""

import re

from crosp_cli.limits import PAPER_PARTS
from crosp_cli.reports.word_and_pdf.page.tree import Element, everything
from crosp_cli.reports.word_and_pdf.sheet_text import HEADINGS, WITH_BLOCKS

LINE = 125
"""How many letters a line of a table on A4 has room for."""
TO_WRITE_IN = 150
"""How many letters an empty cell of a table counts as: it is there for somebody to write in."""
_LINES = 2
"""How many lines a row to fill in has room for, where it says nothing else."""
_WHOLE_TABLE, _WHOLE_FORM = 1200, 2000
"""Up to how many letters a table, and one to fill in, stays on one page."""
_WHOLE_ROWS = 24
"""Up to how many rows it does."""
MOST_LINES = 30
"""Up to how many lines what is not parted stands on one page: what a page has no room for would not be seen."""
_BEGINS_A_LINE = ("p", "pre", "li", "br", "dt", "dd", "hr", *HEADINGS)
_HOLD_NO_TEXTS = frozenset({"ul", "ol", "dl", "table", "thead", "tbody", "tr", *WITH_BLOCKS})
AS_MANY = dict(zip(HEADINGS, (6.7, 2.9, 1.9, 1.7, 1.4, 1.4), strict=True))
"""How many letters of a table take the room of one of a heading, by its size."""
_ABOVE, _DRAWN, _TO_SIGN, _AROUND_A_TABLE = 2, 20, 4, 3
"""How many lines more a heading takes, a drawing, the line that somebody signs on, and a table with its caption."""
_PERHAPS_A_CODE = re.compile("[^\x00-\u024f\u0370-\u052f\u2000-\u206f]")
"""What may have no letterform, and stands as `[U+6559]` then: so many letters."""
_CODE = 8
A_SYLLABLE = 3
"""How many letters a line of the narrowest column has."""
_MOST_WITH_WORDS = 8
"""Up to how many columns a table says the steps of the scale in words."""
AROUND = 5
"""How many letters a column has room for beside its longest word."""
_SPAN = re.compile(r"[ \t\n\r\f]*\+?([0-9]+)")
"""A number as a browser reads it in an attribute, whatever follows."""
A_LABEL = 45
"""Up to how many letters the head of a row is a label; a longer one is a text of its own, not to be set in bold."""


def own_rows(element: Element) -> list[tuple[Element, int]]:
    """The rows of a table, not those of a table within it, and how many there are from each to the end of its part."""
    found: list[tuple[Element, int]] = []
    run: list[Element] = []
    for child in [*element.children, Element("")]:
        if isinstance(child, Element) and child.name == "tr":
            run.append(child)
        elif isinstance(child, Element):
            found += [(row, len(run) - number) for number, row in enumerate(run)]
            run.clear()
            found += own_rows(child) if child.name in ("thead", "tbody", "tfoot") else []
    return found


def span_of(cell: Element, name: str, most: int = 99) -> int:
    """How many columns or rows a cell reaches over, by the attribute that says so; 0 rows are all there are."""
    said = _SPAN.match(cell.attributes.get(name, ""))
    span = int(said[1][:9]) if said else 1
    return min(span or (most if name == "rowspan" else 1), most)


def rows_of(table: Element) -> list[tuple[Element, bool]]:
    """Return each row of a table, not of those within it, and whether it is one of its head."""
    parts = [part for part in table.children if isinstance(part, Element) and part.name in ("thead", "tbody")]
    return [(row, part.name == "thead") for part in parts for row in part.children if isinstance(row, Element)]


def fill_up(table: Element) -> None:
    """Give each row as many cells as the table has columns, as a browser does, and each cell its `column`.

    No cell reaches into another, below the head that it is in, or below the table; and over no more columns than there
    are cells beside each other: `colspan="99"` is all of them.
    """
    parts = [part for part in table.children if isinstance(part, Element) and part.name in ("thead", "tbody")]
    each = [[row for row in part.children if isinstance(row, Element)] for part in parts]
    begins, most = set[int](), PAPER_PARTS // max(1, sum(map(len, each)))
    for rows in each:
        if not _put_in_columns(rows, begins, most):
            return  # more than goes on paper, which is found where it is counted
    number_of = {column: number for number, column in enumerate(sorted(begins))}
    for rows in each:
        taken = [0] * len(begins)  # before which row what stands there ends, by column
        for number, row in enumerate(rows):
            for cell in row.children:
                assert isinstance(cell, Element)  # noqa: S101 -- a row holds nothing else
                first, down = int(cell.attributes["column"]), int(cell.attributes.get("rowspan", "1"))
                reached = range(first, first + int(cell.attributes.get("colspan", "1")))
                across = sum(column in begins for column in reached)
                at = number_of[first]
                _reaches(cell, at, across, down)
                taken[at : at + across] = [number + down] * across
            free = (column for column, end in enumerate(taken) if end <= number)
            row.children += [Element("td", {"column": str(column)}) for column in free]


def _put_in_columns(rows: list[Element], begins: set[int], most: int) -> bool:
    """Give each cell its column, and add those to `begins`; False where there come to be more than `most`."""
    taken: list[int] = []  # as above
    for number, row in enumerate(rows):
        at = 0
        for cell in row.children:
            assert isinstance(cell, Element)  # noqa: S101 -- a row holds nothing else
            at = next((one for one in range(at, len(taken)) if taken[one] <= number), len(taken))
            asked = range(at, at + int(cell.attributes.get("colspan", "1")))
            across = next((one for one in asked if one < len(taken) and taken[one] > number), asked.stop) - at
            down = min(int(cell.attributes.get("rowspan", "1")), len(rows) - number)
            _reaches(cell, at, across, down)
            begins.add(at)
            if len(begins) > most:
                return False
            taken += [0] * (at + across - len(taken))
            taken[at : at + across] = [number + down] * across
            at += across
    return True


def _reaches(cell: Element, column: int, across: int, down: int) -> None:
    cell.attributes["column"] = str(column)
    for name, span in (("colspan", across), ("rowspan", down)):
        cell.attributes.pop(name, None)
        if span > 1:
            cell.attributes[name] = str(span)


def row_heads(table: Element) -> list[Element]:
    """Return the cells of a table that say what their row is about."""
    rows = [row for row, is_head in rows_of(table) if not is_head]
    cells = [cell for row in rows for cell in row.children if isinstance(cell, Element)]
    return [cell for cell in cells if cell.name == "th"]


def is_to_fill_in(row: Element) -> bool:
    """Whether a row of a table is there for somebody to write in."""
    return "to-come" in row.classes


def lines_to_fill_in(row: Element) -> int:
    """How many lines somebody may write in a row by hand: its class says so (`room-5`), else a few."""
    said = (name.removeprefix("room-") for name in row.classes if name.startswith("room-"))
    return next((int(lines) for lines in said if lines.isascii() and lines.isdigit() and len(lines) <= 2), _LINES)


def room(block: Element) -> int:
    """How much room a block takes, in letters; a row to fill in counts as several lines of text."""
    return len(block.text) + sum(TO_WRITE_IN * lines_to_fill_in(row) for row in block.all("tr") if is_to_fill_in(row))


def stays_whole(table: Element) -> bool:
    """Whether a table is short enough to stay on one page. One to fill in is, for up to half a page."""
    rows = rows_of(table)
    is_form = any(is_to_fill_in(row) for row, _is_head in rows)
    is_short = room(table) <= (_WHOLE_FORM if is_form else _WHOLE_TABLE) and len(rows) <= _WHOLE_ROWS
    return is_short and sum(row_lines(table)) <= MOST_LINES


def row_lines(table: Element, whole: float = 1) -> list[float]:
    """How many lines each row of a table takes at the most, about: as many as the tallest of its cells.

    Rows that a cell reaches over are one: they are as tall as the tallest of them. `whole` is the part of the paper's
    width that the table has.
    """
    each = [whole * int(width) / 100 for width in table.attributes["widths"].split()]
    found: list[float] = []
    begins, ends = 0, 0  # the rows that cells reach over
    for number, (row, _is_head) in enumerate(rows_of(table)):
        begins = begins if number < ends else number
        tallest = float(lines_to_fill_in(row)) if is_to_fill_in(row) else 1.0
        for cell in row.children:
            assert isinstance(cell, Element)  # noqa: S101 -- a row holds nothing else
            at, end = columns_of(cell)
            tallest = max(tallest, lines(cell, sum(each[at:end])))
            ends = max(ends, number + int(cell.attributes.get("rowspan", "1")))
        found.append(tallest)
        if number + 1 >= ends:
            found[begins:] = [max(found[begins:])] * (number + 1 - begins)
    return found[:begins] + [max(found[begins:])] * (len(found) - begins) if found else found


def lines(block: Element, share: float = 1) -> float:
    """How many lines a block takes at the most, about, where so much of the width is its own."""
    if tables := _tables_in(block):
        inside = sum(
            _AROUND_A_TABLE + sum(row_lines(table, share)) + sum(lines(one, share) for one in table.all("caption"))
            for table in tables
        )
        return inside + lines(_beside_tables(block), share)
    headings = [block, *block.all(*HEADINGS)] if block.name in HEADINGS else block.all(*HEADINGS)
    begun = len(block.all(*_BEGINS_A_LINE)) + _ABOVE * len(headings) + _DRAWN * len(block.all("picture"))
    signed = _TO_SIGN * sum("signature" in one.classes for one in block.all("p", "div", "blockquote"))
    letters = len(block.text) + (_CODE - 1) * len(_PERHAPS_A_CODE.findall(block.text))
    larger = sum((AS_MANY[one.name] - 1) * len(one.text) for one in headings)
    return begun + signed + (letters + larger) / max(A_SYLLABLE, LINE * share - AROUND)


def _tables_in(block: Element) -> list[Element]:
    """The tables in a block, without those within them."""
    held = [child for child in block.children if isinstance(child, Element)]
    return [table for one in held for table in ([one] if one.name == "table" else _tables_in(one))]


def _beside_tables(block: Element) -> Element:
    """A block without its tables."""
    held = [child for child in block.children if isinstance(child, str) or child.name != "table"]
    children = [child if isinstance(child, str) else _beside_tables(child) for child in held]
    return Element(block.name, block.attributes, children, block.source)


def lines_in(cell: Element) -> None:
    """Put a badge in a text of a cell on a line of its own, and each date after another."""
    for holder in everything(cell):
        if holder.name in _HOLD_NO_TEXTS:
            continue
        found: list[Element | str] = []
        for child in holder.children:
            is_own_line = isinstance(child, Element) and child.classes & {"badge", "date"}
            before = next((one for one in reversed(found) if not isinstance(one, str) or one.strip()), None)
            has_begun = before is not None and (isinstance(before, str) or before.name != "br")
            found += [Element("br"), child] if is_own_line and has_begun else [child]
        holder.children = found


def in_figures(table: Element) -> None:
    """Say in figures what stands in words, where a table has more columns than words have room in."""
    if columns(table) <= _MOST_WITH_WORDS:
        return
    for part in everything(table):
        if part.name == "seen":
            part.name = "span"
        elif part.name == "boxes":
            part.children = []


def columns(table: Element) -> int:
    """How many columns a table has."""
    return max(
        columns_of(cell)[1] for row, _is_head in rows_of(table) for cell in row.children if isinstance(cell, Element)
    )


def columns_of(cell: Element) -> tuple[int, int]:
    """The column that a cell begins in, and the one after its last."""
    at = int(cell.attributes.get("column", "0"))
    return at, at + int(cell.attributes.get("colspan", "1"))


def places(body: Element) -> int:
    """How many cells the tables have room for: many, where a few reach over columns and rows."""
    return sum(len(table.attributes["widths"].split()) * len(rows_of(table)) for table in body.all("table"))
