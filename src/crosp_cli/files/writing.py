"""Writing files whole or not at all, through no link, and over nothing that somebody else has changed meanwhile."""

import contextlib
import errno
import os
import stat
from collections.abc import Callable, Iterator, Sequence
from enum import Enum, auto
from pathlib import Path

from crosp_cli.files.folder import Folder, LinkError, opened, steps
from crosp_cli.files.permissions import as_of, permissions_of
from crosp_cli.files.temporary import BusyError, cleared, exchanged, is_same, settled, temporary_file, temporary_name
from crosp_cli.interrupts import waiting

_ENDING = ("SIGINT", "SIGTERM", "SIGHUP")
"""What ends crosp waits until a file is whole and nothing temporary is left beside it."""


class Left(Enum):
    """Why what stands at a path is left as it is."""

    EXISTS = auto()
    """It was not to be replaced, or is no ordinary file."""
    LINK = auto()
    """The path leads through a link, or is one."""
    CHANGED = auto()
    """It is no longer what was read."""
    BUSY = auto()
    """Another process is writing it right now."""


class LeftError(FileExistsError):
    """A path at which nothing was written, and why. `filename` is what stands in the way."""

    def __init__(self, why: Left, path: Path | str) -> None:
        super().__init__(errno.EEXIST, why.name, os.fspath(path))
        self.why = why


def place(path: Path) -> Path:
    """Return the folder that must not be left on the way to what a person has named.

    That is the current folder for all that lies below it, where others may have put links, else the nearest that there
    is above what was named.
    """
    return Path() if steps(path, Path()) else next((one for one in path.parents if one.is_dir()), path.parent)


def make_folders(folder: Path, *, within: Path) -> None:
    """Make `folder` and those above it, where they are not there yet. `within` is there, and no link is followed below.

    Raises:
        LeftError: a link is in the way.
        OSError: it cannot be made.
    """
    with _refusing(folder), opened(folder, within, make=True):
        pass


def write_whole(
    path: Path,
    data: bytes,
    *,
    within: Path | None = None,
    overwrite: bool = False,
    instead_of: bytes | None = None,
    like: Sequence[Path] = (),
) -> bool:
    """Write `data` to `path`, whole or not at all: a temporary file beside it, flushed, then renamed.

    Return whether that was needed: a file with exactly that content is done. No link is followed below `within`, which
    is the file's folder where nothing else is said; `overwrite` replaces a link, and not what it leads to. An existing
    file keeps its permissions, and a new one has at most those of `like`, the files and folders that it is made of.
    What is no ordinary file (a device, a pipe) is never replaced. With `instead_of`, only a file with that content is
    replaced.

    Raises:
        LeftError: what is there is left as it is.
        OSError: the disk is full, the folder may not be written to, and so on; `path` is as it was.
    """
    with ready(path, data, within=within, overwrite=overwrite, instead_of=instead_of, like=like) as put:
        return put()


@contextlib.contextmanager
def ready(
    path: Path,
    data: bytes,
    *,
    within: Path | None = None,
    overwrite: bool = False,
    instead_of: bytes | None = None,
    like: Sequence[Path] = (),
) -> Iterator[Callable[[], bool]]:
    """Make all ready to write as `write_whole` does, and give what then does it.

    What stands in the way is told beforehand, so that of several files all can be written, or none.

    Raises:
        LeftError: what is there is left as it is.
        OSError: as for `write_whole`.
    """
    name = path.name
    if not name:
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    with _refusing(path), opened(path.parent, within or path.parent) as folder:
        beside = temporary_name(name)
        cleared(folder, beside, name)
        if _holds(folder, name, data):
            yield lambda: False
            return
        before = _state(folder, name)
        _refuse(path, before, expected=instead_of is not None)
        permissions = permissions_of(folder, name) or as_of(like)
        with waiting(*_ENDING), temporary_file(folder, beside, data, permissions) as own:
            _refuse_changed(folder, path, instead_of)
            if before is not None and not overwrite and instead_of is None:
                raise LeftError(Left.EXISTS, path)
            yield lambda: _put(folder, path, data, own, overwrite=overwrite, instead_of=instead_of)


