"""What people wrote at length, as paragraphs and lines: which line breaks they meant, and which their editor made."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

_NARROWEST, _WIDEST = 60, 140
"""The widths at which editors and people wrap a text by hand."""

_RAGGED = 0.85
"""How full a line is, at the least, when its writer goes on to the next by hand."""

_SPACES = re.compile(r"[ \t\n]+")
_SIGN = re.compile(r"(?:[-–—*•·◦‣▪▫■□●○➢➔→⇒✓✔]|o(?=\t|  |\s+[A-ZÅÄÖ]))\s+(?=\S)")
"""The sign before an item of a list, typed or pasted; `o` is one where a list's second level was copied."""
_LABEL = re.compile(r"(?:\d{1,2}[.)]|[a-zåäö]\))\s")
"""The number or letter before an item, which says something and is kept."""
_ENDS = (".", "!", "?", ":", ";")


def one_line(text: str) -> str:
    """Return `text` on one line, with single spaces; a space that is not to be broken stays one."""
    return _SPACES.sub(" ", text).strip()


def paragraphs(text: str) -> list[list[str]]:
    """Return `text` as paragraphs of lines.

    An empty line ends a paragraph. A single line break is kept, unless the text is wrapped: its lines are about as
    wide as an editor makes them, and the next word would hardly have fitted.
    """
    return [[one_line(line) for line in paragraph] for paragraph in _paragraphs(text)]


class Run(NamedTuple):
    """Lines that belong together: of a text, or the items of a list."""

    lines: list[str]
    is_list: bool
    is_labelled: bool = False
    """Whether each item begins with its number or letter."""


def runs(text: str) -> list[list[Run]]:
    """Return `text` as paragraphs, each with its lines and its lists: two items or more that follow on each other.

    The sign before an item is left out of it; a number or a letter says something, and stays.
    """
    found: list[list[str]] = []
    for paragraph in _paragraphs(text):
        if found and _is_item(found[-1][-1]) and _is_item(paragraph[0]):  # a list with an empty line between its items
            found[-1] += paragraph
        else:
            found.append(paragraph)
    return [list(_runs(paragraph)) for paragraph in found]


def _runs(paragraph: list[str]) -> Iterator[Run]:
    for (is_item, is_labelled), found in groupby(paragraph, key=lambda line: (_is_item(line), _is_labelled(line))):
        lines = list(found)
        is_list = is_item and len(lines) > 1
        words = [one_line(_SIGN.sub("", line, count=1) if is_list else line) for line in lines]
        yield Run(words, is_list, is_list and is_labelled)


def _is_item(line: str) -> bool:
    return bool(_SIGN.match(line)) or _is_labelled(line)


def _is_labelled(line: str) -> bool:
    return bool(_LABEL.match(line))


def _paragraphs(text: str) -> list[list[str]]:
    """The paragraphs of a text, with the spaces in their lines as they were written."""
    lines = [line.strip(" \t\r") for line in text.split("\n")]
    width = max(len(one_line(line)) for line in lines)
    if all(line.endswith(_ENDS) for line in lines if line):  # nobody's editor breaks every line after a sentence
        width = 0
    found: list[list[list[str]]] = []
    before = ""
    for line in lines:
        if line and before and _was_wrapped(before, line, width):
            found[-1][-1].append(line)
        elif line and before:
            found[-1].append([line])
        elif line:
            found.append([[line]])
        before = line
    return [[" ".join(wrapped) for wrapped in paragraph] for paragraph in found]


def lines_of(text: str) -> list[str]:
    """Return `text` as the lines that its writer meant, without the empty ones: a list keeps its items apart."""
    return [line for paragraph in paragraphs(text) for line in paragraph]


def unwrapped(text: str) -> str:
    """Return `text` with the line breaks that its writer meant, and not those that an editor made."""
    return "\n\n".join("\n".join(lines) for lines in paragraphs(text))


def _was_wrapped(before: str, line: str, width: int) -> bool:
    """Whether nothing but the width of the text put a line break between `before` and `line`."""
    if not _NARROWEST <= width <= _WIDEST or _is_item(line):
        return False
    word = next(iter(line.split(maxsplit=1)), line)  # a line may be a space that is not to be broken
    return len(one_line(before)) + 1 + len(word) > width * _RAGGED
