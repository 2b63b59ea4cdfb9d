"""Whether professional groups see the same cell differently. Shown, never averaged away."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from crosp_cli.model.framework import Scale

Counts = Mapping[int, int]
"""How many people of a group chose each step."""


def differs(group_ratings: Mapping[str, Counts], scale: Scale, smallest_group: int) -> bool:
    """Whether the medians of two groups lie a whole step or more apart.

    Steps are ordinal, so a median that falls between two steps is both of them. Groups with fewer people than
    `smallest_group` are left out.
    """
    medians = [
        _median(counts, scale) for counts in group_ratings.values() if sum(counts.values()) >= max(smallest_group, 1)
    ]
    return any(
        low > other_high or other_low > high for (low, high), (other_low, other_high) in combinations(medians, 2)
    )


def _median(counts: Counts, scale: Scale) -> tuple[int, int]:
    """The lower and the upper median as positions on the scale."""
    people = list(_people(counts, scale))
    return people[(len(people) - 1) // 2], people[len(people) // 2]


def _people(counts: Counts, scale: Scale) -> Iterator[int]:
    for position, step in enumerate(scale.values):
        yield from [position] * counts.get(step, 0)
