"""Opening what people point at without harm, and writing files whole or not at all."""

import os
import socket
import stat
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosp_cli.files import Left, LeftError, Refusal, RefusedError, folder, read_bytes, reading, ready, write_whole
from crosp_cli.files.temporary import temporary_name
from crosp_cli.limits import FILE_BYTES

AsNobody = Callable[[], AbstractContextManager[None]]


def why_not(path: Path, within: Path | None = None) -> Refusal:
    with pytest.raises(RefusedError) as error:
        read_bytes(path, within=within)
    return error.value.why


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# --- reading --------------------------------------------------------------------------------------------------


@given(st.binary())
def test_what_was_written_is_read(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.yaml")
        write_whole(path, data)
        assert read_bytes(path) == data
        assert names(Path(folder)) == ["a.yaml"]


@pytest.mark.skipif(not os.path.exists("/proc/version"), reason="Linux has such files")  # noqa: PTH110
def test_a_file_that_is_longer_than_it_was_is_read_to_its_end() -> None:
    path = Path("/proc/version")
    assert path.stat().st_size == 0
    assert read_bytes(path) == path.read_bytes() != b""


@pytest.mark.skipif(not os.path.exists("/proc/version"), reason="Linux has such files")  # noqa: PTH110
@pytest.mark.parametrize("limit", [0, 10])
def test_a_file_that_has_become_too_large_meanwhile_is_not_read(limit: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "FILE_BYTES", limit)
    assert why_not(Path("/proc/version")) is Refusal.TOO_LARGE


def test_no_more_is_read_of_what_grows_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_bytes(b"ab")
    read = []

    def more(_file: int, _most: int) -> bytes:
        read.append(b"ab")
        return b"ab" if len(read) < 10 else b""

    monkeypatch.setattr(reading, "FILE_BYTES", 5)
    monkeypatch.setattr(os, "read", more)
    assert why_not(tmp_path / "a.yaml") is Refusal.TOO_LARGE
    assert len(read) == 3


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="Linux tells which files are open")  # noqa: PTH112
def test_nothing_stays_open_that_was_opened_on_the_way(tmp_path: Path) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "out").symlink_to("a")
    before = len(os.listdir("/proc/self/fd"))  # noqa: PTH208
    for _ in range(5):
        (tmp_path / "a/b" / temporary_name("c.yaml")).write_bytes(b"left behind")
        write_whole(tmp_path / "a/b/c.yaml", b"x", within=tmp_path, overwrite=True)
        read_bytes(tmp_path / "a/b/c.yaml", within=tmp_path)
        with pytest.raises(OSError, match=r"out"):
            write_whole(tmp_path / "out/b/c.yaml", b"x", within=tmp_path)
        assert why_not(tmp_path) is Refusal.NOT_A_FILE
    assert len(os.listdir("/proc/self/fd")) == before  # noqa: PTH208


def test_a_missing_file_is_missing(tmp_path: Path) -> None:
    assert why_not(tmp_path / "a.yaml") is Refusal.MISSING
    assert why_not(tmp_path / "a" / "b.yaml") is Refusal.MISSING


