"""What stands in a paragraph of a Word document: texts in their styles and languages, links and their places."""

import io
import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from crosp_cli.reports.word_and_pdf.page.tree import Element
from crosp_cli.text.direction import is_right_to_left

if TYPE_CHECKING:
    from docx.oxml.text.paragraph import CT_P
    from docx.parts.document import DocumentPart

_STYLES = {
    "badge": "Badge",
    "code": "VerbatimChar",
    "late": "Late",
    "muted": "MutedText",
    "prompt": "Prompt",
    "term": "Term",
}
"""The styles of `templates/word/styles.xml` by an element's name or class."""
_MARKS: dict[str, tuple[str, dict[str, str]]] = {
    "strong": ("w:b", {}),
    "em": ("w:i", {}),
    "s": ("w:strike", {}),
    "sup": ("w:vertAlign", {"w:val": "superscript"}),
    "sub": ("w:vertAlign", {"w:val": "subscript"}),
}
_ORDER = ("w:b", "w:i", "w:strike", "w:vertAlign", "w:rtl", "w:lang")
"""The order in which marks have to stand."""

_IN_A_DATE = re.compile(r"(?<=\b\d{4})-(?=\d\d-\d\d\b)|(?<=\b\d{4}-\d\d)-(?=\d\d\b)")
"""The hyphens of a date, at which no line is to end."""

_BOX = {
    "full": 'fill="#17506a" stroke="#17506a" stroke-width="4"',
    "wanted": 'fill="#ffffff" stroke="#17506a" stroke-width="8"',
    "empty": 'fill="#ffffff" stroke="#7d868e" stroke-width="4"',
}
"""What a box looks like that is reached, one up to the target, and one beyond."""
_BOX_POINTS = 7
"""How high a box is."""
_ORNAMENT = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_ORNAMENT_ID = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_LAST_NUMBER = 1_000_000_000
"""From which the numbers of boxes go down, since those of pictures go up from the highest there is."""

Look = Mapping[str, Mapping[str, str]]
"""What a text looks like: the marks of its run, and `style`."""


class TextWriter:
    """Writes texts into paragraphs of one document."""

    def __init__(self, part: "DocumentPart", places: Mapping[str, str], boxes: Mapping[str, bytes]) -> None:
        """`places` has a name in the document for each id of the sheet, `boxes` a PNG for each row of boxes in it."""
        self._part = part
        self._boxes = boxes
        self._drawn: dict[str, Any] = {}
        self._number = _LAST_NUMBER
        self._places = places
        self._bookmarks = 0
        self._links: dict[str, str] = {}

    def write(self, element: Element, paragraph: "CT_P", look: Look) -> None:
        """Write what an element holds, and mark its place."""
        self.mark(element, paragraph)
        for child in element.children:
            self._write(child, paragraph, look)

    def mark(self, element: Element, paragraph: "CT_P") -> None:
        """Mark the place that links to an element lead to."""
        if name := self._places.get(element.attributes.get("id", "")):
            self._bookmarks += 1
            number = str(self._bookmarks)
            paragraph.append(_made("w:bookmarkStart", {"w:id": number, "w:name": name}))
            paragraph.append(_made("w:bookmarkEnd", {"w:id": number}))

    def _write(self, child: Element | str, holder: Any, look: Look) -> None:
        if isinstance(child, str):
            holder.append(_run(child, look))
        elif child.name == "br":
            run = _run("", look)
            run.append(_made("w:br"))
            holder.append(run)
        elif child.name != "seen":  # Word has the words instead
            inner = look_of(child, look)
            if child.attributes.get("boxes", "") in self._boxes:
                self._draw(child.attributes["boxes"], holder)
            if target := child.attributes.get("href"):
                holder.append(link := self._link(target))
                holder, inner = link, {**inner, "style": {"w:val": "Hyperlink"}}
            self.write(child, holder, inner)

    def _draw(self, boxes: str, holder: Any) -> None:
        """Draw boxes, for those who see: whoever listens has words for them beside."""
        from docx.shared import Pt

        if boxes not in self._drawn:
            drawn: Any = self._part.new_pic_inline(io.BytesIO(self._boxes[boxes]), height=Pt(_BOX_POINTS))
            for side in "TBLR":  # or LibreOffice puts air around it
                drawn.set(f"dist{side}", "0")
            drawn.docPr.set("descr", "")
            drawn.docPr.append(_ornament())
            self._drawn[boxes] = drawn
        inline = deepcopy(self._drawn[boxes])
        self._number -= 1
        inline.docPr.set("id", str(self._number))
        run, drawing = _made("w:r"), _made("w:drawing")
        drawing.append(inline)
        run.append(drawing)
        holder.append(run)
        holder.append(_run("\u00a0", {}))

    def _link(self, target: str) -> Any:
        if target.startswith("#"):
            return _made("w:hyperlink", {"w:anchor": self._places[target[1:]]})
        if target not in self._links:  # python-docx looks through all there are for one of the same
            from docx.opc.constants import RELATIONSHIP_TYPE

            self._links[target] = f"link{len(self._links) + 1}"
            self._part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, target, self._links[target], is_external=True)
        return _made("w:hyperlink", {"r:id": self._links[target]})


def boxes_as_drawing(boxes: str) -> str:
    """Return a drawing (SVG) of boxes such as `full wanted empty`."""
    names = boxes.split()
    drawn = (f'<rect x="{4 + 48 * at}" y="4" width="36" height="40" {_BOX[name]}/>' for at, name in enumerate(names))
    size = f'width="{48 * len(names)}" height="48"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(drawn)}</svg>'


def look_of(element: Element, look: Look) -> Look:
    """Return what texts in an element look like, where those around it look so."""
    found = dict(look)
    if element.name in _MARKS:
        name, attributes = _MARKS[element.name]
        found[name] = attributes
    for name in (element.name, *sorted(element.classes)):
        if name in _STYLES:
            found["style"] = {"w:val": _STYLES[name]}
            break
    if language := element.attributes.get("lang"):
        found["w:lang"] = {"w:val": language, "w:bidi": language}
    return found


def names_of_places(elements: Iterator[Element]) -> dict[str, str]:
    """Return a name for each id among the elements: Word's names have few signs and are short."""
    ids = (element.attributes["id"] for element in elements if "id" in element.attributes)
    return {one: f"place_{number}" for number, one in enumerate(ids, 1)}


def _run(text: str, look: Look) -> Any:
    run = _made("w:r")
    if is_right_to_left(text):
        look = {**look, "w:rtl": {}}
        text += "" if text[-1].isalpha() else "\u200f"  # or a full stop at its end would stand at its beginning
    if look:
        properties = run.get_or_add_rPr()
        if "style" in look:
            properties.append(_made("w:rStyle", look["style"]))
        for name in _ORDER:
            if name in look:
                properties.append(_made(name, look[name]))
    first, *more = _IN_A_DATE.split(text)
    if first:
        run.add_t(first)
    for part in more:
        run.append(_made("w:noBreakHyphen"))
        run.add_t(part)
    return run


def _made(name: str, attributes: Mapping[str, str] | None = None) -> Any:
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    return OxmlElement(name, {qn(key): value for key, value in (attributes or {}).items()})


def _ornament() -> Any:
    """What says of a picture that it says nothing."""
    from docx.oxml import parse_xml

    main = "http://schemas.openxmlformats.org/drawingml/2006/main"
    said = f'<d:decorative xmlns:d="{_ORNAMENT}" val="1"/>'
    return parse_xml(f'<a:extLst xmlns:a="{main}"><a:ext uri="{_ORNAMENT_ID}">{said}</a:ext></a:extLst>')
