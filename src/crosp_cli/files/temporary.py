"""Temporary files beside those that they become: locked while written, removed when their writer was killed.

Where a file is replaced only as it was read, it and its temporary file change names in one step, and what came out is
looked at afterwards. Who is killed between the two must not take a colleague's edit along: until it has been looked at,
the new file's time says that, and what it was made of.
"""

import contextlib
import errno
import os
import stat
import sys
import zlib
from collections.abc import Iterator
from time import time

from crosp_cli.files.folder import Folder
from crosp_cli.files.permissions import Permissions
from crosp_cli.limits import FILE_BYTES

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL
_USUAL = 0o666
_MARK = 978_307_200
"""The second (of 2001) in which a file seems to have been saved until what it replaced has been looked at."""


_FRESH = 60
"""Seconds: a temporary file that is closed to us and is as new may be somebody's who writes it."""


class BusyError(OSError):
    """Another process is writing the file."""


def temporary_name(name: str) -> str:
    """Return what the temporary file of a file is called: always the same, so that one left behind is found again."""
    return f".{name[:40]}.{zlib.crc32(os.fsencode(name)):08x}.tmp"


@contextlib.contextmanager
def temporary_file(folder: Folder, name: str, data: bytes, permissions: Permissions | None) -> Iterator[os.stat_result]:
    """Make a temporary file with `data`, flushed to the disk, and give its state; it is gone afterwards unless renamed.

    It has `permissions` before anything stands in it, or those that new files get; where they cannot be had, it is
    written nevertheless.

    Raises:
        BusyError: another process has one of that name.
        OSError: it cannot be written.
    """
    descriptor = _new(folder, name, _USUAL if permissions is None else stat.S_IRUSR | stat.S_IWUSR)
    own = os.fstat(descriptor)
    file = os.fdopen(descriptor, "wb")
    try:
        if permissions is not None:
            with contextlib.suppress(OSError):  # some shares know no permissions
                permissions.give(folder, name, descriptor)
        file.write(data)
        file.flush()
        os.fsync(descriptor)
        if sys.platform == "win32":
            file.close()  # no open file is renamed there
        yield own
    finally:
        if is_same(folder, name, own):
            with contextlib.suppress(FileNotFoundError):
                folder.unlink(name)
        with contextlib.suppress(OSError):  # what could not be written has been told
            file.close()


def exchanged(folder: Folder, name: str, of: str, instead_of: bytes) -> bool:
    """Let a temporary file and the file `of` change names in one step, marked until it is `settled`.

    False where the system cannot do that; then neither has another name.
    """
    mark = _mark(zlib.crc32(instead_of))
    with contextlib.suppress(OSError, NotImplementedError):
        os.utime(folder.at(name), ns=(mark, mark), dir_fd=folder.descriptor, follow_symlinks=False)
    if folder.exchange(name, of):
        return True
    settled(folder, name)
    return False


def settled(folder: Folder, name: str) -> None:
    """Let a file have been saved now: what it replaced has been looked at."""
    with contextlib.suppress(OSError, NotImplementedError):
        os.utime(folder.at(name), dir_fd=folder.descriptor, follow_symlinks=False)


def cleared(folder: Folder, name: str, of: str) -> bool:
    """Remove what a killed process has left under that name beside the file `of`.

    Return whether it was somebody's edit of that file, which has been put back.

    Raises:
        BusyError: another process is writing it right now.
        OSError: it cannot be removed.
    """
    put_back = _is_marked(folder, of) and _put_back(folder, name, of)
    with _locked(folder, name) as left:
        if left and is_same(folder, name, left):
            folder.unlink(name)
    return put_back


def _put_back(folder: Folder, name: str, of: str) -> bool:
    """Let an edit that has the temporary name have its own again; False if what is there is what was to be replaced."""
    with _locked(folder, of) as written:
        checksum = _checksum(folder, name)
        if not written or checksum is None or _mark(checksum) == written.st_mtime_ns:
            settled(folder, of)
            return False
        if _is_marked(folder, of) and folder.exchange(name, of):
            return True
        raise BusyError(errno.EBUSY, os.strerror(errno.EBUSY), of)


@contextlib.contextmanager
def _locked(folder: Folder, name: str) -> Iterator[os.stat_result | None]:
    """Lock what has that name, if it can be opened, and give its state; None where there is nothing.

    Raises:
        BusyError: another process has locked it.
    """
    descriptor = state = None
    try:
        state = folder.state(name)
        descriptor = folder.open(name, os.O_RDONLY)
    except FileNotFoundError:
        state = None
    except PermissionError:
        if state is not None and time() - state.st_ctime < _FRESH:
            raise BusyError(errno.EBUSY, os.strerror(errno.EBUSY), name) from None
    except OSError:  # a link: nobody who writes it
        pass
    try:
        if descriptor is not None:
            _lock(descriptor, name)
        yield state
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
        if not is_same(folder, name, os.fstat(descriptor)):  # somebody took it for one left behind, and has removed it
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


def is_same(folder: Folder, name: str, state: os.stat_result) -> bool:
    """Whether what has that name is the file of that state."""
    try:
        return os.path.samestat(folder.state(name), state)
    except FileNotFoundError:
        return False


def _mark(checksum: int) -> int:
    """Return the time, in nanoseconds, that marks what replaces something with that checksum."""
    return _MARK * 10**9 + checksum % 10**7 * 100  # not all disks keep single nanoseconds


def _is_marked(folder: Folder, name: str) -> bool:
    try:
        return folder.state(name).st_mtime_ns // 10**9 == _MARK
    except FileNotFoundError:
        return False


def _checksum(folder: Folder, name: str) -> int | None:
    """Return the checksum of a file's content, as far as crosp reads one; None where there is no ordinary file."""
    try:
        with os.fdopen(folder.open(name, os.O_RDONLY), "rb") as file:
            return zlib.crc32(file.read(FILE_BYTES + 1)) if stat.S_ISREG(os.fstat(file.fileno()).st_mode) else None
    except FileNotFoundError:
        return None
