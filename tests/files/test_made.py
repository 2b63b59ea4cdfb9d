"""What crosp remembers to have made: which file, with which content, and no more than so much."""

import sys
from pathlib import Path

import pytest

from crosp_cli.files import made


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder where programs keep such things, for this test alone."""
    (tmp_path / "state").mkdir()
    monkeypatch.setenv("LOCALAPPDATA" if sys.platform == "win32" else "XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file that crosp has made, and remembers."""
    (tmp_path / "a.md").write_bytes(b"made")
    made.remember(tmp_path / "a.md", b"made")
    return tmp_path / "a.md"


def test_what_was_made_here_is_known(path: Path) -> None:
    assert made.unchanged(path) == b"made"


def test_only_that_file_with_that_content(path: Path, tmp_path: Path) -> None:
    (tmp_path / "b.md").write_bytes(b"made")
    assert made.unchanged(tmp_path / "b.md") is None
    assert made.unchanged(tmp_path / "nothing.md") is None
    path.write_bytes(b"made, and edited")
    assert made.unchanged(path) is None


def test_a_path_and_a_content_are_kept_apart(path: Path) -> None:
    path.with_name("a.m").write_bytes(b"dmade")
    assert made.unchanged(path.with_name("a.m")) is None


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_to_it_is_somebodys_own(path: Path, tmp_path: Path) -> None:
    path.rename(tmp_path / "b.md")
    path.symlink_to("b.md")
    assert made.unchanged(path) is None


def test_it_is_noted_once(path: Path, state: Path) -> None:
    made.remember(path, b"made")
    assert len((state / "crosp" / "made").read_bytes()) == 65
    made.remember(path, b"other")
    assert len((state / "crosp" / "made").read_bytes()) == 2 * 65
    assert made.unchanged(path) == b"made"


@pytest.mark.parametrize(("before", "after"), [(9_999, 10_000), (10_000, 5_001), (10_001, 5_002)])
def test_the_older_half_is_forgotten(state: Path, path: Path, before: int, after: int) -> None:
    lines = [b"%064x\n" % number for number in range(before)]
    (state / "crosp" / "made").write_bytes(b"".join(lines))
    made.remember(path, b"made")
    kept = (state / "crosp" / "made").read_bytes().splitlines(keepends=True)
    assert kept[:-1] == lines[before - after + 1 :]
    assert made.unchanged(path) == b"made"


@pytest.mark.parametrize("own", ["", "relative", None])
def test_without_a_folder_of_its_own_it_is_kept_below_the_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own: str | None
) -> None:
    name = "LOCALAPPDATA" if sys.platform == "win32" else "XDG_STATE_HOME"
    monkeypatch.delenv(name)
    if own is not None:
        monkeypatch.setenv(name, own)
    monkeypatch.setenv("HOME", str(tmp_path))
    made.remember(tmp_path / "a.md", b"made")
    assert len((tmp_path / ".local" / "state" / "crosp" / "made").read_bytes()) == 65


def test_its_folder_is_made_where_it_is_not_there_yet(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOCALAPPDATA" if sys.platform == "win32" else "XDG_STATE_HOME", str(tmp_path / "new" / "state"))
    made.remember(path, b"made")
    assert made.unchanged(path) == b"made"


def test_nothing_is_made_on_a_way_that_leads_back_from_where_nothing_is(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "LOCALAPPDATA" if sys.platform == "win32" else "XDG_STATE_HOME"
    monkeypatch.setenv(name, f"{path.parent}/gone/../new")
    before = sorted(path.parent.iterdir())
    made.remember(path, b"made")
    assert made.unchanged(path) is None
    assert sorted(path.parent.iterdir()) == before


def test_with_a_folder_that_cannot_even_be_looked_for_nothing_is_known(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LOCALAPPDATA", "XDG_STATE_HOME", "HOME"):
        monkeypatch.setenv(name, f"{path.parent}/{'n' * 300}")
    made.remember(path, b"made")
    assert made.unchanged(path) is None


def test_with_no_folder_at_all_nothing_is_known(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LOCALAPPDATA", "XDG_STATE_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    made.remember(path, b"made")
    assert made.unchanged(path) is None


def test_on_windows_it_lies_with_what_programs_keep_there(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(path.parent))
    made.remember(path, b"made")
    assert len((path.parent / "crosp" / "made").read_bytes()) == 65
