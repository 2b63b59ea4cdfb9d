"""`crosp analyse` in depth: cells in groups, why not the others, levels, orientation."""

import copy
import json
import re
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

TODAY = "2026-11-01"
BY = ("principle", "area", "factor", "level", "arena")
EXAMPLES = ("ekskolan", "exempelkommun", "other-framework")
ORDER = ("priority", "duty", "gap", "groups-differ", "untouched", "framework-order")


@pytest.fixture
def analysed(crosp: Any, folder: Any) -> Callable[..., dict[str, Any]]:
    """What `crosp analyse --format json` says of the folder."""

    def analyse(*arguments: str) -> dict[str, Any]:
        result = crosp("analyse", "--format", "json", "--today", TODAY, *(arguments or ["."]), cwd=folder.path)
        assert (result.status, result.err) == (0, ""), result.out + result.err
        found = json.loads(result.out)
        assert isinstance(found, dict)
        return found

    return analyse


def cells(**rows: str) -> str:
    """Ratings as lines of YAML: `cells(shared_direction="funding: 1, quality: 2")`."""
    lines = []
    for row, ratings in rows.items():
        parts = (part.split(": ") for part in ratings.split(", "))
        inside = ", ".join(f"{area}: {{current_state: {{rating: {step}}}}}" for area, step in parts)
        lines.append(f"{row.replace('_', '-')}: {{{inside}}}")
    return "\n".join(lines)


def organiser(folder: Any, name: str, lines: str, date: str = "2026-10-15") -> None:
    folder.assessment(name, lines, level="organiser", date=date)
    text = (folder.path / name).read_text()
    folder.write(name, text.replace("unit: ekskolan\n", ""))


class TestFactors:
    def test_a_profile_for_each_factor_behind_a_cell(self, analysed: Any, folder: Any) -> None:
        folder.project()
        folder.assessment(cells=cells(shared_direction="governance: 1", inclusive_leadership="funding: 2"))
        (found,) = analysed("--by", "factor")["by"]["grouped"]
        titles = [group["title"] for group in found["groups"]]
        assert titles[0] == "Clear division of roles and responsibilities"
        assert "Competent leadership" not in titles  # it stands behind cells that nobody was asked about
        roles = found["groups"][0]
        assert (roles["steps"]["1"], roles["not_rated"]) == (1, 0)
        assert len(roles["cells"]) == 1
        assert [(cell["principle"], cell["area"]) for cell in found["outside"]] == [("inclusive-leadership", "funding")]

    def test_a_framework_without_factors_has_no_such_profile(self, crosp: Any, examples: Path, tmp_path: Path) -> None:
        import shutil

        path = shutil.copytree(examples / "other-framework", tmp_path / "copy")
        references = path / "framework/references.yaml"
        references.write_text(references.read_text().replace("kind: success-factor", "kind: publication"))
        for form in ("text", "markdown"):
            out = crosp("analyse", "--full", "--format", form, "--lang", "en", cwd=path).out
            assert "Success factors" not in out
        assert crosp("analyse", "--full", "--by", "factor", "--lang", "en", cwd=path).status == 0


