"""What an analysis says of an assessment as a whole: gaps, needs that nothing measures, how many cells are known."""

from datetime import date

from crosp_cli.analysis.assessment.analyse import Analysis, analyse
from crosp_cli.analysis.assessment.cells import State
from crosp_cli.model.assessment import Cell, Place
from crosp_cli.model.guidance import References

from .small import AA, AB, BA, BB, assessment, cell, framework, project


def analysed(*cells: Cell) -> Analysis:
    places = (AA, AB, BA, BB)
    found = assessment(dict(zip(places, cells, strict=False)))
    return analyse(found, framework(), References(), project(), date(2026, 11, 22), ())


def places(found: object) -> list[Place]:
    return [one.place for one in found]  # type: ignore[attr-defined]  # cells


def test_gaps_stand_by_size_and_then_in_the_frameworks_order() -> None:
    assert places(analysed(cell(3, 5), cell(1, 3), cell(2, 2), cell(2, 3)).gaps) == [AB, AA, BB]
    assert places(analysed(cell(5, 3), cell(1), cell(target=3)).gaps) == []


def test_a_need_in_words_is_one_without_a_gap() -> None:
    found = analysed(cell(analysis="More."), cell(1, 3, analysis="More."), cell(1), cell(1, analysis="More."))
    assert places(found.needs_without_gap) == [AA, BB]


def test_how_many_cells_are_in_each_state() -> None:
    found = analysed(cell(1), cell(analysis="More."), Cell(not_applicable="Not ours."))
    states = (State.RATED, State.DESCRIBED, State.NOT_APPLICABLE, State.NOT_ASSESSED, State.OUTSIDE)
    assert [found.count(state) for state in states] == [1, 1, 1, 0, 1]
    found = analysed(cell(1), cell())
    assert [found.count(state) for state in states] == [1, 0, 0, 1, 2]
    assert analysed().count(State.OUTSIDE) == 4
