"""Which units and levels a file may be of, by its bytes: most files of a project need not be read to know that."""

import re
from collections.abc import Iterable
from itertools import chain

from crosp_cli.reading.loaded import Key

_SPELLED = re.compile(rb"\\[xuU\r\n\xc2\xe2]|\x00")
"""How a word can stand in a file without its bytes: spelled with escapes, broken over lines, or in UTF-16."""
_WORD = re.compile(rb"[A-Za-z0-9_-]+")
_SAYS = [re.compile(rb"^%b[ \t]*:(.*)" % key, re.MULTILINE) for key in (b"unit", b"level")]
_WHOSE = re.compile(rb"[ \t]+(?!null\b)[\"']?\w")
"""Lines that say of which unit and level a file is."""
_OURS = re.compile(rb"crosp-assessment|\bcells\b")
_ANOTHER = re.compile(rb"^(?:---|\.\.\.|<{7})", re.MULTILINE)
"""Lines after which a second document stands, or one side of a conflict."""
_VALUE = rb"""(?:[^\s"'|>\[{&*!#-][^\n#]*+|"[^"\n\\]*+"|'[^'\n]*+')"""
_HEAD = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:---[ \t]*+\r?\n)?"
    rb"(?:[a-z_]++[ \t]*+:(?:[ \t]++%b)?[ \t]*+\r?(?:#[^\n]*+)?\n|[ \t\r]*+(?:#[^\n]*+)?\n)*+" % _VALUE
)
"""The lines that a file begins with, as long as each says a thing of the whole: what comes after may be in a text, in a
second document or on one side of a conflict."""


def is_spelled(data: bytes) -> bool:
    """Whether a word may stand in a file without its bytes."""
    return _SPELLED.search(data) is not None


class Keys:
    """Units and levels that are looked for in many files: by the first of their words, where nothing in it could end or
    begin beside what a file has before or after it."""

    def __init__(self, keys: Iterable[Key]) -> None:
        self.every = list(keys)
        self._by_word: dict[bytes, list[Key]] = {}
        for key in self.every:
            word = (key[0] or key[1]).encode()
            self._by_word.setdefault(word if _WORD.fullmatch(word) else b"", []).append(key)

    def that_may_stand_in(self, data: bytes) -> list[Key]:
        """Return those whose unit and level can stand in a file: a word that is not spelled stands in it as it is.

        An assessment may have lost the line that says one of them, and then be of any.
        """
        if is_spelled(data) or (_OURS.search(data) and _is_lost(data)):
            return self.every
        words = dict.fromkeys((b"", *_WORD.findall(data)))
        found = [key for word in words for key in self._by_word.get(word, ())]
        there = {word for word in dict.fromkeys(chain.from_iterable(found)) if not word or word.encode() in data}
        return [key for key in found if there.issuperset(key)]


def _is_lost(data: bytes) -> bool:
    """Whether the head of an assessment does not say once, and nothing else again, of which unit and level it is."""
    head = _HEAD.match(data)
    end = head.end() if head else 0
    if _ANOTHER.search(data, end):
        return True
    lines = ((line.findall(data, 0, end), line.findall(data)) for line in _SAYS)
    return any(len(whole) != 1 or said != whole or not _WHOSE.match(said[0]) for said, whole in lines)
