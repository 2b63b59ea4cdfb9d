"""A programme as plain values: how far it has come, what may be told of answers, and units beside each other."""

from collections import Counter
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosp_cli.analysis.groups.disclosure import Rough, part_of
from crosp_cli.analysis.programme.analyse import Standing, analyse_programme
from crosp_cli.analysis.programme.beside import beside
from crosp_cli.analysis.programme.coverage import Holds, coverage
from crosp_cli.analysis.programme.follow_ups import FollowUpState, follow_ups, reported_by_cell
from crosp_cli.model.assessment import Assessment
from crosp_cli.model.framework import Framework
from crosp_cli.model.programme import Programme
from crosp_cli.model.project import Project
from crosp_cli.output.programme.build import programme_view
from crosp_cli.reading.documents.framework import read_built_in

TODAY = date(2024, 9, 1)
_BUILT_IN = read_built_in().framework
assert _BUILT_IN is not None
FRAMEWORK: Framework = _BUILT_IN
UNITS = "abcdefghijkl"
PROJECT = Project.model_validate(
    {
        "format": "crosp-project/1",
        "framework": "spsm-crosp@2024",
        "organiser": {"id": "o", "name": "O", "type": "municipal"},
        "units": [{"id": unit, "name": unit.upper()} for unit in UNITS],
    }
)
HEAD = {"format": "crosp-programme/1", "framework": "spsm-crosp@2024", "id": "uss", "name": "Utredning"}


def programme(**more: Any) -> Programme:
    return Programme.model_validate(HEAD | more)


class TestCoverage:
    def test_what_the_seed_says(self) -> None:
        found = coverage(
            programme(
                intended_for={"number": 144},
                completed=[{"date": "2023-12-31", "number": 79}],
                registered=[{"date": "2024-06-14", "number": 12, "begins": "2024-08-01", "ends": "2024-12-31"}],
            ),
            TODAY,
        )
        assert [(one.day, one.completed, one.of, one.share) for one in found.points] == [
            (date(2023, 12, 31), 79, 144, 55)
        ]
        assert [(one.number, one.holds) for one in found.registrations] == [(12, Holds.YES)]

    @pytest.mark.parametrize(
        ("today", "more", "holds"),
        [
            ("2024-12-31", [], [Holds.YES]),
            ("2025-01-01", [], [Holds.OVER]),
            ("2024-10-01", [{"date": "2024-09-30", "number": 85}], [Holds.COUNTED_SINCE]),
            ("2024-06-13", [], []),
        ],
    )
    def test_what_has_ended_is_not_current(self, today: str, more: list[Any], holds: list[Holds]) -> None:
        given_ = programme(
            completed=[{"date": "2023-12-31", "number": 79}, *more],
            registered=[{"date": "2024-06-14", "number": 12, "ends": "2024-12-31"}],
        )
        assert [one.holds for one in coverage(given_, date.fromisoformat(today)).registrations] == holds

    def test_a_later_count_is_not_shown(self) -> None:
        found = coverage(programme(completed=[{"date": "2025-12-31", "number": 99}]), TODAY)
        assert (found.points, found.newest, found.later) == ((), None, 1)

    def test_units_are_counted_where_nobody_has_counted(self) -> None:
        units = [{"unit": "a", "completed": "2023-06-01"}, {"unit": "b", "completed": "2022-06-01"}, {"unit": "c"}]
        found = coverage(programme(intended_for={"units": ["a", "b", "c"]}, units=units), TODAY)
        assert [(one.day.year, one.completed, one.of) for one in found.points] == [(2022, 1, 3), (2023, 2, 3)]


