"""What a form asks: which assessment it is, its cells with their questions, and what has been said before.

Every form (the page, and others after it) is made of this, so that they all ask the same.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from crosp_cli.analysis.groups.disclosure import participants
from crosp_cli.filling.terms import Line, Term, marked, terms_of
from crosp_cli.model.assessment import Assessment, Cell, Place
from crosp_cli.model.framework import Framework, Level
from crosp_cli.model.guidance import Guidance, Question
from crosp_cli.model.project import Unit, limit_of
from crosp_cli.text.languages import pick
from crosp_cli.text.paragraphs import lines_of

MOST_FOR_ONE = 12
"""How many questions one person is asked where nobody has named them: with some reading, about five minutes."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Which assessment the form is for, as far as that is known; the form asks for the rest."""

    title: str
    """What the unit or the organiser is called; "" where nobody knows yet."""
    unit: str | None = None
    occasion: str | None = None
    day: date | None = None
    units: Sequence[Unit] = ()
    """The units to choose among, where none is given."""
    organiser: str | None = None
    """The organiser's short name; other organisers may have a unit, or an occasion, that is called the same."""


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of a cell on one occasion."""

    occasion: str
    cell: Cell


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: the main one large, its probes small, and the terms in it that are explained."""

    main: Sequence[Line]
    probes: Sequence[Line]
    evidence: str
    terms: Sequence[Term]
    """All that are explained."""
    elsewhere: Sequence[Term]
    """Those of them that stand neither in the question nor in its probes."""


@dataclass(frozen=True, slots=True)
class AskedCell:
    """One cell of the matrix, as a form asks of it."""

    place: Place
    title: str
    """Its row × its column, or one of them where there is no other."""
    principle: str
    area: str
    asked: Asked | None
    in_round: bool
    """Whether the form begins with it; the others can be added."""
    now: Said | None
    """What the assessment itself says already."""
    before: Said | None
    """What was said the time before."""

    @property
    def name(self) -> str:
        """What it is called below the title of its row: its column, where there is more than one."""
        return self.principle if self.title == self.principle else self.area

    @property
    def id(self) -> str:
        """A name for it that a page can lead to."""
        return f"{self.place.principle}--{self.place.area}"


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """All that a form asks, in one language."""

    language: str
    framework: Framework
    level: Level
    subject: Subject
    cells: Sequence[AskedCell]
    need: Asked | None
    measures: Asked | None
    participants: Mapping[str, str]
    """How many of each group the assessment says that take part, as far as that may be shown."""
    taken: Sequence[str]
    """The short names of the measures that the assessment has already."""
    why: str = ""
    """Why the first round has the cells that it has, where the form begins with them."""
    group: str | None = None
    """The group that one person answers in: then the form is short, and asks for nothing that tells who it is."""

    @property
    def asks_for_unit(self) -> bool:
        """Whether it has to be said which unit it concerns."""
        return self.level.concerns == "unit" and self.subject.unit is None

    @property
    def asks(self) -> bool:
        """Whether something has to be given before the questions: the unit, the occasion, the day."""
        return self.asks_for_unit or self.subject.occasion is None


def questionnaire(
    framework: Framework,
    guidance: Guidance,
    level: Level,
    subject: Subject,
    language: str,
    now: Assessment | None = None,
    before: Assessment | None = None,
    cells: Collection[Place] = (),
    smallest_group: int = limit_of(None),
) -> Questionnaire:
    """Return what a form asks at a level, with what the assessment says `now` and what was said the time `before`.

    It begins with `cells`; where none are named, with those that the assessment has, else with the first round. Of a
    group under the limit it does not say how many took part.
    """
    questions = guidance.questions
    first = framework.first_round(level.id)
    chosen = set(cells or _begun(now) or first)
    return Questionnaire(
        language,
        framework,
        level,
        subject,
        [_cell(place, framework, guidance, level, language, now, before, chosen) for place in framework.places],
        _asked(questions.need.get(level.id), guidance, language),
        _asked(questions.measures.get(level.id), guidance, language),
        {group: str(count) for group, count in participants(now, smallest_group) if count is not None} if now else {},
        [measure.id for _place, cell in now.each_cell() for measure in cell.measures] if now else [],
        _why(framework, level, language) if chosen == set(first) else "",
    )


def _why(framework: Framework, level: Level, language: str) -> str:
    said = framework.head.first_round.get(level.id)
    return pick(said.why, language) if said else ""


def _begun(assessment: Assessment | None) -> set[Place]:
    return {place for place, _cell in assessment.each_cell()} if assessment else set()


def for_one_person(asked: Questionnaire, group: str, *, named: bool = False) -> Questionnaire:
    """Return what is asked of one person in a group: the main questions of the round, and nothing said before.

    Unless its cells have been `named`, it has none that does not apply, and where the others are more than one person
    answers in some minutes, those of the first round.
    """
    in_round = [cell for cell in asked.cells if cell.in_round]
    chosen = in_round if named else _few(in_round, asked)
    cells = [
        replace(cell, now=None, before=None, asked=replace(cell.asked, probes=(), evidence="") if cell.asked else None)
        for cell in chosen
    ]
    return replace(asked, cells=cells, need=None, measures=None, participants={}, taken=(), group=group)


def _few(chosen: Sequence[AskedCell], asked: Questionnaire) -> Sequence[AskedCell]:
    """The cells to ask one person of, as long as nobody has named any; all that there are where few would be none."""
    others = {cell.place for cell in chosen if cell.now and cell.now.cell.not_applicable}
    apply = [cell for cell in chosen if cell.place not in others]
    if len(apply) <= MOST_FOR_ONE:
        return apply or chosen
    first = set(asked.framework.first_round(asked.level.id)) - others
    return [cell for cell in asked.cells if cell.place in first] or apply


def _cell(
    place: Place,
    framework: Framework,
    guidance: Guidance,
    level: Level,
    language: str,
    now: Assessment | None,
    before: Assessment | None,
    chosen: Collection[Place],
) -> AskedCell:
    return AskedCell(
        place,
        pick(framework.cell_title(place), language),
        pick(framework.principle(place.principle).title, language),
        pick(framework.area(place.area).title, language),
        _asked(guidance.questions.current(place, level.id), guidance, language),
        in_round=place in chosen,
        now=_said(now, place),
        before=_said(before, place),
    )


def _said(assessment: Assessment | None, place: Place) -> Said | None:
    cell = assessment.cell(place) if assessment else None
    return Said(assessment.occasion, cell) if assessment and cell and not cell.is_empty else None


def _asked(question: Question | None, guidance: Guidance, language: str) -> Asked | None:
    if question is None:
        return None
    terms = terms_of(question.terms, guidance, language)
    lines = lines_of(pick(question.question, language))
    found, elsewhere = marked([*lines, *(pick(probe, language) for probe in question.probes)], terms)
    evidence = pick(question.evidence, language) if question.evidence else ""
    return Asked(found[: len(lines)], found[len(lines) :], evidence, terms, elsewhere)
