"""A report as Markdown."""

from crosp_cli.reports.content import ReportContent, values_of
from crosp_cli.reports.template_filters import filters
from crosp_cli.templating.environment import filled


def as_markdown(content: ReportContent) -> str:
    """Return `content` as its kind's template lays it out. The same content gives the same text."""
    return filled(f"{content.kind}.md.j2", content.language, filters, **values_of(content, "markdown"))
