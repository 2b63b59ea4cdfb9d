"""Every kind of paper is what it was when somebody last read it through: tests/golden."""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

GOLDEN = Path(__file__).parents[1] / "golden"


def _writer() -> Any:
    spec = importlib.util.spec_from_file_location("write", GOLDEN / "write.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


WRITER = _writer()
PAPERS = list(WRITER.commands())


@pytest.mark.parametrize(("name", "arguments"), PAPERS, ids=[name for name, _ in PAPERS])
def test_a_paper_is_as_it_was(name: str, arguments: list[str], crosp: Callable[..., Any]) -> None:
    result = crosp(*arguments)
    assert result.status == 0, result.err
    expected = (GOLDEN / name).read_text("utf-8")
    assert WRITER.without_styles(result.out) == expected, "read it, then run `python tests/golden/write.py`"


def test_no_paper_is_left_over() -> None:
    kept = {path.name for path in GOLDEN.iterdir() if path.suffix in (".html", ".md")}
    assert kept == {name for name, _arguments in PAPERS}
