"""What a report holds, in one language: everything from an analysis put into words, ready for any layout.

Templates and the terminal show these values as they are. Each text knows its language, so that a page can mark
where it changes (a team's own words in a report in another language, say).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from crosp_cli.analysis.analyse import Analysis
from crosp_cli.analysis.cells import CellResult, State
from crosp_cli.analysis.focus import Focus
from crosp_cli.analysis.measures import MeasureResult
from crosp_cli.analysis.profiles import Profile
from crosp_cli.model.assessment import Place
from crosp_cli.model.framework import Framework, Guidance, Reference, Term
from crosp_cli.rendering.words import focus_reasons, priority_word, status_word
from crosp_cli.texts import Text, language_of, pick, swedish_order


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text and the language it is in."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class StepView:
    """A step of the scale."""

    value: int
    label: Phrase
    description: Phrase | None


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell in the map: what stands in its box."""

    anchor: str
    row: Phrase
    column: Phrase
    state: State
    rating: int | None
    position: int | None
    """How many steps of the scale lie below the rating; None without a rating."""
    target: int | None
    gap: int | None
    focus: int | None
    """Its number among the focus cells; None if it is not one of them."""
    priority: str | None


@dataclass(frozen=True, slots=True)
class RowView:
    """A row of the map: a principle and its cells."""

    title: Phrase
    short: Phrase
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class FocusView:
    """A cell in focus: its number, and why it was chosen."""

    number: int
    cell: CellView
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProfileView:
    """How the cells of a principle or area are spread over the scale."""

    title: Phrase
    steps: tuple[tuple[int, int], ...]
    not_rated: int
    not_applicable: int


@dataclass(frozen=True, slots=True)
class MeasureView:
    """A measure as a reader needs it."""

    cell: CellView
    result: MeasureResult
    what: Phrase
    responsible: Phrase | None
    status: str
    orientation: Phrase | None
    scope: Phrase | None
    solves_at: Phrase | None


@dataclass(frozen=True, slots=True)
class ReferenceView:
    """A law section, success factor or convention that applies here."""

    kind: str
    title: Phrase
    topic: Phrase | None
    paraphrase: Phrase | None
    binding: str
    as_of: date


@dataclass(frozen=True, slots=True)
class TermView:
    """A glossary term that the report uses."""

    anchor: str
    term: Phrase
    definition: Phrase


@dataclass(frozen=True, slots=True)
class DetailView:
    """A cell in full."""

    cell: CellView
    result: CellResult
    question: Phrase | None
    evidence_hint: Phrase | None
    terms: tuple[TermView, ...]
    measures: tuple[MeasureView, ...]
    references: tuple[ReferenceView, ...]
    groups: tuple[tuple[Phrase, tuple[tuple[int, int], ...]], ...]
    """Each group large enough to be shown, and how many of it chose each step."""
    groups_held_back: int
    """How many groups are too small to be shown."""


@dataclass(frozen=True, slots=True)
class Report:
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
    gaps: tuple[CellView, ...]
    needs_without_gap: tuple[CellView, ...]
    by_principle: tuple[ProfileView, ...]
    by_area: tuple[ProfileView, ...]
    measures: tuple[MeasureView, ...]
    details: tuple[DetailView, ...]
    not_assessed: tuple[CellView, ...]
    glossary: tuple[TermView, ...]


def report(analysis: Analysis, guidance: Guidance | None, language: str) -> Report:
    """Return what a report on `analysis` shows in `language`; without `guidance`, no questions and no glossary."""
    return _Builder(analysis, guidance, language).report()


