"""When follow-ups are expected and which answer for which; what is overdue and due soon; who answers for it."""

from datetime import date
from typing import Any

import pytest

from crosp_cli.analysis.follow_up.continuity import Break
from crosp_cli.analysis.follow_up.expected import follow_ups_of, months_after, results_without_date
from crosp_cli.analysis.follow_up.follow_up import FollowUps, Given, State, follow_ups, of_role
from crosp_cli.analysis.follow_up.roles import is_vacant, role_key

from .builders import AA, BB, TODAY, assessment, framework, measure, measure_model, project


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        ("2026-05-31", 0, "2026-05-31"),
        ("2026-05-31", 6, "2026-11-30"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2026-01-15", 12, "2027-01-15"),
        ("9999-12-01", 1, "9999-12-31"),
    ],
)
def test_months_later_is_the_same_day_or_the_months_last(day: str, months: int, after: str) -> None:
    assert str(months_after(date.fromisoformat(day), months)) == after


DUE = "2026-06-01"


def held(day: str) -> dict[str, str]:
    return {"date": day, "result": "R."}


def planned(day: str) -> dict[str, str]:
    return {"date": day}


@pytest.mark.parametrize(
    ("follow_ups", "status", "at_the_end", "six_months_later"),
    [
        ([], "ongoing", (None, None, False), (None, None, False)),
        ([held("2026-06-01")], "ongoing", ("2026-06-01", None, False), (None, None, False)),
        ([held("2026-05-02")], "ongoing", ("2026-05-02", None, False), (None, None, False)),  # thirty days before
        ([held("2026-05-01")], "ongoing", (None, None, False), (None, None, False)),  # a look along the way
        ([held("2026-05-01")], "done", ("2026-05-01", None, False), (None, None, False)),
        ([held("2026-04-01"), held("2026-05-01")], "done", ("2026-05-01", None, False), (None, None, False)),
        ([held("2026-10-31")], "ongoing", ("2026-10-31", None, False), (None, None, False)),
        ([held("2026-11-01")], "ongoing", (None, None, True), ("2026-11-01", None, False)),
        ([planned("2026-06-10")], "ongoing", (None, "2026-06-10", False), (None, None, False)),
        ([planned("2026-06-10"), held("2026-06-20")], "ongoing", ("2026-06-20", None, False), (None, None, False)),
        ([planned(DUE), held("2027-01-01")], "ongoing", (None, DUE, False), ("2027-01-01", None, False)),
        ([{"date": "2026-06-01", "result": " "}], "ongoing", (None, "2026-06-01", False), (None, None, False)),
        ([{"result": "R."}], "ongoing", (None, None, False), (None, None, False)),
    ],
)  # fmt: skip
def test_which_follow_up_answers_for_which(
    follow_ups: Any, status: str, at_the_end: Any, six_months_later: Any
) -> None:
    expected, _ = follow_ups_of(measure_model(due=DUE, status=status, follow_ups=follow_ups), (0, 6))
    assert [str(one.day) for one in expected] == [DUE, "2026-12-01"]
    assert [
        (one.held and str(one.held), one.planned and str(one.planned), one.missed) for one in expected
    ] == [at_the_end, six_months_later]  # fmt: skip


@pytest.mark.parametrize("more", [{"due": None}, {"due": DUE, "status": "dropped"}])
def test_nothing_is_expected_without_a_date_or_of_what_was_dropped(more: dict[str, Any]) -> None:
    assert follow_ups_of(measure_model(**more), (0, 6))[0] == ()


def test_a_dropped_measure_has_no_planned_follow_ups_either() -> None:
    assert follow_ups_of(measure_model(status="dropped", follow_ups=[planned("2026-12-01")]), ()) == ((), ())


def test_planned_ones_beside_those_expected_keep_their_number() -> None:
    days = [planned("2027-03-01"), planned("2026-06-01"), planned("2026-06-15")]
    expected, beside = follow_ups_of(measure_model(due=DUE, follow_ups=days), (0,))
    assert str(expected[0].planned) == "2026-06-01"
    assert [(plan.number, str(plan.day)) for plan in beside] == [(2, "2026-06-15"), (3, "2027-03-01")]


def test_months_are_taken_in_order_and_once() -> None:
    expected, _ = follow_ups_of(measure_model(due=DUE), (6, 0, 6))
    assert [one.after_months for one in expected] == [0, 6]


@pytest.mark.parametrize(("follow_up", "without"), [({"result": "R."}, True), (held(DUE), False), ({}, False)])
def test_a_result_without_a_date_counts_for_nothing(follow_up: Any, without: bool) -> None:
    assert results_without_date(measure_model(follow_ups=[follow_up])) is without


