"""What crosp itself wrote in a workbook, known again by signs that the workbook brings along on its hidden sheet.

So what anybody else wrote is told from it, wherever it stands and whatever it stands on; whichever build made the form,
and whatever the assessment or the framework has come to say since.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from itertools import groupby

from crosp_cli.filling.answers import sign
from crosp_cli.filling.workbook.cells import At, Cell, Saved
from crosp_cli.filling.workbook.keys import key_in

_LINE = re.compile(r"own(?: [A-Z]{1,3}[0-9]{1,7}=[a-p]{12})+")


def lines_of(texts: Iterable[tuple[At, str]]) -> Iterator[str]:
    """Yield what tells of texts and of where each was written, a line for each row."""
    signed = sorted((at, sign(text)) for at, text in texts)
    for _row, each in groupby(signed, key=lambda one: one[0].row):
        yield " ".join(("own", *(f"{at.name}={signed}" for at, signed in each)))


def is_for_crosp(text: str) -> bool:
    """Whether a cell says what only crosp reads: which field a row is for, or what crosp wrote."""
    return bool(key_in(text) or _LINE.fullmatch(text))


def written_in(workbook: Saved) -> Counter[tuple[str, str]]:
    """Return the texts that crosp wrote in a workbook, each by its place and its sign; none where it does not say."""
    lines = (text for sheet in workbook.sheets for text in sheet.texts.values() if _LINE.fullmatch(text))
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
