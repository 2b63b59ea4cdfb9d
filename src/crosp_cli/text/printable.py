"""Text from outside (a file's name, a user's value) made safe for a terminal."""

import re
import unicodedata

_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})

_BYTES = re.compile("[\udc80-\udcff]+")
_KEPT = "surrogateescape"
"""Bytes that are no UTF-8 either stay as they are."""


def printable(text: str) -> str:
    """Return `text` with every character that could drive or mislead a terminal written as its code."""
    if text.isprintable():
        return text
    return "".join(_shown(character) for character in readable(text))


def readable(text: str) -> str:
    """Return `text` with the bytes of a file's name that the locale has no characters for as what they are in UTF-8."""
    return _BYTES.sub(lambda bytes_: bytes_[0].encode("ascii", "surrogateescape").decode("utf-8", _KEPT), text)


def _shown(character: str) -> str:
    if unicodedata.category(character) in _UNSAFE:
        return f"\\u{ord(character):04x}"
    return character
