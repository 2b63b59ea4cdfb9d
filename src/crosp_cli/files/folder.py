"""Open folders, reached through no link: what is named in one lies in it, whatever others change meanwhile."""

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_
from pathlib import Path
from typing import TypedDict


def flags(*names: str) -> int:
    """Return how to open what is opened in those ways, as far as the system knows them."""
    return reduce(or_, (getattr(os, name, 0) for name in names))


AT_ONCE = flags("O_NONBLOCK", "O_BINARY")
"""Waits for nobody, so that no pipe makes crosp wait, and changes no byte."""

_FOLDER = flags("O_DIRECTORY", "O_PATH")
_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2)
_AS_IT_IS = AT_ONCE | flags("O_NOFOLLOW")


class LinkError(OSError):
    """A link is in the way, or the path leaves the folder; `filename` is where."""


class _Both(TypedDict):
    src_dir_fd: int | None
    dst_dir_fd: int | None


@dataclass(frozen=True, slots=True)
class Folder:
    """An open folder."""

    path: str
    descriptor: int | None
    """None where the system has no such thing."""

    @property
    def both(self) -> _Both:
        """How a call that takes two names finds them here."""
        return {"src_dir_fd": self.descriptor, "dst_dir_fd": self.descriptor}

    def at(self, name: str) -> str:
        """Return what the system is to call what is named so here."""
        return name if self.descriptor is not None else os.path.join(self.path, name)  # noqa: PTH118 -- a text

    def state(self, name: str) -> os.stat_result:
        """Return the state of what has that name, be it a link.

        Raises:
            OSError: there is nothing, or it cannot be looked at.
        """
        return os.stat(self.at(name), dir_fd=self.descriptor, follow_symlinks=False)

    def open(self, name: str, how: int, mode: int = 0o644) -> int:
        """Return a descriptor of what has that name and is no link.

        Raises:
            OSError: it cannot be opened.
        """
        return os.open(self.at(name), how | _AS_IT_IS, mode, dir_fd=self.descriptor)

    def unlink(self, name: str) -> None:
        """Remove what has that name.

        Raises:
            OSError: it cannot be removed.
        """
        os.unlink(self.at(name), dir_fd=self.descriptor)

    def exchange(self, one: str, other: str) -> bool:
        """Let two files here change names in one step; False where that cannot be done: off Linux, on some shares."""
        if not sys.platform.startswith("linux") or self.descriptor is None:
            return False
        try:
            import ctypes  # only for what Python has no call for; one may be built without it
        except ImportError:
            return False
        rename = getattr(ctypes.CDLL(None), "renameat2", None)
        names = os.fsencode(one), os.fsencode(other)
        return rename is not None and rename(self.descriptor, names[0], self.descriptor, names[1], _EXCHANGE) == 0


def steps(path: Path, within: Path) -> list[str]:
    """Return the names that lead from `within` to `path`; none where it lies elsewhere or is that folder."""
    try:
        below = os.path.relpath(os.path.abspath(path), os.path.abspath(within))  # noqa: PTH100 -- links are not followed
    except ValueError:  # on another drive
        return []
    names = list(Path(below).parts)
    return [] if not names or names[0] in (os.curdir, os.pardir) else names


@contextlib.contextmanager
def opened(path: Path, within: Path, *, make: bool = False) -> Iterator[Folder]:
    """Open the folder at `path`; with `make`, make it and those above it. Below `within`, no link is followed.

    Raises:
        LinkError: a link is in the way, or `path` does not lie in `within`.
        OSError: there is no such folder, or it cannot be opened or made.
    """
    names = steps(path, within)
    if not names and os.path.abspath(path) != os.path.abspath(within):  # noqa: PTH100 -- links are not followed
        raise LinkError(errno.EXDEV, os.strerror(errno.EXDEV), os.fspath(path))
    folder = _begin(within)
    try:
        for name in names:
            folder = _step(folder, name, make=make)
        yield folder
    finally:
        _close(folder)


def knows_open_folders() -> bool:
    """Whether the system opens files in an open folder. Elsewhere each folder on the way is looked at instead."""
    return {os.open, os.stat, os.mkdir, os.unlink, os.rename, os.link} <= os.supports_dir_fd


def _begin(path: Path) -> Folder:
    if knows_open_folders():
        return Folder(os.fspath(path), os.open(path, _FOLDER))
    if not path.is_dir():
        number = errno.ENOTDIR if path.exists() else errno.ENOENT
        raise OSError(number, os.strerror(number), os.fspath(path))
    return Folder(os.fspath(path), None)


def _step(folder: Folder, name: str, *, make: bool) -> Folder:
    """Go on to the folder of that name, and close the one before where that goes well."""
    path = os.fspath(Path(folder.path, name))
    if make:
        with contextlib.suppress(FileExistsError):
            os.mkdir(folder.at(name), dir_fd=folder.descriptor)
    if folder.descriptor is None:
        if _is_link(path):
            raise LinkError(errno.ELOOP, os.strerror(errno.ELOOP), path)
        return _begin(Path(path))
    try:
        descriptor = folder.open(name, _FOLDER)
    except OSError:
        if _is_link(path):
            raise LinkError(errno.ELOOP, os.strerror(errno.ELOOP), path) from None
        raise
    _close(folder)
    return Folder(path, descriptor)


def _is_link(path: str) -> bool:
    is_junction = getattr(os.path, "isjunction", os.path.islink)  # Windows leads on to folders in that way too
    return os.path.islink(path) or bool(is_junction(path))  # noqa: PTH114 -- a text


def _close(folder: Folder) -> None:
    if folder.descriptor is not None:
        os.close(folder.descriptor)
