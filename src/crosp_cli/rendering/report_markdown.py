"""A report as Markdown: the whole of it, or the parts that fit a screen."""

import re
from typing import Any

from crosp_cli.rendering.explanation import Explanation
from crosp_cli.rendering.orientation import orientation
from crosp_cli.rendering.summary import MOST
from crosp_cli.rendering.templates import environment
from crosp_cli.rendering.views import Report

_EMPTY_LINES = re.compile(r"\n{3,}")


def as_markdown(report: Report) -> str:
    """Return the whole of `report`. The same report gives the same text."""
    return _rendered("report.md.j2", report, whole=True)


def as_summary_markdown(report: Report, explanation: Explanation | None = None) -> str:
    """Return the map, where to begin (and why there, if that is explained), profiles, gaps and measures."""
    return _rendered("analysis.md.j2", report, whole=False, explanation=explanation)


def filled(template: str, language: str, **values: Any) -> str:
    """Return a template filled in, without lines that its parts left empty."""
    return tidied(environment(language).get_template(template).render(**values))


def tidied(text: str) -> str:
    """Return `text` without lines that the parts of a template left empty."""
    return _EMPTY_LINES.sub("\n\n", text).strip() + "\n"


def values_of(report: Report, *, whole: bool, explanation: Explanation | None = None) -> dict[str, Any]:
    """Return what the template shows."""
    return {
        "report": report,
        "assessment": report.analysis.assessment,
        "today": report.analysis.today,
        "by_row": report.details_by_row,
        "first": report.soonest[:MOST],
        "whole": whole,
        "orientation": orientation(report.analysis, report.language),
        "explanation": explanation,
    }


def _rendered(template: str, report: Report, *, whole: bool, explanation: Explanation | None = None) -> str:
    return filled(template, report.language, **values_of(report, whole=whole, explanation=explanation))
