"""Responses put together: how many of a group chose each step in a cell, and what they wrote.

A group's answers in a cell, and its texts, are counted from the limit on: at least as many people as may be told
of. That goes for those that come later as well, since what they add could be told from the assessment before and after.
Of fewer, nothing leaves this module, not even that there are any; they are counted when there are enough.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from typing import Any, NamedTuple

from crosp_cli.analysis.groups.disclosure import Counts, may_be_shown_of
from crosp_cli.filling.collecting.collected import Batch, Collected, name_of, people
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
    batches, left, fewer, again = [], [], [], set()
    ever, now = collected.among(responses.keys()), people(assessment)
    held, surely = ever.still_in(assessment), ever.still_in(assessment, surely=True)
    for group, own in _by_group(responses, framework).items():
        parts: list[_Part] = []
        for place in framework.places:
            known, there = ever.signs(group, place), held.signs(group, place)
            if may_be_shown_of(len(_new(own, surely.signs(group, place), place).keys() & there), smallest_group):
                fewer.append((group, place))
            new = _enough(_new(own, there, place), known, smallest_group)
            if not new:
                continue
            cell = assessment.cell(place)
            if cell is not None and cell.not_applicable:
                left.append(place)
                continue
            there_now = cell.current_state.group_ratings.get(group, {}) if cell else {}
            added = Counter({**there_now}) + Counter(new.values())
            counts.setdefault(place, {})[group] = {step: added[step] for step in sorted(added)}
            many, back = now[group, place], new.keys() & known
            again |= {group} if back else set()
            for who in filter(None, (*_as_before(back, ever.together(group, place)), new.keys() - known)):
                parts.append(_Part(name_of(place), many + len(who) // 2 + 1, who))
                many += len(who)
        known, read = ever.signs(group, None), held.signs(group, None)
        unread = {sign: one for sign, one in own.items() if sign not in read}
        if taken := _enough(unread, known, smallest_group):
            texts[group] = _shuffled(taken)
            parts.append(_Part(None, 0, taken.keys()))
        together = _batches(group, parts, apart=False)
        was_cut_short = all(one in collected.batches for one in together)  # the list was written, and nothing after it
        is_apart = (group in again or bool(known & taken.keys())) and not was_cut_short
        batches += _batches(group, parts, apart=True) if is_apart else together
    in_order = {place: counts[place] for place in framework.places if place in counts}
    found = {group: written for group, written in texts.items() if written}
    return Tally(in_order, found, tuple(batches), _once(left), frozenset(again), tuple(fewer))


def _by_group(responses: Mapping[str, Response], framework: Framework) -> dict[str, dict[str, Response]]:
    """The responses of each group, the groups in the framework's order."""
    found: dict[str, dict[str, Response]] = {group: {} for group in framework.ids("groups")}
    for sign, one in responses.items():
        found.setdefault(one.group, {})[sign] = one
    return found


def _new(own: Mapping[str, Response], counted: set[str], place: Place) -> dict[str, int]:
    """The step that each of a group chose in a cell, of those who have not been counted there."""
    chosen = {sign: one.steps.get(place.principle, {}).get(place.area) for sign, one in own.items()}
    return {sign: step for sign, step in chosen.items() if step is not None and sign not in counted}


def _enough(new: Mapping[str, Any], known: Set[str], smallest_group: int) -> dict[str, Any]:
    """Those to be taken now: of those that never were, as many as the limit, also where others come in again."""
    never = may_be_shown_of(len(new.keys() - known), smallest_group)
    found = {sign: one for sign, one in new.items() if never or sign in known}
    return found if may_be_shown_of(len(found), smallest_group) else {}


def _as_before(back: Set[str], together: Sequence[tuple[str, ...]]) -> Iterator[Set[str]]:
    """Those who come back, as they came first: an earlier version that has only some of them may come back as well."""
    for one in together:
        yield back & set(one)
        back -= set(one)


class _Part(NamedTuple):
    """Some who are counted in a cell, and how many people are in it as long as they are; in none, whose texts are."""

    cell: str | None
    many: int
    signs: Set[str]


def _batches(group: str, parts: Sequence[_Part], *, apart: bool) -> list[Batch]:
    """What was counted in cells, and whose texts were read, as the list has it.

    Where some are counted again, those apart who are counted in other cells: somebody may wait in one of them, and
    nothing should tell that.
    """

    def kind(part: _Part) -> tuple[bool, list[str]]:
        return (part.cell is None, sorted(part.signs)) if apart else (False, [])

    return [_batch(group, [*each]) for _kind, each in groupby(sorted(parts, key=kind), key=kind)]


def _batch(group: str, parts: Sequence[_Part]) -> Batch:
    cells = {part.cell: part.many for part in parts if part.cell is not None}
    signs = set[str]().union(*(part.signs for part in parts))
    return Batch(group, cells, len(cells) < len(parts), tuple(sorted(signs)))


def _shuffled(responses: Mapping[str, Response]) -> list[str]:
    """What was written, mixed by the texts alone: the order is the same in whatever order the files lie."""
    texts = [one.text.strip() for one in responses.values() if one.text and one.text.strip()]
    return sorted(texts, key=lambda text: sha256(text.encode()).digest())


def _once(places: Sequence[Place]) -> tuple[Place, ...]:
    return tuple(dict.fromkeys(places))
