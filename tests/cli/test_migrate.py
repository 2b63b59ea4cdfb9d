"""`crosp migrate`: shows what would change, writes when asked, file by file, and says what has to stay."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.cli

NEWER = Path(__file__).resolve().parents[1] / "frameworks" / "inclusion-walk-2"
NETWORK = "assessments/2026-autumn-network.yaml"
SCHOOL = "assessments/mill-lane/2026-autumn-school-team.yaml"


@pytest.fixture
def project(folder: Any, examples: Path) -> Any:
    """The other framework's example, whose framework has got a second version."""
    shutil.copytree(examples / "other-framework", folder.path, dirs_exist_ok=True)
    shutil.rmtree(folder.path / "framework")
    shutil.copytree(NEWER, folder.path / "framework")
    return folder


def contents(folder: Any) -> dict[str, bytes]:
    return {name: (folder.path / name).read_bytes() for name in folder.files()}


class TestWrongInput:
    def test_a_named_file_that_is_not_ours(self, crosp: Any, project: Any) -> None:
        project.write("other.yaml", "name: x\n")
        result = crosp("migrate", "other.yaml", "--lang", "en", cwd=project.path)
        assert (result.status, result.out) == (2, "")
        assert "other.yaml is no file of crosp's: its first line should be `format: crosp-assessment/1`." in result.err
        assert crosp("migrate", cwd=project.path).status == 0

    @pytest.mark.parametrize("command", ["analyse", "follow-up", "migrate", "validate"])
    def test_standard_input_is_not_taken_for_a_missing_file(self, crosp: Any, project: Any, command: str) -> None:
        result = crosp(command, "-", "--lang", "en", cwd=project.path)
        assert result.status == 2
        assert "Standard input (-) cannot be read here. Name a file or a folder." in result.err


class TestWithoutWrite:
    def test_nothing_is_written(self, crosp: Any, project: Any) -> None:
        before = contents(project)
        result = crosp("migrate", cwd=project.path)
        assert result.status == 0
        assert result.err == ""
        assert contents(project) == before
        assert result.out.endswith("2 files would be changed. Nothing has been written; --write does it.\n")

    def test_each_file_is_told_of(self, crosp: Any, project: Any) -> None:
        out = crosp("migrate", SCHOOL, cwd=project.path).out
        assert out.startswith(f"{SCHOOL}\n  framework: inclusion-walk@1 → inclusion-walk@2\n")
        for line in (
            "  levels: school-team → school",
            "  orientations: remedial → mending",
            "  steps of the scale, and how often: 3 → 2 (2), 4 → 3 (3)",
            "  Merged into together × everyday-practice",
            "    looking-back × everyday-practice",
            "  Kept at the end of the file, under kept_from",
            "    No counterpart in the newer version:",
            "      line 69: side-by-side × everyday-practice: maths-together, scope",
            "    The cells that have become one do not agree on it:",
            "      line 110: looking-back × everyday-practice: rating",
            "  For you to look at",
            "    – kept_from: move what you want to keep to a cell, and remove the rest.",
        ):
            assert f"{line}\n" in out
        assert "Forty minutes" not in out

    def test_in_swedish(self, crosp: Any, project: Any) -> None:
        out = crosp("migrate", "--lang", "sv", cwd=project.path).out
        assert "  Sparat i slutet av filen, under kept_from\n" in out
        assert out.endswith("2 filer skulle ändras. Inget är skrivet; det görs med --write.\n")

    def test_for_programs(self, crosp: Any, project: Any) -> None:
        found = json.loads(crosp("migrate", "--format", "json", cwd=project.path).out)
        assert (found["format"], found["written"]) == ("crosp-migration/1", False)
        network, school = found["files"]
        assert (school["path"], school["before"], school["after"], school["status"], school["problem"]) == (
            SCHOOL,
            "inclusion-walk@1",
            "inclusion-walk@2",
            "changes",
            None,
        )
        assert {"kind": "levels", "old": "school-team", "new": "school", "count": 1} in school["renamed"]
        assert {"at": ["participants", 0], "line": 7, "reason": "no-name"} in network["kept"]
        assert network["merged"][0]["into"] == {"principle": "together", "area": "everyday-practice"}


