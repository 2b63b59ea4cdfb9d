"""A decision memo shows the matter that it is about, and no unit's ratings."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

CELLS = """\
shared-direction:
  governance:
    current_state: {reflection: Something., rating: 0, evidence: [Notes]}
    need: {analysis: One direction for all., target: 2, priority: high}
    measures: [{id: one, what: Write it down, due: 2026-12-20}]
collaboration:
  funding:
    current_state: {reflection: Something., rating: 1}
    need: {analysis: Whole posts., target: 2}
    measures:
      - {id: posts, what: Try shared posts, due: 2027-06-01}
      - {id: over, what: Ask around, status: done}
follow-up:
  quality:
    measures: [{id: days, what: Two days of analysis, due: 2027-08-20}]
"""
MEMO = """\
format: crosp-memo/1
title: Shared posts
date: 2026-11-01
assessments: [{unit: ekskolan, level: school, occasion: 2026-ht}]
"""
ALL = ("One direction", "Write it down", "Whole posts", "Try shared posts", "Ask around", "Two days")


@pytest.fixture
def memo(folder: Any, crosp: Any) -> Any:
    """What a memo with these lines is in one form."""
    folder.project()
    folder.assessment(cells=CELLS)

    def run(lines: str = "", form: str = "markdown", unit: str = "") -> str:
        folder.write("memo.yaml", (MEMO if not unit else MEMO.replace("unit: ekskolan, level: school", unit)) + lines)
        result = crosp("render", "memo.yaml", "--format", form, "-o", "-", "--lang", "en", cwd=folder.path)
        assert result.status == 0, result.err
        return str(result.out)

    return run


def shown(text: str) -> tuple[str, ...]:
    return tuple(words for words in ALL if words in text)


@pytest.mark.parametrize("form", ["markdown", "html"])
@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("cells: [{principle: collaboration, area: funding}]\n", ("Whole posts", "Try shared posts")),
        ("measures: [days]\n", ("Two days",)),
        (
            "cells: [{principle: shared-direction, area: governance}]\nmeasures: [posts]\n",
            ("One direction", "Write it down", "Try shared posts"),
        ),
        ("measures: [over]\n", ()),
        ("", ("One direction", "Write it down", "Whole posts", "Try shared posts")),
    ],
)
def test_only_the_matter_is_shown_and_no_rating(memo: Any, lines: str, words: tuple[str, ...], form: str) -> None:
    text = memo(lines, form)
    assert shown(text) == words
    assert "Rating" not in text
    assert "high priority" not in text
    assert "These are the steps" not in text
    assert ("What the assessment shows" in text) == bool(words)
    assert ("most reason to begin" in text) == (not lines)


def test_of_the_organisers_own_assessment_the_reasons_stand_there(memo: Any, folder: Any) -> None:
    folder.assessment("own.yaml", CELLS, level="organiser")
    own = (folder.path / "own.yaml").read_text("utf-8")
    folder.write("own.yaml", own.replace("unit: ekskolan\n", ""))
    text = memo(unit="level: organiser")
    assert "The team gives the need high priority" in text
    assert text.count("These are the steps") == 1


def test_the_introduction_stands_once(memo: Any, folder: Any) -> None:
    folder.assessment("b.yaml", CELLS, unit="asko")
    text = memo(unit="unit: asko, level: school, occasion: 2026-ht}, {unit: ekskolan, level: school")
    assert text.count("What the assessment shows") == 2
    assert text.count("most reason to begin") == 1


@pytest.mark.parametrize(
    ("economy", "asked", "codes"),
    [
        ("", False, 2),
        ("economy: {analysis: , not_analysed: }", True, 3),
        ("economy: {analysis: It is free.}", False, 2),
    ],
)
def test_costs_are_taken_up_where_they_arise(
    memo: Any, crosp: Any, folder: Any, economy: str, asked: bool, codes: int
) -> None:
    text = memo(f"consequences:\n  children:\n  {economy}\n")
    assert ("## Economic consequences" in text) == bool(economy)
    assert ("what the proposal costs" in text) == asked
    assert crosp("validate", "memo.yaml", cwd=folder.path).out.count("CR902") == codes


def test_what_none_of_its_assessments_has_is_found(memo: Any, crosp: Any, folder: Any) -> None:
    memo("cells: [{principle: follow-up, area: funding}]\nmeasures: [days, over, nothing]\n")
    run = ("validate", ".", "--format", "json", "--today", "2026-11-01")
    found = json.loads(crosp(*run, cwd=folder.path).out)["findings"]
    assert [(one["line"], one["column"]) for one in found if one["code"] == "CR909"] == [(5, 38), (6, 18), (6, 24)]
    folder.write("memo.yaml", MEMO + "cells: [{principle: nowhere, area: funding}]\n")
    assert "memo.yaml:5:21: CR12" in crosp("validate", "memo.yaml", cwd=folder.path).out


def test_the_example_is_about_its_matter(crosp: Any, examples: Path) -> None:
    path = examples / "exempelkommun" / "memos" / "2026-12-delade-kuratorstjanster.yaml"
    out = crosp("render", path, "--format", "markdown", "-o", "-", "--lang", "sv").out
    assert "Pröva delade kuratorstjänster" in out
    assert "fördelningsnyckeln" not in out
    assert "Skattning" not in out


@pytest.mark.parametrize(("day", "of"), [("2026-11-01", None), ("2026-12-15", "2026-12-15"), ("2026-10-20", None)])
@pytest.mark.parametrize("form", ["markdown", "html"])
def test_measures_of_a_later_day_than_the_memos_say_so(folder: Any, crosp: Any, form: str, day: str, of: str) -> None:
    folder.project()
    folder.assessment(cells=CELLS)
    folder.write("memo.yaml", MEMO)
    out = crosp("render", "memo.yaml", "--format", form, "-o", "-", "--lang", "en", "--today", day, cwd=folder.path).out
    out = re.sub("</?span[^>]*>", "", out)
    assert ("as they stood on" in out) is bool(of)
    assert not of or f"Measures under way and planned, as they stood on {of}" in out
