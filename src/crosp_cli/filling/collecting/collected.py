"""Which responses have been counted, so that each counts once however often it is given: a file beside the assessment.

It holds signs that are drawn at random and the cells that they were counted in, never what anyone answered. A batch is
written before the assessment that it is counted in. Where the assessment has in each of its cells hardly more people
than before, it was never brought in, or has been taken out since, and its responses count again; so they do in a cell
that has nobody of the group any more. That somebody puts a number right by one or two takes nobody out. What is out
stays in the list until it has been counted again: those that never were do not come in alone beside it, where the
assessment from before would tell them apart.
"""

import json
from codecs import BOM_UTF8
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from typing import Literal

from pydantic import BaseModel

from crosp_cli.model.assessment import Assessment, Place


class NotAListError(Exception):
    """The file is no list of what has been counted."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Responses of a group that were counted together: in some cells, and with their texts or without."""

    group: str
    cells: Mapping[str, int]
    """How many people of the group the assessment has in each of the cells that they were counted in, as long as they
    are there: those that it had before, and more than half of them."""
    texts: bool
    responses: tuple[str, ...]
    """Their signs in alphabetical order, which tells nothing: they are drawn at random."""


@dataclass(frozen=True)
class Collected:
    """All that has been counted."""

    batches: tuple[Batch, ...] = ()

    @cached_property
    def _by_part(self) -> Mapping[tuple[str, Place | None], Sequence[tuple[str, ...]]]:
        """The signs of each batch, by group and cell; under None, whose texts were taken."""
        found = defaultdict(list)
        for one in self.batches:
            for part in (*map(_place, one.cells), *([None] if one.texts else [])):
                found[one.group, part].append(one.responses)
        return found

    def together(self, group: str, part: Place | None) -> Sequence[tuple[str, ...]]:
        """Return the signs of the responses of a group that were counted in a cell, batch by batch; in none, whose text
        was taken."""
        return self._by_part.get((group, part), ())

    def signs(self, group: str, part: Place | None) -> set[str]:
        """Return all those signs."""
        return set().union(*self.together(group, part))

    def among(self, given: Set[str]) -> "Collected":
        """Return what it says of some responses only, however many others it has."""
        own = (replace(one, responses=tuple(sign for sign in one.responses if sign in given)) for one in self.batches)
        return Collected(tuple(one for one in own if one.responses))

    def still_in(self, assessment: Assessment, *, surely: bool = False) -> "Collected":
        """Return what the assessment still holds, of each batch in the cells that have anybody of the group.

        Surely, it does in those that have as many as they had then. It decides what is counted, and not what is kept: a
        cell may come back as it was, as one that does not apply for a time.
        """
        now = people(assessment)
        held = (one for one in self.batches if _is_in(one, now))
        return Collected(tuple(_in_cells(one, now, surely=surely) for one in held))

    def with_new(self, batches: Sequence[Batch], given: frozenset[str], assessment: Assessment) -> "Collected":
        """Return it with more batches, which do not hide what the assessment does not hold, surely or at all.

        Those of `given` that have come in with them are as they were first, which may come back.
        """
        now, more = people(assessment), Counter[tuple[str, Place]]()
        for one in batches:
            for cell, many in one.cells.items():
                at = (one.group, _place(cell))
                more[at] += min(len(one.responses), 2 * (many - now[at]) - 1)
        kept = []
        for one in self.batches:
            is_in, cells, again = _is_in(one, now), {}, {}
            for cell, many in one.cells.items():
                at = (one.group, _place(cell))
                if now[at] >= many or not more[at]:
                    cells[cell] = many
                elif is_in and now[at]:
                    cells[cell] = many + more[at]
                else:
                    again[cell] = many
            came = tuple(sign for sign in one.responses if sign in given)
            if came == one.responses:
                cells, again = cells | again, {}
            kept += [replace(one, cells=cells)] if cells or one.texts else []
            kept += [Batch(one.group, again, texts=False, responses=came)] if again and came else []
        once = {(one.group, frozenset(one.cells.items()), one.texts, one.responses): one for one in (*kept, *batches)}
        return Collected(tuple(once.values()))


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


def _in_cells(batch: Batch, now: Counter[tuple[str, Place]], *, surely: bool = False) -> Batch:
    cells = {
        cell: many for cell, many in batch.cells.items() if now[batch.group, _place(cell)] >= (many if surely else 1)
    }
    return replace(batch, cells=cells)


def _is_in(batch: Batch, now: Counter[tuple[str, Place]]) -> bool:
    return not batch.cells or bool(_in_cells(batch, now, surely=True).cells)
