"""A text as a reader takes it, so that numbers and addresses are found in it however they are written.

Digits, dashes, spaces and letters of other widths and scripts become plain ones, what cannot be seen is left out, and
an escape (`\\u0040` in a text in double quotes) becomes the character it stands for. Every place in the plain text can
be traced back to the original.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

_USUAL = {"”": '"', "’": "'", "…": ".", "•": "*", "\N{MINUS SIGN}": "-"}
"""What a word processor writes of its own accord, and what stands in for it here."""

_BEYOND_LATIN = re.compile("[^\0-\xff]")
UNSEEN = (
    "[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""What nobody sees in a text."""
_MARK = "[\u0300-\u036f\u0488\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ua670-\ua672\ufe20-\ufe2f]"
_MARKDOWN = r"[-+.()@\[\]{}]"
"""What Markdown may have a backslash before: two of them in double quotes."""
_ESCAPE = rf"\\(?:x[0-9A-Fa-f]{{2}}|u[0-9A-Fa-f]{{4}}|U[0-9A-Fa-f]{{8}}|[ /_t\t]|\\?{_MARKDOWN}|r\\n|[nr]|\n[ \t]*)|%40"
_ESCAPE_OR_UNSEEN = rf"{_ESCAPE}|{UNSEEN}|{_MARK}+"

_DIGIT, _DASH, _LETTER, _OTHER = b"0-A "
_SHAPES = bytes(
    _DIGIT
    if character in "0123456789"
    else _DASH
    if character in "-+_./ \t\xa0"
    else _LETTER
    if "A" <= character <= "Z" or character in "tf"
    else _OTHER
    for character in map(chr, range(256))
)
_ROUGHLY_DATED = (rb"000000", rb"0-0-0-0-0-0")
_DASHED_DATE = re.compile(rb"00-00(?:-(?:A[0A]0|(?:--)?0000(?!0))|(?: |[A -]{2,32})0000(?!0))")
_NEXT_DATE = re.compile("(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9](?![0-9])")
"""What follows a date in most files, and is not worth a closer look."""


class PlainText(NamedTuple):
    """A text as it is searched, and where its parts stand in the original."""

    text: str
    original: str
    starts: Sequence[int]
    """Where each stretch that stands together in both texts begins in `text`…"""
    origins: Sequence[int]
    """…and where it begins in `original`."""
    dated: Sequence[tuple[int, int]]
    """The lines of `text` where something looks, from afar, like a date with the last four of a personal number."""

    def places(self, offsets: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Yield the line and column, in the original, of what stands at each of `offsets`, which ascend."""
        line, line_start, seen = 1, 0, 0
        for offset in offsets:
            stretch = bisect_right(self.starts, offset) - 1
            there = self.origins[stretch] + offset - self.starts[stretch]
            line += self.original.count("\n", seen, there)
            line_start = self.original.rfind("\n", seen, there) + 1 or line_start
            seen = there
            yield line, there - line_start + 1


def plain_text(text: str) -> PlainText:
    """Return `text` in plain characters."""
    plain, odd = text, frozenset[str]()
    if len(text.encode("latin-1", "ignore")) < len(text):  # it takes a hundredth of the time of looking
        odd = frozenset(_BEYOND_LATIN.findall(text))
        plain = _BEYOND_LATIN.sub(lambda match: _plain(match.group()), text)
    has_unseen = "\xad" in text or any(re.match(f"{UNSEEN}|{_MARK}", character) for character in odd)
    starts, origins = [0], [0]
    plain = _rewritten(plain, _ESCAPE_OR_UNSEEN if has_unseen else _ESCAPE, starts, origins)
    return PlainText(plain, text, starts, origins, tuple(_dated(plain)))


def _dated(text: str) -> Iterator[tuple[int, int]]:
    """Yield stretches of whole lines, each time with the line after, since a number may go on there."""
    shapes = text.encode("latin-1", "replace").translate(_SHAPES)
    start = line_end = stop = 0
    hits = [match.start() for match in _DASHED_DATE.finditer(shapes) if not _NEXT_DATE.match(text, match.end() - 4)]
    for rough in _ROUGHLY_DATED:
        if rough in shapes:  # all of them in one pattern take four times as long
            hits += [match.start() for match in re.finditer(rough, shapes)]
    for hit in sorted(hits):
        if hit < line_end:
            continue
        line_start = text.rfind("\n", line_end, hit) + 1
        line_end = _line_end(text, hit)
        if line_start > stop:
            if stop:
                yield start, stop
            start = line_start
        stop = _line_end(text, line_end)
    if stop:
        yield start, stop


def _line_end(text: str, offset: int) -> int:
    """Return where the line after the one at `offset` begins, or where the text ends."""
    return text.find("\n", offset) + 1 or len(text)


@cache
def _plain(character: str) -> str:
    """Return the plain equal of a character, of one too: a digit, a dash, a space, a letter or sign, or itself."""
    if character in _USUAL:
        return _USUAL[character]
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.digit(character))
    if category == "Pd":
        return "-"
    normal = unicodedata.normalize("NFKC", character)
    return normal if len(normal) == 1 and category != "No" else character


def _rewritten(text: str, wanted: str, starts: list[int], origins: list[int]) -> str:
    """Return `text` without what is unseen and with escapes as characters; add where each stretch begins and began."""
    parts: list[str] = []
    length = end = 0
    last = ""
    for match in re.finditer(wanted, text):
        before, found = text[end : match.start()], match.group()
        last = before[-1:] or last
        said = found if re.match(_MARK, found) else _meant(found)
        said = "" if re.match(_MARK, said) and not last.isalpha() else said  # on a letter it is part of it
        last = said[-1:] or last
        part = before + said
        end = match.end()
        length += len(part)
        parts.append(part)
        starts.append(length)
        origins.append(end)
    parts.append(text[end:])
    return "".join(parts)


def _meant(found: str) -> str:
    """Return the character that an escape stands for, or "" for what shows nothing."""
    if found == "%40":  # as links have it
        return "@"
    if found[0] != "\\" or found[1] == "\n":
        return ""
    if found[1] in " _t\t":
        return " "
    if found[1] == "/" or re.match(_MARKDOWN, found[-1]):
        return found[-1]
    if found[1] in "nr":
        return "\n "  # as the lines of a text stand in most files: one that begins with a key is none
    number = int(found[2:], 16)
    character = chr(number) if number <= 0x10FFFF else ""
    return "" if re.match(UNSEEN, character) else character and _plain(character)
