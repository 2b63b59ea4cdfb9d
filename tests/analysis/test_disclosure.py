"""What may be shown of groups: the rule's three parts, as tables of answers and what is let through."""

from collections.abc import Mapping
from typing import Any

import pytest

from crosp_cli.analysis.groups.disclosure import Block, Disclosed, disclosed, participants
from crosp_cli.model.assessment import Assessment

from .builders import AA, AB, answered, assessment, framework

NURSES, COUNSELLORS, TEACHERS = ("nurses",), ("counsellors",), ("teachers",)
TOGETHER = ("nurses", "counsellors")


def people(**groups: int) -> dict[str, Any]:
    """Return a cell in which so many of each group answered, all at one step."""
    return answered(**{group: {1: number} for group, number in groups.items()})


def told(one: Assessment, *series: Assessment, limit: int = 5) -> Mapping[Any, Disclosed]:
    return disclosed(one, framework(), limit, series)


def blocks(found: Disclosed) -> list[Block]:
    return [answers.groups for answers in found.blocks]


@pytest.mark.parametrize(
    ("limit", "groups", "shown", "held_back"),
    [
        (5, {"teachers": 5}, [TEACHERS], False),
        (5, {"teachers": 4}, [], True),
        (5, {"teachers": 5, "guardians": 4}, [TEACHERS], True),
        (5, {"nurses": 2, "counsellors": 3}, [TOGETHER], False),
        (5, {"nurses": 2, "counsellors": 2}, [], True),
        (5, {"nurses": 2, "counsellors": 1, "psychologists": 2}, [(*TOGETHER, "psychologists")], False),
        (5, {"nurses": 5, "counsellors": 4}, [NURSES], True),
        (5, {"nurses": 4, "teachers": 4}, [], True),  # two arenas
        (5, {"guardians": 4, "nurses": 1}, [], True),  # no arena at all
        (5, {"nurses": 5, "counsellors": 2, "psychologists": 3}, [NURSES, ("counsellors", "psychologists")], False),
        (2, {"nurses": 1, "counsellors": 1}, [], True),  # the median of two tells what both answered
        (2, {"nurses": 1, "counsellors": 1, "psychologists": 1}, [(*TOGETHER, "psychologists")], False),
        (2, {"nurses": 2}, [NURSES], False),
        (1, {"nurses": 1}, [NURSES], False),
        (0, {"nurses": 1}, [NURSES], False),
        (5, {"teachers": 5, "nurses": 0}, [TEACHERS], False),  # nobody answered, so nothing is held back
    ],
)
def test_the_blocks_of_one_table(limit: int, groups: dict[str, int], shown: list[Block], held_back: bool) -> None:
    found = told(assessment({AA: people(**groups)}), limit=limit)[AA]
    assert (blocks(found), found.held_back) == (shown, held_back)


def test_blocks_stand_in_the_frameworks_order_and_unknown_groups_last() -> None:
    cell = people(zoologists=5, guardians=5, nurses=5, artists=5)
    assert blocks(told(assessment({AA: cell}))[AA]) == [NURSES, ("guardians",), ("artists",), ("zoologists",)]


def test_the_answers_of_a_block_are_added_up() -> None:
    cell = answered(nurses={0: 1, 2: 1}, counsellors={0: 2, 3: 1})
    (answers,) = told(assessment({AA: cell}))[AA].blocks
    assert dict(answers.counts) == {0: 3, 2: 1, 3: 1}


def test_a_cell_in_which_nobody_answered_is_not_told_of() -> None:
    assert told(assessment({AA: people(teachers=0), AB: {"current_state": {"rating": 1}}})) == {}


SMALL = {"nurses": 2, "counsellors": 3}
LARGE = {"nurses": 5, "counsellors": 5}
OTHERS = {"counsellors": 2, "psychologists": 3}


@pytest.mark.parametrize(
    ("here", "there", "shown"),
    [
        (SMALL, SMALL, [TOGETHER]),
        (SMALL, LARGE, []),  # one could be taken from the other
        (SMALL, OTHERS, []),
        (SMALL, {"teachers": 5}, [TOGETHER]),
        (LARGE, SMALL, [NURSES, COUNSELLORS]),
    ],
)
def test_another_cell_of_the_same_assessment(here: Any, there: Any, shown: list[Block]) -> None:
    assert blocks(told(assessment({AA: people(**here), AB: people(**there)}))[AA]) == shown


@pytest.mark.parametrize(
    ("here", "there", "day", "shown"),
    [
        (SMALL, LARGE, "2026-04-15", []),
        (SMALL, LARGE, "2026-10-15", []),
        (SMALL, LARGE, "2026-10-16", [TOGETHER]),  # what comes later changes nothing
        (SMALL, SMALL, "2026-04-15", [TOGETHER]),
        (LARGE, SMALL, "2026-04-15", []),  # together before
        (LARGE, SMALL, "2026-10-15", [NURSES, COUNSELLORS]),
        (LARGE, SMALL, "2026-10-16", [NURSES, COUNSELLORS]),
        (LARGE, LARGE, "2026-04-15", [NURSES, COUNSELLORS]),
        (LARGE, OTHERS, "2026-04-15", [NURSES]),
    ],
)
def test_another_occasion(here: Any, there: Any, day: str, shown: list[Block]) -> None:
    other = assessment({AB: people(**there)}, date=day, occasion="other")
    assert blocks(told(assessment({AA: people(**here)}), other)[AA]) == shown


@pytest.mark.parametrize("other", [{"unit": "dale"}, {"level": "teaching"}, {"framework": "small@2"}])
def test_other_units_levels_and_frameworks_are_decided_apart(other: dict[str, str]) -> None:
    beside = assessment({AA: people(**LARGE)}, date="2026-04-15", **other)
    assert blocks(told(assessment({AA: people(**SMALL)}), beside)[AA]) == [TOGETHER]


@pytest.mark.parametrize(
    ("took_part", "groups", "not_asked"),
    [
        ([], {"guardians": 5}, ("teachers",)),  # expected at the level
        ([], {"teachers": 1}, ()),
        ([("nurses", 2), ("guardians", 3)], {"guardians": 5}, ("nurses", "teachers")),
        ([("nurses", 0)], {"teachers": 5}, ()),
        ([("artists", 3)], {"teachers": 5}, ("artists",)),
    ],
)
def test_who_has_not_been_asked(
    took_part: list[tuple[str, int]], groups: dict[str, int], not_asked: tuple[str, ...]
) -> None:
    listed = [{"group": group, "count": count} for group, count in took_part]
    assert told(assessment({AA: people(**groups)}, participants=listed))[AA].not_asked == not_asked


@pytest.mark.parametrize(("count", "shown"), [(4, None), (5, 5), (6, 6), (None, None)])
def test_how_many_took_part(count: int | None, shown: int | None) -> None:
    one = assessment(participants=[{"group": "teachers", "count": count}, {"group": "nurses", "count": 0}])
    assert participants(one, 5) == (("teachers", shown),)
