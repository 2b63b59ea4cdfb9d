"""`crosp analyse`: which assessments, in which form, and what must hold of any analysis."""

import copy
import datetime
import json
import random
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

TODAY = "2026-11-01"
PRINCIPLES = (
    "shared-direction",
    "collaboration",
    "professional-development",
    "inclusive-leadership",
    "participation",
    "follow-up",
)
AREAS = ("funding", "governance", "capacity-building", "quality")
SUMMING_UP = {"total", "sum", "average", "mean", "median", "score", "rank", "ranking", "index", "grade", "percent"}


def only(result: Any) -> dict[str, Any]:
    """The one analysis in a JSON answer."""
    assert (result.status, result.err) == (0, "")
    answer = json.loads(result.out)
    assert list(answer) == ["format", "assessments", "levels", "by"]
    (found,) = answer["assessments"]
    assert isinstance(found, dict)
    return found


def cell_of(analysis: dict[str, Any], principle: str, area: str) -> dict[str, Any]:
    (found,) = [cell for cell in analysis["cells"] if (cell["principle"], cell["area"]) == (principle, area)]
    assert isinstance(found, dict)
    return found


def in_focus(analysis: dict[str, Any]) -> list[tuple[str, str]]:
    return [(focus["principle"], focus["area"]) for focus in analysis["focus"]]


@pytest.fixture
def analysed(crosp: Any, folder: Any) -> Callable[..., dict[str, Any]]:
    """Analyse an assessment with these cells: `{"shared-direction/funding": {...}}`."""

    def analyse(cells: dict[str, Any], more: str = "", **heading: str) -> dict[str, Any]:
        rows: dict[str, Any] = {}
        for place, cell in cells.items():
            principle, area = place.split("/")
            rows.setdefault(principle, {})[area] = cell
        folder.project(more)
        lines = "\n".join(f"{json.dumps(row)}: {json.dumps(content)}" for row, content in rows.items())
        folder.assessment("a.yaml", lines, **heading)
        return only(crosp("analyse", "--format", "json", "--today", TODAY, "a.yaml", cwd=folder.path))

    return analyse


class TestWhich:
    def test_in_a_folder_the_newest_of_each_unit_and_level(self, crosp: Any, folder: Any) -> None:
        folder.project()
        for name, unit, level, date in (
            ("1.yaml", "ekskolan", "school", "2026-10-15"),
            ("2.yaml", "ekskolan", "school", "2025-10-15"),
            ("3.yaml", "ekskolan", "teaching", "2024-10-15"),
            ("4.yaml", "asko", "school", "2023-10-15"),
        ):
            folder.assessment(name, unit=unit, level=level, date=date, occasion=date[:4])
        answer = json.loads(crosp("analyse", "--format", "json", ".", cwd=folder.path).out)
        assert [(one["unit"], one["level"], one["occasion"]) for one in answer["assessments"]] == [
            ("ekskolan", "school", "2026"),
            ("ekskolan", "teaching", "2024"),
            ("asko", "school", "2023"),
        ]

    def test_a_named_file_is_shown_however_old(self, crosp: Any, folder: Any) -> None:
        folder.project()
        folder.assessment("new.yaml")
        folder.assessment("old.yaml", date="2020-10-15", occasion="2020-ht")
        for name in ("old.yaml", "./old.yaml", folder.path / "old.yaml"):
            assert only(crosp("analyse", "--format", "json", name, cwd=folder.path))["occasion"] == "2020-ht"
        both = json.loads(crosp("analyse", "--format", "json", ".", "old.yaml", cwd=folder.path).out)
        assert [one["occasion"] for one in both["assessments"]] == ["2026-ht", "2020-ht"]

    def test_units_stand_in_the_order_of_their_files_and_not_of_their_results(self, crosp: Any, folder: Any) -> None:
        folder.project()
        cells = "shared-direction: {{funding: {{current_state: {{rating: {}}}}}}}"
        folder.assessment("1.yaml", cells.format(0), unit="ekskolan")
        folder.assessment("2.yaml", cells.format(3), unit="asko")
        answer = json.loads(crosp("analyse", "--format", "json", ".", cwd=folder.path).out)
        assert [one["unit"] for one in answer["assessments"]] == ["ekskolan", "asko"]

    def test_no_assessment_at_all(self, crosp: Any, folder: Any) -> None:
        folder.project()
        for arguments in ([], ["crosp.yaml"]):
            result = crosp("analyse", "--full", *arguments, cwd=folder.path)
            assert (result.status, result.out) == (2, "")
            assert "`format: crosp-assessment/1`" in result.err

    @pytest.mark.parametrize("language", ["sv", "en"])
    @pytest.mark.parametrize("path", ["nope.yaml", "empty"])
    def test_nothing_there(self, crosp: Any, folder: Any, path: str, language: str) -> None:
        (folder.path / "empty").mkdir()
        result = crosp("analyse", "--full", path, "--lang", language, cwd=folder.path)
        assert (result.status, result.out) == (2, "")
        assert result.err.startswith("crosp: ")
        assert path in result.err


