"""What a unit is asked and told follows its school forms: preschool, upper secondary school, adults, or several."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

PROJECT = """\
format: crosp-project/1
framework: spsm-crosp@2024
language: sv
organiser: {{id: exempelkommun, name: Exempelkommun, type: municipal}}
units:
  - {{id: ekskolan, name: Ekskolan, school_forms: [{forms}]}}
"""
CELL = """\
participation:
  governance:
    current_state: {reflection: Vi frågar., rating: 1, evidence: [Protokoll 2026-09-01]}
    need: {analysis: Ett bättre samtal., target: 2}
"""


@pytest.fixture
def unit(folder: Any) -> Any:
    """A unit with these school forms, and one cell assessed."""

    def made(forms: str, cells: str = CELL) -> Path:
        folder.write("crosp.yaml", PROJECT.format(forms=forms))
        path = folder.path / folder.assessment("a.yaml", cells)
        took_part = "participants: [{group: pupils, count: 12}]"
        path.write_text(re.sub(r"participants: .*", took_part, path.read_text("utf-8")), "utf-8")
        return Path(folder.path)

    return made


def printed(crosp: Any, path: Path, *arguments: str) -> str:
    result = crosp("render", "a.yaml", "--format", "markdown", "--lang", "sv", "-o", "-", *arguments, cwd=path)
    assert result.status == 0, result.err
    return " ".join(result.out.split())


@pytest.mark.parametrize(
    ("forms", "asked"),
    [
        ("grundskola", "Vilka frågor får barn, elever och vårdnadshavare säga sin mening om"),
        ("forskola", "Vilka frågor får barn och vårdnadshavare säga sin mening om"),
        ("gymnasieskola", "Vilka frågor får elever säga sin mening om"),
        ("gymnasieskola, grundskola", "Vilka frågor får barn, elever och vårdnadshavare säga sin mening om"),
        ("komvux", "Vilka frågor får elever säga sin mening om"),
    ],
)
def test_the_question_is_the_one_for_the_school_form_wherever_it_is_asked(
    crosp: Any, unit: Any, forms: str, asked: str
) -> None:
    path = unit(forms)
    assert asked in printed(crosp, path)
    crosp("new", "2027-vt", "--date", "2027-03-01", "--level", "school", cwd=path)
    (new,) = path.rglob("*2027-vt*.yaml")
    assert asked in " ".join(new.read_text("utf-8").replace("#", " ").split())
    form = crosp("form", "--level", "school", "--lang", "sv", "-o", "-", cwd=path)
    assert asked in " ".join(form.out.split())


@pytest.mark.parametrize(
    ("forms", "laws"),
    [
        ("grundskola", ["skollagen-4-12", "skollagen-4-13"]),
        ("forskola", ["skollagen-4-12", "skollagen-4-13"]),
        ("gymnasieskola", ["skollagen-4-13"]),
        ("komvux", ["skollagen-4-13"]),
    ],
)
def test_the_law_of_a_cell_is_the_law_of_the_school_form(crosp: Any, unit: Any, forms: str, laws: list[str]) -> None:
    answer = crosp("analyse", "a.yaml", "--format", "json", cwd=unit(forms)).out
    (found,) = json.loads(answer)["assessments"]
    (cell,) = (one for one in found["cells"] if (one["principle"], one["area"]) == ("participation", "governance"))
    assert [one["id"] for one in cell["references"] if one["why"]] == laws


def test_guardians_are_told_of_a_forum_where_the_law_gives_them_one(crosp: Any, unit: Any) -> None:
    page = printed(crosp, unit("grundskola"), "--kind", "public")
    assert "Till vårdnadshavare" in page
    assert "minst ett forum för samråd" in page
    assert "Skollagen 4 kap. 4, 12 och 13 §§" in page.replace("\u00a0", " ")


def test_guardians_of_upper_secondary_school_are_told_what_holds_for_them(crosp: Any, unit: Any) -> None:
    page = printed(crosp, unit("gymnasieskola"), "--kind", "public")
    assert "Till vårdnadshavare" in page
    assert "Som vårdnadshavare ska ni få vara med" in page
    assert "4 kap. 4 §" in page
    assert "forum" not in page
    assert "12 och 13 §§" not in page


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_where_there_are_no_guardians_the_page_is_for_learners(crosp: Any, unit: Any, form: str) -> None:
    asked = ("--kind", "public", "--format", form, "--lang", "sv", "-o", "-")
    page = crosp("render", "a.yaml", *asked, cwd=unit("komvux")).out
    assert "För elever" in page
    assert "årdnadshavare" not in page
    assert "barn du" not in page
    assert "Skollagen 4 kap. 4, 9 och 13 §§" in page.replace("\u00a0", " ")


def test_guardians_are_missed_only_where_there_are_any(crosp: Any, unit: Any) -> None:
    assert "vårdnadshavare" in crosp("validate", "a.yaml", "--lang", "sv", cwd=unit("gymnasieskola")).out
    assert "vårdnadshavare" not in crosp("validate", "a.yaml", "--lang", "sv", cwd=unit("komvux")).out


def test_an_editor_shows_the_question_as_the_units_are_asked_it(crosp: Any, folder: Any) -> None:
    def hovered(*forms: str, places: str = "school participation governance") -> str:
        units = "\n".join(f"  - {{id: u{n}, name: U, school_forms: [{one}]}}" for n, one in enumerate(forms))
        project = PROJECT.format(forms="").split("units:")[0] + (f"units:\n{units}\n" if forms else "")
        folder.write("crosp.yaml", project)
        made = json.loads(crosp("schema", "assessment", "--lang", "sv", cwd=folder.path).out)
        level, row, column = places.split()
        return str(made["$defs"][f"cells-{level}"]["properties"][row]["properties"][column]["description"])

    ours = "Vilka frågor får barn och vårdnadshavare säga sin mening om innan ni beslutar?"
    as_elsewhere = "Vilka frågor får barn, elever och vårdnadshavare säga sin mening om innan ni beslutar?"
    assert hovered("forskola").startswith(ours)
    assert as_elsewhere not in hovered("forskola", "forskola")
    assert hovered("grundskola", "grundskola, fritidshem").count("säga sin mening") == 1
    both = hovered("forskola", "grundskola")
    assert both.startswith(as_elsewhere)
    assert f"\nFörskola:\n{ours}\n" in both
    assert hovered().count("säga sin mening") == 3  # without units, every way to ask it
    for forms, whom in (
        (("komvux", "komvux"), "elevers"),
        (("komvux", "grundskola"), "barns, elevers och vårdnadshavares"),
    ):
        asked = hovered(*forms, places="organiser participation governance")
        assert asked.startswith(f"Hur kommer {whom} synpunkter")
        assert asked.count("synpunkter in i era beslut") == 1
