"""What is overdue, due soon and coming: state by state, role by role, unit by unit."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from crosp_cli.analysis.follow_up.follow_up import Due, DueKind, FollowUps, State, follow_ups, of_role
from crosp_cli.model.assessment import Measure
from crosp_cli.model.project import Project
from crosp_cli.reading.loaded import LoadedAssessment

from .small import AA, BA, assessment, cell, framework, loaded, measure, project

TODAY = date(2026, 11, 22)
WITHIN = 30


def with_measures(*measures: Measure, of: Project | None = None, path: str = "a.yaml", **head: Any) -> LoadedAssessment:
    made = assessment({AA: cell(measures=measures)}, **head)
    return loaded(made, framework(), of=of or project("north", "south"), path=path)


def due(*measures: Measure, **more: Any) -> list[Due]:
    found = follow_ups([with_measures(*measures, **more)], TODAY, WITHIN)
    return [one for section in found.sections for role in section.roles for one in role.dues]


def in_days(days: int | None) -> str | None:
    return None if days is None else (TODAY + timedelta(days=days)).isoformat()


NOTHING = project("north", follow_up={"expected_after_months": []})


@pytest.mark.parametrize(
    ("days", "state"),
    [
        (-1, State.OVERDUE),
        (0, State.DUE_SOON),
        (WITHIN, State.DUE_SOON),
        (WITHIN + 1, State.COMING),
        (None, State.UNDATED),
    ],
)
def test_a_day_and_how_it_stands(days: int | None, state: State) -> None:
    [found] = due(measure(due=in_days(days)), of=NOTHING)
    assert (found.kind, found.state, found.name) == (DueKind.MEASURE, state, "due")
    if days is not None:
        [planned] = due(measure(status="done", follow_ups=[{"date": in_days(days)}]), of=NOTHING)
        assert (planned.kind, planned.state, planned.name) == (DueKind.PLANNED, state, "planned-1")


@pytest.mark.parametrize(
    ("status", "kinds"),
    [
        ("planned", [DueKind.MEASURE, DueKind.EXPECTED]),
        ("ongoing", [DueKind.MEASURE, DueKind.EXPECTED]),
        ("done", [DueKind.EXPECTED]),
        ("dropped", []),
    ],
)
def test_what_is_left_of_a_measure(status: str, kinds: list[DueKind]) -> None:
    found = due(measure(status=status, due=in_days(10)), of=project("north", follow_up={"expected_after_months": [0]}))
    assert [one.kind for one in found] == kinds


@pytest.mark.parametrize(
    ("follow_ups_made", "states", "days"),
    [
        ([], [State.OVERDUE, State.COMING], [-60, None]),
        ([(-50, "Seen.")], [State.HELD, State.COMING], [-50, None]),
        ([(5, "")], [State.DUE_SOON, State.COMING], [5, None]),
        ([(-1, "")], [State.OVERDUE, State.COMING], [-1, None]),
        ([(121, "Seen.")], [State.MISSED, State.HELD], [-60, 121]),
    ],
)
def test_an_expected_follow_up_is_judged_by_held_then_planned_then_expected(
    follow_ups_made: list[tuple[int, str]], states: list[State], days: list[int | None]
) -> None:
    held = [{"date": in_days(day), "result": result} for day, result in follow_ups_made]
    found = due(measure(status="done", due=in_days(-60), follow_ups=held))
    found.sort(key=lambda one: one.after_months or 0)
    assert [one.state for one in found] == states
    assert [one.name for one in found] == ["after-0", "after-6"]
    for one, day in zip(found, days, strict=True):
        assert day is None or one.day == TODAY + timedelta(days=day)


def test_what_a_role_answers_for_stands_by_day_with_the_undated_last() -> None:
    measures = [
        measure(name, due=in_days(days), responsible="head") for name, days in (("a", 9), ("b", None), ("c", 1))
    ]
    assert [one.subject.measure.id for one in due(*measures, of=NOTHING)] == ["c", "a", "b"]


def test_roles_in_alphabetical_order_as_they_are_most_often_written() -> None:
    roles = ("Ångare", "nurse", "Nurse", "NURSE", "Nurse", None, "Head")
    measures = [measure(f"m{number}", responsible=role) for number, role in enumerate(roles)]
    [section] = follow_ups([with_measures(*measures, of=NOTHING)], TODAY, WITHIN).sections
    assert [role.name for role in section.roles] == ["Head", "Nurse", "Ångare", None]
    assert section.count(State.UNDATED) == len(roles)


def test_of_spellings_that_are_as_common_the_first_in_order_is_taken() -> None:
    measures = [measure(f"m{number}", responsible=role) for number, role in enumerate(("nurse", "Nurse"))]
    assert follow_ups([with_measures(*measures)], TODAY, WITHIN).roles == ("Nurse",)


def test_only_the_newest_of_each_level_counts() -> None:
    given = [
        with_measures(measure("old"), day="2025-10-15"),
        with_measures(measure("new"), path="b.yaml"),
        with_measures(measure("class"), level="class", path="c.yaml"),
        with_measures(measure("same-day"), path="a-before-b.yaml"),
    ]
    [section] = follow_ups(given, TODAY, WITHIN).sections
    assert [one.path for one in section.newest] == ["b.yaml", "c.yaml"]
    ids = [one.subject.measure.id for role in section.roles for one in role.dues]
    assert ids == ["new", "class"]


def test_units_stand_as_the_register_has_them_after_the_organiser() -> None:
    heads: list[Mapping[str, Any]] = [
        {"unit": "west"}, {"unit": "south"}, {"unit": "east"}, {"unit": "north"}, {"unit": None, "level": "organiser"},
    ]  # fmt: skip
    found = follow_ups([with_measures(measure(), **head) for head in heads], TODAY, WITHIN)
    assert [section.unit for section in found.sections] == [None, "north", "south", "east", "west"]


def test_units_of_one_name_in_two_projects_are_two() -> None:
    homes = ("y/crosp.yaml", "x/crosp.yaml", None)
    given = [loaded(assessment(), framework(), of=project(), home=home, path=f"{home}") for home in homes]
    found = follow_ups(given, TODAY, WITHIN).sections
    assert [one.path for section in found for one in section.newest] == ["None", "x/crosp.yaml", "y/crosp.yaml"]


def of_two_occasions() -> FollowUps:
    old = [measure("a", responsible="nurse"), measure("b", responsible="head"), measure("c", responsible="nurse")]
    new = [
        measure("a", responsible="head"),
        measure("b", responsible="head"),
        measure("c", responsible="head", status="dropped"),
        measure("d", responsible="cook", follow_ups=[{"result": "Seen."}]),
        measure("e", responsible="cook", follow_ups=[{"result": "Seen."}], status="dropped"),
    ]
    given = [with_measures(*old, day="2025-10-15"), with_measures(*new, of=NOTHING)]
    return follow_ups(given, TODAY, WITHIN)


def test_only_what_is_left_to_do_is_asked_about() -> None:
    [section] = of_two_occasions().sections
    assert [(one.subject.measure.id, one.before, one.now) for one in section.continuity] == [("a", "nurse", "head")]
    assert [one.measure.id for one in section.without_date] == ["d"]


@pytest.mark.parametrize(
    ("role", "dues", "continuity", "without_date"),
    [
        ("HEAD", ["a", "b"], ["a"], []),
        ("nurse", [], ["a"], []),
        ("cook", ["d"], [], ["d"]),
    ],
)
def test_the_part_of_one_role(role: str, dues: list[str], continuity: list[str], without_date: list[str]) -> None:
    [section] = of_role(of_two_occasions(), role).sections
    assert [one.subject.measure.id for part in section.roles for one in part.dues] == dues
    assert [one.subject.measure.id for one in section.continuity] == continuity
    assert [one.measure.id for one in section.without_date] == without_date


def test_a_role_that_answers_for_nothing_has_no_section() -> None:
    assert of_role(of_two_occasions(), "guard").sections == ()
    assert of_two_occasions().roles == ("cook", "head")


def test_measures_stand_in_the_frameworks_order_whatever_the_files() -> None:
    cells = {BA: cell(measures=(measure("b"), measure("a"))), AA: cell(measures=(measure("c"),))}
    found = follow_ups([loaded(assessment(cells), framework(), of=NOTHING)], TODAY, WITHIN)
    [role] = found.sections[0].roles
    assert [one.subject.measure.id for one in role.dues] == ["c", "a", "b"]
