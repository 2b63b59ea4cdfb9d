"""A file that is replaced is open to whom it was open to before, and to nobody else; what is made of it likewise."""

import os
import stat
import struct
from pathlib import Path
from typing import Any

import pytest

from crosp_cli.files import temporary, write_whole
from crosp_cli.files.folder import Folder
from crosp_cli.files.temporary import temporary_name
from crosp_cli.files.writing import Left, LeftError, ready

posix = pytest.mark.skipif(not hasattr(os, "getxattr"), reason="permissions of this kind are Linux's")
_LIST = "system.posix_acl_access"
_ANYBODY = 0xFFFFFFFF
_FURTHER = struct.pack("<I", 2) + b"".join(
    struct.pack("<HHI", tag, may, who)
    for tag, may, who in [(1, 6, _ANYBODY), (2, 6, 4711), (4, 0, _ANYBODY), (0x10, 6, _ANYBODY), (0x20, 0, _ANYBODY)]
)
"""An access list: its owner and one more may read and write, the group nothing."""


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A file that its owner has closed to others."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"before")
    path.chmod(0o600)
    return path


def _other_group() -> int:
    """A group that is not what new files here belong to, and that a file may be given to."""
    groups = {4711} if os.geteuid() == 0 else {*os.getgroups()} - {os.getegid()}
    return next(iter(groups), os.getegid())


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@posix
@pytest.mark.parametrize("how", [{"overwrite": True}, {"instead_of": b"before"}])
def test_a_file_stays_with_its_group(closed: Path, how: Any) -> None:
    os.chown(closed, -1, _other_group())
    closed.chmod(0o660)
    assert write_whole(closed, b"after", **how)
    assert (closed.stat().st_gid, _mode(closed), closed.read_bytes()) == (_other_group(), 0o660, b"after")


@posix
def test_where_its_group_cannot_be_had_it_is_closed_to_the_writers(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.chown(closed, -1, _other_group())
    closed.chmod(0o664)

    def refused(descriptor: int, owner: int, group: int) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "fchown", refused)
    assert write_whole(closed, b"after", instead_of=b"before")
    assert _mode(closed) == (0o600 if _other_group() != os.getegid() else 0o664)


@posix
@pytest.mark.parametrize("may", ["have it", "not have it"])
def test_a_file_keeps_its_access_list(closed: Path, monkeypatch: pytest.MonkeyPatch, may: str) -> None:
    """Its middle bits are the list's mask; without the list, they would be its group's."""
    real, given = os.getxattr, os.setxattr
    taken: dict[str, bytes] = {}

    def getxattr(file: int, name: str) -> bytes:  # as on a disk that has such lists
        assert name == _LIST
        return _FURTHER if os.fstat(file).st_size == len(b"before") else real(file, name)

    def setxattr(file: int, name: str, value: bytes) -> None:
        assert _mode_of(file) == 0o600, "open to the group already"
        if may == "not have it":
            raise PermissionError
        taken[name] = value

    closed.chmod(0o660)
    monkeypatch.setattr(os, "getxattr", getxattr)
    monkeypatch.setattr(os, "setxattr", setxattr)
    assert write_whole(closed, b"afterwards", instead_of=b"before")
    assert taken == ({_LIST: _FURTHER} if may == "have it" else {})
    assert _mode(closed) == 0o600
    monkeypatch.setattr(os, "setxattr", given)


def _mode_of(file: int) -> int:
    return stat.S_IMODE(os.fstat(file).st_mode)


@posix
def test_a_real_access_list_is_kept(closed: Path) -> None:
    try:
        os.setxattr(closed, _LIST, _FURTHER)
    except OSError:  # a disk without
        assert not os.listxattr(closed)
        return
    before = _mode(closed)
    assert write_whole(closed, b"after", instead_of=b"before")
    assert (os.getxattr(closed, _LIST), _mode(closed)) == (_FURTHER, before)


