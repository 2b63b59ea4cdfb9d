"""Who may read and write a file: as before where it is replaced, and as what it is made of where that is closed."""

import contextlib
import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from crosp_cli.files.folder import AT_ONCE, Folder

_LIST = "system.posix_acl_access"
_OF_GROUP = stat.S_IRWXG


@dataclass(frozen=True, slots=True)
class Permissions:
    """What others may do with a file: its mode, whose it is, and on Linux its list of further people and groups."""

    mode: int
    owner: int
    group: int
    further: bytes | None
    """The access list; empty where there is none, None where nobody can tell."""

    def give(self, folder: Folder, name: str, descriptor: int) -> None:
        """Let an open file that nobody else may read yet have them.

        Where its group or its list cannot be had, the group's bits are taken away: they would mean other people.

        Raises:
            OSError: the disk knows no permissions.
        """
        narrow = self.mode & ~_OF_GROUP
        is_of_group = self._belongs(descriptor)
        if hasattr(os, "removexattr"):
            with contextlib.suppress(OSError):  # what it has from its folder
                os.removexattr(descriptor, _LIST)
        _permit(folder, name, descriptor, self.mode if is_of_group and self.further == b"" else narrow)
        if self.further and is_of_group:
            with contextlib.suppress(OSError):  # sets the group's bits with it
                os.setxattr(descriptor, _LIST, self.further)

    def _belongs(self, descriptor: int) -> bool:
        """Whether the file is of that group now."""
        if not hasattr(os, "fchown"):
            return True
        for owner in (self.owner, -1):
            with contextlib.suppress(OSError):
                os.fchown(descriptor, owner, self.group)
                break
        return os.fstat(descriptor).st_gid == self.group


def permissions_of(folder: Folder, name: str) -> Permissions | None:
    """Return those of an ordinary file; None where there is none."""
    try:
        state = folder.state(name)
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(state.st_mode):
        return None
    try:
        descriptor = folder.open(name, os.O_RDONLY)
    except OSError:  # one that may be written and not read
        return _from(state, None)
    try:
        return _from(os.fstat(descriptor), _further(descriptor))
    finally:
        os.close(descriptor)


def as_of(path: Path) -> Permissions | None:
    """Return those that a file made of what stands at `path` has, a file or a folder; None where there is nothing."""
    try:
        descriptor = os.open(path, os.O_RDONLY | AT_ONCE)
    except OSError:
        return None
    try:
        return _from(os.fstat(descriptor), _further(descriptor))
    finally:
        os.close(descriptor)


def _from(state: os.stat_result, further: bytes | None) -> Permissions:
    mode = stat.S_IMODE(state.st_mode)
    return Permissions(mode & 0o666 if stat.S_ISDIR(state.st_mode) else mode, state.st_uid, state.st_gid, further)


def _further(descriptor: int) -> bytes | None:
    if not hasattr(os, "getxattr"):
        return b""
    try:
        return os.getxattr(descriptor, _LIST)
    except OSError as error:
        return b"" if error.errno in (errno.ENODATA, errno.ENOTSUP) else None


def _permit(folder: Folder, name: str, descriptor: int, mode: int) -> None:
    if os.chmod in os.supports_fd:
        os.chmod(descriptor, mode)
    else:
        os.chmod(folder.at(name), mode)  # noqa: PTH101 -- in an open folder
