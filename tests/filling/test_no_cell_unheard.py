"""Wherever somebody writes in a workbook, it is an answer, is told of by its cell, or stands in the way by its cell."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosp_cli.filling.workbook.read import filled
from crosp_cli.reading.workspace import Workspace

from .workbooks import Book

SCHOOL = "ekskolan/assessments/ekskolan/2026-ht-school.yaml"
SHEETS, ROWS = 10, 110
CELLS = st.tuples(st.integers(0, SHEETS - 1), st.sampled_from("ABCDEFGH"), st.integers(1, ROWS))


@pytest.fixture(scope="module")
def form(examples: Path, tmp_path_factory: pytest.TempPathFactory, crosp: Callable[..., Any]) -> Path:
    """The form of an assessment in which much is said, as a workbook."""
    folder = tmp_path_factory.mktemp("made")
    shutil.copy(examples / SCHOOL, folder / "a.yaml")
    assert crosp("form", "a.yaml", "-o", "form.xlsx", "--lang", "sv", cwd=folder).status == 0
    return folder / "form.xlsx"


@pytest.mark.breadth
@settings(max_examples=30)
@given(st.lists(CELLS, min_size=1, max_size=8, unique=True))
def test_no_cell_is_passed_over(form: Path, cells: list[tuple[int, str, int]]) -> None:
    framework = Workspace().context_in(Path()).framework
    assert framework is not None
    book, written = Book(form.read_bytes()), {}
    for number, (sheet, column, row) in enumerate(cells):
        name = list(book.sheets)[sheet]
        book.put(name, f"{column}{row}", f"Skrivet {number}.")
        written[name, column, row] = f"Skrivet {number}."
    found = filled(book.content(), "in.xlsx", framework, "sv")
    answers = {text for one in found.answers for text in ([one.value] if isinstance(one.value, str) else one.value)}
    answers |= {*found.heading.values()}  # of another assessment, which is refused by what it is called
    told, wrong = " ".join(found.notices), " ".join(found.problems)
    unheard = [
        (sheet, column, row)
        for (sheet, column, row), text in written.items()
        if text not in answers and not is_named(sheet, column, row, told) and not stands_in_the_way(sheet, row, wrong)
    ]
    assert unheard == []


def is_named(sheet: str, column: str, row: int, told: str) -> bool:
    """Whether a cell is told of: by itself, among those below one another, or with all of its sheet."""
    cells = re.findall(rf"{re.escape(sheet)}!([A-Z]+)([0-9]+)(?:–[A-Z]+([0-9]+))?", told)
    by_itself = any(one == column and int(first) <= row <= int(last or first) for one, first, last in cells)
    return by_itself or f"bladet {sheet} " in told


def stands_in_the_way(sheet: str, row: int, wrong: str) -> bool:
    """Whether something is wrong in that row, or with all of the sheet."""
    return re.search(rf"{re.escape(sheet)}!([A-Z]+){row}:", wrong) is not None or f", {sheet}: " in wrong
