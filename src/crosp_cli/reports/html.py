"""A report as one HTML page that asks nothing of any network: its styles are in it, and nothing else is allowed."""

import hashlib
from base64 import b64encode
from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup

from crosp_cli.reports.content import ReportContent, values_of
from crosp_cli.reports.kinds import KINDS
from crosp_cli.reports.template_filters import filters
from crosp_cli.resources import resource
from crosp_cli.templating.environment import environment


def as_html(content: ReportContent) -> str:
    """Return `content` as a whole page in its language. The same content gives the same bytes."""
    style, style_hash = styles(KINDS[content.kind].styles)
    template = environment(content.report.language, filters).get_template(f"{content.kind}.html.j2")
    return template.render(**values_of(content, "html"), style=style, style_hash=style_hash)


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
