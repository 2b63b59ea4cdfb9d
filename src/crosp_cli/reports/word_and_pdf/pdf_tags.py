"""The heads of rows in a PDF's tables, tagged as what they are.

Typst tags the heads of columns only; what it has for rows is not open to the library that we use. A screen reader that
goes along a row then never says what the row is about, so the tags are mended when the PDF is made: nothing else of it
changes, since what is mended is put after the rest, as PDF allows.
"""

import io
from typing import Any

from crosp_cli.limits import PAPER_CHARACTERS
from crosp_cli.reports.word_and_pdf.page.tree import Element
from crosp_cli.reports.word_and_pdf.sheet import Sheet
from crosp_cli.reports.word_and_pdf.sheet_tables import rows_of

Tags = Any
"""An element of a PDF's structure: a dictionary of pypdf, which is loaded only when a PDF is made."""


def with_row_heads(pdf: bytes, sheet: Sheet) -> bytes:
    """Return the PDF of a sheet with the heads of rows in its tables tagged TH, scope Row.

    Where a table does not have the rows and cells that the sheet has, all are left as they are.
    """
    tables = sheet.body.all("table")
    if not any({"heads", "title"} & table.attributes.keys() for table in tables):
        return pdf
    import pypdf

    known = getattr(pypdf, "get_configuration", None)  # since 6.18, and the limit in it since 6.21
    if known and hasattr(known(), "array_maximum_element_count"):  # for files of others: one text may be of more runs
        pypdf.overwrite_configuration(array_maximum_element_count=PAPER_CHARACTERS)
    writer = pypdf.PdfWriter(io.BytesIO(pdf), incremental=True)
    tagged = _below(writer._root_object["/StructTreeRoot"], "/Table")
    if [_shape_of_sheet(table) for table in tables] != [_shape(table) for table in tagged]:
        return pdf
    for table, tags in zip(tables, tagged, strict=True):
        _say(table.attributes.get("title"), tags)
        for (row, is_head), row_tags in zip(rows_of(table), _rows(tags), strict=True):
            for cell, cell_tags in zip(row.children, _held(row_tags), strict=True):
                if not is_head and "heads" in table.attributes:
                    _tag(cell_tags, is_row_head=isinstance(cell, Element) and cell.name == "th")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _held(element: Tags) -> list[Tags]:
    """The elements that an element of structure holds."""
    held = element.get("/K", [])
    held = held.get_object() if hasattr(held, "get_object") else held
    found = [one.get_object() for one in (held if isinstance(held, list) else [held])]
    return [one for one in found if isinstance(one, dict) and "/S" in one]


def _below(element: Tags, name: str) -> list[Tags]:
    """Every element of that name below it, in the order in which they are read."""
    found: list[Tags] = []
    for held in _held(element):
        found += [held] if held["/S"] == name else []
        found += _below(held, name)
    return found


def _rows(table: Tags) -> list[Tags]:
    parts = (part for part in _held(table) if part["/S"] in ("/THead", "/TBody", "/TR"))
    return [row for part in parts for row in ([part] if part["/S"] == "/TR" else _held(part))]


def _shape(table: Tags) -> list[int]:
    return [len(_held(row)) for row in _rows(table)]


def _shape_of_sheet(table: Element) -> list[int]:
    return [len(row.children) for row, _is_head in rows_of(table)]


def _say(title: str | None, table: Tags) -> None:
    """Say what a table shows where no caption says it, since a heading does to those who see."""
    from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

    if title:
        said = DictionaryObject()
        said[NameObject("/O")], said[NameObject("/Summary")] = NameObject("/Table"), TextStringObject(title)
        table[NameObject("/A")] = ArrayObject([*table.get("/A", []), said])


def _tag(cell: Tags, *, is_row_head: bool) -> None:
    """Say that a cell is the head of its row; the others find their heads by scope, no longer by a list of some."""
    from pypdf.generic import NameObject

    if is_row_head:
        cell[NameObject("/S")] = NameObject("/TH")
    for attributes in cell.get("/A", []):
        if attributes.get_object().get("/O") == "/Table":
            attributes.get_object().pop("/Headers", None)
            if is_row_head:
                attributes.get_object()[NameObject("/Scope")] = NameObject("/Row")
