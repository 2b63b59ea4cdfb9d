"""Processes that crosp starts: whether somebody has halted one, which would never answer, and who watches them."""

import os
import sys
from contextlib import suppress
from threading import Thread


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
