"""What crosp made and nobody has changed is replaced by a newer one; all else is left as it is."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Crosp = Callable[..., Any]

CELLS = """\
shared-direction:
  governance:
    current_state: {reflection: WORDS, rating: 1, evidence: [Notes]}
"""
COMMANDS = {
    "a report": ("render", "a.yaml", "-o", "made.md"),
    "every report": ("render", ".", "--all", "--format", "markdown", "-o", "made"),
    "a form": ("form", "a.yaml", "-o", "made.html"),
    "an answer": ("follow-up", ".", "-o", "made.json"),
}


def _answer(folder: Any, words: str) -> None:
    measure = f"    measures: [{{id: one, what: {words}, responsible: principal, due: 2026-10-20}}]\n"
    folder.assessment("a.yaml", CELLS.replace("WORDS", words) + measure)


def _made(folder: Any) -> dict[str, str]:
    below = (one for one in folder.path.rglob("*") if one.is_file())
    found = {str(one.relative_to(folder.path)): one for one in below}
    return {name: one.read_text("utf-8") for name, one in sorted(found.items()) if name.startswith("made")}


@pytest.mark.parametrize("arguments", COMMANDS.values(), ids=COMMANDS)
def test_what_nobody_has_changed_becomes_new(folder: Any, crosp: Crosp, arguments: tuple[str, ...]) -> None:
    folder.project()
    _answer(folder, "Old words")
    assert crosp(*arguments, cwd=folder.path).status == 0
    before = _made(folder)
    _answer(folder, "New words")
    assert crosp(*arguments, cwd=folder.path).status == 0
    assert _made(folder).keys() == before.keys()
    assert _made(folder) != before
    changed = next(iter(before))
    (folder.path / changed).write_text(f"{_made(folder)[changed]}\nmine", "utf-8")
    after = _made(folder)
    _answer(folder, "Old words")
    result = crosp(*arguments, cwd=folder.path)
    assert result.status == 2
    assert "--force" in result.err
    assert _made(folder) == after


def test_a_copy_elsewhere_is_somebodys_own(folder: Any, crosp: Crosp) -> None:
    folder.project()
    _answer(folder, "Old words")
    assert crosp("render", "a.yaml", "-o", "made.md", cwd=folder.path).status == 0
    (folder.path / "copy.md").write_bytes((folder.path / "made.md").read_bytes())
    _answer(folder, "New words")
    assert crosp("render", "a.yaml", "-o", "copy.md", cwd=folder.path).status == 2


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
@pytest.mark.parametrize("kind", ["nothing", "relative", "file", "link", "folder"])
def test_without_a_memory_every_file_is_somebodys_own(folder: Any, crosp: Crosp, kind: str) -> None:
    folder.project()
    state = folder.path / "state"
    if kind == "file":
        state.write_text("mine")
    if kind in ("link", "folder"):
        (state / "crosp").mkdir(parents=True)
        (folder.path / "elsewhere").write_text("mine")
    if kind == "link":
        (state / "crosp" / "made").symlink_to(folder.path / "elsewhere")
    if kind == "folder":
        (state / "crosp" / "made").mkdir()
    named = "" if kind == "nothing" else "state" if kind == "relative" else str(state)
    for words, status in (("Old words", 0), ("New words", 2)):
        _answer(folder, words)
        result = crosp(
            "render", "a.yaml", "-o", "made.md", cwd=folder.path, env={"XDG_STATE_HOME": named, "HOME": named}
        )
        assert result.status == status
    if kind == "link":
        assert (folder.path / "elsewhere").read_text() == "mine"


def test_only_checksums_are_kept_and_not_without_end(folder: Any, crosp: Crosp) -> None:
    folder.project()
    state = Path(folder.path / "state")
    memory = state / "crosp" / "made"
    state.mkdir()
    _answer(folder, "Old words")
    once = ("render", "a.yaml", "-o", "made.md")
    for _again in range(2):
        assert crosp(*once, cwd=folder.path, env={"XDG_STATE_HOME": str(state)}).status == 0
    kept = memory.read_text("ascii")
    assert (len(kept), len(kept.splitlines())) == (65, 1)
    assert set(kept) <= set("0123456789abcdef\n")
    memory.write_text("".join(f"{number:064x}\n" for number in range(10_000)) + kept)
    _answer(folder, "New words")
    assert crosp(*once, cwd=folder.path, env={"XDG_STATE_HOME": str(state)}).status == 0
    lines = memory.read_text("ascii").splitlines(keepends=True)
    assert len(lines) == 5_002
    assert lines[0] == f"{5_000:064x}\n"
    assert lines[-2] == kept
    assert os.listdir(memory.parent) == ["made"]  # noqa: PTH208 -- with what begins with a dot
