"""A process that reads files is killed from outside: the run says which file it had in hand, and ends."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from crosp_cli.validation.runner import MANY

pytestmark = [pytest.mark.process, pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks in /proc")]

PROJECT = """\
format: crosp-project/1
language: en
framework: spsm-crosp@2024
organiser: {id: exempel, name: Exempel, type: municipal}
units: [{id: ekskolan, name: Ekskolan, school_forms: [grundskola]}]
"""
ASSESSMENT = """\
format: crosp-assessment/1
framework: spsm-crosp@2024
unit: ekskolan
level: school
occasion: 2026-{number}
date: 2026-10-15
cells: {{}}
"""
HANGS = 120
HALTED = """if True:
    import fcntl, os, signal, termios

    def write(to, what, put=os.write):
        if len(what) > 100_000:
            put(to, what[:1000])
            while any(fcntl.ioctl(to, termios.TIOCOUTQ, bytes(4))):
                pass  # until that is read
            os.kill(os.getpid(), signal.SIGSTOP)
        return put(to, what)

    os.write = write
    from crosp_cli.__main__ import main

    main()
"""
HEARS = """if True:
    import os, signal

    def asked():
        if signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ()):
            os.write(2, b"a process hears an interrupt before it knows that it is none of its")

    os.register_at_fork(after_in_child=asked)
    from crosp_cli.__main__ import main

    main()
"""
HEARS_WHEN_SPAWNED = """if __name__ == "__main__":
    import multiprocessing, os, signal
    from multiprocessing import util

    begin = util.spawnv_passfds

    def begun(path, arguments, handed):
        is_worker = any("multiprocessing-fork" in str(word) for word in arguments)
        if is_worker and signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ()):
            os.write(2, b"a process hears an interrupt before it knows that it is none of its")
        return begin(path, arguments, handed)

    util.spawnv_passfds = begun
    multiprocessing.set_start_method("spawn")
    from crosp_cli.__main__ import main

    main()
"""

BEGUN_OTHERWISE = """if __name__ == "__main__":
    import multiprocessing, sys

    multiprocessing.set_start_method(sys.argv.pop(1))
    from crosp_cli.__main__ import main

    main()
"""
LOST_AT_ONCE = """if __name__ == "__main__":
    import multiprocessing, os, sys
    from multiprocessing import util

    begin, blow = util.spawnv_passfds, int(sys.argv.pop(1))

    def begun(path, arguments, handed):
        number = begin(path, arguments, handed)
        if any("multiprocessing-fork" in str(word) for word in arguments):
            os.kill(number, blow)
        return number

    util.spawnv_passfds = begun
    multiprocessing.set_start_method("spawn")
    from crosp_cli.__main__ import main

    main()
"""


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("many")
    (folder / "crosp.yaml").write_text(PROJECT)
    for number in range(2500):
        (folder / f"{number:04}.yaml").write_text(ASSESSMENT.format(number=number))
    return folder


def at_work(process: "subprocess.Popen[str]") -> int:
    """The first process that it starts, once that has worked for a tenth of a second."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while process.poll() is None:
        for child in children.read_text().split():
            if int(Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()[11]) >= 10:
                return int(child)
    raise AssertionError(process.communicate())


@pytest.mark.parametrize(
    ("blow", "begun"),
    [
        *((blow, "fork") for blow in (signal.SIGKILL, signal.SIGTERM, signal.SIGSTOP)),
        (signal.SIGKILL, "forkserver"), (signal.SIGSTOP, "forkserver"),
    ],
)  # fmt: skip
def test_the_run_ends_and_names_the_file(many: Path, tmp_path: Path, blow: signal.Signals, begun: str) -> None:
    driver = tmp_path / "driver.py"
    driver.write_text(BEGUN_OTHERWISE)
    command = [sys.executable, driver, begun, "--lang", "en", "validate", "--jobs", "2", "."]
    with subprocess.Popen(command, cwd=many, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        os.kill(at_work(process), blow)
        try:
            out, err = process.communicate(timeout=HANGS)
        finally:
            process.kill()
    assert process.returncode == 3
    assert out == ""
    assert re.fullmatch(r"crosp: The process that read [0-9]{4}\.yaml was stopped from outside.*\n", err), err


@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGSTOP])
@pytest.mark.parametrize("each", [False, True], ids=["the folder", "each file by its name"])
def test_one_that_is_lost_before_it_has_read_anything_is_noticed(
    many: Path, tmp_path: Path, blow: signal.Signals, *, each: bool
) -> None:
    driver = tmp_path / "driver.py"
    driver.write_text(LOST_AT_ONCE)
    named = sorted(many.glob("[0-9]*.yaml")) if each else ["."]
    command = [sys.executable, driver, str(int(blow)), "--lang", "en", "validate", "--jobs", "2", *named]
    done = subprocess.run(command, cwd=many, capture_output=True, text=True, timeout=HANGS, check=False)
    assert (done.returncode, done.stdout) == (3, "")
    assert "was stopped from outside" in done.stderr


