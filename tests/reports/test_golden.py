"""Every kind of paper is what it was when somebody last read it through: tests/golden."""

from collections.abc import Callable

import pytest

from .conftest import GOLDEN, golden

WRITER = golden("write")
NAMES = [name for name, _arguments in WRITER.commands()]
EACH = [pytest.param(name, marks=pytest.mark.office if name.endswith(".txt") else ()) for name in NAMES]


@pytest.mark.parametrize("name", EACH)
def test_a_paper_is_as_it_was(name: str, paper: Callable[[str], bytes]) -> None:
    expected = (GOLDEN / name).read_text("utf-8")
    assert WRITER.shown(name, paper(name)) == expected, "read it, then run `python tests/golden/write.py`"


def test_no_paper_is_left_over() -> None:
    kept = {path.name for path in GOLDEN.iterdir() if path.suffix in (".html", ".md", ".txt")}
    assert kept == set(NAMES)
