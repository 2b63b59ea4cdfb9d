"""Reads what a Word document and a PDF are made of, as lines that a person can read and compare."""

import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any
from xml.etree import ElementTree as ET

import docx
import pypdf
from pypdf.generic import ContentStream

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
SHORT = re.compile(r"(Heading|Table Caption|Image Caption|table|  head|picture|document|footer)")
"""The lines on a long document that say how it is built."""


def of_docx(data: bytes, *, whole: bool = True) -> list[str]:
    """Each paragraph with its style and its list, each table with its heads, each picture with its text.

    `~en~text~` is text in another language than the document's. Without `whole`, only what `SHORT` matches.
    """
    document = docx.Document(io.BytesIO(data))
    language = document.core_properties.language
    lists = _lists(data)
    footer = _text(document.sections[0].footer._element, language)
    lines = [f"document: {document.core_properties.title} ({language})", f"footer: {footer}"]
    for block in document.iter_inner_content():
        if isinstance(block, docx.table.Table):
            lines += _table(block, language)
        else:
            lines += _paragraph(block, lists, language)
    return lines if whole else [line for line in lines if SHORT.match(line)]


def _lists(data: bytes) -> dict[str, list[str]]:
    """The sign of each level of each list."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        numbering = ET.fromstring(package.read("word/numbering.xml"))  # noqa: S314 -- we made it
    signs = {
        one.get(f"{W}abstractNumId"): [level.get(f"{W}val", "") for level in one.iter(f"{W}lvlText")]
        for one in numbering.iter(f"{W}abstractNum")
    }
    return {
        str(one.get(f"{W}numId")): signs[held.get(f"{W}val")]
        for one in numbering.iter(f"{W}num")
        for held in one.iter(f"{W}abstractNumId")
    }


def _paragraph(paragraph: Any, lists: dict[str, list[str]], language: str) -> Iterator[str]:
    numbered = paragraph._p.find(f"{W}pPr/{W}numPr")
    sign = ""
    if numbered is not None:
        level = int(numbered.find(f"{W}ilvl").get(f"{W}val"))
        sign = lists[numbered.find(f"{W}numId").get(f"{W}val")][level].replace(f"%{level + 1}", "1")
        sign = f"{'  ' * level}{sign} "
    shapes = [shape for shape in paragraph._p.iter(f"{WP}docPr") if shape.get("descr")]
    for shape in shapes:
        yield f"picture: {shape.get('descr')}"
    text = _text(paragraph._p, language)
    if text or not shapes:
        yield f"{paragraph.style.name}: {sign}{text}"


_MARKS = {f"{W}t": "", f"{W}br": " / ", f"{W}tab": " ____ ", f"{W}noBreakHyphen": "-", f"{W}instrText": ""}


def _text(element: Any, language: str) -> str:
    found = []
    for run in element.iter(f"{W}r"):
        text = "".join((node.text or _MARKS[node.tag]).strip("\n") for node in run if node.tag in _MARKS)
        lang = run.find(f"{W}rPr/{W}lang")
        is_other = lang is not None and lang.get(f"{W}val") not in (None, language)
        found.append(f"~{lang.get(f'{W}val')}~{text}~" if is_other else text)
    return " ".join("".join(found).replace("\u200b", "").split())


def _table(table: Any, language: str) -> Iterator[str]:
    properties = table._tbl.tblPr
    look, caption = properties.find(f"{W}tblLook"), properties.find(f"{W}tblCaption")
    has_heads = look is not None and look.get(f"{W}firstColumn") == "1"
    said = f": {caption.get(f'{W}val')}" if caption is not None else ""
    widths = [int(column.get(f"{W}w")) for column in table._tbl.tblGrid]
    shares = " ".join(f"{round(100 * width / sum(widths))}" for width in widths)
    yield f"table ({table.style.name}; {shares} %{'; rows have heads' if has_heads else ''}){said}"
    for row in table.rows:
        cells = " | ".join(
            " ".join(_text(paragraph._p, language) for paragraph in cell.paragraphs) for cell in row.cells
        )
        kind = "head" if row._tr.find(f"{W}trPr/{W}tblHeader") is not None else "row"
        high = row._tr.find(f"{W}trPr/{W}trHeight") is not None
        yield f"  {kind}{' to fill in' if high else ''}: {cells}".rstrip()


class Tagged:
    """A tagged PDF: the text of each marked part of its pages, and the elements of its structure."""

    def __init__(self, data: bytes) -> None:
        self.reader = pypdf.PdfReader(io.BytesIO(data))
        self.root: Any = self.reader.trailer["/Root"]
        self.texts: dict[tuple[int, int], str] = defaultdict(str)
        self.languages: dict[tuple[int, int], str] = {}
        self.wrong: list[str] = []
        """What is drawn outside of everything marked, and what is marked as two things: PDF/UA forbids both."""
        for page in self.reader.pages:
            self._read(page)
        self._inherit(self.root["/StructTreeRoot"], str(self.root["/Lang"]))

    def _read(self, page: Any) -> None:
        fonts = {name: _letters(font.get_object()) for name, font in page["/Resources"].get("/Font", {}).items()}
        letters: dict[int, str] = {}
        open_: list[tuple[int, int] | None] = []
        for operands, operator in ContentStream(page.get_contents(), self.reader).operations:
            if operator in (b"BDC", b"BMC"):
                about = operands[1] if operator == b"BDC" and isinstance(operands[1], dict) else {}
                part = (page.indirect_reference.idnum, int(about["/MCID"])) if "/MCID" in about else None
                if (part is not None or operands[0] == "/Artifact") and open_:
                    self.wrong.append(f"{operands[0]} within something marked")
                open_.append(part)
                if part:
                    self.texts[part] += ""
                if part and "/Lang" in about:
                    self.languages[part] = str(about["/Lang"])
            elif operator == b"EMC":
                open_.pop()
            elif operator in (b"Tj", b"TJ", b"Do", b"S", b"f", b"f*", b"B", b"b", b"sh", b"'", b'"'):
                if not open_:
                    self.wrong.append(f"{operator.decode()} in nothing marked")
                elif operator in (b"Tj", b"TJ"):
                    for part in [part for part in open_ if part]:
                        self.texts[part] += _shown(operands[0], letters)
            elif operator == b"Tf":
                letters = fonts[operands[0]]

    def _inherit(self, element: Any, language: str) -> None:
        """Give each part the language of the nearest element around it that says one, unless it says one itself."""
        for held in held_by(element):
            if isinstance(held, dict) and "/S" in held:
                self._inherit(held, str(held.get("/Lang", language)))
            elif part := part_of(held, element):
                self.languages.setdefault(part, language)

    def elements(self, element: Any = None, depth: int = 0) -> Iterator[tuple[int, Any]]:
        """Each element of the structure in the order in which it is read, and how deep it lies."""
        for held in held_by(self.root["/StructTreeRoot"] if element is None else element):
            if isinstance(held, dict) and "/S" in held:
                yield depth, held
                yield from self.elements(held, depth + 1)

    def text(self, element: Any) -> str:
        """The text of an element and of those that it holds."""
        found = []
        for held in held_by(element):
            if part := part_of(held, element):
                language, text = self.languages[part], self.texts[part]
                found.append(f"~{language}~{text}~" if language != self.root["/Lang"] else text)
            elif "/S" in held:
                found.append(self.text(held) + (" " if held["/S"] in ("/P", "/LI", "/L", "/Lbl") else ""))
        text = "".join(found)
        text = re.sub(r"~(\w+)~([^~]*)~(?:~\1~([^~]*)~)+", lambda met: met[0].replace(f"~~{met[1]}~", ""), text)
        return " ".join(re.sub("\u00ad ?|\u200b", "", text).split())

    def outline(self) -> list[tuple[int, str]]:
        """The bookmarks, and how deep each lies, from 1."""

        def walk(items: Any, depth: int) -> Iterator[tuple[int, str]]:
            for item in items:
                if isinstance(item, list):
                    yield from walk(item, depth + 1)
                else:
                    yield depth, str(item.title)

        return list(walk(self.reader.outline, 1))


@cache
def tagged(data: bytes) -> Tagged:
    """A tagged PDF, read once however many ask for it."""
    return Tagged(data)


def held_by(element: Any) -> list[Any]:
    """What an element of structure holds: numbers of marked parts, elements and references to annotations."""
    held = element.get("/K", [])
    return [one.get_object() for one in (held if isinstance(held, list) else [held])]


def part_of(held: Any, element: Any) -> tuple[int, int] | None:
    """The marked part of a page that an element of structure holds; None where what it holds is something else."""
    if isinstance(held, int):
        return element.raw_get("/Pg").idnum, int(held)
    if "/MCID" in held:
        return (held if "/Pg" in held else element).raw_get("/Pg").idnum, int(held["/MCID"])
    return None


def attribute(element: Any, name: str) -> Any:
    """An attribute of an element of structure, or None."""
    held = element.get("/A", [])
    return next((one.get_object()[name] for one in (held if isinstance(held, list) else [held]) if name in one), None)


def _letters(font: Any) -> dict[int, str]:
    """What each code of a font stands for, as its /ToUnicode says."""
    table = font["/ToUnicode"].get_object().get_data().decode("latin-1")
    found = {}
    for code, text in re.findall(r"<([0-9A-Fa-f]{4})> *<([0-9A-Fa-f]+)>\s*\n", table.replace("\r", "\n")):
        found[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    for first, last, text in re.findall(r"<([0-9A-Fa-f]{4})> *<([0-9A-Fa-f]{4})> *<([0-9A-Fa-f]+)>", table):
        start = int(text, 16)
        found |= {code: chr(start + code - int(first, 16)) for code in range(int(first, 16), int(last, 16) + 1)}
    return found


def _shown(operand: Any, letters: dict[int, str]) -> str:
    strings = (
        [operand] if isinstance(operand, str | bytes) else [one for one in operand if isinstance(one, str | bytes)]
    )
    raw = b"".join(one if isinstance(one, bytes) else one.original_bytes for one in strings)
    return "".join(letters.get(int.from_bytes(raw[at : at + 2]), "?") for at in range(0, len(raw), 2))


def of_pdf(data: bytes, *, whole: bool = True) -> list[str]:
    """Number of pages, bookmarks, and each element of the structure with its text, rows of tables as a line each.

    `~en~text~` is text in another language than the document's. Without `whole`, no texts but what says how a long
    document is built.
    """
    paper = tagged(data)
    lines = [
        f"{len(paper.reader.pages)} pages, {paper.root['/Lang']}: {paper.reader.metadata['/Title']}",
        "",
        "Bookmarks",
    ]
    lines += [f"{'  ' * depth}{title}" for depth, title in paper.outline()]
    lines += ["", "Structure"]
    for depth, element in paper.elements():
        line = _line(paper, element)
        if line and (whole or re.match(r"(H[1-3]|Caption|Table|Figure|TR TH \w+: .*\| TH Column)", line)):
            lines.append(f"{'  ' * depth if whole else '  '}{line}")
    return lines


def _line(paper: Tagged, element: Any) -> str:
    name = element["/S"].removeprefix("/")
    if name == "TR":
        cells = [held for held in held_by(element) if isinstance(held, dict)]
        return "TR " + " | ".join(f"{_kind(cell)}: {paper.text(cell)}".rstrip() for cell in cells)
    if name == "Table":
        said = attribute(element, "/Summary")
        return f"Table{f': {said}' if said else ''}"
    if name == "Figure":
        return f"Figure: {element.get('/Alt')}"
    if name in ("TH", "TD", "THead", "TBody", "Span", "Strong", "Em", "Lbl") or _within_a_cell(element):
        return ""
    has_own_text = not any(isinstance(held, dict) and held.get("/S") in ("/P", "/L") for held in held_by(element))
    text = paper.text(element) if name in ("P", "Caption", "LBody", "Link") or re.fullmatch("H[1-6]", name) else ""
    return f"{name}: {text}" if text and has_own_text else name


def _kind(cell: Any) -> str:
    return " ".join(str(one).removeprefix("/") for one in (cell["/S"], attribute(cell, "/Scope")) if one)


def _within_a_cell(element: Any) -> bool:
    above = element.get("/P")
    while above is not None and "/S" in above.get_object():
        above = above.get_object()
        if above["/S"] in ("/TD", "/TH", "/Caption"):
            return True
        above = above.get("/P")
    return False
