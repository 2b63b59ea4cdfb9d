"""An analysis put into words: what the framework calls things, what the team wrote, and what belongs to a measure."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from crosp_cli.analysis.assessment.analyse import Analysis
from crosp_cli.model.assessment import Collaboration, FollowUp
from crosp_cli.output.collaborations.wording import origin_words
from crosp_cli.output.labels import decision_word, source_word
from crosp_cli.output.view import view
from crosp_cli.reading.registers import FromRegister
from crosp_cli.text.languages import Text
from crosp_cli.text.phrase import Phrase, own_words, phrase

_CONDITIONS = ("governance", "structure", "shared-understanding")


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


class Wording:
    """The words of one analysis, in the reader's language and in the team's own."""

    def __init__(self, analysis: Analysis, language: str) -> None:
        """`language` is the reader's; the team's own is the project's."""
        self.analysis = analysis
        self.language = language
        self.framework = analysis.framework
        self.own = analysis.project.language if analysis.project else language

    def phrase(self, text: Text) -> Phrase:
        """What the framework calls something, in the reader's language where it has it."""
        return phrase(text, self.language)

    def maybe(self, text: Text | None) -> Phrase | None:
        """The same where there is something; else None."""
        return self.phrase(text) if text else None

    def own_words(self, text: str | None) -> Phrase | None:
        """A text that the team wrote, without the line end that a YAML block leaves."""
        return own_words(text, self.own)

    def own_items(self, texts: Iterable[str]) -> tuple[Phrase, ...]:
        """The items of a list that the team wrote, without empty ones."""
        return tuple(phrase for text in texts if (phrase := self.own_words(text)))

    def collaboration(self, together: Collaboration) -> CollaborationView:
        """Who else is needed for a measure, with what the register has of it where the measure points there."""
        level = self.framework.level(together.solves_at) if together.solves_at else None
        titled, conditions = self.framework.title_of, together.conditions
        found = together.registered if isinstance(together, FromRegister) else None
        texts = (conditions.governance, conditions.structure, conditions.shared_understanding) if conditions else ()
        return CollaborationView(
            partners=self.own_items(together.with_),
            purpose=self.own_words(together.purpose),
            solves_at=self.phrase(level.title) if level else None,
            conditions=tuple(
                (self.phrase(titled("conditions", name)), words)
                for name, text in zip(_CONDITIONS, texts, strict=False)
                if (words := self.own_words(text))
            ),
            confidentiality=self.own_words(together.confidentiality),
            own_responsibility=self.own_words(found.collaboration.own_responsibility) if found else None,
            register=Phrase(origin_words(together.entry, found, self.analysis.today, self.language), self.language)
            if together.entry
            else None,
        )

    def follow_up(self, follow_up: FollowUp) -> FollowUpView:
        """How a measure was followed up, or when it is to be."""
        return FollowUpView(
            day=follow_up.date,
            source=source_word(follow_up.source, self.language),
            result=self.own_words(follow_up.result),
            other_explanations=self.own_words(follow_up.other_explanations),
            decision=decision_word(follow_up.decision, self.language),
            is_to_come=not (follow_up.result or follow_up.other_explanations or follow_up.decision)
            and (follow_up.date or date.max) >= self.analysis.today,
        )
