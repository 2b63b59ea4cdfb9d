"""What belongs to a measure: who else is needed for it, and how it was followed up."""

from datetime import date
from typing import NamedTuple

from crosp_cli.output.view import view
from crosp_cli.text.phrase import Phrase


@view
class FollowUpView(NamedTuple):
    """A follow-up: to come, passed in silence, or made."""

    day: date | None
    source: str | None
    result: Phrase | None
    other_explanations: Phrase | None
    decision: str | None
    is_to_come: bool = False
    """Whether nothing is told of it and its day has not passed."""


@view
class CollaborationView(NamedTuple):
    """Others who are needed for a measure, and on what terms."""

    partners: tuple[Phrase, ...]
    purpose: Phrase | None
    solves_at: Phrase | None
    """The level that can solve it."""
    conditions: tuple[tuple[Phrase, Phrase], ...]
    """Each of the three conditions that something was written about: its name, and what was written."""
    confidentiality: Phrase | None
    own_responsibility: Phrase | None = None
    """What each still answers for, as the register of collaborations says it."""
    register: Phrase | None = None
    """Where the words come from and how that collaboration stands, if the measure points at a register."""
