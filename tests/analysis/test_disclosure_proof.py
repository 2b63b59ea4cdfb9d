"""The statements of docs/development/disclosure.md, each tried by its number against all that there is to try.

A reader knows how many of each group answered, and sees all that is told. Of each group, at least two distributions
must fit, and at no step may only one number of people fit.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import combinations, combinations_with_replacement, product
from pathlib import Path

import pytest

from crosp_cli.analysis.groups.agreement import Agreement, agreement
from crosp_cli.analysis.groups.disclosure import Answers, Disclosed, disclosed, headcount, participants
from crosp_cli.editing.migration.content import migrated
from crosp_cli.model.assessment import Assessment
from crosp_cli.model.framework import Scale
from crosp_cli.model.migrations import Migration
from crosp_cli.reading.loaded import Unread

from .small import AA, AB, assessment, cell, framework, named

PAGE = Path(__file__).parents[2] / "docs" / "development" / "disclosure.md"

PEOPLE = range(3, 13)
STEPS = range(2, 6)

Distribution = tuple[int, ...]
"""How many people stand at each step."""


@cache
def distributions(people: int, steps: int) -> tuple[Distribution, ...]:
    """Every way in which people can stand at steps."""
    answers = combinations_with_replacement(range(steps), people)
    return tuple(tuple(map(one.count, range(steps))) for one in answers)


@cache
def scale(steps: int) -> Scale:
    return framework(steps=tuple(range(steps))).head.scale


def seen(*blocks: Distribution) -> Agreement:
    """What is told of blocks that may be shown."""
    answers = (Answers((str(number),), dict(enumerate(counts))) for number, counts in enumerate(blocks))
    return agreement(Disclosed(tuple(answers), held_back=False, not_asked=()), scale(len(blocks[0])))


@cache
def fitting(people: int, steps: int) -> Mapping[Agreement, Sequence[Distribution]]:
    """For all that can be told of a block, the distributions that fit."""
    found = defaultdict(list)
    for counts in distributions(people, steps):
        found[seen(counts)].append(counts)
    return found


def is_open(found: Iterable[Distribution]) -> bool:
    """Whether at least two distributions fit, and at least two numbers of people at each step."""
    return all(len(set(numbers)) > 1 for numbers in zip(*found, strict=True))


# --- within a table ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("steps", STEPS)
def test_1_what_a_block_answered_together_is_open(steps: int) -> None:
    for people in PEOPLE:
        for told, found in fitting(people, steps).items():
            assert is_open(found), (people, told, found)


@pytest.mark.parametrize("steps", STEPS[1:])
def test_1_the_scale_has_no_better_end(steps: int) -> None:
    """Turned around, answers are told turned around. On two steps, where none lies inside, the lower one is told."""
    last = steps - 1
    for people in PEOPLE:
        for counts in distributions(people, steps):
            [one], [other] = seen(counts).groups, seen(counts[::-1]).groups
            assert (last - one.middle[1], last - one.middle[0], one.divided) == (*other.middle, other.divided)


@pytest.mark.parametrize("steps", STEPS)
def test_2_what_each_group_of_a_block_answered_is_open(steps: int) -> None:
    """Of some people in a block, how many stand at a step is limited by how many of the block do, and of the others."""
    for people in PEOPLE:
        for told, found in fitting(people, steps).items():
            for some in range(1, people):
                for step in range(steps):
                    least = min(max(0, counts[step] - (people - some)) for counts in found)
                    most = max(min(some, counts[step]) for counts in found)
                    assert least < most, (people, some, step, told)


@pytest.mark.parametrize("steps", STEPS)
def test_3_which_groups_differ_follows_from_the_middles(steps: int) -> None:
    known: dict[object, object] = {}
    every = [counts for people in (3, 4, 5, 6) for counts in distributions(people, steps)]
    one_of_each = {told.groups: counts for counts in every for told in [seen(counts)]}
    for one, other in product(one_of_each.values(), every[:: max(1, len(every) // 60)]):
        told = seen(one, other)
        middles = tuple(group.middle for group in told.groups)
        assert known.setdefault(middles, told.differ and told.differ[0][0].groups) == (
            told.differ and told.differ[0][0].groups
        )


GROUPS = [
    named("large", arena="one", expected_at=["school"]),
    named("x", arena="one"),
    named("y", arena="one"),
    named("z", arena="one"),
    named("small", arena="two"),
    named("nowhere"),
]
FRAMEWORK = framework(groups=GROUPS, arenas=[named("one"), named("two")], steps=(0, 1, 2))

Table = Mapping[str, Distribution]


def answered(*tables: Table, day: str = "2026-10-15") -> Assessment:
    cells = {
        place: cell(groups={group: dict(enumerate(counts)) for group, counts in table.items()})
        for place, table in zip((AA, AB), tables, strict=False)
    }
    return assessment(cells, day)


def together(table: Table) -> Distribution:
    return tuple(map(sum, zip(table["x"], table["y"], strict=True)))


def test_4_all_that_is_told_of_a_table_leaves_each_group_open() -> None:
    small = ((2, 0, 0), (0, 1, 1))
    every = product(distributions(6, 3), distributions(2, 3), distributions(3, 3), small)
    found = defaultdict(list)
    for answers in every:
        table = dict(zip(("large", "x", "y", "small"), answers, strict=True))
        found[agreement(disclosed(answered(table), FRAMEWORK, 5, ())[AA], scale(3))].append(table)
    assert len(found) == (3 + 1) * 3, "three middles of each block, and one of the large one that is divided"
    for told, fit in found.items():
        assert told.held_back
        assert [result.groups for result in told.groups] == [("large",), ("x", "y")]
        assert all(is_open(table[group] for table in fit) for group in ("large", "x", "y")), told
        assert {table["small"] for table in fit} == {*small}
        independent = len({table["large"] for table in fit}) * len({(table["x"], table["y"]) for table in fit})
        assert len(fit) == independent * len(small)


def test_4_who_of_those_shown_together_answered_what_changes_nothing() -> None:
    told = defaultdict(set)
    for x, y in product(distributions(2, 3), distributions(3, 3)):
        table = {"x": x, "y": y}
        told[together(table)].add(agreement(disclosed(answered(table), FRAMEWORK, 5, ())[AA], scale(3)))
    assert {len(found) for found in told.values()} == {1}


# --- which groups are shown -------------------------------------------------------------------------------------

Heads = tuple[int, ...]
"""How many of x, y, z and of a group that has no arena answered."""

NAMES = ("x", "y", "z", "nowhere")
DAYS = ("2025-10-15", "2026-10-15", "2027-10-15")


@cache
def at(heads: Heads, day: str = DAYS[1], beside: Heads = ()) -> Assessment:
    tables = [{name: (0, n, 0) for name, n in zip(NAMES, one, strict=False)} for one in (heads, beside) if one]
    return answered(*tables, day=day)


Block = tuple[str, ...]


def shown(now: Assessment, series: Iterable[Assessment | Unread] = (), limit: int = 5) -> list[tuple[int, Block]]:
    """The blocks that are shown of an assessment, each with the number of its table."""
    found = disclosed(now, FRAMEWORK, limit, series)
    return [
        (number, one.groups) for number, place in enumerate((AA, AB)) if place in found for one in found[place].blocks
    ]


def headcounts(*sizes: int) -> Iterator[Heads]:
    """Every number of people in x, y and z."""
    return product(sizes, repeat=3)


@pytest.mark.parametrize("limit", [3, 4, 5])
def test_5_a_block_is_large_enough_and_all_that_is_small_in_an_arena(limit: int) -> None:
    for heads in product(range(limit + 2), repeat=4):
        people = dict(zip(NAMES, heads, strict=True))
        small = tuple(name for name in NAMES[:3] if 0 < people[name] < limit)
        blocks = {block for _table, block in shown(at(heads), limit=limit)} if any(heads) else set()
        expected = {(name,) for name in NAMES if people[name] >= limit}
        if len(small) > 1 and sum(people[name] for name in small) >= max(limit, 3):
            expected.add(small)
        assert blocks == expected


@pytest.mark.parametrize("limit", [3, 5])
def test_6_no_group_is_in_two_blocks_of_a_table(limit: int) -> None:
    for heads in headcounts(0, 1, 2, limit - 1, limit):
        met = Counter(name for _table, block in shown(at(heads), limit=limit) for name in block)
        assert max(met.values(), default=1) == 1


def apart(one: Block, other: Block) -> bool:
    return one == other or not set(one) & set(other)


SIZES = (0, 2, 4, 5)


def pairs() -> Iterator[tuple[Heads, Heads]]:
    """Every two tables of three groups of which none differs from the others in kind."""
    return product(combinations_with_replacement(SIZES, 3), headcounts(*SIZES))


def test_7_two_cells_of_an_assessment() -> None:
    for one, other in pairs():
        found = shown(at(one, DAYS[1], other))
        assert all(apart(a, b) for (_, a), (_, b) in combinations(found, 2)), (one, other)


def test_7_two_assessments_of_one_day() -> None:
    for one, other in pairs():
        found = [*shown(at(one), [at(other)]), *shown(at(other), [at(one)])]
        assert all(apart(a, b) for (_, a), (_, b) in combinations(found, 2)), (one, other)


@pytest.mark.parametrize("later_first", [False, True])
def test_7_two_occasions(*, later_first: bool) -> None:
    for one, other in pairs():
        before, after = (other, one) if later_first else (one, other)
        earlier, later = at(before, DAYS[0]), at(after, DAYS[1])
        found = [*shown(earlier, [later]), *shown(later, [earlier])]
        assert all(apart(a, b) for (_, a), (_, b) in combinations(found, 2)), (one, other)


def test_7_what_one_table_shows_another_may() -> None:
    """Not more is held back than that: the same blocks are shown on each occasion, and in each cell."""
    for heads in headcounts(*SIZES):
        alone = shown(at(heads))
        assert shown(at(heads), [at(heads, DAYS[0]), at(heads)]) == alone
        assert shown(at(heads, DAYS[1], heads)) == [(table, block) for table in (0, 1) for _, block in alone]


def test_8_another_assessment_only_holds_back() -> None:
    sizes = (0, 3, 5)
    for now, one, other in product(combinations_with_replacement(sizes, 3), headcounts(*sizes), headcounts(0, 3)):
        few, more = [at(one, DAYS[0])], [at(one, DAYS[0]), at(other)]
        assert set(shown(at(now), more)) <= set(shown(at(now), few)) <= set(shown(at(now))), (now, one, other)


def test_9_a_later_day_changes_nothing() -> None:
    for now, other in pairs():
        assert shown(at(now), [at(other, DAYS[2])]) == shown(at(now))


@pytest.mark.parametrize(("day", "holds_back"), [(None, True), (DAYS[0], True), (DAYS[1], True), (DAYS[2], False)])
def test_10_what_cannot_be_read_holds_back(day: str | None, *, holds_back: bool) -> None:
    unread = Unread("a.yaml", date.fromisoformat(day) if day else None)
    for heads in headcounts(*SIZES):
        assert shown(at(heads), [unread]) == ([] if holds_back else shown(at(heads)))


def test_11_a_number_of_participants_is_told_only_from_the_limit_on() -> None:
    for limit in range(3, 8):
        told = defaultdict(set)
        for count in (None, *range(1, 12)):
            [(_, number)] = participants(assessment(participants=[{"group": "x", "count": count}]), limit)
            assert number == headcount(count, limit)
            told[number].add(count)
        assert told.pop(None) == {None, *range(1, limit)}
        assert all(found == {number} for number, found in told.items() if number is not None)
        assert min(number for number in told if number is not None) == limit


@pytest.mark.parametrize("new", [*product((0, 1, None), repeat=3)])
def test_12_what_a_migration_does_is_the_same_whichever_steps_were_chosen(new: tuple[int | None, ...]) -> None:
    scale = {str(old): step if step is None else str(step) for old, step in enumerate(new)}
    names = {"areas": {"a": "a", "b": "a"}, "groups": {"x": "z", "y": "z", "w": None}, "scale": scale}
    migration = Migration.model_validate({"from": "small@0", **names})
    for sizes in ({"a": (1,)}, {"a": (1, 2)}, {"a": (2, 1, 1)}, {"a": (1,), "b": (1,)}, {"a": (1, 1), "b": (2,)}):
        tables = (product(*(distributions(people, 3) for people in groups)) for groups in sizes.values())
        assert len({carried_over(migration, dict(zip(sizes, cells, strict=True))) for cells in product(*tables)}) == 1


def carried_over(migration: Migration, cells: Mapping[str, Sequence[Distribution]]) -> str:
    """What a migration does to the groups x, y and w in cells of a row, and tells of it."""
    row = {
        area: {"current_state": {"group_ratings": {g: written(d) for g, d in zip("xyw", table, strict=False)}}}
        for area, table in cells.items()
    }
    data = {"framework": "small@0", "level": "school", "unit": "u", "cells": {"a": row}}
    done = migrated(data, migration, framework())
    groups = [list((one.content.get("current_state") or {}).get("group_ratings") or ()) for one in done.cells]
    return str((done.kept, done.renamed, done.stepped, groups, [one.made_anew for one in done.cells]))


def written(counts: Distribution) -> dict[str, str]:
    return {str(step): str(people) for step, people in enumerate(counts) if people}


# --- the page and the tests -------------------------------------------------------------------------------------


def test_each_statement_has_a_test_with_its_number_and_no_test_has_another() -> None:
    promised = PAGE.read_text("utf-8").partition("## What is promised")[2].partition("\n## ")[0]
    stated = [int(number) for number in re.findall(r"^(\d+)\. ", promised, re.MULTILINE)]
    tried = {int(found[1]) for name in globals() if (found := re.match(r"test_(\d+)_", name))}
    assert stated == sorted(tried) == list(range(1, len(stated) + 1))
