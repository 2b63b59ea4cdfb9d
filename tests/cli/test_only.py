"""--unit and --level: a unit and a level may be named in any way that they go by, by every command alike."""

import json
from pathlib import Path
from typing import Any, Literal
from unicodedata import normalize

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize(
    "unit", ["ekskolan", "Ekskolan", " EKSKOLAN ", "assessments/ekskolan", "assessments/ekskolan/"]
)
@pytest.mark.parametrize("level", ["teaching", "Undervisning", "TEACHING"])
def test_it_is_understood_in_any_way(crosp: Any, unit: str, level: str) -> None:
    asked = ("ekskolan", "--unit", unit, "--level", level)
    (found,) = json.loads(crosp("analyse", *asked, "--format", "json", cwd=EXAMPLES).out)["assessments"]
    assert (found["unit"], found["level"]) == ("ekskolan", "teaching")
    due = crosp("follow-up", *asked, "--format", "json", cwd=EXAMPLES)
    (followed,) = json.loads(due.out)["units"]
    assert [one["path"] for one in followed["assessments"]] == ["ekskolan/assessments/ekskolan/2026-ht-teaching.yaml"]
    compared = crosp("compare", *asked, "--lang", "en", cwd=EXAMPLES)
    assert (compared.status, compared.err) == (0, "")
    assert "School or preschool" not in compared.out


def test_a_form_understands_it_too(crosp: Any) -> None:
    short, long = (
        crosp("form", "--unit", unit, "--level", level, "-o", "-", cwd=EXAMPLES / "ekskolan").out
        for unit, level in (("ekskolan", "teaching"), ("Ekskolan", "Undervisning"))
    )
    assert short.startswith("<!doctype html>")
    assert long == short


def test_what_to_go_on_with_is_about_the_same(crosp: Any) -> None:
    shown = crosp("analyse", "ekskolan", "--unit", "Ekskolan", "--level", "teaching", cwd=EXAMPLES).out
    for command in ("analyse", "follow-up", "render"):
        assert f"crosp {command} ekskolan --unit Ekskolan --level teaching" in shown


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--unit", "Björken"), "--unit: there is no Björken here. There is: ekskolan."),
        (("--unit", "ekskoln"), "Did you mean ekskolan?"),
        (("--level", "skolenhet"), "Did you mean school?"),
        (("--level", "organiser"), "There is no assessment here with --level organiser, only of: school, teaching."),
    ],
)
@pytest.mark.parametrize("command", ["analyse", "follow-up", "compare", "render"])
def test_what_is_not_there_is_said(crosp: Any, command: str, asked: tuple[str, ...], said: str) -> None:
    result = crosp(command, "ekskolan", *asked, "--lang", "en", cwd=EXAMPLES)
    assert (result.status, result.out) == (2, "")
    assert said in result.err
    assert len(result.err.splitlines()) == 1


@pytest.fixture
def alike(folder: Any) -> Any:
    """A project in which what one unit is called is another's short name, and two are called the same."""
    folder.project()
    text = (folder.path / "crosp.yaml").read_text("utf-8")
    more = "".join(
        f"  - {{id: {unit}, name: {name}, school_forms: [grundskola]}}\n"
        for unit, name in (("zz", "Ekskolan"), ("asken-1", "Asken"), ("asken-2", "ASKEN"), ("yy", "Asken-1"))
    )
    folder.write(
        "crosp.yaml", text.replace("name: Ekskolan", "name: Gamla Ekskolan").replace("units:\n", f"units:\n{more}")
    )
    for unit in ("ekskolan", "zz", "asken-1", "asken-2", "yy"):
        folder.assessment(f"{unit}.yaml", unit=unit)
    return folder


@pytest.mark.parametrize(
    ("asked", "unit"), [("ekskolan", "ekskolan"), ("Ekskolan", "ekskolan"), ("asken-1", "asken-1")]
)
def test_a_short_name_is_nothing_elses_name(crosp: Any, alike: Any, asked: str, unit: str) -> None:
    told = json.loads(crosp("analyse", "--unit", asked, "--format", "json", cwd=alike.path).out)
    assert [one["unit"] for one in told["assessments"]] == [unit]
    made = crosp("new", "2031-vt", "--unit", asked, cwd=alike.path).out
    assert f"2031-vt-{unit}" in made or f"{unit}/2031-vt" in made, made


@pytest.mark.parametrize("command", [["analyse"], ["new", "2031-vt"]])
def test_of_two_of_one_name_none_is_taken(crosp: Any, alike: Any, command: list[str]) -> None:
    before = sorted(alike.path.rglob("*"))
    result = crosp(*command, "--unit", "asken", "--lang", "en", cwd=alike.path)
    assert (result.status, result.out) == (2, "")
    assert "--unit: asken may be any of asken-1, asken-2. Write one of those short names." in result.err
    assert sorted(alike.path.rglob("*")) == before


@pytest.mark.parametrize("spelling", ["NFC", "NFD"])
def test_a_letter_is_the_same_in_either_spelling(crosp: Any, folder: Any, spelling: Literal["NFC", "NFD"]) -> None:
    """Some computers write å in a name as two characters."""
    folder.project()
    text = (folder.path / "crosp.yaml").read_text("utf-8")
    folder.write("crosp.yaml", text.replace("name: Ekskolan", f"name: {normalize(spelling, 'Åskolan')}"))
    folder.assessment("a.yaml")
    for asked in map(normalize, ("NFC", "NFD"), ("Åskolan", "åskolan")):
        assert crosp("analyse", "--unit", asked, cwd=folder.path).status == 0
    assert crosp("show", normalize(spelling, "elevhälsa"), cwd=folder.path) == crosp(
        "show", "elevhälsa", cwd=folder.path
    )


@pytest.mark.parametrize("name", ["x.xlsx", "x.csv", "x.html", "x.yaml"])
def test_no_answer_is_written_into_a_file_that_is_called_something_else(crosp: Any, tmp_path: Path, name: str) -> None:
    result = crosp("follow-up", EXAMPLES / "ekskolan", "-o", tmp_path / name, cwd=tmp_path)
    assert (result.status, result.out) == (2, "")
    assert list(tmp_path.iterdir()) == []
