"""A competence programme that an organiser runs: whom it is for, who has completed it, how it is followed up."""

from collections.abc import Iterator
from typing import Literal

from crosp_cli.model.assessment import Place
from crosp_cli.model.fields import Day, Filled, Items, Line, Record, Said, Slug, Whole

FORMAT = "crosp-programme/1"

YesNo = Literal["yes", "no"]
FollowUpMethod = Literal["survey", "interview", "talk"]


class IntendedFor(Record):
    """Whom the programme is for: units of crosp.yaml, or how many there are."""

    what: Said = None
    """What is counted: compulsory schools, preschools, principals."""
    units: Items[Slug] = ()
    number: Whole | None = None

    @property
    def count(self) -> int | None:
        """How many it is for; None where nobody says."""
        return len(set(self.units)) if self.units else self.number


class CompletedCount(Record):
    """How many had completed it on a day, of how many."""

    date: Day
    number: Whole
    of: Whole | None = None


class RegisteredCount(Record):
    """How many more were registered on a day, and for which period. They have not completed it."""

    date: Day
    number: Whole
    begins: Day | None = None
    ends: Day | None = None


class TakingPart(Record):
    """A unit that takes part: when it was registered, and when it had completed the programme."""

    unit: Slug
    registered: Day | None = None
    completed: Day | None = None


class Session(Record):
    """One meeting of the programme."""

    what: Filled
    date: Day | None = None
    hours: Whole | None = None


class Reported(Record):
    """Something that participants report, of which cell, and how many of them do."""

    what: Filled
    principle: Slug | None = None
    area: Slug | None = None
    number: Whole | None = None

    @property
    def place(self) -> Place | None:
        """The cell that it is about; None where it names none."""
        return Place(self.principle, self.area) if self.principle and self.area else None


class Made(Record):
    """A follow-up that has been made: when, how many answered, and what they report."""

    date: Day
    answered: Whole | None = None
    of: Whole | None = None
    self_reported: YesNo | None = None
    reports: Items[Reported] = ()
    other_explanations: Said = None


class ProgrammeFollowUp(Record):
    """A follow-up of the programme: planned while it has not been made."""

    id: Slug
    kind: FollowUpMethod
    who: Said = None
    """The groups or roles that are asked."""
    planned: Day | None = None
    asks: Said = None
    made: Made | None = None


class ProgrammeQuestion(Record):
    """Something that somebody wants to know: what can be said, what cannot, and why."""

    question: Filled
    date: Day | None = None
    """The day that the answer is of."""
    can_say: Said = None
    cannot_say: Said = None
    why: Said = None


class Programme(Record):
    """A whole document with `format: crosp-programme/1`."""

    format: Literal["crosp-programme/1"]
    framework: Filled
    id: Slug
    name: Line
    aim: Said = None
    target_group: Said = None
    compulsory: YesNo | None = None
    responsible: Said = None
    """The role that answers for it."""
    start: Day | None = None
    end: Day | None = None
    intended_for: IntendedFor | None = None
    completed: Items[CompletedCount] = ()
    registered: Items[RegisteredCount] = ()
    units: Items[TakingPart] = ()
    sessions: Items[Session] = ()
    at_the_same_time: Items[Filled] = ()
    """What else goes on that may matter for what the programme is about."""
    follow_ups: Items[ProgrammeFollowUp] = ()
    questions: Items[ProgrammeQuestion] = ()

    @property
    def intended(self) -> int | None:
        """How many it is for; None where nobody says."""
        return self.intended_for.count if self.intended_for else None

    def units_named(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Each unit that it is for, and each that takes part."""
        for number, unit in enumerate(self.intended_for.units if self.intended_for else ()):
            yield ("intended_for", "units", number), unit
        for number, part in enumerate(self.units):
            yield ("units", number, "unit"), part.unit

    def reports(self) -> Iterator[tuple[tuple[str | int, ...], Reported]]:
        """Everything that participants report, with the steps that lead to it."""
        for number, follow_up in enumerate(self.follow_ups):
            for place, reported in enumerate(follow_up.made.reports if follow_up.made else ()):
                yield ("follow_ups", number, "made", "reports", place), reported
