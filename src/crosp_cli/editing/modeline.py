"""The line at the top of a file that tells an editor which schema it follows."""

import os
from pathlib import Path

MODELINE = "# yaml-language-server: $schema="
"""What the line begins with."""


def modeline(file: Path, schema: Path) -> str:
    """Return the line with which `file` points at `schema`, as seen from the folder that `file` lies in."""
    relative = os.path.relpath(schema, file.parent).replace(os.sep, "/")
    return f"{MODELINE}{relative}\n"