def test_a_path_through_a_file_is_missing(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    assert why_not(tmp_path / "a" / "b.yaml") is Refusal.MISSING
    assert why_not(tmp_path / "a" / "b.yaml", within=tmp_path) is Refusal.MISSING


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert why_not(tmp_path) is Refusal.NOT_A_FILE


@pytest.mark.parametrize("device", ["/dev/null", "/dev/zero", "/dev/tty"])
def test_a_device_is_no_file(device: str) -> None:
    assert why_not(Path(device)) is Refusal.NOT_A_FILE


def test_a_pipe_is_no_file_and_nobody_waits_for_it(tmp_path: Path) -> None:
    pipe = tmp_path / "a.yaml"
    os.mkfifo(pipe)
    script = """if True:
        import sys
        from pathlib import Path
        from crosp_cli.files import RefusedError, read_bytes
        try:
            read_bytes(Path(sys.argv[1]), within=Path(sys.argv[1]).parent)
        except RefusedError as error:
            print(error)
    """
    done = subprocess.run([sys.executable, "-c", script, pipe], capture_output=True, text=True, timeout=20, check=True)
    assert done.stdout == "NOT_A_FILE\n"


def test_a_pipe_that_somebody_writes_to_is_no_file_either(tmp_path: Path) -> None:
    pipe = tmp_path / "a.yaml"
    os.mkfifo(pipe)
    end = os.open(pipe, os.O_RDWR | os.O_NONBLOCK)
    try:
        os.write(end, b"a: b\n")
        assert why_not(pipe) is Refusal.NOT_A_FILE
    finally:
        os.close(end)


def test_a_socket_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket has room for about a hundred letters
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("a.yaml")
        assert why_not(Path("a.yaml")) is Refusal.NOT_A_FILE


def test_links_in_a_circle_are_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to("b.yaml")
    (tmp_path / "b.yaml").symlink_to("a.yaml")
    (tmp_path / "c.yaml").symlink_to("c.yaml")
    for name in ("a.yaml", "c.yaml"):
        assert why_not(tmp_path / name) is Refusal.NOT_A_FILE
        assert why_not(tmp_path / name, within=tmp_path) is Refusal.NOT_A_FILE


def test_a_link_to_nothing_is_missing(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to("b.yaml")
    assert why_not(tmp_path / "a.yaml") is Refusal.MISSING
    assert why_not(tmp_path / "a.yaml", within=tmp_path) is Refusal.MISSING


@pytest.mark.parametrize("target", ["../outside.yaml", "{top}/outside.yaml", "inner/../../outside.yaml"])
def test_a_link_that_leaves_the_folder_is_not_followed(tmp_path: Path, target: str) -> None:
    folder = tmp_path / "folder"
    (folder / "inner").mkdir(parents=True)
    (tmp_path / "outside.yaml").write_bytes(b"secret")
    (folder / "a.yaml").symlink_to(target.format(top=tmp_path))
    assert why_not(folder / "a.yaml", within=folder) is Refusal.LEAVES_FOLDER
    assert read_bytes(folder / "a.yaml") == b"secret"


def test_a_linked_folder_that_leaves_the_folder_is_not_followed(tmp_path: Path) -> None:
    folder, outside = tmp_path / "folder", tmp_path / "outside"
    folder.mkdir()
    outside.mkdir()
    (outside / "a.yaml").write_bytes(b"secret")
    (folder / "inner").symlink_to("../outside")
    assert why_not(folder / "inner" / "a.yaml", within=folder) is Refusal.LEAVES_FOLDER


def test_a_link_through_links_is_judged_by_where_it_ends(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (tmp_path / "back").symlink_to("folder")
    (folder / "b.yaml").write_bytes(b"b")
    (folder / "a.yaml").symlink_to("../back/b.yaml")
    assert read_bytes(folder / "a.yaml", within=folder) == b"b"


def test_a_link_inside_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "b.yaml").write_bytes(b"b")
    (tmp_path / "inner" / "a.yaml").symlink_to("../b.yaml")
    assert read_bytes(tmp_path / "inner" / "a.yaml", within=tmp_path) == b"b"


def test_a_folder_that_is_itself_a_link_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.yaml").write_bytes(b"a")
    (tmp_path / "link").symlink_to("real")
    assert read_bytes(tmp_path / "link" / "a.yaml", within=tmp_path / "link") == b"a"


def test_a_file_as_large_as_allowed_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"")
    os.truncate(path, FILE_BYTES)
    assert len(read_bytes(path)) == FILE_BYTES
    os.truncate(path, FILE_BYTES + 1)
    assert why_not(path) is Refusal.TOO_LARGE


def test_a_huge_file_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"")
    os.truncate(path, 1 << 40)
    assert why_not(path) is Refusal.TOO_LARGE