class TestBy:
    def test_cells_are_named_at_the_step_they_stand_at(self, crosp: Any, folder: Any) -> None:
        folder.project()
        folder.assessment(
            cells=cells(shared_direction="funding: 0, quality: 2", follow_up="quality: 2")
            + "\nparticipation: {funding: {not_applicable: Not ours.}, governance: {need: {analysis: Time.}}}"
        )
        lines = crosp("analyse", "--full", "--by", "principle", cwd=folder.path).out.splitlines()
        first = lines.index("A shared direction")
        assert lines[first + 1 : first + 4] == [
            "  0 Not begun: Funding",
            "  2 In place: Quality work",
            "",
        ]
        out = crosp("analyse", "--full", "--by", "area", cwd=folder.path).out
        assert "  2 In place: Shared direction; Follow-up and analysis\n" in out
        assert "  not applicable: Participation\n" in out

    @pytest.mark.parametrize("kind", ["principle", "area"])
    def test_every_cell_once(self, analysed: Any, folder: Any, kind: str) -> None:
        folder.project()
        folder.assessment(cells=cells(shared_direction="funding: 0, quality: 2", follow_up="quality: 1"))
        found = analysed("--by", kind)["by"]
        assert found["kind"] == kind
        (grouped,) = found["grouped"]
        places = [(cell["principle"], cell["area"]) for group in grouped["groups"] for cell in group["cells"]]
        assert len(places) == len(set(places)) == 3
        assert grouped["outside"] == []

    def test_without_it_there_are_no_groups(self, analysed: Any, folder: Any) -> None:
        folder.project()
        folder.assessment()
        assert analysed()["by"] is None

    def test_levels_of_the_same_time_stand_together(self, analysed: Any, folder: Any) -> None:
        folder.project()
        folder.assessment("s.yaml", cells(follow_up="quality: 1"), level="school")
        folder.assessment("t.yaml", cells(follow_up="quality: 2"), level="teaching", date="2026-09-01")
        folder.assessment("other.yaml", cells(follow_up="quality: 3"), unit="asko")
        organiser(folder, "o.yaml", cells(follow_up="quality: 0"))
        grouped = analysed("--by", "level")["by"]["grouped"]
        assert [[group["id"] for group in one["groups"]] for one in grouped] == [
            ["organiser", "school", "teaching"],
            ["organiser", "school"],
        ]
        assert grouped[0]["groups"][2]["date"] == "2026-09-01"

    def test_arenas_show_who_took_part_and_how_groups_that_are_large_enough_see_it(
        self, analysed: Any, folder: Any
    ) -> None:
        folder.project()
        folder.assessment(
            cells="""\
follow-up:
  quality:
    current_state:
      group_ratings:
        teachers: {1: 3, 2: 2}
        student-health: {1: 4}
        guardians: {0: 6}
""",
        )
        people = "participants: [{group: student-health, count: 4}, {group: pupils, count: 12}]\n"
        path = folder.path / "a.yaml"
        path.write_text(re.sub(r"participants: .*\n", people, path.read_text("utf-8")), "utf-8")
        (found,) = analysed("--by", "arena")["by"]["grouped"]
        arenas = {arena["id"]: arena for arena in found["arenas"]}
        assert list(arenas) == [
            "chief-education-officer",
            "administration",
            "principal",
            "student-health",
            "teaching-staff",
            "pupils",
            None,
        ]
        assert (arenas["administration"]["took_part"], arenas["administration"]["seen"]) == ([], [])
        cell = {"principle": "follow-up", "area": "quality", "divided": False}
        assert arenas["teaching-staff"]["seen"] == [{"groups": ["teachers"], "cells": [{**cell, "middle": [1, 1]}]}]
        assert arenas[None]["seen"] == [{"groups": ["guardians"], "cells": [{**cell, "middle": [0, 0]}]}]
        (health,) = arenas["student-health"]["took_part"]
        assert (health["id"], health["count"], arenas["student-health"]["seen"]) == ("student-health", None, [])
        assert [group["count"] for group in arenas["pupils"]["took_part"]] == [12]

    def test_how_many_chose_a_step_is_told_nowhere(self, crosp: Any, folder: Any) -> None:
        folder.project()
        folder.assessment(
            cells="follow-up: {quality: {current_state: {group_ratings: "
            "{teachers: {1: 37}, special-educators: {3: 4}}}}}"
        )
        for form in ("text", "json", "markdown"):
            out = crosp("analyse", "--full", "--by", "arena", "--format", form, "--lang", "en", cwd=folder.path).out
            assert "37" not in out
            assert "41" not in out
            if form != "json":
                assert "Some answers are not shown" in " ".join(out.split())

    def test_an_unknown_kind(self, crosp: Any, folder: Any) -> None:
        folder.project()
        folder.assessment()
        result = crosp("analyse", "--full", "--by", "colour", "--lang", "en", ".", cwd=folder.path)
        assert result.status == 2
        assert "principle, area, factor, level, arena" in result.err

    @pytest.mark.breadth
    @pytest.mark.parametrize(
        ("language", "kind", "explain"),
        [
            (("sv", "en")[(row + column) % 2], kind, explain)
            for row, kind in enumerate([None, *BY])
            for column, explain in enumerate([[], ["--explain"]])
        ],
    )
    def test_it_fits_80_columns(self, crosp: Any, examples: Path, kind: Any, explain: Any, language: str) -> None:
        by = ["--by", kind] if kind else []
        for name in EXAMPLES:
            out = crosp(
                "analyse", "--full", *by, *explain, "--lang", language, "--today", TODAY, cwd=examples / name
            ).out
            assert max(map(len, out.splitlines())) <= 80
            assert not re.search(r" $", out, re.MULTILINE)
            if language == "sv" and name != "other-framework":
                assert not re.search(r"\b(not rated|not assessed|Why|Fell on|priority)\b", out)


