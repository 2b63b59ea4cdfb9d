"""What is different between two assessments: cells, scales, what cannot be compared, every occasion in a row."""

from collections.abc import Mapping
from typing import Any

import pytest

from crosp_cli.analysis.assessment.cells import State
from crosp_cli.analysis.comparison.compare import (
    CellChange,
    Change,
    DifferenceKind,
    NotCompared,
    Reason,
    change,
    scale_shared,
)
from crosp_cli.analysis.comparison.measures import Outcome
from crosp_cli.analysis.comparison.time_series import Moment, series
from crosp_cli.model.assessment import Cell, Place
from crosp_cli.model.framework import Framework

from .small import AA, AB, BA, BB, assessment, cell, framework, loaded, measure

FRAMEWORK = framework()
STEPS = FRAMEWORK.head.scale.values
ONE_OTHER_NAME = {
    "title": {"en": "S"},
    "steps": [
        {"value": value, "label": {"en": f"{'rung' if value == STEPS[-1] else 'step'} {value}"}} for value in STEPS
    ],
}


def changed(
    old: Mapping[Place, Cell], new: Mapping[Place, Cell], *, day: str = "2025-10-15", was: Framework | None = FRAMEWORK
) -> Change:
    """From an assessment of `day` in the framework `was` to one of 2026-10-15."""
    before = loaded(assessment(old, day, occasion="2025-ht"), was)
    return change(before, loaded(assessment(new), FRAMEWORK), None)


def of_cell(old: Cell, new: Cell, **more: Any) -> CellChange:
    return changed({AA: old}, {AA: new}, **more).cells[0]


@pytest.mark.parametrize(
    ("old", "new", "kind", "steps"),
    [
        (1, 3, DifferenceKind.CHANGED, 2),
        (5, 2, DifferenceKind.CHANGED, -2),
        (3, 3, DifferenceKind.SAME, 0),
        (None, 3, DifferenceKind.NEW, None),
        (3, None, DifferenceKind.GONE, None),
        (None, None, DifferenceKind.NONE, None),
    ],
)
def test_ratings_and_targets_move_by_steps(
    old: int | None, new: int | None, kind: DifferenceKind, steps: int | None
) -> None:
    rating = of_cell(cell(old), cell(new)).rating
    target = of_cell(cell(target=old), cell(target=new)).target
    assert rating == target == (kind, old, new, steps)


@pytest.mark.parametrize(
    ("old", "new", "reached"),
    [
        (cell(1, 3), cell(3), True),
        (cell(1, 3), cell(5), True),
        (cell(1, 3), cell(2), False),
        (cell(3, 3), cell(3), False),
        (cell(5, 3), cell(3), False),
        (cell(None, 3), cell(3), True),
        (cell(1, 3), cell(None), False),
        (cell(1), cell(3, 3), False),
        (cell(1, 5), cell(3, 2), False),
    ],
)
def test_the_earlier_target_is_what_is_reached(old: Cell, new: Cell, *, reached: bool) -> None:
    assert of_cell(old, new).target_reached is reached


NEED = cell(1, 3, analysis="More.")


@pytest.mark.parametrize(
    ("old", "new", "stuck"),
    [
        (NEED, NEED, True),
        (NEED, cell(1, 3, analysis="In other words."), True),
        (cell(analysis="More."), cell(analysis="More."), True),
        (cell(1, analysis="More."), cell(1, analysis="More."), True),
        (NEED, cell(2, 3), False),
        (NEED, cell(1, 2), False),
        (NEED, cell(1), False),
        (cell(3, 3, analysis="More."), cell(3, 3, analysis="More."), False),
        (cell(1), cell(1), False),
        (cell(1), NEED, False),
        (NEED, cell(1, 3, measures=(measure(),)), False),
        (cell(1, 3, measures=(measure(),)), cell(1, 3, measures=(measure(),)), True),
        (cell(1, 3, measures=(measure(),)), cell(1, 3, measures=(measure(status="ongoing"),)), False),
        (cell(1, 3, measures=(measure(status="done"),)), cell(1, 3, measures=(measure(status="done"),)), True),
    ],
)
def test_stuck_is_a_need_to_which_nothing_has_happened(old: Cell, new: Cell, *, stuck: bool) -> None:
    assert of_cell(old, new).stuck is stuck
    assert not of_cell(old, new, day="2026-10-15").stuck