@pytest.mark.parametrize("name", ["a\0b.yaml", "a" * 300 + ".yaml", "å" * 200])
def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path, name: str) -> None:
    assert why_not(tmp_path / name) is Refusal.UNREADABLE
    assert why_not(tmp_path / name, within=tmp_path) is Refusal.UNREADABLE


def test_a_file_that_may_not_be_read_is_unreadable(open_folder: Path, as_nobody: AsNobody) -> None:
    path = open_folder / "a.yaml"
    path.write_bytes(b"secret")
    path.chmod(0)
    with as_nobody():
        assert why_not(path) is Refusal.UNREADABLE


def test_a_file_in_a_folder_that_may_not_be_entered_is_unreadable(open_folder: Path, as_nobody: AsNobody) -> None:
    (open_folder / "inner").mkdir()
    (open_folder / "inner" / "a.yaml").write_bytes(b"secret")
    (open_folder / "link.yaml").symlink_to("inner/a.yaml")
    (open_folder / "inner").chmod(0)
    with as_nobody():
        assert why_not(open_folder / "inner" / "a.yaml") is Refusal.UNREADABLE
        assert why_not(open_folder / "link.yaml", within=open_folder) is Refusal.UNREADABLE


def test_a_refusal_tells_nothing_of_the_content(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "secret.yaml").write_bytes(b"secret")
    (tmp_path / "folder" / "a.yaml").symlink_to("../secret.yaml")
    with pytest.raises(RefusedError) as error:
        read_bytes(tmp_path / "folder" / "a.yaml", within=tmp_path / "folder")
    assert str(error.value) == "LEAVES_FOLDER"
    assert error.value.__cause__ is None


def test_a_path_that_does_not_lie_in_the_folder_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "beside.yaml").write_bytes(b"secret")
    for path in (tmp_path / "beside.yaml", tmp_path / "folder" / ".." / "beside.yaml"):
        assert why_not(path, within=tmp_path / "folder") is Refusal.LEAVES_FOLDER
    assert read_bytes(tmp_path / "beside.yaml", within=tmp_path) == b"secret"


@pytest.mark.skipif(not os.path.exists("/proc/self/mem"), reason="nothing here that opens and cannot be read")  # noqa: PTH110
def test_a_file_that_opens_and_then_cannot_be_read_is_unreadable() -> None:
    assert why_not(Path("/proc/self/mem")) is Refusal.UNREADABLE  # an ordinary file; its first byte is never there


# --- writing --------------------------------------------------------------------------------------------------


def test_an_existing_file_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    with pytest.raises(FileExistsError):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.yaml"]


def test_an_existing_file_is_overwritten_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"new, and more")
    write_whole(path, b"new", overwrite=True)
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["a.yaml"]


def test_overwriting_what_is_not_there_makes_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.yaml", b"new", overwrite=True)
    assert (tmp_path / "a.yaml").read_bytes() == b"new"


@pytest.mark.parametrize("permissions", [0o600, 0o640, 0o444, 0o755])
def test_an_overwritten_file_keeps_its_permissions(tmp_path: Path, permissions: int) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(permissions)
    write_whole(path, b"new", overwrite=True)
    assert (path.read_bytes(), mode(path)) == (b"new", permissions)


