"""What answers would change in an assessment, field by field; nothing that stands there goes because it was not asked.

A text takes the place of the one that stands there; lines and records that are not there yet come last in their lists.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import compress
from operator import not_
from typing import Any

from crosp_cli.editing.in_place import Append, Edit, Put
from crosp_cli.filling.answers import (
    PLACE,
    RECORDS,
    Answer,
    answers_in,
    is_count,
    is_written,
    names_record,
    record_in,
    records_by,
    sign,
    text_of,
)
from crosp_cli.filling.measure_names import with_free_names
from crosp_cli.reading.yaml.tree import Steps
from crosp_cli.text.paragraphs import one_line, unwrapped

NAMES = ("id", "group")
"""What a record is called: told with all that is new in it, and not as a change of its own."""

_KEPT = (*NAMES, "what")
"""What no record is without."""

_REASON = ("not_applicable",)


@dataclass(frozen=True, slots=True)
class Change:
    """A field that gets a new value; what stands there already is nothing where it was empty."""

    steps: tuple[str, ...]
    before: str | None
    after: str | Sequence[str]
    is_newer: bool = False
    """Whether what stands there was written after the form was made, as far as that is known."""


@dataclass(frozen=True, slots=True)
class Changes:
    """All that would change, how it is written, and what cannot be brought in."""

    changes: Sequence[Change]
    edits: Sequence[Edit]
    left: Sequence[tuple[str, ...]]
    """The cells that are said not to apply and are answered all the same: neither goes without being asked for."""
    emptied: Sequence[Change] = ()
    """What would be taken out, where that is asked for: fields, and lines of lists, that were emptied."""
    replaced: Sequence[Change] = ()
    """Cells that are answered and said not to apply: why, and then all that would be taken out for it."""
    taken_out: Sequence[Edit] = ()
    """How all is written where what was emptied or replaced is taken out too."""
    counted: Sequence[tuple[str, ...]] = ()
    """The cells of which it is said how groups are counted; the document's own counts stay as they are."""
    measures: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    """What each measure is about, by the steps that lead to it."""
    gone: Sequence[Change] = ()
    """What is said of measures, and the like, that were there when the form was made and are not any more."""


def changes_by(answers: Iterable[Answer], document: Mapping[str, Any], in_form: Set[str] = frozenset()) -> Changes:
    """Return what `answers` change in a document as it was read; `in_form` as in `with_free_names`."""
    named = sorted(with_free_names([*answers], document, in_form), key=_takes_back_reason)
    planner = _Planner(
        document, {one.steps[:PLACE] for one in named if _takes_back_reason(one)}, _alone(named, document)
    )
    for answer in named:
        planner.add(answer)
    gone = planner.without_gone()
    taken_out = {**planner.edits, **planner.without} if planner.without else {}
    return Changes(
        planner.changes,
        [*planner.edits.values()],
        planner.left,
        planner.emptied,
        planner.replaced,
        [*taken_out.values()],
        [*planner.counted],
        measures_in([*answers_in(document), *named]),
        gone,
    )


def measures_in(answers: Iterable[Answer]) -> dict[tuple[str, ...], str]:
    """Return what each measure is about, by the steps that lead to it."""
    return {
        one.steps[:-1]: one_line(one.value)
        for one in answers
        if one.steps[-1] == "what" and isinstance(one.value, str) and one.value
    }


