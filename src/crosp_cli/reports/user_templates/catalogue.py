"""The built-in templates that reports are made of: what each is for, and the files it consists of."""

import re
from collections.abc import Iterator

from crosp_cli.reports.kinds import KINDS
from crosp_cli.resources import resource
from crosp_cli.text.translation import translation

FORMS = {"html": "html", "md": "markdown"}
"""The forms, by what a template's name says."""
NAMES = tuple(f"{kind}.{ending}" for kind in KINDS for ending in FORMS)
"""What the templates are called: `report.html`, `report.md`, …"""
_PARTS = re.compile(r"""\{%-?\s*(?:include|import|extends|from)\s+"([^"]+)\"""")


def kind_of(name: str) -> str:
    """Return the kind of report that the template of that name makes."""
    return name.rpartition(".")[0]


def form_of_name(name: str) -> str:
    """Return the form, "html" or "markdown", that the template of that name makes."""
    return FORMS[name.rpartition(".")[2]]


def purpose(name: str, language: str) -> str:
    """Return in a few words what a template is for."""
    return translation(language).gettext(KINDS[kind_of(name)].purpose)


def files_of(name: str) -> list[str]:
    """Return the files that a template consists of, itself first: its parts, and a page's style sheets."""
    first = f"{name}.j2"
    found = dict.fromkeys([first, *_parts(first, {first})])
    styles = KINDS[kind_of(name)].styles if name.endswith(".html") else ()
    return [*found, *styles]


def _parts(name: str, met: set[str]) -> Iterator[str]:
    for part in _PARTS.findall((resource("templates") / name).read_text("utf-8")):
        if part not in met:
            met.add(part)
            yield part
            yield from _parts(part, met)
