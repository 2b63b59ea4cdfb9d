"""`crosp render`: when the report has a picture of the change since the occasion before, and a line for a day."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Crosp = Callable[..., Any]


CELL = """\
shared-direction:
  governance:
    current_state: {{reflection: Something., rating: {rating}, evidence: [Notes]}}
    measures: [{{id: one, what: Do it, responsible: principal, start: 2026-09-01, due: 2026-12-20}}]
"""


@pytest.fixture
def render(folder: Any, crosp: Crosp) -> Callable[..., str]:
    def rendered(path: Path, *more: str) -> str:
        result = crosp("render", path, "-o", "-", *more, cwd=folder.path)
        assert result.status == 0, result.err
        return str(result.out)

    return rendered


def _now(folder: Any) -> Path:
    folder.project(language="en")
    return Path(folder.assessment("now.yaml", CELL.format(rating=2)))


def _earlier(folder: Any, name: str = "then.yaml", **more: str) -> None:
    folder.assessment(name, CELL.format(rating=1), **{"occasion": "2025-ht", "date": "2025-10-15", **more})


def test_the_occasion_before(folder: Any, render: Callable[..., str]) -> None:
    path = _now(folder)
    assert 'id="since"' not in render(path)
    _earlier(folder)
    page = render(path)
    assert 'id="since"' in page
    assert "2025-ht (2025-10-15)" in page
    assert re.search(r"<svg[^>]*picture-change-wide", page)
    assert re.search(r"<desc[^>]*>[^<]*Shared direction: [^.]*Governance 1 → 2", page)


def test_of_several_it_is_the_last_before(folder: Any, render: Callable[..., str]) -> None:
    path = _now(folder)
    _earlier(folder)
    _earlier(folder, "older.yaml", occasion="2024-ht", date="2024-10-15")
    _earlier(folder, "later.yaml", occasion="2027-ht", date="2027-10-15")
    page = render(path)
    assert "2025-ht (2025-10-15)" in page
    assert "2024-ht" not in page
    assert "2027-ht" not in page


@pytest.mark.parametrize("other", [{"unit": "asko"}, {"level": "teaching"}, {"date": "2026-10-15"}])
def test_another_unit_level_or_the_same_day_is_no_occasion_before(
    folder: Any, render: Callable[..., str], other: dict[str, str]
) -> None:
    path = _now(folder)
    _earlier(folder, **other)
    assert 'id="since"' not in render(path)


def test_two_of_one_day_or_a_broken_one_are_passed_over(folder: Any, render: Callable[..., str]) -> None:
    path = _now(folder)
    _earlier(folder)
    _earlier(folder, "also.yaml")
    assert 'id="since"' not in render(path)
    (folder.path / "also.yaml").write_text("format: crosp-assessment/1\nunit: ekskolan\nlevel: school: [", "utf-8")
    assert 'id="since"' in render(path)


def test_one_that_does_not_fit_the_framework_is_passed_over(folder: Any, render: Callable[..., str]) -> None:
    path = _now(folder)
    _earlier(folder, "older.yaml", occasion="2024-ht", date="2024-10-15")
    folder.assessment("then.yaml", CELL.format(rating=99), occasion="2025-ht", date="2025-10-15")
    assert "2024-ht (2024-10-15)" in render(path)


def test_without_a_project_there_is_nowhere_to_look(folder: Any, render: Callable[..., str]) -> None:
    path = _now(folder)
    _earlier(folder)
    (folder.path / "crosp.yaml").unlink()
    assert 'id="since"' not in render(path)


def test_an_older_framework_is_told_and_not_drawn(examples: Path, folder: Any, render: Callable[..., str]) -> None:
    path = _now(folder)
    _earlier(folder)
    old = folder.path / "then.yaml"
    old.write_text(old.read_text("utf-8").replace("spsm-crosp@2024", "spsm-crosp@2019"), "utf-8")
    page = render(path)
    assert "picture-change" not in page
    assert 'id="since"' not in page or "Cannot be compared" in page


def test_the_line_for_a_day_stands_only_where_the_day_is_named(folder: Any, render: Callable[..., str]) -> None:
    path = _now(folder)
    folder.write("own.html.j2", '<main>{{ report|picture("timeline") }}</main>')
    own = ("--template", "own.html.j2")
    assert ">2026-10-20</text>" in render(path, *own, "--today", "2026-10-20")
    assert 'stroke-dasharray="3 3"' not in _timeline(render(path, *own))
    assert 'stroke-dasharray="3 3"' in _timeline(render(path, *own, "--today", "2026-10-20"))


def _timeline(page: str) -> str:
    found = re.search(r"<svg[^>]*picture-timeline-1-wide.*?</svg>", page, re.DOTALL)
    assert found
    return found[0]
