"""Writing against somebody who plants links, changes files meanwhile, holds locks and leaves things behind."""

import fcntl
import os
from pathlib import Path

import pytest

from crosp_cli.files import Left, LeftError, append, folder, make_folders, place, write_whole
from crosp_cli.files.temporary import temporary_name


@pytest.fixture(params=["open folders", "names"], autouse=True)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways to reach a folder: through open ones, and by looking at each, as on Windows."""
    monkeypatch.setattr(folder, "BY_DESCRIPTOR", request.param == "open folders")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A project's folder, with a folder outside it that holds something."""
    (tmp_path / "home" / "inner").mkdir(parents=True)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "a.yaml").write_bytes(b"theirs")
    return tmp_path / "home"


def names(path: Path) -> list[str]:
    return sorted(one.name for one in path.iterdir())


def why_left(path: Path, data: bytes = b"new", **how: object) -> Left:
    with pytest.raises(LeftError) as error:
        write_whole(path, data, **how)  # type: ignore[arg-type]
    return error.value.why


@pytest.mark.parametrize("target", ["../outside", "{top}/outside", "inner/../../outside", "inner", ".", "linked"])
@pytest.mark.parametrize("overwrite", [True, False])
def test_a_linked_folder_is_not_written_through(home: Path, target: str, *, overwrite: bool) -> None:
    (home / "linked").symlink_to(target.format(top=home.parent))
    for path in (home / "linked" / "a.yaml", home / "linked" / "deep" / "a.yaml"):
        assert why_left(path, within=home, overwrite=overwrite) is Left.LINK
        with pytest.raises(LeftError):
            make_folders(path.parent, within=home)
    assert names(home) == ["inner", "linked"]
    assert names(home / "inner") == []
    assert names(home.parent / "outside") == ["a.yaml"]
    assert (home.parent / "outside" / "a.yaml").read_bytes() == b"theirs"


def test_the_refusal_names_the_link(home: Path) -> None:
    (home / "inner" / "linked").symlink_to("../../outside")
    with pytest.raises(LeftError) as error:
        write_whole(home / "inner" / "linked" / "a.yaml", b"new", within=home)
    assert error.value.filename == str(home / "inner" / "linked")


@pytest.mark.parametrize("path", ["../outside/b.yaml", "inner/../../outside/b.yaml", "../b.yaml"])
def test_a_path_that_leaves_the_folder_is_not_written(home: Path, path: str) -> None:
    assert why_left(home / path, within=home) is Left.LINK
    assert names(home.parent / "outside") == ["a.yaml"]
    assert names(home.parent) == ["home", "outside"]


def test_the_folder_itself_may_be_a_link(home: Path) -> None:
    link = home.parent / "link"
    link.symlink_to("home")
    make_folders(link / "b" / "c", within=link)
    assert write_whole(link / "b" / "c" / "a.yaml", b"new", within=link)
    assert (home / "b" / "c" / "a.yaml").read_bytes() == b"new"


def test_folders_are_made_where_there_are_none(home: Path) -> None:
    make_folders(home / "inner" / "b" / "c", within=home)
    make_folders(home / "inner" / "b" / "c", within=home)
    make_folders(home, within=home)
    assert (home / "inner" / "b" / "c").is_dir()
    (home / "file").write_bytes(b"")
    with pytest.raises(OSError, match=r"\[Errno"):
        make_folders(home / "file" / "b", within=home)


def test_what_a_person_names_is_left_only_outside_the_current_folder(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home)
    assert place(Path("a.html")) == place(Path("inner/a.html")) == place(home / "inner" / "a.html") == Path()
    assert place(Path("../outside/a.html")) == Path("../outside")
    assert place(home.parent / "outside" / "a.html") == home.parent / "outside"


