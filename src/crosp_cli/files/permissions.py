"""Who may read and write a file: as before where it is replaced, and as what it is made of where that is closed."""

import contextlib
import errno
import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_
from pathlib import Path

from crosp_cli.files.folder import Folder

_LIST = "system.posix_acl_access"
_OF_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_LISTED = stat.S_IRGRP | stat.S_IXGRP, stat.S_IROTH | stat.S_IXOTH
"""What one must have of a folder to see what lies in it and read that: its group, and others."""
_OWNERS = stat.S_IRUSR | stat.S_IWUSR


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

        Where its group or its list cannot be had, it is closed to all but its owner: the bits would mean other people.

        Raises:
            OSError: the disk knows no permissions.
        """
        narrow = self.mode & ~_OF_OTHERS
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


def as_of(paths: Sequence[Path]) -> Permissions | None:
    """Return those of a new file that is made of files and folders: at most what each is open to, and new files are.

    Who may see what lies in a folder and read it may read what is made of that; who may put something there, or may
    reach it by the folder's list alone, may not. None without anything that can be looked at.
    """
    found = [one for one in map(_looked_at, paths) if one is not None]
    if not found:
        return None
    mode = (reduce(and_, (one.mode for one in found), 0o666) & ~_not_given()) | _OWNERS
    lists = {one.further for one in found}
    are_alike = len({one.group for one in found}) == 1 and len(lists) == 1
    return Permissions(mode, -1, found[0].group, lists.pop() if are_alike else None)


def _looked_at(path: Path) -> Permissions | None:
    try:
        state = os.stat(path)  # noqa: PTH116 -- as the others
    except OSError:
        return None
    further = _further(path)
    if not stat.S_ISDIR(state.st_mode):
        return _from(state, further)
    mode = sum(listed & 0o044 for listed in _LISTED if state.st_mode & listed == listed)
    return Permissions(mode | _OWNERS, state.st_uid, state.st_gid, b"" if further == b"" else None)


def _not_given() -> int:
    """The bits that new files do not get (umask), which can only be asked for by setting them."""
    mask = os.umask(_OF_OTHERS)
    os.umask(mask)
    return mask


def _from(state: os.stat_result, further: bytes | None) -> Permissions:
    return Permissions(stat.S_IMODE(state.st_mode), state.st_uid, state.st_gid, further)


def _further(file: int | Path) -> bytes | None:
    if not hasattr(os, "getxattr"):
        return b""
    try:
        return os.getxattr(file, _LIST)
    except OSError as error:
        return b"" if error.errno in (errno.ENODATA, errno.ENOTSUP) else None


def _permit(folder: Folder, name: str, descriptor: int, mode: int) -> None:
    if os.chmod in os.supports_fd:
        os.chmod(descriptor, mode)
    else:
        os.chmod(folder.at(name), mode)  # noqa: PTH101 -- in an open folder
