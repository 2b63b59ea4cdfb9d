"""A programme as plain values: how far it has come, what may be told of answers, and units beside each other."""

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


@pytest.mark.parametrize(
    ("number", "told"), [(0, 0), (4, Rough.FEW), (5, 5), (56, 56), (57, Rough.MOST), (60, Rough.MOST), (61, 61)]
)
def test_few_and_nearly_all_are_told_roughly(number: int, told: int | Rough) -> None:
    assert part_of(number, 61, 5) == told


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


class TestBeside:
    @staticmethod
    def rated(unit: str, day: str, rating: int) -> Assessment:
        cell = {"quality": {"current_state": {"rating": str(rating)}}}
        head = {"format": "crosp-assessment/1", "framework": "spsm-crosp@2024", "level": "school", "unit": unit}
        return Assessment.model_validate(head | {"occasion": day[:4], "date": day, "cells": {"follow-up": cell}})

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
