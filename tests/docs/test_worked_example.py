"""The worked example: each number stands where it says, and it is short enough to read."""

import re
from pathlib import Path

import pytest

from .pages import DOCS, ROOT

WORKED = [DOCS / language / "worked-example.md" for language in ("en", "sv")]


@pytest.mark.parametrize("page", WORKED, ids=lambda page: page.parent.name)
def test_each_number_stands_on_the_line_that_it_names(page: Path) -> None:
    files = {year: ROOT / f"examples/ekskolan/assessments/ekskolan/{year}-ht-school.yaml" for year in ("2025", "2026")}
    found = re.findall(r"`([^`\n]+)` \((20\d\d):(\d+)\)", page.read_text("utf-8"))
    assert len(found) >= 20
    for text, year, line in found:
        stands = files[year].read_text("utf-8").splitlines()[int(line) - 1].strip()
        assert stands.removeprefix("- ") == text, f"{year}:{line}"


@pytest.mark.parametrize("page", WORKED, ids=lambda page: page.parent.name)
def test_it_is_short_enough_to_read(page: Path) -> None:
    assert len(page.read_text("utf-8").splitlines()) <= 220
