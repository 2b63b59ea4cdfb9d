"""`crosp show`: everything in the framework by any of its names, in both languages."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from crosp_cli.reading.documents.framework import built_in_folder, read_framework
from crosp_cli.reading.documents.guidance import read_guidance
from crosp_cli.resources import resource

pytestmark = pytest.mark.cli

FROM_UPPER_SECONDARY = "Upper secondary school, Adapted upper secondary school, Municipal adult education (komvux)"


def page(result: Any) -> dict[str, Any]:
    assert (result.status, result.err) == (0, "")
    found = json.loads(result.out)
    assert list(found) == ["kind", "id", "title", "sections"]
    assert all(list(section) == ["heading", "lines"] for section in found["sections"])
    assert isinstance(found, dict)
    return found


def lines_of(found: dict[str, Any]) -> list[str]:
    return [line for section in found["sections"] for line in section["lines"]]


def of_one_unit(form: str) -> str:
    organiser = "organiser: {id: lillan, name: Lillan, type: independent}"
    units = f"units: [{{id: lillan, name: Lillan, school_forms: [{form}]}}]"
    return f"format: crosp-project/1\nframework: spsm-crosp@2024\n{organiser}\n{units}\n"


@pytest.fixture
def shown(crosp: Any, folder: Any) -> Any:
    """The page on some words, in the built-in framework."""

    def show(*words: str, language: str = "en") -> dict[str, Any]:
        return page(crosp("show", *words, "--format", "json", "--lang", language, cwd=folder.path))

    return show


class TestNames:
    @pytest.mark.parametrize(
        ("words", "kind", "name"),
        [
            (["participation"], "principle", "participation"),
            (["Participation and influence"], "principle", "participation"),
            (["Delaktighet", "och", "inflytande"], "principle", "participation"),
            (["DELAKTIGHET"], "principle", "participation"),
            (["samverkan"], "principle", "collaboration"),
            (["Inkluderande skollärdaskap"], "principle", "inclusive-leadership"),
            (["funding"], "area", "funding"),
            (["Finansiering och resursfördelning"], "area", "funding"),
            (["quality assurance"], "area", "quality"),
            (["school"], "level", "school"),
            (["Huvudman"], "level", "organiser"),
            (["2:25"], "reference", "skollagen-2-25"),
            (["2 kap. 25"], "reference", "skollagen-2-25"),
            (["2 kap. 25 §"], "reference", "skollagen-2-25"),
            (["Skollagen 2 kap. 25 §"], "reference", "skollagen-2-25"),
            (["2:8b"], "reference", "skollagen-2-8b"),
            (["elevhälsa"], "term", "student-health"),
            (["inkludering"], "term", "inclusive-education"),
            (["factor-clear-roles"], "reference", "factor-clear-roles"),
            (["Hälsofrämjande lärmiljö"], "term", "health-promoting-learning-environment"),
            (["participation", "funding"], "cell", "participation/funding"),
            (["funding", "participation"], "cell", "participation/funding"),
            (["participation/funding"], "cell", "participation/funding"),
            (["Delaktighet och inflytande × Styrning"], "cell", "participation/governance"),
            (["Samverkan", "styrning"], "cell", "collaboration/governance"),
        ],
    )
    @pytest.mark.parametrize("language", ["sv", "en"])
    def test_in_any_language(self, shown: Any, words: list[str], kind: str, name: str, language: str) -> None:
        found = shown(*words, language=language)
        assert (found["kind"], found["id"]) == (kind, name)

    def test_titles_are_in_the_language_asked_for(self, shown: Any) -> None:
        assert shown("follow-up", language="sv")["title"] == "Uppföljning och analys"
        assert shown("follow-up", language="en")["title"] == "Follow-up and analysis"
        assert shown("follow-up", "quality", language="sv")["title"] == (
            "Uppföljning och analys × Systematiskt kvalitetsarbete"
        )

    @pytest.mark.parametrize(
        ("words", "near"), [(["participaton"], "participation"), (["elevhelsa"], "elevhälsa"), (["2:255"], "2:25")]
    )
    def test_a_near_name_is_suggested(self, crosp: Any, folder: Any, words: list[str], near: str) -> None:
        result = crosp("show", *words, "--lang", "en", cwd=folder.path)
        assert (result.status, result.out) == (2, "")
        assert "Did you mean " in result.err
        assert near in result.err

    def test_a_word_near_nothing_leads_to_what_there_is(self, crosp: Any, folder: Any) -> None:
        result = crosp("show", "xyzzy", "--lang", "en", cwd=folder.path)
        assert (result.status, "`crosp show` shows what there is." in result.err) == (2, True)

    @pytest.mark.parametrize("words", [["xyzzy"], ["[/nope]"], ["participation", "participation"], ["\x1b[31m"]])
    @pytest.mark.parametrize("language", ["sv", "en"])
    def test_nothing_is_called_that(self, crosp: Any, folder: Any, words: list[str], language: str) -> None:
        result = crosp("show", *words, "--lang", language, cwd=folder.path)
        assert (result.status, result.out) == (2, "")
        assert result.err.startswith("crosp: ")
        assert result.err.count("\n") == 1
        assert "\x1b" not in result.err


class TestPages:
    def test_the_overview_names_everything_there_is_to_ask_for(self, crosp: Any, folder: Any) -> None:
        for words in ([], [""], ["  "]):
            found = page(crosp("show", *words, "--format", "json", "--lang", "sv", cwd=folder.path))
            assert (found["kind"], found["id"]) == ("framework", "spsm-crosp@2024")
        everything = "\n".join(lines_of(found))
        framework = read_framework(built_in_folder())
        guidance, _ = read_guidance(framework)
        assert framework.framework is not None
        assert guidance is not None
        for entry in framework.framework:
            assert f"- {entry.id}: {entry.title['sv']}" in everything
        for level in framework.framework.head.levels:
            assert f"- {level.id}: {level.title['sv']}" in everything
        for step in framework.framework.head.scale.steps:
            assert step.label["sv"] in everything
        for term in guidance.glossary.entries:
            assert term.term["sv"] in everything
        for reference in guidance.references.entries:
            assert reference.title["sv"] in everything

    def test_terms_are_in_swedish_order(self, shown: Any) -> None:
        found = shown(language="sv")
        (terms,) = next(section["lines"] for section in found["sections"] if section["heading"] == "Begrepp")
        names = terms.split(", ")
        assert names.index("Tillgänglighet") < names.index("Åtgärdsprogram")
        assert names[-1][0] in "ÅÄÖ" or names[-1][0] > "T"

    @pytest.mark.parametrize("level", ["organiser", "school", "teaching"])
    def test_a_level_has_a_question_for_each_cell_and_two_more(self, shown: Any, level: str) -> None:
        found = shown(level)
        first, *questions = [section for section in found["sections"] if section["heading"]]
        assert first["heading"] == "First round"
        assert len(first["lines"]) in (1 + 3, 1 + 4)
        assert len(questions) == 24 + 2
        assert all("?" in section["lines"][0] for section in questions)

    def test_a_cell_has_a_question_at_each_level_and_what_stands_behind_it(self, shown: Any) -> None:
        found = shown("participation", "governance")
        by_form = [section["heading"] for section in found["sections"] if " · " in section["heading"]]
        assert by_form == [
            "Organiser · Municipal adult education (komvux)",
            f"Organiser · {FROM_UPPER_SECONDARY}",
            "Organiser · Preschool",
            "School or preschool · Preschool",
            f"School or preschool · {FROM_UPPER_SECONDARY}",
            "Teaching · Preschool",
            f"Teaching · {FROM_UPPER_SECONDARY}",
        ]
        (preschool,) = (one for one in found["sections"] if one["heading"] == "School or preschool · Preschool")
        assert preschool["lines"] == ["On which matters can children and guardians have their say before you decide?"]
        found["sections"] = [section for section in found["sections"] if section["heading"] not in by_form]
        headings = [section["heading"] for section in found["sections"]]
        assert headings[:3] == ["Organiser", "School or preschool", "Teaching"]
        assert headings[3:] == ["The law here", "Background: law and success factors", "Terms"]
        here, background = (found["sections"][number]["lines"] for number in (3, 4))
        assert here[1].startswith("- Education Act, chapter 4, section 9 (Teaching): Children and pupils are to")
        assert len(here) == 4
        assert "- Education Act, chapter 2, section 8: The organiser's responsibility" in background
        assert not any("chapter 4, section" in line for line in background)

    @pytest.mark.parametrize(
        ("form", "code", "source"),
        [
            ("grundskola", "CR407", "SPSM 2021 om elevhälsoarbete; Skollagen 2\u00a0kap.\u00a025\u00a0§ (2026-01-15)"),
            ("forskola", "CR407", "SPSM 2021 om elevhälsoarbete"),
            (
                "forskola",
                "CR205",
                "SPSM 2024: Delaktighet och inflytande; Skollagen 4\u00a0kap.\u00a04\u00a0§ (2026-01-15)",
            ),
        ],
    )
    def test_a_code_rests_on_the_laws_that_the_framework_says_and_that_concern_the_project(
        self, crosp: Any, folder: Any, form: str, code: str, source: str
    ) -> None:
        folder.write("crosp.yaml", of_one_unit(form))
        found = page(crosp("explain", code, "--format", "json", "--lang", "sv", cwd=folder.path))
        assert f"Källa: {source}" in lines_of(found)

    def test_in_a_project_a_cell_has_what_concerns_its_school_forms(self, crosp: Any, folder: Any) -> None:
        folder.write("crosp.yaml", of_one_unit("forskola"))
        found = page(
            crosp(
                "show", "inclusive-leadership", "capacity-building", "--format", "json", "--lang", "sv", cwd=folder.path
            )
        )
        sections = {section["heading"]: section["lines"] for section in found["sections"]}
        assert "ett barn kan behöva stöd?" in sections["Förskole- eller skolenhet"][0]
        assert not any(" · " in heading for heading in sections)
        (law,) = sections["Lagen här"]
        assert law.startswith("- Skollagen 8 kap. 9 § (Förskole- eller skolenhet)")
        assert "Lärmiljö" in sections["Begrepp"][0]
        assert "Elevhälsoteam" not in sections["Begrepp"][0]
        (level,) = (
            section["lines"]
            for section in page(crosp("show", "school", "--format", "json", "--lang", "sv", cwd=folder.path))[
                "sections"
            ]
            if section["heading"] == "Inkluderande skolledarskap × Styrning"
        )
        assert not any("elevhälsa" in line for line in level)

    def test_a_section_names_the_cells_that_it_speaks_of(self, shown: Any) -> None:
        (speaks,) = (section for section in shown("8:9")["sections"] if section["heading"] == "Speaks of")
        cells = [line.partition(" (School or preschool): ")[0] for line in speaks["lines"]]
        assert cells == [
            "- Inclusive school leadership × Capacity building",
            "- Participation and influence × Capacity building",
        ]

    def test_a_section_says_whom_it_binds_and_from_when_it_is(self, shown: Any) -> None:
        found = shown("2:8b")
        text = "\n".join(lines_of(found))
        assert "2026-01-15" in text
        assert "- Municipality" in text
        (concerned,) = (
            section["lines"][0] for section in shown("2:25")["sections"] if section["heading"] == "Applies to"
        )
        assert "Compulsory school" in concerned
        assert "Preschool" not in concerned.replace("Preschool class", "")

    def test_what_the_publication_got_wrong_is_said(self, shown: Any) -> None:
        assert "Correction" in [section["heading"] for section in shown("1:5")["sections"]]

    @pytest.mark.parametrize("language", ["sv", "en"])
    def test_every_entry_has_a_page(self, shown: Any, language: str) -> None:
        framework = read_framework(built_in_folder())
        guidance, _ = read_guidance(framework)
        assert framework.framework is not None
        assert guidance is not None
        groups = {
            "principle": framework.framework.principles.entries,
            "area": framework.framework.areas.entries,
            "level": framework.framework.head.levels,
            "reference": guidance.references.entries,
        }
        for kind, entries in groups.items():
            for entry in entries:
                found = shown(entry.id, language=language)
                assert (found["kind"], found["title"]) == (kind, entry.title[language])
                assert lines_of(found)
        for term in guidance.glossary.entries:
            found = shown(term.term[language], language=language)
            assert lines_of(found)

    @pytest.mark.parametrize("language", ["sv", "en"])
    def test_text(self, crosp: Any, folder: Any, language: str) -> None:
        for words in ([], ["participation"], ["participation", "funding"], ["school"], ["2:25"]):
            result = crosp("show", *words, "--full", "--lang", language, cwd=folder.path)
            assert (result.status, result.err) == (0, "")
            assert max(map(len, result.out.splitlines())) <= 80
            found = page(crosp("show", *words, "--lang", language, "--format", "json", cwd=folder.path))
            assert result.out.startswith(found["title"])
            for section in found["sections"]:
                assert section["heading"] in " ".join(result.out.split())  # a long one takes two lines


@pytest.mark.parametrize("asked", ["teachers", "lärare", "Teachers"])
def test_a_group_is_shown_as_it_is_written(shown: Any, asked: str) -> None:
    found = shown(asked)
    assert (found["kind"], found["id"], found["title"]) == ("group", "teachers", "Teachers")
    assert found["sections"][-1]["lines"] == ["participants:", "  - {group: teachers, count: 6}"]


@pytest.mark.parametrize(
    ("asked", "near"), [("99:1", ""), ("2:24", "2:25"), ("29:14", "29:13"), ("rektor", "rektor och biträdande rektor")]
)
def test_near_a_law_section_are_those_of_its_chapter(crosp: Any, folder: Any, asked: str, near: str) -> None:
    result = crosp("show", asked, "--lang", "en", cwd=folder.path)
    assert result.status == 2
    meant = result.err.partition("Did you mean ")[2].rstrip("?\n").split(", ")
    assert near in meant
    assert all(name.startswith(near.partition(":")[0]) for name in meant)


class TestProject:
    def test_the_framework_of_the_project_here(self, crosp: Any, examples: Path) -> None:
        found = page(crosp("show", "--format", "json", cwd=examples / "other-framework" / "assessments"))
        assert found["id"] == "inclusion-walk@1"

    def test_a_language_that_a_framework_does_not_have(self, crosp: Any, examples: Path) -> None:
        found = page(crosp("show", "arriving", "--format", "json", "--lang", "sv", cwd=examples / "other-framework"))
        assert found["title"] == "Arriving"

    def test_a_broken_project(self, crosp: Any, folder: Any) -> None:
        folder.write("crosp.yaml", "format: crosp-project/1\nlanguage: en\n")
        result = crosp("show", "participation", cwd=folder.path)
        assert (result.status, result.out) == (2, "")
        assert "`crosp validate`" in result.err

    def test_a_broken_framework(self, crosp: Any, folder: Any, examples: Path) -> None:
        for file in (examples / "other-framework").rglob("*.yaml"):
            folder.write(str(file.relative_to(examples / "other-framework")), file.read_bytes())
        glossary = folder.path / "framework" / "glossary.yaml"
        glossary.write_text(glossary.read_text().replace("id: transition\n", "id: [transition]\n"))
        result = crosp("show", "--lang", "en", cwd=folder.path)
        assert (result.status, result.out) == (2, "")
        assert "`crosp validate`" in result.err
        report = json.loads(crosp("validate", "--format", "json", cwd=folder.path).out)
        assert {finding["path"] for finding in report["findings"]} >= {"framework/glossary.yaml"}


@pytest.mark.parametrize("key", ["group_ratings", "helps", "hinders", "evidence", "follow_ups", "not_applicable"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_key_of_an_assessment_is_shown_with_an_example(crosp: Any, key: str, language: str) -> None:
    shown = crosp("show", key, "--lang", language)
    assert shown.status == 0
    assert f"{key}:" in shown.out


def test_a_name_that_is_also_a_key_shows_both(crosp: Any) -> None:
    shown = crosp("show", "collaboration", "--lang", "sv").out
    assert shown.startswith("Samverkan och kunskapsutbyte")
    assert "Nyckeln `collaboration` i en kartläggning" in shown
    assert "        collaboration:\n" in shown


def test_every_example_of_a_key_passes_validation(crosp: Any, folder: Any) -> None:
    for number, (key, texts) in enumerate(
        yaml.safe_load((resource("templates") / "show/keys.yaml").read_text()).items()
    ):
        for language, text in texts.items():
            row, cell = ("", text) if text.startswith("follow-up:") else ("follow-up:\n  quality:\n", text)
            indented = "".join(f"{'    ' if row else ''}{line}\n" for line in cell.splitlines())
            folder.assessment(f"{key}-{language}.yaml", row + indented, date=f"201{number}-0{len(language)}-15")
    folder.project("checks: {ignore: [CR702]}\n")
    found = crosp("validate", ".", "--format", "json", cwd=folder.path).out
    assert '"errors": 0' in found


def test_what_something_is_called_is_one_line_however_it_is_written(crosp: Any, examples: Path, tmp_path: Path) -> None:
    shutil.copytree(examples / "other-framework", tmp_path, dirs_exist_ok=True)
    for file, name, written in (
        ("framework/areas.yaml", "en: Everyday practice,", 'en: "Everyday\\n practice\\n",'),
        ("crosp.yaml", "name: Mill Lane Primary School,", 'name: "Mill Lane\\n",'),
    ):
        text = (tmp_path / file).read_text("utf-8")
        (tmp_path / file).write_text(text.replace(name, written), "utf-8")
    assert "everyday-practice: Everyday practice\n" in crosp("show", cwd=tmp_path).out
    assert "Mill Lane · School team" in crosp("analyse", cwd=tmp_path).out


def test_a_term_that_rests_on_what_is_not_there_is_shown(crosp: Any, examples: Path, tmp_path: Path) -> None:
    """`crosp validate` tells of it; the framework can be read meanwhile."""
    shutil.copytree(examples / "other-framework", tmp_path, dirs_exist_ok=True)
    file = tmp_path / "framework" / "glossary.yaml"
    file.write_text(file.read_text("utf-8").replace("references: [charter-3]", "references: [charter-9]"), "utf-8")
    found = page(crosp("show", "arriving", "--format", "json", "--lang", "en", cwd=tmp_path))
    assert any("transition" in line for line in lines_of(found))
