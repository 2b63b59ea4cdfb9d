"""The follow-ups of a programme: made, due and overdue; and what participants report in those made, cell by cell."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from crosp_cli.analysis.groups.disclosure import Rough, may_be_shown_of, part_of
from crosp_cli.model.assessment import Place
from crosp_cli.model.framework import Framework
from crosp_cli.model.programme import Made, Programme, ProgrammeFollowUp, Reported


class FollowUpState(Enum):
    """How a follow-up stands on a day, the most urgent first."""

    OVERDUE = "overdue"
    DUE_SOON = "due-soon"
    COMING = "coming"
    UNDATED = "undated"
    MADE = "made"


_ORDER = {state: number for number, state in enumerate(FollowUpState)}


@dataclass(frozen=True, slots=True)
class FollowUpAt:
    """A follow-up, and how it stands."""

    follow_up: ProgrammeFollowUp
    state: FollowUpState
    day: date | None
    """The day that it was made, else the one that it is planned for."""
    answered: int | Rough | None
    """How many answered, as far as it may be told; None where nobody says, or where it has not been made."""
    of: int | None
    is_held_back: bool
    """Whether so few answered that nothing of what they report is shown."""

    @property
    def made(self) -> Made | None:
        """What came of it, where it has been made by the day asked about and may be shown."""
        return self.follow_up.made if self.state is FollowUpState.MADE and not self.is_held_back else None


@dataclass(frozen=True, slots=True)
class ReportedAt:
    """Something that participants report, in which follow-up, and how many of them, as far as it may be told."""

    reported: Reported
    number: int | Rough | None
    source: FollowUpAt


@dataclass(frozen=True, slots=True)
class ReportedOfCell:
    """What participants report of one cell; of none where `place` is None."""

    place: Place | None
    reports: tuple[ReportedAt, ...]


def follow_ups(programme: Programme, today: date, within: int, smallest_group: int) -> tuple[FollowUpAt, ...]:
    """Return each follow-up as it stands, what is most urgent first, those made last and by their days."""
    found = [_follow_up(one, today, within, smallest_group) for one in programme.follow_ups]
    return tuple(sorted(found, key=lambda one: (_ORDER[one.state], one.day or date.max, one.follow_up.id)))


def reported_by_cell(
    found: tuple[FollowUpAt, ...], framework: Framework, smallest_group: int
) -> tuple[ReportedOfCell, ...]:
    """Return what participants report by cell, in the framework's order, what names no cell last."""
    rows, columns = ([entry.id for entry in axis.entries] for axis in (framework.principles, framework.areas))
    places: list[Place | None] = [Place(row, column) for row in rows for column in columns]
    by_place: dict[Place | None, list[ReportedAt]] = {place: [] for place in [*places, None]}
    for source in found:
        if (made := source.made) is None:
            continue
        for reported in made.reports:
            place = reported.place if reported.place in by_place else None
            number = _number(reported.number, made.answered, smallest_group)
            by_place[place].append(ReportedAt(reported, number, source))
    return tuple(ReportedOfCell(place, tuple(sorted(some, key=_key))) for place, some in by_place.items() if some)


def _follow_up(one: ProgrammeFollowUp, today: date, within: int, limit: int) -> FollowUpAt:
    made = one.made
    if made is not None and made.date <= today:
        answered = made.answered
        held_back = answered is not None and not may_be_shown_of(answered, limit)
        told = Rough.FEW if held_back and answered else answered
        of = None if told is Rough.FEW and made.of == 1 else made.of  # few of one are one
        return FollowUpAt(one, FollowUpState.MADE, made.date, told, of, held_back)
    return FollowUpAt(one, _state(one.planned, today, within), one.planned, None, None, is_held_back=False)


def _state(planned: date | None, today: date, within: int) -> FollowUpState:
    if planned is None:
        return FollowUpState.UNDATED
    if planned < today:
        return FollowUpState.OVERDUE
    return FollowUpState.DUE_SOON if (planned - today).days <= within else FollowUpState.COMING


def _number(reported: int | None, answered: int | None, limit: int) -> int | Rough | None:
    return None if reported is None or answered is None else part_of(reported, answered, limit)


def _key(one: ReportedAt) -> tuple[date, str, str]:
    return one.source.day or date.max, one.source.follow_up.id, one.reported.what
