"""What of a page goes on paper, whatever kind or template made it: the order and the words of those who listen to it.

What is only for a screen (navigation, ornaments) is left out, what is only for a screen reader stands in full, and
what is left is put so that Word and PDF can hold it: headings without a leap, containers that hold blocks only, texts
that hold no blocks, and pictures with a text in their place.
"""

from dataclasses import dataclass
from itertools import pairwise

from crosp_cli.reports.word_and_pdf.page.drawings import drawing_of, words_of
from crosp_cli.reports.word_and_pdf.page.order import is_kept, put_in_order
from crosp_cli.reports.word_and_pdf.page.tree import Element, everything, take_apart
from crosp_cli.reports.word_and_pdf.sheet_labels import labels_joined
from crosp_cli.reports.word_and_pdf.sheet_tables import (
    A_LABEL,
    fill_up,
    in_figures,
    lines_in,
    own_rows,
    room,
    row_heads,
    span_of,
)
from crosp_cli.reports.word_and_pdf.sheet_text import (
    BLOCKS,
    CONTAINERS,
    HEADINGS,
    IN_ONE_LINE,
    attributes_of,
    in_one_line,
    is_of_items,
    texts_of,
    trimmed,
)
from crosp_cli.reports.word_and_pdf.sheet_widths import widths

_SAFE_IN_A_DRAWING = frozenset({
    "circle", "clippath", "defs", "desc", "ellipse", "g", "line", "lineargradient", "path", "pattern", "polygon",
    "polyline", "radialgradient", "rect", "stop", "text", "title", "tspan",
})  # fmt: skip
"""A drawing within one is not among them: it is kept as it was written, and nobody has looked into it."""
_DENSE = ("summary", "dense")
"""The kinds of page that are set closer."""
_AT_THE_FOOT = frozenset({"decided", "footer"})
"""The classes of what ends a paper."""
_SHORT = 900
"""Up to how many letters a block is one that the foot of the paper can draw over to the next page."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page for paper: its title, its language, and its blocks."""

    title: str
    language: str
    body: Element
    dense: bool = False
    """Whether it has to find room on few pages: a summary, which has two and no more, and a form with one a cell."""


def on_paper(page: str) -> Sheet:
    """Return what of a page in HTML goes on paper.

    In `body` every `div`, `blockquote`, `li`, `dd`, `td` and `th` holds blocks only; `p`, `dt`, `caption`, `pre` and
    headings hold texts and `strong`, `em`, `s`, `a`, `br`, `code`, `sup`, `sub`, `span`, `boxes`, `seen` only. A
    `picture` has `alt`, and its `source` is a drawing; `boxes` hold the words for what they show, if there are any, and
    `seen` is for those who see them. Each `id` stands once, each link within the page leads to one, and each `table`
    has `widths`, in percent, and where its rows have heads, `heads`: "labels" or "texts". What belongs on the same page
    as what ends the paper has `keep`.
    """
    tree = take_apart(page)
    html = next(iter(tree.all("html")), tree)
    body = next(iter(tree.all("body")), tree)
    put_in_order(body)
    title = next((found.text for found in tree.all("title")), "")
    found = Element("div", {}, _blocks(body))
    _level(found)
    _mend_links(found)
    for table in found.all("table"):
        in_figures(table)
        table.attributes["widths"] = " ".join(map(str, widths(table)))
        if heads := row_heads(table):
            is_labels = all(len(head.text) <= A_LABEL for head in heads)
            table.attributes["heads"] = "labels" if is_labels else "texts"
    _keep_the_foot(found)
    heading = next((one.text for one in found.all(*HEADINGS)), "")
    language = attributes_of(html).get("lang", "sv")
    return Sheet(title or heading or "crosp", language, found, dense=not body.classes.isdisjoint(_DENSE))


def _blocks(container: Element) -> list[Element | str]:
    """What a container holds, as blocks: texts that stand beside blocks become paragraphs."""
    blocks: list[Element | str] = []
    run: list[Element | str] = []

    def end_of_run() -> None:
        texts = trimmed(texts_of(run))
        if texts:
            blocks.append(Element("p", {}, texts))
        run.clear()

    for child in container.children:
        if isinstance(child, Element) and _is_block(child):
            end_of_run()
            if is_kept(child):
                blocks += _block(child)
        else:
            run.append(child)
    end_of_run()
    return labels_joined(blocks)


