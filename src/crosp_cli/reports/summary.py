"""What fits on a report's first page, and on the two pages of a summary: printed on A4, also in a wide typeface."""

from math import ceil
from typing import TYPE_CHECKING, Any

from crosp_cli.output.analysis.markdown import MOST
from crosp_cli.output.analysis.views import AnalysisView, FocusView, MeasureView
from crosp_cli.text.phrase import shortened

if TYPE_CHECKING:
    from crosp_cli.reports.content import ReportContent

FEWEST = 3
"""The fewest, however much else there is."""

LONGEST_WHAT = 160
LONGEST_ROLE = 60
"""How much of a measure and a role the first page shows, in characters. The rest stands where the link leads."""

MOST_ON_TWO_PAGES = 24
"""The most measures in a summary of two pages."""

LONGEST_NEED = 260
"""How much of a need a summary shows, in characters."""

_PAGE = 776.0
"""The height of a page in points, margins aside, as the estimates below count it: a twentieth too high."""
_LINE = 11.5
"""The height of a line of the summary's print."""


def first_measures(report: AnalysisView) -> tuple[MeasureView, ...]:
    """Return the unfinished measures that are due first: at most `MOST`, and as many as the page has room for."""
    needs = max((_need(focus) for focus in report.focus), default=0)  # they are beside each other on this page
    room = _PAGE - _head(report) - _map(report) - _focus(report) - needs - 7 * _LINE
    chosen = 0
    for view in report.soonest[:MOST]:
        room -= _measure(view)
        if room < 0 and chosen >= FEWEST:
            break
        chosen += 1
    return report.soonest[:chosen]


def measures_on_two_pages(report: AnalysisView) -> tuple[MeasureView, ...]:
    """Return the unfinished measures that are due first, as many as two pages have room for beside all else."""
    lost_between_the_pages = 6 * _LINE
    needs = sum(_need(focus) for focus in report.focus)
    room = 2 * _PAGE - _head(report) - _map(report) - _focus(report) - needs - lost_between_the_pages - 8 * _LINE
    chosen = 0
    for view in report.soonest[:MOST_ON_TWO_PAGES]:
        room -= _measure(view)
        if room < 0:
            break
        chosen += 1
    return report.soonest[:chosen]


def _lines(text: str, width: int) -> int:
    return max(1, ceil(len(text) / width))


def _head(report: AnalysisView) -> float:
    people = ", ".join(f"{group.text} (99)" for group, _count in report.participants)
    credit = report.framework_credit.text if report.framework_credit else ""
    facts = f"{report.organiser or ''}{report.level.text}{report.analysis.assessment.occasion}"
    return (
        14
        + 24 * _lines(report.unit, 45)
        + 27 * _lines(facts, 70)
        + (12 + 13 * _lines(people, 90) if people else 0)
        + (10 * _lines(credit, 135) if credit else 0)
    )


def _map(report: AnalysisView) -> float:
    rows = sum(
        max(
            _lines(row.title.text, 24) * _LINE + 5,
            max((17 + 14 * (cell.focus is not None) for cell in row.cells), default=0),
        )
        for row in report.rows
    )
    legend = "".join(f"{step.label.text:>14}" for step in report.scale)
    return 30 + rows + 14 * _lines(legend, 80)


def _focus(report: AnalysisView) -> float:
    per_row = 3
    cells = [_focus_cell(focus) for focus in report.focus]
    rows = [max(cells[start : start + per_row]) for start in range(0, len(cells), per_row)]
    return 20 + sum(rows)


def _need(focus: FocusView) -> float:
    return _LINE * _lines(shortened(focus.need, LONGEST_NEED).text, 36) + 8 if focus.need else 0


def _focus_cell(focus: FocusView) -> float:
    title = focus.cell.name
    return 26 + 13 * _lines(title, 30) + sum(_LINE * _lines(reason, 36) for reason in focus.reasons)


def _what(view: MeasureView) -> str:
    return shortened(view.what, LONGEST_WHAT).text + (" (fokus 9)" if view.cell.focus else "")


def _measure(view: MeasureView) -> float:
    """The height of a measure's row."""
    what = _lines(_what(view), 54)
    role = _lines(shortened(view.responsible, LONGEST_ROLE).text, 18) if view.responsible else 1
    return _LINE * max(what, role) + 6


def values(content: "ReportContent") -> dict[str, Any]:
    """Return what the templates of a summary show beside the values of the whole report."""
    report = content.report
    is_large = _head(report) + _map(report) + _focus(report) > 2 * _PAGE
    return {"first": measures_on_two_pages(report), "is_large": is_large}
