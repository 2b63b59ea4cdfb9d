"""What a template's name says: which form of report it makes."""

from pathlib import Path

_FORMS = {"md": "markdown", "markdown": "markdown", "txt": "text"}
_AROUND = frozenset({"j2", "jinja", "jinja2"})
ENDINGS = frozenset({f".{ending}" for ending in _AROUND})
"""What a template's name ends in."""


def form_of(template: Path) -> str:
    """Return what a template of that name makes: "markdown", "text", else "html"."""
    endings = [ending.lstrip(".").lower() for ending in template.suffixes]
    made = [ending for ending in endings if ending not in _AROUND]
    return _FORMS.get(made[-1] if made else "", "html")
