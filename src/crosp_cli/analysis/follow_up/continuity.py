"""Who answers for a measure, from one occasion to the next: what was changed, and where nobody stands.

A measure that hangs on one person may fall when that person leaves; two of four successful schools in SPSM's
webinar (2021) fell back after changes at the organiser. So a change is pointed out, and never judged.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from crosp_cli.analysis.follow_up.roles import is_vacant, role_key, role_of
from crosp_cli.model.assessment import Assessment, Measure, Place


class Break(StrEnum):
    """What there is to ask about."""

    CHANGED = "changed"
    """Another role answers for the measure than on the occasion before."""
    VACANT = "vacant"
    """What is written says that nobody holds the role now."""
    MISSING = "missing"
    """No role is written."""
    FILLED = "filled"
    """A role answers for the measure that was vacant on the occasion before."""


@dataclass(frozen=True, slots=True)
class MeasureAt:
    """A measure and where it stands."""

    level: str
    place: Place
    measure: Measure


@dataclass(frozen=True, slots=True)
class Continuity:
    """A measure whose responsible role gives reason to ask."""

    what: Break
    subject: MeasureAt
    now: str | None
    day: date
    """The day of the assessment that says so."""
    before: str | None
    """What was written on the occasion before; None where nothing was, or there is no such occasion or measure."""
    day_before: date | None


def continuity(subjects: Sequence[MeasureAt], now: Assessment, before: Assessment | None) -> list[Continuity]:
    """Return what there is to ask about `subjects`, measures of `now`; `before` is the occasion before it."""
    earlier = _once_each(before) if before else {}
    own = Counter(measure.id for _place, cell in now.each_cell() for measure in cell.measures)
    found = []
    for subject in subjects:
        role = role_of(subject.measure)
        known = earlier.get(subject.measure.id) if own[subject.measure.id] == 1 else None
        was = role_of(known) if known else None
        what = _break(role, was)
        if what:
            day_before = before.date if before and was else None
            found.append(Continuity(what, subject, role, now.date, was, day_before))
    return found


def _break(role: str | None, before: str | None) -> Break | None:
    if role is None:
        return Break.MISSING
    if is_vacant(role):
        return Break.VACANT
    if before is None or role_key(before) == role_key(role):
        return None
    return Break.FILLED if is_vacant(before) else Break.CHANGED


def _once_each(assessment: Assessment) -> Mapping[str, Measure]:
    """The measures by their identifier, without those whose identifier stands more than once."""
    measures = [measure for _place, cell in assessment.each_cell() for measure in cell.measures]
    times = Counter(measure.id for measure in measures)
    return {measure.id: measure for measure in measures if times[measure.id] == 1}