def test_only_what_was_read_is_replaced(home: Path) -> None:
    path = home / "a.yaml"
    path.write_bytes(b"read")
    assert write_whole(path, b"new", within=home, instead_of=b"read")
    path.write_bytes(b"edit")  # as long as what was read
    assert why_left(path, instead_of=b"read") is Left.CHANGED
    assert path.read_bytes() == b"edit"
    path.unlink()
    assert why_left(path, instead_of=b"read") is Left.CHANGED
    (home / "b.yaml").write_bytes(b"read")
    path.symlink_to("b.yaml")
    assert why_left(path, instead_of=b"read") is Left.LINK
    assert names(home) == ["a.yaml", "b.yaml", "inner"]


@pytest.mark.parametrize("how", [{}, {"overwrite": True}, {"instead_of": b"old"}])
def test_what_has_the_content_is_done(home: Path, how: dict[str, object]) -> None:
    path = home / "a.yaml"
    path.write_bytes(b"new")
    os.utime(path, ns=(1, 1))
    assert not write_whole(path, b"new", within=home, **how)  # type: ignore[arg-type]
    assert path.stat().st_mtime_ns == 1


@pytest.mark.parametrize("left", ["file", "hard link", "link", "link to nothing", "pipe"])
@pytest.mark.parametrize("done", [True, False])
def test_what_a_killed_process_left_is_removed(home: Path, left: str, *, done: bool) -> None:
    path, beside = home / "a.yaml", home / temporary_name("a.yaml")
    (home / "b.yaml").write_bytes(b"mine")
    path.write_bytes(b"new" if done else b"old")
    if left == "file":
        beside.write_bytes(b"ne")
    elif left == "hard link":  # killed between the two steps that make a new file
        os.link(path, beside)
    elif left == "pipe":
        os.mkfifo(beside)
    else:
        beside.symlink_to("b.yaml" if left == "link" else "gone")
    write_whole(path, b"new", within=home, overwrite=True)
    assert names(home) == ["a.yaml", "b.yaml", "inner"]
    assert (path.read_bytes(), (home / "b.yaml").read_bytes()) == (b"new", b"mine")


def test_what_another_process_is_writing_is_left(home: Path) -> None:
    beside = home / temporary_name("a.yaml")
    with beside.open("wb") as theirs:
        fcntl.flock(theirs, fcntl.LOCK_EX)
        assert why_left(home / "a.yaml", overwrite=True) is Left.BUSY
        assert names(home) == [beside.name, "inner"]
    assert write_whole(home / "a.yaml", b"new")
    assert names(home) == ["a.yaml", "inner"]


def test_long_names_that_begin_alike_have_their_own_temporary_files() -> None:
    assert temporary_name("a" * 60 + "1") != temporary_name("a" * 60 + "2")
    assert len(os.fsencode(temporary_name("å" * 127))) <= 255


def test_what_somebody_has_begun_is_added_to(home: Path) -> None:
    append(home / "a.md", b"one\n")
    append(home / "a.md", b"two\n")
    assert (home / "a.md").read_bytes() == b"one\ntwo\n"


@pytest.mark.parametrize(("target", "there"), [("../outside/a.yaml", b"theirs"), ("../outside/new.md", None)])
def test_nothing_is_added_through_a_link(home: Path, target: str, there: bytes | None) -> None:
    (home / "a.md").symlink_to(target)
    with pytest.raises(LeftError) as error:
        append(home / "a.md", b"more")
    assert error.value.why is Left.LINK
    outside = home / target
    assert (outside.read_bytes() if outside.exists() else None) == there


def test_nothing_is_added_to_what_is_no_file(home: Path) -> None:
    os.mkfifo(home / "pipe")
    with pytest.raises(LeftError) as error:
        append(home / "pipe", b"more")
    assert error.value.why is Left.EXISTS
    with pytest.raises(IsADirectoryError):
        append(home / "inner", b"more")
    with pytest.raises(FileNotFoundError):
        append(home / "nowhere" / "a.md", b"more")
