"""Which answers of groups may be shown: the one rule that everything with group results in it goes through.

A *table* is the answers in one cell of one assessment: for each group, how many people chose each step. People of one
unit who answer at one level meet in many tables, cell by cell and occasion by occasion: in their *series*. The *limit*
is `privacy.smallest_group` of the project (default 5).

1. In each table, a group of at least the limit is a *block*. The smaller groups that the framework places in one arena
   are a block together if there are at least two of them and they are at least the limit (and three people, since the
   median of two tells what both answered). Nobody is in two blocks, and other answers are in none.
2. A block of several groups is shown only if no table of the series, from the same or an earlier day, has another block
   with any of these groups. A block of one group is shown unless a table from an earlier day has it in a block with
   others. No block is shown where the series has a file, not known to be from a later day, that cannot be read.
3. Of a block that is shown, only which groups it is and what `agreement` tells are told, never how many people it is or
   how many chose a step. Of all other answers only that there are some.

What follows from it, what does not, and what the tests prove stands in docs/development/disclosure.md.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from crosp_cli.model.assessment import Assessment, Place
from crosp_cli.model.framework import Framework
from crosp_cli.reading.loaded import Unread

T = TypeVar("T")

Counts = Mapping[int, int]
"""How many people chose each step."""

Block = tuple[str, ...]
"""The groups whose answers are taken together, in the framework's order."""

FEWEST_TOGETHER = 3
"""The fewest people that small groups make up together; the median of two would be what each of them answered."""


class Answers(NamedTuple):
    """What analysis may know of a block that is shown. Counts go no further than to `analysis.agreement`."""

    groups: Block
    counts: Counts


class Disclosed(NamedTuple):
    """What may be told of the group ratings in one cell."""

    blocks: tuple[Answers, ...]
    """In the framework's order."""
    held_back: bool
    """Whether there are answers that are not shown. Not how many, and not whose."""
    not_asked: tuple[str, ...]
    """Groups that took part in the assessment or are expected at its level, and have not answered here."""


def disclosed(
    assessment: Assessment,
    framework: Framework,
    smallest_group: int,
    series: Iterable[Assessment | Unread],
    school_forms: tuple[str, ...] = (),
) -> dict[Place, Disclosed]:
    """Return what may be told of each cell in which any group has answered.

    `series` is the other assessments of the same unit and level in the project, those that cannot be read included.
    Those from a later day do not count. It is gone through only where there is such a cell. `school_forms` are the
    unit's, and decide who is expected.
    """
    tables = dict(_tables(assessment))
    if not tables:
        return {}
    rule = _Rule(framework, smallest_group, assessment, series, school_forms)
    return {place: rule.disclosed(ratings) for place, ratings in tables.items()}


def participants(assessment: Assessment, smallest_group: int) -> tuple[tuple[str, int | None], ...]:
    """Return the groups that took part, and how many of each: None if not stated, or fewer than may be shown."""
    return tuple(
        (part.group, headcount(part.count, smallest_group)) for part in assessment.participants if part.count != 0
    )


def headcount(number: int | None, smallest_group: int) -> int | None:
    """Return how many of a group took part; None if that is not stated, or they are fewer than may be shown."""
    return number if number is not None and number >= smallest_group else None


class Rough(Enum):
    """What is told of a number that would point somebody out: on which side of the others it lies."""

    FEW = "few"
    MOST = "most"
    SOME = "some"
    """Neither none nor all, of a group in which those or the others have to be few."""


def may_be_shown_of(number: int, smallest_group: int) -> bool:
    """Return whether anything may be told of what so many have answered, or of how so many units stand."""
    return number >= max(smallest_group, 1)


def part_of(number: int, of: int, smallest_group: int) -> int | Rough:
    """Return how many of a group it is, or roughly where those, or all the others, are too few to be shown.

    At least two numbers fit what is told roughly, from a limit of three.
    """
    if 0 < number < of < 2 * smallest_group:
        return Rough.SOME
    if 0 < number < smallest_group:
        return Rough.FEW
    return Rough.MOST if 0 < of - number < smallest_group else number


