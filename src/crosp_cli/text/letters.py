"""Letters and the marks on them, put together in one way or taken apart.

Unicode puts the marks on a letter in order, and programs do that in a time that grows with the square of how many there
are. Texts come from anybody, so here they are in order before they are put together.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Literal
from unicodedata import combining, normalize

_MANY = re.compile(r"[^\w\s\x00-\x7f]{32}")
"""So many in a row that are no letters, and may be marks: fewer are put in order soon enough."""


def composed(text: str) -> str:
    """Return `text` as all its spellings have it: an é is one character (NFC)."""
    if not _MANY.search(text):
        return normalize("NFC", text)
    apart = (part for sign in text for part in normalize("NFD", sign))
    return normalize("NFC", "".join(_in_order(apart)))


def _in_order(parts: Iterator[str]) -> Iterator[str]:
    for _are_marks, run in groupby(parts, lambda part: combining(part) > 0):
        yield from sorted(run, key=combining)


def bare(text: str, form: Literal["NFD", "NFKD"] = "NFKD") -> str:
    """Return the letters of `text` without the marks on them."""
    return "".join(part for sign in text for part in normalize(form, sign) if not combining(part))
