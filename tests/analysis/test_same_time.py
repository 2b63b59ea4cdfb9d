"""The levels side by side: which assessments are of the same time, where they differ, measures for another level."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from crosp_cli.analysis.assessment.analyse import Analysis, analyse
from crosp_cli.analysis.assessment.levels import Occasion, comparisons, misplaced, occasions
from crosp_cli.model.assessment import Cell, Place
from crosp_cli.model.guidance import References
from crosp_cli.model.project import Project

from .small import AA, AB, BA, BB, assessment, cell, framework, measure, project

FRAMEWORK = framework()
DAY = date(2026, 10, 15)
SAME_TIME = 183


def of(level: str, days: int = 0, cells: Mapping[Place, Cell] | None = None, **head: Any) -> Analysis:
    """The analysis of an assessment so many days after the day."""
    known: Project = head.pop("project", None) or project("north", "south")
    if level == "organiser":
        head["unit"] = None
    made = assessment(cells, (DAY + timedelta(days=days)).isoformat(), level=level, **head)
    return analyse(made, FRAMEWORK, References(), known, DAY, ())


def together(*analyses: Analysis) -> list[list[tuple[str, int]]]:
    """Each occasion: its levels, and how many days after the day they are."""
    return [[(a.assessment.level, (a.assessment.date - DAY).days) for a in one.analyses] for one in occasions(analyses)]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (0, [[("school", 0), ("class", 0)]]),
        (-SAME_TIME, [[("school", 0), ("class", -SAME_TIME)]]),
        (-SAME_TIME - 1, [[("school", 0)], [("class", -SAME_TIME - 1)]]),
        (SAME_TIME, [[("school", 0), ("class", SAME_TIME)]]),
        (SAME_TIME + 1, [[("class", SAME_TIME + 1)], [("school", 0)]]),
    ],
)
def test_half_a_year_is_the_same_time(days: int, expected: list[list[tuple[str, int]]]) -> None:
    assert together(of("class", days), of("school")) == expected


def test_of_each_level_the_newest_joins_and_the_rest_is_divided_again() -> None:
    found = together(of("school"), of("class", -10), of("class", -20), of("school", -30))
    assert found == [[("school", 0), ("class", -10)], [("school", -30), ("class", -20)]]


@pytest.mark.parametrize(
    ("days", "joins"),
    [
        ([0], 0),
        ([SAME_TIME], SAME_TIME),
        ([-SAME_TIME], -SAME_TIME),
        ([SAME_TIME + 1], None),
        ([-50, 40], 40),
        ([-30, 40], -30),
    ],
)
def test_the_organisers_nearest_joins(days: list[int], joins: int | None) -> None:
    first, *rest = together(of("school"), *(of("organiser", day) for day in days))
    assert first == [*([("organiser", joins)] if joins is not None else []), ("school", 0)]
    assert sorted(rest) == sorted([("organiser", day)] for day in days if day != joins)


def test_units_stand_as_the_register_has_them() -> None:
    found = occasions([of("school", unit="west"), of("school", unit="south"), of("school", 5, unit="north")])
    assert [one.unit for one in found] == ["north", "south", "west"]


def test_an_organiser_joins_its_own_units_only() -> None:
    other = project("east").model_copy(update={"organiser": project().organiser.model_copy(update={"id": "another"})})
    found = occasions([of("school"), of("organiser", project=other), of("school", unit="east", project=other)])
    assert sorted((one.unit, len(one.analyses)) for one in found) == [("east", 2), ("north", 1)]


def test_organiser_by_organiser() -> None:
    last = project("a").model_copy(update={"organiser": project().organiser.model_copy(update={"id": "zone"})})
    found = occasions([of("school", unit="a", project=last), of("school", unit="south"), of("school")])
    assert [one.unit for one in found] == ["north", "south", "a"]


@pytest.mark.parametrize(("levels", "number"), [([], 0), (["school"], 0), (["school", "class"], 1)])
def test_two_levels_are_held_against_each_other(levels: list[str], number: int) -> None:
    assert len(comparisons(occasions([of(level) for level in levels]))) == number


def test_where_levels_differ() -> None:
    school = of("school", cells={AA: cell(1), AB: cell(2), BA: cell(3), BB: cell()})
    classes = of("class", cells={AA: cell(3), AB: cell(2), BB: cell(3)})
    above = of("organiser", cells={AA: cell(1)})
    [found] = comparisons(occasions([school, classes, above, of("school", unit="south", days=-400)]))
    assert [(one.place, one.ratings) for one in found.differing] == [(AA, (1, 1, 3))]
    assert (found.alike, found.not_comparable) == (1, 1)  # only one level was asked about BA


@pytest.mark.parametrize(
    ("values", "elsewhere"),
    [
        ({"collaboration": {"solves_at": "organiser"}}, True),
        ({"collaboration": {"solves_at": "organiser"}, "status": "ongoing"}, True),
        ({"collaboration": {"solves_at": "organiser"}, "status": "done"}, False),
        ({"collaboration": {"solves_at": "organiser"}, "status": "dropped"}, False),
        ({"collaboration": {"solves_at": "school"}}, False),
        ({"collaboration": {"purpose": "More."}}, False),
        ({}, False),
    ],
)
def test_a_measure_that_another_level_can_solve(values: Mapping[str, Any], *, elsewhere: bool) -> None:
    found = of("school", cells={AA: cell(measures=(measure(**values),))})
    assert [one.solves_at for one in misplaced([found], occasions([found]))] == (["organiser"] if elsewhere else [])


def test_what_that_level_does_in_the_same_cell() -> None:
    asking = of("school", cells={AA: cell(measures=(measure(collaboration={"solves_at": "organiser"}),))})
    theirs = {
        AA: cell(measures=(measure("same"), measure("left", status="dropped"), measure("over", status="done"))),
        AB: cell(measures=(measure("elsewhere"),)),
    }
    above = of("organiser", cells=theirs)
    [found] = misplaced([asking, above], occasions([asking, above]))
    assert found.other is above
    assert [one.measure.id for one in found.there] == ["same", "over"]
    [alone] = misplaced([asking], occasions([asking]))
    assert (alone.other, alone.there) == (None, ())


def test_it_is_that_levels_assessment_of_the_same_time() -> None:
    asking = {AA: cell(measures=(measure(collaboration={"solves_at": "organiser"}),))}
    given = [
        of(level, days, asking if level == "school" else None)
        for days in (0, -400)
        for level in ("school", "organiser")
    ]
    found = misplaced(given, occasions(given))
    assert [one.other for one in found] == [given[1], given[3]]


def test_of_very_many_the_first_are_named_and_the_others_counted() -> None:
    asking = of("school", cells={AA: cell(measures=(measure(collaboration={"solves_at": "organiser"}),))})
    many = tuple(measure(f"m{number:02}") for number in range(25))
    above = of("organiser", cells={AA: cell(measures=(*many, measure("left", status="dropped")))})
    [found] = misplaced([asking, above], occasions([asking, above]))
    assert [one.measure.id for one in found.there] == [f"m{number:02}" for number in range(20)]
    assert found.more == 5


def test_the_other_levels_are_looked_through_once_however_many_measures_ask_for_one() -> None:
    class Counted(tuple[Analysis, ...]):
        looked = 0

        def __iter__(self) -> Iterator[Analysis]:
            Counted.looked += 1
            return super().__iter__()

    def looked_through(measures: int) -> int:
        asking = tuple(measure(f"m{number}", collaboration={"solves_at": "teaching"}) for number in range(measures))
        one = of("school", cells={AA: cell(measures=asking)})
        before = Counted.looked
        misplaced([one], [Occasion(Counted((one,)))])
        return Counted.looked - before

    assert looked_through(1) == looked_through(20)
