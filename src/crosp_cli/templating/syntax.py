"""How templates are written: crosp's, and people's own. The build uses this too, on its own (hatch_build.py)."""

import hashlib
from pathlib import Path
from typing import Any

import jinja2

SYNTAX: dict[str, Any] = {
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
    "extensions": ["jinja2.ext.i18n"],
}
"""What Jinja is told of it."""


def makes_html(template: str | None) -> bool:
    """Whether values are escaped as HTML in the template of that name."""
    return template is None or not template.endswith(".md.j2")


def prepared(templates: Path) -> Path:
    """Return the folder for what Jinja makes of the templates as they are now: another template, another folder."""
    made_of = hashlib.sha256(jinja2.__version__.encode())
    for path in sorted([*templates.glob("*.j2"), *templates.glob("*/*.j2")]):
        content = path.read_bytes()
        made_of.update(f"\n{path.relative_to(templates).as_posix()} {len(content)}\n".encode() + content)
    return templates / "prepared" / made_of.hexdigest()[:16]
