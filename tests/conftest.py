"""What tests share: running crosp, in this process, as a real process and on a terminal; folders to run it in."""

import atexit
import contextlib
import gc
import gettext
import io
import os
import pty
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from crosp_cli.cli.main import run

from .closed import as_nobody, open_folder
from .sharing import FIRST, pytest_xdist_make_scheduler

__all__ = ["as_nobody", "open_folder", "pytest_xdist_make_scheduler"]

HERE = Path(__file__).parent
TODAY = "2026-11-01"

# Many images set it; most users do not, and what they would wait for has to be pushed out to them.
os.environ.pop("PYTHONUNBUFFERED", None)

# What a shell begins in the background hears no Ctrl-C, nor does what it starts: as if one were there.
signal.signal(signal.SIGINT, signal.default_int_handler)

# No deadline, and the same examples each time: a few as one works, more with `--hypothesis-profile=thorough`.
for name, examples in {"quick": 8, "thorough": 20, "every": 50}.items():
    settings.register_profile(
        name, max_examples=examples, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
    )
settings.load_profile("quick")


_AS_A_PROCESS = {"crosp_process", "crosp_terminal", "crosp_without_rights"}


@pytest.hookimpl(tryfirst=True)  # before what was not asked for is left out
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest goes first.

    What starts crosp as a process is marked so: it is tried once, as it is installed.
    """
    items.sort(key=lambda item: not item.nodeid.startswith(FIRST))
    for item in items:
        if item.get_closest_marker("cli") and _AS_A_PROCESS.intersection(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.process)


def pytest_collection_finish() -> None:
    """Leave alone what was collected: nothing of it goes away, and to look through it takes a sixth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(200_000)  # as in a process of crosp's own


_SPEAKING = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_DRAWING = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "COLUMNS", "TERM", "GITHUB_ACTIONS", "CI", "PY_COLORS")
_STATE = tempfile.mkdtemp(prefix="crosp-state-")
atexit.register(shutil.rmtree, _STATE, ignore_errors=True)
_OUR_OWN = ("CROSP_TRACEBACK", "_TYPER_FORCE_DISABLE_TERMINAL", "PYTHONHASHSEED", "PYTHONIOENCODING")


@dataclass(frozen=True)
class Result:
    """How a run of crosp ended, and what it said."""

    status: int
    out: str
    err: str


Crosp = Callable[..., Result]


def _environment(more: Mapping[str, str] | None) -> dict[str, str]:
    """This environment without what makes crosp speak or draw differently, and with `more`."""
    kept = {name: value for name, value in os.environ.items() if name not in (*_SPEAKING, *_DRAWING, *_OUR_OWN)}
    return {**kept, "XDG_STATE_HOME": _STATE, **(more or {})}


@pytest.fixture(scope="session")
def examples() -> Path:
    """The folder examples/, which lies beside the tests also where the wheel is tested."""
    return HERE.parent / "examples"


@pytest.fixture(scope="session")
def crosp() -> Crosp:
    """Run crosp in this process: `crosp("validate", "a.yaml", cwd=folder)`.

    Everything that crosp changes in the process is put back. Help texts are made when crosp is first imported, so
    those are tested with `crosp_process`.
    """

    def run_here(*arguments: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None) -> Result:
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n") for _ in range(2))
        before, streams, folder = dict(os.environ), (sys.stdin, sys.stdout, sys.stderr), Path.cwd()
        os.environ.clear()
        os.environ.update(_environment(env))
        sys.stdin, sys.stdout, sys.stderr = io.StringIO(), out, err
        try:
            os.chdir(cwd or folder)
            status = run([os.fspath(argument) for argument in arguments])
        finally:
            os.chdir(folder)
            sys.stdin, sys.stdout, sys.stderr = streams
            os.environ.clear()
            os.environ.update(before)
            gettext.textdomain("messages")
        return Result(status, _written(out), _written(err))

    return run_here


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    content = stream.buffer.getvalue()  # type: ignore[attr-defined]  # a BytesIO
    return str(content.decode("utf-8"))


@pytest.fixture(scope="session")
def crosp_process() -> Crosp:
    """Run crosp as a process of its own: `crosp_process("--help", env={"LC_ALL": "C"})`.

    With `python`, those are the arguments of Python instead. Other named arguments go to `subprocess.run`; standard
    input is empty unless `input` or `stdin` says otherwise.
    """

    def run_there(
        *arguments: str | bytes | Path,
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
        python: Sequence[str] = ("-m", "crosp_cli"),
        **more: Any,
    ) -> Result:
        options: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "timeout": 60, **more}
        if "input" not in options:
            options.setdefault("stdin", subprocess.DEVNULL)
        command = [sys.executable, *python, *arguments]
        done = subprocess.run(command, cwd=cwd, env=_environment(env), check=False, **options)
        return Result(done.returncode, (done.stdout or b"").decode("utf-8"), (done.stderr or b"").decode("utf-8"))

    return run_there