class TestStatus:
    @pytest.mark.parametrize("form", ["text", "json", "markdown"])
    def test_warnings_do_not_change_it(self, crosp: Any, folder: Any, form: str) -> None:
        folder.project("checks: {fail_on: note}\n")
        folder.assessment(cells="shared-direction: {funding: {current_state: {rating: 2}}, governance: }")
        assert crosp("validate", ".", cwd=folder.path).status == 1
        result = crosp("analyse", "--full", "--format", form, ".", cwd=folder.path)
        assert (result.status, result.err) == (0, "")

    def test_a_document_that_does_not_hold(self, crosp: Any, folder: Any) -> None:
        folder.project()
        folder.assessment("good.yaml", unit="asko")
        folder.assessment("bad.yaml", "shared-direction: {funding: {current_state: {rating: 9}}}")
        text = crosp("analyse", "--full", "--lang", "en", ".", cwd=folder.path)
        assert text.status == 1
        assert text.out.startswith("bad.yaml:")
        assert ": CR122 error: " in text.out
        report = json.loads(crosp("analyse", "--format", "json", ".", cwd=folder.path).out)
        assert [finding["code"] for finding in report["findings"]] == ["CR122"]
        assert report["summary"] == {"files": 3, "errors": 1, "warnings": 0, "notes": 0}

    def test_what_stands_in_the_way_is_no_markdown(self, crosp: Any, folder: Any) -> None:
        folder.project()
        folder.assessment(cells="'[x](https://example.org)': {}")
        result = crosp("analyse", "--format", "markdown", ".", cwd=folder.path)
        assert (result.status, result.out) == (1, "")
        assert "CR121" in result.err

    def test_a_broken_project(self, crosp: Any, folder: Any) -> None:
        folder.write("crosp.yaml", "format: crosp-project/1\n")
        folder.assessment()
        result = crosp("analyse", "--full", ".", cwd=folder.path)
        assert result.status == 2
        assert "crosp.yaml:1:1: CR102 " in result.out

    def test_a_file_that_may_not_be_read(self, crosp_without_rights: Any, folder: Any) -> None:
        folder.assessment("closed.yaml")
        (folder.path / "closed.yaml").chmod(0)
        result = crosp_without_rights("analyse", "closed.yaml", cwd=folder.path)
        assert (result.status, result.err) == (2, "")
        assert "closed.yaml:1:1: CR002 " in result.out

    def test_a_project_that_may_not_be_looked_into(self, crosp_without_rights: Any, folder: Any) -> None:
        folder.project()  # what it says of small groups holds, or nothing is shown
        folder.assessment("assessments/a.yaml")
        folder.path.chmod(0)
        try:
            result = crosp_without_rights("analyse", "a.yaml", cwd=folder.path / "assessments")
        finally:
            folder.path.chmod(0o700)
        assert (result.status, result.err) == (2, "")
        assert "crosp.yaml:1:1: CR002 " in result.out


