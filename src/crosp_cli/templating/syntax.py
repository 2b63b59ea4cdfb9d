"""How templates are written: crosp's, and people's own. The build uses this too, on its own (hatch_build.py)."""

from typing import Any

SYNTAX: dict[str, Any] = {
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
    "extensions": ["jinja2.ext.i18n"],
}
"""What Jinja is told of it."""

PREPARED = "prepared"
"""The folder among the templates that holds what the build has made of them."""


def makes_html(template: str | None) -> bool:
    """Whether values are escaped as HTML in the template of that name."""
    return template is None or not template.endswith(".md.j2")


def module_of(template: str) -> str:
    """What the file is called that the build makes of the template of that name."""
    return f"{template.removesuffix('.j2').replace('/', '__').replace('.', '_').replace('-', '_')}.py"