_DAYS = st.dates(date(2022, 1, 1), date(2025, 1, 1)).map(str)
_UNITS = st.lists(
    st.fixed_dictionaries({"unit": st.sampled_from(UNITS)}, optional={"registered": _DAYS, "completed": _DAYS}),
    max_size=6,
    unique_by=lambda part: part["unit"],
)
_PROGRAMMES = st.fixed_dictionaries(
    {
        "completed": st.lists(
            st.fixed_dictionaries({"date": _DAYS, "number": st.integers(0, 20)}, optional={"of": st.integers(0, 20)}),
            max_size=4,
        ),
        "registered": st.lists(st.fixed_dictionaries({"date": _DAYS, "number": st.integers(0, 20)}), max_size=3),
        "units": _UNITS,
        "follow_ups": st.lists(
            st.fixed_dictionaries(
                {"id": st.sampled_from(UNITS), "kind": st.just("survey")},
                optional={
                    "planned": _DAYS,
                    "made": st.fixed_dictionaries(
                        {"date": _DAYS, "answered": st.integers(0, 9), "of": st.integers(9, 12)},
                        optional={
                            "reports": st.lists(
                                st.fixed_dictionaries(
                                    {"what": st.sampled_from(["Möten", "Samverkan"]), "number": st.integers(0, 9)}
                                ),
                                max_size=3,
                            )
                        },
                    ),
                },
            ),
            max_size=4,
            unique_by=lambda one: one["id"],
        ),
    }
)


class TestAlways:
    @given(made=_PROGRAMMES, random=st.randoms(use_true_random=False))
    def test_the_order_of_entries_never_changes_a_result(self, made: dict[str, Any], random: Random) -> None:
        turned = {key: random.sample(entries, len(entries)) for key, entries in made.items()}
        found, other = (analyse_programme(programme(**one), FRAMEWORK, PROJECT, TODAY, 60) for one in (made, turned))
        assert programme_view(found, "sv") == programme_view(other, "sv")

    @given(made=_PROGRAMMES, day=_DAYS, number=st.integers(0, 20))
    def test_adding_registered_ones_by_number_never_changes_what_is_completed(
        self, made: dict[str, Any], day: str, number: int
    ) -> None:
        more = made | {"registered": [*made["registered"], {"date": day, "number": number}]}
        before, after = (coverage(programme(**one), TODAY) for one in (made, more))
        assert (before.points, before.completed_units) == (after.points, after.completed_units)

    @given(made=_PROGRAMMES, unit=st.sampled_from(UNITS), day=_DAYS)
    def test_adding_a_registered_unit_never_changes_what_is_completed(
        self, made: dict[str, Any], unit: str, day: str
    ) -> None:
        if unit in [part["unit"] for part in made["units"]]:
            return
        more = made | {"units": [*made["units"], {"unit": unit, "registered": day}]}
        before, after = (coverage(programme(**one), TODAY) for one in (made, more))
        assert (before.points, before.completed_units) == (after.points, after.completed_units)

    @given(number=st.integers(0, 30), of=st.integers(0, 30), limit=st.integers(0, 8))
    def test_a_number_that_is_told_points_nobody_out(self, number: int, of: int, limit: int) -> None:
        told = part_of(min(number, of), of, limit)
        if isinstance(told, int):
            assert told == 0 or told >= limit
            assert told == of or of - told >= limit

    @pytest.mark.parametrize("limit", range(3, 9))
    def test_at_least_two_numbers_fit_what_is_told_roughly(self, limit: int) -> None:
        for of in range(limit, 31):
            told = Counter(part_of(number, of, limit) for number in range(of + 1))
            assert all(count > 1 for said, count in told.items() if isinstance(said, Rough)), of


@pytest.mark.parametrize(
    ("number", "told"), [(0, 0), (4, Rough.FEW), (5, 5), (56, 56), (57, Rough.MOST), (60, Rough.MOST), (61, 61)]
)
def test_few_and_nearly_all_are_told_roughly(number: int, told: int | Rough) -> None:
    assert part_of(number, 61, 5) == told


@pytest.mark.parametrize(("number", "of"), [(1, 5), (4, 5), (5, 6), (8, 9)])
def test_of_so_few_that_either_would_tell_the_number_it_is_some(number: int, of: int) -> None:
    assert part_of(number, of, 5) is Rough.SOME


