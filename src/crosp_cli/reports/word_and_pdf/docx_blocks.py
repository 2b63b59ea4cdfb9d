"""A sheet written into a Word document: headings, paragraphs, lists, tables and pictures, each in its style."""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING, Any, cast

from crosp_cli.reports.word_and_pdf.docx_tables import at_the_end, rows_in, table_in
from crosp_cli.reports.word_and_pdf.docx_texts import Look, TextWriter, look_of, names_of_places
from crosp_cli.reports.word_and_pdf.page.tree import Element, everything
from crosp_cli.reports.word_and_pdf.sheet import Sheet
from crosp_cli.reports.word_and_pdf.sheet_text import HEADINGS
from crosp_cli.text.direction import is_right_to_left

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

_STYLES = {
    "asked": "MainQuestion",
    "credit": "Credit",
    "facts": "Facts",
    "footer": "FooterNote",
    "figcaption": "ImageCaption",
    "hint": "Hint",
    "kicker": "Kicker",
    "label": "Label",
    "lead": "Lead",
    "muted": "Muted",
    "note": "Note",
    "probes": "Probes",
    "question": "Question",
    "signature": "SignatureLine",
}
"""The styles of `templates/word/styles.xml` by a block's class."""
_WITH_AIR = ("BodyText", "Note")
_AIR_POINTS = 7
"""What stands above a text of these styles that follows a table or a list."""
_WIDEST_CM = 17
"""How wide a picture is: the text on A4."""
_INDENT = 400
"""How far each level of a list stands in, in twentieths of a point, as in `templates/word/numbering.xml`."""
_DEEPEST = 8
_AFTER_BIDI = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:rPr")
"""What has to stand after that a paragraph runs from right to left."""


@dataclass(frozen=True, slots=True)
class _Where:
    """Where blocks stand: in what, in which style and language, in which list, and with the next on one page."""

    holder: "Document | _Cell"
    style: str = "BodyText"
    look: Look | None = None
    level: int = -1
    together: bool = False


def write(sheet: Sheet, document: "Document", pictures: Sequence[bytes | None], boxes: Mapping[str, bytes]) -> None:
    """Write the sheet into an empty document.

    `pictures` are those of the sheet in its order, as PNG; None is one that is left out. `boxes` has a PNG for each row
    of boxes.
    """
    for paragraph in document.paragraphs:
        paragraph._p.getparent().remove(paragraph._p)
    _Writer(sheet, document, pictures, boxes).blocks(sheet.body, _Where(document))


