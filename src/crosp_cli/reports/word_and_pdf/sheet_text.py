"""The texts of a sheet: what of a page goes on paper at all, and what stands in the middle of a line."""

import re
from collections.abc import Iterator
from itertools import takewhile
from unicodedata import category

from crosp_cli.reports.word_and_pdf.page.drawings import words_of
from crosp_cli.reports.word_and_pdf.page.order import is_kept
from crosp_cli.reports.word_and_pdf.page.tree import Element

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
CONTAINERS = frozenset({
    "address", "article", "aside", "blockquote", "body", "details", "div", "figcaption", "figure", "footer",
    "form", "header", "html", "main", "page", "section", "summary",
})  # fmt: skip
WITH_BLOCKS = frozenset({"blockquote", "div", "dd", "li", "td", "th"})
BLOCKS = frozenset({*HEADINGS, *WITH_BLOCKS, "p", "ul", "ol", "dl", "dt", "table", "pre", "hr", "picture"})
IN_ONE_LINE = frozenset({"legend", "probes", "run-in", "sentences", "who"})
"""The classes of lists of short texts that are a line on paper."""
_INLINE = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "a": "a", "br": "br", "code": "code", "sup": "sup"}
_INLINE |= {"s": "s", "del": "s", "sub": "sub", "kbd": "code", "samp": "code", "cite": "em"}
_LONG_WORD = re.compile(r"[^ \u200b]{400,}|[^\s\u200b]{40,}")  # the longest also where hard spaces hold words together
_PART = 24
_TOGETHER, _BREAK = re.compile("[^ \t\r\n\f\u200b]+"), re.compile("[ \t\r\n\f\u200b]")
_HARD_SPACE = re.compile("[\u00a0\u2007\u202f]")
"""No line ends there: what is pasted from a page may have no other spaces."""
_MOST_TOGETHER = 40
_BESIDE_A_WORD = ".,:;!?()[]”’\"'"
_NOT_SEEN = re.compile(r"[\u2065\ufff0-\ufff8\U000e0080-\U000e00ff\U000e01f0-\U000e0fff]+")
"""What Unicode has set apart for signs that show nothing, and has none for yet: a line may end before each."""
_PLACES = re.compile(r"\u200b+(?=(.?))", re.DOTALL)
_FILLERS = str.maketrans({"\u3164": "\u1160", "\uffa0": "\u1160"})
"""What Unicode has for letters that fill a place and are not seen: a line may end before each, but not before these."""
_LONGEST, _AS_LONG = 20_000, 10
"""Letters of a text that is one paragraph, and how many of them a part that looks otherwise is at least: for each line
Typst goes through all of it, and a reader of PDFs takes no more than 100,000 parts in one."""
_STRETCH = re.compile(rf"[\s\S]{{1,{_LONGEST}}}(?:\s|\Z)|[\s\S]{{1,{_LONGEST}}}")


def texts_of(children: list[Element | str], *, heading: bool = False) -> list[Element | str]:
    """Texts and what stands in the middle of a line, spaces made single. A block in it is taken as its text."""
    found: list[Element | str] = []
    for child in children:
        if isinstance(child, str):
            found.append(breakable(re.sub(r"[ \t\r\n\f]+", " ", child)))
        elif child.name == "br":
            found.append(Element("br"))
        elif child.classes & {"boxes", "told"}:
            found += _boxes(child)
        elif (is_kept(child) or (heading and child.name == "span")) and child.name not in ("svg", "img"):
            inside = texts_of(_below(child) if "choices" in child.classes else child.children, heading=heading)
            found += [one for one in inside if isinstance(one, Element) and one.name == "seen"]
            inside = [one for one in inside if not isinstance(one, Element) or one.name != "seen"]
            if inside:
                found.append(Element(_INLINE.get(child.name, "span"), attributes_of(child), inside))
            if child.name in BLOCKS or child.name in CONTAINERS:
                found.append(" ")
        elif child.name in ("img", "svg"):
            found += texts_of([words_of(child)] if is_kept(child) else [])
    return found


def _boxes(element: Element) -> Iterator[Element]:
    """A step of the scale as boxes: with what stands beside them for those who see, and the words for all others."""
    spans = element.all("span")
    seen = "".join(span.text for span in spans if "steps" in span.classes)
    if seen:
        yield Element("seen", {}, [breakable(seen)])
    boxes = [next(iter(span.classes & {"full", "wanted"}), "empty") for span in spans if "box" in span.classes]
    words = next((texts_of(span.children) for span in spans if "unseen" in span.classes), [])
    yield Element("boxes", {"boxes": " ".join(boxes)}, words)


def _below(choices: Element) -> list[Element | str]:
    """What there is to choose from, each on a line of its own."""
    found: list[Element | str] = []
    for choice in choices.children:
        if isinstance(choice, Element):
            found += [Element("br"), choice] if found else [choice]
    return found


