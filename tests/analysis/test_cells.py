"""Each cell as an assessment left it: its state, its gap, what binds there, what nobody has touched."""

from collections.abc import Mapping
from typing import Any

import pytest

from crosp_cli.analysis.assessment.cells import Behind, CellResult, Setting, State, cell_results, setting_of, state_of
from crosp_cli.limits import DIFFERENT_FORMS
from crosp_cli.model.assessment import Cell, Measure
from crosp_cli.model.guidance import References

from .small import AA, AB, BB, PLACES, assessment, cell, framework, measure, named, project, reference

NOBODY = Setting(None, (), "school")


def analysed(found: Cell, setting: Setting = NOBODY) -> CellResult:
    return cell_results(assessment({AA: found}), framework(), References(), setting, {})[0]


@pytest.mark.parametrize(
    ("found", "state"),
    [
        (None, State.OUTSIDE),
        (cell(), State.NOT_ASSESSED),
        (cell(carried_over_from="2025-ht"), State.NOT_ASSESSED),
        (cell(1), State.RATED),
        (cell(analysis="More."), State.DESCRIBED),
        (cell(target=2), State.DESCRIBED),
        (cell(target=2, carried_over_from="2025-ht"), State.NOT_ASSESSED),
        (cell(target=2, carried_over_from="2025-ht", analysis="Still."), State.DESCRIBED),
        (cell(1, target=2, carried_over_from="2025-ht"), State.RATED),
        (cell(priority="low"), State.DESCRIBED),
        (cell(measures=(measure(),)), State.DESCRIBED),
        (cell(measures=(measure(carried_over_from="2025-ht"),)), State.NOT_ASSESSED),
        (cell(measures=(measure(carried_over_from="2025-ht"), measure())), State.DESCRIBED),
        (cell(groups={"teachers": {1: 1}}), State.DESCRIBED),
        (Cell(not_applicable="Not ours."), State.NOT_APPLICABLE),
    ],
)
def test_how_much_is_known(found: Cell | None, state: State) -> None:
    assert state_of(found) is state


@pytest.mark.parametrize(
    ("rating", "target", "gap"),
    [(1, 3, 2), (3, 5, 1), (1, 5, 3), (3, 3, 0), (5, 1, -3), (None, 3, None), (1, None, None)],
)
def test_a_gap_counts_steps_and_never_subtracts(rating: int | None, target: int | None, gap: int | None) -> None:
    assert analysed(cell(rating, target)).gap == gap


@pytest.mark.parametrize(("rating", "lowest"), [(1, True), (2, True), (3, False), (5, False), (None, False)])
def test_the_two_lowest_steps(rating: int | None, *, lowest: bool) -> None:
    assert analysed(cell(rating)).lowest_steps is lowest


def test_every_cell_of_the_matrix_in_its_order() -> None:
    found = cell_results(assessment({AB: cell(2)}), framework(), References(), NOBODY, {})
    assert [one.place for one in found] == list(PLACES)
    assert [one.rating for one in found] == [None, 2, None, None]


CARRIED = measure(carried_over_from="2025-ht")
RESULT: Mapping[str, Any] = {"date": "2026-01-01", "result": "Seen."}


@pytest.mark.parametrize(
    ("measures", "need", "untouched"),
    [
        ((CARRIED,), {}, True),
        ((CARRIED, measure("n")), {"analysis": "More."}, True),
        ((measure(),), {}, False),
        ((measure(carried_over_from="2025-ht", status="ongoing"),), {}, False),
        ((measure(carried_over_from="2025-ht", follow_ups=[RESULT]),), {}, False),
        ((measure(carried_over_from="2025-ht", follow_ups=[{"date": "2026-01-01"}]),), {}, True),
        ((), {"carried_over_from": "2025-ht", "target": 2}, True),
        ((), {"carried_over_from": "2025-ht", "analysis": "More."}, False),
        ((measure(),), {"carried_over_from": "2025-ht"}, False),
        ((), {"target": 2}, False),
    ],
)
def test_untouched_since_last_time(measures: tuple[Measure, ...], need: Mapping[str, Any], *, untouched: bool) -> None:
    assert analysed(cell(measures=measures, **need)).untouched is untouched


