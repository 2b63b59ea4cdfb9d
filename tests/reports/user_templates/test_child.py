"""The process for a template, when the one that began it is killed."""

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.process, pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks in /proc")]

EXAMPLE = Path(__file__).parents[3] / "examples/ekskolan/assessments/ekskolan/2026-ht-school.yaml"
WITHOUT_END = "{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}"
SOON = 3
"""Seconds; by itself it would go on for ten."""


@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGTERM])
def test_it_ends_with_who_began_it(tmp_path: Path, blow: signal.Signals) -> None:
    (tmp_path / "mine.html.j2").write_text(WITHOUT_END)
    command = [sys.executable, "-m", "crosp_cli", "render", EXAMPLE, "--template", "mine.html.j2", "-o", "out.html"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL) as process:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        while not (found := children.read_text().split()) or not _is_at_work(found[0]):
            assert process.poll() is None
        child = os.pidfd_open(int(found[0]))
        process.send_signal(blow)
    ended, _, _ = select.select([child], [], [], SOON)
    os.close(child)
    assert ended


def _is_at_work(pid: str) -> bool:
    """Whether it fills the template: it has used more time than it takes to begin."""
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11]) >= 60
