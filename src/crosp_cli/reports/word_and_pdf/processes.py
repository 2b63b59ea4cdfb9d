"""The programs that make Word and PDF of a page: each in a process of its own, with a limit to its time.

They get what they need through their standard input, and have no way to any file or network.
"""

import importlib.util
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from time import monotonic
from typing import Any, NamedTuple

from crosp_cli.child_process import is_halted
from crosp_cli.limits import CONVERSION_SECONDS
from crosp_cli.output.formats import MissingPartError
from crosp_cli.source_date import source_seconds

_LOOKS_AGAIN = 1
"""Seconds after which crosp looks whether the process goes on."""


class Converted(NamedTuple):
    """What a page has become."""

    content: bytes
    unknown: str = ""
    """The characters that no font here has."""


class ConversionError(Exception):
    """A converter did not make what was asked of it. The message is the converter's own, one line, or empty."""


class TooLongError(ConversionError):
    """A converter was ended because it took too long."""


class TooLargeError(ConversionError):
    """A converter came to the end of the memory that it may have."""


class EndedError(ConversionError):
    """A converter was ended or halted by somebody else: a person, or a system that had no more memory for it."""


def made_at() -> int | None:
    """The time that a document says it was made: SOURCE_DATE_EPOCH, in seconds; else None, and it says nothing."""
    seconds = source_seconds()
    return None if seconds is None else min(max(seconds, 315_532_800), 4_354_819_198)  # in a zip file: 1980 to 2107


def made_on() -> datetime | None:
    """The same as a date and time."""
    seconds = made_at()
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)


def typeset(asked: Mapping[str, Any], extra: str) -> dict[str, Any]:
    """Return the answer of `typst_worker.py` to what is asked.

    Raises:
        MissingPartError: typst is not installed; `extra` installs it.
        ConversionError: it could not be done.
    """
    if importlib.util.find_spec("typst") is None:
        raise MissingPartError(extra)
    command = [sys.executable, "-P", "-m", "crosp_cli.reports.word_and_pdf.typst_worker", str(os.getpid())]
    try:
        answer: dict[str, Any] = json.loads(_run(command, json.dumps(asked).encode()))
    except OSError as error:  # no room for what is temporary, or for one more process
        raise ConversionError(error.strerror or "") from None
    except ValueError:  # it ended without an answer
        raise EndedError from None
    if "memory" in answer:
        raise TooLargeError
    if "why" in answer:
        raise ConversionError(answer["why"])
    return answer


def _run(command: Sequence[str], given: bytes) -> bytes:
    with tempfile.TemporaryFile() as asked:
        asked.write(given)  # a file and no pipe, of which Python forgets the rest when a look comes between
        asked.seek(0)
        environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONWARNINGS": "ignore", "LC_ALL": "C.UTF-8"}
        environment |= {"XDG_DATA_HOME": os.devnull, "SOURCE_DATE_EPOCH": str(made_at() or 315_532_800)}
        pipe = subprocess.PIPE
        process = subprocess.Popen(command, stdin=asked, stdout=pipe, stderr=pipe, env=environment)  # noqa: S603 -- the program is ours, and nothing of its arguments is the user's
        with process:
            try:
                made, said = _answer(process)
            finally:
                process.kill()
    if process.returncode == -signal.SIGABRT:  # as Typst ends where it is given no more
        raise TooLargeError
    if process.returncode < 0:
        raise EndedError
    if process.returncode != 0:
        lines = said.decode("utf-8", "replace").strip().splitlines()
        raise ConversionError(lines[-1] if lines else "")
    return made


def _answer(process: "subprocess.Popen[bytes]") -> tuple[bytes, bytes]:
    """What the process puts out, and what it complains of."""
    until = monotonic() + CONVERSION_SECONDS
    while (left := until - monotonic()) > 0:
        with suppress(subprocess.TimeoutExpired):
            return process.communicate(timeout=min(left, _LOOKS_AGAIN))
        if is_halted(process.pid):
            raise EndedError
    raise TooLongError
