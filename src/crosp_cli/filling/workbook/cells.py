"""The cells of a workbook as texts, whichever program saved it, and the formulas that it should not have."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple
from xml.parsers import expat

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.filling.answers import tidy
from crosp_cli.filling.workbook.package import DAY, NotReadError, Why, looks_of_numbers, package, parse
from crosp_cli.limits import WORKBOOK_CELLS, WORKBOOK_CHARACTERS, WORKBOOK_COLUMNS, WORKBOOK_ROWS

_PLACE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_INDEX = re.compile(r"[ \t\r\n]*([0-9]{1,7})[ \t\r\n]*")
"""How a file says which row, or which of the texts that cells share."""
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_REPEATS = re.compile(r"(?:(?:'(?:[^'\[]|'')+'|[^'!\[(]+)!(?:\$?[A-Z]{1,3}\$?[0-9]{1,7}|#REF!)|#REF!)&\"\"")
"""What the map is made of: a cell that says what one other cell says, or said, where somebody has deleted that one."""
_LONGEST_FORMULA = 500
"""Of how many characters one is, at the most: to look through a longer one takes a hundred bytes for each."""
_WHOLE = re.compile(r"(-?[0-9]+)\.0+")
_IN_POWERS = re.compile(r"-?[0-9](?:\.[0-9]{1,20})?E[+-]?[0-9]{1,2}", re.IGNORECASE)
_COUNTED = re.compile(r"[0-9]{1,5}(?:\.[0-9]{1,40})?")
"""A number that may be a day with a time, or a time alone."""
_DAYS, _MINUTES = range(30_000, 80_000), 24 * 60
"""The numbers that are taken for days, from 1982 to 2119; and the minutes of one."""
_LONG_FRACTION = re.compile(r"-?[0-9]{1,9}\.[0-9]{14,20}|-?[0-9]\.[0-9]{14,20}E-?[0-9]{1,2}", re.IGNORECASE)
_LETTERS = 26


class At(NamedTuple):
    """Where a cell stands, from 0."""

    row: int
    column: int

    @property
    def name(self) -> str:
        """What people call it: C9."""
        letters, rest = "", self.column + 1
        while rest:
            rest, letter = divmod(rest - 1, _LETTERS)
            letters = chr(ord("A") + letter) + letters
        return f"{letters}{self.row + 1}"


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A sheet as it was saved."""

    name: str
    texts: Mapping[At, str]
    """What stands in the cells that have something in them; a number as its digits."""
    numbers: frozenset[At]
    """The cells that hold a number, which may be a day."""
    repeats: frozenset[At]
    """The cells that say what another one says, as those of the map do."""

    def cell(self, row: int, column: int) -> "Cell":
        """Return the cell at a place, which may be empty."""
        return Cell(self, At(row, column))


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is to be filled in."""

    sheet: Sheet
    at: At

    @property
    def text(self) -> str:
        """What it says, as it may stand in a file."""
        return tidy(self.sheet.texts.get(self.at, ""))

    @property
    def is_number(self) -> bool:
        """Whether a number was written in it, or a day."""
        return self.at in self.sheet.numbers

    @property
    def where(self) -> str:
        """What people call it: its sheet and its address."""
        return f"{self.sheet.name}!{self.at.name}"


@dataclass(frozen=True, slots=True)
class Saved:
    """A workbook as it was saved."""

    sheets: tuple[Sheet, ...]
    since_1904: bool
    has_comments: bool
    has_drawings: bool


def saved(content: bytes) -> Saved:
    """Return what stands in a workbook.

    Raises:
        NotReadError: it holds more than answers.
    """
    found = package(content)
    try:
        strings = _strings(found.strings) if found.strings else []
        looks = looks_of_numbers(found.styles) if found.styles else {}
        room = [WORKBOOK_CELLS, WORKBOOK_CHARACTERS]
        sheets = tuple(
            _Reader(shown_name(name), strings, room, looks, since_1904=found.since_1904).read(part)
            for name, part in found.sheets.items()
        )
    except (expat.ExpatError, LookupError, ValueError):
        raise NotReadError(Why.OTHER) from None
    return Saved(sheets, found.since_1904, found.has_comments, found.has_drawings)


class _Reader:
    """Reads a sheet: the cells one by one, as their parts come."""

    def __init__(
        self, name: str, strings: list[str], room: list[int], looks: Mapping[str, str], *, since_1904: bool
    ) -> None:
        self.name = name
        self.strings = strings
        self.room = room
        self.looks = looks
        self.since_1904 = since_1904
        self.texts: dict[At, str] = {}
        self.numbers: set[At] = set()
        self.repeats: set[At] = set()
        self.at = At(-1, -1)
        self.kind = "n"
        self.style = ""
        self.part = ""
        self.said: list[str] = []
        self.skipped = 0
        self.is_in_cell = False  # a sheet has formulas elsewhere too: Excel says so what there is to choose from

    def read(self, content: bytes) -> Sheet:
        parse(content, self.start, self.end, self.text)
        return Sheet(self.name, self.texts, frozenset(self.numbers), frozenset(self.repeats))

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "row":
            row = _number(attributes["r"]) - 1 if "r" in attributes else self.at.row + 1
            self.at = At(row, -1)
        elif tag == "c":
            self.at = _place(attributes["r"]) if "r" in attributes else At(self.at.row, self.at.column + 1)
            self.kind, self.style, self.said = attributes.get("t", "n"), attributes.get("s", ""), []
            self.is_in_cell = True
        elif tag == "rPh":
            self.skipped += 1
        elif tag in ("v", "t", "f") and self.is_in_cell:
            self.part = tag
            if tag == "f":
                self.said = []
            elif tag == "v" and self.said:
                raise ValueError

    def text(self, text: str) -> None:
        if self.part and not self.skipped:
            self.said.append(text)

    def end(self, tag: str) -> None:
        if tag == "rPh":
            self.skipped -= 1
        elif tag == "f" and self.is_in_cell:
            said = "".join(self.said)
            if len(said) > _LONGEST_FORMULA or not _REPEATS.fullmatch(said):
                raise NotReadError(Why.FORMULA, f"{self.name}!{self.at.name}")
            self.said = []
            self.repeats.add(self.at)
        elif tag == "c":
            if self.said:
                self.put("".join(self.said))
            self.said, self.is_in_cell = [], False
        if tag in ("v", "t", "f"):
            self.part = ""

    def put(self, said: str) -> None:
        self.room[0] -= 1
        if self.at.row >= WORKBOOK_ROWS or self.at.column >= WORKBOOK_COLUMNS:
            raise NotReadError(Why.FAR, f"{self.name}!{self.at.name}")
        if self.at.row < 0 or self.at in self.texts:
            raise ValueError
        self.texts[self.at] = _SAID[self.kind](said, self.strings)
        if self.kind in ("n", "d"):
            self.numbers.add(self.at)
            if look := self.looks.get(self.style):  # somebody sees a day, or percent, and never the number
                number = self.texts[self.at]
                shown = day_and_time(number, since_1904=self.since_1904) if look == DAY else _percent(number)
                self.texts[self.at] = shown
        self.room[1] -= len(self.texts[self.at])
        if min(self.room) < 0:
            raise NotReadError(Why.TOO_LARGE)


def _strings(content: bytes) -> list[str]:
    """The texts that cells share, each without the signs for how it is read aloud."""
    found: list[list[str]] = []
    inside = {"t": 0, "rPh": 0}

    def start(tag: str, _attributes: Mapping[str, str]) -> None:
        if tag == "si":
            if len(found) == WORKBOOK_CELLS:
                raise NotReadError(Why.TOO_LARGE)
            found.append([])
        elif tag in inside:
            inside[tag] += 1

    def end(tag: str) -> None:
        if tag in inside:
            inside[tag] -= 1

    def text(text: str) -> None:
        if inside["t"] and not inside["rPh"] and found:
            found[-1].append(text)

    parse(content, start, end, text)
    return [_unescaped("".join(parts)) for parts in found]


def day_and_time(number: str, *, since_1904: bool) -> str:
    """Return what people see of a number that is shown as a day or a time: 2027-05-31, or 14:30.

    One that is neither is returned as it is.
    """
    if not _COUNTED.fullmatch(number):
        return number
    days, part = divmod(float(number), 1)
    minutes = min(round(part * _MINUTES), _MINUTES - 1)  # a day's last seconds are of that day
    days = int(days)
    time = f"{minutes // 60:02}:{minutes % 60:02}" if minutes else ""
    if days not in _DAYS:
        return time if time and not days else number
    day = (date(1904, 1, 1) if since_1904 else date(1899, 12, 30)) + timedelta(days=days)
    return f"{day} {time}".rstrip()


def _percent(number: str) -> str:
    is_counted = _COUNTED.fullmatch(number.removeprefix("-"))
    return f"{(Decimal(number) * 100).normalize():f} %" if is_counted else number


def _unescaped(text: str) -> str:
    """A text with the signs that XML cannot hold; half of one becomes a sign that says so."""
    found = _ESCAPED.sub(lambda met: chr(int(met[1], 16)), text)
    return found if found == text else found.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _number(text: str) -> int:
    met = _INDEX.fullmatch(text)
    if met is None:
        raise ValueError(text)
    return int(met[1])


def _digits(number: str) -> str:
    """A number as people write it: 1, and not 1.0; 1.1, and not 1.1000000000000001; 20140305, and no power of ten."""
    if _LONG_FRACTION.fullmatch(number):
        number = repr(float(number))
    number = f"{Decimal(number):f}" if _IN_POWERS.fullmatch(number) else number
    met = _WHOLE.fullmatch(number)
    return met[1] if met else number


_SAID: Mapping[str, Callable[[str, list[str]], str]] = {
    "s": lambda said, strings: strings[_number(said)],
    "str": lambda said, _strings: _unescaped(said),
    "inlineStr": lambda said, _strings: _unescaped(said),
    "b": lambda said, _strings: {"0": "FALSE", "1": "TRUE"}[said.strip()],
    "d": lambda said, _strings: said[: len("2026-10-15T14:30")].replace("T", " ").removesuffix(" 00:00"),
    "e": lambda said, _strings: said,
    "n": lambda said, _strings: _digits(said),
}
"""What a cell says, by what it is said to hold: a text, whether something is true, a day, an error, a number."""


def _place(address: str) -> At:
    """Where a cell stands.

    Raises:
        ValueError: that is no address.
    """
    met = _PLACE.fullmatch(address)
    if met is None:
        raise ValueError(address)
    column = 0
    for letter in met[1]:
        column = column * _LETTERS + ord(letter) - ord("A") + 1
    return At(int(met[2]) - 1, column - 1)
