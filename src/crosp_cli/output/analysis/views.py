"""What a report holds: plain values in one language, ready for any layout.

Templates and the terminal show these as they are. Each text knows its language, so that a page can mark where it
changes (a team's own words in a report in another language, say).
"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from crosp_cli.analysis.assessment.analyse import Analysis
from crosp_cli.analysis.assessment.cells import CellResult, State
from crosp_cli.analysis.assessment.measures import MeasureResult
from crosp_cli.output.analysis.wording import CollaborationView, FollowUpView
from crosp_cli.output.comparison.views import Comparison
from crosp_cli.output.view import view
from crosp_cli.text.counts import in_a_row
from crosp_cli.text.law_lists import law_list
from crosp_cli.text.phrase import Phrase


@view
class StepView(NamedTuple):
    """A step of the scale."""

    value: int
    label: Phrase
    description: Phrase | None


@view
class CellView(NamedTuple):
    """A cell in the map: what stands in its box."""

    anchor: str
    row: Phrase
    column: Phrase
    title: Phrase
    """Its row × its column."""
    label: Phrase
    """The same in short titles."""
    state: State
    rating: int | None
    position: int | None
    """How many steps of the scale lie below the rating; None without a rating."""
    target: int | None
    target_position: int | None
    """How many steps of the scale lie below the target; None without a target."""
    gap: int | None
    focus: int | None
    """Its number among the focus cells; None if it is not one of them."""
    priority: str | None

    @property
    def name(self) -> str:
        """What the cell is called."""
        return self.title.text


@view
class RowView(NamedTuple):
    """A row of the map: a principle and its cells."""

    title: Phrase
    short: Phrase
    cells: tuple[CellView, ...]


@view
class FocusView(NamedTuple):
    """A cell in focus: its number, why it was chosen, and what the team says that it needs."""

    number: int
    cell: CellView
    reasons: tuple[str, ...]
    need: Phrase | None = None


@view
class ProfileView(NamedTuple):
    """How the cells of a principle or area are spread over the scale."""

    title: Phrase
    steps: tuple[tuple[int, int], ...]
    not_rated: int
    not_applicable: int


@view
class MeasureView(NamedTuple):
    """A measure as a reader needs it."""

    anchor: str
    cell: CellView
    result: MeasureResult
    what: Phrase
    responsible: Phrase | None
    status: str
    orientation: Phrase | None
    scope: Phrase | None
    builds_on: Phrase | None
    collaboration: CollaborationView | None
    follow_ups: tuple[FollowUpView, ...]


@view
class ReferenceView(NamedTuple):
    """A law section, success factor or convention that applies here."""

    anchor: str
    kind: str
    title: Phrase
    topic: Phrase | None
    paraphrase: Phrase | None
    binding: str
    as_of: date
    force: str
    """What it is and how far it binds, in words."""
    changes: tuple[str, ...]
    """What changes in it and from when, in words."""
    why: Phrase | None = None
    """Beside a cell that it speaks of itself: what it says there. None where it is background."""
    is_of_a_cell: bool = False
    """Among those of a whole report: whether it speaks of any of its cells itself."""

    @property
    def is_duty(self) -> bool:
        """Whether it is a duty by law."""
        return (self.kind, self.binding) == ("law", "shall")


@view
class UnplacedView(NamedTuple):
    """A cell where the law asks for something and the team has stated no priority."""

    cell: CellView
    laws: tuple[ReferenceView, ...]

    @property
    def titles(self) -> str:
        """The laws, by their titles."""
        return law_list(law.title.text for law in self.laws)


@view
class GuardiansView(NamedTuple):
    """What the framework has to say to guardians, or to those who are told instead."""

    whom: Phrase | None
    """Whom the page is for, where the unit has no guardians."""
    about: Phrase
    taking_part: Phrase | None
    references: tuple[ReferenceView, ...]
    """What gives them a say here."""
    abbreviations: Mapping[str, tuple[str, str]]
    """Abbreviations in the language that the assessment is written in, and what they stand for, by what `Glossary` has
    for a key."""


@view
class TermView(NamedTuple):
    """A glossary term that the report uses."""

    anchor: str
    term: Phrase
    definition: Phrase


@view
class GroupView(NamedTuple):
    """How a group, or several small ones together, sees a cell."""

    title: Phrase
    middle: str
    """The step in the middle of its answers, or two of them: `1`, `1–2`."""
    label: Phrase | None
    """What the step is called; None where it is two."""
    divided: bool
    steps: tuple[int, int]
    """The step in the middle as a number, twice, or the two of them."""


@view
class AgreementView(NamedTuple):
    """How the groups see one cell, as far as that may be shown."""

    cell: CellView
    groups: tuple[GroupView, ...]
    differ: tuple[str, ...]
    """Each two groups that see it differently, with their steps."""
    not_asked: tuple[Phrase, ...]
    held_back: str | None
    """That some answers are not shown, where that is so."""


@view
class SharedView(NamedTuple):
    """How the groups see the cells in which any group has answered."""

    alike: str | None
    """What there is to say where no two groups differ; None where some do."""
    differ: tuple[tuple[CellView, tuple[str, ...]], ...]
    """Each cell that groups see differently, and which groups."""
    divided: tuple[tuple[CellView, tuple[Phrase, ...]], ...]
    """Each cell in which the answers within a group go apart, and in which groups."""
    not_asked: tuple[tuple[Phrase, str], ...]
    """Each group that has not been asked where others have, and in how many cells."""
    held_back: str | None


@view
class DetailView(NamedTuple):
    """A cell in full."""

    cell: CellView
    result: CellResult
    not_applicable: Phrase | None
    """Why the cell does not concern the unit."""
    question: Phrase | None
    """The main question; the probes and what could be evidence stand below it, smaller."""
    probes: tuple[Phrase, ...]
    evidence_hint: Phrase | None
    terms: tuple[TermView, ...]
    reflection: Phrase | None
    helps: tuple[Phrase, ...]
    hinders: tuple[Phrase, ...]
    evidence: tuple[Phrase, ...]
    need: Phrase | None
    measures: tuple[MeasureView, ...]
    references: tuple[ReferenceView, ...]
    agreement: AgreementView | None
    """How the groups see the cell; None where no group has answered."""


@view
class KeptPartView(NamedTuple):
    """A text that is kept from an older version of the framework: where it stood, and what it says."""

    label: str
    text: Phrase


@view
class KeptView(NamedTuple):
    """What is kept from one older version."""

    version: str
    parts: tuple[KeptPartView, ...]


@view
class AnalysisView(NamedTuple):
    """Everything a report on one assessment shows."""

    language: str
    own_language: str
    """The language the team writes in."""
    analysis: Analysis
    unit: str
    organiser: str | None
    level: Phrase
    participants: tuple[tuple[Phrase, int | None], ...]
    framework_title: Phrase
    framework_credit: Phrase | None
    rows_title: Phrase
    columns_title: Phrase
    step_titles: dict[str, Phrase]
    scale_title: Phrase
    scale_note: Phrase | None
    scale: tuple[StepView, ...]
    columns: tuple[tuple[Phrase, Phrase], ...]
    """Each area's title and short title."""
    rows: tuple[RowView, ...]
    focus: tuple[FocusView, ...]
    unplaced: tuple[UnplacedView, ...]
    """Cells beside the focus where the law asks for something and the team has stated no priority."""
    gaps: tuple[CellView, ...]
    needs_without_gap: tuple[CellView, ...]
    shared: SharedView | None
    """How the groups see the cells; None where no group has answered."""
    by_principle: tuple[ProfileView, ...]
    by_area: tuple[ProfileView, ...]
    by_factor: tuple[ProfileView, ...]
    measures: tuple[MeasureView, ...]
    soonest: tuple[MeasureView, ...]
    """The measures not yet finished, the one that is due first standing first; undated ones last."""
    details: tuple[DetailView, ...]
    not_assessed: tuple[CellView, ...]
    """The cells that the occasion is about and nothing is written on."""
    round: str
    """How many of the cells the occasion is about, in words; empty where it is about them all."""
    references: tuple[ReferenceView, ...]
    """What stands behind the cells in `details`, each once."""
    glossary: tuple[TermView, ...]
    for_guardians: GuardiansView | None
    """None where the framework has nothing to say to them."""
    kept: tuple[KeptView, ...]
    """What has had no place since an older version of the framework. It counts for nothing."""
    since: Comparison | None = None
    """What is different since the occasion before; None where there is none of the same unit and level."""
    named_day: date | None = None
    """The day that the reader has asked for; None where it is simply today."""

    @property
    def who(self) -> str:
        """The groups that took part, as in a sentence."""
        return in_a_row([group.text for group, _count in self.participants], self.language)

    @property
    def took_part(self) -> str:
        """The groups that took part, with how many of each, as in a sentence."""
        counted = [f"{group.text} ({count})" if count is not None else group.text for group, count in self.participants]
        return in_a_row(counted, self.language)

    def step(self, value: int) -> StepView:
        """The step of the scale with that value."""
        return next(step for step in self.scale if step.value == value)
