"""Writing against somebody who plants links, changes files meanwhile, holds locks and leaves things behind."""

import contextlib
import ctypes
import fcntl
import os
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

from crosp_cli.files import Left, LeftError, append, folder, make_folders, place, ready, write_whole
from crosp_cli.files.temporary import temporary_name

OPEN = Path("/proc/self/fd")
"""Which files this process has open, on Linux."""


@pytest.fixture(autouse=True)
def closed(tmp_path: Path) -> Iterator[None]:
    """Whatever was opened is closed again."""
    before = len(list(OPEN.glob("*")))
    yield
    assert len(list(OPEN.glob("*"))) == before


@pytest.fixture(params=["open folders", "names"], autouse=True)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways to reach a folder: through open ones, and by looking at each, as on Windows."""
    if request.param == "names":
        monkeypatch.setattr(os, "supports_dir_fd", set())


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A project's folder, with a folder outside it that holds something."""
    (tmp_path / "home" / "inner").mkdir(parents=True)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "a.yaml").write_bytes(b"theirs")
    return tmp_path / "home"


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> list[Callable[[], object]]:
    """What somebody else does just before crosp locks a file: the first before the first lock, and so on."""
    real, to_do = fcntl.flock, list[Callable[[], object]]()

    def flock(file: int, how: int) -> None:
        if to_do:
            to_do.pop(0)()
        real(file, how)

    monkeypatch.setattr(fcntl, "flock", flock)
    return to_do


def locked(path: Path) -> BinaryIO:
    file = path.open("wb")
    fcntl.flock(file, fcntl.LOCK_EX)
    return file


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
    for in_the_way in (home / "file", home / "file" / "b"):
        with pytest.raises(NotADirectoryError):
            make_folders(in_the_way, within=home)
    with pytest.raises(FileNotFoundError):
        make_folders(home / "gone" / "b", within=home / "gone")


