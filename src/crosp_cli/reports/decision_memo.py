"""A decision memo put into words: what its own file says, and what the reports it rests on show."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from crosp_cli.model.assessment import Place
from crosp_cli.model.memo import Consequence, Memo
from crosp_cli.output.analysis.views import AnalysisView, DetailView, MeasureView
from crosp_cli.output.programme.views import ProgrammeView
from crosp_cli.output.view import view
from crosp_cli.text.phrase import Phrase, own_words

if TYPE_CHECKING:
    from crosp_cli.reports.content import ReportContent

MEMO = "decision-memo"
"""What the kind of report is called."""


@view
@dataclass(frozen=True, slots=True)
class ConsultedView:
    """Who was or will be consulted, when and how."""

    day: date | None
    who: Phrase | None
    how: Phrase | None
    report: AnalysisView | None
    """The report whose assessment they took part in; None where the memo itself names them."""


@view
@dataclass(frozen=True, slots=True)
class ConsequenceView:
    """What the proposal means for somebody; neither text stands where nobody has written any."""

    analysis: Phrase | None
    not_analysed: Phrase | None


@view
@dataclass(frozen=True, slots=True)
class BasisView:
    """What an assessment shows of the matter; where the memo chooses nothing, where to begin and what is done there."""

    report: AnalysisView
    cells: tuple[DetailView, ...]
    """The cells that the memo is about; none where it does not choose."""
    measures: tuple[MeasureView, ...]
    """The unfinished measures that it is about or in the cells in focus, the one that is due first standing first."""
    others: int
    """How many unfinished measures there are beside those."""
    tells_why: bool
    """Whether ratings and what the law asks may be told: of the organiser's own assessment, and of no unit's."""


@view
@dataclass(frozen=True, slots=True)
class MemoView:
    """Everything that a decision memo shows. What is None or empty has not been written yet."""

    title: Phrase | None
    registration_number: Phrase | None
    day: date | None
    made_later: date | None
    """The day that the memo is made, where that is after its own: which measures are unfinished is only known then."""
    sender: Phrase | None
    to: Phrase | None
    proposal: tuple[Phrase, ...]
    summary: Phrase | None
    background: Phrase | None
    preparation: tuple[ConsultedView, ...]
    """Those who took part in the assessments and those the memo names, in the order of time, undated ones last."""
    is_prepared: bool
    """Whether the memo itself names anybody."""
    views: Phrase | None
    children: ConsequenceView
    equality: ConsequenceView
    economy: ConsequenceView | None
    """None where the memo does not take it up."""
    signed_by: tuple[Phrase, ...]
    annexes: tuple[Phrase, ...]
    bases: tuple[BasisView, ...]
    is_chosen: bool
    """Whether the memo says which cells or measures it is about."""
    programmes: tuple[ProgrammeView, ...]
    language: str
    framework_credit: Phrase | None


def memo_view(
    memo: Memo | None, reports: Sequence[AnalysisView], programmes: Sequence[ProgrammeView], made: date
) -> MemoView:
    """Return what a memo on `reports` and `programmes`, at least one of them, made on the day
    `made`, shows; without a `memo`, only these."""
    return _Builder(reports[0] if reports else programmes[0]).view(memo, reports, programmes, made)


class _Builder:
    """Knows the language that the memo is written in, the project's, and that of its reader."""

    def __init__(self, first: AnalysisView | ProgrammeView) -> None:
        self.own = first.own_language
        self.first = first

    def view(
        self, memo: Memo | None, reports: Sequence[AnalysisView], programmes: Sequence[ProgrammeView], made: date
    ) -> MemoView:
        places = {cell.place for cell in memo.cells} if memo else set()
        names = set(memo.measures) if memo else set()
        return MemoView(
            title=self.own_words(memo.title) if memo else None,
            registration_number=self.own_words(memo.registration_number) if memo else None,
            day=memo.date if memo else None,
            made_later=made if memo and memo.date and memo.date < made else None,
            sender=self.own_words(memo.sender) if memo else None,
            to=self.own_words(memo.to) if memo else None,
            proposal=self.own_items(memo.proposal) if memo else (),
            summary=self.own_words(memo.summary) if memo else None,
            background=self.own_words(memo.background) if memo else None,
            preparation=self.preparation(memo, reports),
            is_prepared=bool(memo and memo.preparation),
            views=self.own_words(memo.views) if memo else None,
            children=self.consequence(memo.consequences.children if memo else Consequence()),
            equality=self.consequence(memo.consequences.equality if memo else Consequence()),
            signed_by=self.own_items(memo.signed_by) if memo else (),
            annexes=self.own_items(memo.annexes) if memo else (),
            economy=self.consequence(memo.consequences.economy) if memo and memo.consequences.economy else None,
            bases=tuple(_basis(report, places, names) for report in reports),
            is_chosen=bool(memo and (memo.cells or memo.measures)),
            programmes=tuple(programmes),
            language=self.first.language,
            framework_credit=self.first.framework_credit,
        )

    def own_words(self, text: str | None) -> Phrase | None:
        return own_words(text, self.own)

    def own_items(self, texts: Iterable[str]) -> tuple[Phrase, ...]:
        return tuple(phrase for text in texts if (phrase := self.own_words(text)))

    def consequence(self, part: Consequence) -> ConsequenceView:
        return ConsequenceView(self.own_words(part.analysis), self.own_words(part.not_analysed))

    def preparation(self, memo: Memo | None, reports: Sequence[AnalysisView]) -> tuple[ConsultedView, ...]:
        met = [
            ConsultedView(report.analysis.assessment.date, Phrase(report.who, report.language), None, report)
            for report in reports
            if report.participants
        ]
        met += [
            ConsultedView(part.date, self.own_words(part.who), self.own_words(part.how), None)
            for part in (memo.preparation if memo else ())
        ]
        return tuple(sorted(met, key=lambda part: part.day or date.max))


def _basis(report: AnalysisView, places: Set[Place], names: Set[str]) -> BasisView:
    cells = tuple(detail for detail in report.details if detail.result.place in places)
    chosen = {detail.cell.anchor for detail in cells} if places or names else {f.cell.anchor for f in report.focus}
    measures = tuple(view for view in report.soonest if view.cell.anchor in chosen or view.result.measure.id in names)
    of_unit = report.analysis.assessment.unit is not None
    return BasisView(report, cells, measures, len(report.soonest) - len(measures), tells_why=not of_unit)


def values(content: "ReportContent") -> dict[str, Any]:
    """Return what the templates of a decision memo show beside the values of the whole report."""
    return {"memo": content.own or memo_view(None, [content.report], (), content.report.analysis.today)}
