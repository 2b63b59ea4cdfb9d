"""The shape of `crosp programme --format json`, declared once: the writer is checked against it, the schema made of it.

What each part and key means stands in templates/schema/programme-answer.yaml. A key is always there; what is not known
is null. New keys may come within crosp-programme-answer/1, and no key changes its meaning.
"""

from typing import Literal, TypedDict

from crosp_cli.output.json_types import CellName, Count, Day, Id, Steps


class CountOnDay(TypedDict):
    """How many had completed the programme on a day."""

    date: Day
    completed: Count
    of: Count | None


class RegisteredOnDay(TypedDict):
    """How many more were registered on a day."""

    date: Day
    number: Count
    begins: Day | None
    ends: Day | None
    holds: Literal["current", "period-over", "counted-since"]


class UnitOnDay(TypedDict):
    """A unit, and the day."""

    unit: Id
    date: Day


class ProgrammeCoverage(TypedDict):
    """How far a programme has reached."""

    newest: CountOnDay | None
    over_time: list[CountOnDay]
    registered: list[RegisteredOnDay]
    completed_units: list[UnitOnDay]
    registered_units: list[UnitOnDay]
    later_counts: Count


class FollowUpOfProgramme(TypedDict):
    """A follow-up of a programme, and how it stands."""

    id: Id
    kind: Literal["survey", "interview", "talk"]
    state: Literal["overdue", "due-soon", "coming", "undated", "made"]
    date: Day | None
    who: str | None
    asks: str | None
    answered: Count | None
    of: Count | None
    held_back: bool
    self_reported: Literal["yes", "no"] | None
    other_explanations: str | None


class ReportedByParticipants(TypedDict):
    """Something that participants report."""

    what: str
    number: Count | None
    roughly: Literal["few", "most", "some"] | None
    follow_up: Id
    date: Day | None


class ReportedInCell(TypedDict):
    """What participants report of a cell."""

    cell: CellName | None
    reports: list[ReportedByParticipants]


class QuestionAnswered(TypedDict):
    """What one wants to know of a programme."""

    question: str
    date: Day | None
    can_say: str | None
    cannot_say: str | None
    why: str | None


class CountsBeforeAndAfter(TypedDict):
    """How the ratings of some units stand in a cell, before and after."""

    units: Count
    higher: Count
    same: Count
    lower: Count
    before: Steps
    after: Steps


class CellBeside(TypedDict):
    """A cell, with those who took part and the others."""

    principle: Id
    area: Id
    took_part: CountsBeforeAndAfter | None
    others: CountsBeforeAndAfter | None


class DaysOfAssessments(TypedDict):
    """The first and last day of some assessments."""

    first: Day
    last: Day


class LevelBeside(TypedDict):
    """A level, with those who took part and the others."""

    level: Id
    took_part: Count
    took_part_with_both: Count
    others: Count
    others_with_both: Count
    on_neither_side: Count
    before: DaysOfAssessments | None
    after: DaysOfAssessments | None
    cells: list[CellBeside]


class ProgrammeDocument(TypedDict):
    """What `crosp programme --format json` writes. Every key is always there; what is not known is null."""

    format: Literal["crosp-programme-answer/1"]
    today: Day
    within_days: Count
    path: str
    programme: Id
    name: str
    standing: Literal["coming", "ongoing", "ended", "undated"]
    start: Day | None
    end: Day | None
    compulsory: Literal["yes", "no"] | None
    smallest_group: Count
    coverage: ProgrammeCoverage
    follow_ups: list[FollowUpOfProgramme]
    reported: list[ReportedInCell]
    questions: list[QuestionAnswered]
    beside: list[LevelBeside] | None
    cannot_show: list[str]
