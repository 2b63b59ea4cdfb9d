"""A whole report as Markdown."""

from crosp_cli.output.analysis.markdown import values_of
from crosp_cli.output.analysis.views import Report
from crosp_cli.reports.template_filters import filters
from crosp_cli.templating.environment import filled


def as_markdown(report: Report) -> str:
    """Return the whole of `report`. The same report gives the same text."""
    return filled("report.md.j2", report.language, filters, **values_of(report, whole=True))
