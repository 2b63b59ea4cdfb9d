"""A full disk, a folder that may not be written in, somebody else writing: one clear line, and nothing is lost."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.process

HEAD = "framework: spsm-crosp@2024\nlevel: organiser\noccasion: 2026-ht\n"
LONG = "Vi talar om det varje vecka, och skriver ner vad vi kommer fram till.\n" * 100
ASSESSMENT = f"""\
format: crosp-assessment/1
{HEAD}date: 2026-10-15
cells:
  participation:
    governance:
      current_state:
        reflection: |
          {LONG.replace(chr(10), chr(10) + "          ").rstrip()}
        rating: 1
"""
STEPS = "steps: {participation: {quality: 2}}\n"
RESPONSE = f"format: crosp-response/1\n{HEAD}group: teachers\n{STEPS}text: Fråga oss tidigare.\nresponse: r"
COMMANDS = {
    "import": ("import", "in/answers.yaml", "--into", "p/a.yaml", "--yes"),
    "collect": ("collect", "responses", "--into", "p/a.yaml", "--yes"),
}


def answers(text: str, area: str = "quality") -> str:
    cell = f"cells:\n  participation:\n    {area}:\n      need:\n        analysis: {text}\n"
    return f"format: crosp-assessment/1\n{HEAD}date: 2026-10-15\n{cell}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("p", "in", "responses"):
        (tmp_path / name).mkdir()
    (tmp_path / "p" / "a.yaml").write_text(ASSESSMENT, "utf-8")
    (tmp_path / "in" / "answers.yaml").write_text(answers("Ett"), "utf-8")
    for number in range(6):
        (tmp_path / "responses" / f"{number}.yaml").write_text(f"{RESPONSE}{number}\n", "utf-8")
    return tmp_path


def started(folder: Path, *arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "crosp_cli", *arguments, "--lang", "en"]
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def contents(folder: Path) -> dict[str, bytes]:
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


@pytest.mark.parametrize("command", COMMANDS)
def test_on_a_full_disk_all_stays_as_it_was_and_one_line_says_so(
    folder: Path, command: str, crosp: Callable[..., Any]
) -> None:
    before = contents(folder)
    script = f'trap "" XFSZ; ulimit -f 4; exec "{sys.executable}" -m crosp_cli "$@"'
    done = subprocess.run(
        ["bash", "-c", script, "bash", *COMMANDS[command], "--lang", "en"],
        cwd=folder, capture_output=True, check=False, text=True, timeout=60,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    assert (done.returncode, done.stderr.splitlines()) == (2, ["crosp: p/a.yaml cannot be written: File too large."])
    after = contents(folder)
    assert after == before
    again = subprocess.run(
        [sys.executable, "-m", "crosp_cli", *COMMANDS[command]],
        cwd=folder,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert again.returncode == 0
    assert b"quality:" in (folder / "p" / "a.yaml").read_bytes()


@pytest.mark.parametrize("command", COMMANDS)
def test_a_folder_that_may_not_be_written_in(
    folder: Path, command: str, crosp_without_rights: Callable[..., Any]
) -> None:
    before = contents(folder)
    (folder / "p").chmod(0o500)
    try:
        told = crosp_without_rights(*COMMANDS[command], "--lang", "en", cwd=folder)
    finally:
        (folder / "p").chmod(0o700)
    assert told.status == 2
    assert told.err.splitlines()[-1].endswith("cannot be written: Permission denied.")
    assert told.err.count("crosp: ") == 1
    assert contents(folder) == before


def test_of_two_who_bring_in_at_once_neither_loses_anything(folder: Path) -> None:
    (folder / "in" / "other.yaml").write_text(answers("Två", "funding"), "utf-8")
    both = [
        started(folder, "import", f"in/{name}.yaml", "--into", "p/a.yaml", "--yes") for name in ("answers", "other")
    ]
    told = [one.communicate(timeout=60) for one in both]
    text = (folder / "p" / "a.yaml").read_text("utf-8")
    for one, (_out, err), said in zip(both, told, ("analysis: Ett", "analysis: Två"), strict=True):
        assert one.returncode in (0, 2)
        if one.returncode == 0:
            assert said in text
        elif "import1" in err:
            assert said in (folder / "p" / "a.yaml.import1").read_text("utf-8")
        else:
            assert "is being written by another command" in err or "was changed meanwhile and is left as it is" in err
    assert any(one.returncode == 0 for one in both)


def test_of_two_who_collect_at_once_each_response_counts_once(folder: Path, crosp: Callable[..., Any]) -> None:
    both = [started(folder, *COMMANDS["collect"]) for _ in range(2)]
    for one in both:
        one.communicate(timeout=60)
        assert one.returncode in (0, 2)
    crosp(*COMMANDS["collect"], cwd=folder)
    assert "teachers: {2: 6}" in (folder / "p" / "a.yaml").read_text("utf-8")