class _Rule:
    """The rule for one assessment: the blocks of its tables, and the tables they must not be compared with."""

    def __init__(
        self,
        framework: Framework,
        limit: int,
        assessment: Assessment,
        series: Iterable[Assessment | Unread],
        school_forms: tuple[str, ...],
    ) -> None:
        self.groups = _Groups(framework, limit)
        self.present = _present(assessment, framework, school_forms)
        unread, before = _before(assessment, series)
        self.all_known = not unread
        every = ((one.date, _blocks_in(_Itself(one), _Itself(framework), limit)) for one in (assessment, *before))
        met = [(day, block) for day, blocks in every for block in blocks]
        self.met: dict[str, set[Block]] = {}
        for _day, block in met:
            for group in block:
                self.met.setdefault(group, set()).add(block)
        self.together_before = {
            group for day, block in met if day < assessment.date and len(block) > 1 for group in block
        }

    def disclosed(self, ratings: Mapping[str, Counts]) -> Disclosed:
        """Return what may be told of one table."""
        shown = [block for block in self.groups.blocks(ratings) if self.may_be_shown(block)]
        answered = {group for group, counts in ratings.items() if _people(counts)}
        return Disclosed(
            blocks=tuple(Answers(block, _together(ratings[group] for group in block)) for block in shown),
            held_back=bool(answered.difference(*shown)),
            not_asked=tuple(group for group in self.present if group not in answered),
        )

    def may_be_shown(self, block: Block) -> bool:
        """Whether no other table shows these groups in another way, as far as there is anybody who can tell."""
        if not self.all_known:
            return False
        if len(block) == 1:
            return self.together_before.isdisjoint(block)
        return all(self.met[group] == {block} for group in block)


class _Groups:
    """The groups of a framework, and from how many people on each may be shown."""

    def __init__(self, framework: Framework, limit: int) -> None:
        self.limit = limit
        self.arenas = {group.id: group.arena for group in framework.head.groups if group.arena}
        self.order = {group.id: number for number, group in enumerate(framework.head.groups)}

    def blocks(self, ratings: Mapping[str, Counts]) -> list[Block]:
        """The blocks of a table, of which each group is in one at most: a function of the table alone."""
        in_order = sorted(ratings, key=lambda group: (self.order.get(group, len(self.order)), group))
        people = {group: number for group in in_order if (number := _people(ratings[group]))}
        alone: list[Block] = [(group,) for group, number in people.items() if number >= self.limit]
        small: dict[str, list[str]] = {}
        for group, number in people.items():
            if number < self.limit and group in self.arenas:
                small.setdefault(self.arenas[group], []).append(group)
        enough = max(self.limit, FEWEST_TOGETHER)
        together = [tuple(groups) for groups in small.values() if sum(people[group] for group in groups) >= enough]
        place = {group: number for number, group in enumerate(in_order)}
        return sorted([*alone, *together], key=lambda block: place[block[0]])


class _Itself(Generic[T]):
    """What is the same as itself alone: to compare two assessments takes as long as to go through them."""

    def __init__(self, one: T) -> None:
        self.one = one

    def __hash__(self) -> int:
        return id(self.one)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and self.one is other.one


@lru_cache(maxsize=10_000)  # each later one of a series asks it of all that were before
def _blocks_in(assessment: _Itself[Assessment], framework: _Itself[Framework], limit: int) -> frozenset[Block]:
    groups = _Groups(framework.one, limit)
    return frozenset(block for _place, ratings in _tables(assessment.one) for block in groups.blocks(ratings))


def _present(assessment: Assessment, framework: Framework, school_forms: tuple[str, ...]) -> tuple[str, ...]:
    """The groups whose answers one may ask for, in the framework's order: they took part, or are expected."""
    took_part = [part.group for part in assessment.participants if part.count != 0]
    known = [group.id for group in framework.head.groups]
    expected = {group.id for group in framework.head.groups if group.is_expected(assessment.level, school_forms)}
    return tuple(dict.fromkeys([*(group for group in known if group in expected.union(took_part)), *took_part]))


def _before(assessment: Assessment, series: Iterable[Assessment | Unread]) -> tuple[list[Unread], list[Assessment]]:
    """Those that are not known to be from a later day: such as cannot be read, and such as can."""
    unread, found = [], []
    for one in series:
        if one.date is not None and one.date > assessment.date:
            continue
        if isinstance(one, Unread):
            unread.append(one)
        elif (one.unit, one.level) == (assessment.unit, assessment.level):
            found.append(one)
    return unread, found


def _tables(assessment: Assessment) -> Iterator[tuple[Place, Mapping[str, Counts]]]:
    """Each cell in which anyone has answered, with the answers."""
    for place, cell in assessment.each_cell():
        ratings = cell.current_state.group_ratings
        if any(_people(counts) for counts in ratings.values()):
            yield place, ratings


def _people(counts: Counts) -> int:
    return sum(counts.values())


def _together(tables: Iterable[Counts]) -> Counts:
    found: Counter[int] = Counter()
    for counts in tables:
        found.update(counts)
    return found