@pytest.mark.parametrize(
    ("start", "end", "standing"),
    [
        (None, None, Standing.UNDATED),
        ("2024-09-02", None, Standing.COMING),
        ("2024-09-01", None, Standing.ONGOING),
        ("2020-01-01", "2024-09-01", Standing.ONGOING),
        ("2020-01-01", "2024-08-31", Standing.ENDED),
    ],
)
def test_whether_it_is_going_on(start: str | None, end: str | None, standing: Standing) -> None:
    found = analyse_programme(programme(start=start, end=end), FRAMEWORK, PROJECT, TODAY, 60)
    assert found.standing is standing


def made_on(day: str, answered: int | None, of: int | None = 10, **more: Any) -> dict[str, Any]:
    return {"made": {"date": day, "answered": answered, "of": of, **more}}


@pytest.mark.parametrize(
    ("says", "state", "told"),
    [
        ({}, FollowUpState.UNDATED, (None, None, None, False)),
        ({"planned": "2024-08-31"}, FollowUpState.OVERDUE, (date(2024, 8, 31), None, None, False)),
        ({"planned": "2024-09-01"}, FollowUpState.DUE_SOON, (date(2024, 9, 1), None, None, False)),
        ({"planned": "2024-10-31"}, FollowUpState.DUE_SOON, (date(2024, 10, 31), None, None, False)),
        ({"planned": "2024-11-01"}, FollowUpState.COMING, (date(2024, 11, 1), None, None, False)),
        (made_on("2024-09-02", 6), FollowUpState.UNDATED, (None, None, None, False)),
        (made_on("2024-09-01", 5), FollowUpState.MADE, (TODAY, 5, 10, False)),
        (made_on("2024-09-01", 4), FollowUpState.MADE, (TODAY, Rough.FEW, 10, True)),
        (made_on("2024-09-01", 1, 2), FollowUpState.MADE, (TODAY, Rough.FEW, 2, True)),
        (made_on("2024-09-01", 1, 1), FollowUpState.MADE, (TODAY, Rough.FEW, None, True)),
        (made_on("2024-09-01", 0), FollowUpState.MADE, (TODAY, 0, 10, True)),
        (made_on("2024-09-01", None), FollowUpState.MADE, (TODAY, None, 10, False)),
    ],
)
def test_how_a_follow_up_stands(says: dict[str, Any], state: FollowUpState, told: tuple[Any, ...]) -> None:
    [found] = follow_ups(programme(follow_ups=[{"id": "f", "kind": "survey", **says}]), TODAY, 60, 5)
    assert (found.state, (found.day, found.answered, found.of, found.is_held_back)) == (state, told)
    assert (found.made is None) is (state is not FollowUpState.MADE or told[-1])


def test_follow_ups_stand_by_their_state_and_day() -> None:
    says = {"a": {}, "b": made_on("2024-08-01", 6), "c": {"planned": "2024-09-02"}, "d": {"planned": "2024-09-01"}}
    says |= {"h": {}, "e": {"planned": "2024-01-01"}, "f": {"planned": "2025-09-01"}, "g": {"planned": "2024-09-01"}}
    made = programme(follow_ups=[{"id": name, "kind": "survey", **one} for name, one in reversed(says.items())])
    assert "".join(one.follow_up.id for one in follow_ups(made, TODAY, 60, 5)) == "edgcfahb"


@pytest.mark.parametrize(
    ("answered", "number", "told"),
    [(10, 5, 5), (10, 4, Rough.FEW), (10, 6, Rough.MOST), (10, 10, 10), (10, 0, 0), (10, None, None), (None, 5, None)],
)
def test_how_many_report_something(answered: int | None, number: int | None, told: int | Rough | None) -> None:
    reports = [{"what": "More.", "number": number}]
    made = programme(follow_ups=[{"id": "f", "kind": "survey", **made_on("2024-08-01", answered, 20, reports=reports)}])
    [of_none] = reported_by_cell(follow_ups(made, TODAY, 60, 5), FRAMEWORK, 5)
    assert [(of_none.place, one.number) for one in of_none.reports] == [(None, told)]