@pytest.mark.parametrize("mask", [0o022, 0o027, 0o077])
def test_a_new_file_gets_the_permissions_that_new_files_get(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        write_whole(tmp_path / "a.yaml", b"")
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
    assert mode(tmp_path / "a.yaml") == 0o666 & ~mask


def test_a_link_that_leads_nowhere_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to("b.yaml")
    with pytest.raises(FileExistsError):
        write_whole(tmp_path / "a.yaml", b"new")
    assert names(tmp_path) == ["a.yaml"]


@pytest.mark.parametrize("target", ["b.yaml", "../outside.yaml", "gone/b.yaml", "a.yaml", "folder"])
def test_overwriting_a_link_replaces_the_link(tmp_path: Path, target: str) -> None:
    (tmp_path / "home" / "folder").mkdir(parents=True)
    for other in ("outside.yaml", "home/b.yaml"):
        (tmp_path / other).write_bytes(b"old")
    path = tmp_path / "home" / "a.yaml"
    path.symlink_to(target)
    assert write_whole(path, b"new", overwrite=True)
    assert not path.is_symlink()
    assert mode(path) & 0o111 == 0  # a link's own permissions are none
    assert (path.read_bytes(), (tmp_path / "home" / "b.yaml").read_bytes()) == (b"new", b"old")
    assert (tmp_path / "outside.yaml").read_bytes() == b"old"
    assert names(tmp_path / "home") == ["a.yaml", "b.yaml", "folder"]
    assert names(tmp_path / "home" / "folder") == []


@pytest.mark.parametrize("overwrite", [True, False])
def test_a_folder_is_never_written_over(tmp_path: Path, *, overwrite: bool) -> None:
    (tmp_path / "a.yaml").mkdir()
    with pytest.raises(IsADirectoryError):
        write_whole(tmp_path / "a.yaml", b"new", overwrite=overwrite)
    assert names(tmp_path) == ["a.yaml"]


@pytest.mark.parametrize("overwrite", [True, False])
def test_a_missing_folder_is_not_made(tmp_path: Path, *, overwrite: bool) -> None:
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "a" / "b.yaml", b"new", overwrite=overwrite)
    assert names(tmp_path) == []


@pytest.mark.parametrize("name", ["a" * 255, "å" * 127, ".hidden", "two words", "-"])
def test_any_name_that_a_file_can_have_will_do(tmp_path: Path, name: str) -> None:
    write_whole(tmp_path / name, b"new")
    write_whole(tmp_path / name, b"newer", overwrite=True)
    assert (tmp_path / name).read_bytes() == b"newer"
    assert names(tmp_path) == [name]


def test_of_many_who_make_one_file_at_once_one_succeeds(tmp_path: Path) -> None:
    def make(number: int) -> int | None:
        try:
            write_whole(tmp_path / "a.yaml", str(number).encode() * 1000)
        except FileExistsError:
            return None
        return number

    with ThreadPoolExecutor(8) as pool:
        made = [number for number in pool.map(make, range(1, 9)) if number is not None]
    assert len(made) == 1
    assert (tmp_path / "a.yaml").read_bytes() == str(made[0]).encode() * 1000
    assert names(tmp_path) == ["a.yaml"]


WRITE = """if True:
    import sys
    from pathlib import Path
    from crosp_cli.files import write_whole
    try:
        write_whole(Path(sys.argv[1]), b"x" * 1_000_000, overwrite="overwrite" in sys.argv)
    except OSError as error:
        print(type(error).__name__)
"""


def on_a_full_disk(path: Path, *more: str) -> str:
    """Write a megabyte where no file may become larger than a few kilobytes; return what came of it."""
    command = ["sh", "-c", 'ulimit -f 8 && exec "$@"', "sh", sys.executable, "-B", "-c", WRITE, str(path), *more]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout.strip()


def test_a_full_disk_leaves_the_old_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    assert on_a_full_disk(path, "overwrite") == "OSError"
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.yaml"]


def test_a_full_disk_leaves_no_half_of_a_new_file(tmp_path: Path) -> None:
    assert on_a_full_disk(tmp_path / "a.yaml") == "OSError"
    assert names(tmp_path) == []


@pytest.mark.parametrize("overwrite", [True, False])
def test_a_broken_disk_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, overwrite: bool
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    (tmp_path / "a.yaml").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="Input/output"):
        write_whole(tmp_path / "a.yaml", b"new", overwrite=overwrite)
    monkeypatch.undo()
    assert (tmp_path / "a.yaml").read_bytes() == b"old"
    assert names(tmp_path) == ["a.yaml"]