class _Builder:
    """Puts one analysis into words. Holds what every part needs, so that the parts stay short."""

    def __init__(self, analysis: Analysis, guidance: Guidance | None, language: str) -> None:
        self.analysis = analysis
        self.guidance = guidance
        self.language = language
        self.framework: Framework = analysis.framework
        self.own = analysis.project.language if analysis.project else language
        self.numbers = {focus.cell.place: number for number, focus in enumerate(analysis.focus, 1)}
        self.views = {cell.place: self.cell(cell) for cell in analysis.cells}
        self.measures = tuple(self.measure(result) for result in analysis.measures)

    def report(self) -> Report:
        analysis, framework, head = self.analysis, self.framework, self.framework.head
        assessment, project = analysis.assessment, analysis.project
        details = tuple(self.detail(cell) for cell in analysis.cells if cell.state is not State.NOT_ASSESSED)
        level = framework.level(assessment.level)
        return Report(
            language=self.language,
            own_language=self.own,
            analysis=analysis,
            unit=project.name_of(assessment.unit) if project else assessment.unit or assessment.level,
            organiser=project.organiser.name if project and assessment.unit is not None else None,
            level=self.phrase(level.title if level else {"en": assessment.level}),
            participants=tuple(
                (self.phrase(framework.title_of("groups", part.group)), part.count) for part in assessment.participants
            ),
            framework_title=self.phrase(head.title),
            framework_credit=self.maybe(head.credit),
            rows_title=self.phrase(framework.principles.title),
            columns_title=self.phrase(framework.areas.title),
            step_titles={step.id: self.phrase(step.title) for step in head.steps},
            scale_title=self.phrase(head.scale.title),
            scale_note=self.maybe(head.scale.note),
            scale=tuple(
                StepView(step.value, self.phrase(step.label), self.maybe(step.description)) for step in head.scale.steps
            ),
            columns=tuple((self.phrase(area.title), self.phrase(area.label)) for area in framework.areas.entries),
            rows=tuple(self.row(principle.id) for principle in framework.principles.entries),
            focus=tuple(self.focus(focus) for focus in analysis.focus),
            gaps=self.cells(analysis.gaps),
            needs_without_gap=self.cells(analysis.needs_without_gap),
            by_principle=tuple(self.profile(profile) for profile in analysis.principles),
            by_area=tuple(self.profile(profile) for profile in analysis.areas),
            measures=self.measures,
            details=details,
            not_assessed=self.cells(cell for cell in analysis.cells if cell.state is State.NOT_ASSESSED),
            glossary=self.glossary(details),
        )

    def phrase(self, text: Text) -> Phrase:
        return Phrase(pick(text, self.language), language_of(text, self.language))

    def maybe(self, text: Text | None) -> Phrase | None:
        return self.phrase(text) if text else None

    def own_words(self, text: str | None) -> Phrase | None:
        """A text that the team wrote, without the line end that a YAML block leaves."""
        return Phrase(text.strip(), self.own) if text and text.strip() else None

    def cells(self, cells: Iterable[CellResult]) -> tuple[CellView, ...]:
        return tuple(self.views[cell.place] for cell in cells)

    def cell(self, cell: CellResult) -> CellView:
        place, scale = cell.place, self.framework.head.scale
        return CellView(
            anchor=anchor(place),
            row=self.phrase(self.framework.principle(place.principle).title),
            column=self.phrase(self.framework.area(place.area).title),
            state=cell.state,
            rating=cell.rating,
            position=scale.position(cell.rating) if cell.rating is not None else None,
            target=cell.target,
            gap=cell.gap,
            focus=self.numbers.get(place),
            priority=priority_word(cell.cell.need.priority, self.language) if cell.cell else None,
        )

    def row(self, principle: str) -> RowView:
        entry = self.framework.principle(principle)
        cells = tuple(view for place, view in self.views.items() if place.principle == principle)
        return RowView(self.phrase(entry.title), self.phrase(entry.label), cells)

    def focus(self, focus: Focus) -> FocusView:
        view = self.views[focus.cell.place]
        return FocusView(self.numbers[focus.cell.place], view, focus_reasons(focus, self.language))

    def profile(self, profile: Profile) -> ProfileView:
        return ProfileView(self.phrase(profile.title), profile.steps, profile.not_rated, profile.not_applicable)

    def measure(self, result: MeasureResult) -> MeasureView:
        measure, titled = result.measure, self.framework.title_of
        together = measure.collaboration
        level = self.framework.level(together.solves_at) if together and together.solves_at else None
        return MeasureView(
            cell=self.views[result.place],
            result=result,
            what=Phrase(measure.what.strip(), self.own),
            responsible=self.own_words(measure.responsible),
            status=status_word(measure.status, self.language),
            orientation=self.phrase(titled("orientations", measure.orientation)) if measure.orientation else None,
            scope=self.phrase(titled("scopes", measure.scope)) if measure.scope else None,
            solves_at=self.phrase(level.title) if level else None,
        )

    def detail(self, cell: CellResult) -> DetailView:
        question = (
            self.guidance.questions.current(cell.place, self.analysis.assessment.level) if self.guidance else None
        )
        ratings = cell.cell.current_state.group_ratings if cell.cell else {}
        shown = {g: c for g, c in ratings.items() if sum(c.values()) >= max(self.analysis.setting.smallest_group, 1)}
        steps = self.framework.head.scale.values
        return DetailView(
            cell=self.views[cell.place],
            result=cell,
            question=self.phrase(question.question) if question else None,
            evidence_hint=self.maybe(question.evidence) if question else None,
            terms=self.terms(question.terms if question else ()),
            measures=tuple(view for view in self.measures if view.result.place == cell.place),
            references=tuple(self.reference(reference) for reference in cell.references),
            groups=tuple(
                (self.phrase(self.framework.title_of("groups", group)), tuple((step, n.get(step, 0)) for step in steps))
                for group, n in shown.items()
            ),
            groups_held_back=len(ratings) - len(shown),
        )

    def reference(self, reference: Reference) -> ReferenceView:
        return ReferenceView(
            kind=reference.kind,
            title=self.phrase(reference.title),
            topic=self.maybe(reference.topic),
            paraphrase=self.maybe(reference.paraphrase),
            binding=reference.binding,
            as_of=reference.as_of,
        )

    def terms(self, names: Iterable[str]) -> tuple[TermView, ...]:
        known = self.guidance.terms if self.guidance else {}
        return tuple(self.term(known[name]) for name in names if name in known)

    def term(self, term: Term) -> TermView:
        return TermView(f"term-{term.id}", self.phrase(term.term), self.phrase(term.definition))

    def glossary(self, details: Iterable[DetailView]) -> tuple[TermView, ...]:
        """The terms that the questions shown use, in alphabetical order."""
        used = {term.anchor: term for detail in details for term in detail.terms}
        return tuple(sorted(used.values(), key=lambda term: swedish_order(term.term.text)))


def anchor(place: Place) -> str:
    """The address of a cell within a page."""
    return f"cell-{place.principle}-{place.area}"
