"""`crosp render --kind`: what each kind is made of, what its file is called, and what is said where it cannot be."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Crosp = Callable[..., Any]

pytestmark = pytest.mark.cli

CELLS = """\
shared-direction:
  governance:
    current_state: {reflection: Something., rating: 1, evidence: [Notes]}
    need: {analysis: More of it., target: 2}
    measures: [{id: one, what: Do it, responsible: principal, due: 2026-10-20}]
"""

MEMO = """\
format: crosp-memo/1
title: More of it
assessments: [{unit: ekskolan, level: school, occasion: 2026-ht}]
proposal: [The board decides to do it.]
preparation: [{who: the principals, date: 2026-11-03}]
consequences:
  children: {analysis: More children take part.}
  equality: {not_analysed: There are no figures yet.}
"""


@pytest.fixture
def path(folder: Any) -> Path:
    folder.project()
    return Path(folder.assessment(cells=CELLS))


@pytest.mark.parametrize(
    ("kind", "heading"),
    [
        ("report", "# Ekskolan, 2026-ht"),
        ("summary", "# Summary: Ekskolan"),
        ("action-plan", "# Action plan: Ekskolan"),
        ("public", "# How we develop Ekskolan"),
        ("decision-memo", "# \\[Write what the matter is called.\\]"),
    ],
)
def test_each_kind_has_its_form(folder: Any, path: Path, crosp: Crosp, kind: str, heading: str) -> None:
    markdown = crosp("render", path, "--kind", kind, "--format", "markdown", "-o", "-", cwd=folder.path)
    assert markdown.status == 0
    assert markdown.out.startswith(heading)
    page = crosp("render", path, "--kind", kind, "-o", "-", cwd=folder.path)
    assert page.status == 0
    assert page.out.startswith("<!doctype html>")
    swedish = crosp("render", path, "--kind", kind, "-o", "-", "--lang", "sv", cwd=folder.path)
    assert '<html lang="sv">' in swedish.out


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("report", "ekskolan-2026-ht-school.html"),
        ("summary", "ekskolan-2026-ht-school-summary.html"),
        ("action-plan", "ekskolan-2026-ht-school-action-plan.html"),
        ("decision-memo", "ekskolan-2026-ht-school-decision-memo.html"),
    ],
)
def test_the_file_says_which_kind_it_is(folder: Any, path: Path, crosp: Crosp, kind: str, name: str) -> None:
    assert crosp("render", path, "--kind", kind, cwd=folder.path).status == 0
    assert folder.files() == ["a.yaml", "crosp.yaml", name]


def test_an_unknown_kind_is_refused(folder: Any, path: Path, crosp: Crosp) -> None:
    result = crosp("render", path, "--kind", "novel", cwd=folder.path)
    assert result.status == 2
    assert "action-plan" in result.err


@pytest.mark.parametrize("kind", ["report", "public"])
def test_who_makes_it_is_asked_to_read_it_through_and_not_who_is_given_it(
    folder: Any, path: Path, crosp: Crosp, kind: str
) -> None:
    result = crosp("render", path, "--kind", kind, "-o", "paper.html", cwd=folder.path)
    assert "Read it through" in result.err
    assert "ead it through" not in (folder.path / "paper.html").read_text("utf-8")


class TestDecisionMemo:
    @pytest.fixture
    def memo(self, folder: Any, path: Path) -> Path:  # noqa: ARG002 -- the assessment that it rests on
        return Path(folder.write("memos/more.yaml", MEMO))

    def test_a_memo_needs_no_kind_and_names_its_file(self, folder: Any, memo: Path, crosp: Crosp) -> None:
        result = crosp("render", memo, cwd=folder.path)
        assert (result.status, result.out) == (0, "")
        text = (folder.path / "more.html").read_text("utf-8")
        for said in ("More of it", "The board decides to do it.", "the principals", "There are no figures yet."):
            assert said in text
        assert "[Write why the matter is brought up" in text

    def test_an_assessment_finds_its_memo(self, folder: Any, memo: Path, path: Path, crosp: Crosp) -> None:
        by_memo, by_assessment, by_folder = (
            crosp("render", asked, "--kind", "decision-memo", "-o", "-", cwd=folder.path)
            for asked in (memo, path, "memos")
        )
        assert by_memo.status == 0
        assert by_memo.out == by_assessment.out == by_folder.out

    def test_without_a_memo_everything_is_asked_for(self, folder: Any, path: Path, crosp: Crosp) -> None:
        result = crosp("render", path, "--kind", "decision-memo", "-o", "-", cwd=folder.path)
        assert result.status == 0
        assert result.out.count('class="prompt"') >= 12
        assert "No decision memo rests on a.yaml" in result.err

    def test_a_memo_is_nothing_else(self, folder: Any, memo: Path, crosp: Crosp) -> None:
        result = crosp("render", memo, "--kind", "summary", cwd=folder.path)
        assert (result.status, result.out) == (2, "")
        assert "memos/more.yaml is a decision memo" in result.err

    def test_of_several_one_is_to_be_named(self, folder: Any, memo: Path, path: Path, crosp: Crosp) -> None:
        folder.write("memos/other.yaml", MEMO)
        result = crosp("render", path, "--kind", "decision-memo", "-o", "-", cwd=folder.path)
        assert result.status == 2
        assert "memos/more.yaml" in result.err
        assert "memos/other.yaml" in result.err
        assert crosp("render", memo, "-o", "-", cwd=folder.path).status == 0

    def test_an_assessment_that_is_not_there_is_said(self, folder: Any, memo: Path, crosp: Crosp) -> None:
        folder.write("memos/more.yaml", MEMO.replace("2026-ht", "2027-vt"))
        result = crosp("render", memo, "-o", "-", cwd=folder.path)
        assert (result.status, result.out) == (2, "")
        assert "ekskolan school 2027-vt" in result.err
        assert "ekskolan school 2026-ht" in result.err
        assert "memos/more.yaml:3:57: CR906" in crosp("validate", ".", cwd=folder.path).out
        for part in (memo, "memos"):  # where only a part of the project is looked at, nobody knows what is missing
            assert "CR906" not in crosp("validate", part, cwd=folder.path).out

    def test_an_assessment_that_does_not_hold_is_not_there(self, folder: Any, memo: Path, crosp: Crosp) -> None:
        folder.assessment(cells=CELLS.replace("rating: 1", "rating: 99"))
        result = crosp("render", memo, "-o", "-", cwd=folder.path)
        assert result.status == 2
        assert "the assessment ekskolan school 2026-ht, which cannot be read here" in result.err

    def test_a_memo_that_does_not_hold_shows_its_findings(self, folder: Any, memo: Path, crosp: Crosp) -> None:
        folder.write("memos/more.yaml", MEMO + "colour: red\n")
        result = crosp("render", memo, cwd=folder.path)
        assert result.status == 1
        assert "memos/more.yaml:9:1: CR101" in result.out
        assert folder.files() == ["a.yaml", "crosp.yaml", "memos/more.yaml"]

    @pytest.mark.usefixtures("path")
    def test_several_assessments_stand_in_one_memo(self, folder: Any, crosp: Crosp) -> None:
        folder.assessment("b.yaml", CELLS.replace("Do it", "Do that"), unit="asko")
        both = "[{unit: asko, level: school, occasion: 2026-ht}, {unit: ekskolan, level: school, occasion: 2026-ht}]"
        memo = folder.write("m.yaml", MEMO.replace("[{unit: ekskolan, level: school, occasion: 2026-ht}]", both))
        result = crosp("render", memo, "-o", "-", "--format", "markdown", cwd=folder.path)
        assert result.status == 0
        assert result.out.index("What the assessment shows: Askö skola") < result.out.index(
            "What the assessment shows: Ekskolan"
        )
        assert "Do it" in result.out
        assert "Do that" in result.out

    def test_personal_data_in_it_is_warned_of(self, folder: Any, memo: Path, crosp: Crosp) -> None:
        folder.write("memos/more.yaml", MEMO + "signed_by: [head@school.example]\n")
        result = crosp("render", memo, "-o", "-", cwd=folder.path)
        assert result.status == 0
        assert "memos/more.yaml:9: this looks like personal data" in result.err

    @pytest.mark.usefixtures("memo")
    def test_validate_checks_it_in_its_project(self, folder: Any, crosp: Crosp) -> None:
        assert "memos/more.yaml" not in crosp("validate", ".", cwd=folder.path).out
        folder.write("memos/more.yaml", MEMO.replace("{not_analysed: There are no figures yet.}", ""))
        result = crosp("validate", ".", cwd=folder.path)
        assert "memos/more.yaml:8:3: CR902" in result.out

    @pytest.mark.usefixtures("memo")
    def test_other_commands_pass_a_memo_over(self, folder: Any, crosp: Crosp) -> None:
        assert crosp("analyse", ".", cwd=folder.path).status == 0
        assert crosp("render", ".", "-o", "-", cwd=folder.path).status == 0
        assert crosp("follow-up", ".", cwd=folder.path).status == 0
