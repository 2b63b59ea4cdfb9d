"""How templates are written: crosp's, and people's own."""

from typing import Any

SYNTAX: dict[str, Any] = {
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
    "extensions": ["jinja2.ext.i18n"],
}
"""What Jinja is told of it."""
