"""What helps a team to fill in and read an assessment: a framework's questions, references and glossary."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from crosp_cli.limits import CHANGES_CHARACTERS, REFERENCES
from crosp_cli.model.assessment import Place
from crosp_cli.model.fields import Day, Few, Filled, Items, Line, Record, Slug, Title, Words
from crosp_cli.model.project import Asked, RuleCode


class AppliesTo(Record):
    """Whom a reference concerns. What is left out concerns everyone."""

    organiser_types: Few[Slug] = ()
    school_forms: Few[Slug] = ()
    levels: Few[Slug] = ()

    def includes(self, organiser_type: str | None, school_forms: tuple[str, ...], level: str) -> bool:
        """Whether it concerns this organiser, these school forms (any of them) and this level."""
        return (
            (not self.organiser_types or organiser_type is None or organiser_type in self.organiser_types)
            and (not self.school_forms or not school_forms or bool(set(school_forms) & set(self.school_forms)))
            and (not self.levels or level in self.levels)
        )


class LawChange(Record):
    """A change in what a reference says, that is known and has a day."""

    what: Words
    from_: Day = Field(alias="from")
    source: Filled
    sure: Literal["law-text", "preparatory-work", "second-hand", "unconfirmed"]
    """What it was read in; the further from the law's own text, the less sure."""
    paraphrase_holds: Literal["true"] | None = None
    """Whether the paraphrase says only what holds before and after, so that nobody need be asked to look again."""


class Tie(Record):
    """A cell that a reference speaks of itself, and why that is so."""

    principle: Slug
    area: Slug
    levels: Few[Slug] = ()
    """At which levels; none named means all."""
    why: Words

    @property
    def place(self) -> Place:
        """The cell."""
        return Place(self.principle, self.area)


class Reference(Record):
    """A law section, success factor, convention or publication that a cell rests on."""

    id: Slug
    kind: Literal["law", "success-factor", "convention", "publication"]
    title: Title
    topic: Title | None = None
    number: Line | None = None
    paraphrase: Words | None = None
    as_of: Day
    binding: Literal["shall", "may", "guidance"]
    applies_to: AppliesTo = AppliesTo.model_construct(organiser_types=(), school_forms=(), levels=())
    cells: Items[Tie] = ()
    """The cells that it speaks of itself. Behind every other cell it is background."""
    checks: Few[RuleCode] = ()
    """The checks that rest on it."""
    correction: Words | None = None
    changes: Items[LawChange] = ()
    source: Slug | None = None

    @property
    def is_duty(self) -> bool:
        """Whether the law obliges those it concerns."""
        return self.kind == "law" and self.binding == "shall"

    def ties(self, level: str) -> dict[Place, Words]:
        """The cells that it speaks of itself at a level, and why; it is background in the others."""
        return {tie.place: tie.why for tie in reversed(self.cells) if not tie.levels or level in tie.levels}

    def changed_by(self, day: date) -> tuple[LawChange, ...]:
        """The changes in force on `day` that came after its own day and that its paraphrase does not allow for."""
        return tuple(one for one in self.changes if self.as_of < one.from_ <= day and not one.paraphrase_holds)


def _few(entries: tuple[Reference, ...]) -> tuple[Reference, ...]:
    texts = (text for one in entries for change in one.changes for text in (change.source, *change.what.values()))
    if sum(len(text) + 250 for text in texts) > CHANGES_CHARACTERS:  # with what stands around each
        raise PydanticCustomError("crosp_long_changes", "more than is said at each cell")
    return entries


class Concerning(NamedTuple):
    """The references that concern somebody, by id, and by cell those that speak of it itself, each with why."""

    known: dict[str, Reference]
    tied: dict[Place, dict[str, Words]]


_SETTINGS = 64
"""Of how many it is kept which references concern them."""


class References(Record):
    """The file references.yaml."""

    entries: Annotated[Items[Reference], Field(max_length=REFERENCES), AfterValidator(_few)] = ()

    def concerning(self, organiser_type: str | None, school_forms: tuple[str, ...], level: str) -> Concerning:
        """Return what concerns an organiser of this type, these school forms (any of them) and this level."""
        whom = (organiser_type, school_forms, level)
        if whom not in self._concerning:
            if len(self._concerning) >= _SETTINGS:
                self._concerning.clear()
            known = {one.id: one for one in self.entries if one.applies_to.includes(*whom)}
            self._concerning[whom] = found = Concerning(known, {})
            for name, one in known.items():
                for place, why in one.ties(level).items():
                    found.tied.setdefault(place, {})[name] = why
        return self._concerning[whom]

    @cached_property
    def _concerning(self) -> dict[tuple[str | None, tuple[str, ...], str], Concerning]:
        return {}

    @cached_property
    def by_id(self) -> dict[str, Reference]:
        """The references by id."""
        return {reference.id: reference for reference in self.entries}

    def in_order(self, names: Iterable[str]) -> list[Reference]:
        """Return those of the names that there are, in the order of the file."""
        known = filter(self.by_id.__contains__, names)
        return [self.by_id[name] for name in sorted(known, key=self._order.__getitem__)]

    @cached_property
    def _order(self) -> dict[str, int]:
        return {name: number for number, name in enumerate(self.by_id)}


