"""A page by a template of somebody's own is put on paper: every word of it once, and tables whose rows are whole."""

from bits import Bits

from crosp_cli.reports.user_templates.allowed_html import ELEMENTS
from crosp_cli.reports.user_templates.page import written_anew
from crosp_cli.reports.word_and_pdf.page.tree import Element
from crosp_cli.reports.word_and_pdf.sheet import on_paper
from crosp_cli.reports.word_and_pdf.sheet_tables import columns_of, rows_of
from crosp_cli.reports.word_and_pdf.typst_source import as_typst

DRAWN = {"circle", "clippath", "defs", "desc", "ellipse", "g", "line", "lineargradient", "path", "pattern", "polygon"}
DRAWN |= {"polyline", "radialgradient", "rect", "stop", "svg", "text", "tspan"}
NAMES = sorted(ELEMENTS - DRAWN - {"body", "col", "head", "html", "img", "meta", "nav", "style", "title"})
ATTRIBUTES = ("", " colspan=2", " rowspan=3", " colspan=0", " rowspan=0", " start=4", " value=7", " reversed", " id=a")


def tried(data: bytes) -> None:
    """Put a page together from the bytes, and look at what of it is on paper."""
    bits = Bits(data)
    written, words = ["<body>"], list[str]()
    for _ in range(bits.number(60)):
        name, kind = bits.choice(NAMES), bits.number(7)
        if kind < 3:
            written.append(f"<{name}{bits.choice(ATTRIBUTES)}>")
        elif kind == 3:
            written.append(f"</{name}>")
        else:
            words.append(f"word{len(words)}")
            written.append(f" {words[-1]} ")
    sheet = on_paper(written_anew("".join(written)))
    assert sorted(_words(sheet.body)) == sorted(words), written
    for table in sheet.body.all("table"):
        _is_whole(table)
    as_typst(sheet, "", None)


def _words(element: Element) -> list[str]:
    found = [child.split() if isinstance(child, str) else _words(child) for child in element.children]
    return [word for each in found for word in each if word.startswith("word")]


def _is_whole(table: Element) -> None:
    """Every place of a table has one cell, that reaches as far as it says."""
    rows = rows_of(table)
    taken = dict[tuple[int, int], Element]()
    for number, (row, _is_head) in enumerate(rows):
        for cell in row.children:
            assert isinstance(cell, Element)
            at, end = columns_of(cell)
            for down in range(int(cell.attributes.get("rowspan", "1"))):
                for column in range(at, end):
                    assert (number + down, column) not in taken
                    taken[number + down, column] = cell
    assert len(taken) == len(rows) * len(table.attributes["widths"].split())