@posix
@pytest.mark.parametrize(
    ("of", "mask", "mode"),
    [
        ([0o644], 0o022, 0o644),
        ([0o600], 0o022, 0o600),
        ([0o400], 0o022, 0o600),
        ([0o664], 0o002, 0o664),
        ([0o664], 0o077, 0o600),
        ([0o40755, 0o644], 0o022, 0o644),
        ([0o40755, 0o644, 0o600], 0o022, 0o600),
        ([0o40700, 0o644], 0o022, 0o600),
        ([0o41777, 0o666], 0o000, 0o644),  # anybody may put a response there
        ([0o40733, 0o666], 0o000, 0o600),  # and not look at the others
        ([0o42770, 0o660], 0o002, 0o640),
        ([0o40711, 0o644], 0o022, 0o600),
        ([], 0o022, 0o644),
        ([None], 0o022, 0o644),
    ],
)
def test_a_new_file_is_open_to_whom_all_that_it_is_made_of_is(
    tmp_path: Path, of: list[int | None], mask: int, mode: int
) -> None:
    like = []
    for number, its in enumerate(of):
        path = tmp_path / str(number)
        like.append(path)
        if its is not None:
            path.mkdir() if stat.S_ISDIR(its) else path.write_bytes(b"")
            path.chmod(stat.S_IMODE(its))
    before = os.umask(mask)
    try:
        assert write_whole(tmp_path / "new", b"new", like=like)
    finally:
        os.umask(before)
    assert oct(_mode(tmp_path / "new")) == oct(mode)
    assert (tmp_path / "new").stat().st_uid == os.geteuid()


@pytest.mark.parametrize("how", [{}, {"overwrite": True}, {"instead_of": b"before"}])
def test_only_its_own_temporary_file_gets_the_name(closed: Path, how: Any) -> None:
    """Somebody took ours for one that was left behind, and is writing one of the same name."""
    path = closed if how else closed.with_name("new.yaml")
    beside = path.with_name(temporary_name(path.name))
    with ready(path, b"after", **how) as put:
        beside.unlink()
        beside.write_bytes(b"")
        with pytest.raises(LeftError) as left:
            put()
    assert left.value.why is Left.BUSY
    assert path.exists() == bool(how)
    assert not how or path.read_bytes() == b"before"
    assert beside.exists(), "it is another's"


@posix
@pytest.mark.parametrize("is_fresh", [True, False])
def test_a_new_temporary_file_that_is_closed_to_us_is_somebodys(
    closed: Path, monkeypatch: pytest.MonkeyPatch, *, is_fresh: bool
) -> None:
    beside = closed.with_name(temporary_name(closed.name))
    beside.write_bytes(b"half")
    real = Folder.open

    def as_another(folder: Folder, name: str, how: int, mode: int = 0o644) -> int:
        if name == beside.name and how == os.O_RDONLY and beside.read_bytes() == b"half":
            raise PermissionError
        return real(folder, name, how, mode)

    monkeypatch.setattr(Folder, "open", as_another)
    monkeypatch.setattr(temporary, "time", lambda: beside.stat().st_ctime + (1 if is_fresh else 61))
    if is_fresh:
        with pytest.raises(LeftError) as left:
            write_whole(closed, b"after", instead_of=b"before")
        assert (left.value.why, closed.read_bytes(), beside.read_bytes()) == (Left.BUSY, b"before", b"half")
    else:
        assert write_whole(closed, b"after", instead_of=b"before")
        assert not beside.exists()


@posix
def test_nothing_is_written_before_it_is_open_to_whom_it_was_open_to(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A colleague who may write the file can see that ours is being written."""
    closed.chmod(0o660)
    real = os.fsync
    modes = []

    def fsync(descriptor: int) -> None:
        modes.append(_mode_of(descriptor))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    assert write_whole(closed, b"after", instead_of=b"before")
    assert modes == [0o660]