class Term(Record):
    """A concept in the glossary."""

    id: Slug
    term: Title
    forms: dict[str, Few[Line]] = Field(default_factory=dict)
    definition: Words
    references: Few[Slug] = ()
    source: Slug | None = None


class Glossary(Record):
    """The file glossary.yaml."""

    entries: Items[Term] = ()

    @cached_property
    def by_id(self) -> dict[str, Term]:
        """The terms by id."""
        return {term.id: term for term in self.entries}

    @cached_property
    def abbreviations(self) -> dict[str, dict[str, tuple[str, str]]]:
        """By language: spellings in capital letters, and their terms.

        By the spelling; one with signs around its words by these and a NUL, so that it is found where these are met.
        """
        found: dict[str, dict[str, tuple[str, str]]] = {}
        for term in self.entries:
            for language, spellings in term.forms.items():
                whole = term.term.get(language, "")
                for short in filter(str.isupper, spellings if whole else ()):
                    words = re.sub(r"^\W+|\W+$", "", short)
                    key = short if words == short else f"{words}\0"
                    found.setdefault(language, {})[key] = short, whole[:1].lower() + whole[1:]
        return found


class QuestionVariant(Record):
    """How a question reads where every school form of the unit is one of these. What is left out is as elsewhere."""

    school_forms: tuple[Slug, ...] = Field(min_length=1)
    question: Words | None = None
    probes: Few[Words] = ()
    evidence: Words | None = None
    terms: Few[Slug] = ()

    def includes(self, school_forms: tuple[str, ...]) -> bool:
        """Whether it is for a unit with these school forms. Where none is known, it is not."""
        return bool(school_forms) and set(school_forms) <= set(self.school_forms)


class Question(Record):
    """What a team is asked to talk about."""

    question: Words
    """The main question, which can be said aloud."""
    probes: Few[Words] = ()
    """What to go on with when the main question has been answered."""
    evidence: Words | None = None
    terms: Few[Slug] = ()
    variants: Few[QuestionVariant] = ()
    """How it reads in some school forms; the first that fits counts."""

    def in_forms(self, school_forms: tuple[str, ...]) -> "Question":
        """The question as a unit with these school forms is asked it."""
        fits = next((variant for variant in self.variants if variant.includes(school_forms)), None)
        return self.with_variant(fits) if fits else self

    def wordings(self, asked: Asked) -> Iterator[tuple[tuple[str, ...], "Question"]]:
        """Each way in which some are asked it, by the school forms of each, and what forms that is for; none: any.

        Where it is not known who is asked, every way that there is.
        """
        fitting = [frozenset(one.school_forms) for one in self.variants]
        met = {next((n for n, fit in enumerate(fitting) if forms and forms <= fit), None) for forms in asked}
        if not asked or None in met:
            yield (), self
        for number, variant in enumerate(self.variants):
            if not asked or number in met:
                yield variant.school_forms, self.with_variant(variant)

    def with_variant(self, variant: QuestionVariant) -> "Question":
        """The question with what a variant says otherwise."""
        written = variant.model_fields_set - {"school_forms"}
        return self.model_copy(update={key: getattr(variant, key) for key in written} | {"variants": ()})


class Questions(Record):
    """The file questions.yaml: for the current state one per cell and level, else one per level."""

    current_state: dict[str, dict[str, dict[str, Question]]]
    need: dict[str, Question]
    measures: dict[str, Question]

    def current(self, place: Place, level: str) -> Question | None:
        """What to ask of the current state in a cell at a level."""
        return self.current_state.get(place.principle, {}).get(place.area, {}).get(level)

    def in_forms(self, school_forms: tuple[str, ...]) -> "Questions":
        """The questions as a unit with these school forms is asked them."""

        def asked(levels: dict[str, Question]) -> dict[str, Question]:
            return {level: question.in_forms(school_forms) for level, question in levels.items()}

        cells = {
            principle: {area: asked(levels) for area, levels in row.items()}
            for principle, row in self.current_state.items()
        }
        return self.model_copy(
            update={"current_state": cells, "need": asked(self.need), "measures": asked(self.measures)}
        )


class Guidance(Record):
    """What helps a team to fill in and read an assessment: questions, references and glossary."""

    questions: Questions
    references: References
    glossary: Glossary

    def in_forms(self, school_forms: tuple[str, ...]) -> "Guidance":
        """What helps a unit with these school forms."""
        return self.model_copy(update={"questions": self.questions.in_forms(school_forms)})

    @property
    def terms(self) -> dict[str, Term]:
        """The glossary by id."""
        return self.glossary.by_id

    @property
    def reference(self) -> dict[str, Reference]:
        """The references by id."""
        return self.references.by_id
