"""The analysis as Markdown: a heading for each assessment or group of cells, and for each set of levels."""

from collections.abc import Iterator
from typing import Any

from crosp_cli.output.analysis.content import AnalysisAnswer
from crosp_cli.output.analysis.explanation import Explanation
from crosp_cli.output.analysis.grouping import heading
from crosp_cli.output.analysis.orientation import orientation
from crosp_cli.output.analysis.views import AnalysisView
from crosp_cli.output.template_filters import filters
from crosp_cli.templating.environment import filled

MOST = 8
"""The most measures that are shown as those to do first."""


def as_markdown(shown: AnalysisAnswer) -> str:
    """Return everything an answer holds. The same answer gives the same text."""
    return "\n".join(part for part in _parts(shown) if part.strip())


def _parts(shown: AnalysisAnswer) -> Iterator[str]:
    language = shown.reports[0].language
    explanations = shown.explanations or (None,) * len(shown.reports)
    pairs = list(zip(shown.reports, explanations, strict=True))
    if shown.by is None:
        yield from (as_summary_markdown(report, explanation) for report, explanation in pairs)
        yield filled("levels.md.j2", language, filters, levels=shown.levels)
        return
    for grouped in shown.grouped:
        yield filled("grouped.md.j2", language, filters, grouped=grouped)
    for report, explanation in pairs:
        if explanation:
            yield filled("explained.md.j2", language, filters, heading=heading(report), explanation=explanation)


def as_summary_markdown(report: AnalysisView, explanation: Explanation | None = None) -> str:
    """Return the map, where to begin (and why there, if that is explained), profiles, gaps and measures."""
    values = values_of(report, whole=False, explanation=explanation)
    return filled("analysis.md.j2", report.language, filters, **values)


def values_of(report: AnalysisView, *, whole: bool, explanation: Explanation | None = None) -> dict[str, Any]:
    """Return what a template for the whole of `report`, or for what fits a screen, shows."""
    return {
        "report": report,
        "assessment": report.analysis.assessment,
        "today": report.analysis.today,
        "first": report.soonest[:MOST],
        "whole": whole,
        "orientation": orientation(report.analysis, report.language),
        "explanation": explanation,
    }