def test_a_file_is_written_where_permissions_cannot_be_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    (tmp_path / "a.yaml").write_bytes(b"old")
    (tmp_path / "a.yaml").chmod(0o666)
    (tmp_path / "private.yaml").write_bytes(b"old")
    (tmp_path / "private.yaml").chmod(0o600)
    for call in ("chmod", "fchmod"):
        monkeypatch.setattr(os, call, fail)
    for name in ("a.yaml", "b.yaml", "private.yaml"):
        assert write_whole(tmp_path / name, b"new", overwrite=name != "b.yaml")
    monkeypatch.undo()
    assert [(tmp_path / name).read_bytes() for name in names(tmp_path)] == [b"new"] * 3
    assert mode(tmp_path / "private.yaml") == 0o600


def test_permissions_are_kept_where_only_a_name_can_be_given_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.chmod

    def by_name(path: str, permissions: int) -> None:
        real(os.fspath(path), permissions)

    (tmp_path / "a.yaml").write_bytes(b"old")
    (tmp_path / "a.yaml").chmod(0o660)
    monkeypatch.setattr(os, "supports_dir_fd", set())
    monkeypatch.setattr(os, "chmod", by_name)
    write_whole(tmp_path / "a.yaml", b"new", overwrite=True)
    assert ((tmp_path / "a.yaml").read_bytes(), mode(tmp_path / "a.yaml")) == (b"new", 0o660)


@pytest.mark.skipif(not folder.knows_open_folders(), reason="the system opens no files in an open folder")
def test_a_folder_that_becomes_a_link_meanwhile_is_not_written_through(tmp_path: Path) -> None:
    for name in ("inner", "outside"):
        (tmp_path / name).mkdir()
    with ready(tmp_path / "inner" / "a.yaml", b"new", within=tmp_path) as put:
        (tmp_path / "inner").rename(tmp_path / "moved")
        (tmp_path / "inner").symlink_to("outside")
        assert put()
    assert (names(tmp_path / "moved"), names(tmp_path / "outside")) == (["a.yaml"], [])


def test_what_leads_on_as_a_link_does_is_a_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "junction").mkdir()
    (tmp_path / "linked").symlink_to("junction")
    monkeypatch.setattr(os, "supports_dir_fd", set())
    monkeypatch.setattr(os.path, "isjunction", lambda path: path.endswith("junction"), raising=False)
    for name in ("junction", "linked"):
        with pytest.raises(LeftError) as error:
            write_whole(tmp_path / name / "a.yaml", b"new", within=tmp_path)
        assert error.value.why is Left.LINK
    assert names(tmp_path / "junction") == []


def test_a_folder_that_may_not_be_written_to_is_left_alone(open_folder: Path, as_nobody: AsNobody) -> None:
    (open_folder / "a.yaml").write_bytes(b"old")
    open_folder.chmod(0o555)
    with as_nobody():
        for overwrite in (True, False):
            with pytest.raises(PermissionError):
                write_whole(open_folder / "a.yaml", b"new", overwrite=overwrite)
    assert (open_folder / "a.yaml").read_bytes() == b"old"
    assert names(open_folder) == ["a.yaml"]


@pytest.fixture
def no_hard_links(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system that has none, such as FAT on a memory stick."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)


@pytest.mark.usefixtures("no_hard_links")
def test_a_file_is_made_where_there_are_no_hard_links(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.yaml", b"new")
    assert (tmp_path / "a.yaml").read_bytes() == b"new"
    assert names(tmp_path) == ["a.yaml"]


@pytest.mark.usefixtures("no_hard_links")
def test_nothing_is_overwritten_where_there_are_no_hard_links(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"old")
    (tmp_path / "b.yaml").symlink_to("c.yaml")
    for name in ("a.yaml", "b.yaml"):
        with pytest.raises(FileExistsError):
            write_whole(tmp_path / name, b"new")
    with ready(tmp_path / "new.yaml", b"new") as put:
        (tmp_path / "new.yaml").write_bytes(b"old")
        with pytest.raises(FileExistsError):
            put()
    assert (tmp_path / "new.yaml").read_bytes() == (tmp_path / "a.yaml").read_bytes() == b"old"
    assert names(tmp_path) == ["a.yaml", "b.yaml", "new.yaml"]
