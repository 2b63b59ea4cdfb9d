"""What became of each measure between two assessments, and which measure is which."""

from collections.abc import Mapping
from typing import Any

import pytest

from crosp_cli.analysis.comparison.measures import MeasureChange, Outcome, measure_changes
from crosp_cli.model.assessment import Measure, Place

from .small import AA, AB, BA, PLACES, assessment, cell, measure

Values = Mapping[str, Any]


def changes(old: Mapping[Place, list[Measure]], new: Mapping[Place, list[Measure]]) -> tuple[MeasureChange, ...]:
    before, after = (
        assessment({place: cell(measures=tuple(measures)) for place, measures in one.items()}) for one in (old, new)
    )
    return measure_changes(before, after, PLACES)


def became(old: Values | None, new: Values | None) -> MeasureChange:
    before, after = ({} if values is None else {AA: [measure(**values)]} for values in (old, new))
    [found] = changes(before, after)
    return found


@pytest.mark.parametrize(
    ("old", "new", "outcome"),
    [
        ("planned", "planned", Outcome.UNTOUCHED),
        ("planned", "ongoing", Outcome.STARTED),
        ("planned", "done", Outcome.DONE),
        ("planned", "dropped", Outcome.DROPPED),
        ("ongoing", "planned", Outcome.PUT_BACK),
        ("ongoing", "ongoing", Outcome.UNTOUCHED),
        ("ongoing", "done", Outcome.DONE),
        ("ongoing", "dropped", Outcome.DROPPED),
        ("done", "planned", Outcome.RESUMED),
        ("done", "ongoing", Outcome.RESUMED),
        ("done", "done", Outcome.FINISHED_BEFORE),
        ("done", "dropped", Outcome.DROPPED),
        ("dropped", "planned", Outcome.RESUMED),
        ("dropped", "ongoing", Outcome.RESUMED),
        ("dropped", "done", Outcome.DONE),
        ("dropped", "dropped", Outcome.FINISHED_BEFORE),
        (None, "planned", Outcome.NEW),
        (None, "done", Outcome.NEW),
        ("planned", None, Outcome.GONE),
        ("ongoing", None, Outcome.GONE),
        ("done", None, Outcome.FINISHED_BEFORE),
        ("dropped", None, Outcome.FINISHED_BEFORE),
    ],
)
def test_from_one_status_to_another(old: str | None, new: str | None, outcome: Outcome) -> None:
    values = [None if status is None else {"status": status} for status in (old, new)]
    assert became(*values).outcome is outcome


HELD = {"date": "2026-01-01", "result": "Seen."}


@pytest.mark.parametrize(
    ("new", "outcome"),
    [
        ({"what": "Do that."}, Outcome.GOING_ON),
        ({"due": "2027-01-01"}, Outcome.GOING_ON),
        ({"follow_ups": [HELD]}, Outcome.GOING_ON),
        ({"follow_ups": [{"date": "2026-01-01"}]}, Outcome.UNTOUCHED),
        ({"responsible": "Someone else"}, Outcome.UNTOUCHED),
        ({"start": "2026-01-01"}, Outcome.UNTOUCHED),
    ],
)
def test_what_is_work_on_a_measure(new: Values, outcome: Outcome) -> None:
    assert became({}, new).outcome is outcome


@pytest.mark.parametrize(
    ("old", "new", "more", "due_moved", "reworded"),
    [
        ({}, {}, 0, False, False),
        ({}, {"follow_ups": [HELD, HELD]}, 2, False, False),
        ({"follow_ups": [HELD]}, {}, -1, False, False),
        ({}, {"due": "2027-01-01"}, 0, True, False),
        ({"due": "2027-01-01"}, {}, 0, True, False),
        ({"due": "2027-01-01"}, {"due": "2027-01-01"}, 0, False, False),
        ({}, {"what": "Do that."}, 0, False, True),
        (None, {"due": "2027-01-01", "follow_ups": [HELD]}, 0, False, False),
        ({"due": "2027-01-01", "follow_ups": [HELD]}, None, 0, False, False),
    ],
)
def test_what_is_told_of_a_change(
    old: Values | None, new: Values | None, more: int, *, due_moved: bool, reworded: bool
) -> None:
    found = became(old, new)
    assert (found.follow_ups_more, found.due_moved, found.reworded) == (more, due_moved, reworded)
    assert not found.moved


def test_a_measure_is_found_where_it_has_moved() -> None:
    [found] = changes({AA: [measure()]}, {BA: [measure()]})
    assert (found.moved, found.latest.place, found.outcome) == (True, BA, Outcome.UNTOUCHED)
    assert found.places == {AA, BA}


def test_of_two_with_one_name_those_in_one_cell_belong_together() -> None:
    found = changes(
        {AA: [measure(what="A")], AB: [measure(what="B")]}, {AB: [measure(what="B")], BA: [measure(what="C")]}
    )
    pairs = {(one.old.place, one.new.place) for one in found if one.old and one.new}
    assert pairs == {(AB, AB), (AA, BA)}


def test_by_outcome_cell_and_name() -> None:
    old = {AA: [measure("gone"), measure("same")], AB: [measure("done")]}
    new = {BA: [measure("z")], AB: [measure("done", status="done"), measure("y"), measure("x")], AA: [measure("same")]}
    found = [(one.outcome, one.latest.measure.id) for one in changes(old, new)]
    assert found == [
        (Outcome.DONE, "done"),
        (Outcome.UNTOUCHED, "same"),
        (Outcome.GONE, "gone"),
        (Outcome.NEW, "x"),
        (Outcome.NEW, "y"),
        (Outcome.NEW, "z"),
    ]


@pytest.mark.parametrize("old", ["AB", "BA"])
@pytest.mark.parametrize("new", ["AB", "BA"])
@pytest.mark.parametrize("place", [AA, AB])
def test_two_of_one_name_are_matched_alike_in_whatever_order_they_stand(old: str, new: str, place: Place) -> None:
    before, after = ([measure("twice", what=what) for what in order] for order in (old, new))
    pairs = [(one.old, one.new) for one in changes({AA: before}, {place: after})]
    assert {(first.measure.what, then.measure.what) for first, then in pairs if first and then} == {
        ("A", "A"),
        ("B", "B"),
    }
