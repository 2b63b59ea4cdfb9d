"""What is known of a competence programme, as one page: on a screen, and for Word and PDF."""

from crosp_cli.output.programme.views import ProgrammeAnswer
from crosp_cli.reports.kinds import STYLES
from crosp_cli.reports.template_filters import filters
from crosp_cli.templating.environment import environment
from crosp_cli.templating.inlined import inlined
from crosp_cli.text.html import with_whole_dates


def as_html(answer: ProgrammeAnswer) -> str:
    """Return the whole of it as a page. The same answer gives the same bytes."""
    style, style_hash = inlined((*STYLES, "kinds.css"))
    view = answer.view
    template = environment(view.language, filters).get_template("programme.html.j2")
    page = template.render(report=view, programme=view, kind="programme", style=style, style_hash=style_hash)
    return with_whole_dates(page)
