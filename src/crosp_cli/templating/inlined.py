"""Styles and scripts that stand in a page itself, each with the hash by which the page allows it and no other."""

import hashlib
from base64 import b64encode
from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup

from crosp_cli.resources import resource


@lru_cache(maxsize=8)
def inlined(names: tuple[str, ...]) -> tuple[Markup, str]:
    """Return what stands in the template files with those names, and the hash by which a page allows it alone."""
    folder = resource("templates")
    text = joined((folder / name).read_text("utf-8") for name in names)
    return Markup(text), hash_of(text)  # noqa: S704 -- our own files


def joined(parts: Iterable[str]) -> str:
    """Return files as one, as a page holds them."""
    return "\n" + "".join(parts)


def hash_of(text: str) -> str:
    """Return the hash by which a page allows `text` and nothing else."""
    return f"sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