class _Writer:
    def __init__(
        self, sheet: Sheet, document: "Document", pictures: Sequence[bytes | None], boxes: Mapping[str, bytes]
    ) -> None:
        self._document = document
        self._pictures = iter(pictures)
        self._texts = TextWriter(document.part, names_of_places(iter(everything(sheet.body))), boxes)
        self._numbering = document.part.numbering_part.element
        self._numbers = count(1 + max(one.numId for one in self._numbering.num_lst))
        self._above = ""
        """Which of `table` and `list` stands right above."""
        self._begins_page = False
        """Whether what comes now begins a page."""

    def blocks(self, container: Element, where: _Where) -> None:
        for block in container.children:
            if isinstance(block, Element):
                together = where.together or "keep" in block.attributes or "decided" in block.classes
                self._block(block, replace(where, together=together))

    def _block(self, block: Element, where: _Where) -> None:
        name = block.name
        if name in HEADINGS:
            self._paragraph(block, replace(where, style=f"Heading{name[1]}"))
        elif name in ("p", "pre"):
            self._paragraph(block, where)
        elif name in ("ul", "ol"):
            self._list(block, where)
        elif name == "dl":
            self._terms(block, where)
        elif name == "table":
            self._table(block, where)
        elif name == "picture":
            self._picture(block, where)
        elif name == "hr":
            self._begun(block, replace(where, style="Rule"))
        else:
            self._begins_page = self._begins_page or "new-page" in block.classes
            self.blocks(block, self._within(block, where))

    def _within(self, block: Element, where: _Where) -> _Where:
        style = "BlockText" if block.name == "blockquote" else where.style
        look = look_of(Element("div", {"lang": block.attributes.get("lang", "")}), where.look or {})
        return replace(where, style=_style(block, style), look=look)

    def _paragraph(self, block: Element, where: _Where, number: int | None = None) -> None:
        paragraph = self._begun(block, where)
        if number is not None:
            _number(paragraph, number, where.level)
        elif where.level >= 0:
            _stand_in(paragraph, where.level)
        if paragraph._p.style == "SignatureLine":
            paragraph.add_run().add_tab()
            paragraph.add_run().add_break()
        own = look_of(Element("p", {"lang": block.attributes.get("lang", "")}), where.look or {})
        self._texts.write(block, paragraph._p, own)

    def _begun(self, block: Element, where: _Where) -> "Paragraph":
        """An empty paragraph at the end, in the style of the block or of what it stands in."""
        paragraph = self._at_the_end() if where.holder is self._document else where.holder.add_paragraph()
        paragraph._p.style = _style(block, where.style)
        if is_right_to_left(block.text):
            _turn(paragraph)
        if where.together:
            paragraph.paragraph_format.keep_with_next = True
        if self._begins_page:
            paragraph.paragraph_format.page_break_before = True
            self._begins_page = False
        if self._above and paragraph._p.style in _WITH_AIR:
            from docx.shared import Pt

            paragraph.paragraph_format.space_before = Pt(_AIR_POINTS)
        self._above = ""
        return paragraph

    def _at_the_end(self) -> "Paragraph":
        from docx.oxml.parser import OxmlElement
        from docx.text.paragraph import Paragraph

        made: Any = OxmlElement("w:p")
        at_the_end(self._document, made)
        return Paragraph(made, self._document._body)

    def _list(self, block: Element, where: _Where) -> None:
        deeper = replace(where, level=min(where.level + 1, _DEEPEST))
        number: int | None = 1 if block.name == "ul" else self._new_numbers(deeper.level)
        if "labelled" in block.classes:  # each item begins with its number or letter
            number = None
        for item in block.children:
            if isinstance(item, Element):
                self._item(item, deeper, number)
        self._above = "list"

    def _item(self, item: Element, where: _Where, number: int | None) -> None:
        inner = self._within(item, replace(where, style="Compact") if _is_tight(item) else where)
        blocks = [block for block in item.children if isinstance(block, Element)]
        if not blocks or blocks[0].name not in ("p", "pre"):
            self._paragraph(Element("p"), inner, number)
        for at, block in enumerate(blocks):
            if at == 0 and block.name in ("p", "pre"):
                self._paragraph(block, inner, number)
            else:
                self._block(block, inner)

    def _new_numbers(self, level: int) -> int:
        """The number of a new list whose items count from one; python-docx looks through all for one that is free."""
        from docx.oxml.numbering import CT_Num

        made: Any = cast("Any", CT_Num).new(next(self._numbers), _COUNTED)
        made.add_lvlOverride(ilvl=level).add_startOverride(1)
        self._numbering.append(made)
        return int(made.numId)

    def _terms(self, block: Element, where: _Where) -> None:
        term: Element | None = None
        for part in _elements(block):
            if part.name == "dt":
                self._term(term, where)
                term = part
            else:
                first = next(_elements(part), None)
                if term is not None and first is not None and first.name == "p":
                    label = Element("strong", term.attributes, [*term.children, ": "])
                    first.children, term = [label, *first.children], None
                self._term(term, where)
                term = None
                self.blocks(part, self._within(part, replace(where, style="Definition")))
        self._term(term, where)

    def _term(self, term: Element | None, where: _Where) -> None:
        """A term on a line of its own: one that no paragraph follows."""
        if term is not None:
            self._paragraph(term, replace(where, style="DefinitionTerm"))

    def _table(self, table: Element, where: _Where) -> None:
        for caption in (part for part in table.children if isinstance(part, Element) and part.name == "caption"):
            self._paragraph(caption, replace(where, style="TableCaption"))
        if self._above == "table":  # or the two would become one
            self._begun(Element("p"), replace(where, style="Compact"))
        made = table_in(where.holder, table)
        for cell, held, together in rows_in(made, table):
            inner = _Where(held, "Compact" if _is_tight(cell) else "BodyText", where.look, together=together)
            self._above = ""
            self.blocks(cell, self._within(cell, inner))
            _begin_and_end(held)
        self._above = "table"

    def _picture(self, picture: Element, where: _Where) -> None:
        from docx.shared import Cm

        drawn = next(self._pictures, None)
        if drawn is not None:
            paragraph = self._begun(picture, where)
            self._texts.mark(picture, paragraph._p)
            shape = paragraph.add_run().add_picture(io.BytesIO(drawn), width=Cm(_WIDEST_CM))
            shape._inline.docPr.set("descr", picture.attributes["alt"])


_COUNTED = 2
"""How the items of a list with numbers look, in `templates/word/numbering.xml`; 1 has signs."""


def _begin_and_end(cell: "_Cell") -> None:
    """Take away the empty paragraph that a new cell begins with, unless it is all that there is after a table."""
    content = [part for part in cell._tc if not part.tag.endswith("}tcPr")]
    if len(content) > 1 and content[-1].tag.endswith("}p"):
        cell._tc.remove(content[0])
    else:
        cell._tc.append(content[0])
        content[0].style = "Compact"


def _style(block: Element, otherwise: str) -> str:
    return next((_STYLES[name] for name in sorted(block.classes) if name in _STYLES), otherwise)


def _is_tight(container: Element) -> bool:
    """Whether a list's item or a cell holds a single paragraph, so that no space is wanted around it."""
    held = _elements(container)
    return next(held, Element("p")).name == "p" and next(held, None) is None


def _elements(container: Element) -> Iterator[Element]:
    return (child for child in container.children if isinstance(child, Element))


def _turn(paragraph: "Paragraph") -> None:
    """Let a paragraph begin at the right."""
    from docx.oxml.parser import OxmlElement

    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(OxmlElement("w:bidi"), *_AFTER_BIDI)


def _number(paragraph: "Paragraph", number: int, level: int) -> None:
    properties: Any = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = number


def _stand_in(paragraph: "Paragraph", level: int) -> None:
    from docx.shared import Twips

    paragraph.paragraph_format.left_indent = Twips(_INDENT * (level + 1))
