"""From an analysis to a report's content: everything put into words, in one language."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from crosp_cli.analysis.assessment.analyse import Analysis
from crosp_cli.analysis.assessment.cells import Behind, CellResult, State
from crosp_cli.analysis.assessment.focus import Focus
from crosp_cli.analysis.assessment.measures import MeasureResult
from crosp_cli.analysis.assessment.profiles import Profile
from crosp_cli.model.assessment import Cell, Place
from crosp_cli.model.guidance import Guidance, Reference, Term
from crosp_cli.output.analysis.agreement import agreement_view, shared_view
from crosp_cli.output.analysis.kept_from import kept_views
from crosp_cli.output.analysis.views import (
    AnalysisView,
    CellView,
    DetailView,
    FocusView,
    GuardiansView,
    MeasureView,
    ProfileView,
    ReferenceView,
    RowView,
    StepView,
    TermView,
    UnplacedView,
)
from crosp_cli.output.analysis.wording import Wording
from crosp_cli.output.comparison.views import Comparison
from crosp_cli.output.labels import (
    change_words,
    focus_reasons,
    force_words,
    priority_word,
    status_word,
)
from crosp_cli.text.languages import swedish_order
from crosp_cli.text.phrase import Phrase
from crosp_cli.text.translation import translation

__all__ = ["AnalysisView", "CellView", "MeasureView", "Phrase", "ProfileView", "analysis_view", "anchor"]


def analysis_view(
    analysis: Analysis,
    guidance: Guidance | None,
    language: str,
    since: Comparison | None = None,
    named_day: date | None = None,
) -> AnalysisView:
    """Return what a report on `analysis` shows in `language`.

    Without `guidance`, there are no questions and no glossary; without `since`, nothing on the occasion before;
    `named_day` is the day the reader has named, if any, and gets a line in the picture of the measures.
    """
    return _Builder(analysis, guidance, language).report()._replace(since=since, named_day=named_day)


class _Builder(Wording):
    """Puts one analysis into words. Holds what every part needs, so that the parts stay short."""

    def __init__(self, analysis: Analysis, guidance: Guidance | None, language: str) -> None:
        super().__init__(analysis, language)
        self.guidance = guidance.in_forms(analysis.setting.school_forms) if guidance else None
        self.numbers = {focus.cell.place: number for number, focus in enumerate(analysis.focus, 1)}
        self.views = {cell.place: self.cell(cell) for cell in analysis.cells}
        self.agreements = {
            cell.place: agreement_view(cell.agreement, self.views[cell.place], analysis, language)
            for cell in analysis.cells
            if cell.agreement is not None
        }
        self.measures = tuple(self.measure(result, anchor) for result, anchor in _numbered(analysis.measures))
        self.measures_at = defaultdict[Place, list[MeasureView]](list)
        for view in self.measures:
            self.measures_at[view.result.place].append(view)

    def report(self) -> AnalysisView:
        analysis, framework, head = self.analysis, self.framework, self.framework.head
        assessment, project = analysis.assessment, analysis.project
        details = tuple(self.detail(cell) for cell in analysis.cells if cell.cell and not cell.cell.is_empty)
        level = framework.level(assessment.level)
        return AnalysisView(
            language=self.language,
            own_language=self.own,
            analysis=analysis,
            unit=project.name_of(assessment.unit) if project else assessment.unit or assessment.level,
            organiser=project.organiser.name if project and assessment.unit is not None else None,
            level=self.phrase(level.title if level else {"en": assessment.level}),
            participants=tuple(
                (self.phrase(framework.title_of("groups", group)), count) for group, count in analysis.participants
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
            unplaced=tuple(self.unplaced(cell) for cell in analysis.unplaced),
            gaps=self.cells(analysis.gaps),
            needs_without_gap=self.cells(analysis.needs_without_gap),
            shared=shared_view(self.agreements, analysis, self.language),
            by_principle=tuple(self.profile(profile) for profile in analysis.principles if profile.cells),
            by_area=tuple(self.profile(profile) for profile in analysis.areas if profile.cells),
            by_factor=tuple(self.profile(profile) for profile in analysis.factors),
            measures=self.measures,
            soonest=tuple(
                sorted(
                    (view for view in self.measures if not view.result.measure.is_finished),
                    key=lambda view: view.result.measure.due or date.max,
                )
            ),
            details=details,
            not_assessed=self.cells(cell for cell in analysis.cells if cell.state is State.NOT_ASSESSED),
            round=self.round(),
            references=self.references(details),
            glossary=self.glossary(details),
            for_guardians=self.for_guardians(),
            kept=kept_views(assessment.kept_from, framework, analysis.setting.smallest_group, self.language, self.own),
        )

    def round(self) -> str:
        every = len(self.analysis.cells)
        inside = every - self.analysis.count(State.OUTSIDE)
        if inside == every:
            return ""
        text = translation(self.language).gettext(
            "This occasion is about {count} of the {all} parts of the map; the others do not belong to it."
        )
        return text.format(count=inside, all=every)

    def cells(self, cells: Iterable[CellResult]) -> tuple[CellView, ...]:
        return tuple(self.views[cell.place] for cell in cells)

    def cell(self, cell: CellResult) -> CellView:
        place, scale = cell.place, self.framework.head.scale
        return CellView(
            anchor=anchor(place),
            row=self.phrase(self.framework.principle(place.principle).title),
            column=self.phrase(self.framework.area(place.area).title),
            title=self.phrase(self.framework.cell_title(place)),
            label=self.phrase(self.framework.cell_label(place)),
            state=cell.state,
            rating=cell.rating,
            position=scale.position(cell.rating) if cell.rating is not None else None,
            target=cell.target,
            target_position=scale.position(cell.target) if cell.target is not None else None,
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
        reasons = focus_reasons(focus, self.framework.head.scale.steps, self.language)
        need = self.own_words(focus.cell.cell.need.analysis) if focus.cell.cell else None
        return FocusView(self.numbers[focus.cell.place], view, reasons, need)

    def unplaced(self, cell: CellResult) -> UnplacedView:
        laws = tuple(self.behind(behind) for behind in cell.behind if behind.is_duty)
        return UnplacedView(self.views[cell.place], laws)

    def profile(self, profile: Profile) -> ProfileView:
        return ProfileView(self.phrase(profile.title), profile.steps, profile.not_rated, profile.not_applicable)

    def measure(self, result: MeasureResult, anchor: str) -> MeasureView:
        measure, titled = result.measure, self.framework.title_of
        return MeasureView(
            anchor=anchor,
            cell=self.views[result.place],
            result=result,
            what=Phrase(measure.what.strip(), self.own),
            responsible=self.own_words(measure.responsible),
            status=status_word(measure.status, self.language),
            orientation=self.phrase(titled("orientations", measure.orientation)) if measure.orientation else None,
            scope=self.phrase(titled("scopes", measure.scope)) if measure.scope else None,
            builds_on=self.own_words(measure.builds_on),
            collaboration=self.collaboration(measure.collaboration) if measure.collaboration else None,
            follow_ups=tuple(self.follow_up(follow_up) for follow_up in measure.follow_ups),
        )

    def detail(self, cell: CellResult) -> DetailView:
        question = (
            self.guidance.questions.current(cell.place, self.analysis.assessment.level) if self.guidance else None
        )
        said = cell.cell or Cell()
        state = said.current_state
        return DetailView(
            cell=self.views[cell.place],
            result=cell,
            not_applicable=self.own_words(said.not_applicable),
            question=self.phrase(question.question) if question else None,
            probes=tuple(self.phrase(probe) for probe in question.probes) if question else (),
            evidence_hint=self.maybe(question.evidence) if question else None,
            terms=self.terms(question.terms if question else ()),
            reflection=self.own_words(state.reflection),
            helps=self.own_items(state.helps),
            hinders=self.own_items(state.hinders),
            evidence=self.own_items(state.evidence),
            need=self.own_words(said.need.analysis),
            measures=tuple(self.measures_at[cell.place]),
            references=tuple(self.behind(behind) for behind in cell.behind),
            agreement=self.agreements.get(cell.place),
        )

    def behind(self, behind: Behind) -> ReferenceView:
        return self.reference(behind.reference)._replace(why=self.maybe(behind.why))

    def reference(self, reference: Reference) -> ReferenceView:
        return ReferenceView(
            anchor=reference_anchor(reference.id),
            kind=reference.kind,
            title=self.phrase(reference.title),
            topic=self.maybe(reference.topic),
            paraphrase=self.maybe(reference.paraphrase),
            binding=reference.binding,
            as_of=reference.as_of,
            force=force_words(reference, self.language),
            changes=tuple(change_words(change, self.language) for change in reference.changes),
        )

    def references(self, details: Iterable[DetailView]) -> tuple[ReferenceView, ...]:
        """Every reference in the details once: legal duties first, else in the framework's order."""
        every = [one for detail in details for one in detail.references]
        tied = {one.anchor for one in every if one.why}
        found = {one.anchor: one._replace(why=None, is_of_a_cell=one.anchor in tied) for one in every}
        names = (anchor.removeprefix(reference_anchor("")) for anchor in found)
        known = self.guidance.references.in_order(names) if self.guidance else []
        in_order = [found.pop(reference_anchor(one.id)) for one in known]
        return tuple(sorted((*in_order, *found.values()), key=lambda met: (met.kind != "law", met.binding != "shall")))

    def for_guardians(self) -> GuardiansView | None:
        said, setting = self.framework.head.for_guardians, self.analysis.setting
        if said is None:
            return None
        whom = (setting.organiser_type, setting.school_forms, setting.level)
        known = self.guidance.reference if self.guidance else {}
        instead = next((one for one in said.instead if one.includes(setting.school_forms)), None)
        names, words, besides = said.references, said.taking_part, said.consultation
        named = (*names, *(besides.references if besides else ()), *(instead.references if instead else ()))
        concern = {name for name in named if name in known and known[name].applies_to.includes(*whom)}
        if instead:
            names, words = instead.references, instead.taking_part
        elif besides and concern.issuperset(besides.references):
            names = (*names, *besides.references)
            words = {lang: f"{(words or {}).get(lang, '')} {text}".strip() for lang, text in besides.text.items()}
        return GuardiansView(
            whom=self.maybe(instead.whom if instead else None),
            about=self.phrase(said.about),
            taking_part=self.maybe(words),
            references=tuple(self.reference(known[name]) for name in names if name in concern),
            abbreviations=self.guidance.glossary.abbreviations.get(self.own, {}) if self.guidance else {},
        )

    def terms(self, names: Iterable[str]) -> tuple[TermView, ...]:
        known = self.guidance.terms if self.guidance else {}
        return tuple(self.term(known[name]) for name in names if name in known)

    def term(self, term: Term) -> TermView:
        return TermView(f"term--{term.id}", self.phrase(term.term), self.phrase(term.definition))

    def glossary(self, details: Iterable[DetailView]) -> tuple[TermView, ...]:
        """The terms that the questions shown use, in alphabetical order."""
        used = {term.anchor: term for detail in details for term in detail.terms}
        return tuple(sorted(used.values(), key=lambda term: swedish_order(term.term.text)))


def anchor(place: Place) -> str:
    """The address of a cell within a page. Identifiers hold no double hyphen, so no two cells share one."""
    return f"cell--{place.principle}--{place.area}"


def reference_anchor(name: str) -> str:
    """The address of a reference within a page."""
    return f"reference--{name}"


def _numbered(results: Iterable[MeasureResult]) -> Iterator[tuple[MeasureResult, str]]:
    """Yield each measure with its address within a page: its cell's, and its number there."""
    met: Counter[Place] = Counter()
    for result in results:
        met[result.place] += 1
        yield result, f"measure--{result.place.principle}--{result.place.area}--{met[result.place]}"
