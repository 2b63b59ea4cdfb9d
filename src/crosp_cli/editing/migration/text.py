"""An assessment's text after a migration: what has not changed stands as it stood, comments and layout included.

Names and steps are replaced where they stand, cells that move are moved as lines, and only a cell that was put together
of several is written anew, with the comments of them all above it. Where the cells do not stand in lines of their own
(in a file that is written as JSON, say), they are written anew as a whole.
"""

import json
import re
from bisect import bisect
from dataclasses import dataclass
from typing import Any

import yaml

from crosp_cli.editing.migration.record import NewCell, Outcome
from crosp_cli.editing.source_layout import Entry, Layout, shifted
from crosp_cli.editing.yaml_writer import block, comment, end_like, flow, mapping, scalar, scalar_like
from crosp_cli.model.assessment import Place
from crosp_cli.reading.yaml.tree import Steps

_CELLS: Steps = ("cells",)
_KEPT: Steps = ("kept_from",)


@dataclass(frozen=True, slots=True)
class NewText:
    """The text of a whole file."""

    text: str
    layout_kept: bool
    """Whether everything that did not change stands as it stood."""
    kept_for_comments: tuple[Place, ...] = ()
    """The empty cells that had to go and are kept all the same, since somebody may have commented on them."""


def migrated_text(text: str, outcome: Outcome, heading: str) -> NewText:
    """Return `text`, which ends in a newline, with the changes of `outcome`. `heading` goes above what is kept."""
    writer = _Writer(Layout(text), outcome, heading)
    new = writer.text()
    written = {kept.steps for kept in outcome.kept}
    empty = tuple(place for place in writer.kept_whole if ("cells", *place) not in written)
    return NewText(new, _CELLS not in writer.anew, empty)


def written_anew(text: str, outcome: Outcome, heading: str) -> NewText:
    """Return the new document in lines of its own, with every comment of `text` at its top: what always works."""
    comments = Layout(text).comments_in(0, len(text))
    data = {key: value for key, value in outcome.data.items() if key != "kept_from"}
    kept = outcome.data.get("kept_from")
    lines = [*(f"{line}\n" for line in comments), mapping(data)]
    if kept:
        lines += ["\n", comment(heading), mapping({"kept_from": kept})]
    return NewText("".join(lines), layout_kept=False)


