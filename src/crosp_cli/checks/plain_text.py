"""A text as a reader takes it, so that numbers and addresses are found in it however they are written.

Digits, dashes, spaces and letters of other widths and scripts become plain ones, what cannot be seen is left out, and
an escape (`\\u0040` in a double-quoted text) becomes the character it stands for. Every place in the plain text can be
traced back to the original.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

_USUAL = (("–", "-"), ("”", '"'), ("’", "'"), ("—", "-"), ("…", "."), ("•", "*"))  # noqa: RUF100
"""What a word processor writes of its own accord, and what stands in for it here."""

_DIGIT, _DASH, _LETTER, _OTHER = b"0-A "
_SHAPES = bytes(
    _DIGIT
    if character in "0123456789"
    else _DASH
    if character in "-+_ \t\xa0"
    else _LETTER
    if "A" <= character <= "Z" or character in "tf"
    else _OTHER
    for character in map(chr, range(256))
)

_COMPACT_DATE = b"000000"
_DIGITS_APART = b"0-0-0-0-0-0"
_DASHED_DATE_AND_MORE = re.compile(rb"00-00-(?:(?:--)?0000(?!-00|0)|00000(?!0)|A[0A]0)")

_UNSEEN = "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
_UNSEEN += "\ufe00-\ufe0f\ufeff\uffa0\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
_MARKS = "\u0300-\u036f\u20d0-\u20ff"
_ESCAPE = r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U00[01][0-9A-Fa-f]{5}|\n[ \t]*)"
_REWRITTEN = re.compile(rf"{_ESCAPE}|[{_UNSEEN}]+|(?<=[0-9])[{_UNSEEN}{_MARKS}]+")


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text as it is searched, and where each part of it stands in the original."""

    text: str
    original: str
    starts: Sequence[int] = (0,)
    """Where each stretch that stands together in both texts begins in `text`…"""
    origins: Sequence[int] = (0,)
    """…and in `original`."""
    may_hold_a_date_and_more: bool = False
    """Whether anything looks, roughly, like a date of birth followed by four characters."""

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and column, in the original, of what stands at `offset`."""
        stretch = bisect_right(self.starts, offset) - 1
        there = self.origins[stretch] + offset - self.starts[stretch]
        return self.original.count("\n", 0, there) + 1, there - self.original.rfind("\n", 0, there)


@lru_cache(maxsize=1)
def plain_text(text: str) -> PlainText:
    """Return `text` in plain characters. The latest is kept, since several checks look at each file."""
    plain, starts, origins = text, [0], [0]
    if not _is_latin(plain):
        for usual, stand_in in _USUAL:
            plain = plain.replace(usual, stand_in)
        if not _is_latin(plain):
            plain = _in_plain_characters(plain)
    if "\xad" in plain or "\\" in plain or not _is_latin(plain):
        plain, starts, origins = _rewritten(plain)
    shapes = plain.encode("latin-1", "replace").translate(_SHAPES)
    dated = (
        _COMPACT_DATE in shapes or _DASHED_DATE_AND_MORE.search(shapes) is not None or _DIGITS_APART in shapes
    )
    return PlainText(plain, text, starts, origins, dated)


def _is_latin(text: str) -> bool:
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        return False
    return True


def _in_plain_characters(text: str) -> str:
    """The text with each character that has a plain equal replaced by it; as long as before."""
    for character in set(text):
        if character > "\xff" and (plain := _plain(character)) != character:
            text = text.replace(character, plain)
    return text


@cache
def _plain(character: str) -> str:
    """The plain equal of a character: a digit, `-`, a space, or a letter or sign of ordinary width."""
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.digit(character))
    if category == "Pd" or character == "\N{MINUS SIGN}":
        return "-"
    if category == "Zs":
        return " "
    normal = unicodedata.normalize("NFKC", character)
    return normal if len(normal) == 1 and category != "No" else character


def _rewritten(text: str) -> tuple[str, list[int], list[int]]:
    """The text without what is unseen and with escapes as characters; where each stretch begins in it, and began."""
    parts: list[str] = []
    starts, origins = [0], [0]
    length = end = 0
    for match in _REWRITTEN.finditer(text):
        kept = text[end : match.start()] + _meant(match.group())
        end = match.end()
        parts.append(kept)
        length += len(kept)
        starts.append(length)
        origins.append(end)
    parts.append(text[end:])
    return "".join(parts), starts, origins


def _meant(found: str) -> str:
    if found[0] != "\\" or found[1] == "\n":
        return ""
    number = int(found[2:], 16)
    return _plain(chr(number)) if number <= 0x10FFFF else ""
