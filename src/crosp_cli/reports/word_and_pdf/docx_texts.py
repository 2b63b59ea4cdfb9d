"""What stands in a paragraph of a Word document: texts in their styles and languages, links and their places."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from crosp_cli.reports.word_and_pdf.html_tree import Element
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
    "sup": ("w:vertAlign", {"w:val": "superscript"}),
    "sub": ("w:vertAlign", {"w:val": "subscript"}),
}
_ORDER = ("w:b", "w:i", "w:vertAlign", "w:rtl", "w:lang")
"""The order in which marks have to stand."""

_IN_A_DATE = re.compile(r"(?<=\b\d{4})-(?=\d\d-\d\d\b)|(?<=\b\d{4}-\d\d)-(?=\d\d\b)")
"""The hyphens of a date, at which no line is to end."""

Look = Mapping[str, Mapping[str, str]]
"""What a text looks like: the marks of its run, and `style`."""


class TextWriter:
    """Writes texts into paragraphs of one document."""

    def __init__(self, part: "DocumentPart", places: Mapping[str, str]) -> None:
        """`places` has a name in the document for each id of the sheet."""
        self._part = part
        self._places = places
        self._bookmarks = 0

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
            if target := child.attributes.get("href"):
                holder.append(link := self._link(target))
                holder, inner = link, {**inner, "style": {"w:val": "Hyperlink"}}
            self.write(child, holder, inner)

    def _link(self, target: str) -> Any:
        if target.startswith("#"):
            return _made("w:hyperlink", {"w:anchor": self._places[target[1:]]})
        from docx.opc.constants import RELATIONSHIP_TYPE

        return _made(
            "w:hyperlink", {"r:id": self._part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)}
        )


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
