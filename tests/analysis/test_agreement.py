"""How groups see a cell: medians, who differs, who is divided. By the order of the answers alone."""

from typing import Any

import pytest

from crosp_cli.analysis.groups.agreement import Agreement, agreement
from crosp_cli.analysis.groups.disclosure import Answers, Disclosed

from .builders import framework


def seen(*counts: dict[int, int], steps: int = 4, first: int = 0) -> Agreement:
    """Return how groups named g0, g1, … see a cell, by how many people chose each step."""
    blocks = tuple(Answers((f"g{number}",), found) for number, found in enumerate(counts))
    scale = framework(steps=steps, first=first).head.scale
    return agreement(Disclosed(blocks, held_back=False, not_asked=()), scale)


@pytest.mark.parametrize(
    ("counts", "middle"),
    [
        ({0: 5}, (0, 0)),
        ({0: 2, 1: 3}, (1, 1)),
        ({0: 3, 1: 2}, (0, 0)),
        ({0: 3, 1: 3}, (0, 1)),
        ({0: 3, 3: 3}, (0, 3)),
        ({0: 1, 1: 1, 2: 1, 3: 2}, (2, 2)),
        ({3: 1}, (3, 3)),
        ({0: 0, 2: 4}, (2, 2)),
    ],
)
def test_the_median_is_one_step_or_falls_between_two(counts: dict[int, int], middle: tuple[int, int]) -> None:
    assert seen(counts).groups[0].middle == middle


def test_steps_are_the_scales_own_values() -> None:
    assert seen({5: 3, 7: 2}, first=5).groups[0].middle == (5, 5)


@pytest.mark.parametrize(
    ("lower", "upper", "differ"),
    [
        ({0: 5}, {1: 5}, True),
        ({1: 5}, {1: 5}, False),
        ({0: 3, 1: 3}, {1: 5}, False),  # a median between two steps is both of them
        ({0: 3, 1: 3}, {2: 5}, True),
        ({0: 5}, {0: 3, 1: 3}, False),
        ({0: 3, 1: 2}, {0: 2, 1: 3}, True),
    ],
)
def test_two_groups_differ_a_whole_step_apart_the_lower_first(lower: Any, upper: Any, differ: bool) -> None:
    for counts, names in (((lower, upper), ("g0", "g1")), ((upper, lower), ("g1", "g0"))):
        found = seen(*counts).differ
        assert [(one.groups[0], other.groups[0]) for one, other in found] == ([names] if differ else [])


def test_each_two_that_differ_are_told() -> None:
    pairs = seen({0: 5}, {2: 5}, {2: 5}).differ
    assert [(one.groups[0], other.groups[0]) for one, other in pairs] == [("g0", "g1"), ("g0", "g2")]


@pytest.mark.parametrize(
    ("counts", "divided"),
    [
        ({0: 2, 2: 2}, True),
        ({0: 2, 1: 2}, False),  # neighbouring steps
        ({0: 1, 2: 3}, False),  # one person is no side
        ({0: 3, 3: 2}, True),
        ({0: 2, 1: 4, 2: 2}, True),  # a fourth on each side
        ({0: 2, 1: 5, 2: 2}, False),  # of nine, a fourth is three
        ({0: 3, 1: 3, 2: 3}, True),
        ({0: 1, 1: 6, 3: 1}, False),
        ({0: 2, 2: 1}, False),  # three people have no two sides
        ({1: 8}, False),
    ],
)
def test_a_group_is_divided_where_a_fourth_stands_two_steps_below_another(counts: Any, divided: bool) -> None:
    assert seen(counts).groups[0].divided is divided


def test_what_is_not_shown_goes_along_as_it_is() -> None:
    told = agreement(Disclosed((), held_back=True, not_asked=("teachers",)), framework().head.scale)
    assert told == Agreement((), (), ("teachers",), held_back=True)
