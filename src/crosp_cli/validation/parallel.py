"""Checking files in several processes: the same outcomes in the same order, whatever their number."""

import multiprocessing
import signal
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from crosp_cli.reading.discovery import Source
from crosp_cli.reading.workspace import Workspace
from crosp_cli.validation.file_checker import Outcome, check_source

_AT_A_TIME = 16
_workspace = Workspace()
"""Each process reads each project once."""


@contextmanager
def outcomes(sources: Sequence[Source], jobs: int) -> Iterator[Iterable[Outcome | None]]:
    """Give the outcome of each file, in the order of `sources`; leaving early stops the processes."""
    with multiprocessing.Pool(jobs, initializer=_leave_interrupts_to_the_parent) as pool:
        yield pool.imap(_outcome, sources, chunksize=_AT_A_TIME)


def _outcome(source: Source) -> Outcome | None:
    return check_source(source, _workspace.context_of(source.file))


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