class TestJson:
    def test_shape(self, analysed: Any) -> None:
        measure = {"id": "time", "what": "Time together. ", "responsible": "principal", "due": "2026-10-01"}
        found = analysed(
            {
                "shared-direction/governance": {
                    "current_state": {"reflection": "Known.", "rating": 1},
                    "need": {"analysis": "Time.", "target": 3, "priority": "high"},
                    "measures": [{**measure, "scope": "group", "orientation": "preventive", "start": "2026-09-01"}],
                }
            }
        )
        assert list(found) == (
            "framework unit level occasion date today scale cells profiles focus unplaced passed_over measures "  # noqa: SIM905
            "orientation".split()
        )
        assert found["framework"] == "spsm-crosp@2024"
        assert (found["unit"], found["level"], found["occasion"]) == ("ekskolan", "school", "2026-ht")
        assert (found["date"], found["today"]) == ("2026-10-15", TODAY)
        assert found["scale"] == [
            {"value": 0, "label": "Not begun"},
            {"value": 1, "label": "Begun"},
            {"value": 2, "label": "In place"},
            {"value": 3, "label": "Followed up"},
        ]
        cell = cell_of(found, "shared-direction", "governance")
        references = cell.pop("references")
        assert cell == {
            "principle": "shared-direction",
            "area": "governance",
            "state": "rated",
            "rating": 1,
            "target": 3,
            "gap": 2,
            "priority": "high",
            "need": True,
            "groups_differ": False,
            "agreement": None,
            "untouched": False,
        }
        assert {
            "id": "skollagen-1-5",
            "kind": "law",
            "number": "1:5",
            "title": "Education Act, chapter 1, section 5",
            "binding": "shall",
            "duty": True,
            "why": None,
            "as_of": "2026-01-15",
            "changes": [
                {
                    "what": "Those who work in education are to promote the democratic values too, and the duty to "
                    "counter degrading treatment moves to chapter 6.",
                    "from": "2026-08-01",
                    "source": "Prop. 2025/26:196, bet. 2025/26:UbU25, SFS 2026:1096",
                    "sure": "preparatory-work",
                    "paraphrase_holds": True,
                }
            ],
        } in references
        assert list(found["profiles"]) == ["principles", "areas", "factors"]
        assert found["profiles"]["principles"][0] == {
            "id": "shared-direction",
            "title": "A shared direction",
            "steps": {"0": 0, "1": 1, "2": 0, "3": 0},
            "not_rated": 0,
            "not_applicable": 0,
        }
        (focus,) = found["focus"]
        assert list(focus) == ["principle", "area", "grounds", "reasons"]
        assert focus["grounds"] == ["priority", "gap"]
        assert len(focus["reasons"]) == 2
        assert found["unplaced"] == []
        assert found["measures"] == [
            {
                "id": "time",
                "principle": "shared-direction",
                "area": "governance",
                "what": "Time together.",
                "responsible": "principal",
                "status": "planned",
                "start": "2026-09-01",
                "due": "2026-10-01",
                "overdue": True,
                "scope": "group",
                "orientation": "preventive",
            }
        ]

    def test_every_cell_in_the_order_of_the_framework(self, analysed: Any) -> None:
        found = analysed({"follow-up/quality": {"current_state": {"rating": 0}}})
        assert [(cell["principle"], cell["area"]) for cell in found["cells"]] == [
            (principle, area) for principle in PRINCIPLES for area in AREAS
        ]

    def test_not_assessed_is_not_nought(self, analysed: Any) -> None:
        found = analysed(
            {
                "shared-direction/funding": {"current_state": {"rating": 0}},
                "shared-direction/governance": {"current_state": {"reflection": "Known."}},
                "shared-direction/quality": None,
                "follow-up/quality": {"not_applicable": "No budget of our own."},
            }
        )
        states = {(cell["principle"], cell["area"]): (cell["state"], cell["rating"]) for cell in found["cells"]}
        assert states["shared-direction", "funding"] == ("rated", 0)
        assert states["shared-direction", "governance"] == ("described", None)
        assert states["shared-direction", "quality"] == ("not-assessed", None)
        assert states["shared-direction", "capacity-building"] == ("outside", None)
        assert states["follow-up", "quality"] == ("not-applicable", None)
        row = found["profiles"]["principles"][0]
        assert (row["steps"], row["not_rated"]) == ({"0": 1, "1": 0, "2": 0, "3": 0}, 2)
        column = found["profiles"]["areas"][3]
        assert (column["not_rated"], column["not_applicable"]) == (1, 1)

    @pytest.mark.parametrize(
        ("rating", "target", "gap"),
        [(1, 3, 2), (2, 2, 0), (3, 1, -2), (0, 3, 3), (None, 2, None), (2, None, None), (None, None, None)],
    )
    def test_gap(self, analysed: Any, rating: int | None, target: int | None, gap: int | None) -> None:
        found = analysed({"follow-up/quality": {"current_state": {"rating": rating}, "need": {"target": target}}})
        assert cell_of(found, "follow-up", "quality")["gap"] == gap

    def test_measures_by_status_and_due_date(self, analysed: Any) -> None:
        measures = [
            {"id": "e", "what": "x", "status": "dropped"},
            {"id": "d", "what": "x", "status": "done", "due": "2026-01-01"},
            {"id": "c", "what": "x", "status": "planned"},
            {"id": "b", "what": "x", "status": "planned", "due": "2027-01-01"},
            {"id": "a", "what": "x", "status": "ongoing", "due": "2028-01-01"},
        ]
        found = analysed({"follow-up/quality": {"measures": measures}})
        assert [measure["id"] for measure in found["measures"]] == ["a", "b", "c", "d", "e"]

    @pytest.mark.parametrize(
        ("due", "status", "overdue"),
        [
            ("2026-10-31", "planned", True),
            ("2026-10-31", "ongoing", True),
            ("2026-11-01", "planned", False),
            ("2026-10-31", "done", False),
            ("2026-10-31", "dropped", False),
            (None, "planned", False),
        ],
    )
    def test_overdue(self, analysed: Any, due: str | None, status: str, *, overdue: bool) -> None:
        measure = {"id": "a", "what": "x", "status": status, "due": due}
        assert analysed({"follow-up/quality": {"measures": [measure]}})["measures"][0]["overdue"] is overdue


