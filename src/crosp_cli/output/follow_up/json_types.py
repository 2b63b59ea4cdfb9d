"""The shape of `crosp follow-up --format json`, declared once: the writer is checked against it, the schema made of it.

What each part and key means stands in templates/schema/follow-up.yaml. A key is always there; what is not known is
null. New keys may come within crosp-follow-up/1, and no key changes its meaning.
"""

from typing import Literal, TypedDict

from crosp_cli.output.json_types import Count, Day, Id, Status


class NewestAssessment(TypedDict):
    """The newest assessment at a level."""

    path: str
    framework: str
    level: Id
    occasion: Id
    date: Day


class FollowedMeasure(TypedDict):
    """A measure and where it stands."""

    id: Id
    level: Id
    principle: Id
    area: Id
    what: str
    responsible: str | None
    status: Status
    due: Day | None


class ToDo(TypedDict):
    """One thing to do for a measure."""

    kind: Literal["measure", "expected", "planned"]
    state: Literal["overdue", "due-soon", "coming", "undated", "held", "missed"]
    date: Day | None
    after_months: Count | None
    expected: Day | None
    planned: Day | None
    held: Day | None
    measure: FollowedMeasure


class RoleToDo(TypedDict):
    """What a role answers for."""

    role: str | None
    items: list[ToDo]


class RoleToAskAbout(TypedDict):
    """A measure whose responsible role gives reason to ask."""

    kind: Literal["changed", "vacant", "missing", "filled"]
    responsible: str | None
    date: Day
    responsible_before: str | None
    date_before: Day | None
    measure: FollowedMeasure


class FollowedUnit(TypedDict):
    """What a unit, or the organiser itself, is to follow up."""

    organiser: Id | None
    unit: Id | None
    name: str
    expected_after_months: list[Count]
    assessments: list[NewestAssessment]
    roles: list[RoleToDo]
    continuity: list[RoleToAskAbout]
    results_without_date: list[FollowedMeasure]


class FollowUpDocument(TypedDict):
    """What `crosp follow-up --format json` writes. Every key is always there; what is not known is null."""

    format: Literal["crosp-follow-up/1"]
    today: Day
    within_days: Count
    units: list[FollowedUnit]
