"""Ctrl-C at any step of writing a file: nothing temporary is left."""

import subprocess
import sys
from pathlib import Path

import pytest

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