def trimmed(texts: list[Element | str]) -> list[Element | str]:
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
            elif child.name == "seen":
                kept.append(child)
            else:
                child.children = walk(child.children)
                if child.children or child.name == "boxes":
                    kept.append(child)
        return kept

    found = walk(texts)
    while found and (last := found[-1]) and (isinstance(last, str) or last.name == "br"):
        if isinstance(last, str) and last.rstrip(" "):
            found[-1] = last.rstrip(" ")
            break
        found.pop()
    return found


def breakable(text: str) -> str:
    """Let a word that is longer than a line of a narrow column be broken, at places that nobody sees.

    None is before what has no width, as a mark on a letter: where no line is ever full, Typst tries at each place
    again how all before it would be set.
    """
    seen = _NOT_SEEN.sub("", text).translate(_FILLERS)
    few = _PLACES.sub(lambda place: "" if has_no_width(place[1]) else "\u200b", seen)
    return _LONG_WORD.sub(lambda word: "".join(_with_places(word[0])), _loosened(few, _MOST_TOGETHER))


def _loosened(text: str, most: int) -> str:
    """Let a line end after a hard space where more signs than that stand together."""

    def loose(met: re.Match[str]) -> str:
        return _HARD_SPACE.sub(lambda space: f"{space[0]}\u200b", met[0]) if len(met[0]) > most else met[0]

    return _TOGETHER.sub(loose, text)


def divided(text: str, most: int) -> str:
    """Let what is no word of letters alone, as an address, be broken after so many signs. Words are hyphenated."""

    def parted(met: re.Match[str]) -> str:
        word = met[0]
        is_word = len(word) <= most or word.strip(_BESIDE_A_WORD).isalpha()
        return word if is_word else "".join(_with_places(word, most))

    return re.sub(r"[^\s\u200b]+", parted, _loosened(text, most))


def parted(text: str, together: int, most: int) -> tuple[str, int]:
    """A text after one that ends with so many signs together, and how many there are then; a line may end between the
    two where they would be more than `most`, or 40, together: after what goes with the text before."""
    begun = met.end() if (met := _TOGETHER.match(text)) else 0
    most = most or _MOST_TOGETHER
    if together and begun and together + begun > most:
        at = sum(1 for _sign in takewhile(_goes_with_what_is_before, text[:begun]))
        if at < begun or together + begun > 2 * most:
            text = f"{text[: at % begun]}\u200b{text[at % begun :]}"
    *before, last = _BREAK.split(text)
    return text, len(last) + (0 if before else together)


def _goes_with_what_is_before(sign: str) -> bool:
    return sign in _BESIDE_A_WORD or has_no_width(sign)


def _with_places(word: str, most: int = _PART) -> Iterator[str]:
    width = 0
    for sign in word:
        if not has_no_width(sign):
            if width == most:
                yield "\u200b"
                width = 0
            width += 1
        yield sign


def has_no_width(sign: str) -> bool:
    """Whether a sign takes no room of its own in a line."""
    return not sign.isascii() and (sign == "\u1160" or category(sign) in ("Mn", "Me", "Cf"))


def attributes_of(element: Element) -> dict[str, str]:
    """Return what of an element's attributes means something on paper."""
    kept = {name: element.attributes[name] for name in ("id", "lang", "class") if element.attributes.get(name)}
    if element.name == "a" and element.attributes.get("href"):
        kept["href"] = element.attributes["href"]
    if "lang" in kept and not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", kept["lang"]):
        del kept["lang"]
    return kept


def is_of_items(element: Element, *more: str) -> bool:
    """Whether its items, and what is called as in `more`, are all that an element says: nothing else would be shown."""
    said = "".join(one.text for one in element.all("li", *more))
    return "".join(said.split()) == "".join(element.text.split()) and not element.all("img", "svg")


def in_one_line(element: Element) -> Element:
    """A list of names or short texts that stands in columns on a screen, as a line with its heading before it."""
    between = " " if element.classes & {"probes", "sentences"} else "; "
    line: list[Element | str] = []
    for item in element.all("li"):
        line += [between, *trimmed(texts_of(item.children))]
    heading = [Element("strong", {}, [f"{one.text}: "]) for one in element.all(*HEADINGS)]
    end = "" if heading or element.classes & {"legend", "probes", "sentences"} else "."
    return Element("p", attributes_of(element), [*heading, *line[1:], end])


def paragraphs_of(block: Element) -> list[Element]:
    """Return a text, or the paragraphs that it is in a PDF where it is longer than one may be."""
    found, length = [Element(block.name, block.attributes)], 0
    for child in block.children:
        for part in _STRETCH.findall(child) if isinstance(child, str) else [child]:
            more = len(part) if isinstance(part, str) else max(_AS_LONG, len(part.text))
            if length and length + more > _LONGEST:
                found.append(Element(block.name, block.attributes))
                length = 0
                if not isinstance(part, str) and part.name == "br":
                    continue  # a new paragraph is a new line
            found[-1].children.append(part)
            length += more
    return found