class TestExplain:
    @pytest.fixture
    def explained(self, analysed: Any, folder: Any) -> Callable[..., dict[tuple[str, str], dict[str, Any]]]:
        def explain(lines: str, **heading: str) -> dict[tuple[str, str], dict[str, Any]]:
            folder.project()
            folder.assessment("a.yaml", lines, **heading)
            (found,) = analysed("--explain", "a.yaml")["assessments"]
            return {(one["principle"], one["area"]): one for one in found["passed_over"]}

        return explain

    def test_the_step_that_each_cell_fell_on(self, explained: Any) -> None:
        found = explained(
            """\
participation:
  funding: {current_state: {rating: 0}, need: {target: 3, priority: high}}
  governance: {current_state: {rating: 0}, need: {target: 2, priority: high}}
  capacity-building: {current_state: {rating: 0}, need: {target: 2, priority: high}}
  quality: {current_state: {rating: 0}, need: {target: 2, priority: high}}
inclusive-leadership:
  funding: {current_state: {rating: 2}, need: {target: 3, priority: high}}
  governance: {current_state: {rating: 1}, need: {target: 3, priority: low}}
  capacity-building: {current_state: {rating: 1}, need: {target: 2, priority: high}}
  quality: {current_state: {rating: 3}}
follow-up:
  quality: {not_applicable: Not ours.}
  governance: {current_state: {rating: 0}, need: {target: 2, priority: high}}
collaboration: {quality: }
"""
        )
        last = {"principle": "participation", "area": "quality"}
        expected = {
            ("follow-up", "governance"): ("framework-order", "Alike in every ground, but later in the framework."),
            ("participation", "funding"): ("duty", "No law that binds you here speaks of just this."),
            ("inclusive-leadership", "funding"): ("duty", "Rated 2, which is not one of the two lowest steps."),
            ("inclusive-leadership", "governance"): ("priority", "Priority low, against high."),
            ("inclusive-leadership", "capacity-building"): ("gap", "1 step to the target, against 2."),
        }
        for place, (step, reason) in expected.items():
            assert (found[place]["step"], found[place]["reason"]) == (step, reason), place
            assert found[place]["against"] == last
            assert found[place]["missing"] == []
            assert found[place]["grounds"]
        none = found["inclusive-leadership", "quality"]
        assert (none["step"], none["against"], none["grounds"]) == ("no-ground", None, [])
        assert [missing["ground"] for missing in none["missing"]] == list(ORDER[:-1])
        assert none["missing"][0]["reason"] == "no priority stated"
        assert found["follow-up", "quality"]["step"] == "not-applicable"
        assert found["collaboration", "quality"]["reason"] == "Nothing has been written yet."
        assert len(found) == 11 - 3

    def test_groups_and_what_was_carried_over(self, explained: Any) -> None:
        differ = "{current_state: {rating: 2, group_ratings: {teachers: {3: 6}, student-health: {0: 6}}}}"
        found = explained(
            f"""\
professional-development:
  funding: {differ}
  governance: {differ}
  capacity-building: {differ}
  quality: {{current_state: {{rating: 2}}, measures: [{{id: a, what: x, carried_over_from: 2025-ht}}]}}
"""
        )
        assert found["professional-development", "quality"]["step"] == "groups-differ"
        assert found["professional-development", "quality"]["grounds"] == ["untouched"]

    def test_only_where_it_is_asked_for(self, analysed: Any, crosp: Any, folder: Any) -> None:
        folder.project()
        folder.assessment(cells=cells(participation="governance: 1", shared_direction="quality: 3"))
        assert analysed()["assessments"][0]["passed_over"] is None
        plain = crosp("analyse", "--full", cwd=folder.path).out
        full = crosp("analyse", "--full", "--explain", cwd=folder.path).out
        assert "Why not the others" not in plain
        assert "Why not the others" in full
        told = " ".join(full.split())
        assert (
            "Education Act, chapter 4, section 13 (duty by law, as worded on 2026-01-15): Every unit is to have" in told
        )
        assert "Background: A climate of trust; Education Act, chapter 4, section 9;" in told

    @pytest.mark.parametrize("form", ["text", "markdown"])
    def test_every_other_cell_is_told_of(self, crosp: Any, examples: Path, form: str) -> None:
        path = examples / "ekskolan/assessments/ekskolan/2026-ht-school.yaml"
        out = crosp("analyse", "--full", "--explain", "--format", form, "--lang", "en", "--today", TODAY, path).out
        after = "Profiles" if form == "markdown" else "Left to the"
        part = out.partition("Why not the others")[2].partition(after)[0]
        if form == "markdown":
            assert len(re.findall(r"^\| .* × ", part, re.MULTILINE)) == 20
        else:
            assert "Decided at step 1, priority" in part
            assert len(re.findall(r"^(?:\S.{0,39} ×|Nothing has been written yet: )", part, re.MULTILINE)) == 20


