"""A report as one HTML page that asks nothing of any network: its styles are in it, and nothing else is allowed."""

from crosp_cli.reports.content import ReportContent, values_of
from crosp_cli.reports.kinds import KINDS
from crosp_cli.reports.template_filters import filters
from crosp_cli.templating.environment import environment
from crosp_cli.templating.inlined import inlined
from crosp_cli.text.direction import with_directions
from crosp_cli.text.html import with_whole_dates


def as_html(content: ReportContent) -> str:
    """Return `content` as a whole page in its language. The same content gives the same bytes."""
    style, style_hash = inlined(KINDS[content.kind].styles)
    template = environment(content.language, filters).get_template(f"{content.kind}.html.j2")
    page = template.render(**values_of(content, "html"), style=style, style_hash=style_hash)
    return with_directions(with_whole_dates(page))
