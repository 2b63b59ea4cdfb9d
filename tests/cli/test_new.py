"""`crosp new`: the next assessment, with what is left from the last one in the very same words."""

import json
import re
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from crosp_cli.cli.commands.new.next_occasion import likely_next
from crosp_cli.model.fields import BLANK
from crosp_cli.reading.yaml.decode import FORBIDDEN

pytestmark = pytest.mark.cli

CELLS = """\
shared-direction:
  funding:
    current_state: {reflection: We have a key., rating: 1, evidence: [The key]}
    need: {analysis: Time., target: 3, priority: high}
    measures:
      - {id: planned, what: Planned, due: 2027-01-31, follow_ups: [{date: 2027-02-10, source: survey}]}
      - id: ongoing
        what: |
          On two lines:
            one of them indented.
        status: ongoing
        collaboration: {with: [social services], conditions: {governance: "Yes: agreed"}}
      - {id: done, what: Done, status: done}
      - {id: dropped, what: Dropped, status: dropped}
  governance:
    current_state: {rating: 2}
    need: {target: 2}
  quality:
    need: {target: 2}
follow-up:
  funding:
    not_applicable: >-
      The organiser keeps
      the budget: none of it is ours.
  quality:
    current_state: {reflection: Known.}
"""


def read(path: Path) -> dict[str, Any]:
    """A file as any YAML reader sees it, every value as text."""
    found: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 -- text only
    return found


def unfilled(value: Any) -> bool:
    """Whether there are only keys, waiting for their values."""
    return all(map(unfilled, value.values())) if isinstance(value, dict) else not value


@pytest.fixture
def project(folder: Any) -> Any:
    """A project with one assessment of ekskolan."""
    folder.project()
    folder.assessment("assessments/ekskolan/2026-ht-school.yaml", CELLS)
    return folder


@pytest.fixture
def after(crosp: Any, project: Any) -> dict[str, Any]:
    """What the next assessment of ekskolan begins with."""
    result = crosp("new", "2027-ht", "--date", "2027-10-01", cwd=project.path)
    assert result.status == 0, result.err
    return read(project.path / "assessments/ekskolan/2027-ht-school.yaml")


