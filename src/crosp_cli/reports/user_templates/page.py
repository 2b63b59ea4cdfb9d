"""A page that a person's own template has made, written anew: nothing in it runs, nothing is fetched from a network.

No sign `<` of the template's comes into the page. Those in it are written here, each before a name that
`allowed_html.py` has, and every value stands within quotation marks that it cannot end. So every program that reads
the page meets the same elements, and how this reads what a template wrote need not be how a browser would.
"""

import re
from collections.abc import Iterator

from crosp_cli.reports.user_templates import allowed_html as allowed

_TAG = re.compile(
    r"""<(?:!--(?:.*?-->|.*)|!(?P<doctype>doctype)[^<>]*>"""
    r"""|(?P<end>/?)(?P<name>[a-z][a-z0-9-]*)(?P<rest>(?:[ \t\n\r\f/](?:[^<>"']|"[^"]*"|'[^']*')*+)?)>)""",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"""([a-z][a-z0-9:-]*)(?:[ \t\n\r\f]*=[ \t\n\r\f]*(?:"([^"]*)"|'([^']*)'|([^ \t\n\r\f"'<>=`]+)))?""", re.IGNORECASE
)
NO_TEXT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What stands in nothing that is made of a template: some of it drives a terminal."""
_NUMBER = re.compile("&#(?=[0-9]{9})0*([0-9]{1,8})[0-9]*")
"""A character by its number. With eight figures it is none, whatever follows, and Python reads no more than 4,300."""
_WRITTEN = {
    name.lower(): name
    for name in (
        "clipPath", "linearGradient", "radialGradient", "gradientTransform", "gradientUnits", "patternContentUnits",
        "patternTransform", "patternUnits", "preserveAspectRatio", "textLength", "viewBox",
    )
}  # fmt: skip
"""How the names of elements and attributes are written that drawings have with large letters; all others in small."""
_SPACE = " \t\n\r\f"
"""HTML's own five. Whatever else looks like a space is a text, and begins a page's body."""
_BEGINNING = ("doctype", "html", "head")

_CROSPS = re.compile(r"default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'")
_RULES = (
    "default-src 'none'", "style-src 'unsafe-inline'", "img-src 'self' data: file:", "font-src 'self' data: file:",
    "base-uri 'none'", "form-action 'none'",
)  # fmt: skip
_POLICY = (
    '<meta http-equiv="Content-Security-Policy" content="{}">'
    '<meta http-equiv="x-dns-prefetch-control" content="off">'  # or the hosts of links are asked for by name
)

_Piece = tuple[str, str]
"""What it is ("doctype", "space", "text", "policy", or an element's name, after / where it ends), and how it stands."""


def written_anew(page: str) -> str:
    """Return the page with only what may be in it, and a policy before all else: crosp's own where it has that."""
    pieces = list(_pieces(_NUMBER.sub(r"&#\1", NO_TEXT.sub("", page))))
    begun = _after(pieces, 0, _BEGINNING)
    if _after(pieces, begun, ("meta", "policy"), last="policy") > begun:
        before, policy, after = _joined(pieces[:begun]), "", pieces[begun:]
    else:
        before, after = _joined(pieces[:begun]).strip(_SPACE), [one for one in pieces[begun:] if one[0] != "policy"]
        before, policy = before + "\n" if before else "", _POLICY.format("; ".join(_RULES)) + "\n"
    return before + policy + _NUMBER.sub(r"&#\1", _joined(after))  # again: what stood between figures may be gone


def _joined(pieces: list[_Piece]) -> str:
    return "".join(text for _kind, text in pieces)


def _after(pieces: list[_Piece], at: int, kinds: tuple[str, ...], last: str = "") -> int:
    """Where what follows those kinds begins, each of them once or not at all; `at` where `last` is not the last."""
    found, waiting = at, iter(kinds)
    for number in range(at, len(pieces)):
        kind = pieces[number][0]
        if kind == "space":
            continue
        if kind not in waiting:  # which goes on from the kind before
            break
        if not last or kind == last:
            found = number + 1
    return found


def _pieces(page: str) -> Iterator[_Piece]:
    at = 0
    while at < len(page):
        tag = _TAG.match(page, at)
        if tag is None:
            end = page.find("<", at + 1)
            end = len(page) if end < 0 else end
            text = page[at:end]
            yield "text" if text.strip(_SPACE) else "space", text.replace("<", "&lt;")
            at = end
            continue
        at = tag.end()
        name = (tag["name"] or "").lower()
        held = at
        if name in allowed.DROPPED_WHOLE or name == "style":
            at = _end_of(page, at, name) if not tag["end"] else at
        if tag["doctype"]:
            yield "doctype", "<!doctype html>"
        elif name == "style" and not tag["end"]:
            yield name, f"{_start(tag, name)[1]}{allowed.style(page[held:at])}</style>"
        elif name in allowed.ELEMENTS and name != "style":
            yield (f"/{name}", f"</{_WRITTEN.get(name, name)}>") if tag["end"] else _start(tag, name)


def _end_of(page: str, at: int, name: str) -> int:
    """Where the end tag of an element begins that holds no other elements."""
    found = re.compile(f"</{name}", re.IGNORECASE).search(page, at)
    return found.start() if found else len(page)


def _start(tag: re.Match[str], name: str) -> _Piece:
    """The tag that begins an element, with the attributes that it may have."""
    found: dict[str, str | None] = {}
    for written in _ATTRIBUTE.finditer(tag["rest"]):
        raw = next((value for value in written.groups()[1:] if value is not None), None)
        found.setdefault(written[1].lower(), raw)
    if name == "meta" and (found.get("http-equiv") or "").lower() == "content-security-policy":
        policy = found.get("content") or ""
        return ("policy", _POLICY.format(policy)) if _CROSPS.fullmatch(policy) else ("space", "")
    kept: dict[str, str | None] = {}
    for attribute, raw in found.items():
        value = allowed.attribute(name, attribute, raw or "")
        if value is not None:
            kept[attribute] = None if raw is None else value
    if name == "meta" and not allowed.meta({key: value or "" for key, value in kept.items()}):
        return "space", ""
    named = {_WRITTEN.get(key, key): value for key, value in kept.items()}
    shown = "".join(f" {key}" if value is None else f' {key}="{value}"' for key, value in named.items())
    closed = "/" if tag["rest"].endswith("/") and name != "style" else ""
    return name, f"<{_WRITTEN.get(name, name)}{shown}{closed}>"