def test_the_cells_that_got_stuck_are_named() -> None:
    found = changed({AA: NEED, AB: NEED, BB: NEED}, {AA: NEED, AB: cell(2, 3), BB: NEED})
    assert [one.place for one in found.stuck] == [AA, BB]


def test_what_happens_to_measures_of_other_cells_moves_none() -> None:
    measures = (measure(), measure("n"))
    after = (measure(status="done"), measure("n", follow_ups=[{"date": "2026-09-01"}]))
    found = changed({AA: NEED, AB: cell(1, 3, measures=measures)}, {AA: NEED, AB: cell(1, 3, measures=after)})
    assert [one.place for one in found.stuck] == [AA]


@pytest.mark.parametrize(
    ("old", "new", "still"),
    [
        (cell(3, 3), cell(3, 3), True),
        (cell(), cell(), True),
        (cell(3), cell(5), False),
        (cell(3, priority="low"), cell(3, priority="high"), False),
        (cell(3), cell(3, analysis="More."), False),
        (cell(), Cell(not_applicable="Not ours."), False),
        (NEED, NEED, False),
    ],
)
def test_what_there_is_nothing_to_tell_of(old: Cell, new: Cell, *, still: bool) -> None:
    assert of_cell(old, new).is_still is still


def test_states_needs_and_priorities() -> None:
    found = of_cell(cell(priority="low"), cell(2))
    assert (found.old_state, found.new_state) == (State.DESCRIBED, State.RATED)
    assert (found.need, found.priority) == (DifferenceKind.GONE, (DifferenceKind.GONE, "low", None, None))


@pytest.mark.parametrize(
    ("other", "shared"),
    [
        (framework(), True),
        (framework(steps=(1, 2, 3, 4)), False),
        (framework(steps=(1, 2, 3)), False),
        (framework(label="rung"), False),
        (framework(scale=ONE_OTHER_NAME), False),
        (None, False),
    ],
)
def test_a_scale_is_shared_with_values_and_a_name_in_common(other: Framework | None, *, shared: bool) -> None:
    assert (scale_shared(FRAMEWORK, other) is not None) is shared
    assert (scale_shared(other, FRAMEWORK) is not None) is shared


def test_a_spelling_mended_in_one_language_is_no_other_scale() -> None:
    def with_labels(**labels: str) -> Framework:
        steps = [{"value": value, "label": labels} for value in (0, 1)]
        return framework(scale={"title": {"en": "S"}, "steps": steps})

    one = with_labels(en="Not yet", sv="Inte än")
    assert scale_shared(one, with_labels(en="Not yet", sv="Inte ännu"))
    assert scale_shared(one, with_labels(sv="Inte än"))
    assert not scale_shared(one, with_labels(en="No", sv="Inte ännu"))
    assert not scale_shared(one, with_labels(fi="Ei vielä"))


@pytest.mark.parametrize(
    ("was", "reason"), [(framework(label="rung"), Reason.SCALE_DIFFERS), (None, Reason.FRAMEWORK_MISSING)]
)
def test_without_a_shared_scale_nothing_moves(was: Framework | None, reason: Reason) -> None:
    found = changed({AA: cell(1, 3)}, {AA: cell(3, 3)}, was=was)
    first = found.cells[0]
    assert first.rating == (DifferenceKind.NOT_COMPARED, 1, 3, None)
    assert first.target == (DifferenceKind.NOT_COMPARED, 3, 3, None)
    assert (first.target_reached, first.stuck) == (False, False)
    assert found.not_compared == (NotCompared(reason),)