class _Writer:
    """Makes the new text of pieces of the old one."""

    def __init__(self, layout: Layout, outcome: Outcome, heading: str) -> None:
        self.layout = layout
        self.outcome = outcome
        self.heading = heading
        self.edits: list[tuple[int, int, str]] = []
        self.homeless: list[str] = []
        """Comments that stood at something that is no longer there, and was not kept."""
        self.anew: dict[Steps, Any] = dict(outcome.anew)
        self.kept: dict[str, Any] = dict(outcome.kept_data)
        self.kept_whole: dict[Place, Entry] = {}

    def text(self) -> str:
        done = self.outcome
        structural = _changes_structure(done)
        in_lines = self._cells_stand_in_lines()
        if structural and not in_lines:
            self.anew[_CELLS] = done.data["cells"]
        for steps, value in list(self.anew.items()):
            if not self._lies_in_anew(steps) and not self._without_items(steps):
                self._write_anew(steps, value)
        for steps, name in done.keys.items():
            if not self._lies_in_anew(steps):
                self._replace(self.layout.parts[steps].key, name)
        for steps, value in done.values.items():
            if not self._lies_in_anew(steps):
                self._replace(self.layout.parts[steps].value, value, in_flow=self.layout.parts[steps].in_flow)
        self.edits.sort()
        if structural and in_lines:
            cells = self._cells()
            entry = self.layout.entries(())["cells"]
            first = self.layout.next_line(entry.part.key.end_mark.index)
            self.edits = [edit for edit in self.edits if not first <= edit[0] < entry.end]
            self.edits.append((first, entry.end, cells))
        self._keep()
        self.edits.sort()
        return self._piece(0, len(self.layout.text))

    # --- small changes ----------------------------------------------------------------------------------------

    def _lies_in_anew(self, steps: Steps) -> bool:
        return any(steps[:end] in self.anew for end in range(len(steps)))

    def _replace(self, node: Any, text: str | None, *, in_flow: bool = False) -> None:
        raw = self.layout.raw(node)
        nothing = "~" if in_flow else end_like(raw)
        new = nothing if text is None else scalar_like(raw, text, in_flow=in_flow)
        self.edits.append((node.start_mark.index, node.end_mark.index, new))

    def _without_items(self, steps: Steps) -> bool:
        """Take out the lines of the items that are not carried; False where they do not stand in lines."""
        if steps != ("participants",) or not self.layout.is_block(steps):
            return False
        gone: list[tuple[int, int, str]] = []
        for kept in self.outcome.kept:
            if kept.steps[:1] == steps:
                node = self.layout.parts[kept.steps].value
                start = self.layout.line_start(node.start_mark.index)
                if not re.fullmatch(r"[ \t]*-[ \t]+", self.layout.text[start : node.start_mark.index]):
                    return False
                end = self.layout.next_line(self.layout.end_of(node))
                self.homeless += self.layout.comments_in(start, end)
                gone.append((start, end, ""))
        self.edits += gone
        del self.anew[steps]
        return True

    def _write_anew(self, steps: Steps, value: Any) -> None:
        """Write a key's value anew where it stands, with the comments that stood in it above."""
        part, text = self.layout.parts[steps], self.layout.text
        root = self.layout.parts[()].value
        if part.in_flow:
            new = json.dumps(value, ensure_ascii=False) if root.flow_style and '"' in text else flow(value)
            self.edits.append((part.value.start_mark.index, part.value.end_mark.index, new))
            comments = self.layout.comments_in(part.value.start_mark.index, part.value.end_mark.index)
            self.edits.append((root.start_mark.index, root.start_mark.index, _lines(comments)))
            return
        start = text.index(":", part.key.end_mark.index) + 1
        end = self.layout.next_line(self.layout.end_of(part.value))
        stays_short = not isinstance(part.value, yaml.ScalarNode) and part.value.flow_style and steps != _CELLS
        new = f" {flow(value)}\n" if stays_short and value is not None else block(value, part.column + 2)
        self.edits.append((start, end, new))
        head = self.layout.line_start(part.start)
        self.edits.append((head, head, _lines(self.layout.comments_in(start, end), part.column)))

    def _piece(self, start: int, end: int) -> str:
        """The text between two places with the changes that lie there."""
        found, here = [], start
        until = end + (end == len(self.layout.text))
        for first, last, new in self.edits[bisect(self.edits, (start,)) : bisect(self.edits, (until,))]:
            found += [self.layout.text[here:first], new]
            here = last
        return "".join([*found, self.layout.text[here:end]])

    # --- cells ------------------------------------------------------------------------------------------------

    def _cells_stand_in_lines(self) -> bool:
        """Whether rows and cells have lines of their own; a row without cells may say so, if it gets none."""
        layout = self.layout
        if _CELLS not in layout.parts or not layout.is_block(_CELLS):
            return False
        for old, new in self.outcome.rows.items():
            row = (*_CELLS, old)
            if layout.is_block(row) or not layout.raw(layout.parts[row].value):
                continue
            if layout.inside[row] or (new is not None and self.outcome.data["cells"][new]):
                return False
        return True

    def _cells(self) -> str:
        """The lines below `cells:`."""
        layout = self.layout
        rows = layout.entries(_CELLS)
        cells = {
            Place(name, area): entry
            for name in rows
            if layout.is_block((*_CELLS, name))
            for area, entry in layout.entries((*_CELLS, name)).items()
        }
        self._set_aside(cells)
        first = layout.next_line(layout.parts[_CELLS].key.end_mark.index)
        found = [layout.text[first : min(row.start for row in rows.values())]]
        news = self.outcome.rows
        found += [
            self._row(new, [r for r in rows if news[r] == new], rows, cells) for new in self.outcome.data["cells"]
        ]
        for name in rows:
            if self.outcome.rows[name] is None:
                self.homeless += layout.comments_in(*self._header(name))
        return "".join(found)

    def _header(self, row: str) -> tuple[int, int]:
        """Where the comments above a row begin, and where its first cell does, or the row ends."""
        entry = self.layout.entries(_CELLS)[row]
        if not self.layout.is_block((*_CELLS, row)):
            return entry.start, entry.end
        return entry.start, next(iter(self.layout.entries((*_CELLS, row)).values())).start

    def _set_aside(self, cells: dict[Place, Entry]) -> None:
        """Remember the lines of the cells that are kept whole; an empty one only where somebody has commented on it."""
        kept = {row: dict(areas) for row, areas in self.kept.get("cells", {}).items()}
        for place in self.outcome.removed:
            entry, row = cells[place], kept.get(place.principle, {})
            if place.area in row or self.layout.comments_in(entry.start, entry.end):
                self.kept_whole[place] = entry
                kept.setdefault(place.principle, row).setdefault(place.area, None)
        if kept:
            self.kept["cells"] = kept

    def _row(self, name: str, old_rows: list[str], rows: dict[str, Entry], cells: dict[Place, Entry]) -> str:
        home, *others = old_rows
        start, end = self._header(home)
        of_rows = set(old_rows)
        columns = (entry.part.column for place, entry in cells.items() if place.principle in of_rows)
        column = next(columns, rows[home].part.column + 2)
        found = [self._piece(start, end)]
        found += [_lines(self.layout.comments_in(*self._header(row)), column) for row in others]
        found += [self._cell(cell, column, cells) for cell in self.outcome.cells if cell.place.principle == name]
        return "".join(found)

    def _cell(self, cell: NewCell, column: int, cells: dict[Place, Entry]) -> str:
        entries = [cells[origin] for origin in cell.origins]
        if cell.made_anew:
            comments = [text for entry in entries for text in self.layout.comments_in(entry.start, entry.end)]
            indent = " " * column
            lead = "\n" + _lines(comments, column) if comments else ""
            return f"{lead}{indent}{scalar(cell.place.area)}:{block(cell.content, column + 2)}"
        first, *others = entries
        comments = [text for entry in others for text in self.layout.comments_in(entry.start, entry.end)]
        lead, rest = self._piece(first.start, first.head), self._piece(first.head, first.end)
        moved = column - first.part.column
        return shifted(lead, moved) + _lines(comments, column) + shifted(rest, moved)

    # --- what is kept -----------------------------------------------------------------------------------------

    def _keep(self) -> None:
        """Put what is kept at the end of the document, under the older version's name."""
        name, layout = self.outcome.kept_under, self.layout
        if layout.parts[()].value.flow_style:
            if self.kept:
                self._keep_in_flow(name)
            return
        end = max(entry.end for entry in layout.entries(()).values())
        if not self.kept:
            self.edits.append((end, end, _lines(self.homeless)))
        elif _KEPT in layout.parts and layout.is_block(_KEPT):
            last = list(layout.entries(_KEPT).values())[-1]
            kept = self._version(name, last.part.column)
            self.edits.append((last.end, last.end, _lines(self.homeless, last.part.column) + kept))
        elif _KEPT in layout.parts:
            whole = self.kept_whole.values()
            comments = [text for entry in whole for text in layout.comments_in(entry.start, entry.end)]
            self._write_anew(_KEPT, self.outcome.data.get("kept_from"))
            self.edits.append((end, end, _lines([*self.homeless, *comments])))
        else:
            gap = "" if layout.text[:end].endswith("\n\n") else "\n"
            top = f"{gap}{_lines(self.homeless)}{comment(self.heading)}kept_from:\n"
            self.edits.append((end, end, top + self._version(name, 2)))

    def _keep_in_flow(self, name: str) -> None:
        root = self.layout.parts[()].value
        if _KEPT in self.layout.parts:
            self._write_anew(_KEPT, self.outcome.data["kept_from"])
            return
        here = self.layout.end_of(root.value[-1][1])
        self.edits.append((here, here, f', "kept_from": {json.dumps({name: self.kept}, ensure_ascii=False)}'))

    def _version(self, name: str, column: int) -> str:
        """The lines of what is kept from this version: whole cells as they stood, the rest written anew."""
        found = [f"{' ' * column}{scalar(name)}:\n"]
        for key, value in self.kept.items():
            found.append(f"{' ' * (column + 2)}{key}:")
            if key != "cells":
                found.append(block(value, column + 4))
                continue
            found.append("\n")
            for row, areas in value.items():
                found.append(f"{' ' * (column + 4)}{scalar(row)}:\n")
                found += [self._kept_cell(Place(row, area), cell, column + 6) for area, cell in areas.items()]
        return "".join(found)

    def _kept_cell(self, place: Place, cell: Any, column: int) -> str:
        entry = self.kept_whole.get(place)
        if entry is None:
            return f"{' ' * column}{scalar(place.area)}:{block(cell, column + 2)}"
        return shifted(self.layout.text[entry.start : entry.end], column - entry.part.column)


def _changes_structure(outcome: Outcome) -> bool:
    """Whether cells go, move to another row, or become one with another."""
    met = [new for new in outcome.rows.values() if new is not None]
    rows_meet = len(met) > len(set(met))
    return bool(outcome.removed) or len(met) < len(outcome.rows) or rows_meet or _cells_meet(outcome)


def _cells_meet(outcome: Outcome) -> bool:
    return any(len(cell.origins) > 1 for cell in outcome.cells)


def _lines(comments: list[str], column: int = 0) -> str:
    return "".join(f"{' ' * column}{text}\n" for text in comments)