@pytest.mark.parametrize(
    ("applies_to", "setting", "concerns"),
    [
        ({}, Setting("municipal", ("compulsory",), "school"), True),
        ({"organiser_types": ["municipal"]}, Setting("municipal", (), "school"), True),
        ({"organiser_types": ["independent"]}, Setting("municipal", (), "school"), False),
        ({"organiser_types": ["independent"]}, Setting(None, (), "school"), True),
        ({"school_forms": ["preschool"]}, Setting(None, ("compulsory",), "school"), False),
        ({"school_forms": ["preschool"]}, Setting(None, ("compulsory", "preschool"), "school"), True),
        ({"school_forms": ["preschool"]}, Setting(None, (), "school"), True),
        ({"levels": ["organiser"]}, Setting(None, (), "school"), False),
        ({"levels": ["organiser", "school"]}, Setting(None, (), "school"), True),
    ],
)
def test_what_binds_here(applies_to: Mapping[str, Any], setting: Setting, *, concerns: bool) -> None:
    entries = [named("a", references=[{"id": "law"}, {"id": "missing"}]), named("b")]
    both = framework().model_copy(
        update={
            axis: type(framework().areas).model_validate({"title": {"en": "X"}, "entries": entries})
            for axis in ("principles", "areas")
        }
    )
    law = reference("law", **applies_to)
    found = cell_results(assessment(), both, References(entries=(law,)), setting, {})
    expected = (Behind(law, None),) if concerns else ()
    assert [one.behind for one in found] == [expected, expected, expected, ()]
    assert found[0].duties == ()


@pytest.mark.parametrize(
    ("tie", "level", "why"),
    [
        ({}, "school", "Because."),
        ({"levels": ["school", "class"]}, "school", "Because."),
        ({"levels": ["organiser"]}, "school", None),
        ({"area": "a"}, "school", None),
    ],
)
def test_what_speaks_of_the_very_cell_stands_first_and_is_a_duty_there(
    tie: Mapping[str, Any], level: str, why: str | None
) -> None:
    law = reference("law", ties=({"principle": "b", "area": "b", "why": {"en": "Because."}, **tie},))
    entries = [named("a"), named("b", references=[{"id": "background"}])]
    axis = type(framework().areas).model_validate({"title": {"en": "X"}, "entries": entries})
    references = References(entries=(reference("background"), law))
    setting = Setting(None, (), level)
    found = cell_results(assessment(), framework().model_copy(update={"areas": axis}), references, setting, {})
    (cell_bb,) = [one for one in found if one.place == BB]
    assert cell_bb.duties == ((law,) if why else ())
    assert [(behind.reference.id, behind.why) for behind in cell_bb.behind] == [
        *([("law", {"en": why})] if why else []),
        ("background", None),
    ]


def test_only_law_that_obliges_is_a_duty() -> None:
    assert reference("a").is_duty
    assert not reference("a", binding="guidance").is_duty
    assert not reference("a", "convention").is_duty


def test_the_organiser_has_the_school_forms_of_every_unit() -> None:
    found = project("north", "south", "east").model_copy(deep=True)
    units = [
        unit.model_copy(update={"school_forms": forms})
        for unit, forms in zip(found.units, (("compulsory",), ("preschool", "compulsory"), ()), strict=True)
    ]
    found = found.model_copy(update={"units": tuple(units)})
    assert setting_of(assessment(), found) == Setting("municipal", ("compulsory",), "school", 5)
    assert setting_of(assessment(unit="south"), found).school_forms == ("preschool", "compulsory")
    assert setting_of(assessment(unit=None, level="organiser"), found).school_forms == ("compulsory", "preschool")
    assert setting_of(assessment(unit="west"), found).school_forms == ()
    assert setting_of(assessment(), None) == Setting(None, (), "school", 5)


@pytest.mark.parametrize("more", [0, 1])
def test_where_units_differ_in_more_ways_than_any_organisers_it_is_not_known_who_is_asked(more: int) -> None:
    """Each question that has variants is held against each of the ways."""
    organiser, school = (framework().level(name) for name in ("organiser", "school"))
    assert organiser
    assert school
    forms = [[f"f{number}", f"g{number}"] for number in range(DIFFERENT_FORMS + more)]
    units = [{"id": f"u{number}", "name": "U", "school_forms": forms[number // 2]} for number in range(2 * len(forms))]
    found = project().model_validate({**project().model_dump(by_alias=True, exclude_unset=True), "units": units})
    assert found.asked_at(school) == (frozenset() if more else {frozenset(one) for one in forms})
    assert found.asked_at(organiser) == {frozenset(one for each in forms for one in each)}