class TestWrite:
    def test_the_files_are_there_and_pass(self, crosp: Any, project: Any) -> None:
        assert "CR123" in crosp("validate", cwd=project.path).out
        before = contents(project)
        result = crosp("migrate", "--write", cwd=project.path)
        assert result.status == 0
        assert result.out.endswith("2 files written.\n")
        after = contents(project)
        assert {name for name in after if after[name] != before.get(name)} == {NETWORK, SCHOOL}
        assert crosp("validate", cwd=project.path).status == 0

    def test_a_second_time_changes_nothing(self, crosp: Any, project: Any) -> None:
        crosp("migrate", "--write", cwd=project.path)
        before = contents(project)
        result = crosp("migrate", "--write", cwd=project.path)
        assert result.status == 0
        assert "nothing to bring over" in " ".join(result.out.split())
        assert contents(project) == before

    def test_analyse_and_render_tell_what_is_kept(self, crosp: Any, project: Any) -> None:
        crosp("migrate", "--write", cwd=project.path)
        analysed = " ".join(crosp("analyse", SCHOOL, cwd=project.path).out.split())
        assert "Kept from an earlier version (inclusion-walk@1): " in analysed
        for form in ("html", "markdown"):
            assert crosp("render", SCHOOL, "--format", form, "-o", f"r.{form}", cwd=project.path).status == 0
            text = (project.path / f"r.{form}").read_text("utf-8")
            assert "Kept from an earlier version" in text
            assert "Forty minutes a week stand in the timetable." in text
            kept = text[text.rindex("Kept from an earlier version") :]
            assert "numbers stand in the file" in kept
            assert "support-team" not in kept

    def test_schemas_that_the_project_keeps_follow(self, crosp: Any, project: Any) -> None:
        project.write(".crosp/assessment.schema.json", '{"$comment": "crosp schema assessment."}')
        result = crosp("migrate", "--write", "--format", "json", cwd=project.path)
        assert json.loads(result.out)["written"] is True
        schema = (project.path / ".crosp/assessment.schema.json").read_text("utf-8")
        assert "inclusion-walk@2" in schema
        assert "written: .crosp/assessment.schema.json" in result.err

    def test_windows_line_ends_and_the_mark_at_the_beginning_stay(self, crosp: Any, project: Any) -> None:
        text = (project.path / SCHOOL).read_bytes()
        project.write(SCHOOL, b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"))
        crosp("migrate", "--write", cwd=project.path)
        after = (project.path / SCHOOL).read_bytes()
        assert after.startswith(b"\xef\xbb\xbfformat: crosp-assessment/1\r\nframework: inclusion-walk@2\r\n")
        assert after.count(b"\n") == after.count(b"\r\n")


class TestTo:
    def test_another_folder_and_crosp_yaml_follows(self, crosp: Any, project: Any, examples: Path) -> None:
        shutil.move(project.path / "framework", project.path / "framework-2")
        shutil.copytree(examples / "other-framework" / "framework", project.path / "framework")
        before = (project.path / "crosp.yaml").read_text("utf-8")
        result = crosp("migrate", "--to", "framework-2", "--write", cwd=project.path)
        assert result.status == 0, result.err
        assert result.out.endswith("3 files written.\n")
        after = (project.path / "crosp.yaml").read_text("utf-8")
        assert after == before.replace("./framework", "./framework-2")
        assert crosp("validate", cwd=project.path).status == 0

    def test_crosp_yaml_has_to_come_along(self, crosp: Any, project: Any) -> None:
        shutil.copytree(project.path / "framework", project.path / "framework-2")
        before = contents(project)
        result = crosp("migrate", SCHOOL, "--to", "framework-2", "--write", cwd=project.path)
        assert (result.status, result.out) == (2, "")
        assert "crosp.yaml has to come along" in result.err
        assert contents(project) == before

    @pytest.mark.parametrize(("to", "said"), [("nowhere", "neither"), ("..", "beside or below"), ("a@1", "neither")])
    def test_what_is_no_framework(self, crosp: Any, project: Any, to: str, said: str) -> None:
        result = crosp("migrate", "--to", to, cwd=project.path)
        assert (result.status, result.out) == (2, "")
        assert said in result.err

    def test_a_framework_that_does_not_hold_together(self, crosp: Any, project: Any) -> None:
        project.write("framework/migrations.yaml", "format: crosp-migrations/1\nentries: [{from: inclusion-walk@2}]\n")
        result = crosp("migrate", cwd=project.path)
        assert (result.status, result.out) == (2, "")
        assert "crosp validate" in result.err
        assert "CR136" in crosp("validate", cwd=project.path).out


class TestWhatStays:
    def test_what_cannot_be_read_is_told_of_and_the_others_come_over(self, crosp: Any, project: Any) -> None:
        text = (project.path / SCHOOL).read_text("utf-8").replace("rating: 2", "rating: two")
        project.write(SCHOOL, text)
        result = crosp("migrate", "--write", cwd=project.path)
        assert result.status == 1
        assert f"{SCHOOL}\n  Stays as it is. It has to be mended first. Line 86: CR108" in result.out
        assert "“two”" not in result.out
        assert result.out.endswith("1 file written. 1 file stays as it is.\n")
        assert (project.path / SCHOOL).read_text("utf-8") == text

    def test_what_follows_the_framework_already_is_left_alone_right_or_wrong(self, crosp: Any, project: Any) -> None:
        crosp("migrate", "--write", cwd=project.path)
        text = (project.path / SCHOOL).read_text("utf-8").replace("group: heads", "group: nobody")
        project.write(SCHOOL, text)
        result = crosp("migrate", cwd=project.path)
        assert result.status == 0
        assert "nothing to bring over" in " ".join(result.out.split())

    def test_a_version_that_nobody_has_written_down(self, crosp: Any, project: Any) -> None:
        text = (project.path / SCHOOL).read_text("utf-8").replace("inclusion-walk@1", "inclusion-walk@0")
        project.write(SCHOOL, text)
        result = crosp("migrate", SCHOOL, cwd=project.path)
        assert result.status == 1
        assert "inclusion-walk@2 does not say how to come from inclusion-walk@0" in " ".join(result.out.split())
        (found,) = json.loads(crosp("migrate", SCHOOL, "--format", "json", cwd=project.path).out)["files"]
        assert (found["status"], found["problem"]) == ("stays", "no-way")

    @pytest.mark.parametrize("version", ["2021", "2099"])
    def test_a_project_whose_version_leads_nowhere(self, crosp: Any, folder: Any, version: str) -> None:
        folder.project()
        text = (folder.path / "crosp.yaml").read_text("utf-8").replace("@2024", f"@{version}")
        folder.write("crosp.yaml", text)
        assert "crosp migrate" in crosp("validate", cwd=folder.path).out
        result = crosp("migrate", "--write", cwd=folder.path)
        assert result.status == 1
        assert f"does not say how to come from spsm-crosp@{version}" in " ".join(result.out.split())
        assert (folder.path / "crosp.yaml").read_text("utf-8") == text

    def test_the_built_in_framework_has_no_older_version(self, crosp: Any, folder: Any) -> None:
        folder.project()
        file = folder.assessment()
        text = (folder.path / file).read_text("utf-8")
        folder.write(str(file), text.replace("spsm-crosp@2024", "spsm-crosp@2021"))
        result = crosp("migrate", cwd=folder.path)
        assert result.status == 1
        assert "spsm-crosp@2024 does not say how to come from spsm-crosp@2021" in " ".join(result.out.split())


def test_where_everything_follows_the_framework(crosp: Any, examples: Path) -> None:
    for name in ("ekskolan", "exempelkommun", "other-framework"):
        result = crosp("migrate", "--lang", "en", cwd=examples / name)
        assert (result.status, result.err) == (0, "")
        assert "nothing to bring over" in " ".join(result.out.split())


def test_validate_points_the_way(crosp: Any, project: Any) -> None:
    out = crosp("validate", cwd=project.path).out
    assert f"{SCHOOL}:2:12: CR123 error: The file belongs to another version of the framework" in out
    assert "Run `crosp migrate`" in out