class TestLevels:
    def test_where_levels_differ(self, analysed: Any, folder: Any) -> None:
        folder.project()
        folder.assessment("s.yaml", cells(shared_direction="funding: 1, quality: 2", follow_up="quality: 0"))
        there = cells(shared_direction="funding: 3, quality: 2")
        folder.assessment("t.yaml", there, level="teaching", date="2026-06-01")
        (found,) = analysed()["levels"]["comparisons"]
        assert [one["level"] for one in found["assessments"]] == ["school", "teaching"]
        (cell,) = found["differing"]
        assert (cell["principle"], cell["area"]) == ("shared-direction", "funding")
        assert [(one["level"], one["rating"]) for one in cell["levels"]] == [("school", 1), ("teaching", 3)]
        assert (found["alike"], found["not_comparable"]) == (1, 0)

    @pytest.mark.parametrize(("date", "together"), [("2026-04-15", True), ("2026-04-14", False), ("2026-10-14", True)])
    def test_the_same_time_is_half_a_year(self, analysed: Any, folder: Any, date: str, *, together: bool) -> None:
        folder.project()
        folder.assessment("s.yaml", cells(follow_up="quality: 1"), date="2026-10-15")
        folder.assessment("t.yaml", cells(follow_up="quality: 2"), level="teaching", date=date)
        organiser(folder, "o.yaml", cells(follow_up="quality: 3"), date=date)
        found = [[one["level"] for one in each["assessments"]] for each in analysed()["levels"]["comparisons"]]
        assert found == ([["organiser", "school", "teaching"]] if together else [["organiser", "teaching"]])

    def test_earlier_assessments_that_are_named_are_compared_with_each_other(self, analysed: Any, folder: Any) -> None:
        folder.project()
        names = []
        for year in ("2024", "2026"):
            for level in ("school", "teaching"):
                names.append(f"{year}-{level}.yaml")
                folder.assessment(
                    names[-1], cells(follow_up="quality: 1"), level=level, date=f"{year}-10-15", occasion=year
                )
        found = analysed(*names)["levels"]["comparisons"]
        assert [[one["occasion"] for one in comparison["assessments"]] for comparison in found] == [
            ["2026", "2026"],
            ["2024", "2024"],
        ]

    def test_units_are_never_compared_with_each_other(self, analysed: Any, folder: Any) -> None:
        folder.project()
        folder.assessment("1.yaml", cells(follow_up="quality: 1"), unit="ekskolan")
        folder.assessment("2.yaml", cells(follow_up="quality: 3"), unit="asko", level="teaching")
        assert analysed()["levels"]["comparisons"] == []

    def test_units_stand_as_in_the_register(self, analysed: Any, folder: Any) -> None:
        folder.project()
        for unit, step in (("asko", 3), ("ekskolan", 0)):
            folder.assessment(f"{unit}-s.yaml", cells(follow_up=f"quality: {step}"), unit=unit)
            folder.assessment(f"{unit}-t.yaml", cells(follow_up="quality: 1"), unit=unit, level="teaching")
        found = analysed()["levels"]["comparisons"]
        assert [one["assessments"][0]["unit"] for one in found] == ["ekskolan", "asko"]

    @pytest.mark.parametrize("status", ["planned", "done"])
    def test_measures_that_another_level_can_solve(self, analysed: Any, crosp: Any, folder: Any, status: str) -> None:
        folder.project()
        measure = "{{id: {}, what: {}, status: {}, collaboration: {{solves_at: {}}}}}"
        here = measure.format("a", "Money in May", status, "organiser")
        fits = measure.format("b", "Ours", "planned", "school")
        folder.assessment("s.yaml", f"shared-direction: {{funding: {{measures: [{here}, {fits}]}}}}")
        there = analysed("s.yaml")["levels"]["misplaced"]
        assert [(one["id"], one["solves_at"], one["other"]) for one in there] == (
            [("a", "organiser", None)] if status == "planned" else []
        )
        if status == "done":
            return
        organiser(folder, "o.yaml", "shared-direction: {quality: {measures: [{id: c, what: Elsewhere}]}}")
        (found,) = analysed()["levels"]["misplaced"]
        assert (found["other"]["level"], found["there"]) == ("organiser", [])
        assert "That level has no measure there." in crosp("analyse", "--full", "--lang", "en", cwd=folder.path).out
        organiser(folder, "o.yaml", "shared-direction: {funding: {measures: [{id: d, what: A new key}]}}")
        (found,) = analysed()["levels"]["misplaced"]
        assert found["there"] == ["d"]
        out = crosp("analyse", "--full", "--lang", "en", cwd=folder.path).out
        assert "That level has there: A new key (planned)." in out

    def test_an_organiser_and_a_school_with_projects_of_their_own(self, crosp: Any, examples: Path) -> None:
        result = crosp("analyse", "--format", "json", "ekskolan", "exempelkommun", "--today", TODAY, cwd=examples)
        (found,) = json.loads(result.out)["levels"]["comparisons"]
        assert [one["level"] for one in found["assessments"]] == ["organiser", "school", "teaching"]