class TestCarriedOver:
    def test_heading(self, after: dict[str, Any]) -> None:
        assert {key: after[key] for key in ("format", "framework", "unit", "level", "occasion", "date")} == {
            "format": "crosp-assessment/1",
            "framework": "spsm-crosp@2024",
            "unit": "ekskolan",
            "level": "school",
            "occasion": "2027-ht",
            "date": "2027-10-01",
        }
        assert unfilled(after["participants"])

    def test_the_cells_of_last_time_are_there_to_be_filled_in(self, after: dict[str, Any]) -> None:
        assert {name: list(row) for name, row in after["cells"].items()} == {
            "shared-direction": ["funding", "governance", "quality"],
            "follow-up": ["funding", "quality"],
        }
        cell = after["cells"]["follow-up"]["quality"]
        assert {step: list(fields) for step, fields in cell.items() if fields} == {
            "current_state": ["reflection", "rating", "evidence"],
            "need": ["analysis", "target", "priority"],
        }
        assert list(cell) == ["current_state", "need", "measures"]
        assert unfilled(cell)

    def test_the_current_state_is_asked_for_anew(self, after: dict[str, Any]) -> None:
        cell = after["cells"]["shared-direction"]["funding"]
        assert unfilled(cell["current_state"])
        assert cell["need"]["analysis"] == cell["need"]["priority"] == ""

    def test_targets_and_where_they_come_from(self, after: dict[str, Any]) -> None:
        row = after["cells"]["shared-direction"]
        needs = {area: (cell["need"]["target"], cell["need"].get("carried_over_from")) for area, cell in row.items()}
        assert needs == {
            "funding": ("3", "2026-ht"),
            "governance": ("", None),  # it was reached
            "quality": ("2", "2026-ht"),
        }

    def test_unfinished_measures_in_the_same_words_and_no_others(self, after: dict[str, Any], project: Any) -> None:
        before = read(project.path / "assessments/ekskolan/2026-ht-school.yaml")
        kept = before["cells"]["shared-direction"]["funding"]["measures"][:2]
        assert after["cells"]["shared-direction"]["funding"]["measures"] == [
            {**measure, "carried_over_from": "2026-ht"} for measure in kept
        ]

    def test_what_did_not_apply(self, after: dict[str, Any]) -> None:
        assert after["cells"]["follow-up"]["funding"] == {
            "not_applicable": "The organiser keeps the budget: none of it is ours."
        }

    @pytest.mark.parametrize("language", ["sv", "en"])
    def test_it_validates(self, crosp: Any, project: Any, language: str) -> None:
        project.project(language=language)
        result = crosp("new", "2027-ht", "--date", "2027-10-01", cwd=project.path)
        assert (result.status, result.err) == (0, "")
        assert "assessments/ekskolan/2027-ht-school.yaml" in result.out
        report = json.loads(crosp("validate", "--format", "json", "--today", "2027-10-01", ".", cwd=project.path).out)
        assert report["summary"]["errors"] == 0
        text = (project.path / "assessments/ekskolan/2027-ht-school.yaml").read_text()
        asked = {"sv": "# Hur mycket väger inkludering när", "en": "# How much does inclusion count when"}
        assert asked[language] in text
        again = {"sv": "# Så stod det 2026-ht. Gäller det fortfarande?", "en": "# This is what it said 2026-ht."}
        assert again[language] in text

    @pytest.mark.usefixtures("after")
    def test_what_is_carried_on_again_says_from_when(self, crosp: Any, project: Any) -> None:
        assert crosp("new", "2028-ht", "--date", "2028-10-01", cwd=project.path).status == 0
        last = read(project.path / "assessments/ekskolan/2028-ht-school.yaml")
        cell = last["cells"]["shared-direction"]["funding"]
        assert [measure["carried_over_from"] for measure in cell["measures"]] == ["2027-ht", "2027-ht"]
        assert (cell["need"]["target"], cell["need"]["carried_over_from"]) == ("3", "2027-ht")

    @pytest.mark.usefixtures("after")
    def test_analyse_sees_what_nobody_has_touched(self, crosp: Any, project: Any) -> None:
        (found,) = json.loads(crosp("analyse", "--format", "json", ".", cwd=project.path).out)["assessments"]
        assert found["occasion"] == "2027-ht"
        untouched = [(cell["principle"], cell["area"]) for cell in found["cells"] if cell["untouched"]]
        assert untouched == [("shared-direction", "funding"), ("shared-direction", "quality")]

    def test_the_last_one_is_left_as_it_is(self, crosp: Any, project: Any) -> None:
        file = project.path / "assessments/ekskolan/2026-ht-school.yaml"
        before = (file.stat().st_mtime_ns, file.read_bytes())
        crosp("new", "2027-ht", "--date", "2027-10-01", cwd=project.path)
        assert (file.stat().st_mtime_ns, file.read_bytes()) == before


_ANY = st.text(
    st.one_of(
        st.characters(codec="utf-8", exclude_categories=["Cs", "Cn"]),
        st.sampled_from("\n\t :#-'\"|>[]{},&*!?@`%~\\ ab0"),
    ),
    min_size=1,
    max_size=40,
).filter(lambda text: re.search(f"[^{BLANK}]", text) and not FORBIDDEN.search(text))
_MEASURE = st.fixed_dictionaries(
    {"id": st.just("a"), "what": _ANY},
    optional={
        "responsible": _ANY,
        "builds_on": _ANY,
        "collaboration": st.fixed_dictionaries(
            {"with": st.lists(_ANY, max_size=3), "purpose": _ANY},
            optional={"conditions": st.fixed_dictionaries({"structure": _ANY}), "confidentiality": _ANY},
        ),
        "follow_ups": st.lists(
            st.fixed_dictionaries(
                {"date": st.just("2027-01-20"), "result": _ANY}, optional={"other_explanations": _ANY}
            ),
            max_size=2,
        ),
    },
)


@given(measure=_MEASURE, reason=_ANY)
@example(measure={"id": "a", "what": "a line that ends in a space \n" * 40 + "and one more "}, reason="null")
@example(measure={"id": "a", "what": "~"}, reason="a #b\n\n\n# c\n")
@example(measure={"id": "a", "what": "---\n...\n"}, reason=" \n x ")
def test_any_text_comes_over_as_it_is(crosp: Any, measure: dict[str, Any], reason: str) -> None:
    with TemporaryDirectory() as name:
        path = Path(name)
        cells = {"follow-up": {"quality": {"measures": [measure]}, "funding": {"not_applicable": reason}}}
        heading = {"format": "crosp-assessment/1", "framework": "spsm-crosp@2024", "level": "organiser"}
        document = {**heading, "occasion": "2026-ht", "date": "2026-10-15", "cells": cells}
        organiser = {"id": "x", "name": "X", "type": "state"}
        project = {"format": "crosp-project/1", "framework": "spsm-crosp@2024", "organiser": organiser}
        (path / "crosp.yaml").write_text(json.dumps(project))
        (path / "a.yaml").write_text(json.dumps(document, ensure_ascii=False), "utf-8")
        result = crosp("new", "2027-ht", "--date", "2027-10-01", cwd=path)
        assert result.status == 0, result.err
        row = read(path / "2027-ht-organiser.yaml")["cells"]["follow-up"]
        assert row["quality"]["measures"] == [{**measure, "carried_over_from": "2026-ht"}]
        assert row["funding"] == {"not_applicable": reason}
        assert crosp("analyse", "2027-ht-organiser.yaml", "--format", "json", cwd=path).status == 0


