"""Responses put together: how many of a group chose each step in a cell, and what they wrote.

A group's answers in a cell, and its texts, are counted from the limit on: at least as many people as may be told
of. That goes for those that come later as well, since what they add could be told from the assessment before and after.
Of fewer, nothing leaves this module, not even that there are any; they are counted when there are enough.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from hashlib import sha256
from math import inf
from typing import Any

from crosp_cli.analysis.groups.disclosure import Counts, may_be_shown_of
from crosp_cli.filling.collecting.collected import NOBODY, Batch, Collected, Counted, People, name_of, people
from crosp_cli.model.assessment import Assessment, Place
from crosp_cli.model.framework import Framework
from crosp_cli.model.response import Response


@dataclass(frozen=True, slots=True)
class Tally:
    """What is new, and may be told."""

    counts: Mapping[Place, Mapping[str, Counts]]
    """In each cell, for each group: how many chose each step, with those that the assessment has already."""
    texts: Mapping[str, Sequence[str]]
    """What was written in each group, in an order that depends on nothing but the texts."""
    batches: tuple[Batch, ...]
    left: tuple[Place, ...]
    """Cells that do not apply, where enough have answered."""
    again: frozenset[str] = frozenset()
    """Groups of which some are counted again, since they have gone from the assessment."""
    fewer: tuple[tuple[str, Place], ...] = ()
    """Where a group has fewer than were counted, but not nobody: whether they have gone is not known."""


def tally(
    responses: Mapping[str, Response],
    collected: Collected,
    assessment: Assessment,
    framework: Framework,
    smallest_group: int,
) -> Tally:
    """Return what the responses add to an assessment into which `collected` have been counted."""
    counts: dict[Place, dict[str, Counts]] = {}
    texts: dict[str, list[str]] = {}
    batches, left, fewer, again = list[Batch](), list[Place](), list[tuple[str, Place]](), set[str]()
    now = people(assessment)
    counted = collected.counted(frozenset(responses), now)
    for group, own in _by_group(responses, framework).items():
        parts = _Parts(group)
        for place in framework.places:
            before = counted.get((group, place), NOBODY)
            new = _new(own, before.there, place)
            if may_be_shown_of(len(new.keys() & before.unsure), smallest_group):
                fewer.append((group, place))
            new = _enough({sign: new[sign] for sign in new.keys() - before.unsure}, before.ever, smallest_group)
            if not new:
                continue
            cell = assessment.cell(place)
            if cell is not None and cell.not_applicable:
                left.append(place)
                continue
            there_now = cell.current_state.group_ratings.get(group, {}) if cell else {}
            added = Counter({**there_now}) + Counter(new.values())
            counts.setdefault(place, {})[group] = {step: added[step] for step in sorted(added)}
            again |= {group} if new.keys() & before.ever else set()
            parts.add_answers(place, now[group, place], new.keys(), before)
        before = counted.get((group, None), NOBODY)
        unread = {sign: one for sign, one in own.items() if sign not in before.there}
        if taken := _enough(unread, before.ever, smallest_group):
            texts[group] = _shuffled(taken)
            parts.add_texts(taken.keys(), before)
        batches += parts.batches()
    in_order = {place: counts[place] for place in framework.places if place in counts}
    found = {group: written for group, written in texts.items() if written}
    return Tally(in_order, found, tuple(batches), _once(left), frozenset(again), tuple(fewer))


def _by_group(responses: Mapping[str, Response], framework: Framework) -> dict[str, dict[str, Response]]:
    """The responses of each group, the groups in the framework's order."""
    found: dict[str, dict[str, Response]] = {group: {} for group in framework.ids("groups")}
    for sign, one in responses.items():
        found.setdefault(one.group, {})[sign] = one
    return found


def _new(own: Mapping[str, Response], counted: Set[str], place: Place) -> dict[str, int]:
    """The step that each of a group chose in a cell, of those who have not been counted there."""
    chosen = {sign: one.steps.get(place.principle, {}).get(place.area) for sign, one in own.items()}
    return {sign: step for sign, step in chosen.items() if step is not None and sign not in counted}


def _enough(new: Mapping[str, Any], known: Set[str], smallest_group: int) -> dict[str, Any]:
    """Those to be taken now: of those that never were, as many as the limit, also where others come in again."""
    never = may_be_shown_of(len(new.keys() - known), smallest_group)
    found = {sign: one for sign, one in new.items() if never or sign in known}
    return found if may_be_shown_of(len(found), smallest_group) else {}


@dataclass(slots=True)
class _Part:
    cells: dict[str, People] = field(default_factory=dict)
    texts: bool = False
    signs: set[str] = field(default_factory=set)


class _Parts:
    """Those of a group who are counted now, as the list has them.

    Whoever comes in again does so with those of the same earlier batch, so that a version that has only some of them is
    known when it comes back. In one batch stand those who are counted in some cell with it, and not each in which: who
    of them waits in none of its cells, since either all who are new in a cell are counted or none.
    """

    def __init__(self, group: str) -> None:
        self._group = group
        self._parts = defaultdict[float, _Part](_Part)

    def add_answers(self, place: Place, many: int, signs: Set[str], before: Counted) -> None:
        for index, own in _as_before(signs, before.batches):
            part = self._parts[index]
            part.cells[name_of(place)] = People(many, many + len(own))
            part.signs |= own
            many += len(own)

    def add_texts(self, signs: Set[str], before: Counted) -> None:
        for index, own in _as_before(signs, before.batches):
            self._parts[index].texts = True
            self._parts[index].signs |= own

    def batches(self) -> Iterator[Batch]:
        for _index, part in sorted(self._parts.items()):
            yield Batch(self._group, part.cells, part.texts, tuple(sorted(part.signs)))


def _as_before(signs: Set[str], batches: Mapping[int, Set[str]]) -> Iterator[tuple[float, Set[str]]]:
    """Those who come back, by the batch with which they came first, and then those who are new."""
    left = set(signs)
    for index, each in batches.items():
        if own := left & each:
            yield index, own
            left -= own
    if left:
        yield inf, left


def _shuffled(responses: Mapping[str, Response]) -> list[str]:
    """What was written, mixed by the texts alone: the order is the same in whatever order the files lie."""
    texts = [one.text.strip() for one in responses.values() if one.text and one.text.strip()]
    return sorted(texts, key=lambda text: sha256(text.encode()).digest())


def _once(places: Sequence[Place]) -> tuple[Place, ...]:
    return tuple(dict.fromkeys(places))
