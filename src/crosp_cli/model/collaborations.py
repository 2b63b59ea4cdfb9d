"""A register of collaborations: with whom, what for, on what terms, for how long, and what became of it."""

from datetime import date
from typing import Literal

from pydantic import Field

from crosp_cli.model.assessment import Conditions
from crosp_cli.model.fields import Day, Few, Filled, Items, Line, Record, Repeated, Said, Slug

OurPart = Literal["responsible", "shared", "reference-group", "national-representative"]
Standing = Literal["planned", "ongoing", "ended"]


class Partner(Record):
    """An organisation that takes part, and the roles in it: never a person."""

    organisation: Line
    roles: Items[Filled] = ()
    also_called: Items[Filled] = ()
    """What measures call it besides."""


class Ground(Record):
    """What governs a collaboration: an agreement or an assignment, by which it can be looked up."""

    kind: Literal["agreement", "assignment"] | None = None
    what: Said = None
    registration_number: Said = None
    date: Day | None = None


class Reporting(Record):
    """A day by which the collaboration reports, and the day on which it did."""

    date: Day
    what: Said = None
    to: Said = None
    made: Day | None = None

    def is_made(self, day: Day) -> bool:
        """Whether it had been made by `day`."""
        return self.made is not None and self.made <= day


class RegisteredCollaboration(Record):
    """One collaboration in the register."""

    id: Slug
    title: Line
    status: Standing
    with_: Few[Partner] = Field(default=(), alias="with")
    purpose: Repeated = None
    solves_at: Slug | None = None
    part: OurPart | None = None
    governed_by: Items[Ground] = ()
    start: Day | None = None
    end: Day | None = None
    reports: Items[Reporting] = ()
    conditions: Conditions | None = None
    confidentiality: Repeated = None
    own_responsibility: Repeated = None
    outcome: Said = None

    @property
    def is_governed(self) -> bool:
        """Whether it says in what agreement or assignment it rests."""
        return any(ground.what or ground.registration_number for ground in self.governed_by)

    def has_ended(self, day: date) -> bool:
        """Whether it has ended as seen from `day`: it says so, or its last day has passed, whatever it says."""
        return self.status == "ended" or (self.end is not None and self.end < day)


class Collaborations(Record):
    """A whole document with `format: crosp-collaborations/1`."""

    format: Literal["crosp-collaborations/1"]
    date: Day
    """The day on which the register was last gone through."""
    collaborations: Items[RegisteredCollaboration] = ()