def _put(
    folder: Folder, path: Path, data: bytes, own: os.stat_result, *, overwrite: bool, instead_of: bytes | None
) -> bool:
    """Give the temporary file its name, if it is still our `own`."""
    beside = temporary_name(path.name)
    if not is_same(folder, beside, own):
        raise LeftError(Left.BUSY, path)
    _refuse_changed(folder, path, instead_of)
    if instead_of is not None and exchanged(folder, beside, path.name, instead_of):
        # What was saved in the moment between comparing and this has the other name now.
        if not _holds(folder, beside, instead_of):
            if not folder.exchange(beside, path.name):  # and has been removed since
                _create(folder, beside, path)
            elif not _holds(folder, beside, data):  # and has been saved once more since: that is what is to stand
                folder.exchange(beside, path.name)
            raise LeftError(Left.CHANGED, path)
        _remove(folder, beside)
        settled(folder, path.name)
    elif overwrite or instead_of is not None:
        _refuse_changed(folder, path, instead_of)  # or removed, which is why it could not be exchanged
        os.replace(folder.at(beside), folder.at(path.name), **folder.both)  # noqa: PTH105 -- in an open folder
    else:
        _create(folder, beside, path)
    return True


def clear(path: Path, *, within: Path) -> bool:
    """Remove what somebody who was killed while writing `path` has left beside it; where that cannot be, it stays.

    Return whether it was an edit that somebody else had saved, which has been put back.
    """
    with contextlib.suppress(OSError), opened(path.parent, within) as folder:
        return cleared(folder, temporary_name(path.name), path.name)
    return False


def append(path: Path, data: bytes) -> None:
    """Add `data` at the end of a file that somebody else has begun, or begin it, in one write and through no link.

    Raises:
        LeftError: a link stands there, or what is no ordinary file.
        OSError: it cannot be written.
    """
    with _refusing(path), opened(path.parent, path.parent) as folder:
        before = _state(folder, path.name)
        _refuse(path, before, expected=before is not None)
        descriptor = folder.open(path.name, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        with os.fdopen(descriptor, "ab") as file:
            file.write(data)


@contextlib.contextmanager
def _refusing(path: Path) -> Iterator[None]:
    try:
        yield
    except LinkError as error:
        raise LeftError(Left.LINK, error.filename) from None
    except BusyError:
        raise LeftError(Left.BUSY, path) from None


def _refuse_changed(folder: Folder, path: Path, instead_of: bytes | None) -> None:
    if instead_of is not None and not _holds(folder, path.name, instead_of):
        raise LeftError(Left.CHANGED, path)


def _refuse(path: Path, before: os.stat_result | None, *, expected: bool) -> None:
    if before is None:
        return
    if stat.S_ISDIR(before.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if stat.S_ISLNK(before.st_mode) and expected:
        raise LeftError(Left.LINK, path)
    if not stat.S_ISREG(before.st_mode) and not stat.S_ISLNK(before.st_mode):
        raise LeftError(Left.EXISTS, path)


def _create(folder: Folder, beside: str, path: Path) -> None:
    try:
        # refuses an existing file in the same step that makes the new one
        os.link(folder.at(beside), folder.at(path.name), **folder.both)
        _remove(
            folder, beside
        )  # at once: who is killed before the next of several files leaves only what is asked for again
    except FileExistsError:
        raise LeftError(Left.EXISTS, path) from None
    except OSError:  # a file system without hard links
        if _state(folder, path.name) is not None:
            raise LeftError(Left.EXISTS, path) from None
        os.replace(folder.at(beside), folder.at(path.name), **folder.both)  # noqa: PTH105 -- in an open folder


def _remove(folder: Folder, beside: str) -> None:
    with contextlib.suppress(OSError):  # what was to be written is
        folder.unlink(beside)


def _state(folder: Folder, name: str) -> os.stat_result | None:
    try:
        return folder.state(name)
    except FileNotFoundError:
        return None


def _holds(folder: Folder, name: str, data: bytes) -> bool:
    """Whether an ordinary file, and no link, is there and has exactly that content."""
    try:
        descriptor = folder.open(name, os.O_RDONLY)
    except OSError:
        return False
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return False
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return file.read(len(data) + 1) == data
    except OSError:
        return False
    finally:
        os.close(descriptor)
