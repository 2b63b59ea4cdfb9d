"""The line that adds a missing part to crosp as it is installed here, from where it was installed.

No index of packages is asked for crosp by its name: nobody is known to own it there.
"""

import json
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

NAME = "crosp-cli"
"""What crosp is called where it is installed."""


def line_that_adds(extra: str) -> str | None:
    """Return the line that adds `extra` to this installation, or None where it is not known what it came from."""
    try:
        written = distribution(NAME).read_text("direct_url.json")
    except PackageNotFoundError:
        return None
    source = requirement(json.loads(written), extra) if written else None
    return f"{_quoted(sys.executable)} -P -m pip install {source}" if source else None


def requirement(origin: dict[str, Any], extra: str) -> str | None:
    """Return what pip is asked for to get `extra` from `origin`, None where that is a file or folder that is gone.

    Args:
        origin: what installers note of where a package came from, as the Python packaging standard "Recording the
            Direct URL Origin of installed distributions" has it.
        extra: the name of an extra.
    """
    address = str(origin["url"])
    if urlsplit(address).scheme == "file" and "vcs_info" not in origin:
        place = Path(url2pathname(urlsplit(address).path))
        editable = "-e " if origin.get("dir_info", {}).get("editable") else ""
        return f'{editable}"{place}[{extra}]"' if place.exists() else None
    revision = origin.get("vcs_info")
    if revision:
        address = f"{revision['vcs']}+{address}@{revision['commit_id']}"
    if "subdirectory" in origin:
        address += f"#subdirectory={origin['subdirectory']}"
    return f'"{NAME}[{extra}] @ {address}"'


def _quoted(path: str) -> str:
    return f'"{path}"' if " " in path else path
