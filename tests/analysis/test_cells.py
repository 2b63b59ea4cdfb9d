"""Each cell as an assessment left it: its state, its gap, whom references concern, what was left untouched."""

from typing import Any

import pytest

from crosp_cli.analysis.assessment.analyse import analyse
from crosp_cli.analysis.assessment.cells import State, setting_of
from crosp_cli.model.guidance import AppliesTo, References

from .builders import AA, AB, BA, BB, TODAY, analysed, assessment, framework, measure, project, rated, text


@pytest.mark.parametrize(
    ("cell", "state"),
    [
        ({}, State.NOT_ASSESSED),
        (rated(None), State.NOT_ASSESSED),
        ({"current_state": {"reflection": "Something."}}, State.DESCRIBED),
        ({"need": {"analysis": "More."}}, State.DESCRIBED),
        ({"measures": [measure()]}, State.DESCRIBED),
        (rated(0), State.RATED),
        ({"not_applicable": "None here."}, State.NOT_APPLICABLE),
    ],
)
def test_how_much_is_known(cell: dict[str, Any], state: State) -> None:
    assert analysed(assessment({AA: cell})).cells[0].state is state


def test_every_cell_of_the_matrix_in_the_frameworks_order_whatever_the_files() -> None:
    found = analysed(assessment({BB: rated(1), AA: rated(2)}))
    assert [cell.place for cell in found.cells] == [AA, AB, BA, BB]
    assert [found.count(state) for state in State] == [2, 0, 2, 0]


@pytest.mark.parametrize(
    ("rating", "target", "gap"), [(1, 3, 2), (2, 2, 0), (3, 1, -2), (None, 2, None), (2, None, None), (0, 3, 3)]
)
def test_the_gap_is_counted_in_steps_where_both_stand(rating: Any, target: Any, gap: Any) -> None:
    (cell,) = analysed(assessment({AA: rated(rating, target=target)})).cells[:1]
    assert (cell.rating, cell.target, cell.gap) == (rating, target, gap)


@pytest.mark.parametrize(("rating", "low"), [(None, False), (5, True), (6, True), (7, False), (8, False)])
def test_the_two_lowest_steps_whatever_their_values(rating: int | None, low: bool) -> None:
    (cell,) = analysed(assessment({AA: rated(rating)}), of=framework(first=5)).cells[:1]
    assert cell.lowest_steps is low


def test_gaps_are_listed_the_larger_first() -> None:
    cells = {AA: rated(1, target=2), AB: rated(1, target=3), BA: rated(2, target=2), BB: rated(0, target=1)}
    assert [cell.place for cell in analysed(assessment(cells)).gaps] == [AB, AA, BB]


def test_a_need_in_words_without_a_gap_is_still_a_need() -> None:
    cells = {AA: rated(1, target=2, analysis="A."), AB: rated(1, analysis="B."), BA: rated(1)}
    assert [cell.place for cell in analysed(assessment(cells)).needs_without_gap] == [AB]


CARRIED = {"carried_over_from": "2025-ht"}


@pytest.mark.parametrize(
    ("cell", "untouched"),
    [
        ({"measures": [measure(**CARRIED)]}, True),
        ({"measures": [measure()]}, False),
        ({"measures": [measure(status="ongoing", **CARRIED)]}, False),
        ({"measures": [measure(follow_ups=[{"result": "R."}], **CARRIED)]}, False),
        ({"measures": [measure(follow_ups=[{"date": "2026-12-01"}], **CARRIED)]}, True),
        ({"measures": [measure("n"), measure(**CARRIED)]}, True),
        ({"need": {"priority": "high", **CARRIED}}, True),
        ({"need": {"analysis": "New words.", **CARRIED}}, False),
        ({"need": CARRIED, "measures": [measure()]}, False),
        ({"need": {"priority": "high"}}, False),
    ],
)
def test_what_was_carried_over_and_left(cell: dict[str, Any], untouched: bool) -> None:
    assert analysed(assessment({AA: cell})).cells[0].untouched is untouched


@pytest.mark.parametrize(
    ("applies_to", "includes"),
    [
        ({}, True),
        ({"organiser_types": ("municipal",)}, True),
        ({"organiser_types": ("independent",)}, False),
        ({"school_forms": ("preschool", "compulsory")}, True),
        ({"school_forms": ("preschool",)}, False),
        ({"levels": ("school",)}, True),
        ({"levels": ("organiser",)}, False),
        ({"organiser_types": ("municipal",), "levels": ("organiser",)}, False),
    ],
)
def test_a_reference_stands_behind_a_cell_where_it_concerns_those_assessed(applies_to: Any, includes: bool) -> None:
    law = {"id": "law", "kind": "law", "title": text("Law"), "as_of": "2026-01-15", "binding": "shall"}
    references = References.model_validate({"entries": [law | {"applies_to": applies_to}]})
    attached = framework().model_dump(by_alias=True)
    attached["principles"]["entries"][0]["references"] = attached["areas"]["entries"][0]["references"] = [{"id": "law"}]
    known = type(framework()).model_validate(attached)
    found = analyse(assessment(), known, references, project(), TODAY, ())
    behind = [[reference.id for reference in cell.references] for cell in found.cells]
    assert behind == ([["law"], ["law"], ["law"], []] if includes else [[], [], [], []])


@pytest.mark.parametrize(("asked", "includes"), [((None, ()), True), (("region", ()), False), ((None, ("y",)), False)])
def test_what_is_not_known_leaves_nothing_out(asked: Any, includes: bool) -> None:
    applies = AppliesTo(organiser_types=("municipal",), school_forms=("x",))
    assert applies.includes(*asked, "school") is includes


def test_the_organisers_level_has_every_units_school_forms() -> None:
    units = [
        {"id": "hill", "name": "Hill", "school_forms": ["a", "b"]},
        {"id": "dale", "name": "Dale", "school_forms": ["b", "c"]},
    ]
    known = project(units=units)
    assert setting_of(assessment(unit=None, level="organiser"), known).school_forms == ("a", "b", "c")
    assert setting_of(assessment(), known).school_forms == ("a", "b")
    assert setting_of(assessment(), None)[:2] == (None, ())
