"""Processes that crosp starts: whether somebody has halted one, which would never answer, and who watches them."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
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


@contextmanager
def interrupts_are_ours() -> Iterator[None]:
    """Let Ctrl-C wait while processes are started, which then never meet it; in Windows, do nothing."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