def test_a_run_whose_process_is_halted_can_be_interrupted(many: Path) -> None:
    command = [sys.executable, "-m", "crosp_cli", "validate", "--jobs", "2", "."]
    with subprocess.Popen(command, cwd=many, stdout=subprocess.PIPE, text=True) as process:
        os.kill(at_work(process), signal.SIGSTOP)
        process.send_signal(signal.SIGINT)
        try:
            process.communicate(timeout=HANGS)
        finally:
            process.kill()
    assert process.returncode in (130, 3)


@pytest.mark.parametrize("halted", [False, True])
def test_nothing_goes_on_when_the_run_itself_is_killed(many: Path, *, halted: bool) -> None:
    command = [sys.executable, "-m", "crosp_cli", "validate", "--jobs", "2", "."]
    with subprocess.Popen(command, cwd=many, stdout=subprocess.PIPE, text=True) as process:
        child = at_work(process)
        if halted:
            os.kill(child, signal.SIGSTOP)
        process.kill()
        try:
            process.communicate(timeout=HANGS / 4)  # until nobody holds the other end of its output
        except subprocess.TimeoutExpired:
            pytest.fail("its processes go on")


def test_a_process_that_is_halted_in_the_middle_of_an_answer_is_lost(tmp_path: Path) -> None:
    (tmp_path / "crosp.yaml").write_text(PROJECT)
    for number in range(MANY):
        unknown = "".join(f"  unknown-{cell}: {{}}\n" for cell in range(0 if number else 2_000))
        (tmp_path / f"{number:04}.yaml").write_text(ASSESSMENT.format(number=number).replace("{}", f"\n{unknown}"))
    command = [sys.executable, "-c", HALTED, "--lang", "en", "validate", "--jobs", "2", "."]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=HANGS, check=False)
    assert (done.returncode, done.stdout) == (3, "")
    assert re.match(r"crosp: The process that read 0000\.yaml was stopped from outside", done.stderr), done.stderr


@pytest.mark.parametrize("driven", [HEARS, HEARS_WHEN_SPAWNED], ids=["forked", "spawned"])
def test_an_interrupt_is_never_that_of_a_process(many: Path, tmp_path: Path, driven: str) -> None:
    driver = tmp_path / "driver.py"
    driver.write_text(driven)
    command = [sys.executable, driver, "validate", "--jobs", "2", "."]
    done = subprocess.run(command, cwd=many, capture_output=True, text=True, timeout=HANGS, check=False)
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.parametrize("begun", ["fork", "spawn", "forkserver"])
def test_no_process_runs_what_lies_in_the_folder(tmp_path: Path, begun: str) -> None:
    folder, driver = tmp_path / "theirs", tmp_path / "driver.py"
    folder.mkdir()
    driver.write_text(BEGUN_OTHERWISE)
    (folder / "crosp.yaml").write_text(PROJECT)
    for name in ("multiprocessing", "signal", "crosp_cli"):
        (folder / f"{name}.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'a').write({name!r})")
    for number in range(MANY):
        (folder / f"{number}.yaml").write_text(ASSESSMENT.format(number=number))
    command = [sys.executable, driver, begun, "--lang", "en", "validate", "--jobs", "2", "."]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=HANGS, check=False)
    assert not (tmp_path / "ran").exists()
    assert (done.returncode, done.stderr) == (1, "")  # what it finds in the files
