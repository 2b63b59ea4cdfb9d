"""crosp killed at any moment: no file is torn, no edit is lost, and the same command then comes to its end.

`CROSP_KILLS=500 pytest -m kills` kills more often than a usual run does.
"""

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from crosp_cli.reading.discovery import sources

pytestmark = [pytest.mark.process, pytest.mark.kills]

KILLS = int(os.environ.get("CROSP_KILLS", "14"))
"""How many processes are killed, over all commands together."""

NEWER = Path(__file__).resolve().parents[1] / "frameworks" / "inclusion-walk-2"
SCHOOL = "assessments/mill-lane/2026-autumn-school-team.yaml"
EDIT = b"# saved by a colleague meanwhile\n"
ANSWERS = """\
format: crosp-assessment/1
framework: inclusion-walk@1
unit: mill-lane
level: school-team
occasion: 2026-autumn
date: 2026-10-20
cells:
  arriving:
    everyday-practice:
      current_state:
        reflection: It works well in August, and less well in November.
        rating: 2
      measures:
        - {id: a-buddy, what: A buddy for the first week}
"""
RESPONSE = """\
format: crosp-response/1
framework: inclusion-walk@1
unit: mill-lane
level: school-team
occasion: 2026-autumn
group: {group}
response: r{number}
steps: {{arriving: {{everyday-practice: {step}}}}}
text: Number {number} would like to be asked.
"""
DAY = ("--today", "2026-11-01")

COMMANDS: dict[str, tuple[str, ...]] = {
    "init": ("init", "home", "--unit", "A", "--unit", "B", "--level", "school", "--level", "teaching", "--occasion",
             "2026-ht", "--date", "2026-10-15", "--lang", "sv"),
    "new": ("new", "2027-ht", "--date", "2027-10-15"),
    "new add": ("new", "2026-autumn", "--add", "all"),
    "migrate": ("migrate", "--write"),
    "import": ("import", "answers.yaml", "--into", SCHOOL, "--yes"),
    "collect": ("collect", "responses", "--into", SCHOOL, "--yes"),
    "render": ("render", SCHOOL, "-o", "out/r.html", "--force", *DAY),
    "render all": ("render", ".", "--all", "-o", "out", *DAY),
    "template copy": ("template", "copy", "report.html"),
    "schema": ("schema", "assessment", "-o", "editors/s.json"),
}  # fmt: skip

# Commands run in forks of one process that has run them before: nearly all of their time is then their own work.
# A step is the path and the new content of a file that somebody saves, or None; before each, and before the kill, some
# seconds go by, unless the command ends first. Without steps, nothing is killed. `at` counts what the command does with
# files instead: before which of that somebody saves, and before which it is killed; how many there were is left beside
# the log.
_FORKS = """if True:
    import json, os, signal, sys, time
    from pathlib import Path
    from crosp_cli.cli.main import run

    def do(arguments, cwd, log):
        os.chdir(cwd)
        with open(log, "ab", 0) as file:
            os.dup2(file.fileno(), 1), os.dup2(file.fileno(), 2)
        sys.stdout, sys.stderr = open(1, "w", closefd=False), open(2, "w", closefd=False)
        return run(arguments)

    def watched(log, saves=None, saved=None, killed=None):
        done = 0

        def hook(event, _):
            nonlocal done
            if event not in {"open", "os.link", "os.rename", "os.remove", "os.mkdir", "os.utime", "os.chmod"}:
                return
            done += 1
            if done == saves:
                done = -9  # what follows is the colleague's
                Path(saved[0] + "~").write_text(saved[1], "utf-8", newline="")
                os.replace(saved[0] + "~", saved[0])
                done = saves
            elif done == killed:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        return lambda: Path(log + ".count").write_text(str(done))

    def forked(arguments, cwd, log, steps, at):
        while signal.sigtimedwait({signal.SIGCHLD}, 0):
            pass  # it told of the one before
        child = os.fork()
        if not child:
            status = 99
            try:
                signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
                end = watched(log, **at)
                status = do(arguments, cwd, log)
                sys.stdout.flush(), sys.stderr.flush(), end()
            finally:
                os._exit(status)
        for seconds, saved in steps:
            signal.sigtimedwait({signal.SIGCHLD}, seconds)
            if saved:
                Path(saved[0] + "~").write_text(saved[1], "utf-8", newline="")
                os.replace(saved[0] + "~", saved[0])
            else:
                os.kill(child, signal.SIGKILL)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
    answers = os.fdopen(os.dup(1), "w")
    for line in sys.stdin:
        asked = json.loads(line)
        warm, began = asked.pop("warm"), time.monotonic()
        if warm:  # what is imported now, every fork has
            status = do(asked["arguments"], asked["cwd"], asked["log"])
        else:
            status = forked(**asked)
        print(json.dumps([status, time.monotonic() - began]), file=answers, flush=True)
"""


