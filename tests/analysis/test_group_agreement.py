"""How groups see a cell: medians, groups that differ, a group that is divided."""

from collections.abc import Mapping

import pytest

from crosp_cli.analysis.groups.agreement import agreement
from crosp_cli.analysis.groups.disclosure import Answers, Disclosed

from .small import framework

SCALE = framework().head.scale


def seen(*tables: Mapping[int, int]) -> Disclosed:
    return Disclosed(
        tuple(Answers((f"g{n}",), counts) for n, counts in enumerate(tables)), held_back=False, not_asked=()
    )


@pytest.mark.parametrize(
    ("counts", "middle"),
    [
        ({3: 5}, (3, 3)),
        ({1: 1, 2: 1}, (2, 2)),
        ({2: 1, 3: 1}, (2, 3)),
        ({3: 1, 5: 1}, (3, 3)),
        ({1: 2, 2: 1}, (1, 1)),
        ({1: 2, 3: 2}, (2, 2)),
        ({2: 2, 5: 2}, (3, 3)),
        ({1: 2, 5: 2}, (2, 3)),
        ({5: 5}, (5, 5)),
        ({1: 1, 2: 1, 3: 1}, (2, 2)),
        ({1: 2, 2: 1, 5: 1}, (2, 2)),
        ({2: 1, 3: 2, 5: 1}, (3, 3)),
    ],
)
def test_the_middle_is_a_step_or_two(counts: Mapping[int, int], middle: tuple[int, int]) -> None:
    [found] = agreement(seen(counts), SCALE).groups
    assert found.middle == middle


@pytest.mark.parametrize(("counts", "middle"), [({0: 3, 1: 3}, (0, 0)), ({0: 4, 1: 3}, (0, 0)), ({0: 2, 1: 3}, (1, 1))])
def test_on_two_steps_the_middle_is_the_lower_of_both(counts: Mapping[int, int], middle: tuple[int, int]) -> None:
    [found] = agreement(seen(counts), framework(steps=(0, 1)).head.scale).groups
    assert (found.middle, found.divided) == (middle, False)


@pytest.mark.parametrize(
    ("one", "other", "lower"),
    [
        ({1: 5}, {2: 5}, "g0"),
        ({3: 5}, {2: 5}, "g1"),
        ({2: 5}, {2: 5}, None),
        ({1: 2, 2: 2}, {2: 5}, None),
        ({1: 2, 2: 2}, {3: 5}, "g0"),
        ({2: 2, 3: 2}, {1: 5}, "g1"),
        ({1: 2, 3: 2}, {2: 5}, None),
        ({2: 5}, {2: 2, 3: 2}, None),
        ({2: 2, 3: 2}, {2: 5}, None),
        ({2: 2, 3: 2}, {3: 5}, None),
        ({3: 5}, {2: 2, 3: 2}, None),
    ],
)
def test_groups_differ_by_a_whole_step(one: Mapping[int, int], other: Mapping[int, int], lower: str | None) -> None:
    found = agreement(seen(one, other), SCALE).differ
    assert [low.groups[0] for low, _high in found] == ([lower] if lower else [])


def test_each_two_that_differ_stand_once() -> None:
    found = agreement(seen({1: 3}, {2: 3}, {3: 3}), SCALE).differ
    assert [(low.groups, high.groups) for low, high in found] == [
        (("g0",), ("g1",)),
        (("g0",), ("g2",)),
        (("g1",), ("g2",)),
    ]


@pytest.mark.parametrize(
    ("counts", "divided"),
    [
        ({1: 3, 3: 3}, True),
        ({1: 2, 2: 2}, False),
        ({1: 3, 5: 3}, True),
        ({1: 1, 3: 2}, False),
        ({1: 1, 5: 4}, False),
        ({1: 2, 5: 6}, True),
        ({1: 2, 5: 7}, False),
        ({1: 3, 5: 9}, True),
        ({1: 2, 2: 3, 3: 2}, True),
        ({1: 1, 2: 1, 3: 2}, False),
        ({1: 4, 3: 3}, True),
        ({2: 3, 5: 2}, True),
        ({1: 2, 3: 4}, True),
    ],
)
def test_divided_is_a_fourth_two_steps_below_another(counts: Mapping[int, int], *, divided: bool) -> None:
    [found] = agreement(seen(counts), SCALE).groups
    assert found.divided is divided


@pytest.mark.parametrize("counts", [{1: 2, 3: 2}, {1: 2, 5: 2}, {1: 3, 3: 2}, {1: 4, 3: 2}, {2: 2, 5: 3}, {3: 2, 5: 4}])
def test_that_a_few_are_divided_is_not_told_where_it_would_tell_how_many_stand_at_a_step(
    counts: Mapping[int, int],
) -> None:
    [found] = agreement(seen(counts), SCALE).groups
    assert not found.divided


@pytest.mark.parametrize(
    ("counts", "divided"),
    [({0: 2, 1: 1, 2: 2}, False), ({0: 3, 2: 3}, True), ({0: 4, 2: 2}, False), ({0: 4, 2: 3}, True)],
)
def test_divided_on_a_scale_of_three_steps(counts: Mapping[int, int], *, divided: bool) -> None:
    [found] = agreement(seen(counts), framework(steps=(0, 1, 2)).head.scale).groups
    assert found.divided is divided


def test_what_is_held_back_and_who_was_not_asked_go_along() -> None:
    found = agreement(Disclosed((), held_back=True, not_asked=("nurses",)), SCALE)
    assert (found.held_back, found.not_asked) == (True, ("nurses",))
