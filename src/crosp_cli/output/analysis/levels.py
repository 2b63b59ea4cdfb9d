"""The levels side by side, put into words."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from crosp_cli.analysis.assessment.cells import CellResult, State
from crosp_cli.analysis.assessment.levels import (
    Across,
    Comparison,
    Misplaced,
    Occasion,
    comparisons,
    misplaced,
    occasions,
)
from crosp_cli.output.analysis.build import AnalysisView
from crosp_cli.output.analysis.views import CellView
from crosp_cli.output.labels import status_word
from crosp_cli.output.view import view
from crosp_cli.text.phrase import Phrase, phrase
from crosp_cli.text.translation import translation


@view
class AcrossView(NamedTuple):
    """A cell, and what each level says of it: a step, or in words that there is none."""

    across: Across
    cell: CellView
    said: tuple[str, ...]


@view
class ComparisonView(NamedTuple):
    """Where the levels of an occasion see the same cell differently."""

    comparison: Comparison
    title: str
    reports: tuple[AnalysisView, ...]
    rows: tuple[AcrossView, ...]
    rest: str
    """How many cells they see alike, and how many cannot be compared, in words."""


@view
class MisplacedView(NamedTuple):
    """A measure that another level can solve, and what that level does."""

    misplaced: Misplaced
    report: AnalysisView
    cell: CellView
    what: Phrase
    solves_at: Phrase
    there: str
    """Whether that level has a measure in the same cell, in words."""


@view
class LevelsView(NamedTuple):
    """What the assessments shown say of each other across levels."""

    occasions: tuple[tuple[Occasion, tuple[AnalysisView, ...]], ...]
    comparisons: tuple[ComparisonView, ...]
    misplaced: tuple[MisplacedView, ...]


def levels(reports: Sequence[AnalysisView]) -> LevelsView:
    """Return what `reports`, all in one language, say of each other across levels."""
    by_analysis = {id(report.analysis): report for report in reports}
    found = occasions(report.analysis for report in reports)
    return LevelsView(
        occasions=tuple(
            (occasion, tuple(by_analysis[id(analysis)] for analysis in occasion.analyses)) for occasion in found
        ),
        comparisons=tuple(
            _comparison(comparison, [by_analysis[id(a)] for a in comparison.occasion.analyses])
            for comparison in comparisons(found)
        ),
        misplaced=tuple(
            _misplaced(one, by_analysis[id(one.analysis)])
            for one in misplaced((report.analysis for report in reports), found)
        ),
    )


def _comparison(comparison: Comparison, reports: Sequence[AnalysisView]) -> ComparisonView:
    report = reports[-1]
    return ComparisonView(
        comparison=comparison,
        title=report.unit,
        reports=tuple(reports),
        rows=tuple(_across(across, report) for across in comparison.differing),
        rest=_rest(comparison, report.language),
    )


def _across(across: Across, report: AnalysisView) -> AcrossView:
    return AcrossView(
        across, cell_view(report, across.cells[-1]), tuple(_said(c, report.language) for c in across.cells)
    )


def _said(cell: CellResult, language: str) -> str:
    _ = translation(language).gettext
    if cell.rating is not None:
        return str(cell.rating)
    words = {
        State.NOT_APPLICABLE: _("not applicable"),
        State.NOT_ASSESSED: _("not assessed"),
        State.OUTSIDE: _("not asked"),
    }
    return words.get(cell.state, _("not rated"))


def _rest(comparison: Comparison, language: str) -> str:
    _ = translation(language).gettext
    alike, others = comparison.alike, comparison.not_comparable
    return " ".join(
        (
            _("Rated alike: {count}.").format(count=alike),
            _("Rated by one level or none, so that nothing can be compared: {count}.").format(count=others),
        )
    )


def _misplaced(one: Misplaced, report: AnalysisView) -> MisplacedView:
    level = one.analysis.framework.level(one.solves_at)
    return MisplacedView(
        misplaced=one,
        report=report,
        cell=cell_view(report, next(cell for cell in one.analysis.cells if cell.place == one.result.place)),
        what=Phrase(one.result.measure.what.strip(), report.own_language),
        solves_at=phrase(level.title if level else {"en": one.solves_at}, report.language),
        there=_there(one, report.language),
    )


def _there(one: Misplaced, language: str) -> str:
    _ = translation(language).gettext
    if one.other is None:
        return _("No assessment of that level from the same time is among the files given.")
    if not one.there:
        return _("That level has no measure there.")
    measures = (result.measure for result in one.there)
    what = "; ".join(
        f"{' '.join(measure.what.split()).rstrip('.')} ({status_word(measure.status, language)})"
        for measure in measures
    )
    if one.more:
        what = _("{names} and {count} more").format(names=what, count=one.more)
    return _("That level has there: {what}.").format(what=what)


def cell_view(report: AnalysisView, cell: CellResult) -> CellView:
    """Return the view of a cell in a report."""
    views: Iterable[CellView] = (view for row in report.rows for view in row.cells)
    return next(view for view, found in zip(views, report.analysis.cells, strict=True) if found.place == cell.place)
