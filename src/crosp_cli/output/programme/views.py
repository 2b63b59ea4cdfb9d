"""What is known of a programme, put into words: what every format of it shows."""

from dataclasses import dataclass
from datetime import date

from crosp_cli.analysis.programme.analyse import ProgrammeAnalysis
from crosp_cli.output.view import view
from crosp_cli.text.phrase import Phrase


@view
@dataclass(frozen=True, slots=True)
class PointView:
    """How many had completed the programme on a day."""

    day: date
    completed: int
    of: int | None
    words: str
    """The number, of how many, and how many of a hundred that is."""


@view
@dataclass(frozen=True, slots=True)
class RegisteredView:
    """How many more were registered on a day: a sentence, and whether it still holds."""

    day: date
    number: int
    sentence: str
    is_current: bool


@view
@dataclass(frozen=True, slots=True)
class FollowUpView:
    """A follow-up and how it stands."""

    day: date | None
    state: str
    """As in JSON: overdue, due-soon, coming, undated or made."""
    state_word: str
    kind: str
    who: Phrase | None
    asks: Phrase | None
    answered: str
    """How many answered and who tells; "" where it has not been made."""
    other_explanations: Phrase | None


@view
@dataclass(frozen=True, slots=True)
class ReportedView:
    """Something that participants report, how many do, and in which follow-up."""

    what: Phrase
    number: str
    kind: str
    day: date | None


@view
@dataclass(frozen=True, slots=True)
class ReportedCellView:
    """What participants report of a cell."""

    title: Phrase
    reports: tuple[ReportedView, ...]


@view
@dataclass(frozen=True, slots=True)
class QuestionView:
    """What one wants to know: what can be said, what cannot, why, and of which day the answer is."""

    question: Phrase
    day: date | None
    told: str
    """Of which day the answer is, as a sentence."""
    can_say: Phrase | None
    cannot_say: Phrase | None
    why: Phrase | None


@view
@dataclass(frozen=True, slots=True)
class SessionView:
    """A session, and when it is or was held."""

    what: Phrase
    when: str


@view
@dataclass(frozen=True, slots=True)
class SideView:
    """Units that took part, or the others, in a cell."""

    words: str
    before: str
    after: str


@view
@dataclass(frozen=True, slots=True)
class BesideCellView:
    """A cell, with both sides."""

    title: Phrase
    took_part: SideView
    others: SideView


@view
@dataclass(frozen=True, slots=True)
class BesideView:
    """A level, with how many units there are on each side, and the cells of which something may be told."""

    level: Phrase
    counts: tuple[str, ...]
    cells: tuple[BesideCellView, ...]


@view
@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """Everything that is shown of a programme."""

    language: str
    own_language: str
    today: date
    name: Phrase
    standing: str
    facts: tuple[tuple[str, Phrase], ...]
    """What it is for, for whom, whether it is compulsory, who answers for it."""
    coverage: str
    """The newest count as a sentence."""
    points: tuple[PointView, ...]
    registered: tuple[RegisteredView, ...]
    by_name: tuple[str, ...]
    """The units of the project that have completed it or are registered, each with its day."""
    remarks: tuple[str, ...]
    """What else there is to know of the counts."""
    follow_ups: tuple[FollowUpView, ...]
    cells: tuple[ReportedCellView, ...]
    held_back: str
    """That so few answered that it is not shown; "" where that is not so."""
    questions: tuple[QuestionView, ...]
    sessions: tuple[SessionView, ...]
    at_the_same_time: tuple[Phrase, ...]
    besides: tuple[BesideView, ...] | None
    cannot_show: tuple[str, ...]
    """What putting units beside each other cannot show."""
    framework_credit: Phrase | None


@dataclass(frozen=True, slots=True)
class ProgrammeAnswer:
    """What `crosp programme` answers: the view that texts are made of, and what JSON is made of."""

    view: ProgrammeView
    analysis: ProgrammeAnalysis
    path: str
