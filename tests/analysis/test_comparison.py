"""What is different between two occasions: cells, measures, what cannot be compared, and a cell over many occasions."""

from typing import Any

import pytest

from crosp_cli.analysis.comparison.compare import Change, Kind, Reason, Version, change
from crosp_cli.analysis.comparison.measures import Outcome
from crosp_cli.analysis.comparison.time_series import series
from crosp_cli.model.assessment import Place
from crosp_cli.model.framework import Framework

from .builders import AA, AB, BA, BB, assessment, framework, measure, named, rated, text

BEFORE, AFTER = "2025-10-15", "2026-10-15"
KNOWN = framework()


def compared(
    old: Any, new: Any, *, days: tuple[str, str] = (BEFORE, AFTER), of: tuple[Any, Any] = (KNOWN, KNOWN)
) -> Change:
    before, after = (Version(assessment(cells, date=days[n]), of[n]) for n, cells in enumerate((old, new)))
    return change(before, after, None)


@pytest.mark.parametrize(
    ("old", "new", "kind", "steps"),
    [
        (None, None, Kind.NONE, None),
        (1, 1, Kind.SAME, 0),
        (0, 2, Kind.CHANGED, 2),
        (2, 1, Kind.CHANGED, -1),
        (None, 1, Kind.NEW, None),
        (1, None, Kind.GONE, None),
        (None, 0, Kind.NEW, None),
        (0, None, Kind.GONE, None),
    ],
)
def test_ratings_and_targets_on_two_occasions(old: Any, new: Any, kind: Kind, steps: int | None) -> None:
    found = compared({AA: rated(old, target=old)}, {AA: rated(new, target=new)}).cells[0]
    for difference in (found.rating, found.target):
        assert difference == (kind, old, new, steps)


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ({"priority": "high"}, {"priority": "low"}, Kind.CHANGED),
        ({"priority": "high"}, {"priority": "high"}, Kind.SAME),
        ({}, {"priority": "high"}, Kind.NEW),
        ({"priority": "high"}, {}, Kind.GONE),
        ({}, {}, Kind.NONE),
    ],
)
def test_priorities_and_whether_there_is_a_need(old: Any, new: Any, kind: Kind) -> None:
    found = compared({AA: rated(1, **old)}, {AA: rated(1, **new)}).cells[0]
    assert found.priority.kind is kind
    assert found.need is (Kind.SAME if kind is Kind.CHANGED else kind)


@pytest.mark.parametrize(
    ("old", "target", "new", "reached"),
    [(1, 2, 2, True), (1, 2, 3, True), (1, 3, 2, False), (2, 2, 2, False), (3, 2, 3, False), (None, 2, 2, True)],
)
def test_a_target_is_reached_once(old: Any, target: int, new: int, reached: bool) -> None:
    found = compared({AA: rated(old, target=target)}, {AA: rated(new, target=3)}).cells[0]
    assert found.target_reached is reached


NEED = rated(1, target=2, analysis="More.")


class TestStuck:
    @pytest.mark.parametrize(
        ("old", "new", "stuck"),
        [
            (NEED, NEED, True),
            (NEED, rated(2, target=3, analysis="More."), False),
            (NEED, rated(1, target=3, analysis="More."), False),
            (NEED, rated(1), False),  # the need is gone
            (rated(1), NEED, False),
            (rated(1), rated(1), False),
            (rated(2, target=2), rated(2, target=2), False),  # reached
            (rated(analysis="More."), rated(analysis="In other words."), True),
            (NEED, NEED | {"measures": [measure()]}, False),
            (NEED | {"measures": [measure()]}, NEED | {"measures": [measure()]}, True),
            (NEED | {"measures": [measure()]}, NEED | {"measures": [measure(status="ongoing")]}, False),
            (NEED | {"measures": [measure(status="done")]}, NEED | {"measures": [measure(status="done")]}, True),
        ],
    )
    def test_a_need_that_stands_as_it_did(self, old: Any, new: Any, stuck: bool) -> None:
        found = compared({AA: old}, {AA: new})
        assert [cell.place for cell in found.stuck] == ([AA] if stuck else [])

    def test_nothing_can_get_stuck_in_a_day(self) -> None:
        found = compared({AA: NEED}, {AA: NEED}, days=(AFTER, AFTER))
        assert (found.same_day, found.stuck) == (True, ())

    def test_a_measure_that_left_the_cell_is_no_standstill(self) -> None:
        found = compared({AA: NEED | {"measures": [measure()]}}, {AA: NEED, AB: {"measures": [measure()]}})
        assert found.stuck[:1] == found.cells[:1]  # it stands elsewhere, untouched
        assert compared({AA: NEED | {"measures": [measure()]}}, {AA: NEED}).stuck == ()