def test_no_folder_is_made_by_writing_a_file(home: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_whole(home / "gone" / "a.yaml", b"new", within=home)
    assert names(home) == ["inner"]


def test_what_lies_on_another_drive_lies_outside(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def other_drive(*_: object) -> str:
        raise ValueError

    monkeypatch.setattr(os.path, "relpath", other_drive)
    assert why_left(home / "inner" / "a.yaml", within=home) is Left.LINK
    assert place(home / "inner" / "a.yaml") == home / "inner"
    assert folder.steps(home / "inner", home) == []


def test_what_a_person_names_is_left_only_outside_the_current_folder(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home)
    assert place(Path("a.html")) == place(Path("inner/a.html")) == place(home / "inner" / "a.html") == Path()
    assert place(Path("../outside/a.html")) == place(Path("../outside/new/deep/a.html")) == Path("../outside")
    assert place(home.parent / "outside" / "a.html") == home.parent / "outside"


def test_only_what_was_read_is_replaced(home: Path) -> None:
    path = home / "a.yaml"
    path.write_bytes(b"read")
    assert write_whole(path, b"new", within=home, instead_of=b"read")
    assert (path.read_bytes(), names(home)) == (b"new", ["a.yaml", "inner"])
    path.write_bytes(b"edit")  # as long as what was read
    assert why_left(path, instead_of=b"read") is Left.CHANGED
    assert path.read_bytes() == b"edit"
    path.unlink()
    assert why_left(path, instead_of=b"read") is Left.CHANGED
    (home / "b.yaml").write_bytes(b"read")
    path.symlink_to("b.yaml")
    assert why_left(path, instead_of=b"read") is Left.LINK
    assert names(home) == ["a.yaml", "b.yaml", "inner"]


def test_what_the_system_does_not_know_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    assert folder.flags("O_NOTHING") == 0
    assert folder.flags("O_APPEND", "O_NOTHING", "O_CREAT") == os.O_APPEND | os.O_CREAT
    needed = {os.open, os.stat, os.mkdir, os.unlink, os.rename, os.link}
    monkeypatch.setattr(os, "supports_dir_fd", needed)
    assert folder.knows_open_folders()
    monkeypatch.setattr(os, "supports_dir_fd", needed - {os.link})
    assert not folder.knows_open_folders()


@pytest.mark.parametrize("system", ["linux", "darwin", "linux without the call"])
def test_files_change_names_in_one_step_where_the_system_can(
    home: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    can = system == "linux" == sys.platform and folder.knows_open_folders()
    monkeypatch.setattr(sys, "platform", system.split()[0])
    if "without" in system:
        monkeypatch.setattr(ctypes, "CDLL", lambda _name: object())
    for name in ("one", "other"):
        (home / name).write_bytes(name.encode())
    with folder.opened(home, home) as here:
        assert here.exchange("one", "other") is can
        assert not here.exchange("one", "nothing")
    assert (home / "one").read_bytes() == (b"other" if can else b"one")


def test_what_is_open_is_neither_locked_nor_renamed_on_windows(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.delattr(fcntl, "flock")
    before = len(list(OPEN.glob("*")))
    with ready(home / "a.yaml", b"new", within=home) as put:
        in_the_way = len(list(OPEN.glob("*"))) - before
        assert in_the_way <= folder.knows_open_folders()  # the folder itself
        assert put()
    assert (home / "a.yaml").read_bytes() == b"new"


def test_what_changes_at_the_last_moment_is_left_too(home: Path) -> None:
    path = home / "a.yaml"
    with ready(path, b"new") as put:
        path.write_bytes(b"theirs")
        with pytest.raises(LeftError) as error:
            put()
    assert error.value.why is Left.EXISTS
    with ready(path, b"new", instead_of=b"theirs") as put:
        path.write_bytes(b"edited")
        with pytest.raises(LeftError) as error:
            put()
    assert error.value.why is Left.CHANGED
    assert (path.read_bytes(), names(home)) == (b"edited", ["a.yaml", "inner"])


@pytest.mark.parametrize("renames", [False, True])
@pytest.mark.parametrize("times", [1, 2])
def test_what_is_saved_between_comparing_and_replacing_is_kept(
    home: Path, monkeypatch: pytest.MonkeyPatch, times: int, *, renames: bool
) -> None:
    path = home / "a.yaml"
    path.write_bytes(b"read")
    exchange, to_save = folder.Folder.exchange, [b"edited", b"edited again"][:times]

    def saved_first(at: folder.Folder, one: str, other: str) -> bool:
        if to_save:
            saved = home / "saved" if renames else path
            saved.write_bytes(to_save.pop(0))
            saved.replace(path)
        return exchange(at, one, other)

    monkeypatch.setattr(folder.Folder, "exchange", saved_first)
    for _ in range(2):
        with pytest.raises(LeftError):
            write_whole(path, b"new", instead_of=b"read")
    last = b"edited again" if times == 2 and folder.knows_open_folders() else b"edited"
    assert (path.read_bytes(), names(home)) == (last, ["a.yaml", "inner"])


def test_what_is_removed_at_the_last_moment_is_not_made_again(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = home / "a.yaml"
    path.write_bytes(b"read")
    exchange = folder.Folder.exchange

    def removed_first(at: folder.Folder, one: str, other: str) -> bool:
        path.unlink()
        return exchange(at, one, other)

    monkeypatch.setattr(folder.Folder, "exchange", removed_first)
    with pytest.raises(LeftError):
        write_whole(path, b"new", instead_of=b"read")
    assert names(home) == ["inner"]


def test_no_more_is_read_of_what_lies_beside_than_crosp_reads(home: Path) -> None:
    path, beside = home / "a.yaml", home / temporary_name("a.yaml")
    path.write_bytes(b"read")
    os.utime(path, (978_307_200, 978_307_200))
    with beside.open("wb") as file:
        file.truncate(1 << 42)
    with pytest.raises(LeftError):
        write_whole(path, b"new", instead_of=b"read")


@pytest.mark.parametrize(("expected", "why"), [(None, Left.EXISTS), (b"other", Left.CHANGED)])
def test_what_stands_in_the_way_is_told_before_anything_is_written(
    home: Path, expected: bytes | None, why: Left
) -> None:
    (home / "a.yaml").write_bytes(b"theirs")
    with pytest.raises(LeftError) as error, ready(home / "a.yaml", b"new", instead_of=expected):
        pytest.fail("ready to write")
    assert error.value.why is why


@pytest.mark.parametrize("name", ["", "..", "inner"])
def test_a_folder_is_named_as_what_is_in_the_way(home: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home)
    with pytest.raises(IsADirectoryError) as error:
        write_whole(Path(name), b"new", overwrite=True)
    assert error.value.filename == (name or ".")
    assert names(home) == ["inner"]


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="nothing here that opens and cannot be read")
def test_what_cannot_be_read_does_not_have_the_content() -> None:
    with pytest.raises(OSError, match=r"\[Errno"):
        write_whole(Path("/proc/self/mem"), b"new")


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
    with locked(beside):
        assert why_left(home / "a.yaml", overwrite=True) is Left.BUSY
        assert names(home) == [beside.name, "inner"]
    assert write_whole(home / "a.yaml", b"new")
    assert names(home) == ["a.yaml", "inner"]


def test_whoever_is_always_one_step_behind_leaves_it_to_the_other(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    beside = home / temporary_name("a.yaml")
    beside.write_bytes(b"theirs")
    monkeypatch.setattr(os, "unlink", lambda *_, **__: None)  # what is removed is there again at once
    assert why_left(home / "a.yaml") is Left.BUSY
    assert names(home) == [beside.name, "inner"]


def test_who_is_about_to_write_is_not_disturbed(home: Path) -> None:
    with ready(home / "a.yaml", b"mine", within=home) as put:
        assert why_left(home / "a.yaml", b"theirs", overwrite=True) is Left.BUSY
        assert (home / temporary_name("a.yaml")).read_bytes() == b"mine"  # all of it, before it gets its name
        assert put()
    assert (home / "a.yaml").read_bytes() == b"mine"


@pytest.mark.parametrize("left", [True, False])
def test_who_locks_the_temporary_file_first_has_it(
    home: Path, meanwhile: list[Callable[[], object]], *, left: bool
) -> None:
    beside, theirs = home / temporary_name("a.yaml"), contextlib.ExitStack()
    if left:
        beside.write_bytes(b"left behind")

    def made_anew() -> None:
        beside.unlink()
        theirs.enter_context(locked(beside))

    meanwhile.append(made_anew if left else lambda: theirs.enter_context(locked(beside)))
    with theirs:
        assert why_left(home / "a.yaml") is Left.BUSY
        assert names(home) == [beside.name, "inner"]


def test_whose_temporary_file_somebody_removes_leaves_it_to_them(
    home: Path, meanwhile: list[Callable[[], object]]
) -> None:
    meanwhile.append((home / temporary_name("a.yaml")).unlink)
    assert why_left(home / "a.yaml") is Left.BUSY
    assert names(home) == ["inner"]


def test_who_comes_next_keeps_the_temporary_file(home: Path) -> None:
    beside = home / temporary_name("a.yaml")
    with ready(home / "a.yaml", b"new", overwrite=True) as put:
        assert put()
        beside.write_bytes(b"theirs")
    assert beside.read_bytes() == b"theirs"


def test_long_names_that_begin_alike_have_their_own_temporary_files() -> None:
    assert temporary_name("a" * 60 + "1") != temporary_name("a" * 60 + "2")
    assert len(os.fsencode(temporary_name("å" * 127))) <= 255


def test_what_somebody_has_begun_is_added_to(home: Path) -> None:
    append(home / "a.md", b"one\n")
    append(home / "a.md", b"two\n")
    assert (home / "a.md").read_bytes() == b"one\ntwo\n"
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE((home / "a.md").stat().st_mode) == 0o644 & ~mask


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
    assert why_left(home / "pipe", b"", overwrite=True) is Left.EXISTS  # a pipe holds nothing, and is not done
    with pytest.raises(LeftError) as error:
        append(home / "pipe", b"more")
    assert error.value.why is Left.EXISTS
    with pytest.raises(IsADirectoryError):
        append(home / "inner", b"more")
    with pytest.raises(FileNotFoundError):
        append(home / "nowhere" / "a.md", b"more")