def rated(rating: int, **need: Any) -> dict[str, Any]:
    return {"current_state": {"rating": rating}, "need": need}


class TestFocus:
    """The grounds in their order. At level teaching the law speaks of few cells, so that other grounds can be seen."""

    def test_what_the_team_has_placed_goes_before_a_duty_at_one_of_the_two_lowest_steps(self, analysed: Any) -> None:
        found = analysed(
            {
                "follow-up/quality": rated(2, target=3, priority="low"),
                "participation/governance": rated(1),
                "participation/quality": rated(2),
                "participation/funding": rated(1),
            }
        )
        assert in_focus(found) == [("follow-up", "quality"), ("participation", "governance")]
        assert [focus["grounds"] for focus in found["focus"]] == [["priority", "gap"], ["duty"]]
        laws = [one for one in cell_of(found, "participation", "governance")["references"] if one["why"]]
        assert [law["number"] for law in laws] == ["4:12", "4:13"]
        assert laws[1]["why"].startswith("Every unit is to have at least one forum for consultation")

    def test_where_the_law_asks_and_nothing_is_placed_is_named_in_every_form(
        self, analysed: Any, crosp: Any, folder: Any
    ) -> None:
        placed = {f"shared-direction/{area}": rated(2, target=3, priority="high") for area in AREAS}
        found = analysed({**placed, "participation/governance": rated(1), "participation/quality": rated(3)})
        assert found["unplaced"] == [
            {"principle": "participation", "area": "governance", "laws": ["skollagen-4-12", "skollagen-4-13"]},
        ]
        assert ("participation", "governance") not in in_focus(found)
        for form in ("text", "markdown"):
            said = " ".join(crosp("analyse", "--full", "--format", form, "--lang", "sv", cwd=folder.path).out.split())
            assert "Här ställer lagen krav, och ni har inte angett någon prioritet:" in said
            assert "Delaktighet och inflytande × Styrning (Skollagen 4 kap. 12 och 13 §§)" in said

    def test_priority_then_gap_then_the_order_of_the_framework(self, analysed: Any) -> None:
        found = analysed(
            {
                "follow-up/funding": rated(2, target=3, priority="high"),
                "professional-development/quality": rated(2, target=3, priority="medium"),
                "professional-development/funding": rated(2, target=3, priority="medium"),
                "shared-direction/funding": rated(2, target=3, priority="low"),
                "shared-direction/quality": rated(2, target=3),
            }
        )
        assert in_focus(found) == [
            ("follow-up", "funding"),
            ("professional-development", "funding"),
            ("professional-development", "quality"),
        ]

    def test_a_larger_gap_goes_first_among_the_equal(self, analysed: Any) -> None:
        found = analysed(
            {
                "professional-development/funding": rated(2, target=3),
                "professional-development/governance": {"need": {"target": 3}},
                "follow-up/funding": rated(2, target=2),
                "collaboration/funding": rated(3, target=1),
            },
            level="teaching",
        )
        assert in_focus(found) == [("professional-development", "funding")]

    def test_groups_that_differ(self, analysed: Any) -> None:
        ratings = {"teachers": {"3": 6}, "student-health": {"0": 5}}
        cells = {"professional-development/funding": {"current_state": {"rating": 2, "group_ratings": ratings}}}
        found = analysed(cells)
        assert [focus["grounds"] for focus in found["focus"]] == [["groups-differ"]]
        assert analysed(cells, "privacy: {smallest_group: 6}\n")["focus"] == []
        same = {"teachers": {"2": 6}, "student-health": {"1": 3, "2": 3}}
        cells = {"professional-development/funding": {"current_state": {"rating": 2, "group_ratings": same}}}
        assert analysed(cells)["focus"] == []

    def test_carried_over_and_untouched(self, analysed: Any) -> None:
        measure = {"id": "a", "what": "x", "carried_over_from": "2025-ht"}
        results = [[], [{"date": "2026-09-01"}], [{"date": "2026-09-01", "result": "Something."}]]
        expected = [["untouched"], ["untouched"], None]
        for follow_ups, grounds in zip(results, expected, strict=True):
            found = analysed(
                {"professional-development/funding": {"measures": [{**measure, "follow_ups": follow_ups}]}}
            )
            assert [focus["grounds"] for focus in found["focus"]] == ([grounds] if grounds else [])

    def test_what_does_not_apply_is_never_in_focus(self, analysed: Any) -> None:
        assert analysed({"follow-up/quality": {"not_applicable": "None of ours."}})["focus"] == []

    @pytest.mark.parametrize(("kind", "bound"), [("municipal", True), ("independent", False), ("region", False)])
    def test_a_section_that_binds_municipalities_only(self, crosp: Any, folder: Any, kind: str, *, bound: bool) -> None:
        folder.project()
        project = (folder.path / "crosp.yaml").read_text()
        folder.write("crosp.yaml", project.replace("type: municipal", f"type: {kind}"))
        cells = "professional-development: {funding: {current_state: {rating: 0}}}"
        folder.assessment("a.yaml", cells, level="organiser")
        text = (folder.path / "a.yaml").read_text().replace("unit: ekskolan\n", "")
        folder.write("a.yaml", text)
        found = only(crosp("analyse", "--format", "json", ".", cwd=folder.path))
        references = cell_of(found, "professional-development", "funding")["references"]
        assert ("skollagen-2-8b" in {reference["id"] for reference in references}) is bound

    @pytest.mark.parametrize(("form", "bound"), [("grundskola", True), ("forskola", False), ("gymnasieskola", True)])
    def test_a_section_that_does_not_concern_preschool(
        self, crosp: Any, folder: Any, form: str, *, bound: bool
    ) -> None:
        folder.project()
        project = (folder.path / "crosp.yaml").read_text()
        folder.write("crosp.yaml", project.replace("[grundskola]", f"[{form}]"))
        folder.assessment("a.yaml", "collaboration: {governance: {current_state: {rating: 0}}}")
        found = only(crosp("analyse", "--format", "json", ".", cwd=folder.path))
        references = cell_of(found, "collaboration", "governance")["references"]
        assert ("skollagen-2-25" in {reference["id"] for reference in references}) is bound


