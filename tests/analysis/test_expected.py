"""When a measure's follow-ups are expected, which of those held and planned answer for which; and roles."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pytest

from crosp_cli.analysis.follow_up.continuity import Break, MeasureAt, continuity
from crosp_cli.analysis.follow_up.expected import follow_ups_of, months_after, results_without_date
from crosp_cli.analysis.follow_up.roles import is_vacant, role_key, role_of

from .small import AA, AB, assessment, cell, measure

DUE = "2026-01-31"


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 0, date(2026, 1, 31)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 6, 30), 6, date(2026, 12, 30)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 11, 30), 13, date(2027, 12, 30)),
        (date(9999, 12, 1), 0, date(9999, 12, 1)),
        (date(9999, 12, 1), 1, date.max),
    ],
)
def test_months_later(day: date, months: int, expected: date) -> None:
    assert months_after(day, months) == expected


Answer = tuple[str | None, str | None, bool]
"""Of an expected follow-up: when it was held, when it is planned, whether it was missed."""


def answers(
    held: Sequence[str] = (), planned: Sequence[str] = (), months: Sequence[int] = (0, 6), **values: Any
) -> tuple[list[Answer], list[tuple[int, str]]]:
    """What is expected of a measure that is due on the last of January, and what is planned beside it."""
    dated = [{"date": day, "result": "Seen."} for day in held] + [{"date": day} for day in planned]
    expected, beside = follow_ups_of(measure(**{"due": DUE, "follow_ups": dated, **values}), months)
    told = [
        (str(one.held) if one.held else None, str(one.planned) if one.planned else None, one.missed) for one in expected
    ]
    return told, [(one.number, str(one.day)) for one in beside]


NONE: Answer = (None, None, False)


@pytest.mark.parametrize(
    ("held", "planned", "first", "second", "beside"),
    [
        ([], [], NONE, NONE, []),
        (["2026-01-31"], [], ("2026-01-31", None, False), NONE, []),
        (["2026-01-01"], [], ("2026-01-01", None, False), NONE, []),
        (["2025-12-31"], [], NONE, NONE, []),
        (["2026-06-30"], [], ("2026-06-30", None, False), NONE, []),
        (["2026-07-01"], [], (None, None, True), ("2026-07-01", None, False), []),
        (["2026-02-01", "2026-03-01"], [], ("2026-02-01", None, False), NONE, []),
        ([], ["2026-02-01"], (None, "2026-02-01", False), NONE, []),
        ([], ["2026-02-01", "2026-03-01"], (None, "2026-02-01", False), NONE, [(2, "2026-03-01")]),
        ([], ["2025-12-31"], NONE, NONE, [(1, "2025-12-31")]),
        (["2026-02-01"], ["2026-03-01"], ("2026-02-01", None, False), NONE, [(2, "2026-03-01")]),
        (["2026-07-31"], ["2026-03-01"], (None, "2026-03-01", False), ("2026-07-31", None, False), []),
        (["2026-02-01", "2026-07-31"], [], ("2026-02-01", None, False), ("2026-07-31", None, False), []),
    ],
)
def test_which_answers_for_which(
    held: list[str], planned: list[str], first: Answer, second: Answer, beside: list[tuple[int, str]]
) -> None:
    assert answers(held, planned) == ([first, second], beside)


def test_the_first_days_of_all_have_none_before_them() -> None:
    assert answers(["0001-01-02"], due="0001-01-05")[0] == [("0001-01-02", None, False), NONE]


def test_two_planned_on_one_day_are_two() -> None:
    assert answers(planned=["2026-02-01", "2026-02-01"])[1] == [(2, "2026-02-01")]


@pytest.mark.parametrize(
    ("day", "number"), [("2026-02-12", 0), ("2026-02-14", 1), ("2026-02-15", 1), ("2026-03-13", 1), ("2026-03-16", 2)]
)
def test_expected_days_close_together_share_the_time_half_way(day: str, number: int) -> None:
    found, _beside = answers([day], months=(0, 1, 2))
    assert [one[0] for one in found] == [day if place == number else None for place in range(3)]


@pytest.mark.parametrize(
    ("values", "held"),
    [
        ({"status": "done"}, "2025-11-01"),
        ({"status": "ongoing"}, None),
        ({"status": "done", "months": (6,)}, None),
    ],
)
def test_of_a_measure_that_is_done_an_early_look_answers(values: Mapping[str, Any], held: str | None) -> None:
    found, _beside = answers(["2025-10-01", "2025-11-01"], **values)
    assert found[0][0] == held


@pytest.mark.parametrize("months", [(0,), (0, 6, 12)])
def test_of_several_early_looks_at_one_that_is_done_the_last_answers(months: tuple[int, ...]) -> None:
    later = ["2026-07-31"] * (len(months) > 1)
    found, _beside = answers(["2025-09-01", "2025-10-01", "2025-11-01", *later], status="done", months=months)
    assert [held for held, _planned, _missed in found] == ["2025-11-01", *later, None][: len(months)]


def test_what_has_no_date_answers_for_nothing() -> None:
    follow_ups = [{"result": "Seen."}, {"date": "2026-02-01", "result": "Seen."}, {"source": "survey"}]
    expected, planned = follow_ups_of(measure(due=DUE, follow_ups=follow_ups), (0, 6))
    assert ([one.held for one in expected], planned) == ([date(2026, 2, 1), None], ())


def test_of_one_that_is_done_no_later_look_answers_for_the_due_date() -> None:
    assert answers(["2026-07-31"], status="done")[0] == [(None, None, True), ("2026-07-31", None, False)]


def test_the_days_decide_and_not_the_order_that_they_are_written_in() -> None:
    assert answers(["2026-03-01", "2026-02-01"])[0][0] == ("2026-02-01", None, False)
    assert answers(["2025-11-01", "2025-10-01"], status="done")[0][0][0] == "2025-11-01"
    assert answers(planned=["2026-03-01", "2026-02-01"]) == ([(None, "2026-02-01", False), NONE], [(2, "2026-03-01")])
    assert answers(["2026-07-31"], months=(12, 6, 0))[0] == [(None, None, True), ("2026-07-31", None, False), NONE]


def test_held_in_its_time_counts_before_an_early_look() -> None:
    assert answers(["2025-10-01", "2026-02-01"], status="done")[0][0][0] == "2026-02-01"


@pytest.mark.parametrize(
    ("values", "number", "beside"),
    [
        ({}, 2, 0),
        ({"months": ()}, 0, 1),
        ({"months": (6, 0, 6)}, 2, 0),
        ({"due": None}, 0, 1),
        ({"status": "dropped"}, 0, 0),
    ],
)
def test_what_nothing_can_be_expected_of(values: Mapping[str, Any], number: int, beside: int) -> None:
    expected, planned = answers(planned=["2026-02-01"], **values)
    assert (len(expected), len(planned)) == (number, beside)


@pytest.mark.parametrize(
    ("follow_ups", "found"),
    [
        ([{"result": "Seen."}], True),
        ([{"result": " "}], False),
        ([{"source": "survey"}], False),
        ([{"date": "2026-01-01", "result": "Seen."}], False),
        ([{"date": "2026-01-01"}, {"result": "Seen."}], True),
    ],
)
def test_a_result_without_a_date(follow_ups: list[dict[str, str]], *, found: bool) -> None:
    assert results_without_date(measure(follow_ups=follow_ups)) is found


@pytest.mark.parametrize(
    ("written", "role"),
    [(None, None), ("", None), ("  \n ", None), ("Head", "Head"), (" the\n  head ", "the head")],
)
def test_a_role_stands_on_one_line(written: str | None, role: str | None) -> None:
    assert role_of(measure(responsible=written)) == role


def test_capitals_spaces_and_composed_letters_make_no_other_role() -> None:
    assert role_key("The  Förskollärare") == role_key("the förskollärare".replace("ä", "a\u0308"))
    assert role_key("head") != role_key("heads")
    assert role_key(None) is None


@pytest.mark.parametrize(
    ("role", "vacant"),
    [
        ("kurator (vakant)", True),
        ("Vacant", True),
        ("kurator, ej tillsatt", True),
        ("to be appointed", True),
        ("?", True),
        ("ingen", True),
        ("…!", True),
        ("ingen annan än rektor", False),
        ("rektor", False),
        ("the vacantly named", False),
    ],
)
def test_words_that_say_that_nobody_holds_it(role: str, *, vacant: bool) -> None:
    assert is_vacant(role) is vacant


@pytest.mark.parametrize(
    ("before", "now", "what"),
    [
        ("head", "head", None),
        ("head", "The head", Break.CHANGED),
        ("head", "HEAD", None),
        ("head", "vacant", Break.VACANT),
        ("head", None, Break.MISSING),
        ("vacant", "head", Break.FILLED),
        ("vacant", "vacant", Break.VACANT),
        (None, "head", None),
        (None, None, Break.MISSING),
    ],
)
def test_who_answers_from_one_occasion_to_the_next(before: str | None, now: str | None, what: Break | None) -> None:
    old, new = measure(responsible=before), measure(responsible=now)
    then = assessment({AB: cell(measures=(old,))}, "2025-10-15")
    found = continuity([MeasureAt("school", AA, new)], assessment({AA: cell(measures=(new,))}), then)
    assert [(one.what, one.now, one.before) for one in found] == ([(what, now, before)] if what else [])
    assert [one.day_before for one in found] == [date(2025, 10, 15) if before else None for _one in found]


@pytest.mark.parametrize("twice", ["now", "then"])
def test_of_two_with_one_name_nobody_knows_which_it_was(twice: str) -> None:
    def measures(role: str, when: str) -> dict[Any, Any]:
        one = cell(measures=(measure(responsible=role),))
        return {AA: one, AB: one} if when == twice else {AA: one}

    now, then = assessment(measures("head", "now")), assessment(measures("nurse", "then"), "2025-10-15")
    assert continuity([MeasureAt("school", AA, measure(responsible="head"))], now, then) == []
