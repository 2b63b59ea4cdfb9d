"""Counts, and nothing but counts: cells by step, measures by orientation and scope."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from crosp_cli.analysis.assessment.cells import Behind, CellResult, Setting, State
from crosp_cli.analysis.assessment.measures import measure_results
from crosp_cli.analysis.assessment.orientation import Spread, said_of_orientation, spread
from crosp_cli.analysis.assessment.profiles import by_area, by_factor, by_principle, profile
from crosp_cli.model.framework import Framework
from crosp_cli.model.guidance import Reference, References

from .small import AA, AB, BA, BB, assessment, cell, framework, measure, named, reference, result

TODAY = date(2026, 11, 22)
FACTOR, OTHER, LAW = (
    reference(name, kind) for name, kind in (("f", "success-factor"), ("g", "success-factor"), ("law", "law"))
)


def behind(*references: Reference) -> tuple[Behind, ...]:
    return tuple(Behind(one, None) for one in references)


CELLS = (
    result(AA, rating=1, behind=behind(FACTOR, LAW)),
    result(AB, rating=5, behind=behind(FACTOR)),
    result(BA, rating=None, state=State.DESCRIBED),
    result(BB, rating=None, state=State.NOT_APPLICABLE, behind=behind(FACTOR)),
)


@pytest.mark.parametrize(
    ("cells", "steps", "not_rated", "not_applicable"),
    [
        ((), (0, 0, 0, 0), 0, 0),
        (CELLS, (1, 0, 0, 1), 1, 1),
        (CELLS[:2], (1, 0, 0, 1), 0, 0),
        ((CELLS[0], CELLS[0]._replace(place=AB)), (2, 0, 0, 0), 0, 0),
        ((CELLS[2]._replace(state=State.NOT_ASSESSED), CELLS[2]), (0, 0, 0, 0), 2, 0),
        ((CELLS[3], CELLS[3]), (0, 0, 0, 0), 0, 2),
    ],
)
def test_how_many_cells_stand_where(
    cells: tuple[CellResult, ...], steps: tuple[int, ...], not_rated: int, not_applicable: int
) -> None:
    found = profile("x", {"en": "X"}, cells, framework())
    assert found.steps == tuple(zip((1, 2, 3, 5), steps, strict=True))
    assert (found.not_rated, found.not_applicable) == (not_rated, not_applicable)


def test_rows_columns_and_factors_hold_their_own_cells() -> None:
    def held(profiles: Any) -> dict[str, list[object]]:
        return {found.id: [one.place for one in found.cells] for found in profiles}

    assert held(by_principle(CELLS, framework())) == {"a": [AA, AB], "b": [BA, BB]}
    assert held(by_area(CELLS, framework())) == {"a": [AA, BA], "b": [AB, BB]}
    assert held(by_factor(CELLS, framework(), References(entries=(OTHER, LAW, FACTOR)))) == {"f": [AA, AB, BB]}


def spread_of(*kinds: tuple[str | None, str | None, str], follows: Framework) -> Spread:
    measures = tuple(
        measure(f"m{number}", orientation=orientation, scope=scope, status=status)
        for number, (orientation, scope, status) in enumerate(kinds)
    )
    return spread(measure_results(assessment({AA: cell(measures=measures)}), follows, TODAY), follows)


KINDS = framework(orientations=[named("early"), named("late")], scopes=[named("all"), named("one")])


def test_measures_by_orientation_and_scope() -> None:
    found = spread_of(
        ("late", "all", "planned"), ("late", "all", "done"), ("late", "one", "ongoing"), ("early", "one", "dropped"),
        follows=KINDS,
    )  # fmt: skip
    assert (found.orientations, found.scopes) == (("early", "late"), ("all", "one"))
    assert [found.number_of("late", scope) for scope in ("all", "one")] == [2, 1]
    assert (found.number_of("early", "one"), found.measures) == (0, 3)


def test_kinds_that_are_new_or_not_stated_come_last() -> None:
    found = spread_of(("z", None, "planned"), (None, "one", "planned"), ("y", "one", "planned"), follows=KINDS)
    assert found.orientations == ("early", "late", "y", "z", None)
    assert found.scopes == ("all", "one", None)


@pytest.mark.parametrize(
    ("applies_to", "concerns"),
    [
        ({}, True),
        ({"levels": ["organiser"]}, True),
        ({"levels": ["elsewhere"]}, False),
        ({"organiser_types": ["independent"]}, False),
        ({"school_forms": ["compulsory"]}, True),
        ({"school_forms": ["preschool"]}, False),
    ],
)
def test_what_is_said_of_orientation_concerns_all_levels(applies_to: Mapping[str, Any], *, concerns: bool) -> None:
    law: Reference = reference("law", **applies_to)
    follows = framework(orientation_references=[{"id": "missing"}, {"id": "law"}])
    [said] = said_of_orientation(follows, {"law": law}, Setting("municipal", ("compulsory",), "class"))
    assert (said.reference, said.concerns) == (law, concerns)


@pytest.mark.parametrize(
    ("values", "overdue"),
    [
        ({"due": "2026-11-21"}, True),
        ({"due": "2026-11-22"}, False),
        ({}, False),
        ({"due": "2026-11-21", "status": "ongoing"}, True),
        ({"due": "2026-11-21", "status": "done"}, False),
        ({"due": "2026-11-21", "status": "dropped"}, False),
    ],
)
def test_what_is_due_today_is_not_overdue(values: Mapping[str, Any], *, overdue: bool) -> None:
    [found] = measure_results(assessment({AA: cell(measures=(measure(**values),))}), framework(), TODAY)
    assert found.overdue is overdue


@pytest.mark.parametrize(
    ("follow_ups", "day"),
    [
        ([{"date": "2027-01-01"}, {"date": "2026-12-01"}], date(2026, 12, 1)),
        ([{"date": "2026-12-01", "result": "Seen."}, {"date": "2027-01-01"}], date(2027, 1, 1)),
        ([{"source": "survey"}], None),
        ([{"date": "2026-12-01", "result": "Seen."}], None),
    ],
)
def test_the_next_follow_up_is_the_first_without_a_result(follow_ups: list[dict[str, str]], day: date | None) -> None:
    [found] = measure_results(assessment({AA: cell(measures=(measure(follow_ups=follow_ups),))}), framework(), TODAY)
    assert (found.next_follow_up.date if found.next_follow_up else None) == day


@pytest.mark.parametrize(
    ("follow_ups", "overdue"),
    [([{"date": "2026-11-21"}], True), ([{"date": "2026-11-22"}], False), ([{"source": "survey"}], False), ([], False)],
)
def test_a_follow_up_of_today_is_not_overdue(follow_ups: list[dict[str, str]], *, overdue: bool) -> None:
    [found] = measure_results(assessment({AA: cell(measures=(measure(follow_ups=follow_ups),))}), framework(), TODAY)
    assert found.is_follow_up_overdue is overdue


def test_measures_stand_by_status_day_cell_and_name() -> None:
    def of(*measures: tuple[str, str, str | None]) -> Any:
        return cell(measures=tuple(measure(name, status=status, due=due) for name, status, due in measures))

    cells = {
        BA: of(("b", "planned", "2027-01-01"), ("a", "planned", "2027-01-01"), ("z", "ongoing", None)),
        AA: of(("d", "dropped", "2020-01-01"), ("c", "planned", "2027-01-01"), ("e", "done", None)),
        AB: of(("f", "planned", "2026-12-31"), ("g", "ongoing", "2028-01-01")),
    }
    found = measure_results(assessment(cells), framework(), TODAY)
    assert [one.measure.id for one in found] == ["g", "z", "f", "c", "a", "b", "e", "d"]