class TestText:
    @pytest.fixture(autouse=True)
    def _project(self, folder: Any) -> None:
        folder.project()
        folder.assessment(
            cells="""\
shared-direction:
  funding: {current_state: {rating: 0}, need: {target: 2}}
  governance: {current_state: {reflection: Known.}}
  capacity-building: {not_applicable: Not ours.}
  quality: {current_state: {rating: 3}}
follow-up:
  funding:
    need: {analysis: Time.}
    measures: [{id: a, what: "Time [/nope] together", responsible: "[bold]principal[/bold]", due: 2026-10-01}]
"""
        )

    def test_the_map(self, crosp: Any, folder: Any) -> None:
        out = crosp("analyse", "--full", "--today", TODAY, ".", cwd=folder.path).out
        row = next(line for line in out.splitlines() if line.startswith(" Shared direction"))
        assert re.findall(r"\S+(?: \S+)*", row) == ["Shared direction", "0 □□□ →2 ①", "…", "–", "3 ■■■"]
        row = next(line for line in out.splitlines() if line.startswith(" Collaboration"))
        assert row.split() == ["Collaboration"]
        assert "This occasion is about 5 of the 24 parts of the map; the others do not belong to it." in " ".join(
            out.split()
        )

    @pytest.mark.parametrize("columns", [80, 120])
    @pytest.mark.parametrize("language", ["sv", "en"])
    def test_it_fits_the_width(self, crosp: Any, examples: Path, columns: int, language: str) -> None:
        for name in ("ekskolan", "exempelkommun", "other-framework"):
            result = crosp(
                "analyse", "--full", "--lang", language, ".", cwd=examples / name, env={"COLUMNS": str(columns)}
            )
            assert max(map(len, result.out.splitlines())) <= columns
            assert not re.search(r" $", result.out, re.MULTILINE)

    @pytest.mark.parametrize(
        ("language", "headings"),
        [
            ("en", ["Focus", "Left to the target", "How many at each step", "Measures", "(overdue)"]),
            ("sv", ["Fokus", "Så många på varje steg", "Insatser", "(försenad)"]),
        ],
    )
    def test_headings(self, crosp: Any, folder: Any, language: str, headings: list[str]) -> None:
        out = crosp("analyse", "--full", "--today", TODAY, "--lang", language, ".", cwd=folder.path).out
        assert [heading for heading in headings if heading not in out] == []

    def test_what_looks_like_markup_is_text(self, crosp: Any, folder: Any) -> None:
        out = crosp("analyse", "--full", ".", cwd=folder.path).out
        assert "Time [/nope] together" in out
        assert "[bold]principal" in out

    def test_markdown(self, crosp: Any, folder: Any) -> None:
        swedish, english = (
            crosp("analyse", "--format", "markdown", "--lang", language, ".", cwd=folder.path)
            for language in ("sv", "en")
        )
        for result in (swedish, english):
            assert (result.status, result.err) == (0, "")
            assert result.out.startswith("# ")
            assert "| " in result.out
        assert swedish.out != english.out

    @pytest.mark.parametrize("form", ["text", "markdown"])
    @pytest.mark.parametrize("language", ["sv", "en"])
    def test_nothing_is_summed_up(self, crosp: Any, examples: Path, form: str, language: str) -> None:
        forbidden = r"(?i)\b(total\w*|average|mean value|score|medelvärde\w*|genomsnitt\w*|poäng\w*|summa\b|ranking)"
        for name in ("ekskolan", "exempelkommun", "other-framework"):
            out = crosp("analyse", "--full", "--format", form, "--lang", language, ".", cwd=examples / name).out
            assert not re.search(forbidden, out.replace("Ingen totalsumma räknas fram.", ""))
            assert not re.search(r"\b\d+[.,]\d+\b(?!-)", re.sub(r"\d{4}-\d\d-\d\d", "", out)), "steps are whole numbers"


