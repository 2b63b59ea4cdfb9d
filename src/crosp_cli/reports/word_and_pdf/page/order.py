"""Which elements of a page go on paper; what stands beside items and cells is put where a browser shows it."""

import re
from collections.abc import Iterable, Iterator

from crosp_cli.reports.word_and_pdf.page.tree import Element

_LEFT_OUT = frozenset({
    "audio", "button", "canvas", "embed", "form", "head", "iframe", "input", "link", "meta", "nav", "noscript",
    "object", "script", "select", "source", "style", "template", "textarea", "title", "video",
})  # fmt: skip
_NOT_ON_PAPER = frozenset({"in-the-picture", "on-screen", "skip"})
"""The classes of what leads somewhere on a screen or has room only there, and of what a picture beside it shows too."""
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_WHOLE = re.compile(r"[ \t\n\r\f]*([+-]?[0-9]{1,9})(?![0-9])")
_SPACES = re.compile(r" +(?= )|^ ")
"""Spaces of a line that no line ends at: of several, it may end at the last."""

_Child = Element | str
_PARTS = ("thead", "tbody", "tfoot")
_ORDER = {"caption": 0, "thead": 1, "tfoot": 3}
"""What a browser shows before and after all else of a table, wherever it stands."""


def is_kept(element: Element) -> bool:
    """Whether an element of a page goes on paper: what is for everyone, or for those who listen."""
    is_hidden = "hidden" in element.attributes or _is_not_displayed(element.attributes.get("style", ""))
    if element.name in _LEFT_OUT or is_hidden or element.classes & _NOT_ON_PAPER:
        return False
    if element.name == "svg":
        return element.attributes.get("aria-hidden") != "true" and "narrow" not in element.classes
    return element.attributes.get("aria-hidden") != "true"


def _is_not_displayed(style: str) -> bool:
    declared = (one.partition(":") for one in _COMMENT.sub("", style).lower().split(";"))
    shown = ["".join(value.split()) for name, _, value in declared if name.strip() == "display"]
    return shown[-1:] == ["none"] or "none!important" in shown


def put_in_order(holder: Element) -> None:
    """Let each list below `holder` hold items only, and each table a caption and parts with rows of cells.

    What is no item belongs to the item before it, or stands before the list; what is no term belongs to the term.
    A cell without a row has one of its own, and what is no cell stands before the table, of which what does not go on
    paper is left out. Numbers other than 1, 2, 3 stand in their items, and lines that were ended by hand end.
    """
    found: list[_Child] = []
    for child in holder.children:
        if isinstance(child, Element):
            put_in_order(child)
            if child.name in ("ul", "ol") and is_kept(child):
                found += _put_in_items(child)
            elif child.name == "dl":
                _put_in_pairs(child)
            elif child.name == "table":
                found += _put_in_rows(child)
            elif child.name == "pre":
                _put_in_lines(child)
                child.children = child.children[2:] if child.children[:2] == ["", Element("br")] else child.children
        found.append(child)
    holder.children = found


def _put_in_items(holder: Element) -> list[_Child]:
    """What stands in a list before its first item."""
    children = [*_unwrapped(holder.children)]
    first = next((at for at, child in enumerate(children) if _is_item(child)), len(children))
    holder.children = _within(children[first:], ("li",), "li")
    if holder.name == "ol":
        _number(holder)
    return children[:first]


def _unwrapped(children: Iterable[_Child]) -> Iterator[_Child]:
    """The children of a list; of what is none of its items and holds some, what that holds."""
    for child in children:
        is_around = isinstance(child, Element) and child.name not in ("li", "ul", "ol") and is_kept(child)
        if isinstance(child, Element) and is_around and any(map(_is_item, child.children)):
            yield from _unwrapped(child.children)
        else:
            yield child


def _is_item(child: _Child) -> bool:
    return isinstance(child, Element) and child.name == "li"


