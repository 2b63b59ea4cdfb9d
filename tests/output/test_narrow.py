"""Whatever a terminal has room for, nothing that `--full` tells is left out."""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.cli

ASKED = [
    ("ekskolan", "analyse"),
    ("ekskolan", "compare"),
    ("ekskolan", "follow-up"),
    ("exempelkommun", "collaborations"),
    ("exempelkommun", "programme", "programmes/uss.yaml"),
    ("other-framework", "analyse"),
]


def _letters(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w", text))


@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
def test_no_letter_is_left_out(crosp_process: Callable[..., Any], examples: Path, asked: tuple[str, ...]) -> None:
    shown = {}
    for columns in (160, 80, 50, 40):
        environment = {"COLUMNS": str(columns)}
        result = crosp_process(*asked[1:], "--full", "--lang", "sv", cwd=examples / asked[0], env=environment)
        assert result.status == 0
        assert max(map(len, result.out.splitlines())) <= columns
        shown[columns] = _letters(result.out)
    for columns, letters in shown.items():
        assert not shown[160] - letters, columns
