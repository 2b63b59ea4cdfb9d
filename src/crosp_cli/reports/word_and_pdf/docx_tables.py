"""The tables of a Word document: columns as wide as the sheet says, heads, and rows that stay whole."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from crosp_cli.reports.word_and_pdf.page.tree import Element
from crosp_cli.reports.word_and_pdf.sheet_tables import (
    MOST_LINES,
    columns,
    is_to_fill_in,
    lines_to_fill_in,
    row_lines,
    rows_of,
    stays_whole,
)
from crosp_cli.reports.word_and_pdf.sheet_widths import widths

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell

_ROOM = 500
"""How high each line of a row to fill in is, in twentieths of a point."""
_WIDTH = 9638
"""How wide a table is: the text on A4, in twentieths of a point."""
_LETTER = 1.25
"""How wide a letter is in what stands in for the typeface where Word's is missing."""
_ALL = "5000"
"""All of the width, in fiftieths of a percent."""


def table_in(holder: "Document | _Cell", table: Element) -> "Table":
    """Add an empty table to a document or a cell: its columns, its style, and what it says to those who listen."""
    rows = rows_of(table)
    made = _begun(holder, columns(table))
    properties: Any = made._tbl.tblPr
    properties.style = _style(table)
    for name, attributes in (("w:tblW", {"w:type": "pct", "w:w": _ALL}), ("w:tblLayout", {"w:type": "fixed"})):
        for old in properties.findall(_qn(name)):
            properties.remove(old)
        properties.insert(len(properties) - 1, _element(name, attributes))
    look = properties.find(_qn("w:tblLook"))
    look.attrib.clear()
    for key, value in _look(
        heads=any(is_head for _row, is_head in rows), row_heads="heads" in table.attributes
    ).items():
        look.set(_qn(key), value)
    if title := table.attributes.get("title") or _caption(table):
        properties.append(_element("w:tblCaption", {"w:val": title}))
    for column, share in zip(made._tbl.tblGrid, widths(table, _LETTER), strict=True):
        column.set(_qn("w:w"), str(round(_WIDTH * share / 100)))
    return made


def at_the_end(document: "Document", part: Any) -> None:
    """Put a part last in a document, before what closes it; python-docx looks for that through all before it."""
    document._body._element[-1].addprevious(part)


def _begun(holder: "Document | _Cell", width: int) -> "Table":
    from docx.oxml.table import CT_Tbl
    from docx.shared import Twips
    from docx.table import Table, _Cell

    if isinstance(holder, _Cell):
        return holder.add_table(0, width)
    made = CT_Tbl.new_tbl(0, width, Twips(_WIDTH))
    at_the_end(holder, made)
    return Table(made, holder._body)


def rows_in(made: "Table", table: Element) -> Iterator[tuple[Element, "_Cell", bool]]:
    """Add the rows of a table one after another.

    Yield each cell of the sheet, the cell to write it in, and whether it stays with the row after it.
    """
    from docx.oxml.table import CT_Tc
    from docx.table import _Cell

    rows, whole = rows_of(table), stays_whole(table)
    width = columns(table)
    above: dict[int, int] = {}
    tall = row_lines(table)
    is_repeated = sum(most for most, (_row, is_head) in zip(tall, rows, strict=True) if is_head) <= MOST_LINES
    for number, (row, is_head) in enumerate(rows):
        begun = made._tbl.add_tr()
        properties = begun.get_or_add_trPr()
        # What is not parted and has no room on a page would not be seen; there is no telling what is around a table.
        if tall[number] <= MOST_LINES and not row.all("table"):
            properties.append(_element("w:cantSplit", {}))
        _say(properties, is_head=is_head and is_repeated, lines=is_to_fill_in(row) and lines_to_fill_in(row))
        together = is_head or (whole and number < len(rows) - 1)
        for cell, across in _placed(row, above, width):
            added: Any = CT_Tc.new()
            begun.append(added)
            added.grid_span = across
            if cell is None:
                added.vMerge = "continue"
                continue
            if int(cell.attributes.get("rowspan", "1")) > 1:
                added.vMerge = "restart"
            yield cell, _Cell(added, made), together


def _placed(row: Element, above: dict[int, int], width: int) -> Iterator[tuple[Element | None, int]]:
    """Each cell of a row and how many columns it takes; None is where a cell of a row above reaches down.

    `above` has how many the last cell takes that began in a column.
    """
    cells = {int(cell.attributes["column"]): cell for cell in row.children if isinstance(cell, Element)}
    at = 0
    while at < width:
        cell = cells.get(at)
        above[at] = int(cell.attributes.get("colspan", "1")) if cell else above[at]
        yield cell, above[at]
        at += above[at]


def _caption(table: Element) -> str:
    return next((part.text for part in table.children if isinstance(part, Element) and part.name == "caption"), "")


def _style(table: Element) -> str:
    style = "Form" if any(is_to_fill_in(row) for row, _is_head in rows_of(table)) else "Table"
    return style + ("OfTexts" if table.attributes.get("heads") == "texts" else "")


def _look(*, heads: bool, row_heads: bool) -> dict[str, str]:
    """What the table's style shows, in the words of new versions and in the number of old ones."""
    shown = {"firstRow": heads, "lastRow": False, "firstColumn": row_heads, "lastColumn": False}
    value = 0x20 * heads + 0x80 * row_heads
    told = {
        f"w:{name}": str(int(is_shown)) for name, is_shown in (shown | {"noHBand": False, "noVBand": False}).items()
    }
    return {"w:val": f"{value:04X}", **told}


def _say(properties: Any, *, is_head: bool, lines: int) -> None:
    if lines:
        properties.append(_element("w:trHeight", {"w:val": str(_ROOM * lines), "w:hRule": "atLeast"}))
    if is_head:
        properties.append(_element("w:tblHeader", {}))


def _element(name: str, attributes: dict[str, str]) -> Any:
    from docx.oxml.parser import OxmlElement

    return OxmlElement(name, {_qn(key): value for key, value in attributes.items()})


def _qn(name: str) -> str:
    from docx.oxml.ns import qn

    return qn(name)
