"""Which responses have been counted, so that each counts once however often it is given: a file beside the assessment.

It holds signs that are drawn at random and the cells that they were counted in, never what anyone answered. It is a
log: each batch says how many people of its group the assessment had in a cell before and after, and is never changed.
So the number that stands there now tells which of them the assessment holds, also where an earlier version of it has
been brought back, and where a run was cut short: the list is written before the assessment.
"""

import json
from bisect import bisect_left
from codecs import BOM_UTF8
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import asdict, dataclass
from typing import Annotated, Literal, NamedTuple

from pydantic import BaseModel, BeforeValidator

from crosp_cli.model.assessment import Assessment, Place


class NotAListError(Exception):
    """The file is no list of what has been counted."""


class People(NamedTuple):
    """How many people of a group an assessment had in a cell before some were counted in it, and after."""

    before: int
    after: int


def _with_before(people: object) -> object:
    """A list of crosp 0.1.0 before its release has only how many there are at least where more than half are in."""
    return (people - 1, people) if type(people) is int else people


@dataclass(frozen=True, slots=True)
class Batch:
    """Responses of a group that were counted together: in some cells, and with their texts or without."""

    group: str
    cells: Mapping[str, Annotated[People, BeforeValidator(_with_before)]]
    texts: bool
    responses: tuple[str, ...]
    """Their signs in alphabetical order, which tells nothing: they are drawn at random."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Whose answers of a group in a cell, or whose texts, have been counted."""

    batches: Mapping[int, Set[str]]
    """The signs of each batch, by its place in the list."""
    there: Set[str]
    """Those whom the assessment holds."""
    unsure: Set[str]
    """Those of whom that is not known."""

    @property
    def ever(self) -> Set[str]:
        """All of them."""
        return set().union(*self.batches.values())


NOBODY = Counted({}, frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class Collected:
    """All that has been counted, in the order in which it was."""

    batches: tuple[Batch, ...] = ()

    def counted(
        self, given: frozenset[str], now: Mapping[tuple[str, Place], int]
    ) -> dict[tuple[str, Place | None], Counted]:
        """Return which of the given were counted, by group and cell; under None, whose texts were taken.

        A text is where the answers that were counted with it are, in any cell; by itself it stays.

        Args:
            given: signs of responses.
            now: how many people of each group the assessment has in each cell.
        """
        in_cells = defaultdict[tuple[str, Place], list[tuple[int, People]]](list)
        with_texts = defaultdict[str, list[int]](list)
        signs, held = [], set[int]()
        for index, one in enumerate(self.batches):
            signs.append(given.intersection(one.responses))
            for cell, many in one.cells.items():
                in_cells[one.group, _place(cell)].append((index, many))
            if one.texts:
                with_texts[one.group].append(index)
            if not one.cells:
                held.add(index)
        found: dict[tuple[str, Place | None], Counted] = {}
        for at, each in in_cells.items():
            indexes, steps = zip(*each, strict=True)
            there, unsure = ([indexes[number] for number in some] for some in _held(steps, now.get(at, 0)))
            held.update(there, unsure)
            found[at] = _counted(indexes, there, unsure, signs)
        for group, order in with_texts.items():
            found[group, None] = _counted(order, held.intersection(order), (), signs)
        return found

    def with_new(self, batches: Sequence[Batch]) -> "Collected":
        """Return it with what was counted last, some of which stands last in its cells already: a run was cut short."""
        new, later, signs = list(batches), set[tuple[str, str]](), {one.responses for one in batches}
        for one in reversed(self.batches):
            cells = {(one.group, cell) for cell in one.cells}
            if one.responses not in signs or cells & later or one not in new:
                later |= cells
            else:
                new.remove(one)
        return Collected((*self.batches, *new))


class _File(BaseModel):
    """The file, each value of the type that it has there."""

    format: Literal["crosp-collected/1"]
    collected: tuple[Batch, ...]


def name_of(place: Place) -> str:
    """Return what the list calls a cell."""
    return f"{place.principle}/{place.area}"


def _place(name: str) -> Place:
    return Place(*name.partition("/")[::2])


def people(assessment: Assessment) -> Counter[tuple[str, Place]]:
    """Return how many of each group the assessment has in each cell."""
    return Counter(
        {
            (group, place): sum(steps.values())
            for place, cell in assessment.each_cell()
            for group, steps in cell.current_state.group_ratings.items()
        }
    )


def as_json(collected: Collected) -> bytes:
    """Return the list as a file holds it."""
    content = {"format": "crosp-collected/1", "collected": [asdict(one) for one in collected.batches]}
    return (json.dumps(content, indent=1) + "\n").encode()


def from_json(content: bytes) -> Collected:
    """Return the list that a file holds.

    Raises:
        NotAListError: it holds something else.
    """
    try:
        return Collected(_File.model_validate_json(content.removeprefix(BOM_UTF8), strict=True).collected)
    except ValueError:
        raise NotAListError from None


def _held(batches: Sequence[People], now: int) -> tuple[list[int], list[int]]:
    """Which batches in a cell are among the people who are there now, and of which that is not known.

    From the last one back: where exactly as many people are there as before or after a batch, that version is back, and
    those counted later are out. Else somebody has changed the number by hand. Then the last batch is in if more than
    half of it can be, since a number that is put right by one or two takes nobody out.

    Of 0 to 6, 6 to 11 and, from nothing again, 0 to 5: where 11 are, the first two are; where 6 are, the first; where 5
    or 4 are, the last; where 2 are, that is not known of any.
    """
    seen = defaultdict[int, list[int]](list)
    for at, one in enumerate(batches):
        for many in one:
            seen[many].append(at)
    there, unsure, end = [], [], len(batches)
    while end and now:
        earlier = bisect_left(seen[now], end) if now in seen else 0
        end = seen[now][earlier - 1] if earlier else end - 1
        before, after = batches[end]
        if (now == after) if earlier else (2 * (now - before) > after - before):
            there.append(end)
            now = before
        elif not earlier:
            unsure.append(end)
    return there, unsure


def _counted(order: Iterable[int], there: Iterable[int], unsure: Iterable[int], signs: Sequence[Set[str]]) -> Counted:
    def of(some: Iterable[int]) -> Iterator[Set[str]]:
        return (signs[index] for index in some)

    sure = set[str]().union(*of(there))
    return Counted({index: signs[index] for index in order if signs[index]}, sure, set().union(*of(unsure)) - sure)
