"""Samsyn: where groups see a cell differently, where a group is divided, who has not been asked.

Shown, never averaged away. Steps are ordinal, so everything here rests on the order of the answers alone. Which answers
may be shown at all is decided in `disclosure`; nothing here sees others. What is told of them is decided here: never so
much that anyone can tell how many chose a step, not even knowing how many answered (docs/development/disclosure.md).
"""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, combinations
from typing import NamedTuple

from crosp_cli.analysis.groups.disclosure import Answers, Block, Disclosed
from crosp_cli.model.framework import Scale

FEWEST_APART = 2
"""How many people, at the least, must stand on each side of a divided group: one person is no side."""


class GroupResult(NamedTuple):
    """How a group sees a cell, or several small groups together. No counts."""

    groups: Block
    middle: tuple[int, int]
    """The median as a step of the scale, twice; or two neighbouring steps that it lies between, neither at an end."""
    divided: bool
    """Whether a fourth of the group, and at least two people, stand two steps or more below another fourth.

    False too where that, beside the middle, would tell how many chose a step.
    """


class Agreement(NamedTuple):
    """How the groups that may be shown see one cell."""

    groups: tuple[GroupResult, ...]
    differ: tuple[tuple[GroupResult, GroupResult], ...]
    """Each two whose medians lie a whole step or more apart, the lower one first."""
    not_asked: tuple[str, ...]
    """Groups that took part in the assessment or are expected at its level, and have not answered here."""
    held_back: bool
    """Whether there are answers that are not shown."""


def agreement(told: Disclosed, scale: Scale) -> Agreement:
    """Return how the groups see a cell, from what may be told of it.

    Two groups differ where their medians lie a whole step or more apart; a median that falls between two steps is both
    of them. Groups whose answers have no step in common, all of one below all of the other, always differ by that
    measure, and that they have none is not told: with the medians it could tell what everyone in a group answered.
    """
    groups = tuple(_result(answers, scale) for answers in told.blocks)
    return Agreement(groups, tuple(_differing(groups, scale)), told.not_asked, told.held_back)


def _differing(groups: tuple[GroupResult, ...], scale: Scale) -> Iterator[tuple[GroupResult, GroupResult]]:
    for one, other in combinations(groups, 2):
        if scale.position(one.middle[1]) < scale.position(other.middle[0]):
            yield one, other
        elif scale.position(other.middle[1]) < scale.position(one.middle[0]):
            yield other, one


def _result(answers: Answers, scale: Scale) -> GroupResult:
    up_to = list(accumulate(answers.counts.get(step, 0) for step in scale.values))
    people, last = up_to[-1], len(up_to) - 1
    lower, upper = (bisect_right(up_to, number) for number in ((people - 1) // 2, people // 2))
    low, high = _middle(lower, upper, last)
    return GroupResult(answers.groups, (scale.values[low], scale.values[high]), _is_divided(up_to, low))


def _middle(lower: int, upper: int, last: int) -> tuple[int, int]:
    """What is told of the two medians: the middle of all that lie between them, and no end of the scale if they differ.

    Where the medians differ, exactly half of the group stand at the lower one or below it, and nobody between the two.
    At an end of the scale, that would be the number at that step.
    """
    low, high = (lower + upper) // 2, (lower + upper + 1) // 2
    if low < high == last:
        return low, low
    return (high, high) if low == 0 < high else (low, high)


def _is_divided(up_to: list[int], low: int) -> bool:
    """Whether the fourth from below and the fourth from above stand two steps or more apart, and that may be told.

    `up_to` is how many people stand at each step of the scale or below it, `low` the middle as it is told. A
    measure of order, like the median: the outer answers may lie anywhere beyond, and one single answer never makes a
    group divided. It is not the share at the most chosen step: three fifths at one step and two fifths at the far end
    are divided too, and answers on two neighbouring steps are not, however even.
    """
    people, last = up_to[-1], len(up_to) - 1
    side = max(FEWEST_APART, -(-people // 4))
    apart = bisect_right(up_to, people - side) - bisect_right(up_to, side - 1) >= 2
    return apart and people - 2 * side >= _fewest_between(low, last)


def _fewest_between(low: int, last: int) -> int:
    """How many people, at the least, must be on neither side, so that it may be told that a group is divided.

    They are those of whom it is not said where they stand. With fewer, the number at some step would follow: at an end
    that is the middle as well, or at the ends of a scale of three steps.
    """
    if low in (0, last):
        return 3
    return 2 if last == 2 else 1
