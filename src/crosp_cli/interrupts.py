"""Ctrl-C and the like, which wait while something is done that nothing may come between."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def waiting(*names: str) -> Iterator[None]:
    """Let the signals of those names (SIGINT is Ctrl-C) wait until it is done; in Windows, do nothing."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.Signals[name] for name in names})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
