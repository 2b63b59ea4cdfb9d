"""The one way in which crosp runs git: it shows what the repository holds here, and starts nothing else.

A repository may be anybody's, and its configuration can name programs. So no variable that steers git is passed on,
what runs programs is turned off on the command line, no way to another machine is open, and there is one budget for
all that is asked of a revision: how long it may take, and how much may be read. A git that says nothing is not waited
for long.
"""

import os
import re
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from enum import Enum, auto
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from typing import IO

from crosp_cli.child_process import ending_with_this, start
from crosp_cli.limits import GIT_BYTES, GIT_FILES, GIT_MEMORY, GIT_SECONDS, GIT_SILENT_SECONDS

_OFF = (
    "advice.graftFileDeprecated=false",  # it would be shown in the place of why git gives up
    "protocol.allow=never",
    "safe.bareRepository=explicit",  # a folder with files of a repository in it is none
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    f"core.attributesFile={os.devnull}",
    "core.alternateRefsCommand=",
    "core.sshCommand=",
    "core.askPass=",
    "core.deltaBaseCacheLimit=96m",
    "credential.helper=",
    "diff.external=",
    "fetch.bundleURI=",  # is asked for by git 2.40 to 2.44, which know nothing of GIT_NO_LAZY_FETCH, on any way
    "fetch.parallel=-1",  # with which `git fetch`, that they begin, ends before it has written its settings
    "help.autocorrect=0",  # else git runs the alias that is most like a helper that it does not have
    "submodule.recurse=false",
)
"""What a repository's own configuration must not decide."""

_SET = {
    "LC_ALL": "C",
    "GIT_ALLOC_LIMIT": str(GIT_BYTES),  # an object of a few packed bytes may be larger than the computer's memory
    # None; a repository cannot say otherwise, as it can of protocol.*.allow. No program and no alias can be called so:
    # if nothing stood here, the protocol without a name would be allowed, and its helper can be one.
    "GIT_ALLOW_PROTOCOL": "/",
    "GIT_GRAFT_FILE": os.devnull,  # other parents for a commit; and git reads it whole, whatever it leads to
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}

_SAID = 8192
"""How much is kept of what git complains of, in bytes: the last line is shown, and one has at most half as many."""
_HELD_SECONDS = 1
"""How long git's answer is read when it has ended: what it has left running may hold the pipe for ever."""
_COMPLAINTS = ("fatal: ", "error: ")
_QUOTED = re.compile(r" *(?:[:'\"]|\bin file\b).*")
"""What git quotes of a file that it cannot use: the repository may have a link there to any file of the computer."""
_LEADS = re.compile(r"(?:(?<=path)|(?<=value)) '.*|(?<=not a git repository): .*", re.DOTALL)
"""And all that stands in one, of many lines maybe, where such a file should say in which folder the repository is, or
what git is to do."""


class Trouble(Enum):
    """Why git does not answer."""

    NOT_INSTALLED = auto()
    NO_REPOSITORY = auto()
    UNKNOWN_REVISION = auto()
    SHALLOW = auto()
    """There is no such revision in this copy, which has only the latest ones."""
    NOT_HERE = auto()
    """This copy of the repository does not hold the content of every file."""
    TOO_MUCH = auto()
    """It takes longer, or is more, than crosp waits for and reads."""
    REFUSED = auto()


class GitError(Exception):
    """Git does not answer: why, and the line in which it says so itself."""

    def __init__(self, why: Trouble, said: str = "") -> None:
        super().__init__(why.name)
        self.why = why
        self.said = said


class Budget:
    """What is left for all that is asked of a revision, however often its files are read."""

    def __init__(self) -> None:
        self._until = monotonic() + GIT_SECONDS
        self._files = GIT_FILES
        self._bytes = GIT_BYTES

    def seconds(self) -> float:
        """Return the seconds that are left.

        Raises:
            GitError: none are.
        """
        left = self._until - monotonic()
        if left <= 0:
            raise GitError(Trouble.TOO_MUCH)
        return left

    def spend(self, files: int, size: int) -> None:
        """Take off as many files, and so many bytes of them.

        Raises:
            GitError: so much is not left.
        """
        self._files -= files
        self._bytes -= size
        if min(self._files, self._bytes) < 0:
            raise GitError(Trouble.TOO_MUCH)


