"""What only crosp reads in a workbook: the keys in a hidden column, and on a hidden sheet what crosp itself wrote.

A row's key says which field it is for, and by a sign what stood there when it was made. By the sign an answer is told
from what was there all along, and a field that was emptied from one that never had anything in it; a row may stand
wherever somebody moves it. By the signs of crosp's own texts what anybody else wrote is told from them, wherever it
stands and whatever it stands on; whichever build made the form, and whatever the assessment or framework says since.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import groupby

from crosp_cli.filling.answers import sign
from crosp_cli.filling.workbook.cells import At, Cell, Saved

_STEP = "/[a-z0-9_-]+"
_KEY = re.compile(
    rf"(?:framework|unit|level|occasion|date|participants(?:{_STEP}){{2}}"
    rf"|cells(?:{_STEP}){{2}}(?:/measures{_STEP}|(?!/measures)(?:{_STEP})+))(?: [a-z0-9_/.@-]*=[a-p0-9]{{12}})*"
)
_OWN_LINE = re.compile(r"own(?: [A-Z]{1,3}[0-9]{1,7}=[a-p]{12})+")


@dataclass(frozen=True, slots=True)
class Key:
    """The place that a row is for, and the signs of what stood in its fields."""

    steps: tuple[str, ...]
    signs: Mapping[str, str] = field(default_factory=dict)
    """By the field's name; where the row has one field, by "". What was empty has none.

    A row that says which assessment it is has one for each short name, of what that is called in the workbook.
    """


def key(steps: Sequence[str], before: Mapping[str, str]) -> str:
    """Return the key of a row whose fields say `before`."""
    signs = (f"{name}={sign(text)}" for name, text in before.items() if text)
    return " ".join(("/".join(steps), *signs))


def key_in(text: str) -> Key | None:
    """Return the key that a cell holds; None where it holds something else."""
    if not _KEY.fullmatch(text):
        return None
    place, *signs = text.split(" ")
    return Key(tuple(place.split("/")), dict(one.split("=") for one in signs))


def lines_of(texts: Iterable[tuple[At, str]]) -> Iterator[str]:
    """Yield what tells of texts and of where each was written, a line for each row."""
    signed = sorted((at, sign(text)) for at, text in texts)
    for _row, each in groupby(signed, key=lambda one: one[0].row):
        yield " ".join(("own", *(f"{at.name}={signed}" for at, signed in each)))


def is_for_crosp(text: str) -> bool:
    """Whether a cell says what only crosp reads: which field a row is for, or what crosp wrote."""
    return bool(key_in(text) or _OWN_LINE.fullmatch(text))


def written_in(workbook: Saved) -> Counter[tuple[str, str]]:
    """Return the texts that crosp wrote in a workbook, each by its place and its sign; none where it does not say."""
    lines = (text for sheet in workbook.sheets for text in sheet.texts.values() if _OWN_LINE.fullmatch(text))
    found: Counter[tuple[str, str]] = Counter()
    for line in lines:
        for one in line.split(" ")[1:]:
            place, _equals, signed = one.partition("=")
            found[place, signed] += 1
    return found


def written_by_others(workbook: Saved, own: Counter[tuple[str, str]], fields: Set[Cell]) -> Iterator[Cell]:
    """Yield the cells outside `fields` that say something else than what crosp wrote there.

    A text of crosp's own may have been moved, and stand in as many places as crosp wrote it in.
    """
    left: Counter[str] = Counter()
    for (_place, signed), count in own.items():
        left[signed] += count
    moved: list[tuple[Cell, str]] = []
    for cell in _texts(workbook):
        if cell in fields:
            continue
        signed = sign(cell.text)
        if (cell.at.name, signed) in own:
            left[signed] -= 1
        else:
            moved.append((cell, signed))
    for cell, signed in moved:
        left[signed] -= 1
        if left[signed] < 0:
            yield cell


def _texts(workbook: Saved) -> Iterator[Cell]:
    """The cells in which people may have written, sheet by sheet and row by row."""
    for sheet in workbook.sheets:
        for at, text in sorted(sheet.texts.items()):
            if text.strip() and at not in sheet.repeats and not is_for_crosp(text):
                yield sheet.cell(*at)
