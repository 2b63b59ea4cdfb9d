"""The measures of an assessment, by how far they have come."""

from datetime import date
from typing import NamedTuple

from crosp_cli.model.assessment import Assessment, FollowUp, Measure, Place
from crosp_cli.model.framework import Framework

STATUSES = ("ongoing", "planned", "done", "dropped")
"""What is under way first, what is finished last."""


class MeasureResult(NamedTuple):
    """A measure, the cell it answers, and where it stands on the day of the analysis."""

    place: Place
    measure: Measure
    overdue: bool
    next_follow_up: FollowUp | None
    """The first follow-up that has a date and no result yet."""
    is_follow_up_overdue: bool
    """Whether its day has passed."""


def measure_results(assessment: Assessment, framework: Framework, today: date) -> tuple[MeasureResult, ...]:
    """Return every measure: by status, by due date (undated last), in the framework's order, by identifier."""
    results = [
        _result(place, measure, today)
        for place in framework.places
        if (cell := assessment.cell(place)) is not None
        for measure in sorted(cell.measures, key=lambda measure: measure.id)
    ]
    return tuple(sorted(results, key=_order))


def _result(place: Place, measure: Measure, today: date) -> MeasureResult:
    planned = [f for f in measure.follow_ups if f.date and not f.result]
    next_one = min(planned, key=lambda follow_up: follow_up.date or date.max, default=None)
    return MeasureResult(
        place=place,
        measure=measure,
        overdue=measure.due is not None and measure.due < today and not measure.is_finished,
        next_follow_up=next_one,
        is_follow_up_overdue=next_one is not None and (next_one.date or today) < today,
    )


def _order(result: MeasureResult) -> tuple[int, date]:
    return STATUSES.index(result.measure.status), result.measure.due or date.max