def _is_block(element: Element) -> bool:
    return element.name in BLOCKS or element.name in CONTAINERS or element.name in ("svg", "img")


def _block(element: Element) -> list[Element]:
    name, kept = element.name, attributes_of(element)
    if name == "svg":
        return _picture(element)
    if name == "img":
        return [Element("p", {}, alt)] if (alt := trimmed(texts_of([element]))) else []
    if name in ("dl", "table"):
        return _definitions(element) if name == "dl" else _table(element)
    if "signatures" in element.classes and is_of_items(element):
        return [Element("div", kept, [*_signatures(element)])]
    if element.classes & IN_ONE_LINE and is_of_items(element, *HEADINGS):
        return [in_one_line(element)]
    if name in ("ul", "ol"):
        items = [child for child in element.children if isinstance(child, Element) and child.name == "li"]
        for number, item in enumerate(items if name == "ol" else (), 1):  # it needs no badge that says its number again
            item.children = [
                part
                for part in item.children
                if isinstance(part, str) or "badge" not in part.classes or not part.text.endswith(str(number))
            ]
        found = [Element("li", attributes_of(item), _led(_blocks(item))) for item in items if is_kept(item)]
        return [Element(name, kept, list(found))] if found else []
    if name in HEADINGS or name in ("p", "pre", "dt"):
        texts = trimmed(texts_of(element.children, heading=name in HEADINGS))
        return [Element("p" if name == "dt" else name, kept, texts)] if texts else []
    if name == "hr":
        return [Element("hr")]
    if name == "figcaption":
        kept["class"] = "figcaption"
    held = _blocks(element)
    if name in ("header", "footer"):
        kept["class"] = name
    if name == "header":
        held = [_part_by_part(one) if isinstance(one, Element) else one for one in held]
    return [Element("blockquote" if name == "blockquote" else "div", kept, held)] if held else []


def _led(item: list[Element | str]) -> list[Element | str]:
    """Mark a line that a list within a list's item is of, so that no page ends between them."""
    names = [block.name for block in item if isinstance(block, Element)]
    if names[:2] in (["p", "ul"], ["p", "ol"]) and isinstance(first := item[0], Element):
        first.attributes["class"] = "lead"
    return item


def _signatures(element: Element) -> list[Element]:
    """Who signs, each below a line to write on."""
    names = [trimmed(texts_of(item.children)) for item in element.all("li")]
    return [Element("p", {"class": "signature"}, name) for name in names if name]


def _pairs(element: Element) -> list[Element]:
    """The terms of a list and what belongs to them, whether or not each pair has an element of its own."""
    found: list[Element] = []
    for child in element.children:
        if not isinstance(child, Element) or not is_kept(child):
            continue
        if child.name == "div":
            inner = _pairs(child)
            if inner and "id" in child.attributes:
                inner[0].attributes.setdefault("id", child.attributes["id"])
            found += inner
        elif child.name == "dt":
            found.append(Element("dt", attributes_of(child), trimmed(texts_of(child.children))))
        elif child.name == "dd":
            found.append(Element("dd", attributes_of(child), _blocks(child)))
    return found


def _definitions(element: Element) -> list[Element]:
    pairs = _pairs(element)
    if not pairs:
        return []
    if not (element.classes & {"facts", "run-in"}) or any(
        not isinstance(block, Element) or block.name != "p"
        for pair in pairs
        if pair.name == "dd"
        for block in pair.children
    ):
        return [Element("dl", attributes_of(element), list(pairs))]
    style = "facts lead" if "standing" in element.classes else "facts"  # what a cell stands at stays with its text
    return [Element("p", {**attributes_of(element), "class": style}, _run_in(pairs))]


def _run_in(pairs: list[Element]) -> list[Element | str]:
    """Short facts in one line: `Status: ongoing · Responsible: principal`."""
    found: list[Element | str] = []
    for pair in pairs:
        if pair.name == "dt":
            found += [" · "] if found else []
            found += [Element("span", {"class": "term"}, [*pair.children, ":"]), " "]
            continue
        for number, block in enumerate(pair.children):
            found += [" "] * bool(number) + (block.children if isinstance(block, Element) else [block])
    return found


