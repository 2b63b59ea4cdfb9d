"""Measuring two or more things side by side, so that what disturbs the machine disturbs them alike."""

import gc
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_NOT_A_USERS = (
    "COVERAGE_PROCESS_START", "PYTHONDEVMODE", "PYTHONDONTWRITEBYTECODE", "PYTHONPROFILEIMPORTTIME",
    "PYTHONTRACEMALLOC", "PYTHONWARNINGS",
)  # fmt: skip
"""What a developer's environment may hold and a user's does not; .pyc files are written and read as for a user."""


class CommandError(Exception):
    """A command that was to be measured did not end as it should."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """What was measured in pairs: seconds of the first and of the second, round by round."""

    first: Sequence[float]
    second: Sequence[float]

    @property
    def ratios(self) -> list[float]:
        """First to second, one for each pair."""
        return [a / b for a, b in zip(self.first, self.second, strict=True)]

    @property
    def median(self) -> float:
        """The middle ratio: the one that counts."""
        return median(self.ratios)

    @property
    def minimum(self) -> float:
        """The smallest ratio."""
        return min(self.ratios)


@dataclass(frozen=True, slots=True)
class Command:
    """A whole process to measure, and where it runs."""

    arguments: Sequence[str]
    folder: Path

    def wall(self) -> float:
        """Run it and return the seconds that passed."""
        return self._run()[0]

    def cpu(self) -> float:
        """Run it and return the seconds that its processor worked, user and system."""
        return self._run()[1]

    def peak(self) -> float:
        """Run it and return the most memory that it held at any time, in KB."""
        unit = 1024 if sys.platform == "darwin" else 1
        return self._run()[2] / unit

    def _run(self) -> tuple[float, float, int]:
        begun = time.perf_counter()
        process = subprocess.Popen(
            self.arguments,
            cwd=self.folder,
            env=_environment(os.environ),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _, status, usage = os.wait4(process.pid, 0)
        passed = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            raise CommandError(f"exit status {process.returncode}: {' '.join(self.arguments)} (in {self.folder})")
        return passed, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def in_pairs(first: Callable[[], float], second: Callable[[], float], pairs: int) -> Pairs:
    """Measure first, second, first, second, …, after each has run once to warm up."""
    first()
    second()
    rounds = [(first(), second()) for _ in range(pairs)]
    return Pairs([a for a, _ in rounds], [b for _, b in rounds])


def calls(function: Callable[[bytes], object], inputs: Sequence[bytes]) -> Callable[[], float]:
    """Return what calls `function` with every input and returns the processor's seconds."""

    def measure() -> float:
        gc.collect()
        begun = time.process_time()
        for data in inputs:
            function(data)
        return time.process_time() - begun

    return measure


def _environment(own: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in own.items() if name not in _NOT_A_USERS}


def seconds(run: Callable[[], object]) -> float:
    """Return the processor's seconds, those of the processes that were begun among them.

    Without Python's search for cycles: when it looks through all there is depends on how much that is, and one look
    more is half a second that says nothing of how the work grows.
    """
    gc.collect()
    gc.disable()
    begun = _spent()
    try:
        run()
        return _spent() - begun
    finally:
        gc.enable()


def _spent() -> float:
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + others.ru_utime + others.ru_stime
