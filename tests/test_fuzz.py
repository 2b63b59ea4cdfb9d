"""The targets of `make fuzz` take every example and seed, so that they are in order when somebody fuzzes."""

import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from random import Random

import pytest

ROOT = Path(__file__).resolve().parents[1]
FUZZ = ROOT / "fuzz"
TARGETS = ("files", "comments", "templates", "pages", "trees", "workbooks")

pytestmark = pytest.mark.skipif(not FUZZ.exists(), reason="needs a checkout of the repository")


@pytest.fixture(params=TARGETS)
def target(request: pytest.FixtureRequest) -> Iterator[tuple[str, Callable[[bytes], None]]]:
    sys.path.insert(0, str(FUZZ))
    try:
        yield request.param, import_module(request.param).tried
    finally:
        sys.path.remove(str(FUZZ))


@pytest.mark.breadth
def test_a_target_takes_every_seed(target: tuple[str, Callable[[bytes], None]]) -> None:
    name, tried = target
    seeds = [file.read_bytes() for file in (FUZZ / "seeds").rglob("*") if file.is_file()]
    for data in [*seeds, *(Random(seed).randbytes(300) for seed in range(10))]:  # noqa: S311
        tried(data)
    if name == "files":
        examples = [file for file in (ROOT / "tests" / "examples").rglob("*") if file.is_file()]
        assert len(examples) > 400
        for file in examples:
            tried(file.read_bytes())