@pytest.mark.parametrize(
    ("cell", "still"),
    [(rated(1), True), (rated(2), False), ({"not_applicable": "No."}, False), (rated(1, priority="low"), False)],
)
def test_a_cell_of_which_there_is_nothing_to_tell(cell: Any, still: bool) -> None:
    assert compared({AA: rated(1)}, {AA: cell}).cells[0].is_still is still


OUTCOMES: list[tuple[Any, Any, Outcome]] = [
    ({"status": "planned"}, {"status": "done"}, Outcome.DONE),
    ({"status": "ongoing"}, {"status": "done"}, Outcome.DONE),
    ({"status": "planned"}, {"status": "ongoing"}, Outcome.STARTED),
    ({"status": "ongoing"}, {"status": "planned"}, Outcome.PUT_BACK),
    ({"status": "ongoing"}, {"status": "dropped"}, Outcome.DROPPED),
    ({"status": "done"}, {"status": "planned"}, Outcome.RESUMED),
    ({"status": "dropped"}, {"status": "ongoing"}, Outcome.RESUMED),
    ({"status": "done"}, {"status": "done"}, Outcome.FINISHED_BEFORE),
    ({"status": "dropped"}, {"status": "dropped"}, Outcome.FINISHED_BEFORE),
    ({}, {}, Outcome.UNTOUCHED),
    ({}, {"due": "2027-01-01"}, Outcome.GOING_ON),
    ({}, {"what": "In other words"}, Outcome.GOING_ON),
    ({}, {"follow_ups": [{"result": "R."}]}, Outcome.GOING_ON),
    ({}, {"follow_ups": [{"date": "2027-01-01"}]}, Outcome.UNTOUCHED),
    ({}, {"responsible": "rektor"}, Outcome.UNTOUCHED),
    ({"status": "ongoing"}, None, Outcome.GONE),
    ({"status": "done"}, None, Outcome.FINISHED_BEFORE),
    (None, {}, Outcome.NEW),
]


def with_measures(*measures: dict[str, Any]) -> dict[str, Any]:
    return {"measures": list(measures)}


@pytest.mark.parametrize(("old", "new", "outcome"), OUTCOMES)
def test_what_became_of_a_measure(old: Any, new: Any, outcome: Outcome) -> None:
    cells = [{} if one is None else {AA: with_measures(measure(**one))} for one in (old, new)]
    (found,) = compared(*cells).measures
    assert found.outcome is outcome


def test_measures_are_told_by_outcome_then_cell_then_name() -> None:
    old = {AA: with_measures(measure("b"), measure("a")), BB: with_measures(measure("d", status="ongoing"))}
    new = {AB: with_measures(measure("b"), measure("c")), AA: with_measures(measure("a")), BB: with_measures()}
    new[BB] = with_measures(measure("d", status="done"))
    found = compared(old, new).measures
    assert [(one.outcome, one.latest.measure.id) for one in found] == [
        (Outcome.DONE, "d"),
        (Outcome.UNTOUCHED, "a"),
        (Outcome.UNTOUCHED, "b"),
        (Outcome.NEW, "c"),
    ]
    assert [one.moved for one in found] == [False, False, True, False]