# To root no file is closed, unless root gives up the right to pass by permissions (the two capabilities named DAC).
_WITHOUT_RIGHTS = """\
import ctypes, os, sys
for capability in (1, 2):
    if os.geteuid() == 0 and ctypes.CDLL(None).prctl(24, capability, 0, 0, 0):
        sys.exit(77)
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""


@pytest.fixture(scope="session")
def crosp_without_rights() -> Crosp:
    """Run crosp as someone who may open only what the permissions of files and folders allow."""

    def run_there(*arguments: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None) -> Result:
        command = [sys.executable, "-c", _WITHOUT_RIGHTS, "-m", "crosp_cli", *arguments]
        done = subprocess.run(command, cwd=cwd, env=_environment(env), check=False, capture_output=True, timeout=60)
        if done.returncode == 77:
            pytest.skip("root cannot give up its rights here")
        return Result(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return run_there


class Terminal:
    """A run of crosp on a terminal: what it has shown so far, and a keyboard."""

    LONGEST_WAIT = 30.0
    _ON_A_TERMINAL = (
        "import os, sys; os.login_tty(int(sys.argv[1])); os.execv(sys.executable, [sys.executable, *sys.argv[2:]])"
    )

    def __init__(self, arguments: Sequence[str], cwd: Path | None, env: Mapping[str, str], columns: int) -> None:
        self.shown = ""
        self._looked_at = 0
        self._screen, keyboard = pty.openpty()
        termios.tcsetwinsize(keyboard, (40, columns))
        command = [sys.executable, "-c", self._ON_A_TERMINAL, str(keyboard), "-m", "crosp_cli", *arguments]
        self.process = subprocess.Popen(command, cwd=cwd, env=dict(env), pass_fds=[keyboard])
        os.close(keyboard)

    def wait_for(self, text: str) -> None:
        """Read on until `text` is shown, after what was waited for before."""
        until = time.monotonic() + self.LONGEST_WAIT
        while text not in self.shown[self._looked_at :]:
            assert time.monotonic() < until, f"waited for {text!r}; shown: {self.shown!r}"
            assert self._read(), f"ended before {text!r}; shown: {self.shown!r}"
        self._looked_at = self.shown.index(text, self._looked_at) + len(text)

    def type(self, keys: str) -> None:
        """Type `keys`; "\\n" is Enter and "\\x03" is Ctrl-C."""
        os.write(self._screen, keys.encode())

    def take_long_lines(self) -> None:
        """Give on what is typed at once, as some terminals do: a line may then be longer than 4,096 characters."""
        mode = termios.tcgetattr(self._screen)
        mode[3] &= ~termios.ICANON
        termios.tcsetattr(self._screen, termios.TCSANOW, mode)

    def answer(self, question: str, answer: str) -> None:
        """Wait for `question`, then type `answer` and Enter."""
        self.wait_for(question)
        self.type(f"{answer}\n")

    def leave(self, key: str) -> int:
        """Type `key` to make crosp end, and return the exit status.

        A person whose Ctrl-C falls into the moment before crosp begins to listen presses it again, too.
        """
        for _ in range(3):
            self.type(key)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(self.LONGEST_WAIT / 3)
                break
        return self.end()

    def end(self) -> int:
        """Read what is left, and return the exit status."""
        while self._read():
            pass
        return self.process.wait(self.LONGEST_WAIT)

    def close(self) -> None:
        """End the process if it runs still."""
        os.close(self._screen)
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait(self.LONGEST_WAIT)

    def _read(self) -> bool:
        ready, _, _ = select.select([self._screen], [], [], self.LONGEST_WAIT)
        data = b""
        if ready:
            with contextlib.suppress(OSError):  # EIO: the other end has closed
                data = os.read(self._screen, 65_536)
        self.shown += data.decode("utf-8", "replace")
        return bool(data)


@pytest.fixture
def crosp_terminal() -> Iterator[Callable[..., Terminal]]:
    """Start crosp on a terminal: `crosp_terminal("init", cwd=folder)` returns a `Terminal`."""
    started: list[Terminal] = []

    def start(
        *arguments: str, cwd: Path | None = None, env: Mapping[str, str] | None = None, columns: int = 100
    ) -> Terminal:
        terminal = Terminal(arguments, cwd, _environment({"TERM": "xterm-256color", **(env or {})}), columns)
        started.append(terminal)
        return terminal

    yield start
    for terminal in started:
        terminal.close()


PROJECT = """\
format: crosp-project/1
framework: spsm-crosp@2024
language: {language}
organiser: {{id: exempelkommun, name: Exempelkommun, type: municipal}}
units:
  - {{id: ekskolan, name: Ekskolan, school_forms: [grundskola]}}
  - {{id: asko, name: Askö skola, school_forms: [grundskola]}}
"""

ASSESSMENT = """\
format: crosp-assessment/1
framework: spsm-crosp@2024
unit: {unit}
level: {level}
occasion: {occasion}
date: {date}
participants: [{{group: principal, count: 1}}, {{group: pupils, count: 8}}, {{group: guardians, count: 6}}]
"""


class Folder:
    """A folder that a test fills with a project."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, name: str, content: str | bytes) -> Path:
        """Write a file, and return its path within the folder."""
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return Path(name)

    def project(self, more: str = "", language: str = "en") -> Path:
        """Write a crosp.yaml with two units, ekskolan and asko, and with the lines `more`."""
        return self.write("crosp.yaml", PROJECT.format(language=language) + more)

    def assessment(
        self,
        name: str = "a.yaml",
        cells: str = "",
        *,
        unit: str | None = "ekskolan",
        level: str = "school",
        occasion: str = "2026-ht",
        date: str = "2026-10-15",
    ) -> Path:
        """Write an assessment, without a unit an organiser's; `cells` is what stands below `cells:`, not indented."""
        text = ASSESSMENT.format(unit=unit, level=level, occasion=occasion, date=date).replace("unit: None\n", "")
        lines = "".join(f"  {line}\n" if line else "\n" for line in cells.splitlines())
        return self.write(name, text + (f"cells:\n{lines}" if cells else ""))

    def files(self) -> list[str]:
        """Every file in the folder, hidden ones included, in order of their names."""
        return sorted(str(file.relative_to(self.path)) for file in self.path.rglob("*") if not file.is_dir())


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """An empty folder, with helpers to fill it."""
    return Folder(tmp_path)
