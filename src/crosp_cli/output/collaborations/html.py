"""The collaborations as one HTML page that asks nothing of any network."""

from crosp_cli.output.collaborations.build import view_of
from crosp_cli.output.collaborations.views import CollaborationsAnswer
from crosp_cli.templating.environment import environment
from crosp_cli.templating.inlined import inlined
from crosp_cli.text.html import with_whole_dates

STYLES = ("report.css", "print.css", "kinds.css")


def as_html(answer: CollaborationsAnswer, language: str) -> str:
    """Return all of it as a whole page. The same input gives the same bytes."""
    style, style_hash = inlined(STYLES)
    template = environment(language).get_template("collaborations.html.j2")
    view = view_of(answer, language)
    page = template.render(report=view, view=view, kind="collaborations", style=style, style_hash=style_hash)
    return with_whole_dates(page)
