"""A report as Markdown: the whole of it, or the parts that fit a screen."""

import re

from crosp_cli.rendering.summary import MOST
from crosp_cli.rendering.templates import environment
from crosp_cli.rendering.views import Report

_EMPTY_LINES = re.compile(r"\n{3,}")


def as_markdown(report: Report) -> str:
    """Return the whole of `report`. The same report gives the same text."""
    return _rendered("report.md.j2", report, whole=True)


def as_summary_markdown(report: Report) -> str:
    """Return the map, where to begin, profiles, gaps and measures."""
    return _rendered("analysis.md.j2", report, whole=False)


def _rendered(template: str, report: Report, *, whole: bool) -> str:
    text = (
        environment(report.language)
        .get_template(template)
        .render(
            report=report,
            assessment=report.analysis.assessment,
            today=report.analysis.today,
            by_row=report.details_by_row,
            first=report.soonest[:MOST],
            whole=whole,
        )
    )
    return _EMPTY_LINES.sub("\n\n", text).strip() + "\n"
