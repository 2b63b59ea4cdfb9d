"""Which cells are in focus: the order of the grounds, how many, and what decides between two."""

from itertools import pairwise
from typing import Any

import pytest

from crosp_cli.analysis.assessment.cells import CellResult, State
from crosp_cli.analysis.assessment.focus import MOST, Ground, deciding, focus, grounds
from crosp_cli.analysis.assessment.not_in_focus import passed_over
from crosp_cli.analysis.groups.agreement import Agreement, GroupResult
from crosp_cli.model.assessment import Cell, Place
from crosp_cli.model.guidance import Reference

from .builders import AA, AB, BA, BB, result, text

LAW = {"id": "law", "kind": "law", "title": text("Law"), "as_of": "2026-01-15", "binding": "shall"}
DUTY = (Reference.model_validate(LAW),)
NO_DUTIES = [LAW | {"binding": "may"}, LAW | {"binding": "guidance"}, LAW | {"kind": "convention"}]
ONE, OTHER = (GroupResult((name,), (step, step), divided=False) for name, step in (("nurses", 0), ("teachers", 2)))
DIFFER = Agreement((ONE, OTHER), ((ONE, OTHER),), (), held_back=False)
AGREE = Agreement((ONE, OTHER), (), (), held_back=False)


def prioritised(priority: str | None) -> Cell:
    return Cell.model_validate({"need": {"priority": priority}})


DUTY_HOLDS = {"references": DUTY, "lowest_steps": True}

IN_ORDER: list[tuple[str, dict[str, Any]]] = [
    ("a duty at a low step", DUTY_HOLDS),
    ("high priority", {"cell": prioritised("high")}),
    ("medium priority", {"cell": prioritised("medium")}),
    ("low priority", {"cell": prioritised("low")}),
    ("a gap of three", {"gap": 3}),
    ("a gap of one", {"gap": 1}),
    ("groups differ", {"agreement": DIFFER}),
    ("untouched", {"untouched": True}),
]
"""Each comes before the next, and only one ground holds for each."""


@pytest.mark.parametrize(("first", "second"), [*pairwise(IN_ORDER)], ids=lambda pair: pair[0])
def test_each_comes_before_the_next_whatever_their_order(first: Any, second: Any) -> None:
    upper, lower = result(AA, **first[1]), result(BB, **second[1])
    for given in ([upper, lower], [lower, upper]):
        assert [one.cell for one in focus(given)] == [upper, lower]


def test_a_higher_ground_outweighs_all_lower_ones_together() -> None:
    everything_else = result(AA, cell=prioritised("high"), gap=3, agreement=DIFFER, untouched=True)
    assert focus([everything_else, result(BB, **DUTY_HOLDS)])[0].cell.place == BB


@pytest.mark.parametrize(
    ("cell", "holds"),
    [
        ({}, ()),
        (DUTY_HOLDS, (Ground.DUTY,)),
        ({"references": DUTY, "lowest_steps": False}, ()),
        ({"references": (), "lowest_steps": True}, ()),
        *(({"references": (Reference.model_validate(one),), "lowest_steps": True}, ()) for one in NO_DUTIES),
        ({"cell": None}, ()),
        ({"cell": prioritised("low")}, (Ground.PRIORITY,)),
        ({"gap": 1}, (Ground.GAP,)),
        ({"gap": 0}, ()),
        ({"gap": -1}, ()),
        ({"agreement": DIFFER}, (Ground.GROUPS_DIFFER,)),
        ({"agreement": AGREE}, ()),
        ({"untouched": True}, (Ground.UNTOUCHED,)),
        (DUTY_HOLDS | {"cell": prioritised("high"), "gap": 2, "agreement": DIFFER, "untouched": True}, tuple(Ground)),
    ],
)
def test_the_grounds_that_hold(cell: dict[str, Any], holds: tuple[Ground, ...]) -> None:
    assert grounds(result(**cell)) == holds


def test_at_most_three_and_ties_fall_in_the_order_given() -> None:
    cells = [result(place, gap=1) for place in (BB, AB, AA, BA)]
    assert [one.cell.place for one in focus(cells)] == [BB, AB, AA]
    assert MOST == 3


def test_cells_without_a_ground_or_that_do_not_apply_are_no_candidates() -> None:
    cells = [result(AA), result(AB, gap=2, state=State.NOT_APPLICABLE), result(BA, gap=1)]
    assert [one.cell.place for one in focus(cells)] == [BA]
    assert focus([]) == ()


@pytest.mark.parametrize(
    ("one", "other", "ground"),
    [
        ({"gap": 1}, {"gap": 1}, None),
        ({"gap": 2}, {"gap": 1}, Ground.GAP),
        ({"gap": -2}, {"gap": None}, None),
        (DUTY_HOLDS, {"cell": prioritised("high")}, Ground.DUTY),
        ({"cell": prioritised("high")}, {"cell": prioritised("low")}, Ground.PRIORITY),
        ({"gap": 1, "agreement": DIFFER}, {"gap": 1}, Ground.GROUPS_DIFFER),
        ({"gap": 1, "untouched": True}, {"gap": 1}, Ground.UNTOUCHED),
    ],
)
def test_what_decides_between_two(one: dict[str, Any], other: dict[str, Any], ground: Ground | None) -> None:
    assert deciding(result(**one), result(**other)) is ground


class TestPassedOver:
    PLACES = tuple(Place("row", f"c{number}") for number in range(5))

    def cells(self, *gaps: int) -> list[CellResult]:
        return [result(place, gap=gap) for place, gap in zip(self.PLACES, gaps, strict=False)]

    def test_it_lost_against_the_last_one_chosen(self) -> None:
        cells = self.cells(3, 2, 2, 1, 2)
        chosen = focus(cells)
        lost, tied = passed_over(cells, chosen)
        assert lost.against is not None
        assert (lost.cell, lost.against.cell, lost.ground) == (cells[3], cells[2], Ground.GAP)
        assert (tied.cell, tied.ground, tied.was_candidate) == (cells[4], None, True)

    @pytest.mark.parametrize("state", [State.RATED, State.NOT_APPLICABLE])
    def test_no_ground_held_or_it_does_not_apply(self, state: State) -> None:
        cells = [*self.cells(1, 1, 1), result(self.PLACES[4], state=state, gap=0 if state is State.RATED else 2)]
        (found,) = passed_over(cells, focus(cells))
        assert (found.grounds, found.against, found.was_candidate) == ((), None, False)

    def test_where_fewer_than_three_are_chosen_none_lost(self) -> None:
        cells = self.cells(1, 0)
        (found,) = passed_over(cells, focus(cells))
        assert not found.was_candidate