class TestCells:
    """Which cells an occasion is about."""

    NEXT = ("new", "2027-ht", "--date", "2027-10-01", "--lang", "en")

    @staticmethod
    def places(path: Path) -> list[str]:
        return [f"{name}/{area}" for name, row in read(path)["cells"].items() for area in row]

    def test_the_first_of_its_kind_begins_with_the_first_round(self, crosp: Any, project: Any) -> None:
        assert crosp(*self.NEXT, "--unit", "asko", "--level", "teaching", cwd=project.path).status == 0
        assert self.places(project.path / "assessments/asko/2027-ht-teaching.yaml") == [
            "collaboration/governance",
            "participation/quality",
            "follow-up/governance",
        ]

    def test_all_of_them(self, crosp: Any, project: Any) -> None:
        assert crosp(*self.NEXT, "--cells", "all", cwd=project.path).status == 0
        assert len(self.places(project.path / "assessments/ekskolan/2027-ht-school.yaml")) == 24

    def test_where_something_is_left_comes_along_and_is_told(self, crosp: Any, project: Any) -> None:
        result = crosp(*self.NEXT, "--cells", "participation/quality", cwd=project.path)
        left = ["shared-direction/funding", "shared-direction/quality"]
        assert result.err == f"Brought along, for something is left there from 2026-ht: {', '.join(left)}.\n"
        found = self.places(project.path / "assessments/ekskolan/2027-ht-school.yaml")
        assert found == [*left, "participation/quality"]

    def test_what_no_round_is_about_is_nowhere_not_assessed(self, crosp: Any, project: Any) -> None:
        crosp(*self.NEXT, "--cells", "participation/quality", cwd=project.path)
        file = "assessments/ekskolan/2027-ht-school.yaml"
        found = json.loads(crosp("validate", file, "--format", "json", "--today", "2027-10-01", cwd=project.path).out)
        cells = [finding for finding in found["findings"] if finding["code"] == "CR201"]
        assert len(cells) == 1
        (analysed,) = json.loads(crosp("analyse", file, "--format", "json", cwd=project.path).out)["assessments"]
        assert sum(cell["state"] == "outside" for cell in analysed["cells"]) == 21
        page = crosp("render", file, "--format", "markdown", "-o", "-", "--lang", "en", cwd=project.path).out
        assert "This occasion is about 3 of the 24 parts of the map" in page
        assert "\nNot assessed yet: three. That is an answer" in page
        compared = crosp("compare", "--lang", "en", cwd=project.path).out
        assert "Not assessed this time" not in compared
        assert "Follow-up and analysis ×" not in compared.partition("Part by part")[2].partition("Measures")[0]


@pytest.mark.parametrize(
    ("last", "today", "likely"),
    [
        ("2026-ht", "2026-11-28", "2027-vt"),
        ("2026-ht", "2027-03-01", "2027-vt"),
        ("2026-vt", "2026-05-01", "2026-ht"),
        ("2024-ht", "2026-11-28", "2026-ht"),
        ("2024-ht", "2026-02-01", "2026-vt"),
        ("2026-autumn", "2026-11-28", "2027-spring"),
        ("2026", "2026-11-28", "2027"),
        ("2026-q3", "2026-11-28", None),
        ("augusti", "2026-11-28", None),
    ],
)
def test_which_occasion_is_likely_to_be_the_next(last: str, today: str, likely: str | None) -> None:
    assert likely_next(last, date.fromisoformat(today)) == likely


def test_without_an_occasion_the_likely_next_one_is_named(crosp: Any, project: Any) -> None:
    result = crosp("new", "--date", "2026-11-28", "--lang", "en", cwd=project.path)
    assert (result.status, result.out) == (2, "")
    assert "The last one here is 2026-ht, so it may be 2027-vt: `crosp new 2027-vt`." in result.err


def test_without_an_occasion_where_there_is_none_before(crosp: Any, folder: Any) -> None:
    folder.project()
    result = crosp("new", "--lang", "en", cwd=folder.path)
    assert (result.status, result.out) == (2, "")
    assert "such as 2026-ht: `crosp new OCCASION`" in result.err