def test_a_measure_is_sought_in_its_cell_first_and_then_anywhere() -> None:
    old = {AA: with_measures(measure(what="Here")), AB: with_measures(measure(what="There"))}
    new = {AB: with_measures(measure(what="There")), BA: with_measures(measure(what="Here"))}
    found = {one.latest.place: (one.outcome, one.moved) for one in compared(old, new).measures}
    assert found == {AB: (Outcome.UNTOUCHED, False), BA: (Outcome.UNTOUCHED, True)}


def test_what_is_different_in_a_measure() -> None:
    before = measure(due="2027-01-01", follow_ups=[{"result": "R."}])
    after = measure(due=None, what="In other words")
    (found,) = compared({AA: with_measures(before)}, {AA: with_measures(after)}).measures
    assert (found.due_moved, found.reworded, found.follow_ups_more) == (True, True, -1)
    (new,) = compared({}, {AA: with_measures(after)}).measures
    assert (new.due_moved, new.reworded, new.follow_ups_more, new.moved) == (False, False, 0, False)


class TestFrameworks:
    def renamed(self) -> Framework:
        """The framework with another second row."""
        rows = {"title": text("Rows"), "entries": named("a", "c")}
        return Framework.model_validate(framework("2").model_dump(by_alias=True) | {"principles": rows})

    def test_cells_that_only_one_of_them_has(self) -> None:
        found = compared(
            {AA: rated(1), BB: rated(1), BA: {}}, {Place("c", "x"): rated(2)}, of=(framework(), self.renamed())
        )
        assert [cell.place for cell in found.cells] == [AA, AB]
        assert found.not_compared == (
            (Reason.CELL_ONLY_IN_OLD, BB),
            (Reason.CELL_ONLY_IN_NEW, Place("c", "x")),
        )

    def test_a_scale_that_differs(self) -> None:
        found = compared({AA: rated(1, target=2)}, {AA: rated(2, target=2)}, of=(framework(), framework(steps=3)))
        assert (found.cells[0].rating.kind, found.cells[0].rating.steps) == (Kind.NOT_COMPARED, None)
        assert (found.cells[0].target.kind, found.cells[0].target_reached) == (Kind.NOT_COMPARED, False)
        assert found.not_compared == ((Reason.SCALE_DIFFERS, None),)

    def test_a_framework_that_is_not_here(self) -> None:
        found = compared({AA: rated(1)}, {AA: rated(2)}, of=(None, framework()))
        assert found.not_compared == ((Reason.FRAMEWORK_MISSING, None),)
        assert found.framework == framework()
        with pytest.raises(ValueError, match="neither"):
            compared({}, {}, of=(None, None))

    @pytest.mark.parametrize(("labels", "shared"), [({"en": "one", "sv": "ett"}, True), ({"sv": "två"}, False)])
    def test_a_mended_spelling_makes_no_other_scale(self, labels: dict[str, str], shared: bool) -> None:
        def scaled(first: dict[str, str]) -> Framework:
            steps = [{"value": 0, "label": first}, {"value": 1, "label": {"en": "top", "sv": "topp"}}]
            return framework(scale={"title": text("Scale"), "steps": steps})

        found = compared({AA: rated(0)}, {AA: rated(1)}, of=(scaled({"en": "won", "sv": "ett"}), scaled(labels)))
        assert (found.cells[0].rating.steps == 1) is shared


def test_a_cell_over_many_occasions() -> None:
    known = framework()
    versions = [
        Version(assessment({AA: rated(1)}, date="2024-10-15"), framework(steps=3)),
        Version(assessment({AA: rated(1)}, date="2025-10-15"), known),
        Version(assessment({}, date="2026-10-15"), known),
    ]
    found = series(versions, known)
    assert [one.place for one in found] == [AA, AB, BA, BB]
    assert [(moment.rating, moment.other_scale) for moment in found[0].moments] == [
        (None, True),
        (1, False),
        (None, False),
    ]
