"""`crosp programme`: on one screen and in every form, each number with its day, and nobody pointed out."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

DAY = ("--today", "2024-09-01")
CAUSE = re.compile(
    r"\b(?:tack vare|ledde till|lett till|har gjort att|gjorde att|resultat av|effekt(?:en)?|berodde på|beror på"
    r"|thanks to|led to|due to|as a result|the effect of|caused|because of)\b",
    re.IGNORECASE,
)


@pytest.fixture
def example(examples: Path) -> Path:
    return examples / "exempelkommun" / "programmes" / "uss.yaml"


@pytest.fixture
def project(folder: Any, example: Path) -> Any:
    """A project with the example's programme, and how to change it."""
    folder.project()

    def changed(*pairs: tuple[str, str]) -> Path:
        text = example.read_text("utf-8").replace("  - {unit: lindskolan, registered: 2024-06-12}\n", "")
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        folder.write("uss.yaml", text)
        return Path(folder.path, "uss.yaml")

    return changed


def test_it_fits_on_one_screen(crosp: Any, example: Path) -> None:
    for language in ("sv", "en"):
        lines = crosp("programme", example, *DAY, "--lang", language).out.splitlines()
        assert len(lines) <= 40
        assert max(map(len, lines)) <= 80


def test_completed_and_registered_stand_apart_each_with_its_day(crosp: Any, example: Path) -> None:
    out = " ".join(crosp("programme", example, *DAY, "--lang", "en").out.split())
    assert "2023-12-31 █████████████··········· 79 of 144 (55\u00a0%)" in out.replace("(55 %)", "(55\u00a0%)")
    assert "12 more are registered for 2024-08-01 to 2024-12-31, as of 2024-06-14. They are not counted above." in out
    assert "91" not in out


def test_a_period_that_is_over_is_not_shown_as_current(crosp: Any, example: Path) -> None:
    out = " ".join(crosp("programme", example, "--today", "2026-11-22", "--lang", "en").out.split())
    assert "12 more were registered" in out
    assert "That period is over" in out
    assert "2025-05-30 overdue" in out


@pytest.mark.parametrize("options", [("--within", "999999999"), ("--today", "9999-12-31")])
def test_a_day_ahead_lies_within_the_calendar(crosp: Any, project: Any, options: tuple[str, ...]) -> None:
    path = project(("planned: 2025-05-30", "planned: 9999-12-31"))
    result = crosp("programme", path, "--lang", "en", *options)
    assert (result.status, result.err) == (0, "")
    assert re.search(r"9999-12-31 +soon", result.out)


@pytest.mark.parametrize("form", ["text", "json", "markdown", "html"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_form_tells_the_same_and_claims_no_cause(crosp: Any, example: Path, form: str, language: str) -> None:
    result = crosp("programme", example, *DAY, "--format", form, "--full", "--beside", "--lang", language)
    assert (result.status, result.err) == (0, "")
    for number in ("79", "144", "2023-12-31", "12", "2024-06-14", "61", "2024-06-10", "Lärmiljöerna"):
        assert number in result.out
    assert CAUSE.findall(result.out.replace("Sammanhang", "")) == []


def test_an_answer_of_a_later_day_is_held_back_in_every_form(crosp: Any, example: Path) -> None:
    for form in ("text", "json", "markdown", "html"):
        out = crosp("programme", example, "--today", "2024-08-29", "--format", form, "--lang", "en").out
        assert "2024-08-30" in out
        assert "Rektorerna uppger" not in out
        assert form == "json" or out.count("a later day, and is not shown") == 3


def test_its_json_follows_its_schema(crosp: Any, example: Path) -> None:
    schema = json.loads(crosp("schema", "programme-answer").out)
    for options in ((), ("--beside",)):
        found = json.loads(crosp("programme", example, *DAY, "--format", "json", *options).out)
        Draft202012Validator(schema).validate(found)
        assert found["coverage"]["newest"] == {"date": "2023-12-31", "completed": 79, "of": 144}
        assert (found["beside"] is None) is (not options)


def test_what_few_have_answered_is_shown_nowhere(crosp: Any, project: Any) -> None:
    fewer = [(f"number: {number}\n", "number: 3\n") for number in (52, 49, 44, 40, 33, 29)]
    path = project(("answered: 61", "answered: 4"), *fewer)
    for form in ("text", "json", "markdown", "html"):
        out = crosp("programme", path, *DAY, "--format", form, "--full", "--lang", "en").out
        assert "Lärmiljöerna" not in out
        assert "På 22 av skolorna" not in out
        assert " 4 of 79" not in out
    assert "Fewer than 5" in " ".join(crosp("programme", path, *DAY, "--lang", "en").out.split())


def test_a_number_that_points_somebody_out_is_told_roughly(crosp: Any, project: Any) -> None:
    path = project(("number: 52", "number: 2"), ("number: 49", "number: 60"))
    out = crosp("programme", path, *DAY, "--full", "--lang", "en").out
    assert "2024-06-10, a few" in out
    assert "2024-06-10, nearly all" in out


def test_beside_says_what_it_cannot_show(crosp: Any, example: Path) -> None:
    out = " ".join(crosp("programme", example, *DAY, "--beside", "--lang", "en").out.split())
    for words in ("Staff turnover", "Who came first", "Other measures at the same time", "Fewer than 5 units"):
        assert words in out


@pytest.mark.parametrize(
    ("change", "status", "said"),
    [
        (("start: 2020-08-17\n", ""), 2, "Write the day under `start`"),
        (("number: 144", "number: många"), 1, "CR108"),
    ],
)
def test_what_stands_in_the_way_is_said(crosp: Any, project: Any, change: Any, status: int, said: str) -> None:
    result = crosp("programme", project(change), "--beside", "--lang", "en")
    assert result.status == status
    assert said in result.out + result.err


def test_without_a_programme_it_says_how_to_begin_one(crosp: Any, folder: Any) -> None:
    folder.project()
    folder.assessment()
    result = crosp("programme", cwd=folder.path)
    assert (result.status, result.out) == (2, "")
    assert "crosp-programme/1" in result.err


def test_it_is_written_to_a_file_once(crosp: Any, project: Any, folder: Any) -> None:
    path = project()
    for name in ("p.html", "p.md", "p.json"):
        assert crosp("programme", path, "-o", folder.path / name).status == 0
        (folder.path / name).write_text("mine", "utf-8")
        assert crosp("programme", path, "-o", folder.path / name).status == 2
    assert crosp("programme", path, "-o", folder.path / "p.yaml").status == 2
