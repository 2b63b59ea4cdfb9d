"""What a page that a person's own template has made may consist of. What is not named here is not in the page."""

import re
from html import unescape

ELEMENTS = frozenset({
    "a", "abbr", "address", "article", "aside", "b", "bdi", "bdo", "blockquote", "body", "br", "caption", "cite",
    "code", "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "i", "img", "ins", "kbd",
    "li", "main", "mark", "meta", "nav", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "section", "small",
    "span", "strong", "style", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time",
    "title", "tr", "u", "ul", "var", "wbr",
    # drawings
    "circle", "clippath", "defs", "desc", "ellipse", "g", "line", "lineargradient", "path", "pattern", "polygon",
    "polyline", "radialgradient", "rect", "stop", "svg", "text", "tspan",
})  # fmt: skip
DROPPED_WHOLE = frozenset({
    "iframe", "math", "noembed", "noframes", "noscript", "object", "script", "template", "textarea", "xmp",
})  # fmt: skip
"""Elements that go with all that stands in them; of any other that may not be there, what stands in it stays."""

_PLAIN = frozenset({
    "abbr", "align", "alt", "class", "colspan", "datetime", "dir", "headers", "height", "hidden", "id", "lang", "open",
    "reversed", "role", "rowspan", "scope", "span", "start", "tabindex", "title", "translate", "value",
    "width",
})  # fmt: skip
_DRAWN = frozenset({
    "clip-path", "clip-rule", "cx", "cy", "d", "dominant-baseline", "dx", "dy", "fill", "fill-opacity", "fill-rule",
    "focusable", "font-family", "font-size", "font-style", "font-weight", "fx", "fy", "gradienttransform",
    "gradientunits", "letter-spacing", "offset", "opacity", "patterncontentunits", "patterntransform", "patternunits",
    "points", "preserveaspectratio", "r", "rotate", "rx", "ry", "shape-rendering", "spreadmethod", "stop-color",
    "stop-opacity", "stroke", "stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin",
    "stroke-opacity", "stroke-width", "style", "text-anchor", "textlength", "transform", "vector-effect", "version",
    "viewbox", "visibility", "x", "x1", "x2", "y", "y1", "y2",
})  # fmt: skip
"""Attributes that are, or can hold, a piece of a style sheet."""
_NAMES_OF_META = frozenset({"author", "color-scheme", "description", "generator", "theme-color", "viewport"})

_BESIDE = re.compile(
    r"""#[^\x00-\x1f\\]*|data:(?:image|font)/[\w.+-]+[;,][^\x00-\x1f]*|[^\x00-\x1f:/\\][^\x00-\x1f:\\]*"""
)
_LINK = re.compile(r"""(?:https?://|mailto:|tel:)[^\x00-\x1f]*""", re.IGNORECASE)
_STYLE_ESCAPE = re.compile(r"\\(?:([0-9a-f]{1,6})(?:\r\n|[ \t\r\n\f])?|\r\n|(.))", re.IGNORECASE | re.DOTALL)
_FETCHING = re.compile(r"@import|image-set\(|src\(|image\(|expression\(|url\((?=\s*[\"']?([^\"'()]*))", re.IGNORECASE)
"""What fetches. An address is looked at wherever one may begin: in a comment may stand what looks like one."""


def attribute(element: str, name: str, raw: str) -> str | None:
    """Return the value that an attribute has in the page, written for quotation marks; None where it is left out.

    `raw` is the value as the template wrote it, references to characters included.
    """
    value = unescape(raw).strip(" \t\n\r\f")
    if element in ("html", "head"):  # which may stand before the policy
        kept = name in ("class", "dir", "id", "lang")
    elif name in _PLAIN or name.startswith(("aria-", "data-")):
        kept = True
    elif name in _DRAWN:
        kept = bool(style(value) or not value)
    elif name == "href":
        kept = element == "a" and bool(_BESIDE.fullmatch(value) or _LINK.fullmatch(value))
    elif name == "src":
        kept = element == "img" and bool(_BESIDE.fullmatch(value))
    elif name == "xmlns":
        kept = element == "svg" and value == "http://www.w3.org/2000/svg"
    else:
        kept = element == "meta" and name in ("charset", "name", "content")
    if not kept:
        return None
    return _written(value) if name in ("href", "src") else _without_ends(raw)


def meta(attributes: dict[str, str]) -> bool:
    """Whether a `meta` with the attributes that are left to it may stand in the page."""
    if attributes.keys() == {"charset"}:
        return attributes["charset"].lower() == "utf-8"
    return attributes.keys() == {"name", "content"} and attributes["name"].lower() in _NAMES_OF_META


def style(text: str) -> str:
    """Return a style sheet or a piece of one; nothing where it would fetch what does not lie beside the page."""
    for read in (text, unescape(text)):  # in a drawing, references to characters are read in a style sheet too
        for found in _FETCHING.finditer(_STYLE_ESCAPE.sub(_character, read)):
            address = found[1]
            if address is None or not (address.strip() == "" or _BESIDE.fullmatch(address.strip())):
                return ""
    return re.sub(r"<(?=[a-z/!?])", r"\\3c ", text, flags=re.IGNORECASE)


def _character(escape: re.Match[str]) -> str:
    if escape[1]:
        number = int(escape[1], 16)
        return chr(number) if 0 < number < 0x110000 else "\ufffd"
    return "" if escape[2] in (None, "\n", "\r", "\f") else escape[2]


def _written(value: str) -> str:
    return _without_ends(value.replace("&", "&amp;"))


def _without_ends(value: str) -> str:
    return value.replace('"', "&#34;").replace("<", "&lt;").replace(">", "&gt;")
