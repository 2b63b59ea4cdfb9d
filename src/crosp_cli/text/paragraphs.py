"""What people wrote at length, as paragraphs and lines: which line breaks they meant, and which their editor made."""

import re

_NARROWEST, _WIDEST = 60, 140
"""The widths at which editors and people wrap a text by hand."""

_RAGGED = 0.85
"""How full a line is, at the least, when its writer goes on to the next by hand."""

_SPACES = re.compile(r"[ \t\n]+")
_ITEM = re.compile(r"([-*•–]|\d{1,2}[.)])\s")
"""How a line begins that is meant to stand on its own."""


def one_line(text: str) -> str:
    """Return `text` on one line, with single spaces; a space that is not to be broken stays one."""
    return _SPACES.sub(" ", text).strip()


def paragraphs(text: str) -> list[list[str]]:
    """Return `text` as paragraphs of lines.

    An empty line ends a paragraph. A single line break is kept, unless the text is wrapped: its lines are about as
    wide as an editor makes them, and the next word would hardly have fitted.
    """
    lines = [one_line(line) for line in text.split("\n")]
    width = max(map(len, lines))
    found: list[list[str]] = []
    before = ""
    for line in lines:
        if line and before and _was_wrapped(before, line, width):
            found[-1][-1] += f" {line}"
        elif line and before:
            found[-1].append(line)
        elif line:
            found.append([line])
        before = line
    return found


def lines_of(text: str) -> list[str]:
    """Return `text` as the lines that its writer meant, without the empty ones: a list keeps its items apart."""
    return [line for paragraph in paragraphs(text) for line in paragraph]


def unwrapped(text: str) -> str:
    """Return `text` with the line breaks that its writer meant, and not those that an editor made."""
    return "\n\n".join("\n".join(lines) for lines in paragraphs(text))


def _was_wrapped(before: str, line: str, width: int) -> bool:
    """Whether nothing but the width of the text put a line break between `before` and `line`."""
    if not _NARROWEST <= width <= _WIDEST or _ITEM.match(line):
        return False
    return len(before) + 1 + len(line.split(" ", 1)[0]) > width * _RAGGED
