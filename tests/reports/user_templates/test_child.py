"""The processes for a template, and for a paper, when the one that began them is killed."""

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
SLOW_ON_PAPER = "<p>{% for a in range(400) %}" + "\u05d01 " * 1_000 + "{% endfor %}"
"""Filled in a second or two, and set in many: letters in one direction, and figures in the other."""
SOON = 3
"""Seconds; by themselves they would go on for longer."""


@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGTERM])
@pytest.mark.parametrize(
    ("template", "out", "worker"),
    [
        (WITHOUT_END, "out.html", "user_templates"),
        pytest.param(SLOW_ON_PAPER, "out.pdf", "typst_worker", marks=pytest.mark.office),
    ],
    ids=["template", "paper"],
)
def test_they_end_with_who_began_them(
    tmp_path: Path, blow: signal.Signals, template: str, out: str, worker: str
) -> None:
    (tmp_path / "mine.html.j2").write_text(template)
    command = [sys.executable, "-m", "crosp_cli", "render", EXAMPLE, "--template", "mine.html.j2", "-o", out]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL) as process:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        while not (found := children.read_text().split()) or not _is_at_work(found[0], worker):
            assert process.poll() is None, "it is done already"
        child = os.pidfd_open(int(found[0]))
        process.send_signal(blow)
    ended, _, _ = select.select([child], [], [], SOON)
    os.close(child)
    assert ended


@pytest.mark.office
@pytest.mark.parametrize("is_ours", [True, False])
def test_one_for_a_paper_that_nobody_waits_for_any_more_does_not_begin(is_ours: bool) -> None:
    with subprocess.Popen(["true"]) as gone:
        gone.wait()
    parent = os.getpid() if is_ours else gone.pid
    command = [sys.executable, "-m", "crosp_cli.reports.word_and_pdf.typst_worker", str(parent)]
    asked = b'{"form": "docx", "boxes": {}, "pictures": [], "sheet": null}'
    done = subprocess.run(command, input=asked, capture_output=True, check=False)
    assert bool(done.stdout + done.stderr) is is_ours


def _is_at_work(pid: str, worker: str) -> bool:
    """Whether it is that worker, and works: it has used more time than it takes to begin."""
    try:
        if worker not in Path(f"/proc/{pid}/cmdline").read_text():
            return False
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11]) >= 60
    except (FileNotFoundError, ProcessLookupError):  # the one for the template is done, and that for the paper begins
        return False