class Forks:
    """Runs commands, and kills them."""

    def __init__(self, log: Path) -> None:
        command = [sys.executable, "-c", _FORKS]
        environment = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "en"}
        pipe = subprocess.PIPE
        self.log = log
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd="/", env=environment)

    def run(
        self, arguments: tuple[str, ...], cwd: Path, steps: Any = (), *, warm: bool = False, **at: Any
    ) -> tuple[int, float]:
        """Return the exit status (of a killed process, -9) and the seconds that it took."""
        assert self.process.stdin
        assert self.process.stdout
        asked = {"arguments": arguments, "cwd": str(cwd), "log": str(self.log), "steps": steps, "at": at}
        asked["warm"] = warm
        self.process.stdin.write(json.dumps(asked) + "\n")
        self.process.stdin.flush()
        status, seconds = json.loads(self.process.stdout.readline())
        return status, seconds


@pytest.fixture(scope="module")
def forks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forks]:
    made = Forks(tmp_path_factory.mktemp("log") / "log")
    yield made
    assert made.process.stdin
    assert made.process.stdout
    made.process.stdin.close()
    assert made.process.wait(30) == 0
    made.process.stdout.close()


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if not path.is_dir())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def begun(name: str, examples: Path, folder: Path) -> Path:
    """What there is before the command."""
    folder.mkdir()
    if name != "init":
        shutil.copytree(examples / "other-framework", folder, dirs_exist_ok=True)
        (folder / "out").mkdir()
    if name == "import":
        (folder / "answers.yaml").write_text(ANSWERS, "utf-8")
    if name == "collect":
        (folder / "responses").mkdir()
        for number in range(6):
            one = RESPONSE.format(group="learners", number=number, step=1 + number % 2)
            (folder / "responses" / f"{number}.yaml").write_text(one, "utf-8")
    if name == "migrate":
        shutil.rmtree(folder / "framework")
        shutil.copytree(NEWER, folder / "framework")
    return folder