class _Planner:
    """Gathers changes, and the edits that make them: a new record is written once it is whole."""

    def __init__(
        self, document: Mapping[str, Any], taken_back: Collection[tuple[str, ...]], alone: Collection[tuple[str, ...]]
    ) -> None:
        self.document = document
        self.taken_back = taken_back
        """The cells of which it was taken back that they do not apply."""
        self.alone = alone
        """The cells of which nothing else is said but that they do not apply."""
        self.made: dict[tuple[str, ...], dict[str, Any]] = {}
        """Records in new records, by the steps that name them."""
        self.records: dict[Steps, Mapping[str, Sequence[int]]] = {}
        """What the records of each list are called."""
        self.changes: list[Change] = []
        self.edits: dict[Any, Edit] = {}
        self.left: list[tuple[str, ...]] = []
        self.emptied: list[Change] = []
        self.replaced: list[Change] = []
        self.without: dict[Any, Edit] = {}
        self.counted: dict[tuple[str, ...], None] = {}
        self.new: dict[Steps, tuple[tuple[str, ...], dict[str, Any]]] = {}
        """New records by their places: what each is called, and what it says."""
        self.were_there: set[tuple[str, ...]] = set()  # those that said something before, as the form tells

    def without_gone(self) -> list[Change]:
        """Take out, and return, what would become a new record although it was there when the form was made."""
        gone = {
            name: place
            for place, (name, record) in self.new.items()
            if name in self.were_there or (RECORDS[name[-2]] not in record and not name[-1].startswith("#"))
        }
        for place in gone.values():
            del self.edits[place]
        is_gone = [any(one.steps[:at] in gone for at in range(len(one.steps))) for one in self.changes]
        told = [*compress(self.changes, is_gone)]
        self.changes = [*compress(self.changes, map(not_, is_gone))]
        return told

    def add(self, answer: Answer) -> None:
        cell = answer.steps[:PLACE]
        if is_count(answer.steps):
            if answer.value:  # also where the document says the same: that would tell what it says
                self.counted[cell] = None
            return
        if cell in self.alone and _is_answered(self._at(cell)):
            self._replace(cell, answer)
            return
        if answer.value and answer.steps[0] == "cells" and not self._may_stand(answer, cell):
            return
        if isinstance(filled := self.edits.get(cell), Put):
            self._in_filled_cell(filled, answer)
            return
        place, new = self._find(answer.steps)
        if new is None and place[-1] == "date" and self._is_held(place[:-1]) and self._at(place) != answer.value:
            place, new = place[:-2], answer.steps[-2:]  # it keeps its day, and another one is planned
        if new is not None:
            is_moved = new[1:] == ("date",) and new[0].partition("#")[0] != answer.value
            if answer.value and not (is_moved and answer.value in self.records[place]):  # it has been moved already
                self._in_new_record(place, new, answer)
            return
        now = self._at(place)
        self._take_out(answer, place, now)
        if not answer.value:
            return
        if isinstance(answer.value, str):
            if (now or "").rstrip() != answer.value.rstrip() and not _is_as_it_was(answer):
                self.changes.append(Change(answer.steps, now, answer.value, _is_newer(answer, now)))
                self.edits[place] = Put(place, answer.value)
        elif lines := _others(answer.value, now or ()):
            self.changes.append(Change(answer.steps, None, lines))
            self.edits[place] = Append(place, lines)

    def _is_held(self, follow_up: Steps) -> bool:
        """Whether somebody has written meanwhile what came out of a follow-up."""
        return is_written((self._at(follow_up) or {}).get("result"))

    def _take_out(self, answer: Answer, place: Steps, now: Any) -> None:
        """Note what was emptied: a text, or lines of a list, that is as it was when the form was made."""
        if answer.steps[-1] in _KEPT or not isinstance(now, str | list) or not is_written(now):
            return
        if isinstance(now, str) and not answer.value and not _is_newer(answer, now):
            self.emptied.append(Change(answer.steps, now, ""))
            self.without[place] = Put(place, None)
        elif isinstance(now, list) and all(isinstance(line, str) for line in now):
            gone = _others(now, answer.value)
            if gone and sign("\n".join(map(one_line, now))) == answer.was:
                self.emptied.append(Change(answer.steps, "\n".join(gone), ""))
                self.without[place] = Put(place, [*answer.value] or None)

    def _replace(self, cell: tuple[str, ...], answer: Answer) -> None:
        """Note all that a cell says, in the place of which it would be said not to apply."""
        if answer.steps[PLACE:] != _REASON or not answer.value:
            return
        said = answers_in({"cells": {cell[1]: {cell[2]: self._at(cell)}}})
        texts = ((one.steps, text_of(one.value)) for one in said)
        self.replaced.append(Change(answer.steps, None, answer.value))
        self.replaced += [Change(steps, text, "") for steps, text in texts if text and steps[-1] not in NAMES]
        self.without[cell] = Put(cell, {"not_applicable": answer.value})

    def _may_stand(self, answer: Answer, cell: tuple[str, ...]) -> bool:
        """Whether the answer can be brought into its cell, beside what says that the cell does not apply."""
        now = self._at(cell)
        if cell in self.left:
            return False
        if answer.steps[PLACE:] == _REASON:
            if _is_answered(now):
                self.left.append(cell)
                return False
            if now and set(now) != {"not_applicable"}:
                self.changes.append(Change(answer.steps, None, answer.value))
                self.edits[cell] = Put(cell, {"not_applicable": answer.value})
                return False
        elif now and now.get("not_applicable"):
            if cell not in self.taken_back:
                self.left.append(cell)
                return False
            if cell not in self.edits:
                self.changes.append(Change((*cell, *_REASON), now["not_applicable"], ""))
                self.edits[cell] = Put(cell, {})
        return True

    def _in_filled_cell(self, filled: Put, answer: Answer) -> None:
        """Add an answer to a cell that did not apply, and in which it takes the place of why."""
        if answer.value:
            self._put(filled.value, answer, PLACE)
            self._tell_new(answer)

    def _find(self, steps: tuple[str, ...]) -> tuple[Steps, tuple[str, ...] | None]:
        """The place of an answer, with records by their numbers; with what is new, where its record is."""
        place: Steps = ()
        for at, step in enumerate(steps):
            if not names_record(steps, at):
                place = (*place, step)
                continue
            if place not in self.records:
                self.records[place] = records_by(self._at(place) or [], RECORDS[steps[at - 1]])
            number = record_in(self.records[place], step)
            if number is None:
                return place, steps[at:]
            place = (*place, number)
        return place, None

    def _in_new_record(self, place: Steps, steps: tuple[str, ...], answer: Answer) -> None:
        at = len(answer.steps) - len(steps) + 1
        name, record = self.new.setdefault((*place, steps[0]), (answer.steps[:at], {}))
        self.edits.setdefault((*place, steps[0]), Append(place, [record]))
        if answer.was and steps[1:] in (("id",), ("what",)):
            self.were_there.add(name)
        self._put(record, answer, at)
        self._tell_new(answer)

    def _tell_new(self, answer: Answer) -> None:
        if answer.steps[-1] not in NAMES:
            self.changes.append(Change(answer.steps, None, answer.value))

    def _put(self, part: dict[str, Any], answer: Answer, at: int) -> None:
        """Put an answer into what is being made, `part` of it being where its steps lead from that number on."""
        *on_the_way, last = answer.steps[at:]
        for here, step in enumerate(on_the_way, at):
            if not names_record(answer.steps, here):
                known = part.setdefault(step, [] if step in RECORDS else {})
                part = known if isinstance(known, dict) else part
                continue
            name = answer.steps[: here + 1]
            if name not in self.made:
                self.made[name] = {}
                part[answer.steps[here - 1]].append(self.made[name])
            part = self.made[name]
        part[last] = answer.value

    def _at(self, steps: Steps) -> Any:
        found: Any = self.document
        for step in steps:
            if isinstance(found, list) and isinstance(step, int):
                found = found[step]
            else:
                found = found.get(step) if isinstance(found, Mapping) else None
        return found