def test_cells_that_only_one_framework_has() -> None:
    filled = {place: cell(1) for place in (BB, AB, AA, Place("a", "c"), Place("b", "c"))}
    narrow = framework(areas="ac")
    found = changed(filled, {AA: cell(1), BB: cell(1), AB: cell()}, was=narrow)
    assert [one.place for one in found.cells] == [AA, BA]
    assert found.not_compared == (
        NotCompared(Reason.CELL_ONLY_IN_OLD, AB),
        NotCompared(Reason.CELL_ONLY_IN_OLD, BB),
        NotCompared(Reason.CELL_ONLY_IN_OLD, Place("a", "c")),
        NotCompared(Reason.CELL_ONLY_IN_OLD, Place("b", "c")),
        NotCompared(Reason.CELL_ONLY_IN_NEW, BB),
    )


def test_cells_that_are_gone_stand_in_the_order_of_their_framework() -> None:
    written = {Place("a", area): cell(1) for area in "cd"}
    found = changed(written, {}, was=framework(areas="adc"))
    assert [one.place for one in found.not_compared] == [Place("a", "d"), Place("a", "c")]


def test_the_framework_that_is_there_counts() -> None:
    old, new = loaded(assessment({}, "2025-10-15"), FRAMEWORK), loaded(assessment())
    found = change(old, new, None)
    assert (found.framework, found.not_compared) == (FRAMEWORK, (NotCompared(Reason.FRAMEWORK_MISSING),))
    with pytest.raises(ValueError, match="neither"):
        change(new, new, None)


def test_one_day_is_the_same_day() -> None:
    assert changed({}, {}, day="2026-10-15").same_day
    assert not changed({}, {}, day="2026-10-14").same_day


def test_each_cell_on_every_occasion() -> None:
    every = [
        loaded(assessment({AA: cell(1), BB: cell(2)}, "2024-10-15"), framework(areas="a", label="rung")),
        loaded(assessment({AA: cell(2)}, "2025-10-15")),
        loaded(assessment({AA: cell(3), AB: cell(analysis="More.")}), FRAMEWORK),
    ]
    found = {one.place: one.moments for one in series(every, FRAMEWORK)}
    assert list(found) == [AA, AB, BA, BB]
    assert found[AA] == (
        Moment(State.RATED, None, other_scale=True),
        Moment(State.RATED, None, other_scale=True),
        Moment(State.RATED, 3, other_scale=False),
    )
    assert found[AB] == (
        Moment(None, None, other_scale=False),
        Moment(State.OUTSIDE, None, other_scale=False),
        Moment(State.DESCRIBED, None, other_scale=False),
    )


def test_measures_by_what_became_of_them() -> None:
    old = {AA: cell(measures=(measure("a"), measure("b")))}
    found = changed(old, {AA: cell(measures=(measure("a", status="done"), measure("c")))})
    assert [one.latest.measure.id for one in found.of(Outcome.NEW, Outcome.DONE)] == ["a", "c"]
    assert [one.latest.measure.id for one in found.of(Outcome.GONE)] == ["b"]


@pytest.mark.parametrize(
    ("old", "new", "is_still"),
    [
        (State.NOT_ASSESSED, State.NOT_ASSESSED, True),
        (State.DESCRIBED, State.RATED, False),
        (State.NOT_ASSESSED, State.OUTSIDE, True),
        (State.OUTSIDE, State.NOT_ASSESSED, True),
        (State.RATED, State.OUTSIDE, True),
        (State.OUTSIDE, State.RATED, False),
        (State.OUTSIDE, State.NOT_APPLICABLE, False),
    ],
)
def test_what_an_occasion_is_not_about_is_no_change(old: State, new: State, *, is_still: bool) -> None:
    nothing = of_cell(cell(), cell())
    assert nothing._replace(old_state=old, new_state=new).is_still is is_still
    moved = of_cell(cell(1), cell(3))
    assert moved._replace(old_state=old, new_state=new).is_still is (is_still and State.OUTSIDE in (old, new))