@pytest.mark.parametrize("name", COMMANDS)
def test_nothing_is_torn_or_lost_and_the_same_command_ends_well(
    name: str, forks: Forks, examples: Path, tmp_path: Path
) -> None:
    arguments, chance = COMMANDS[name], random.Random(name)  # noqa: S311 -- moments
    before = contents(begun(name, examples, tmp_path / "before"))
    assert forks.run(arguments, shutil.copytree(tmp_path / "before", tmp_path / "warm"), warm=True)[0] == 0
    status, seconds = forks.run(arguments, shutil.copytree(tmp_path / "before", tmp_path / "whole"))
    whole = contents(tmp_path / "whole")
    assert (status, whole) == (0, contents(tmp_path / "warm"))
    ended = {"killed": 0, "earlier": 0, "left behind": 0}
    for number in range(max(KILLS // len(COMMANDS), 1)):
        folder = shutil.copytree(tmp_path / "before", tmp_path / str(number))
        steps: list[Any] = [[chance.uniform(0, seconds), None]]
        edited = SCHOOL if name == "migrate" and number % 2 else None
        if edited:
            text = (before[edited] + EDIT).decode()
            steps.insert(0, [chance.uniform(0, seconds), [str(folder / edited), text]])
        status, took = forks.run(arguments, folder, steps)
        seconds = min(seconds, took) if status != -9 else seconds  # the first run may have had less of the computer
        ended["killed" if status == -9 else "earlier"] += 1
        there = contents(folder)
        left = {path for path in there if path.endswith(".tmp")}
        ended["left behind"] += len(left)
        for path in there.keys() - left:
            if path != edited:
                assert there[path] in (before.get(path), whole.get(path)), f"{path} is torn"
        assert not any(source.file.endswith(".tmp") for source in sources([folder]))
        if edited:
            assert EDIT in there[edited], "an edit is lost"
        assert forks.run(arguments, folder)[0] == 0, forks.log.read_text()[-500:]
        after = contents(folder)
        if edited:
            assert EDIT in after[edited]
            assert b"inclusion-walk@2" in after.pop(edited)
        assert after == {path: data for path, data in whole.items() if path != edited}
        shutil.rmtree(folder)
    print(name, ended)  # noqa: T201 -- shown with -s


@pytest.mark.parametrize("somebody_saves", [False, True], ids=["alone", "somebody saves"])
@pytest.mark.parametrize("name", COMMANDS)
def test_between_any_two_things_that_a_command_does_with_files(
    name: str, forks: Forks, examples: Path, tmp_path: Path, *, somebody_saves: bool
) -> None:
    arguments, chance = COMMANDS[name], random.Random(name)  # noqa: S311 -- moments
    before = contents(begun(name, examples, tmp_path / "before"))
    edited = SCHOOL if somebody_saves and name in ("migrate", "import", "collect") else None
    forks.run(arguments, shutil.copytree(tmp_path / "before", tmp_path / "warm"), warm=True)
    assert forks.run(arguments, shutil.copytree(tmp_path / "before", tmp_path / "whole"))[0] == 0
    whole, count = contents(tmp_path / "whole"), int(forks.log.with_suffix(".count").read_text())
    moments = range(2, count + 1)
    for moment in moments if count < KILLS else chance.sample(moments, KILLS // len(COMMANDS) + 1):
        folder = shutil.copytree(tmp_path / "before", tmp_path / str(moment))
        at: dict[str, Any] = {"killed": moment}
        if edited:
            at |= {"saves": moment - 1, "saved": [str(folder / edited), (before[edited] + EDIT).decode()]}
        forks.run(arguments, folder, **at)
        there = contents(folder)
        for path in there.keys() - {edited}:
            assert path.endswith(".tmp") or there[path] in (before.get(path), whole.get(path)), f"{path} is torn"
        statuses = [forks.run(arguments, folder)[0]]
        if edited and statuses[0]:  # it was changed meanwhile: run the same command again
            statuses.append(forks.run(arguments, folder)[0])
        after = contents(folder)
        assert statuses[-1] == 0, (moment, forks.log.read_text()[-900:])
        if edited:
            assert EDIT in after[edited], f"an edit is lost at {moment}"
            after[edited] = whole[edited]
        assert after == whole, (moment, statuses)
        shutil.rmtree(folder)
    print(name, count)  # noqa: T201 -- shown with -s


KILLED_AS_IT_STANDS = """if True:
    import os, signal
    from crosp_cli.__main__ import main

    def link(*given, make=os.link, **more):
        make(*given, **more)
        os.kill(os.getpid(), signal.SIGKILL)

    os.link = link
    main()
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ("render", SCHOOL, "-o", "r.html", *DAY),
        ("form", SCHOOL, "-o", "f.html"),
        ("follow-up", ".", "-o", "f.md", *DAY),
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_result_that_stood_when_crosp_was_killed_is_its_own(
    arguments: tuple[str, ...], crosp_process: Any, examples: Path, tmp_path: Path
) -> None:
    home = begun("render", examples, tmp_path / "home")
    killed = crosp_process(*arguments, cwd=home, python=["-c", KILLED_AS_IT_STANDS])
    assert (killed.status, (home / arguments[3]).exists()) == (-9, True)
    again = crosp_process(*arguments, "--lang", "sv", cwd=home)
    assert (again.status, again.out) == (0, "")