def _alone(answers: Sequence[Answer], document: Mapping[str, Any]) -> Collection[tuple[str, ...]]:
    """The cells of which it is said that they do not apply, and nothing else that they do not say already."""
    known = {one.steps: text_of(one.value) for one in answers_in(document)}
    new = [one for one in answers if one.value and known.get(one.steps) != text_of(one.value)]
    said = [(one.steps[:PLACE], one.steps[PLACE:] == _REASON) for one in new]
    return {cell for cell, is_reason in said if is_reason} - {cell for cell, is_reason in said if not is_reason}


def _others(lines: Iterable[str], known: Iterable[str]) -> list[str]:
    """The lines that are not among those known."""
    met = set(map(one_line, known))
    return [line for line in lines if one_line(line) not in met]


def _is_newer(answer: Answer, now: str | None) -> bool:
    """Whether a text was written, or changed, after the form was made."""
    return bool(now) and answer.was is not None and sign(unwrapped(now or "")) != answer.was


def _is_as_it_was(answer: Answer) -> bool:
    """Whether a form says only what stood in it, since no record is without that."""
    return answer.steps[-1] in _KEPT and answer.was == sign(text_of(answer.value))


def _is_answered(cell: Mapping[str, Any] | None) -> bool:
    """Whether a cell has something else in it than why it does not apply."""
    return is_written({key: value for key, value in (cell or {}).items() if key != "not_applicable"})


def _takes_back_reason(answer: Answer) -> bool:
    return answer.steps[PLACE:] == _REASON and not answer.value
