"""A report as one HTML page that asks nothing of any network: its styles are in it, and nothing else is allowed."""

import hashlib
from base64 import b64encode
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from crosp_cli.output.analysis.orientation import orientation
from crosp_cli.output.analysis.views import Report
from crosp_cli.reports.summary import first_measures
from crosp_cli.reports.template_filters import filters
from crosp_cli.resources import resource
from crosp_cli.templating.environment import environment

STYLES = ("report.css", "pictures.css", "print.css")


def as_html(report: Report) -> str:
    """Return `report` as a whole page in its language. The same report gives the same bytes."""
    style, style_hash = styles(STYLES)
    template = environment(report.language, filters).get_template("report.html.j2")
    return template.render(**values_of(report), style=style, style_hash=style_hash)


def values_of(report: Report) -> dict[str, Any]:
    """Return what the page's template shows, styles aside."""
    first = first_measures(report)
    return {
        "report": report,
        "assessment": report.analysis.assessment,
        "today": report.analysis.today,
        "by_row": report.details_by_row,
        "first": first,
        "overdue": any(view.result.overdue for view in first),
        "orientation": orientation(report.analysis, report.language),
    }


@lru_cache(maxsize=4)
def styles(names: tuple[str, ...]) -> tuple[Markup, str]:
    """Return the styles of a page, from the files with those names, and the hash by which it allows them alone."""
    folder = resource("templates")
    style = joined((folder / name).read_text("utf-8") for name in names)
    return Markup(style), hash_of(style)  # noqa: S704 -- our own file


def joined(sheets: Iterable[str]) -> str:
    """Return style sheets as one, as a page holds it."""
    return "\n" + "".join(sheets)


def hash_of(style: str) -> str:
    """Return the hash by which a page allows `style` and no other."""
    return f"sha256-{b64encode(hashlib.sha256(style.encode()).digest()).decode()}"