def _part_by_part(block: Element) -> Element:
    """Facts at the top of a page, each on a line of its own."""
    if block.name == "p" and block.attributes.get("class") == "facts":
        block.children = [Element("br") if part == " · " else part for part in block.children]
    return block


def _table(element: Element) -> list[Element]:
    caption = next((one for one in element.children if isinstance(one, Element) and one.name == "caption"), None)
    head: list[Element | str] = []
    body: list[Element | str] = []
    reached = 0  # how many rows more the cells above reach into
    for row, left in own_rows(element):
        cells: list[Element | str] = []
        marks = attributes_of(row)
        place = {"id": marks.pop("id")} if "id" in marks else {}  # a link that leads to a row leads to its first cell
        is_reached, reached = reached > 0, max(reached - 1, 0)
        for cell in row.children:
            if isinstance(cell, Element) and cell.name in ("td", "th") and is_kept(cell):
                across, down = span_of(cell, "colspan"), span_of(cell, "rowspan", left)
                spans = {name: str(span) for name, span in (("colspan", across), ("rowspan", down)) if span > 1}
                held = Element(cell.name, {**({} if cells else place), **attributes_of(cell), **spans}, _blocks(cell))
                lines_in(held)
                cells.append(held)
                reached = max(reached, down - 1)
        is_head = not body and all(isinstance(cell, Element) and cell.name == "th" for cell in cells)
        if is_reached and not (is_head or body):  # what reaches below is no head
            head, body = [], head
        if cells or is_reached:
            (head if is_head else body).append(Element("tr", marks, cells))
    texts = trimmed(texts_of(caption.children)) if caption is not None else []
    if not (head or body):
        return [Element("p", {"class": "figcaption"}, texts)] if texts else []
    parts: list[Element | str] = [Element(name, {}, rows) for name, rows in (("thead", head), ("tbody", body)) if rows]
    kept = attributes_of(element)
    if caption is not None and "unseen" in caption.classes:  # what it says, the heading above says to those who see
        kept["title"] = caption.text
    elif caption is not None:
        parts.insert(0, Element("caption", {}, texts))
    made = Element("table", kept, parts)
    fill_up(made)
    return [made]


def _keep_the_foot(body: Element) -> None:
    """Mark what the foot of the paper, and those who sign it, stand below, so that neither is alone on a page."""
    for holder in [body, *body.all("div")]:
        blocks = [block for block in holder.children if isinstance(block, Element)]
        for before, block in pairwise(blocks):
            if block.classes & _AT_THE_FOOT:
                _keep(before)


def _keep(block: Element) -> None:
    """Mark the last block within one as one that stays with what follows."""
    while block.name == "div" and block.children and isinstance(last := block.children[-1], Element):
        block = last
    if block.name in ("p", "ul", "ol", "table") and room(block) <= _SHORT:
        block.attributes["keep"] = "yes"


def _picture(svg: Element) -> list[Element]:
    """A drawing with a text in its place. One that says nothing, or that needs something else, is left out."""
    drawing, alt = drawing_of(svg), words_of(svg)
    names = {one.name for one in everything(drawing)}
    links = (value for one in everything(drawing) for key, value in one.attributes.items() if key.endswith("href"))
    if not alt or not names <= _SAFE_IN_A_DRAWING or any(not link.startswith("#") for link in links):
        return []
    source = svg.source
    if "xmlns=" not in source.partition(">")[0]:
        source = source.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    return [Element("picture", {**attributes_of(svg), "alt": alt}, [], source)]


def _level(body: Element) -> None:
    """Let headings begin at the first level and never leap over one, which PDF/UA forbids; equals stay equals."""
    above: list[int] = []
    for heading in body.all(*HEADINGS):
        level = int(heading.name[1])
        above = [one for one in above if one < level]
        above.append(level)
        heading.name = f"h{len(above)}"


def _mend_links(body: Element) -> None:
    """Keep each id once, and no link within the page that leads nowhere; others only to the web and to mail."""
    ids: set[str] = set()
    for element in everything(body):
        if element.attributes.get("id") in ids:
            del element.attributes["id"]
        ids |= {element.attributes["id"]} if "id" in element.attributes else set()
    for link in body.all("a"):
        target = link.attributes.get("href", "")
        leads = target[1:] in ids if target.startswith("#") else target.startswith(("https://", "http://", "mailto:"))
        if not leads:
            link.name = "span"
            link.attributes.pop("href", None)