def _number(numbered: Element) -> None:
    """Say the numbers of a list in its items, where they are not 1, 2, 3."""
    items = [child for child in numbered.children if isinstance(child, Element) and _is_item(child) and is_kept(child)]
    is_down = "reversed" in numbered.attributes
    number, numbers = _whole(numbered.attributes.get("start"), len(items) if is_down else 1), list[int]()
    for item in items:
        numbers.append(_whole(item.attributes.get("value"), number))
        number = numbers[-1] + (-1 if is_down else 1)
    if numbers == [*range(1, len(items) + 1)]:
        return
    numbered.name = "ul"
    numbered.attributes["class"] = f"{numbered.attributes.get('class', '')} labelled"
    for number, item in zip(numbers, items, strict=True):
        _beginning(item).insert(0, f"{number}. ")


def _whole(said: str | None, otherwise: int) -> int:
    met = _WHOLE.match(said or "")
    return int(met[1]) if met else otherwise


def _beginning(item: Element) -> list[_Child]:
    """Where the first text of an item begins."""
    first = next((one for one in item.children if (is_kept(one) if isinstance(one, Element) else one.strip())), "")
    return _beginning(first) if isinstance(first, Element) and first.name in ("p", "div") else item.children


def _put_in_lines(holder: Element) -> None:
    """Let the lines of a text be lines, and each space in it stay."""
    found: list[_Child] = []
    for child in holder.children:
        if isinstance(child, Element):
            _put_in_lines(child)
            found.append(child)
            continue
        for number, line in enumerate(child.expandtabs().split("\n")):
            found += [Element("br")] * (number > 0)
            found.append(_SPACES.sub(lambda spaces: "\u00a0" * len(spaces[0]), line))
    holder.children = found


def _put_in_pairs(holder: Element) -> None:
    holder.children = _within(holder.children, ("dt", "dd", "div"), "dd")
    for child in holder.children:
        if isinstance(child, Element) and child.name == "div":
            _put_in_pairs(child)


def _within(children: Iterable[_Child], names: tuple[str, ...], holder: str) -> list[_Child]:
    """The children; each that is none of those names within the `holder` just before it, or else within a new one."""
    found: list[_Child] = []
    before: Element | None = None
    is_stray = False
    for child in children:
        is_own = isinstance(child, Element) and (child.name in names or not is_kept(child))
        if is_own or (isinstance(child, str) and not child.strip() and not is_stray):
            found.append(child)
            if isinstance(child, Element) and is_kept(child):
                before, is_stray = child if child.name == holder else None, False
            continue
        if before is None:
            before = Element(holder)
            found.append(before)
        before.children.append(child)
        is_stray = True
    return found


def _put_in_rows(table: Element) -> list[_Child]:
    """What stands in a table and in none of its cells."""
    strays: list[_Child] = []
    parts = _rows(table, strays)
    met: set[str] = set()
    for part in parts:
        if part.name in met:  # a second head is rows like any other
            part.name = "tbody"
        met |= {part.name} & {"thead", "tfoot"}
    table.children = [*sorted(parts, key=lambda part: _ORDER.get(part.name, 2))]
    return strays


def _rows(holder: Element, strays: list[_Child]) -> list[Element]:
    found: list[Element] = []
    row: Element | None = None  # of cells that have none
    is_captioned = holder.name != "table"
    for child in holder.children:
        if isinstance(child, str):
            strays += [child] if strays or child.strip() else []
        elif not is_kept(child) or child.name == "col":
            continue
        elif child.name in ("td", "th"):
            if row is None:
                row = Element("tr")
                found.append(row)
            row.children.append(child)
        else:
            row = None
            if child.name == "colgroup":
                found += _rows(child, strays)
            elif child.name == "tr":
                strays += [one for one in child.children if not _is_cell(one)]
                child.children = [one for one in child.children if _is_cell(one)]
                found.append(child)
            elif child.name in _PARTS:
                child.children = [*_rows(child, strays)]
                found.append(child)
            elif child.name == "caption" and not is_captioned:
                is_captioned = True
                found.append(child)
            else:
                strays.append(child)
    return found


def _is_cell(child: _Child) -> bool:
    return isinstance(child, Element) and child.name in ("td", "th")
