"""A sheet as the source of a PDF, for Typst.

Nothing that anyone wrote is ever Typst's own language here: every text stands as a string literal, in which only the
backslash and the quotation mark mean anything, and no attribute of the page is put in but numbers, known names and
strings. How it looks is `templates/paper.typ`.
"""

import re
from collections.abc import Iterator
from datetime import date

from crosp_cli.reports.word_and_pdf.page.drawings import set_in
from crosp_cli.reports.word_and_pdf.page.tree import Element, everything
from crosp_cli.reports.word_and_pdf.sheet import Sheet
from crosp_cli.reports.word_and_pdf.sheet_tables import (
    MOST_LINES,
    is_to_fill_in,
    lines,
    lines_to_fill_in,
    room,
    row_lines,
    rows_of,
    stays_whole,
)
from crosp_cli.reports.word_and_pdf.sheet_text import HEADINGS, breakable, divided, has_no_width, paragraphs_of, parted
from crosp_cli.reports.word_and_pdf.sheet_widths import has_room, share_of, shares, signs_in, signs_in_heading
from crosp_cli.text.direction import is_right_to_left

STYLED = frozenset({
    "asked", "badge", "credit", "facts", "figcaption", "focus", "footer", "header", "hint", "kicker", "label", "late",
    "legend", "measure", "muted", "note", "probes", "prompt", "question", "signature", "signatures", "term", "unseen",
})  # fmt: skip
"""The classes that `paper.typ` has a style for."""

_ON_ONE_PAGE = {"planned", "decided", "signature", "signatures"}
"""Classes of what is not parted."""
_SIGNED = 0.4
"""How much of the width somebody signs on."""
_ARTICLE, _ARTICLE_LINES = 2000, 40
"""Up to how many letters, and lines of a table, a measure of an action plan stays on one page, which has some 50."""

_LINES = (*HEADINGS, "p", "pre")
_HOLDERS = ("div", "blockquote")
_TYPEFACES = ("Libertinus Serif", "DejaVu Sans Mono")
"""What `paper.typ` sets the text in, and so the pictures."""
_LARGER = 1.14
"""Its letters are as much smaller, and narrower, than those that a picture is made for."""

_NEVER_TALL = 4
"""So many letters, or elements, always have room on a page, however narrow their column is."""

_MOST_WITHOUT_WIDTH = 100
"""In a row, through all texts that stand beside each other: Typst has no room for 65,536 bytes, a reader for fewer."""

_OCCASION = re.compile(r"(\b\d{4}-[^\W\d_]{1,9}\b\S?)")
"""`2026-ht`, within which no line is to end, with the stop after it."""
_MOST_WHOLE = 1_000
"""How many of them in a text are kept whole: each is a part of its own."""
_IN_LINE = frozenset({"strong", "em", "s", "a", "code", "sup", "sub", "span"})
_WRAPPED = {"strong": "strong", "em": "emph", "s": "strike", "sup": "super", "sub": "sub"}


def as_typst(sheet: Sheet, style: str, made: date | None) -> tuple[str, dict[str, str]]:
    """Return the source, with `style` at its top, and the pictures that it asks for, by the names of their files.

    `made` is the day the document says it was made; without one, it says none.
    """
    writer = _Writer()
    writer.pages = frozenset(map(id, _on_the_page(sheet.body)))
    body = writer.blocks(sheet.body)
    day, dense = "auto" if made else "none", "true" if sheet.dense else "false"
    language = _string(sheet.language.partition("-")[0])
    title = _Writer().string(breakable(sheet.title))
    start = f"#show: paper.with({title}, {language}, {day}, {dense})\n"
    return f"{style}\n{start}{body}\n", writer.pictures


def _on_the_page(holder: Element) -> Iterator[Element]:
    """What stands on the page itself, within no block or cell of its own: there, a new page can begin."""
    for child in holder.children:
        if isinstance(child, Element) and child.name in _HOLDERS:
            yield child
            if not child.classes & (STYLED | _ON_ONE_PAGE) and "keep" not in child.attributes:
                yield from _on_the_page(child)


def _turned(made: str) -> str:
    return f"#[#set text(dir: rtl)\n{made}]"


def _runs_right_to_left(block: Element) -> bool:
    """Whether a block does: all of its lines, where it has several."""
    return is_right_to_left(block.text) and all(map(is_right_to_left, filter(str.strip, block.lines)))


def _isolated(text: str) -> str:
    """A text that runs from right to left, so that it disturbs nothing before and after it in its line."""
    return f"\u2067{text}\u2069" if is_right_to_left(text) else text


def _string(text: str) -> str:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "")
    return f'"{quoted}"'


def _fits(block: Element) -> bool:
    """Whether there is room on a page for what is not parted."""
    share = _SIGNED if "signature" in block.classes else 1
    most = _ARTICLE_LINES if block.classes & {"planned", "decided"} else MOST_LINES
    return not block.classes & _ON_ONE_PAGE or lines(block, share) <= most