class TestOrientation:
    MEASURES = """\
shared-direction:
  funding:
    measures:
      - {id: a, what: x, scope: group, orientation: preventive}
      - {id: b, what: x, scope: group, orientation: preventive, status: done}
      - {id: c, what: x, scope: individual, orientation: remedial}
      - {id: d, what: x}
      - {id: e, what: x, scope: group, orientation: remedial, status: dropped}
"""

    def test_counts(self, analysed: Any, folder: Any) -> None:
        folder.project()
        folder.assessment(cells=self.MEASURES)
        (found,) = analysed()["assessments"]
        counts = {(one["scope"], one["orientation"]): one["measures"] for one in found["orientation"]["counts"]}
        assert {kind: count for kind, count in counts.items() if count} == {
            ("group", "preventive"): 2,
            ("individual", "remedial"): 1,
            (None, None): 1,
        }
        assert len(counts) == 16
        assert [shift["id"] for shift in found["orientation"]["shifts"]] == [
            "context",
            "salutogenic",
            "proactive",
            "core",
            "systematic",
        ]
        assert [said["id"] for said in found["orientation"]["said"]] == ["skollagen-2-25"]

    def test_no_measures_no_table(self, analysed: Any, crosp: Any, folder: Any) -> None:
        folder.project()
        folder.assessment(cells=cells(shared_direction="funding: 1"))
        assert analysed()["assessments"][0]["orientation"] is None
        assert "Orientation" not in crosp("analyse", "--full", cwd=folder.path).out

    @pytest.mark.parametrize(("form", "concerns"), [("grundskola", True), ("forskola", False), ("komvux", False)])
    def test_the_law_on_student_health_is_shown_to_those_it_concerns(
        self, analysed: Any, crosp: Any, folder: Any, form: str, *, concerns: bool
    ) -> None:
        folder.project()
        project = (folder.path / "crosp.yaml").read_text()
        folder.write("crosp.yaml", project.replace("[grundskola]", f"[{form}]"))
        folder.assessment(cells=self.MEASURES, level="teaching")
        (said,) = analysed()["assessments"][0]["orientation"]["said"]
        assert said["concerns"] is concerns
        out = " ".join(crosp("analyse", "--full", "--lang", "en", cwd=folder.path).out.split())
        assert ("first of all to promote health and to prevent" in out) is concerns
        assert ("does not concern this organiser type and school form" in out) is not concerns

    def test_the_page_has_the_table_and_the_answer_the_questions(self, analysed: Any, crosp: Any, folder: Any) -> None:
        folder.project()
        folder.assessment(cells=self.MEASURES)
        page = crosp("render", "a.yaml", "-o", "-", "--lang", "en", cwd=folder.path).out
        part = page.partition('<section id="orientation"')[2].partition("</section>")[0]
        assert '<th scope="row" role="rowheader">Group</th>' in part
        assert "<dt>" not in part
        assert len(analysed()["assessments"][0]["orientation"]["shifts"]) == 5
        out = crosp("analyse", "--full", "--format", "markdown", "--lang", "en", cwd=folder.path).out
        assert "Questions to read the table with" in out
        assert "does not concern" not in part
        assert "average" not in part


