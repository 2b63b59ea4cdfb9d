"""Who took part and how they see it, arena by arena."""

from collections.abc import Sequence

import pytest

from crosp_cli.analysis.assessment.arenas import by_arena
from crosp_cli.analysis.assessment.cells import CellResult
from crosp_cli.analysis.groups.agreement import Agreement, GroupResult
from crosp_cli.model.assessment import Place

from .small import AA, AB, BA, framework, named, result

GROUPS = [
    named("teachers", arena="classroom"),
    named("aides", arena="classroom"),
    named("nurses", arena="health"),
    named("heads"),
]
FRAMEWORK = framework(groups=GROUPS, arenas=[named("classroom"), named("health"), named("board")])


def seen(place: Place, *blocks: str) -> CellResult:
    """A cell as the blocks see it, each a few groups."""
    groups = tuple(GroupResult(tuple(block.split()), (1, 2), block == "nurses") for block in blocks)
    return result(place, agreement=Agreement(groups, (), (), held_back=False))


Told = tuple[str | None, list[str], list[tuple[str, int]]]


@pytest.mark.parametrize(
    ("took_part", "cells", "told"),
    [
        ([], [], [("classroom", [], []), ("health", [], []), ("board", [], [])]),
        ([], [result()], [("classroom", [], []), ("health", [], []), ("board", [], [])]),
        (
            ["nurses", "teachers", "heads"],
            [],
            [("classroom", ["teachers"], []), ("health", ["nurses"], []), ("board", [], []), (None, ["heads"], [])],
        ),
        (
            ["unknown"],
            [],
            [("classroom", [], []), ("health", [], []), ("board", [], []), (None, ["unknown"], [])],
        ),
        (
            [],
            [seen(AA, "teachers aides", "heads"), result(AB), seen(BA, "nurses", "teachers aides")],
            [
                ("classroom", [], [("teachers aides", 2)]),
                ("health", [], [("nurses", 1)]),
                ("board", [], []),
                (None, [], [("heads", 1)]),
            ],
        ),
    ],
)
def test_each_group_stands_in_its_arena(
    took_part: Sequence[str], cells: Sequence[CellResult], told: list[Told]
) -> None:
    found = by_arena([(group, 6) for group in took_part], cells, FRAMEWORK)
    assert [
        (
            part.arena and part.arena.id,
            [group for group, _count in part.took_part],
            [(" ".join(one.groups), len(one.cells)) for one in part.seen],
        )
        for part in found
    ] == told


def test_how_a_group_sees_each_cell_is_told() -> None:
    _classroom, health, _board = by_arena([], [seen(AA, "nurses"), seen(BA, "nurses")], FRAMEWORK)
    [nurses] = health.seen
    assert [(cell.place, cell.middle, cell.divided) for cell in nurses.cells] == [
        (AA, (1, 2), True),
        (BA, (1, 2), True),
    ]