# --- what holds of any analysis --------------------------------------------------------------------------------

_STEPS = st.none() | st.integers(0, 3)
_DAYS = st.none() | st.dates(min_value=datetime.date(2025, 1, 1), max_value=datetime.date(2028, 1, 1)).map(str)
_WORDS = st.none() | st.sampled_from(["Known.", "Not known.", "Known in some teams, not in others."])
_GROUPS = st.dictionaries(
    st.sampled_from(["teachers", "student-health", "leisure-staff"]),
    st.dictionaries(st.integers(0, 3).map(str), st.integers(0, 9), max_size=3),
    max_size=3,
)
_MEASURES = st.fixed_dictionaries(
    {
        "id": st.sampled_from([f"m{number}" for number in range(12)]),
        "what": st.sampled_from(["Time together", "A shared routine"]),
        "status": st.sampled_from(["planned", "ongoing", "done", "dropped"]),
        "due": _DAYS,
        "carried_over_from": st.none() | st.just("2025-ht"),
        "follow_ups": st.lists(st.fixed_dictionaries({"date": _DAYS, "result": _WORDS}), max_size=2),
    }
)
_CELLS = st.one_of(
    st.none(),
    st.fixed_dictionaries({"not_applicable": st.just("Not ours.")}),
    st.fixed_dictionaries(
        {},
        optional={
            "current_state": st.fixed_dictionaries({"reflection": _WORDS, "rating": _STEPS, "group_ratings": _GROUPS}),
            "need": st.fixed_dictionaries(
                {"analysis": _WORDS, "target": _STEPS, "priority": st.sampled_from([None, "high", "medium", "low"])}
            ),
            "measures": st.lists(_MEASURES, max_size=4, unique_by=lambda measure: measure["id"]),
        },
    ),
)
_MATRICES = st.dictionaries(st.sampled_from(PRINCIPLES), st.dictionaries(st.sampled_from(AREAS), _CELLS, max_size=4))