def test_reports_stand_by_cell_and_day() -> None:
    def says(*about: tuple[str, str | None, str | None]) -> list[dict[str, Any]]:
        return [{"what": what, "principle": row, "area": column} for what, row, column in about]

    later = says(("c", "follow-up", "quality"), ("b", None, None), ("a", "follow-up", "gone"), ("e", "funding", None))
    first = says(("d", "follow-up", "quality"), ("f", "shared-direction", "quality"))
    made = programme(
        follow_ups=[
            {"id": "z", "kind": "survey", **made_on("2024-08-01", 6, reports=first)},
            {"id": "y", "kind": "survey", **made_on("2024-08-02", 6, reports=later)},
            {"id": "x", "kind": "survey", **made_on("2024-08-02", 4, reports=first)},
            {"id": "w", "kind": "survey", **made_on("2024-09-02", 6, reports=first)},
        ]
    )
    found = reported_by_cell(follow_ups(made, TODAY, 60, 5), FRAMEWORK, 5)
    assert [(one.place, "".join(each.reported.what for each in one.reports)) for one in found] == [
        (("shared-direction", "quality"), "f"),
        (("follow-up", "quality"), "dc"),
        (None, "abe"),
    ]


class TestBeside:
    @staticmethod
    def rated(unit: str, day: str, rating: int | None, **more: str) -> Assessment:
        cell = {"quality": {"current_state": {"rating": rating and str(rating)}}}
        head = {"format": "crosp-assessment/1", "framework": "spsm-crosp@2024", "level": "school", "unit": unit}
        says = {"occasion": day[:4], "date": day, "cells": {"follow-up": cell}}
        return Assessment.model_validate(head | says | more)

    def of_one(self, *days: str, today: date = TODAY, **more: Any) -> Any:
        """Those beside each other where the unit a had completed it on the first of June 2023."""
        units = [{"unit": "a", "completed": "2023-06-01"}]
        assessments = [self.rated("a", day, 1) for day in days]
        made = programme(**{"start": "2022-01-01", "units": units, **more})
        return beside(made, assessments, PROJECT, FRAMEWORK, today)[0]

    @pytest.mark.parametrize(
        ("days", "pair"),
        [
            (("2021-10-01", "2023-10-01"), ("2021-10-01", "2023-10-01")),
            (("2022-01-01", "2023-06-01"), ("2022-01-01", "2023-06-01")),
            (("2022-01-02", "2023-06-01"), None),
            (("2022-01-01", "2023-05-31"), None),
            (("2022-01-01", "2024-09-01"), ("2022-01-01", "2024-09-01")),
            (("2022-01-01", "2024-09-02"), None),
            (("2023-06-01",), None),
            (("2024-01-01", "2020-01-01", "2023-07-01", "2021-01-01"), ("2021-01-01", "2024-01-01")),
        ],
    )
    def test_which_is_before_and_which_after(self, days: tuple[str, ...], pair: tuple[str, str] | None) -> None:
        found = self.of_one(*days)
        told = None if found.before is None else (str(found.before[0]), str(found.after[0]))
        assert (told, found.took_part) == (pair, (1, 0 if pair is None else 1))

    def test_nothing_is_after_the_start_on_its_own_day(self) -> None:
        found = self.of_one("2022-01-01", units=[{"unit": "a", "completed": "2021-06-01"}])
        assert found.before is None

    def test_who_is_counted_on_which_side(self) -> None:
        units = [{"unit": "a", "completed": "2024-09-01"}, {"unit": "b", "completed": "2024-09-02"}, {"unit": "c"}]
        found = self.of_one(units=units)
        assert (found.took_part[0], found.waiting, found.others[0]) == (1, 2, 9)
        found = self.of_one(units=units, intended_for={"units": ["a", "b", "d"]})
        assert (found.took_part[0], found.waiting, found.others[0]) == (1, 2, 1)
        assert self.of_one(units=units, intended_for={"number": 4}).others[0] == 9
        with pytest.raises(ValueError, match="without a start"):
            self.of_one(start=None)

    def test_levels_and_versions_are_kept_apart(self) -> None:
        units = [{"unit": unit, "completed": "2023-06-01"} for unit in UNITS]
        made = programme(start="2022-01-01", units=units)
        days = ("2021-10-01", "2024-05-01")
        at = [self.rated(unit, day, 1, level="teaching") for unit in UNITS for day in days]
        assert [one.level for one in beside(made, at, PROJECT, FRAMEWORK, TODAY)] == ["teaching"]
        both = beside(made, [*at, self.rated("a", "2021-10-01", 1)], PROJECT, FRAMEWORK, TODAY)
        assert [(one.level, one.took_part) for one in both] == [("school", (12, 0)), ("teaching", (12, 12))]
        assert [one.level for one in beside(made, [], PROJECT, FRAMEWORK, TODAY)] == ["school"]
        at_none = [self.rated("a", "2021-10-01", 1, level="organiser")]
        assert [one.level for one in beside(made, at_none, PROJECT, FRAMEWORK, TODAY)] == ["school"]
        other = [self.rated(unit, day, 1, framework="spsm-crosp@2020") for unit in UNITS for day in days]
        assert beside(made, other, PROJECT, FRAMEWORK, TODAY)[0].took_part == (12, 0)

    def test_how_they_moved(self) -> None:
        units = [{"unit": unit, "completed": "2023-06-01"} for unit in "abcdefgh"]
        moves = zip("abcdefgh", (3, 2, 1, 3, 2, 3, None, 3), (2, 1, 1, 1, 2, 2, 2, None), strict=True)
        assessments = [
            self.rated(unit, day, rating)
            for unit, old, new in moves
            for day, rating in ((f"2021-10-0{ord('i') - ord(unit)}", old), (f"2024-05-0{ord('i') - ord(unit)}", new))
        ]
        made = programme(start="2022-01-01", units=units)
        found = beside(made, assessments, PROJECT, FRAMEWORK, TODAY)[0]
        assert found.before == (date(2021, 10, 1), date(2021, 10, 8))
        assert found.after == (date(2024, 5, 1), date(2024, 5, 8))
        [cell] = found.cells
        assert (cell.took_part.units, cell.took_part.higher, cell.took_part.same, cell.took_part.lower) == (6, 0, 2, 4)
        assert list(cell.took_part.before.items()) == [(1, 1), (2, 2), (3, 3)]
        assert list(cell.took_part.after.items()) == [(1, 3), (2, 3)]
        assert cell.others is None

    def found(self, took_part: str, rated: str) -> Any:
        units = [{"unit": unit, "completed": "2023-06-01"} for unit in took_part]
        assessments = [
            self.rated(unit, day, rating)
            for unit in rated
            for day, rating in (("2021-10-01", 1), ("2024-05-01", 2 if unit in took_part else 1))
        ]
        made = programme(start="2022-01-01", units=units)
        return beside(made, assessments, PROJECT, FRAMEWORK, TODAY)[0]

    def test_counts_on_both_sides(self) -> None:
        found = self.found("abcdef", UNITS)
        assert (found.level, found.took_part, found.others, found.waiting) == ("school", (6, 6), (6, 6), 0)
        assert (found.before, found.after) == ((date(2021, 10, 1),) * 2, (date(2024, 5, 1),) * 2)
        [cell] = found.cells
        assert (cell.took_part.units, cell.took_part.higher, cell.took_part.same, cell.took_part.lower) == (6, 6, 0, 0)
        assert (cell.others.higher, cell.others.same, cell.others.before, cell.others.after) == (0, 6, {1: 6}, {1: 6})

    def test_fewer_than_may_be_shown_are_held_back(self) -> None:
        [cell] = self.found("abcd", UNITS).cells
        assert cell.took_part is None
        assert cell.others.units == 8
        assert self.found("abcd", "abcdefgh").cells == ()

    def test_after_is_no_earlier_than_the_unit_had_completed_it(self) -> None:
        units = [{"unit": unit, "completed": "2024-06-01"} for unit in "abcdef"]
        assessments = [self.rated(unit, day, 1) for unit in "abcdef" for day in ("2021-10-01", "2024-05-01")]
        made = programme(start="2022-01-01", units=units)
        found = beside(made, assessments, PROJECT, FRAMEWORK, TODAY)[0]
        assert (found.took_part, found.cells) == ((6, 0), ())
