"""Ctrl-C at any step of writing a file: nothing temporary is left. Killed while files change names: no edit is lost."""

import contextlib
import fcntl
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from crosp_cli.files import LeftError, clear, write_whole
from crosp_cli.files.temporary import temporary_name

pytestmark = [pytest.mark.process, pytest.mark.skipif(sys.platform == "win32", reason="signals do not wait there")]

STRUCK = """if True:
    import os, signal, sys
    from pathlib import Path
    from crosp_cli.files import write_whole

    def struck(step, how):
        "Write, with a signal at that step of Python's own; whether there are so many."

        def traced(frame, event, _):
            nonlocal step
            frame.f_trace_opcodes = "crosp_cli" in frame.f_code.co_filename or "contextlib" in frame.f_code.co_filename
            step -= event == "opcode"
            if step < 0:
                sys.settrace(None)
                signal.raise_signal(signal.SIGINT)
            return traced

        try:
            sys.settrace(traced)
            write_whole(PATH, b"new", **how)
        except KeyboardInterrupt:
            pass
        finally:
            sys.settrace(None)
        return step < 0

    PATH, step = Path("a"), 0
    for how in ({}, {"overwrite": True}, {"instead_of": b"old"}):
        while True:
            PATH.unlink(missing_ok=True)
            if how:
                PATH.write_bytes(b"old")
            if not struck(step, how):
                break
            step += 5
            if set(os.listdir()) - {"a"}:
                sys.exit(f"at step {step} of writing with {how}: {os.listdir()}")
        print(step)
        step = 0
"""


def test_nothing_temporary_is_left_wherever_an_interrupt_strikes(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", STRUCK], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert min(map(int, done.stdout.split())) > 500  # steps


KILLED = """if True:
    import os, signal, sys
    from pathlib import Path
    from crosp_cli.files import folder, write_whole

    saves, steps = sys.argv[1] == "saves", int(sys.argv[2])

    def exchange(self, one, other, real=folder.Folder.exchange):
        global saves, steps
        if saves:
            saves = False
            Path("saved").write_bytes(b"edited")
            Path("saved").replace("a")
        done = real(self, one, other)
        steps -= 1
        if steps == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return done

    def unlink(self, name):
        os.kill(os.getpid(), signal.SIGKILL)

    folder.Folder.exchange = exchange
    if steps == 0:
        folder.Folder.unlink = unlink
    write_whole(Path("a"), b"new", instead_of=b"read")
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="no two files change names in one step there")
@pytest.mark.parametrize("steps", [1, 0], ids=["between", "before the last"])
@pytest.mark.parametrize("how", ["clear", "write"])
@pytest.mark.parametrize("colleague", ["saves", "waits"])
def test_who_is_killed_while_files_change_names_takes_no_edit_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, colleague: str, steps: int, how: str
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "a"
    path.write_bytes(b"read")
    done = subprocess.run([sys.executable, "-c", KILLED, colleague, str(steps)], cwd=tmp_path, check=False)
    assert done.returncode == -9
    assert len(list(tmp_path.iterdir())) == 2
    edited = colleague == "saves"
    if how == "clear":
        assert clear(path, within=tmp_path) == (edited and steps == 1)
    else:
        with pytest.raises(LeftError) if edited else contextlib.nullcontext():
            write_whole(path, b"newer", instead_of=b"new")
    assert path.read_bytes() == (b"edited" if edited else b"new" if how == "clear" else b"newer")
    assert list(tmp_path.iterdir()) == [path]
    assert time.time() - path.stat().st_mtime < 3600


@pytest.mark.parametrize("how", ["clear", "write"])
def test_who_writes_right_now_is_not_disturbed_between_the_two_steps(tmp_path: Path, how: str) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"new")
    os.utime(path, (978_307_200, 978_307_200))
    beside = tmp_path / temporary_name("a")
    beside.write_bytes(b"edited")
    with path.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        if how == "clear":
            assert not clear(path, within=tmp_path)
        else:
            with pytest.raises(LeftError):
                write_whole(path, b"newer", instead_of=b"new")
    assert (path.read_bytes(), beside.read_bytes()) == (b"new", b"edited")
    assert clear(path, within=tmp_path)
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (b"edited", [path])
