"""Levels side by side: what belongs to the same time, where they differ, which measures another level can solve."""

from typing import Any

import pytest

from crosp_cli.analysis.assessment.analyse import Analysis
from crosp_cli.analysis.assessment.levels import SAME_TIME, comparisons, misplaced, occasions

from .builders import AA, AB, BA, analysed, assessment, measure, project, rated

TOWN = project()


def at(level: str, date: str = "2026-10-15", cells: Any = None, unit: str | None = "hill") -> Analysis:
    return analysed(assessment(cells, level=level, date=date, unit=None if level == "organiser" else unit), within=TOWN)


def grouped(*given: Analysis) -> list[list[tuple[str, str]]]:
    """Return the level and the day of each assessment, by what belongs together."""
    return [[(a.assessment.level, str(a.assessment.date)) for a in one.analyses] for one in occasions(given)]


@pytest.mark.parametrize(("day", "together"), [("2026-04-15", True), ("2026-04-14", False), ("2026-10-15", True)])
def test_the_same_time_is_half_a_year(day: str, together: bool) -> None:
    assert SAME_TIME == 183
    school, teaching = ("school", "2026-10-15"), ("teaching", day)
    assert grouped(at(*school), at(*teaching)) == ([[school, teaching]] if together else [[school], [teaching]])


def test_the_newest_of_each_level_and_what_is_left_over_apart() -> None:
    days = [("school", "2026-10-15"), ("school", "2026-09-01"), ("teaching", "2026-09-10"), ("teaching", "2026-08-10")]
    assert grouped(*(at(*day) for day in days)) == [[days[0], days[2]], [days[1], days[3]]]


def test_of_the_organisers_the_nearest_joins_and_others_stand_alone() -> None:
    near, far, old = ("organiser", "2026-11-01"), ("organiser", "2026-06-01"), ("organiser", "2020-01-01")
    school = ("school", "2026-10-15")
    assert grouped(at(*far), at(*old), at(*near), at(*school)) == [[near, school], [far], [old]]


def test_units_stand_in_the_order_of_the_register() -> None:
    given = [at("school", unit="elsewhere"), at("school", unit="dale"), at("school", unit="hill")]
    assert [occasion.unit for occasion in occasions(given)] == ["hill", "dale", "elsewhere"]


def test_cells_are_compared_where_two_levels_have_rated_them() -> None:
    school = at("school", cells={AA: rated(1), AB: rated(2), BA: rated(3)})
    teaching = at("teaching", cells={AA: rated(1), AB: rated(0)})
    (found,) = comparisons(occasions([school, teaching]))
    assert [(across.place, across.ratings) for across in found.differing] == [(AB, (2, 0))]
    assert (found.alike, found.not_comparable) == (1, 2)
    assert comparisons(occasions([school])) == ()


@pytest.mark.parametrize(
    ("more", "solves_at"),
    [
        ({"collaboration": {"solves_at": "organiser"}}, "organiser"),
        ({"collaboration": {"solves_at": "school"}}, None),
        ({"collaboration": {"purpose": "Together."}}, None),
        ({}, None),
        ({"collaboration": {"solves_at": "organiser"}, "status": "done"}, None),
        ({"collaboration": {"solves_at": "organiser"}, "status": "dropped"}, None),
        ({"collaboration": {"solves_at": "organiser"}, "status": "ongoing"}, "organiser"),
    ],
)
def test_unfinished_measures_that_another_level_can_solve(more: dict[str, Any], solves_at: str | None) -> None:
    school = at("school", cells={AA: {"measures": [measure(**more)]}})
    found = misplaced([school], occasions([school]))
    assert [one.solves_at for one in found] == ([solves_at] if solves_at else [])
    assert [one.other for one in found] == ([None] if solves_at else [])


def test_what_that_level_does_in_the_same_cell_stands_beside() -> None:
    school = at("school", cells={AA: {"measures": [measure(collaboration={"solves_at": "organiser"})]}})
    theirs = {
        AA: {"measures": [measure("kept", status="done"), measure("dropped", status="dropped")]},
        AB: {"measures": [measure("elsewhere")]},
    }
    organiser = at("organiser", cells=theirs)
    (found,) = misplaced([school], occasions([school, organiser]))
    assert found.other is organiser
    assert [result.measure.id for result in found.there] == ["kept"]
