"""The target of `make fuzz` takes every example and seed, so that it is in order when somebody fuzzes."""

import importlib.util
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "fuzz" / "target.py"

pytestmark = pytest.mark.skipif(not TARGET.exists(), reason="needs a checkout of the repository")


@pytest.fixture(scope="module")
def read_and_check() -> Callable[[bytes], None]:
    spec = importlib.util.spec_from_file_location("fuzz_target", TARGET)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: Callable[[bytes], None] = module.read_and_check
    return found


def test_the_target_takes_every_example_and_seed(read_and_check: Callable[[bytes], None]) -> None:
    folders = (ROOT / "tests" / "examples", ROOT / "fuzz" / "seeds")
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    assert len(files) > 400
    for file in files:
        read_and_check(file.read_bytes())