def test_what_is_only_carried_over_is_not_filled_in_yet(crosp: Any, project: Any) -> None:
    crosp("new", "2099-ht", "--date", "2099-10-01", "--cells", "all", cwd=project.path)
    file = "assessments/ekskolan/2099-ht-school.yaml"
    every = json.loads(crosp("validate", "--format", "json", cwd=project.path).out)["findings"]
    found = [finding for finding in every if finding["path"] == file]
    assert {"CR705", "CR205", "CR409"}.isdisjoint(finding["code"] for finding in found)
    (empty,) = [finding for finding in found if finding["code"] == "CR201"]
    assert "(23)" in empty["message"] or ": 23." in empty["message"]
    (analysed,) = json.loads(crosp("analyse", file, "--format", "json", cwd=project.path).out)["assessments"]
    assert {cell["state"] for cell in analysed["cells"]} == {"not-assessed", "not-applicable"}
    page = crosp("render", file, "--format", "markdown", "-o", "-", "--lang", "en", cwd=project.path).out
    assert "not assessed, target: 3" in page
    assert "Planned" in page.partition("## ")[2]


class TestAdded:
    """`--add` widens a round that has begun."""

    FILE = "assessments/ekskolan/2026-ht-school.yaml"
    MINE = """\
# Ours: mind the indents.
format:   crosp-assessment/1
framework: spsm-crosp@2024
unit: "ekskolan"
level: school
occasion: 2026-ht
date: 2026-10-15   # the day we met
cells:

    # about direction
    shared-direction:
        quality:   # a short one
            current_state: {rating: 1,   reflection: 'It''s known'}
        # last in the row

    follow-up:
        governance:
            current_state:
                reflection: |
                    One.

                      Two.
    # the end of the cells
participants: [{group: teachers, count: 9}]
# the end
"""

    def add(self, crosp: Any, project: Any, text: bytes, *cells: str) -> tuple[Any, bytes]:
        (project.path / self.FILE).write_bytes(text)
        options = [word for cell in cells for word in ("--add", cell)]
        result = crosp("new", "2026-ht", *options, "--lang", "en", cwd=project.path)
        return result, (project.path / self.FILE).read_bytes()

    @pytest.mark.parametrize("end", ["\n", "\r\n"])
    @pytest.mark.parametrize("mark", ["", "\ufeff"])
    def test_not_a_byte_of_what_was_written_is_touched(self, crosp: Any, project: Any, end: str, mark: str) -> None:
        before = (mark + self.MINE).replace("\n", end).encode()
        cells = ["participation/quality", "shared-direction/funding,follow-up/quality", "shared-direction/governance"]
        result, after = self.add(crosp, project, before, *cells)
        assert result.status == 0
        assert "added in assessments/ekskolan/2026-ht-school.yaml: shared-direction/funding, " in result.out
        lines, kept = after.splitlines(keepends=True), before.splitlines(keepends=True)
        remaining = iter(lines)
        assert all(line in remaining for line in kept), "every line stands, in its order"
        assert {line[-2:] == b"\r\n" for line in lines} == {end == "\r\n"}
        found = read(project.path / self.FILE)
        old = yaml.load(self.MINE, Loader=yaml.CBaseLoader)  # noqa: S506 -- text only
        assert {name: list(row) for name, row in found["cells"].items()} == {
            "shared-direction": ["funding", "governance", "quality"],
            "participation": ["quality"],
            "follow-up": ["governance", "quality"],
        }
        for row, area in (("shared-direction", "quality"), ("follow-up", "governance")):
            assert found["cells"][row][area] == old["cells"][row][area]
        assert {**found, "cells": 0} == {**old, "cells": 0}
        assert crosp("validate", self.FILE, cwd=project.path).status == 0

    def test_again_changes_nothing(self, crosp: Any, project: Any) -> None:
        _, once = self.add(crosp, project, self.MINE.encode(), "participation/quality")
        result, twice = self.add(crosp, project, once, "participation/quality")
        assert (result.status, result.out) == (0, "")
        assert "the cells stand there already" in result.err
        assert twice == once

    @pytest.mark.parametrize("cells", ["", "cells:\n", "cells:\n  participation:\n", "cells: # none yet"])
    def test_where_no_cell_stands_yet(self, crosp: Any, project: Any, cells: str) -> None:
        head = self.MINE.partition("cells:")[0]
        _, after = self.add(crosp, project, (head + cells).encode(), "participation/quality")
        assert after.startswith((head + cells).encode())
        assert list(read(project.path / self.FILE)["cells"]["participation"]) == ["quality"]

    @pytest.mark.parametrize("cells", ["{}", "{participation: {funding: }}"])
    def test_where_no_line_fits_the_file_is_left_as_it_is(self, crosp: Any, project: Any, cells: str) -> None:
        before = (self.MINE.partition("cells:")[0] + f"cells: {cells}\n").encode()
        result, after = self.add(crosp, project, before, "participation/quality")
        assert (result.status, after) == (2, before)
        assert "does not stand in lines of its own" in result.err

    @pytest.mark.parametrize("end", ["\n  ? follow-up\n  :\n   quality:\n  shared-direction: {quality: }\n", "\n...\n"])
    def test_where_a_first_line_goes_astray_nothing_is_added(self, crosp: Any, project: Any, end: str) -> None:
        head = self.MINE.partition("cells:")[0]
        before = (f"{head}cells:{end}" if "?" in end else f"{head.rstrip()}{end}").encode()
        result, after = self.add(crosp, project, before, "participation/quality", "follow-up/funding")
        assert (result.status, after) == (2, before)
        assert "does not stand in lines of its own" in result.err

    def test_below_nothing_yet_it_is_indented_as_in_a_new_one(self, crosp: Any, project: Any) -> None:
        before = f"{self.MINE.partition('cells:')[0]}cells:\n".encode()
        result, after = self.add(crosp, project, before, "participation/quality")
        assert result.status == 0
        assert b"\n  participation:\n" in after
        assert b"\n    quality:\n" in after

    def test_below_a_text_in_lines_that_ends_without_an_end_of_its_line(self, crosp: Any, project: Any) -> None:
        cell = "cells:\n  participation:\n    funding:\n      current_state:\n        reflection: |\n          One."
        before = (self.MINE.partition("cells:")[0] + cell).encode()
        result, after = self.add(crosp, project, before, "participation/quality")
        assert (result.status, after.startswith(before)) == (0, True)
        assert list(read(project.path / self.FILE)["cells"]["participation"]) == ["funding", "quality"]

    def test_what_is_left_from_the_time_before_comes_along(self, crosp: Any, project: Any) -> None:
        asked = ("new", "2027-ht", "--lang", "en")
        cells = ("--cells", "participation/quality")
        assert crosp(*asked, "--date", "2027-10-01", *cells, cwd=project.path).status == 0
        assert crosp(*asked, "--add", "follow-up/funding", cwd=project.path).status == 0
        found = read(project.path / "assessments/ekskolan/2027-ht-school.yaml")["cells"]["follow-up"]["funding"]
        assert found == {"not_applicable": "The organiser keeps the budget: none of it is ours."}

    def test_personal_data_that_comes_along_from_last_time_is_told_of(self, crosp: Any, project: Any) -> None:
        last = project.path / self.FILE
        last.write_text(last.read_text("utf-8").replace("none of it is ours", "ring 070-174 06 05"), "utf-8")
        asked = ("new", "2027-ht", "--lang", "en")
        cells = ("--cells", "participation/quality")
        assert "personal data" not in crosp(*asked, "--date", "2027-10-01", *cells, cwd=project.path).err
        result = crosp(*asked, "--add", "follow-up/funding", cwd=project.path)
        assert "this looks like personal data" in " ".join(result.err.split())

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (["2030-ht", "--add", "follow-up/quality"], "no assessment of 2030-ht"),
            (["2026-ht", "--add", "follow-up/qualty"], "follow-up/quality"),
            (["2026-ht", "--add", "follow-up"], "follow-up/quality"),
            (["2026-ht", "--add", "follow-up/quality", "--cells", "all"], "--cells"),
            (["2026-ht", "--add", "follow-up/quality", "--unit", "asko"], "no assessment here with --unit asko"),
        ],
    )
    def test_what_cannot_be(self, crosp: Any, project: Any, arguments: list[str], told: str) -> None:
        before = (project.path / self.FILE).read_bytes()
        result = crosp("new", *arguments, "--lang", "en", cwd=project.path)
        assert (result.status, result.out, result.err.count("\n")) == (2, "", 1)
        assert told in result.err
        assert (project.path / self.FILE).read_bytes() == before


