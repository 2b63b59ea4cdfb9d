"""How wide the columns of a table are, and whether the words of a cell have room there."""

import re
from math import sqrt

from crosp_cli.reports.word_and_pdf.page.tree import Element
from crosp_cli.reports.word_and_pdf.sheet_tables import (
    A_SYLLABLE,
    AROUND,
    AS_MANY,
    LINE,
    TO_WRITE_IN,
    columns,
    columns_of,
    rows_of,
)
from crosp_cli.reports.word_and_pdf.sheet_text import HEADINGS

_BOLD = 1.15
"""How much wider the letters of a head are in Word."""
_SHORT_HEAD, _FEW_COLUMNS_HEAD, _FEW_COLUMNS = 9, 14, 5
"""Up to how many letters a head stays on one line, and up to how many in a table of so few columns."""
_WIDE = 1.6
"""How much wider the widest signs are, such as W, than a letter that a line is counted in."""
_A_DATE = 14
"""How many letters a date by hand takes."""


def widths(table: Element, letter: float = 1) -> list[int]:
    """How wide each column is, in percent: room for its longest word, and more where it has more to say.

    In the map, whose columns are one kind of thing, all but that of the heads are as wide, where the words allow.
    A cell of the class `narrow` asks for no more than its longest word, or a date by hand. `letter` is how wide the
    letters of a word are, against those that a line is counted in.
    """
    words, needs = [3] * columns(table), [1.0] * columns(table)
    short = _FEW_COLUMNS_HEAD if len(words) <= _FEW_COLUMNS else _SHORT_HEAD
    for row, _is_head in rows_of(table):
        for cell in row.children:
            assert isinstance(cell, Element)  # noqa: S101 -- `_table` made it
            at, end = columns_of(cell)
            if end - at == 1:
                text = cell.text
                word = _longest_word(cell)
                if cell.name == "th":  # a head of few words has them on one line
                    word = max(word, len(text) if len(text) <= short else min(len(text), _SHORT_HEAD))
                wide = letter * _BOLD if cell.name == "th" and letter > 1 else letter
                words[at] = max(words[at], round(min(word, 22) * wide) + AROUND)
                if "narrow" in cell.classes and not text:
                    words[at] = max(words[at], _A_DATE)
                elif "narrow" not in cell.classes:
                    needs[at] = max(needs[at], min(len(text) or TO_WRITE_IN, TO_WRITE_IN))
    _give_room(table, words, letter)
    left = max(0, LINE - sum(words))
    needs = [max(1.0, need - word) for word, need in zip(words, needs, strict=True)]  # beside what it has already
    share = left / sum(needs)
    rooms = [word + share * need for word, need in zip(words, needs, strict=True)]
    each = sum(rooms[1:]) / max(1, len(rooms) - 1)
    if "map" in table.classes and each >= max(words[1:], default=0):
        rooms[1:] = [each] * (len(rooms) - 1)
    whole = sum(rooms)
    return [max(1, round(100 * room / whole)) for room in rooms]


def _give_room(table: Element, words: list[int], letter: float) -> None:
    """Let the columns that a cell reaches over have room for its longest word together, if they do not have it yet."""
    for row, _is_head in rows_of(table):
        for cell in row.children:
            assert isinstance(cell, Element)  # noqa: S101 -- as above
            at, end = columns_of(cell)
            if end - at > 1:
                lacks = round(min(_longest_word(cell), 22) * letter) + AROUND - sum(words[at:end])
                more = max(0, -(-lacks // (end - at)))
                words[at:end] = [word + more for word in words[at:end]]


def _longest_word(cell: Element) -> int:
    """How many letters of a cell stand together: a line may end after a hyphen."""
    return max(len(part) for word in cell.words for part in re.split(r"\u200b+|-(?!\d)", word))


def shares(table: Element) -> list[float]:
    """The part of a table's width that each of its columns has."""
    return [int(width) / 100 for width in table.attributes["widths"].split()]


def share_of(cell: Element, each: list[float]) -> float:
    """The part that a cell has, of those of the columns of its table."""
    at, end = columns_of(cell)
    return sum(each[at:end])


def has_room(cell: Element, share: float) -> bool:
    """Whether each word of a cell has room on a line, where the cell has so much of the width of the paper."""
    headings = (_longest_word(one) * sqrt(AS_MANY[one.name]) for one in cell.all(*HEADINGS))
    return max(_longest_word(cell), *headings, 0) <= max(A_SYLLABLE, LINE * share - AROUND)


def signs_in(cell: Element, share: float) -> int:
    """How many signs a line of such a cell has room for at the least, were they all wide and in its largest heading."""
    largest = max((sqrt(AS_MANY[one.name]) for one in cell.all(*HEADINGS)), default=1)
    return max(1, int((LINE * share - AROUND) / largest / _WIDE))


def signs_in_heading(name: str) -> int:
    """How many signs a line of a heading on the page has room for at the least, were they all wide."""
    return int(LINE / sqrt(AS_MANY[name]) / _WIDE)
