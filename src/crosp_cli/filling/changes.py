"""What answers would change in an assessment, field by field; nothing that stands there goes because it was not asked.

A text takes the place of the one that stands there; lines and records that are not there yet come last in their lists.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from crosp_cli.editing.in_place import Append, Edit, Put
from crosp_cli.filling.answers import RECORDS, Answer, sign
from crosp_cli.reading.yaml.tree import Steps
from crosp_cli.text.paragraphs import one_line

_NAMES = ("id", "group")
"""What a record is called: told with all that is new in it, and not as a change of its own."""

_KEPT = (*_NAMES, "what")
"""What no record is without."""


@dataclass(frozen=True, slots=True)
class Change:
    """A field that gets a new value; what stands there already is nothing where it was empty."""

    steps: tuple[str, ...]
    before: str | None
    after: str | Sequence[str]


@dataclass(frozen=True, slots=True)
class Changes:
    """All that would change, how it is written, and what cannot be brought in."""

    changes: Sequence[Change]
    edits: Sequence[Edit]
    left: Sequence[tuple[str, ...]]
    """The cells that say they do not apply, and where there are other answers: neither goes without being asked for."""
    emptied: Sequence[Change] = ()
    """What would be taken out, where that is asked for: fields, and lines of lists, that were emptied."""
    taken_out: Sequence[Edit] = ()
    """How all is written where what was emptied is taken out too."""


def changes_by(answers: Iterable[Answer], document: Mapping[str, Any]) -> Changes:
    """Return what `answers` change in a document as it was read."""
    planner = _Planner(document)
    for answer in answers:
        planner.add(answer)
    taken_out = {**planner.edits, **planner.without} if planner.without else {}
    return Changes(planner.changes, [*planner.edits.values()], planner.left, planner.emptied, [*taken_out.values()])


class _Planner:
    """Gathers changes, and the edits that make them: a new record is written once it is whole."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.document = document
        self.changes: list[Change] = []
        self.edits: dict[Any, Edit] = {}
        self.left: list[tuple[str, ...]] = []
        self.emptied: list[Change] = []
        self.without: dict[Any, Edit] = {}

    def add(self, answer: Answer) -> None:
        cell = answer.steps[:3]
        if answer.value and answer.steps[0] == "cells" and not self._may_stand(answer, cell):
            return
        place, new = self._find(answer.steps)
        if new is not None:
            if answer.value:
                self._in_new_record(place, new, answer)
            return
        now = self._at(place)
        self._take_out(answer, place, now)
        if not answer.value:
            return
        if isinstance(answer.value, str):
            if (now or "").rstrip() != answer.value.rstrip():
                self.changes.append(Change(answer.steps, now, answer.value))
                self.edits[place] = Put(place, answer.value)
        elif lines := [line for line in answer.value if one_line(line) not in map(one_line, now or ())]:
            self.changes.append(Change(answer.steps, None, lines))
            self.edits[place] = Append(place, lines)

    def _take_out(self, answer: Answer, place: Steps, now: Any) -> None:
        """Note what was emptied: a text, or lines of a list that is as it was when the form was made."""
        if answer.steps[-1] in _KEPT or not isinstance(now, str | list) or not _written(now):
            return
        if isinstance(now, str) and not answer.value:
            self.emptied.append(Change(answer.steps, now, ""))
            self.without[place] = Put(place, None)
        elif isinstance(now, list) and all(isinstance(line, str) for line in now):
            gone = [line for line in now if one_line(line) not in map(one_line, answer.value)]
            if gone and sign("\n".join(map(one_line, now))) == answer.was:
                self.emptied.append(Change(answer.steps, "\n".join(gone), ""))
                self.without[place] = Put(place, [*answer.value] or None)

    def _may_stand(self, answer: Answer, cell: tuple[str, ...]) -> bool:
        """Whether the answer can be brought into its cell, beside what says that the cell does not apply."""
        now = self._at(cell)
        if cell in self.left:
            return False
        if answer.steps[3:] == ("not_applicable",):
            if _written({key: value for key, value in (now or {}).items() if key != "not_applicable"}):
                self.left.append(cell)
                return False
            if now and set(now) != {"not_applicable"}:
                self.changes.append(Change(answer.steps, None, answer.value))
                self.edits[cell] = Put(cell, {"not_applicable": answer.value})
                return False
        elif now and now.get("not_applicable"):
            self.left.append(cell)
            return False
        return True

    def _find(self, steps: tuple[str, ...]) -> tuple[Steps, tuple[str, ...] | None]:
        """The place of an answer, with records by their numbers; with what is new, where its record is."""
        place: Steps = ()
        for at, step in enumerate(steps):
            is_record = at > 0 and steps[at - 1] in RECORDS
            if not is_record:
                place = (*place, step)
                continue
            records = self._at(place) or []
            key = RECORDS[steps[at - 1]]
            number = next((n for n, one in enumerate(records) if (one or {}).get(key) == step), None)
            if number is None:
                return place, steps[at:]
            place = (*place, number)
        return place, None

    def _in_new_record(self, place: Steps, steps: tuple[str, ...], answer: Answer) -> None:
        edit = self.edits.setdefault((*place, steps[0]), Append(place, [{}]))
        if isinstance(edit, Append):
            _put(edit.items[0], steps[1:], answer.value)
        if answer.steps[-1] not in _NAMES:
            self.changes.append(Change(answer.steps, None, answer.value))

    def _at(self, steps: Steps) -> Any:
        found: Any = self.document
        for step in steps:
            if isinstance(found, list) and isinstance(step, int):
                found = found[step]
            else:
                found = found.get(step) if isinstance(found, Mapping) else None
        return found


def _put(record: dict[str, Any], steps: tuple[str, ...], value: Any) -> None:
    """Put a value into a record that is being made, in which there may be records in turn."""
    step, *rest = steps
    if not rest:
        record[step] = value
    elif step in RECORDS:
        records = record.setdefault(step, [])
        key = RECORDS[step]
        known = next((one for one in records if one.get(key) == rest[0]), None)
        if known is None:
            known = {}
            records.append(known)
        _put(known, tuple(rest[1:]), value)
    else:
        _put(record.setdefault(step, {}), tuple(rest), value)


def _written(node: Any) -> bool:
    """Whether anything is written in a part of a document."""
    if isinstance(node, Mapping):
        return any(map(_written, node.values()))
    if isinstance(node, list):
        return any(map(_written, node))
    return bool(node)
