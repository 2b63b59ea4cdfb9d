"""Whatever a text looks like, it comes back from a workbook as it was written; so do the keys of any framework."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosp_cli.filling.answers import sign, tidy
from crosp_cli.filling.workbook.book import ANSWERS, Book
from crosp_cli.filling.workbook.cells import At, saved
from crosp_cli.filling.workbook.hidden import Key, key, key_in
from crosp_cli.reading.yaml.decode import FORBIDDEN

from .workbooks import Book as File

SIGNS = "\n\t :#-'\"|>&*!%@`{}[],?~\r=+<_x000D_"
TEXT = st.text(st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from(SIGNS)), min_size=1, max_size=60)
STEPS = st.lists(st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True), min_size=3, max_size=5)


@given(st.lists(TEXT, min_size=30, max_size=60))
def test_a_text_comes_back_as_it_was_written(texts: list[str]) -> None:
    book = Book("sv", "x")
    sheet = book.sheet("1 Blad", (0, 20, 20, 20))
    for row, text in enumerate(texts):
        book.put(sheet, row, ANSWERS, text, "text")
    found = saved(book.content()).sheets[0]
    for row, text in enumerate(texts):
        back = tidy(found.texts.get(At(row, ANSWERS), ""))
        assert back == tidy(text)
        assert sign(back) == sign(text)
        assert not FORBIDDEN.search(back)


@given(STEPS, st.dictionaries(st.sampled_from(["", "what", "follow_ups/2027-01-20/date"]), TEXT))
def test_a_key_comes_back(steps: list[str], before: dict[str, str]) -> None:
    made = key(("cells", *steps), before)
    assert key_in(made) == Key(("cells", *steps), {name: sign(text) for name, text in before.items() if text})


@pytest.mark.cli
def test_the_keys_of_another_framework_come_back(crosp: Callable[..., Any], examples: Path, tmp_path: Path) -> None:
    for one in sorted((examples / "other-framework").rglob("*")):
        if one.is_file():
            to = tmp_path / one.relative_to(examples / "other-framework")
            to.parent.mkdir(parents=True, exist_ok=True)
            to.write_bytes(one.read_bytes())
    school = next((tmp_path / "assessments").rglob("*school-team.yaml")).relative_to(tmp_path)
    assert crosp("form", school, "-o", "form.xlsx", "--lang", "en", cwd=tmp_path).status == 0
    unchanged = crosp("import", "form.xlsx", "--into", school, "--lang", "sv", cwd=tmp_path)
    assert (unchanged.status, unchanged.out) == (0, "Inget ändras.\n")
    book = File((tmp_path / "form.xlsx").read_bytes())
    book.answer("cells/arriving/everyday-practice/need/analysis", "Mer tid")
    (tmp_path / "form.xlsx").write_bytes(book.content())
    assert crosp("import", "form.xlsx", "--into", school, "--yes", cwd=tmp_path).status == 0
    assert "analysis: Mer tid" in (tmp_path / school).read_text("utf-8")


def test_a_new_form_asks_for_what_an_assessment_is_about(crosp: Callable[..., Any], tmp_path: Path) -> None:
    assert crosp("form", "--level", "school", "-o", "form.xlsx", "--lang", "sv", cwd=tmp_path).status == 0
    book = File((tmp_path / "form.xlsx").read_bytes())
    for name in ("unit", "occasion", "date"):
        assert book.find(name)


@pytest.mark.parametrize(
    "text",
    [
        *("", "cells", "cells/a", "cells/a/b", "cells/a/b/measures", "cells/a/b/measures/c/d", "cells//b/c"),
        *("participants", "participants/pupils", "participants/pupils/count/more", "unit/a", "measures/a/b/c"),
        *("cells/a/b/c =", "cells/a/b/c =short"),
    ],
)
def test_what_leads_to_no_field_is_no_key(text: str) -> None:
    assert key_in(text) is None