class TestMarkdown:
    @pytest.mark.parametrize("more", [["--explain"], *(["--by", kind] for kind in BY)], ids=" ".join)
    def test_whatever_is_written_comes_out_as_text(self, crosp: Any, folder: Any, more: list[str]) -> None:
        folder.project()
        wild = '"<script>x</script> | [a](javascript:b) # `c` {{ 1 }} **d**"'
        measure = f"{{id: a, what: {wild}, collaboration: {{solves_at: teaching}}}}"
        for level in ("school", "teaching"):
            lines = f"shared-direction: {{funding: {{current_state: {{rating: 1}}, measures: [{measure}]}}}}"
            folder.assessment(f"{level}.yaml", lines, level=level)
        for language in ("sv", "en"):
            out = crosp("analyse", "--format", "markdown", "--lang", language, *more, ".", cwd=folder.path).out
            tokens = MarkdownIt("commonmark").enable("table").parse(out)
            inside = [child for token in tokens for child in (token, *(token.children or []))]
            assert not [
                t for t in inside if t.type in ("html_block", "html_inline", "link_open", "code_inline", "fence")
            ]
            for table in re.findall(r"(?:^\|.*\n)+", out, re.MULTILINE):
                assert len({len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}) == 1, table


# --- what holds of any analysis --------------------------------------------------------------------------------

PLACES = [
    (row, column) for row in ("shared-direction", "participation", "follow-up") for column in ("funding", "quality")
]
CELLS = st.one_of(
    st.just({}),
    st.fixed_dictionaries(
        {
            "current_state": st.fixed_dictionaries(
                {
                    "rating": st.none() | st.integers(0, 3),
                    "group_ratings": st.dictionaries(
                        st.sampled_from(["teachers", "pupils"]),
                        st.dictionaries(st.integers(0, 3).map(str), st.integers(0, 8), max_size=3),
                    ),
                }
            ),
            "need": st.fixed_dictionaries(
                {"target": st.none() | st.integers(0, 3), "priority": st.sampled_from([None, "high", "low"])}
            ),
            "measures": st.lists(
                st.fixed_dictionaries(
                    {
                        "id": st.sampled_from(["a", "b", "c"]),
                        "what": st.just("Time."),
                        "orientation": st.sampled_from([None, "promoting", "remedial"]),
                        "collaboration": st.fixed_dictionaries(
                            {"solves_at": st.sampled_from([None, "organiser", "school", "teaching"])}
                        ),
                    }
                ),
                max_size=3,
                unique_by=lambda measure: measure["id"],
            ),
        }
    ),
)
MATRICES = st.dictionaries(st.sampled_from(PLACES), CELLS, max_size=6)


def document(level: str, date: str, matrix: dict[tuple[str, str], Any]) -> dict[str, Any]:
    rows: dict[str, Any] = {}
    for (row, column), cell in matrix.items():
        rows.setdefault(row, {})[column] = cell
    heading = {"format": "crosp-assessment/1", "framework": "spsm-crosp@2024", "level": level, "date": date}
    unit = {} if level == "organiser" else {"unit": "ekskolan"}
    return {**heading, **unit, "occasion": date, "cells": rows}


