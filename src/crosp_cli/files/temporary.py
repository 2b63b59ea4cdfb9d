"""Temporary files beside those that they become: locked while written, removed when their writer was killed."""

import contextlib
import errno
import os
import stat
import sys
import zlib
from collections.abc import Iterator

from crosp_cli.files.folder import Folder

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL
_USUAL = 0o666


class BusyError(OSError):
    """Another process is writing the file."""


def temporary_name(name: str) -> str:
    """Return what the temporary file of a file is called: always the same, so that one left behind is found again."""
    return f".{name[:40]}.{zlib.crc32(os.fsencode(name)):08x}.tmp"


@contextlib.contextmanager
def temporary_file(folder: Folder, name: str, data: bytes, mode: int | None) -> Iterator[None]:
    """Make a temporary file with `data`, flushed to the disk; it is gone afterwards unless it was renamed.

    Its permissions are `mode`, or those that new files get; where that cannot be had, it is written nevertheless.

    Raises:
        BusyError: another process has one of that name.
        OSError: it cannot be written.
    """
    descriptor = _new(folder, name, _USUAL if mode is None else mode | stat.S_IWUSR)
    own = os.fstat(descriptor)
    file = os.fdopen(descriptor, "wb")
    try:
        file.write(data)
        file.flush()
        os.fsync(descriptor)
        if mode is not None:
            with contextlib.suppress(OSError):  # some shares know no permissions
                _permit(folder, name, descriptor, mode)
        if sys.platform == "win32":
            file.close()  # no open file is renamed there
        yield
    finally:
        if _is(folder, name, own):
            with contextlib.suppress(FileNotFoundError):
                folder.unlink(name)
        with contextlib.suppress(OSError):  # what could not be written has been told
            file.close()


def cleared(folder: Folder, name: str) -> None:
    """Remove what a killed process has left under that name.

    Raises:
        BusyError: another process is writing it right now.
        OSError: it cannot be removed.
    """
    try:
        state = folder.state(name)
    except FileNotFoundError:
        return
    descriptor = None
    with contextlib.suppress(OSError):  # a link, or closed to us: nobody who writes it
        descriptor = folder.open(name, os.O_RDONLY)
    try:
        if descriptor is not None:
            _lock(descriptor, name)
        if _is(folder, name, state):
            folder.unlink(name)
    finally:
        if descriptor is not None:
            os.close(descriptor)


def _new(folder: Folder, name: str, mode: int) -> int:
    try:
        descriptor = folder.open(name, _NEW, mode)
    except FileExistsError:
        raise BusyError(errno.EBUSY, os.strerror(errno.EBUSY), name) from None
    try:
        _lock(descriptor, name)
        if not _is(folder, name, os.fstat(descriptor)):  # somebody took it for one left behind, and has removed it
            raise BusyError(errno.EBUSY, os.strerror(errno.EBUSY), name)
    except BusyError:
        os.close(descriptor)
        raise
    return descriptor


def _lock(descriptor: int, name: str) -> None:
    """Lock an open file until it is closed, also by a process that is killed; where there are no locks, do nothing."""
    if sys.platform == "win32":
        return  # no open file is removed there
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise BusyError(errno.EBUSY, os.strerror(errno.EBUSY), name) from None
    except OSError:
        return


def _is(folder: Folder, name: str, state: os.stat_result) -> bool:
    try:
        return os.path.samestat(folder.state(name), state)
    except FileNotFoundError:
        return False


def _permit(folder: Folder, name: str, descriptor: int, mode: int) -> None:
    if os.chmod in os.supports_fd:
        os.chmod(descriptor, mode)
    else:
        os.chmod(folder.at(name), mode)  # noqa: PTH101 -- in an open folder
