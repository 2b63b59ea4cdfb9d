"""Checking files in several processes: the same outcomes in the same order, whatever their number.

Each process has a pipe of its own, whose end is noticed: one that is killed never leaves the others waiting for it.
One that is halted is killed, be it in the middle of an answer.
"""

import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from multiprocessing.connection import Connection, wait
from multiprocessing.reduction import ForkingPickler
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

from crosp_cli.child_process import end_with, is_halted, start
from crosp_cli.interrupts import waiting
from crosp_cli.model.framework import Framework
from crosp_cli.reading.discovery import Source
from crosp_cli.reading.documents.framework import read_built_in
from crosp_cli.reading.workspace import Workspace
from crosp_cli.validation.file_checker import Newest, Outcome, check_source
from crosp_cli.validation.runner import LostProcessError

if TYPE_CHECKING:
    from multiprocessing.context import DefaultContext, ForkContext

_AT_A_TIME = 4
"""How many files a process is given, and that it is given more when it has fewer: it never waits for them."""
_LOOKS_AGAIN = 1
"""Seconds after which it is looked again whether the processes go on."""


@contextmanager
def outcomes(
    sources: Sequence[Source], workspace: Workspace, today: date, jobs: int
) -> Iterator[Iterable[Outcome | None]]:
    """Give the outcome of each file on a given day, in the order of `sources`; leaving early stops the processes.

    The projects that `workspace` has read, no process reads again.

    Raises:
        LostProcessError: one of the processes was killed or halted; that is raised where its outcome is asked for, at
            the latest.
    """
    done = Event()
    workers = _begun(min(jobs, len(sources)), workspace, today, done)
    if not workers:
        newest = Newest()
        yield (check_source(source, workspace.context_of(source.file), today, newest) for source in sources)
        return
    try:
        yield _in_order(sources, workers)
    finally:
        done.set()
        for worker in workers:
            worker.stop()


def _begun(number: int, workspace: Workspace, today: date, done: Event) -> "list[_Worker]":
    """So many processes, watched until it is `done`; none where the system has no room for them all."""
    workers: list[_Worker] = []
    try:
        with _told_little():
            workers.extend(_Worker(workspace, today) for _ in range(number))
        start(Thread(target=_watch, args=(workers, done), daemon=True))  # when no more processes are begun
    except (MemoryError, OSError):
        for worker in workers:
            worker.stop()
        return []
    return workers


@contextmanager
def _told_little() -> Iterator[None]:
    """Let no process that is not forked import what lies where crosp is run, where Python would look.

    Nor let it be told of the arguments: Python writes them to it, and waits for ever for one that is killed before it
    has read more than a pipe holds.
    """
    before, arguments = os.environ.get("PYTHONSAFEPATH", ""), sys.argv
    os.environ["PYTHONSAFEPATH"], sys.argv = "1", sys.argv[:1]
    try:
        yield
    finally:
        os.environ["PYTHONSAFEPATH"], sys.argv = before, arguments  # empty is as if it were not there


def _watch(workers: "Sequence[_Worker]", done: Event) -> None:
    while not done.wait(_LOOKS_AGAIN):
        for worker in workers:
            worker.end_if_halted()


def _processes() -> "ForkContext | DefaultContext":
    """How processes are begun: as is usual, but by no server, for nobody hears of its processes that one is halted."""
    if multiprocessing.get_start_method() == "forkserver":
        return multiprocessing.get_context("fork")
    return multiprocessing.get_context()


def _built_in() -> Framework | None:
    return read_built_in().framework


def _handed_over(framework: Framework) -> str | tuple[Any, ...]:
    """How a process is given a framework where it is not forked: the built-in one is known by being that very one."""
    return (_built_in, ()) if framework is _built_in() else framework.__reduce_ex__(2)


ForkingPickler.register(Framework, _handed_over)


class _Worker:
    """A process that checks files, and which of them it has in hand."""

    def __init__(self, workspace: Workspace, today: date) -> None:
        processes = _processes()
        self.connection, theirs = processes.Pipe()
        self.in_hand: deque[int] = deque()
        self._untold = () if processes.get_start_method() == "fork" else (workspace,)
        if self._untold and sys.platform != "win32":
            from multiprocessing import resource_tracker  # not on Windows

            resource_tracker.ensure_running()  # begun below, it would let Ctrl-C through
        given = (theirs, self.connection, None if self._untold else workspace, today)
        self._process = processes.Process(target=_work, args=given, daemon=True)
        with waiting("SIGINT"):  # Ctrl-C is the run's own: the process would hear it before it knows that
            self._process.start()
        theirs.close()  # so that the process alone holds it, and its end is the end of the pipe

    def take(self, numbers: Sequence[int], sources: Sequence[Source]) -> None:
        """Let the process check some of `sources`."""
        self.in_hand.extend(numbers)
        with suppress(OSError):  # whether it is there is noticed where its answer is waited for
            for workspace in self._untold:  # not as it is begun, see `_told_little`: here its end is noticed
                self.connection.send(workspace)
            self._untold = ()
            self.connection.send([sources[number] for number in numbers])

    def outcome(self, sources: Sequence[Source]) -> tuple[int, Outcome | None]:
        """Return what the process has found in the first file that it has in hand."""
        try:
            found = self.connection.recv()
        except (EOFError, OSError):
            raise LostProcessError(sources[self.in_hand[0]].shown) from None
        if isinstance(found, Exception):
            raise found
        return self.in_hand.popleft(), found

    def end_if_halted(self) -> None:
        """End the process where somebody has halted it, which would never answer: then its pipe tells."""
        if is_halted(self._process.pid or 0):
            self._process.kill()

    def stop(self) -> None:
        """End the process, which has nothing to leave behind, also where it is halted and hears nothing else."""
        self._process.kill()
        self._process.join()
        self.connection.close()


def _in_order(sources: Sequence[Source], workers: Sequence[_Worker]) -> Iterator[Outcome | None]:
    left = deque(range(start, min(start + _AT_A_TIME, len(sources))) for start in range(0, len(sources), _AT_A_TIME))
    by_connection = {worker.connection: worker for worker in workers}
    early: dict[int, Outcome | None] = {}
    for number in range(len(sources)):
        while number not in early:
            for worker in workers:
                if left and len(worker.in_hand) < _AT_A_TIME:
                    worker.take(left.popleft(), sources)
            for ready in wait([worker.connection for worker in workers if worker.in_hand]):
                place, outcome = by_connection[ready].outcome(sources)  # type: ignore[index]  # a Connection
                early[place] = outcome
        yield early.pop(number)


def _work(connection: "Connection", theirs: "Connection", known: Workspace | None, today: date) -> None:
    """Check what the parent sends, on a given day, file by file, for as long as the parent is there.

    What is not `known` of projects is sent first.
    """
    theirs.close()
    end_with(os.getppid())  # also where this process, or one that holds its pipe, has been halted
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is the parent's
    newest = Newest()
    with suppress(EOFError, OSError):
        workspace = connection.recv() if known is None else known
        while True:
            for source in connection.recv():
                connection.send(_outcome(source, workspace, today, newest))


def _outcome(source: Source, workspace: Workspace, today: date, newest: Newest) -> Outcome | Exception | None:
    try:
        return check_source(source, workspace.context_of(source.file), today, newest)
    except Exception as error:  # the parent ends with it as if it were its own
        return error
