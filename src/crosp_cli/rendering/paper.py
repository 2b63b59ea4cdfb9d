"""What of a page goes on paper, whatever kind or template made it: the order and the words of those who listen to it.

What is only for a screen (navigation, ornaments) is left out, what is only for a screen reader stands in full, and
what is left is put so that Word and PDF can hold it: headings without a leap, containers that hold blocks only, texts
that hold no blocks, and pictures with a text in their place.
"""

import re
from dataclasses import dataclass

from crosp_cli.rendering.page_tree import Element, take_apart

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LEFT_OUT = frozenset(
    [
        "audio",
        "button",
        "canvas",
        "embed",
        "form",
        "head",
        "iframe",
        "input",
        "link",
        "meta",
        "nav",
        "noscript",
        "object",
        "script",
        "select",
        "source",
        "style",
        "template",
        "textarea",
        "title",
        "video",
    ]
)
_CONTAINERS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "details",
        "div",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "html",
        "main",
        "page",
        "section",
        "summary",
    ]
)
_WITH_BLOCKS = frozenset({"blockquote", "div", "dd", "li", "td", "th"})
_BLOCKS = frozenset({*HEADINGS, *_WITH_BLOCKS, "p", "ul", "ol", "dl", "dt", "table", "pre", "hr", "picture"})
_INLINE = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "a": "a", "br": "br", "code": "code", "sup": "sup"}
_INLINE |= {"sub": "sub", "kbd": "code", "samp": "code", "cite": "em"}
_SAFE_IN_A_DRAWING = frozenset(
    [
        "circle",
        "clippath",
        "defs",
        "desc",
        "ellipse",
        "g",
        "line",
        "lineargradient",
        "path",
        "pattern",
        "polygon",
        "polyline",
        "radialgradient",
        "rect",
        "stop",
        "svg",
        "text",
        "title",
        "tspan",
    ]
)
_LINE = 110
"""How many letters a line of a table on A4 has room for."""
_LONG_WORD = re.compile(r"[^\s\u200b]{40,}")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page for paper: its title, its language, and its blocks."""

    title: str
    language: str
    body: Element


def on_paper(page: str) -> Sheet:
    """Return what of a page in HTML goes on paper.

    In `body` every `div`, `blockquote`, `li`, `dd`, `td` and `th` holds blocks only; `p`, `dt`, `caption`, `pre` and
    headings hold texts and `strong`, `em`, `a`, `br`, `code`, `sup`, `sub` and `span` only. A `picture` has `alt`, and
    its `source` is a drawing. Each `id` stands once, each link within the page leads to one, and each `table` has
    `widths`, in percent.
    """
    tree = take_apart(page)
    html = next(iter(tree.all("html")), tree)
    body = next(iter(tree.all("body")), tree)
    title = next((found.text for found in tree.all("title")), "")
    found = Element("div", {}, _blocks(body))
    _level(found)
    _mend_links(found)
    for table in found.all("table"):
        table.attributes["widths"] = " ".join(map(str, _widths(table)))
    heading = next((one.text for one in found.all(*HEADINGS)), "")
    return Sheet(title or heading or "crosp", _attributes(html).get("lang", "sv"), found)


def _kept(element: Element) -> bool:
    if element.name in _LEFT_OUT or "hidden" in element.attributes or "skip" in element.classes:
        return False
    if "legend" in element.classes:  # it explains ornaments, which are left out
        return False
    if element.name == "svg":
        return element.attributes.get("aria-hidden") != "true" and "narrow" not in element.classes
    return element.attributes.get("aria-hidden") != "true"


def _blocks(container: Element) -> list[Element | str]:
    """What a container holds, as blocks: texts that stand beside blocks become paragraphs."""
    blocks: list[Element | str] = []
    run: list[Element | str] = []

    def end_of_run() -> None:
        texts = _trimmed(_texts(run))
        if texts:
            blocks.append(Element("p", {}, texts))
        run.clear()

    for child in container.children:
        if isinstance(child, Element) and _is_block(child):
            end_of_run()
            if _kept(child):
                blocks += _block(child)
        else:
            run.append(child)
    end_of_run()
    return _badges_joined(blocks)


def _badges_joined(blocks: list[Element | str]) -> list[Element | str]:
    """Put a badge that stands alone into the paragraph that it belongs to, so that no page ends between them."""
    found: list[Element | str] = []
    for block in blocks:
        before = found[-1] if found else None
        if isinstance(before, Element) and isinstance(block, Element) and before.name == block.name == "p":
            badge = before.children[0]
            if len(before.children) == 1 and isinstance(badge, Element) and "badge" in badge.classes:
                block.children = [badge, " ", *block.children]
                found.pop()
        found.append(block)
    return found


def _is_block(element: Element) -> bool:
    return element.name in _BLOCKS or element.name in _CONTAINERS or element.name in ("svg", "img")


def _block(element: Element) -> list[Element]:
    name, kept = element.name, _attributes(element)
    if name == "svg":
        return _picture(element)
    if name == "img":
        return [Element("p", {}, [element.attributes["alt"]])] if element.attributes.get("alt") else []
    if name == "dl":
        return _definitions(element)
    if name == "table":
        return _table(element)
    if name in ("ul", "ol"):
        items = [child for child in element.children if isinstance(child, Element) and child.name == "li"]
        found = [Element("li", _attributes(item), _blocks(item)) for item in items if _kept(item)]
        return [Element(name, kept, list(found))] if found else []
    if name in HEADINGS or name in ("p", "pre", "dt"):
        texts = _trimmed(_texts(element.children, heading=name in HEADINGS))
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


def _texts(children: list[Element | str], *, heading: bool = False) -> list[Element | str]:
    """Texts and what stands in the middle of a line, spaces made single. A block in it is taken as its text."""
    found: list[Element | str] = []
    for child in children:
        if isinstance(child, str):
            found.append(_breakable(re.sub(r"[ \t\r\n\f]+", " ", child)))
        elif child.name == "br":
            found.append(Element("br"))
        elif (_kept(child) or (heading and child.name == "span")) and child.name not in ("svg", "img"):
            inside = _texts(child.children, heading=heading)
            if inside:
                found.append(Element(_INLINE.get(child.name, "span"), _attributes(child), inside))
            if child.name in _BLOCKS or child.name in _CONTAINERS:
                found.append(" ")
        elif child.name == "img":
            found.append(child.attributes.get("alt", ""))
    return found


def _trimmed(texts: list[Element | str]) -> list[Element | str]:
    """Texts without spaces at the beginning, at the end, and where another space stands before."""
    after_space = True

    def walk(children: list[Element | str]) -> list[Element | str]:
        nonlocal after_space
        kept: list[Element | str] = []
        for child in children:
            if isinstance(child, str):
                text = child.lstrip(" ") if after_space else child
                text = re.sub(" +", " ", text)
                if text:
                    kept.append(text)
                    after_space = text.endswith(" ")
            elif child.name == "br":
                kept.append(child)
                after_space = True
            else:
                child.children = walk(child.children)
                if child.children:
                    kept.append(child)
        return kept

    found = walk(texts)
    while found and (last := found[-1]) and (isinstance(last, str) or last.name == "br"):
        if isinstance(last, str) and last.rstrip(" "):
            found[-1] = last.rstrip(" ")
            break
        found.pop()
    return found


def _breakable(text: str) -> str:
    """Let a word that is longer than a line of a narrow column be broken, at places that nobody sees."""
    return re.sub(
        _LONG_WORD,
        lambda word: "\u200b".join(re.findall(".{1,24}", word[0])),
        text,
    )


def _attributes(element: Element) -> dict[str, str]:
    kept = {name: element.attributes[name] for name in ("id", "lang", "class") if element.attributes.get(name)}
    if element.name == "a" and element.attributes.get("href"):
        kept["href"] = element.attributes["href"]
    if "lang" in kept and not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", kept["lang"]):
        del kept["lang"]
    return kept


def _pairs(element: Element) -> list[Element]:
    """The terms of a list and what belongs to them, whether or not each pair has an element of its own."""
    found: list[Element] = []
    for child in element.children:
        if not isinstance(child, Element) or not _kept(child):
            continue
        if child.name == "div":
            inner = _pairs(child)
            if inner and "id" in child.attributes:
                inner[0].attributes.setdefault("id", child.attributes["id"])
            found += inner
        elif child.name == "dt":
            found.append(Element("dt", _attributes(child), _trimmed(_texts(child.children))))
        elif child.name == "dd":
            found.append(Element("dd", _attributes(child), _blocks(child)))
    return found


def _definitions(element: Element) -> list[Element]:
    pairs = _pairs(element)
    if not pairs:
        return []
    if not (element.classes & {"facts"}) or any(
        not isinstance(block, Element) or block.name != "p"
        for pair in pairs
        if pair.name == "dd"
        for block in pair.children
    ):
        return [Element("dl", _attributes(element), list(pairs))]
    return [Element("p", {**_attributes(element), "class": "facts"}, _run_in(pairs))]


def _run_in(pairs: list[Element]) -> list[Element | str]:
    """Short facts in one line: `Status: ongoing · Responsible: principal`."""
    found: list[Element | str] = []
    for pair in pairs:
        if pair.name == "dt":
            found += [" · "] if found else []
            found += [Element("span", {"class": "term"}, [*pair.children, ":"]), " "]
            continue
        for block in pair.children:
            found += block.children if isinstance(block, Element) else [block]
    return found


def _part_by_part(block: Element) -> Element:
    """Facts at the top of a page, each on a line of its own."""
    if block.name == "p" and block.attributes.get("class") == "facts":
        block.children = [Element("br") if part == " · " else part for part in block.children]
    return block


def _table(element: Element) -> list[Element]:
    caption = next(iter(element.all("caption")), None)
    head: list[Element | str] = []
    body: list[Element | str] = []
    for row in element.all("tr"):
        cells: list[Element | str] = []
        for cell in row.children:
            if isinstance(cell, Element) and cell.name in ("td", "th"):
                spans = {name: _span(cell, name) for name in ("colspan", "rowspan")}
                spans = {name: value for name, value in spans.items() if value != "1"}
                held = Element(cell.name, {**_attributes(cell), **spans}, _blocks(cell))
                _badges_below(held)
                cells.append(held)
        is_head = not body and all(isinstance(cell, Element) and cell.name == "th" for cell in cells)
        if cells:
            (head if is_head else body).append(Element("tr", {}, cells))
    if not (head or body):
        return []
    parts: list[Element | str] = [Element("thead", {}, head)] if head else []
    parts += [Element("tbody", {}, body)] if body else []
    if caption is not None:
        parts.insert(0, Element("caption", {}, _trimmed(_texts(caption.children))))
    return [Element("table", _attributes(element), parts)]


def _badges_below(cell: Element) -> None:
    """Put a badge in a cell on a line of its own."""
    for holder in [cell, *_everything(cell)]:
        badges = [child for child in holder.children[1:] if isinstance(child, Element) and "badge" in child.classes]
        for badge in badges:
            holder.children.insert(holder.children.index(badge), Element("br"))


def _span(cell: Element, name: str) -> str:
    value = cell.attributes.get(name, "1")
    return value if re.fullmatch("[1-9][0-9]?", value) else "1"


def columns(table: Element) -> int:
    """How many columns a table has."""
    return max(
        sum(int(cell.attributes.get("colspan", "1")) for cell in row.children if isinstance(cell, Element))
        for row in table.all("tr")
    )


def _widths(table: Element) -> list[int]:
    """How wide each column is, in percent: room for its longest word, and more where it has more to say."""
    words, needs = [3] * columns(table), [1.0] * columns(table)
    for row in table.all("tr"):
        at = 0
        for cell in row.children:
            assert isinstance(cell, Element)  # noqa: S101 -- `_table` made it
            span = int(cell.attributes.get("colspan", "1"))
            if span == 1 and at < len(needs):
                text = cell.text
                word = max((len(word) for word in re.split(r"[\s\u200b-]+", text)), default=0)
                words[at] = max(words[at], min(word, 22) + 3)
                needs[at] = max(needs[at], min(len(text), 150))
            at += span
    left = max(0, _LINE - sum(words))
    rooms = [word + left * need / sum(needs) for word, need in zip(words, needs, strict=True)]
    return [max(1, round(100 * room / sum(rooms))) for room in rooms]


def _picture(svg: Element) -> list[Element]:
    """A drawing with a text in its place. One that says nothing, or that needs something else, is left out."""
    drawing = take_apart(f"<div>{re.sub('^<svg', '<x-svg', re.sub('</svg>$', '</x-svg>', svg.source))}</div>")
    titles = [one.text for one in drawing.all("title")[:1] + drawing.all("desc")[:1]]
    alt = svg.attributes.get("aria-label") or ". ".join(one.rstrip(".") for one in titles if one)
    names = {one.name for one in _everything(drawing)} - {"div", "x-svg"}
    links = (value for one in _everything(drawing) for key, value in one.attributes.items() if key.endswith("href"))
    if not alt or not names <= _SAFE_IN_A_DRAWING or any(not link.startswith("#") for link in links):
        return []
    source = svg.source
    if "xmlns=" not in source.partition(">")[0]:
        source = source.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    return [Element("picture", {**_attributes(svg), "alt": alt}, [], source)]


def _everything(element: Element) -> list[Element]:
    found = [child for child in element.children if isinstance(child, Element)]
    return found + [one for child in found for one in _everything(child)]


def _level(body: Element) -> None:
    """Let headings begin at the first level and never leap over one, which PDF/UA forbids."""
    before = 0
    for heading in body.all(*HEADINGS):
        before = min(int(heading.name[1]), before + 1)
        heading.name = f"h{before}"


def _mend_links(body: Element) -> None:
    """Keep each id once, and no link within the page that leads nowhere; others only to the web and to mail."""
    ids: set[str] = set()
    for element in _everything(body):
        if element.attributes.get("id") in ids:
            del element.attributes["id"]
        ids |= {element.attributes["id"]} if "id" in element.attributes else set()
    for link in body.all("a"):
        target = link.attributes.get("href", "")
        leads = target[1:] in ids if target.startswith("#") else target.startswith(("https://", "http://", "mailto:"))
        if not leads:
            link.name = "span"
            link.attributes.pop("href", None)
