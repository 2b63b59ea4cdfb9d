"""Lines that stood in a file keep their ends when it is changed."""

import pytest

from crosp_cli.editing.in_place import Put, edited
from crosp_cli.editing.line_ends import bytes_like


@pytest.mark.parametrize("last", ["", "\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_each_line_keeps_its_own_end(mark: str, last: str) -> None:
    before = f"{mark}a: 1\r\nb:\n  c: 2\r\n# x\n# y\r\nd: 1\na2: 1\r\ne: 3{last}".encode()
    text = before.decode("utf-8-sig").replace("\r\n", "\n")
    after = bytes_like(before, edited(text, [Put(("b", "c"), "4"), Put(("d",), "5\n6")]))
    block = b"d: |-\r\n  5\r\n  6\r\n"
    assert after == before.replace(b"  c: 2\r", b"  c: 4").replace(b"d: 1\n", block)
    assert bytes_like(before, text) == before.rstrip(b"\r\n") + last.encode()
    assert bytes_like(before, edited(text, [Put(("e",), "4")])).startswith(before[:-6])


MIXED = b"a:\r\n  x: 1\r\n\r\n  y: 1\r\nb:\n  x: 1\n\n  y: 1\nc:\r\n  x: 1\r\nd: 2\n"


@pytest.mark.parametrize("key", ["a", "b", "c"])
def test_of_lines_that_read_alike_each_keeps_its_own_end(key: str) -> None:
    text = MIXED.decode().replace("\r\n", "\n")
    asked, end = f"{key}:".encode(), b"\n" if key == "b" else b"\r\n"
    expected = MIXED.replace(asked + end + b"  x: 1", asked + end + b"  x: 3")
    assert bytes_like(MIXED, edited(text, [Put((key, "x"), "3")])) == expected


def test_lines_below_a_line_that_changed_keep_their_ends() -> None:
    text = MIXED.decode().replace("\r\n", "\n")
    assert bytes_like(MIXED, text.replace("a:", "first:").replace("d: 2", "e: 3")) == (
        MIXED.replace(b"a:", b"first:").replace(b"d: 2\n", b"e: 3\r\n")
    )


def test_nothing_stands_below_a_comment() -> None:
    before = b"a:\n# k\n  b: 1\r\n  c:\n# k\n    b: 1\n    d:\n# k\r\n      b: 1\nc:\n# k\n  b: 1\n"
    text = before.decode().replace("\r\n", "\n")
    expected = before.replace(b"b: 1\r", b"b: 2", 1)
    assert bytes_like(before, edited(text, [Put(("a", "b"), "2")])) == expected
