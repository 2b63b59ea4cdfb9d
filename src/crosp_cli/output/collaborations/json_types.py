"""The shape of `crosp collaborations --format json`, declared once: the writer is checked against it.

What each part and key means stands in templates/schema/collaborations-overview.yaml. A key is always there; what is not
known is null. New keys may come within crosp-collaborations-overview/1, and no key changes its meaning.
"""

from typing import Literal, TypedDict

from crosp_cli.output.json_types import Count, Day, Id, Status


class RegisterRead(TypedDict):
    """A register that was read."""

    path: str
    date: Day


class PartnerOf(TypedDict):
    """A partner of a collaboration."""

    organisation: str
    roles: list[str]
    also_called: list[str]


class GroundOf(TypedDict):
    """What a collaboration rests on."""

    kind: Literal["agreement", "assignment"] | None
    what: str | None
    registration_number: str | None
    date: Day | None


class ReportOf(TypedDict):
    """A report of a collaboration."""

    date: Day
    what: str | None
    to: str | None
    made: Day | None
    state: Literal["overdue", "soon", "later", "made"]


class OneCollaboration(TypedDict):
    """A collaboration and how it stands."""

    id: Id
    title: str
    path: str
    as_of: Day
    standing: Literal["ongoing", "planned", "ended"]
    status: Literal["planned", "ongoing", "ended"]
    start: Day | None
    end: Day | None
    ended_on: Day | None
    partners: list[PartnerOf]
    purpose: str | None
    solves_at: Id | None
    part: Literal["responsible", "shared", "reference-group", "national-representative"] | None
    governed_by: list[GroundOf]
    reports: list[ReportOf]
    governance: str | None
    structure: str | None
    shared_understanding: str | None
    confidentiality: str | None
    own_responsibility: str | None
    outcome: str | None
    lacks: list[Literal["purpose", "level", "agreement"]]
    measures: Count


class ByPartner(TypedDict):
    """A partner and its collaborations."""

    partner: str
    collaborations: list[Id]


class NamingMeasure(TypedDict):
    """A measure that names a partner."""

    unit: Id | None
    level: Id
    date: Day
    id: Id
    what: str
    status: Status


class PartnerNotCovered(TypedDict):
    """A partner that measures name, and that no collaboration in the register covers."""

    partner: str
    is_named_by_many: bool
    measures: list[NamingMeasure]


class CollaborationsDocument(TypedDict):
    """What `crosp collaborations --format json` writes. Every key is always there; what is not known is null."""

    format: Literal["crosp-collaborations-overview/1"]
    today: Day
    within_days: Count
    organiser: Id | None
    registers: list[RegisterRead]
    collaborations: list[OneCollaboration]
    by_partner: list[ByPartner]
    not_covered: list[PartnerNotCovered]
    assessments: Count
