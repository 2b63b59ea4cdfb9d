"""What crosp has made on this computer: a file that nobody has changed since may be replaced by a newer one.

What is kept is a list of checksums, each over a file's place and content, in the folder where programs of this user
keep such things. Where it cannot be kept or read, every file counts as somebody's own.
"""

import contextlib
import os
import sys
from hashlib import sha256
from pathlib import Path

from crosp_cli.files.reading import RefusedError, read_bytes
from crosp_cli.files.writing import append, make_folders, write_whole

_LINE = 65
_MOST = 10_000 * _LINE
"""Bytes of checksums that are kept; beyond that the older half is forgotten."""


def unchanged(path: Path) -> bytes | None:
    """Return the content of the file at `path` if crosp made it there and nobody has changed it, else None."""
    with contextlib.suppress(RefusedError):
        content = read_bytes(path, within=path.parent)
        if not path.is_symlink() and _sum(path, content) in _known():
            return content
    return None


def remember(path: Path, content: bytes) -> None:
    """Note that crosp makes the file at `path`, with that content."""
    home = _home()
    if home is None:
        return
    memory, made = home[0].joinpath(*home[1], "made"), _sum(path, content)
    with contextlib.suppress(OSError, RefusedError):
        known = _known()
        if made in known:
            return
        make_folders(memory.parent, within=home[0])
        if len(known) >= _MOST:
            half = len(known) // _LINE // 2 * _LINE
            write_whole(memory, known[half:], overwrite=True)
        append(memory, made)


def _known() -> bytes:
    home = _home()
    if home is None:
        return b""
    try:
        return read_bytes(home[0].joinpath(*home[1], "made"))
    except RefusedError:
        return b""


def _sum(path: Path, content: bytes) -> bytes:
    made = sha256(os.fsencode(path.absolute()) + b"\0")
    made.update(content)
    return f"{made.hexdigest()}\n".encode()


def _home() -> tuple[Path, tuple[str, ...]] | None:
    """A folder that is there, and the steps below it to crosp's own."""
    own = "LOCALAPPDATA" if sys.platform == "win32" else "XDG_STATE_HOME"
    for name, steps in ((own, ("crosp",)), ("HOME", (".local", "state", "crosp"))):
        folder = Path(os.environ.get(name, ""))
        if folder.is_absolute():
            there = next(above for above in (folder, *folder.parents) if os.path.isdir(above))  # noqa: PTH112 -- or closed
            below = folder.relative_to(there).parts
            return None if os.pardir in below else (there, (*below, *steps))  # back from a folder that is not there
    return None