class TestWhich:
    @pytest.fixture(autouse=True)
    def _assessments(self, project: Any) -> None:
        project.assessment("assessments/ekskolan/2026-ht-teaching.yaml", level="teaching")
        project.assessment("assessments/ekskolan/2025-ht-school.yaml", occasion="2025-ht", date="2025-10-15")
        project.assessment("elsewhere/x.yaml", unit="asko")
        text = (project.path / "elsewhere/x.yaml").read_text()
        text = text.replace("unit: asko\n", "").replace("level: school", "level: organiser")
        project.write("assessments/2026-ht-organiser.yaml", text)

    def written(self, crosp: Any, project: Any, *arguments: str) -> list[str]:
        before = set(project.files())
        result = crosp("new", "2027-ht", "--date", "2027-10-01", *arguments, cwd=project.path)
        made = sorted(set(project.files()) - before)
        assert (result.status, result.err) == (0, "")
        assert sorted(line.split(": ")[1] for line in result.out.splitlines()) == made
        return [name for name in made if not name.startswith(".crosp/")]

    def test_one_for_each_unit_and_level_beside_the_last_one(self, crosp: Any, project: Any) -> None:
        assert self.written(crosp, project) == [
            "assessments/2027-ht-organiser.yaml",
            "assessments/ekskolan/2027-ht-school.yaml",
            "assessments/ekskolan/2027-ht-teaching.yaml",
            "elsewhere/2027-ht-school.yaml",
        ]
        assert "unit" not in read(project.path / "assessments/2027-ht-organiser.yaml")
        assert read(project.path / "elsewhere/2027-ht-school.yaml")["unit"] == "asko"

    @pytest.mark.parametrize(
        ("arguments", "expected"),
        [
            (["--unit", "asko"], ["elsewhere/2027-ht-school.yaml"]),
            (["--level", "teaching"], ["assessments/ekskolan/2027-ht-teaching.yaml"]),
            (["--unit", "ekskolan", "--level", "school"], ["assessments/ekskolan/2027-ht-school.yaml"]),
            (["--level", "organiser"], ["assessments/2027-ht-organiser.yaml"]),
            (["--unit", "asko", "--level", "teaching"], ["assessments/asko/2027-ht-teaching.yaml"]),
        ],
    )
    def test_only_some(self, crosp: Any, project: Any, arguments: list[str], expected: list[str]) -> None:
        assert self.written(crosp, project, *arguments) == expected

    def test_from_a_folder_within_and_from_one_outside(self, crosp: Any, project: Any) -> None:
        options = ["--unit", "asko", "--date", "2027-10-01"]
        within = crosp("new", "2027-vt", *options, cwd=project.path / "assessments")
        assert within.out.splitlines()[0].endswith(" ../elsewhere/2027-vt-school.yaml")
        outside = crosp(
            "new", "2027-ht", project.path.name, "--unit", "asko", "--date", "2027-11-01", cwd=project.path.parent
        )
        assert outside.out.splitlines()[0].endswith(f" {project.path.name}/elsewhere/2027-ht-school.yaml")


