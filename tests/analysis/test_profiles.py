"""Counts: cells by step, measures by kind and by how far they have come. Nothing adds up to a total."""

import pytest

from crosp_cli.analysis.assessment.measures import measure_results
from crosp_cli.analysis.assessment.orientation import spread

from .builders import AA, AB, BA, TODAY, analysed, assessment, framework, measure, rated


def test_a_profile_counts_cells_at_each_step_and_those_without_one() -> None:
    cells = {AA: rated(0), AB: rated(3), BA: {"not_applicable": "None here."}}
    found = analysed(assessment(cells))
    rows, columns = found.principles, found.areas
    assert [profile.id for profile in (*rows, *columns)] == ["a", "b", "x", "y"]
    assert [dict(profile.steps) for profile in rows] == [{0: 1, 1: 0, 2: 0, 3: 1}, {0: 0, 1: 0, 2: 0, 3: 0}]
    assert [(profile.not_rated, profile.not_applicable) for profile in rows] == [(0, 0), (1, 1)]
    assert [(profile.not_rated, profile.not_applicable) for profile in columns] == [(0, 1), (1, 0)]


def test_measures_by_status_then_due_date_then_place_then_name() -> None:
    cells = {
        BA: {"measures": [measure("b1", due="2026-12-01")]},
        AA: {
            "measures": [
                measure("z"),
                measure("y", due="2026-12-01"),
                measure("x", due="2026-12-01"),
                measure("w", status="ongoing"),
                measure("v", status="dropped"),
                measure("u", status="done"),
            ]
        },
    }
    found = measure_results(assessment(cells), framework(), TODAY)
    assert [result.measure.id for result in found] == ["w", "x", "y", "b1", "z", "u", "v"]


@pytest.mark.parametrize(
    ("due", "status", "overdue"),
    [
        ("2026-10-31", "planned", True),
        ("2026-11-01", "planned", False),
        ("2026-10-31", "ongoing", True),
        ("2026-10-31", "done", False),
        ("2026-10-31", "dropped", False),
        (None, "planned", False),
    ],
)
def test_what_is_due_today_is_not_overdue(due: str | None, status: str, overdue: bool) -> None:
    one = assessment({AA: {"measures": [measure(due=due, status=status)]}})
    assert measure_results(one, framework(), TODAY)[0].overdue is overdue


def test_the_next_follow_up_is_the_first_with_a_date_and_no_result() -> None:
    follow_ups = [{"date": "2027-05-01"}, {"date": "2027-02-01"}, {"date": "2026-01-01", "result": "R."}, {}]
    (found,) = measure_results(assessment({AA: {"measures": [measure(follow_ups=follow_ups)]}}), framework(), TODAY)
    assert found.next_follow_up is not None
    assert str(found.next_follow_up.date) == "2027-02-01"


def test_measures_spread_over_kinds_save_those_dropped() -> None:
    measures = [
        measure("a", orientation="promoting", scope="group"),
        measure("b", orientation="promoting", scope="group"),
        measure("c", orientation="remedial"),
        measure("d", orientation="other", scope="whole"),
        measure("e", orientation="remedial", scope="group", status="dropped"),
    ]
    one = assessment({AA: {"measures": measures}})
    found = spread(measure_results(one, framework(), TODAY), framework())
    assert found.orientations == ("promoting", "remedial", "other")
    assert found.scopes == ("group", "individual", "whole", None)
    assert found.number_of("promoting", "group") == 2
    assert found.number_of("remedial", None) == 1
    assert found.number_of("remedial", "group") == 0
    assert found.measures == 4
