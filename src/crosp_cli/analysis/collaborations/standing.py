"""How a collaboration stands on a day: by what is written, and by its own dates where they say more."""

from datetime import date
from enum import StrEnum

from crosp_cli.model.collaborations import RegisteredCollaboration


class Standing(StrEnum):
    """How a collaboration stands."""

    ONGOING = "ongoing"
    PLANNED = "planned"
    ENDED = "ended"


def standing_on(one: RegisteredCollaboration, day: date) -> Standing:
    """Return how a collaboration stands on `day`. One whose last day has passed has ended, whatever is written."""
    if one.has_ended(day):
        return Standing.ENDED
    if one.status == "planned" or (one.start is not None and one.start > day):
        return Standing.PLANNED
    return Standing.ONGOING


def ended_on(one: RegisteredCollaboration, day: date) -> date | None:
    """Return the day on which it ended, as seen from `day`; None where none is written, or only one to come."""
    return one.end if one.has_ended(day) and one.end is not None and one.end <= day else None