@pytest.fixture(scope="module")
def answer(crosp: Any) -> Callable[..., dict[str, Any]]:
    def analyse(documents: dict[str, dict[str, Any]], *arguments: str) -> dict[str, Any]:
        with TemporaryDirectory() as name:
            for file, content in documents.items():
                Path(name, file).write_text(json.dumps(content))
            result = crosp(
                "analyse", "--format", "json", "--today", TODAY, "--explain", *arguments, *documents, cwd=name
            )
        assert (result.status, result.err) == (0, ""), result.out
        found = json.loads(result.out)
        assert isinstance(found, dict)
        return found

    return analyse


DATES = st.sampled_from(["2025-01-10", "2026-03-01", "2026-10-15"])
DOCUMENTS = st.tuples(st.sampled_from(["organiser", "school", "teaching"]), DATES, MATRICES)


class TestAlways:
    @given(drawn=st.lists(DOCUMENTS, min_size=2, max_size=4), by=st.sampled_from(BY), order=st.randoms())
    def test_the_order_of_files_and_cells_changes_nothing(self, answer: Any, drawn: Any, by: str, order: Any) -> None:
        documents = {f"{number}.yaml": document(*one) for number, one in enumerate(drawn)}
        names = list(documents)
        order.shuffle(names)
        turned = {}
        for name in names:
            content = copy.deepcopy(documents[name])
            content["cells"] = {
                row: dict(reversed(columns.items())) for row, columns in reversed(content["cells"].items())
            }
            for columns in content["cells"].values():
                for cell in columns.values():
                    cell.get("measures", []).reverse()
            turned[name] = dict(reversed(content.items()))
        assert answer(turned, "--by", by) == answer(documents, "--by", by)

    @given(
        drawn=DOCUMENTS,
        place=st.tuples(st.sampled_from(["professional-development", "follow-up"]), st.just("governance")),
        unfilled=st.sampled_from([None, {}, {"current_state": None, "need": {}, "measures": []}]),
    )
    def test_an_unfilled_cell_changes_no_gap(self, answer: Any, drawn: Any, place: Any, unfilled: Any) -> None:
        plain = document(*drawn)
        more = copy.deepcopy(plain)
        more["cells"].setdefault(place[0], {})[place[1]] = unfilled
        (before,), (after,) = (answer({"a.yaml": one})["assessments"] for one in (plain, more))
        assert [cell["gap"] for cell in after["cells"]] == [cell["gap"] for cell in before["cells"]]
        assert after["focus"] == before["focus"]

    @given(drawn=DOCUMENTS)
    def test_every_cell_is_in_focus_or_told_why_not(self, answer: Any, drawn: Any) -> None:
        (found,) = answer({"a.yaml": document(*drawn)})["assessments"]
        chosen = [(one["principle"], one["area"]) for one in found["focus"]]
        others = [(one["principle"], one["area"]) for one in found["passed_over"]]
        assert sorted([*chosen, *others]) == sorted(
            (cell["principle"], cell["area"]) for cell in found["cells"] if cell["state"] != "outside"
        )
        for one in found["passed_over"]:
            lost = one["step"] in ORDER
            assert lost == bool(one["against"]) == bool(one["grounds"])
            assert one["reason"]
            if lost:
                assert (one["against"]["principle"], one["against"]["area"]) == chosen[-1]

    @given(drawn=DOCUMENTS)
    def test_every_measure_is_counted_once(self, answer: Any, drawn: Any) -> None:
        (found,) = answer({"a.yaml": document(*drawn)})["assessments"]
        counts = found["orientation"]["counts"] if found["orientation"] else []
        assert sum(one["measures"] for one in counts) == len(found["measures"])


def test_text_needs_neither_templates_nor_questions(crosp_process: Any, examples: Path) -> None:
    path = examples / "ekskolan/assessments/ekskolan/2026-ht-school.yaml"
    unneeded = ("jinja2", "crosp_cli.output.analysis.json", "crosp_cli.schemas.generate")
    program = (
        "import sys; from crosp_cli.cli.main import run; run(sys.argv[1:]); "
        f"print(sorted(set({unneeded}) & set(sys.modules)))"
    )
    result = crosp_process("analyse", path, python=("-c", program))
    assert result.out.splitlines()[-1] == "[]"
