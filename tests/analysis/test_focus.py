"""Which cells are in focus: the grounds one by one, their order, and why the others are not."""

from collections.abc import Mapping
from typing import Any

import pytest

from crosp_cli.analysis.assessment.cells import Behind, CellResult, State
from crosp_cli.analysis.assessment.focus import MOST, Ground, deciding, focus, grounds, unplaced
from crosp_cli.analysis.assessment.not_in_focus import passed_over
from crosp_cli.analysis.groups.agreement import Agreement, GroupResult
from crosp_cli.model.assessment import Place

from .small import AA, AB, BA, BB, cell, reference, result

LOW, HIGH = GroupResult(("t",), (1, 1), divided=False), GroupResult(("p",), (3, 3), divided=False)
DIFFER = Agreement((LOW, HIGH), ((LOW, HIGH),), (), held_back=False)
ALIKE = Agreement((LOW, HIGH), (), (), held_back=False)
WHY = {"en": "It says so."}


def tied(*args: str, why: Mapping[str, str] | None = WHY, **values: str) -> tuple[Behind, ...]:
    """A reference that speaks of the very cell; without `why`, it is background."""
    return (Behind(reference(*args, **values), why),)


DUTY: Mapping[str, Any] = {"behind": tied("law"), "lowest_steps": True}
FULL = result(**DUTY, cell=cell(priority="high"), gap=2, agreement=DIFFER, untouched=True)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, ()),
        (DUTY, (Ground.DUTY,)),
        ({**DUTY, "lowest_steps": False}, ()),
        ({**DUTY, "behind": ()}, ()),
        ({**DUTY, "behind": tied("law", why=None)}, ()),
        ({**DUTY, "behind": tied("law", binding="may")}, ()),
        ({**DUTY, "behind": tied("factor", "success-factor")}, ()),
        ({"cell": cell(priority="low")}, (Ground.PRIORITY,)),
        ({"cell": cell()}, ()),
        ({"gap": 1}, (Ground.GAP,)),
        ({"gap": 0}, ()),
        ({"gap": -1}, ()),
        ({"agreement": DIFFER}, (Ground.GROUPS_DIFFER,)),
        ({"agreement": ALIKE}, ()),
        ({"untouched": True}, (Ground.UNTOUCHED,)),
    ],
)
def test_each_ground_alone(values: Mapping[str, Any], expected: tuple[Ground, ...]) -> None:
    assert grounds(result(**values)) == expected


def test_all_grounds_stand_in_their_order() -> None:
    assert grounds(FULL) == tuple(Ground)


@pytest.mark.parametrize(
    ("first", "second", "ground"),
    [
        ({"cell": cell(priority="low")}, {**DUTY, "gap": 3, "agreement": DIFFER, "untouched": True}, Ground.PRIORITY),
        ({**DUTY, "cell": cell(priority="low")}, {"cell": cell(priority="low"), "gap": 3}, Ground.DUTY),
        (DUTY, {"gap": 3, "agreement": DIFFER, "untouched": True}, Ground.DUTY),
        ({"cell": cell(priority="high")}, {"cell": cell(priority="medium"), "gap": 3}, Ground.PRIORITY),
        ({"cell": cell(priority="medium")}, {"cell": cell(priority="low"), "gap": 3}, Ground.PRIORITY),
        ({"cell": cell(priority="low")}, {"cell": cell(), "gap": 3}, Ground.PRIORITY),
        ({"gap": 2}, {"gap": 1, "agreement": DIFFER}, Ground.GAP),
        ({"gap": 1}, {"gap": None, "agreement": DIFFER, "untouched": True}, Ground.GAP),
        ({"agreement": DIFFER, "gap": -1}, {"gap": 0, "untouched": True}, Ground.GROUPS_DIFFER),
        ({"untouched": True, "gap": None}, {"gap": 0}, Ground.UNTOUCHED),
        ({"gap": 1, "agreement": DIFFER}, {"gap": 1, "untouched": True}, Ground.GROUPS_DIFFER),
        ({"gap": 1, "untouched": True}, {"gap": 1}, Ground.UNTOUCHED),
        ({"gap": 1}, {"gap": 1}, None),
        ({"gap": -2}, {"gap": None}, None),
    ],
)
def test_the_first_ground_at_which_two_differ_decides(
    first: Mapping[str, Any], second: Mapping[str, Any], ground: Ground | None
) -> None:
    one, other = result(AA, **first), result(AB, **second)
    assert deciding(one, other) is ground
    candidates = [found for found in (one, other) if grounds(found)]
    assert [found.cell for found in focus([other, one])] == (candidates if ground else [other, one][: len(candidates)])


def test_where_the_law_asks_and_nothing_is_placed_is_named_beside_the_focus() -> None:
    first = [result(Place("a", str(number)), cell=cell(priority="high")) for number in range(MOST)]
    placed, low, high = (result(place, **DUTY) for place in (BA, AA, AB))
    placed = placed._replace(cell=cell(priority="low"))
    high = high._replace(lowest_steps=False)
    cells = [*first, placed, low, high, result(BB)]
    assert [found.place for found in unplaced(cells, focus(cells))] == [AA]
    assert unplaced([low], focus([low])) == ()


def test_equals_keep_the_order_that_they_are_given_in() -> None:
    places = [BB, AA, BA]
    assert [found.cell.place for found in focus([result(place, gap=1) for place in places])] == places


def test_no_more_than_a_team_can_carry() -> None:
    cells = [result(Place("a", str(number)), gap=number) for number in range(MOST + 2)]
    assert [found.cell.gap for found in focus(cells)] == [4, 3, 2]


def test_what_does_not_apply_is_never_in_focus() -> None:
    cells = [FULL._replace(state=State.NOT_APPLICABLE), FULL._replace(place=AB, state=State.NOT_ASSESSED)]
    assert [found.cell.place for found in focus(cells)] == [AB]


@pytest.fixture
def chosen() -> list[CellResult]:
    return [result(place, gap=gap) for place, gap in zip((AA, AB, BA), (4, 3, 2), strict=True)]


@pytest.mark.parametrize(
    ("values", "held", "ground"),
    [
        ({"gap": 1}, (Ground.GAP,), Ground.GAP),
        ({"gap": 2}, (Ground.GAP,), None),
        ({"agreement": DIFFER}, (Ground.GROUPS_DIFFER,), Ground.GAP),
    ],
)
def test_a_candidate_lost_against_the_last_that_was_chosen(
    chosen: list[CellResult], values: Mapping[str, Any], held: tuple[Ground, ...], ground: Ground | None
) -> None:
    last = result(BB, **values)
    [found] = passed_over([*chosen, last], focus([*chosen, last]))
    assert (found.cell, found.grounds, found.ground, found.was_candidate) == (last, held, ground, True)
    assert found.against is not None
    assert found.against.cell.place == BA


@pytest.mark.parametrize("other", [result(BB), FULL._replace(place=BB, state=State.NOT_APPLICABLE)])
def test_what_was_no_candidate_lost_against_none(chosen: list[CellResult], other: CellResult) -> None:
    [found] = passed_over([*chosen, other], focus([*chosen, other]))
    assert (found.cell, found.grounds, found.against, found.ground) == (other, (), None, None)
    assert not found.was_candidate


def test_what_lies_outside_the_round_is_not_passed_over(chosen: list[CellResult]) -> None:
    outside = FULL._replace(place=BB, state=State.OUTSIDE)
    assert passed_over([*chosen, outside], focus(chosen)) == ()