@st.composite
def documents(draw: st.DrawFn, unit: str = "ekskolan") -> dict[str, Any]:
    return {
        "format": "crosp-assessment/1",
        "framework": "spsm-crosp@2024",
        "unit": unit,
        "level": draw(st.sampled_from(["school", "teaching"])),
        "occasion": "2026-ht",
        "date": "2026-10-15",
        "participants": [{"group": "pupils", "count": 8}],
        "cells": draw(_MATRICES),
    }


def shuffled(value: Any, chance: random.Random) -> Any:
    """The same document with its keys, cells and measures in another order."""
    if isinstance(value, dict):
        items = [(key, shuffled(inside, chance)) for key, inside in value.items()]
        for key, inside in items:
            if key == "measures" and inside:
                chance.shuffle(inside)
        chance.shuffle(items)
        return dict(items)
    return [shuffled(inside, chance) for inside in value] if isinstance(value, list) else value


@pytest.fixture(scope="module")
def answer(crosp: Any) -> Callable[..., str]:
    """What `crosp analyse --format json` says of these documents, given in this order."""

    def analyse(**documents: dict[str, Any]) -> str:
        with TemporaryDirectory() as name:
            path = Path(name)
            for file, document in documents.items():
                (path / f"{file}.yaml").write_text(json.dumps(document))
            files = [f"{file}.yaml" for file in documents]
            result = crosp("analyse", "--format", "json", "--today", TODAY, "--lang", "en", *files, cwd=path)
        assert (result.status, result.err) == (0, ""), result.out
        return str(result.out)

    return analyse


