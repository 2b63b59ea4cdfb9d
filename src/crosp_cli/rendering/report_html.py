"""A report as one HTML page that asks nothing of any network: its styles are in it, and nothing else is allowed."""

import hashlib
from base64 import b64encode
from functools import lru_cache

from markupsafe import Markup

from crosp_cli.rendering.orientation import orientation
from crosp_cli.rendering.summary import first_measures
from crosp_cli.rendering.templates import environment
from crosp_cli.rendering.views import Report
from crosp_cli.resources import resource

STYLES = ("report.css", "pictures.css", "print.css")


def as_html(report: Report) -> str:
    """Return `report` as a whole page in its language. The same report gives the same bytes."""
    style, style_hash = styles(STYLES)
    first = first_measures(report)
    return (
        environment(report.language)
        .get_template("report.html.j2")
        .render(
            report=report,
            assessment=report.analysis.assessment,
            today=report.analysis.today,
            by_row=report.details_by_row,
            first=first,
            overdue=any(view.result.overdue for view in first),
            orientation=orientation(report.analysis, report.language),
            style=style,
            style_hash=style_hash,
        )
    )


@lru_cache(maxsize=4)
def styles(names: tuple[str, ...]) -> tuple[Markup, str]:
    """Return the styles of a page, from the files with those names, and the hash by which it allows them alone."""
    folder = resource("templates")
    style = "\n" + "".join((folder / name).read_text("utf-8") for name in names)
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return Markup(style), f"sha256-{digest}"  # noqa: S704 -- our own file