class TestFirst:
    def test_of_the_only_unit(self, crosp: Any, folder: Any) -> None:
        folder.project()
        text = (folder.path / "crosp.yaml").read_text()
        folder.write("crosp.yaml", "\n".join(line for line in text.splitlines() if "asko" not in line) + "\n")
        result = crosp("new", "2026-ht", "--level", "school", cwd=folder.path)
        assert (result.status, result.err) == (0, "")
        made = [name for name in folder.files() if not name.startswith(".crosp/")]
        assert made == ["assessments/ekskolan/2026-ht-school.yaml", "crosp.yaml"]
        assert crosp("validate", ".", cwd=folder.path).status == 0

    @pytest.mark.parametrize(("arguments", "named"), [([], "--level"), (["--level", "school"], "--unit")])
    @pytest.mark.parametrize("language", ["sv", "en"])
    def test_what_has_to_be_said(
        self, crosp: Any, folder: Any, arguments: list[str], named: str, language: str
    ) -> None:
        folder.project()
        result = crosp("new", "2026-ht", *arguments, "--lang", language, cwd=folder.path)
        assert (result.status, result.out) == (2, "")
        assert f"`{named}`" in result.err
        assert folder.files() == ["crosp.yaml"]


class TestAgain:
    """The same command goes on where it was ended, and writes through no link."""

    ASKED = ("new", "2027-ht", "--date", "2027-10-01", "--lang", "en")

    @pytest.fixture(autouse=True)
    def _assessments(self, project: Any) -> None:
        project.assessment("assessments/asko/a.yaml", CELLS, unit="asko")
        project.assessment("assessments/ekskolan/t.yaml", level="teaching")

    def made(self, project: Any) -> dict[str, bytes]:
        return {name: (project.path / name).read_bytes() for name in project.files()}

    def test_after_any_of_its_files(self, crosp: Any, project: Any) -> None:
        before = self.made(project)
        assert crosp(*self.ASKED, cwd=project.path).status == 0
        whole = self.made(project)
        new = sorted(whole.keys() - before.keys())
        for number in range(len(new) + 1):
            for name in new[number:]:
                (project.path / name).unlink()
            result = crosp(*self.ASKED, cwd=project.path)
            assert (result.status, result.err) == (0, "")
            assert self.made(project) == whole
            written = [line.split(": ")[1] for line in result.out.splitlines() if line.startswith("written: ")]
            assert sorted(written) == new[number:]

    def test_a_first_one(self, crosp: Any, folder: Any) -> None:
        (folder.path / "first").mkdir()
        assert crosp("init", "first", "--unit", "Ekskolan", "--occasion", "2026-ht", cwd=folder.path).status == 0
        asked = ("new", "2026-ht", "first", "--level", "teaching", "--date", "2026-11-01")
        assert [crosp(*asked, cwd=folder.path).status for _time in range(2)] == [0, 0]

    def test_what_somebody_has_begun_to_fill_in_is_no_half_of_a_command(self, crosp: Any, project: Any) -> None:
        assert crosp(*self.ASKED, cwd=project.path).status == 0
        begun = project.path / "assessments/asko/2027-ht-school.yaml"
        begun.write_text(begun.read_text() + "# mine\n")
        (project.path / "assessments/ekskolan/2027-ht-teaching.yaml").unlink()
        before = self.made(project)
        result = crosp(*self.ASKED, cwd=project.path)
        assert (result.status, result.out) == (2, "")
        assert "assessments/asko/2027-ht-school.yaml is from 2027-ht" in result.err
        assert self.made(project) == before

    @pytest.mark.parametrize("planted", [".crosp", "assessments", "assessments/asko"])
    def test_a_linked_folder_is_not_written_through(self, crosp: Any, folder: Any, planted: str) -> None:
        home = folder.path / "home"
        (folder.path / "outside").mkdir()
        assert crosp("init", "home", "--unit", "Asko", "--occasion", "2026-ht", cwd=folder.path).status == 0
        if (home / planted).exists():
            (home / planted).rename(home / "away")
        (home / planted).symlink_to(folder.path / "outside")
        result = crosp("new", "2027-ht", "home", "--date", "2027-10-01", "--level", "school", *self.ASKED[-2:],
                       "--unit", "asko", cwd=folder.path)  # fmt: skip
        assert list((folder.path / "outside").iterdir()) == []
        assert result.status in (0, 2)
        result = crosp("init", "home/again", cwd=folder.path)
        (home / "again" / "crosp.yaml").unlink()
        (home / "again" / "assessments").rename(home / "again" / "gone")
        (home / "again" / "assessments").symlink_to(folder.path / "outside")
        result = crosp("init", "home/again", cwd=folder.path)
        assert (result.status, "home/again/assessments" in result.err) == (2, True)
        assert list((folder.path / "outside").iterdir()) == []


