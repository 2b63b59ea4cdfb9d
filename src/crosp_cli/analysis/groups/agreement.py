"""Samsyn: where groups see a cell differently, where a group is divided, who has not been asked.

Shown, never averaged away. Steps are ordinal, so everything here rests on the order of the answers alone. What may be
shown at all is decided in `analysis.disclosure`; nothing here sees other answers.
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
    """The lower and the upper median, as steps of the scale; mostly the same step."""
    divided: bool
    """Whether a fourth of the group, and at least two people, stand two steps or more below another fourth."""


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
    people = up_to[-1]
    low, high = (scale.values[bisect_right(up_to, number)] for number in ((people - 1) // 2, people // 2))
    return GroupResult(answers.groups, (low, high), _is_divided(up_to))


def _is_divided(up_to: list[int]) -> bool:
    """Whether the fourth from below and the fourth from above stand two steps or more apart.

    `up_to` is how many people stand at each step of the scale or below it. A measure of order, like the median: the
    outer answers may lie anywhere beyond, and one single answer never makes a group divided. It is not the share at the
    most chosen step: three fifths at one step and two fifths at the far end are divided too, and answers on two
    neighbouring steps are not, however even.
    """
    people = up_to[-1]
    side = max(FEWEST_APART, -(-people // 4))
    return 2 * side <= people and bisect_right(up_to, people - side) - bisect_right(up_to, side - 1) >= 2