def git(folder: Path, *arguments: str, given: bytes = b"", most: int, budget: Budget) -> bytes:
    """Return what git answers in `folder`: at most `most` bytes, within the seconds that `budget` has left.

    `arguments` are crosp's own words and git's own names for objects. What anybody else has written goes in as `given`:
    nothing that is read there can become an option.

    Raises:
        GitError: git is not installed, refuses, or goes over a limit; it has been ended then.
    """
    seconds = budget.seconds()
    try:
        process = subprocess.Popen(  # noqa: S603 -- a list of arguments, all of them crosp's or git's own
            [_program(), "--no-pager", *(word for setting in _OFF for word in ("-c", setting)), *arguments],
            cwd=folder,
            env={name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | _SET,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,  # so that what git starts ends with it
            preexec_fn=ending_with_this(),  # no other thread is there by now
        )
    except OSError as error:
        raise GitError(Trouble.REFUSED, error.strerror or "") from None
    with process:
        _hold(process)
        answer, said, in_time = _conversation(process, given, most, seconds)
    if len(answer) > most or not in_time:
        raise GitError(Trouble.TOO_MUCH)
    if process.returncode == 0:
        return answer
    if process.returncode < 0:  # ended by a signal, it has not said why
        raise GitError(Trouble.TOO_MUCH)
    last = _complaint(said.decode("utf-8", "replace").strip())
    if last.startswith("attempting to allocate") or "out of memory" in last.lower():  # GIT_ALLOC_LIMIT, GIT_MEMORY
        raise GitError(Trouble.TOO_MUCH)
    if last.startswith("fetch.parallel "):
        raise GitError(Trouble.NOT_HERE)
    raise GitError(Trouble.NO_REPOSITORY if "not a git repository" in last else Trouble.REFUSED, last)


def _hold(process: subprocess.Popen[bytes]) -> None:
    """Let git hold no more than GIT_MEMORY, where the system can say so: it keeps each commit that it goes through.

    What it has of a pack as it lies on disk does not count, however large that is.
    """
    if sys.platform != "linux":
        return
    import resource  # not on Windows

    least = min(most for most in (GIT_MEMORY, *resource.getrlimit(resource.RLIMIT_DATA)) if most >= 0)
    with suppress(AttributeError, OSError):  # it has ended; or nothing can be said of another process here
        resource.prlimit(process.pid, resource.RLIMIT_DATA, (least, least))


def _complaint(said: str) -> str:
    """What git ends with; hints, and what it only comes past, may stand before that."""
    lines = _LEADS.sub("", said).split("\n")
    last = next((line for line in reversed(lines) if line.startswith(_COMPLAINTS)), lines[0])
    said = _QUOTED.sub("", last.removeprefix("fatal: ").removeprefix("error: "))
    return said.removesuffix(" at").removesuffix(" in")


def _program() -> str:
    found = shutil.which("git")
    if found is None or not Path(found).is_absolute():  # never a program that lies in the folder itself
        raise GitError(Trouble.NOT_INSTALLED)
    return found


def _conversation(
    process: subprocess.Popen[bytes], given: bytes, most: int, seconds: float
) -> tuple[bytes, bytes, bool]:
    """What git answers, little more than `most` at most; what it complains of; whether it ended in time."""
    answer, said, done = bytearray(), bytearray(), Event()
    watch = _Watch(process, seconds, done)

    def keep(some: bytes) -> None:
        watch.heard = monotonic()
        if len(answer) <= most:
            answer.extend(some)
        else:
            _end(process)

    def keep_last(some: bytes) -> None:
        said.extend(some)
        del said[:-_SAID]

    assert process.stdin is not None  # noqa: S101 -- all three are pipes
    assert process.stdout is not None  # noqa: S101
    assert process.stderr is not None  # noqa: S101
    kept = (process.stdout, keep), (process.stderr, keep_last)
    readers = [Thread(target=_read, args=(*one, done), daemon=True) for one in kept]
    try:
        start(watch, *readers)
        with suppress(BrokenPipeError):  # then it says why
            process.stdin.write(given)
            process.stdin.close()
        process.wait()
        for reader, (stream, _keep) in zip(readers, kept, strict=True):
            reader.join(_HELD_SECONDS)
            while reader.is_alive() and watch.is_alive() and _has_more(stream):
                reader.join(_HELD_SECONDS)
        return bytes(answer), bytes(said), watch.is_alive()
    finally:
        done.set()
        _end(process)
        if watch.ident is not None:
            watch.join()


class _Watch(Thread):
    """Ends git when its seconds are over, or when it has said nothing for too long."""

    def __init__(self, process: subprocess.Popen[bytes], seconds: float, done: Event) -> None:
        super().__init__(daemon=True)
        self.heard = monotonic()
        self._until = self.heard + seconds
        self._process = process
        self._done = done

    def run(self) -> None:
        while (left := min(self._until, self.heard + GIT_SILENT_SECONDS) - monotonic()) > 0:
            if self._done.wait(left):
                return
        _end(self._process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End git, and all that it has started where the system knows of such groups."""
    if process.returncode is not None:
        return  # its number may be another's by now
    with suppress(OSError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)


def _has_more(stream: IO[bytes]) -> bool:
    """Whether something has come that is not read yet; False where nobody can tell."""
    try:
        return bool(select.select([stream], [], [], 0)[0])
    except (OSError, ValueError):
        return False


def _read(stream: IO[bytes], keep: Callable[[bytes], None], done: Event) -> None:
    """Read what comes, so that nobody waits, until it ends or all is done."""
    with suppress(OSError, ValueError):  # closed, since all is done
        while not done.is_set() and (some := os.read(stream.fileno(), 65_536)):
            keep(some)