class TestRefused:
    """Each time: exit status 2, one line, and not a file written."""

    @pytest.mark.parametrize(
        ("arguments", "named"),
        [
            (["2026-ht", "--date", "2027-10-01"], "assessments/ekskolan/2026-ht-school.yaml"),
            (["2027-ht", "--date", "2026-10-15"], "2026-10-15"),
            (["2027-ht", "--date", "2025-01-01"], "--date"),
            (["2027-ht", "--date", "2027"], "--date"),
            (["2027-ht", "--unit", "eksskolan", "--date", "2027-10-01"], "ekskolan"),
            (["2027-ht", "--level", "scool", "--date", "2027-10-01"], "school"),
            (["HT 2027", "--date", "2027-10-01"], "2026-ht"),
            (["../2027", "--date", "2027-10-01"], "2026-ht"),
            (["con", "--date", "2027-10-01"], "2026-ht"),
            (["a" * 65, "--date", "2027-10-01"], "2026-ht"),
            (["", "--date", "2027-10-01"], "2026-ht"),
        ],
    )
    @pytest.mark.parametrize("language", ["sv", "en"])
    def test_what_cannot_be(self, crosp: Any, project: Any, arguments: list[str], named: str, language: str) -> None:
        before = project.files()
        result = crosp("new", *arguments, "--lang", language, cwd=project.path)
        assert (result.status, result.out) == (2, "")
        assert result.err.startswith("crosp: ")
        assert named in result.err
        assert result.err.count("\n") == 1
        assert project.files() == before

    @pytest.mark.parametrize("asked", [["2027-vt"], []])
    def test_where_today_is_too_early_a_later_day_is_named(self, crosp: Any, project: Any, asked: list[str]) -> None:
        result = crosp("new", *asked, "--date", "2026-10-15", "--lang", "en", cwd=project.path)
        assert result.status == 2
        assert "--date 2027-04-15`" in result.err
        assert crosp("new", "2027-vt", "--date", "2027-04-15", cwd=project.path).status == 0

    def test_the_last_days_of_the_calendar(self, crosp: Any, project: Any) -> None:
        assert crosp("new", "2027-vt", "--date", "9999-12-01", cwd=project.path).status == 0
        result = crosp("new", "2027-ht", "--lang", "en", cwd=project.path)
        assert result.status == 2
        assert "--date 9999-12-31`" in result.err

    def test_a_file_that_exists_and_then_none_of_the_others(self, crosp: Any, project: Any) -> None:
        project.assessment("assessments/asko/a.yaml", unit="asko")
        project.write("assessments/ekskolan/2027-ht-school.yaml", "# mine\n")
        before = project.files()
        result = crosp("new", "2027-ht", "--date", "2027-10-01", "--lang", "en", cwd=project.path)
        assert (result.status, result.out) == (2, "")
        assert result.err.startswith("crosp: assessments/ekskolan/2027-ht-school.yaml exists already ")
        assert project.files() == before
        assert (project.path / "assessments/ekskolan/2027-ht-school.yaml").read_text() == "# mine\n"

    def test_a_link_to_nothing_is_not_written_through(self, crosp: Any, project: Any) -> None:
        link = project.path / "assessments/ekskolan/2027-ht-school.yaml"
        link.symlink_to("../../outside.yaml")
        result = crosp("new", "2027-ht", "--date", "2027-10-01", cwd=project.path)
        assert result.status == 1
        assert "CR001" in result.err
        assert not (project.path / "outside.yaml").exists()

    @pytest.mark.parametrize("language", ["sv", "en"])
    def test_no_project(self, crosp: Any, folder: Any, language: str) -> None:
        folder.assessment()
        result = crosp("new", "2027-ht", "--lang", language, cwd=folder.path)
        assert (result.status, result.out) == (2, "")
        assert "`crosp init`" in result.err

    def test_a_broken_project(self, crosp: Any, project: Any) -> None:
        project.write("crosp.yaml", "format: crosp-project/1\n")
        before = project.files()
        result = crosp("new", "2027-ht", "--date", "2027-10-01", cwd=project.path)
        assert (result.status, result.out) == (2, "")
        assert "crosp.yaml:1:1: CR102 " in result.err
        assert project.files() == before

    def test_an_assessment_that_does_not_hold(self, crosp: Any, project: Any) -> None:
        project.write("assessments/bad.yaml", "format: crosp-assessment/1\nlevel: school\n")
        before = project.files()
        result = crosp("new", "2027-ht", "--date", "2027-10-01", cwd=project.path)
        assert (result.status, result.out) == (1, "")
        assert "assessments/bad.yaml:1:1: CR102 " in result.err
        assert project.files() == before

    def test_a_folder_that_may_not_be_written_in(self, crosp_without_rights: Any, project: Any) -> None:
        home = project.path / "assessments" / "ekskolan"
        home.chmod(0o500)
        try:
            result = crosp_without_rights("new", "2027-ht", "--date", "2027-10-01", cwd=project.path)
        finally:
            home.chmod(0o700)
        assert (result.status, result.out) == (2, "")
        assert result.err.startswith("crosp: assessments/ekskolan/2027-ht-school.yaml ")
        assert len(list(home.iterdir())) == 1


def test_an_occasion_that_looks_like_a_person_is_not_said_and_is_warned_of(crosp: Any, project: Any) -> None:
    result = crosp("new", "20140305-2382", "--date", "2029-10-15", cwd=project.path)
    assert result.status == 0
    assert "20140305" not in result.out + result.err
    assert "this looks like personal data" in " ".join(result.err.split())


def test_units_whose_files_lie_in_one_folder_each_get_a_file(crosp: Any, project: Any) -> None:
    text = (project.path / "assessments/ekskolan/2026-ht-school.yaml").read_text("utf-8")
    project.write("assessments/ekskolan/asko.yaml", text.replace("unit: ekskolan", "unit: asko"))
    for _again in range(2):
        result = crosp("new", "2027-ht", "--date", "2027-10-01", "--lang", "en", cwd=project.path)
        assert (result.status, result.err) == (0, "")
    made = {name: read(path)["unit"] for path in project.path.rglob("2027-ht*") if (name := path.name)}
    assert made == {"2027-ht-asko-school.yaml": "asko", "2027-ht-ekskolan-school.yaml": "ekskolan"}