class _Writer:
    def __init__(self) -> None:
        self.pictures: dict[str, str] = {}
        self._without_width = 0
        self._placed: set[str] = set()
        self.pages: frozenset[int] = frozenset()
        self._blocks = "blocks"  # in a cell that goes on on the next page, `loose`, which stick to nothing
        self._together = 0  # so many signs of the texts before stand together with the next
        self._share = 1.0  # of the paper's width
        self._letters = 0  # after which what is no word is broken, in a cell that has no room for it

    def string(self, text: str) -> str:
        """A text that is set. Of signs without width in a row, not more than there is room for."""
        kept: list[str] = []
        divisible = divided(text, self._letters) if self._letters else text
        text, self._together = parted(divisible, self._together, self._letters)
        for sign in text:
            self._without_width = self._without_width + 1 if has_no_width(sign) else 0
            if self._without_width <= _MOST_WITHOUT_WIDTH:
                kept.append(sign)
        return _string("".join(kept))

    def blocks(self, container: Element) -> str:
        return "\n".join(self._block(block) for block in container.children if isinstance(block, Element))

    def _block(self, block: Element) -> str:
        made = self._place(block) + self._in_language(block, self._made(block))
        if block.name in _LINES and _runs_right_to_left(block):
            made = _turned(made)
        return f"#block(sticky: held)[\n{made}\n]" if "keep" in block.attributes and self._blocks == "blocks" else made

    def _made(self, block: Element) -> str:
        name = block.name
        if name in HEADINGS:
            wider, self._letters = self._letters, self._letters or signs_in_heading(name)
            made, self._letters = self._texts(block), wider
            return f"#heading(level: {name[1]})[{made}]"
        if name == "p" and (styles := block.classes & {"lead", "signature"}) and _fits(block):
            return f"#({self._blocks}.{min(styles)})[{self._paragraphs(block)}]"
        if name in ("p", "pre"):
            return self._paragraphs(block)
        if name in _HOLDERS:
            inner = self.blocks(block)
            if block.classes & {"planned", "decided"} and room(block) <= _ARTICLE and _fits(block):
                return f"#whole(width: 100%, above: 1.7em)[\n{inner}\n]"
            if "new-page" in block.classes and id(block) in self.pages:
                return f"#pagebreak(weak: true)\n{inner}"
            known = sorted(block.classes & STYLED) if _fits(block) else []
            return f"#({self._blocks}.{known[0]})[\n{inner}\n]" if known else inner
        if name in ("ul", "ol"):
            items = ", ".join(self._held(item) for item in block.children if isinstance(item, Element))
            marker = "marker: [], " if "labelled" in block.classes else ""
            return f"#list({marker}{items})" if name == "ul" else f"#enum({items})"
        if name == "dl":
            return self._terms(block)
        if name == "table":
            return self._table(block)
        if name == "picture":
            file = f"picture-{len(self.pictures)}.svg"
            self.pictures[file] = set_in(block.source, _TYPEFACES, _LARGER)
            return f"#picture({_string(file)}, {self.string(block.attributes['alt'])})"
        return "#rule()"

    def _paragraphs(self, block: Element) -> str:
        return "\n".join(f"#par[{self._styled(part, self._texts(part))}]" for part in paragraphs_of(block))

    def _held(self, container: Element) -> str:
        """The content of a list's item or a cell. A single paragraph in it needs no space around."""
        held = container.children
        first = held[0] if len(held) == 1 else None
        only = first if isinstance(first, Element) and first.name == "p" and len(paragraphs_of(first)) == 1 else None
        inner = self._place(only) + self._in_language(only, self._styled(only, self._texts(only))) if only else None
        whole = inner if inner is not None else self.blocks(container)
        found = f"{self._place(container)}{self._in_language(container, whole)}"
        return f"[{_turned(found) if only is not None and _runs_right_to_left(only) else found}]"

    def _terms(self, block: Element) -> str:
        items: list[tuple[str, list[str]]] = []
        for part in block.children:
            assert isinstance(part, Element)  # noqa: S101 -- a list of terms holds nothing else
            if part.name == "dt" or not items:
                place = self._place(part)
                items.append((place + self._in_language(part, self._texts(part)) if part.name == "dt" else place, []))
            if part.name == "dd":
                items[-1][1].append(self._held(part))
        made = (f"terms.item([{term}], {{ {'; parbreak(); '.join(told) or '[]'} }})" for term, told in items)
        return f"#terms({', '.join(made)})"

    def _table(self, table: Element) -> str:
        widths = ", ".join(f"{width}fr" for width in table.attributes["widths"].split())
        parts = [f"columns: ({widths},)"]
        lines_of, each = iter(row_lines(table)), shares(table)
        caption = ""
        heads = (row for row, is_head in rows_of(table) if is_head)  # set again on each page
        places = "".join(self._place(one) for row in heads for one in (row, *everything(row)))
        for part in table.children:
            assert isinstance(part, Element)  # noqa: S101 -- a table holds nothing else
            if part.name == "caption":
                caption = f"caption: [{self._texts(part)}], "
                continue
            rows = [row for row in part.children if isinstance(row, Element)]
            tall = [next(lines_of) for _row in rows]  # a row is parted only where all of its cells may be
            cells = [
                self._cell(cell, row, table, part, each, is_tall=most > MOST_LINES)
                for row, most in zip(rows, tall, strict=True)
                for cell in row.children
            ]
            is_head = part.name == "thead" and sum(tall) <= MOST_LINES  # Typst parts no head
            parts += [self._head(part, cells)] if is_head else cells
        if any(is_to_fill_in(row) for row, _is_head in rows_of(table)):
            parts.insert(1, "stroke: form")
        figure = f"figure(kind: table, {caption}table({', '.join(parts)}))"
        return places + (f"#whole({figure})" if stays_whole(table) else f"#{figure}")

    def _head(self, part: Element, cells: list[str]) -> str:
        """The head of a table, set again on each page that the table goes on on; links would be refused there."""
        once = ["repeat: false"] if any(link.attributes.get("href") for link in part.all("a")) else []
        return f"..head({', '.join([*once, *cells])})"

    def _cell(
        self, cell: "Element | str", row: Element, table: Element, part: Element, each: list[float], *, is_tall: bool
    ) -> str:
        assert isinstance(cell, Element)  # noqa: S101 -- a row holds nothing else
        options = [f"{name}: {cell.attributes[name]}" for name in ("colspan", "rowspan") if name in cell.attributes]
        options += [
            *(["breakable: true"] if is_tall else []),
            *(["fill: marked"] if "in-focus" in cell.classes else []),
        ]
        place, outside, whole, wider = self._place(cell), self._blocks, self._share, self._letters
        self._blocks, self._share = "loose" if is_tall else outside, whole * share_of(cell, each)
        is_narrow = not has_room(cell, self._share)
        self._letters = signs_in(cell, self._share) if is_narrow else wider
        content = f"[#show: parted\n#{self._held(cell)}]" if is_tall else self._held(cell)
        if is_narrow:
            content = f"[#show: narrow\n#{content}]"
        self._blocks, self._share, self._letters = outside, whole, wider
        if max(len(cell.text), len(everything(cell))) > _NEVER_TALL or cell.all("picture"):
            content = f"[#{content}#end]"
        if is_to_fill_in(row) and not cell.text and not cell.all("picture"):
            content = f"[{place}#room({lines_to_fill_in(row)})]"
        elif place:
            content = f"[{place}#{content}]"
        if cell.name == "th" and part.name == "tbody" and table.attributes.get("heads") == "labels":
            content = f"[#row-head{content}]"
        return f"table.cell({', '.join(options)}){content}" if options else content

    def _texts(self, element: Element) -> str:
        """Texts and ends of lines in a row are one part: for each line, Typst goes through all parts of a text."""
        parts: list[str] = []
        said: list[str] = []
        self._together *= element.name in _IN_LINE
        for child in element.children:
            if isinstance(child, str):
                said.append(_isolated(child))
            elif child.name == "br":
                said.append(" \n")  # the space is for those who listen, or lines would run into each other
            else:
                parts += [self._text("".join(said)), self._element(child)]
                said.clear()
        return "".join([*parts, self._text("".join(said))])

    def _text(self, text: str) -> str:
        parts = enumerate(_OCCASION.split(text, maxsplit=_MOST_WHOLE))
        found = ((at % 2, self.string(part)) for at, part in parts if part)
        return "".join(f"#box({text})" if is_occasion else f"#{text}" for is_occasion, text in found)

    def _element(self, child: Element) -> str:
        if child.name == "boxes":
            return self._boxes(child)
        if child.name == "seen":
            return f"#seen({self.string(child.text)})"
        target = child.attributes.get("href")
        is_link = child.name == "a" and bool(target)
        # Typst sets a link after what it leads to: in a note that leads back, a place within would wait for itself
        places = "".join(map(self._place, [child, *(everything(child) if is_link else ())]))
        inner = self._in_language(child, self._styled(child, self._texts(child)))
        if target and is_link:
            where = f"label({_string(target[1:])})" if target.startswith("#") else _string(target)
            return f"{places}#link({where})[{inner}]"
        wrapper = _WRAPPED.get(child.name)
        return f"#{wrapper}[{places}{inner}]" if wrapper else f"{places}{inner}"

    def _boxes(self, child: Element) -> str:
        """Boxes; where there are words for them, these are what those who listen hear."""
        boxes = "".join(f"{_string(box)}, " for box in child.attributes["boxes"].split())
        return f"#boxes-of(({boxes}), {self.string(child.text) if child.text else 'none'})"

    def _styled(self, element: Element, inner: str) -> str:
        for style in sorted(element.classes & STYLED):
            inner = f"#(texts.{style})[{inner}]"
        return inner

    def _in_language(self, element: Element, inner: str) -> str:
        language = element.attributes.get("lang", "").partition("-")[0].lower()
        direction = "rtl" if is_right_to_left(element.text) else "ltr"  # what it says decides, and not its language
        return f"#text(lang: {_string(language)}, dir: {direction})[{inner}]" if language else inner

    def _place(self, element: Element) -> str:
        """Where a link leads to, once."""
        name = element.attributes.get("id")
        if not name or name in self._placed:
            return ""
        self._placed.add(name)
        return f"#[#metadata(none)#label({_string(name)})]"
