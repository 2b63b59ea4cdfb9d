"""Cells that are added to an assessment somebody is filling in: lines between those that stand, and nothing else."""

from collections import deque
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from crosp_cli.editing.source_layout import Layout, shifted
from crosp_cli.model.assessment import Place
from crosp_cli.reading.yaml.tree import Steps, TreeError, parse

_CELLS: Steps = ("cells",)
_MARK = "\ufeff"
"""What some editors put at the beginning of a file."""


class NotInLinesError(Exception):
    """The cells, or those of a row, do not stand in lines of their own, so that no line fits between them."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def with_cells(text: str, new: Mapping[Place, str], order: Sequence[Place]) -> str:
    """Return `text` with the lines of each cell in `new`, at its place in `order`; all of `text` stands as it stood.

    `new` has no cell that the text has.

    Raises:
        NotInLinesError: there is nowhere to put a line.
    """
    try:
        for place in order:
            if place in new:
                text = _with_cell(_ended(text), place, new[place], order)
    except yaml.YAMLError:  # a line has gone where none fits: below `? key` or after the end of the document
        raise NotInLinesError("cells") from None
    return text


def _ended(text: str) -> str:
    """The text with an end of its last line, which a text in lines that stands last has too."""
    return text if text.endswith("\n") else f"{text}\n"


def _with_cell(text: str, place: Place, lines: str, order: Sequence[Place]) -> str:
    layout = Layout(text)
    rows = list(dict.fromkeys(one.principle for one in order))
    areas = list(dict.fromkeys(one.area for one in order))
    row: Steps = (*_CELLS, place.principle)
    if row in layout.parts:
        start, column = _room(layout, row, place.area, areas, 4)
        return text[:start] + shifted(lines, column - 4) + text[start:]
    lines = f"\n  {place.principle}:\n{lines}"
    if _CELLS not in layout.parts:
        return f"{text}cells:\n{lines}"
    start, column = _room(layout, _CELLS, place.principle, rows, 2)
    return text[:start] + shifted(lines, column - 2) + text[start:]


def _room(layout: Layout, steps: Steps, key: str, order: Sequence[str], otherwise: int) -> tuple[int, int]:
    """Where a key can be put into a mapping, before the first of those after it in `order`, and how far indented."""
    part = layout.parts[steps]
    if not layout.is_block(steps):
        if part.in_flow or layout.raw(part.value).strip():
            raise NotInLinesError(str(steps[-1]))
        return layout.next_line(part.key.end_mark.index), part.column + 2 if len(steps) > 1 else otherwise
    entries = layout.entries(steps)
    later = [name for name in order[order.index(key) + 1 :] if name in entries]
    column = next(iter(entries.values())).part.column
    before = min((entries[name].start for name in later), default=max(entry.end for entry in entries.values()))
    return before, column


def says_the_same(old: str, new: str, cells: Mapping[Place, str]) -> bool:
    """Whether `new` says all that `old` says, and has the cells in `cells` besides."""
    try:
        before, after = _taken_apart(_ended(old)), _taken_apart(new)
    except TreeError:
        return False
    before.update((("cells", *place), after.get(("cells", *place))) for place in cells)
    return before == after


def _taken_apart(text: str) -> dict[Steps, Any]:
    """What a document says, each cell by itself."""
    data: Any = parse(text, "")[0].data
    rows = data.pop("cells", None) or {}
    found: dict[Steps, Any] = {(key,): value for key, value in data.items()}
    found.update((("cells", name, area), cell) for name, row in rows.items() for area, cell in (row or {}).items())
    return found


def as_bytes(before: bytes, new: str) -> bytes:
    """Return `new`, which is `before` with lines added, as bytes in which each line of `before` stands as it stood."""
    end = b"\r\n" if before.count(b"\r\n") * 2 > before.count(b"\n") else b"\n"
    ended = before if before.endswith(b"\n") else before + end
    kept = deque(f"{line}\n" for line in ended.decode().split("\n")[:-1])
    made = []
    for line in new.split("\n")[:-1]:
        stands = bool(kept) and kept[0].removeprefix(_MARK).rstrip("\r\n") == line.rstrip("\r")
        made.append(kept.popleft() if stands else line + end.decode())
    return "".join(made).encode()
