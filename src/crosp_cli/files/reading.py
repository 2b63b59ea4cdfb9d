"""Opening what people point at without harm."""

import errno
import os
import stat
from enum import Enum, auto
from pathlib import Path

from crosp_cli.files.folder import AT_ONCE
from crosp_cli.limits import FILE_BYTES

_AT_A_TIME = 65_536


class Refusal(Enum):
    """Why a path was not read."""

    MISSING = auto()
    UNREADABLE = auto()
    NOT_A_FILE = auto()
    LEAVES_FOLDER = auto()
    TOO_LARGE = auto()


class RefusedError(Exception):
    """A path that crosp does not read, and why."""

    def __init__(self, why: Refusal) -> None:
        super().__init__(why.name)
        self.why = why


def read_bytes(path: Path, *, within: Path | None = None) -> bytes:
    """Return the content of the ordinary file at `path`, at most `FILE_BYTES` bytes.

    Opens without blocking, so a FIFO or a device cannot make crosp wait. With `within`, a symbolic link whose
    target lies outside that folder is not followed.

    Raises:
        RefusedError: with the reason; nothing of the file's content is in it.
    """
    try:
        if within is not None and not _inside(path, within):
            raise RefusedError(Refusal.LEAVES_FOLDER)
        descriptor = os.open(path, os.O_RDONLY | AT_ONCE)
    except (OSError, ValueError, RuntimeError) as error:
        raise RefusedError(_why(error)) from None
    try:
        state = os.fstat(descriptor)
        if not stat.S_ISREG(state.st_mode):
            raise RefusedError(Refusal.NOT_A_FILE)
        if state.st_size > FILE_BYTES:
            raise RefusedError(Refusal.TOO_LARGE)
        data = os.read(descriptor, state.st_size)
        while len(data) <= FILE_BYTES and (more := os.read(descriptor, _AT_A_TIME)):
            data += more
    except OSError as error:
        raise RefusedError(_why(error)) from None
    finally:
        os.close(descriptor)
    if len(data) > FILE_BYTES:
        raise RefusedError(Refusal.TOO_LARGE)
    return data


def real_path(path: Path) -> Path:
    """Return where `path` leads; of a link that leads to itself, or is exchanged meanwhile, as far as that can be said.

    `Path.resolve` raises what is no `OSError` there.
    """
    try:
        return Path(os.path.realpath(path))
    except OSError:
        return path.absolute()


def _inside(path: Path, folder: Path) -> bool:
    outer = folder.parts
    below = path.parts[len(outer) :] if path.parts[: len(outer)] == outer else ("..",)
    step = os.fspath(folder)
    for part in below:
        step = os.path.join(step, part)  # noqa: PTH118 -- a Path for each step would cost more than reading the file
        if part == ".." or os.path.islink(step):  # noqa: PTH114 -- the step is a text
            break
    else:
        return True
    return path.resolve(strict=True).is_relative_to(folder.resolve())


def _why(error: Exception) -> Refusal:
    number = getattr(error, "errno", None)
    if number in (errno.ENOENT, errno.ENOTDIR):
        return Refusal.MISSING
    if number in (errno.EISDIR, errno.ENXIO, errno.ELOOP) or isinstance(error, RuntimeError):
        return Refusal.NOT_A_FILE
    return Refusal.UNREADABLE
