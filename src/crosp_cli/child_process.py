"""Processes that crosp starts: they end with it, it notices when somebody has halted one, and threads watch them."""

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from threading import Thread

_PARENT_ENDS = 1  # PR_SET_PDEATHSIG of prctl(2)


def end_with(parent: int) -> bool:
    """Let this process end when the one that began it does, however that is; False where the system does not."""
    if sys.platform != "linux":
        return False
    with suppress(AttributeError, ImportError, OSError):
        import ctypes  # only for what Python has no call for; one may be built without it

        return ctypes.CDLL(None).prctl(_PARENT_ENDS, signal.SIGKILL) == 0 and os.getppid() == parent
    return False


def ending_with_this() -> Callable[[], bool] | None:
    """Return what a new process does, before it becomes another program, to end with this one; None as above."""
    if sys.platform != "linux":
        return None
    with suppress(ImportError):
        import ctypes  # noqa: F401 -- now, since little may be done between the two

        return partial(end_with, os.getpid())
    return None


def answer(content: bytes) -> None:
    """Say all of it on standard output, also where PYTHONUNBUFFERED would have Python say what there is room for."""
    with open(sys.stdout.fileno(), "wb", closefd=False) as out:
        out.write(content)


def is_halted(pid: int) -> bool:
    """Whether the child process with that number stands still; False where the system does not tell."""
    if sys.platform != "linux":
        return False
    with suppress(ChildProcessError):
        return os.waitid(os.P_PID, pid, os.WSTOPPED | os.WNOHANG | os.WNOWAIT) is not None
    return False


def start(*threads: Thread) -> None:
    """Start the threads that watch a process.

    Raises:
        MemoryError: there is no room for one more.
    """
    try:
        for thread in threads:
            thread.start()
    except RuntimeError:
        raise MemoryError from None