def found(*measures: Any, within: int = 30, before: Any = None, **more: Any) -> FollowUps:
    """Return what is to be followed up of the measures of one assessment, and of one from the occasion before."""
    given = [("2026-10-15", measures), *([("2025-10-15", before)] if before is not None else [])]
    return follow_ups(
        [
            Given(
                day, "crosp.yaml", assessment({AA: {"measures": list(own)}}, date=day, **more), framework(), project()
            )
            for day, own in given
        ],
        TODAY,
        within,
    )


@pytest.mark.parametrize(
    ("due", "state"),
    [
        ("2026-10-31", State.OVERDUE),
        ("2026-11-01", State.DUE_SOON),
        ("2026-12-01", State.DUE_SOON),
        ("2026-12-02", State.COMING),
        (None, State.UNDATED),
    ],
)
def test_how_a_measure_stands_on_the_day(due: str | None, state: State) -> None:
    (section,) = found(measure(due=due)).sections
    assert [one.state for role in section.roles for one in role.dues if one.name == "due"] == [state]


@pytest.mark.parametrize("status", ["done", "dropped"])
def test_a_finished_measure_is_not_to_be_carried_out(status: str) -> None:
    (section,) = found(measure(due="2026-10-01", status=status)).sections
    assert "due" not in [one.name for role in section.roles for one in role.dues]


def test_roles_are_one_whatever_their_capitals_and_sorted_as_in_swedish() -> None:
    roles = ["Rektor", "rektor", "rektor", "Öst", "Ås", None]
    measures = [measure(f"m{n}", responsible=role, due=DUE) for n, role in enumerate(roles)]
    (section,) = found(*measures).sections
    assert [role.name for role in section.roles] == ["rektor", "Ås", "Öst", None]
    assert found(*measures).roles == ("rektor", "Ås", "Öst")
    (part,) = of_role(found(*measures), " REKTOR ").sections
    assert [len(role.dues) for role in part.roles] == [9]
    assert of_role(found(*measures), "kurator").sections == ()


def test_only_the_newest_assessment_counts_and_units_stand_as_registered() -> None:
    def of(unit: str | None, day: str) -> Given:
        level, cells = "school" if unit else "organiser", {BB: {"measures": [measure(f"of-{day}")]}}
        own = assessment(cells, unit=unit, date=day, level=level)
        return Given(f"{unit}-{day}", "", own, framework(), project())

    days = ("2026-10-15", "2025-10-15")
    given = [of(unit, day) for unit in ("elsewhere", "dale", "hill", None) for day in days]
    sections = follow_ups(given, TODAY, 30).sections
    assert [section.unit for section in sections] == [None, "hill", "dale", "elsewhere"]
    assert {due.subject.measure.id for section in sections for role in section.roles for due in role.dues} == {
        "of-2026-10-15"
    }


@pytest.mark.parametrize(
    ("before", "now", "what"),
    [
        ("rektor", "kurator", Break.CHANGED),
        ("rektor", "Rektor ", None),
        ("rektor", None, Break.MISSING),
        ("rektor", "kurator (vakant)", Break.VACANT),
        ("vakant", "kurator", Break.FILLED),
        (None, "kurator", None),
        (None, None, Break.MISSING),
    ],
)
def test_who_answered_before_and_now(before: str | None, now: str | None, what: Break | None) -> None:
    (section,) = found(measure(responsible=now), before=[measure(responsible=before)]).sections
    assert [one.what for one in section.continuity] == ([what] if what else [])


def test_a_measure_with_nothing_left_to_do_is_not_asked_about() -> None:
    (section,) = found(measure(status="dropped"), before=[measure(responsible="rektor")]).sections
    assert section.continuity == ()


def test_two_measures_of_one_name_are_not_held_against_each_other() -> None:
    twice = [measure(responsible="kurator"), measure(responsible="speciallärare")]
    (section,) = found(measure(responsible="rektor"), before=twice).sections
    assert section.continuity == ()


@pytest.mark.parametrize(
    ("role", "vacant"),
    [
        ("rektor", False),
        ("ingen annan än rektor", False),
        ("ingen", True),
        ("–", True),
        ("  ", True),
        ("Kurator (Vakant)", True),
        ("skolsköterska, ej tillsatt", True),
        ("to be appointed", True),
        ("tbd", True),
        ("utbyggnadsansvarig", False),
    ],
)
def test_words_that_say_nobody_holds_the_role(role: str, vacant: bool) -> None:
    assert is_vacant(role) is vacant


def test_spellings_of_one_role() -> None:
    assert role_key("  Biträdande \n rektor") == role_key("biträdande rektor")
    assert role_key("A\u030as") == role_key("\u00e5s")
    assert role_key(None) is None
