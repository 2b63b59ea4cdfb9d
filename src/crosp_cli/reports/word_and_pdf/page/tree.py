"""A page in HTML taken apart into elements and texts, also where its writer left out end tags."""

import re
from collections import Counter
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
})  # fmt: skip
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "dd", "details", "div", "dl", "dt", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre",
    "section", "table", "ul",
})  # fmt: skip
_PARTS_OF_A_TABLE = frozenset({"caption", "colgroup", "thead", "tbody", "tfoot", "tr", "td", "th"})
_ENDS_BEFORE = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "tr": (frozenset({"caption", "colgroup", "tr", "td", "th"}), frozenset({"table"})),
    "td": (frozenset({"caption", "colgroup", "td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"caption", "colgroup", "td", "th"}), frozenset({"tr", "table"})),
    **dict.fromkeys(("thead", "tbody", "tfoot"), (_PARTS_OF_A_TABLE, frozenset({"table"}))),
    "colgroup": (frozenset({"caption", "colgroup"}), frozenset({"table"})),
}
"""What an element ends that was left open, and where looking for it stops."""

_ENDS_A_DRAWING = frozenset({
    "b", "blockquote", "body", "br", "code", "dd", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4", "h5", "h6", "head",
    "hr", "i", "img", "li", "meta", "ol", "p", "pre", "ruby", "s", "small", "span", "strong", "sub", "sup", "table",
    "u", "ul", "var",
})  # fmt: skip
"""What stands in no drawing, so that a browser ends one before it whose writer did not."""

_DEEPEST = 100
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


@dataclass(slots=True)
class Element:
    """An element of a page. A drawing (svg) is one element, and `source` has the whole of it."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: "list[Element | str]" = field(default_factory=list)
    source: str = ""

    @property
    def classes(self) -> frozenset[str]:
        """The words of its attribute class."""
        return frozenset(self.attributes.get("class", "").split())

    @property
    def text(self) -> str:
        """All text within, spaces made single."""
        return " ".join("".join(self._texts()).split())

    @property
    def words(self) -> list[str]:
        """The words within; what a hard space holds together is one."""
        return re.split(r"[^\S\u00a0]+", "".join(self._texts()).strip())

    @property
    def lines(self) -> list[str]:
        """All text within, line by line."""
        return "".join(self._texts("\n")).split("\n")

    def _texts(self, line_end: str = " ") -> list[str]:
        found: list[str] = []
        for child in self.children:
            if isinstance(child, str):
                found.append(child)
            else:
                found += [line_end] if child.name == "br" else child._texts(line_end)
        return found

    def all(self, *names: str) -> "list[Element]":
        """Every element below it with one of those names, in the page's order."""
        found: list[Element] = []
        for child in self.children:
            if isinstance(child, Element):
                found += [child] if child.name in names else []
                found += child.all(*names)
        return found


def everything(element: Element) -> list[Element]:
    """Return every element below it, those that it holds itself first."""
    found = [child for child in element.children if isinstance(child, Element)]
    return found + [one for child in found for one in everything(child)]


def take_apart(page: str) -> Element:
    """Return the page's elements below one that is called `page`. No control character is left in any text."""
    reader = _Reader()
    reader.feed(_NO_TEXT.sub("", page))
    reader.close()
    return reader.page


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Element("page")
        self._open = [self.page]
        self._drawing: list[str] = []
        self._still_open = Counter[str]()  # of its elements, by name
        self._drawn: list[str] = []

    def close(self) -> None:
        super().close()
        self._end_within(len(self._drawing))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _ENDS_A_DRAWING and self._drawing and self._drawing[-1].lower() not in ("title", "desc"):
            self._end_within(len(self._drawing))
        if self._drawing or tag == "svg":
            raw = self.get_starttag_text() or ""
            name = re.match(r"<([^\s/>]+)", raw)
            if not self._drawing:
                self._add(Element("svg", {key: _NO_TEXT.sub("", value or "") for key, value in attrs}))
            written = name.group(1) if name and tag != "svg" else tag  # the names of others within have large letters
            self._drawing.append(written)
            self._still_open[tag] += 1
            self._drawn.append(f"<{written}{raw[len(written) + 1 :]}")
            return
        self._end_what_is_open(tag)
        element = Element(tag, {key: _NO_TEXT.sub("", value or "") for key, value in attrs})
        self._add(element)
        if tag not in _VOID and len(self._open) < _DEEPEST:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if self._drawing:
            self._still_open[self._drawing.pop().lower()] -= 1
            self._end_within(0)
        elif tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._drawing and self._still_open[tag]:
            many = next(many for many, name in enumerate(reversed(self._drawing), 1) if name.lower() == tag)
            self._end_within(many)
            return
        if self._drawing and not self._ends_the_drawing(tag):
            return
        self._end_within(len(self._drawing))
        names = [element.name for element in self._open[1:]]
        if tag in names:
            at = len(names) - names[::-1].index(tag)
            del self._open[at:]

    def _ends_the_drawing(self, tag: str) -> bool:
        """Whether a browser ends a drawing before an end tag that is of no element in it."""
        return tag in ("p", "br") or any(element.name == tag for element in self._open[1:])

    def handle_data(self, data: str) -> None:
        data = _NO_TEXT.sub("", data)
        if self._drawing:
            self._drawn.append(escape(data))
        else:
            self._open[-1].children.append(data)

    def _add(self, element: Element) -> None:
        self._open[-1].children.append(element)

    def _end_within(self, many: int) -> None:
        """End so many of the elements of a drawing that are open. With the last of them it is whole."""
        for _ in range(many):
            name = self._drawing.pop()
            self._still_open[name.lower()] -= 1
            self._drawn.append(f"</{name}>")
        if self._drawn and not self._drawing:
            svg = self._open[-1].children[-1]
            assert isinstance(svg, Element)  # noqa: S101 -- it was added when the drawing began
            svg.source = "".join(self._drawn)
            self._drawn.clear()

    def _end_what_is_open(self, tag: str) -> None:
        if tag in _BLOCKS and self._open[-1].name == "p":
            self._open.pop()
        ends, stops = _ENDS_BEFORE.get(tag, (frozenset(), frozenset()))
        for at in range(len(self._open) - 1, 0, -1):
            name = self._open[at].name
            if name in stops:
                break
            if name in ends:
                del self._open[at:]