def keys_in(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        for inside in value.values():
            yield from keys_in(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from keys_in(inside)


class TestAlways:
    @given(document=documents(), chance=st.randoms(use_true_random=False))
    def test_the_order_of_keys_cells_and_measures_changes_nothing(
        self, answer: Any, document: Any, chance: random.Random
    ) -> None:
        assert answer(a=document) == answer(a=shuffled(copy.deepcopy(document), chance))

    @given(one=documents("ekskolan"), two=documents("asko"))
    def test_the_order_of_files_changes_nothing(self, answer: Any, one: Any, two: Any) -> None:
        assert answer(a=one, b=two) == answer(b=two, a=one)

    @given(
        document=documents(),
        place=st.tuples(st.sampled_from(PRINCIPLES), st.sampled_from(AREAS)),
        unfilled=st.sampled_from([None, {}, {"current_state": None, "need": None, "measures": []}]),
    )
    def test_an_unfilled_cell_is_not_assessed_and_changes_nothing_else(
        self, answer: Any, document: Any, place: tuple[str, str], unfilled: Any
    ) -> None:
        more = copy.deepcopy(document)
        more["cells"].setdefault(place[0], {}).setdefault(place[1], unfilled)
        (before,), (after,) = (json.loads(answer(a=one))["assessments"] for one in (document, more))
        cell = cell_of(before, *place)
        if cell["state"] == "outside":
            cell["state"] = "not-assessed"
            for axis, name in (("principles", place[0]), ("areas", place[1])):
                next(profile for profile in before["profiles"][axis] if profile["id"] == name)["not_rated"] += 1
            before["profiles"]["factors"] = after["profiles"]["factors"]
        assert after == before

    @given(document=documents())
    def test_gaps_focus_and_counts(self, answer: Any, document: Any) -> None:
        (found,) = json.loads(answer(a=document))["assessments"]
        assert not SUMMING_UP & {part for key in keys_in(found) for part in re.split(r"[_\W]", key.lower())}
        assert len(found["focus"]) <= 3
        assert len(set(in_focus(found))) == len(found["focus"])
        for focus in found["focus"]:
            cell = cell_of(found, focus["principle"], focus["area"])
            assert focus["grounds"]
            assert len(focus["grounds"]) == len(focus["reasons"])
            assert cell["state"] != "not-applicable"
        for cell in found["cells"]:
            both = cell["rating"] is not None and cell["target"] is not None
            assert cell["gap"] == (cell["target"] - cell["rating"] if both else None)
            assert (cell["state"] == "rated") == (cell["rating"] is not None)
        for profiles in (found["profiles"]["principles"], found["profiles"]["areas"]):
            counted = [sum(p["steps"].values()) + p["not_rated"] + p["not_applicable"] for p in profiles]
            assert sum(counted) == sum(cell["state"] != "outside" for cell in found["cells"])
            assert len(found["cells"]) == 24
            for step in found["scale"]:
                rated_so = [cell for cell in found["cells"] if cell["rating"] == step["value"]]
                assert sum(profile["steps"][str(step["value"])] for profile in profiles) == len(rated_so)


class TestOtherFramework:
    """Nothing in the code knows the number six: every command, on three rows, two columns and five steps."""

    @pytest.mark.parametrize("language", ["sv", "en"])
    @pytest.mark.parametrize(
        "arguments",
        [
            ["validate", "--today", TODAY],
            ["validate", "--format", "json", "--today", TODAY],
            ["analyse", "--today", TODAY],
            ["analyse", "--format", "json", "--today", TODAY],
            ["analyse", "--format", "markdown", "--today", TODAY],
            *(["analyse", "--by", kind, "--explain"] for kind in ("principle", "area", "factor", "level", "arena")),
            ["show"],
            ["show", "--format", "json"],
            ["show", "arriving"],
            ["show", "time-and-people"],
            ["show", "Looking back", "Everyday practice"],
            ["show", "school-team"],
            ["show", "charter-5"],
            ["show", "joint planning"],
            ["explain", "CR122"],
            ["render", "assessments/2026-autumn-network.yaml", "--format", "html", "-o", "-", "--today", TODAY],
            ["render", "assessments/2026-autumn-network.yaml", "--format", "markdown", "-o", "-", "--today", TODAY],
        ],
        ids=" ".join,
    )
    def test_every_command(self, crosp: Any, examples: Path, arguments: list[str], language: str) -> None:
        result = crosp(*arguments, "--lang", language, cwd=examples / "other-framework")
        assert result.status == 0
        assert result.err == ""
        assert len(result.out) > 40
        assert "En gemensam riktning" not in result.out
        assert "shared-direction" not in result.out

    def test_the_matrix_has_its_own_shape(self, crosp: Any, examples: Path) -> None:
        path = examples / "other-framework"
        found = json.loads(crosp("analyse", "--format", "json", ".", cwd=path).out)["assessments"]
        assert [(one["unit"], one["level"], len(one["cells"])) for one in found] == [
            (None, "network", 6),
            ("mill-lane", "school-team", 6),
        ]
        for one in found:
            assert [step["value"] for step in one["scale"]] == [1, 2, 3, 4, 5]
            assert [len(profiles) for profiles in one["profiles"].values()] == [3, 2, 2]

    @pytest.mark.parametrize("language", ["sv", "en"])
    def test_the_next_assessment(self, crosp: Any, examples: Path, tmp_path: Path, language: str) -> None:
        path = shutil.copytree(examples / "other-framework", tmp_path / "copy")
        project = path / "crosp.yaml"
        project.write_text(project.read_text().replace("language: en", f"language: {language}"))
        result = crosp("new", "2027-autumn", "--date", "2027-10-01", "--lang", language, cwd=path)
        assert result.status == 0
        report = json.loads(crosp("validate", "--format", "json", "--today", "2027-10-01", ".", cwd=path).out)
        assert report["summary"]["errors"] == 0
        found = json.loads(crosp("analyse", "--format", "json", ".", cwd=path).out)["assessments"]
        assert [(one["level"], one["occasion"]) for one in found] == [
            ("network", "2027-autumn"),
            ("school-team", "2027-autumn"),
        ]
        assert {measure["id"] for measure in found[0]["measures"]} == {"short-handover", "sharing-grounds"}
