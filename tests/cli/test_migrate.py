"""`crosp migrate`: shows what would change, writes when asked, file by file, and says what has to stay."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from crosp_cli.cli.commands.migrate.run import Planned, answer, plan, write_all
from crosp_cli.editing.migration.file import Problem
from crosp_cli.files.temporary import temporary_name
from crosp_cli.reading.discovery import shown

NEWER = Path(__file__).resolve().parents[1] / "frameworks" / "inclusion-walk-2"
NETWORK = "assessments/2026-autumn-network.yaml"
NETWORK_STAFF = "{group: network-staff, count: 5}"
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

    def test_what_the_framework_says_of_its_changes_comes_first(self, crosp: Any, project: Any) -> None:
        result = crosp("migrate", cwd=project.path)
        note = "– Working side by side and Looking back have become one path,"
        assert f"For you to look at {note}" in " ".join(result.out.split())
        for file in json.loads(crosp("migrate", "--format", "json", cwd=project.path).out)["files"]:
            assert file["look_at"][0].startswith(note.removeprefix("– "))

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
        analysed = " ".join(crosp("analyse", "--full", SCHOOL, cwd=project.path).out.split())
        assert "Kept from an earlier version (inclusion-walk@1): " in analysed
        for form in ("html", "markdown"):
            assert crosp("render", SCHOOL, "--format", form, "-o", f"r.{form}", cwd=project.path).status == 0
            text = (project.path / f"r.{form}").read_text("utf-8")
            assert "Kept from an earlier version" in text
            assert "Forty minutes a week stand in the timetable." in text
            kept = text[text.rindex("Kept from an earlier version") :]
            assert "numbers are in the file" in kept
            assert "support-team" not in kept

    @pytest.mark.parametrize(("count", "told"), [("3", False), ("14", True)])
    def test_how_many_took_part_is_kept_and_told_only_from_the_limit_on(
        self, crosp: Any, project: Any, count: str, told: bool
    ) -> None:
        file = project.path / NETWORK
        file.write_text(file.read_text("utf-8").replace(NETWORK_STAFF, f"{{group: network-staff, count: {count}}}"))
        crosp("migrate", "--write", cwd=project.path)
        assert f"count: {count}" in file.read_text("utf-8").partition("kept_from:")[2]
        for form in ("html", "markdown"):
            text = crosp("render", NETWORK, "--format", form, "-o", "-", "--lang", "en", cwd=project.path).out
            kept = " ".join(text[text.rindex("Kept from an earlier version") :].replace("\\", "").split())
            assert "network" in kept
            assert (count in kept.partition("Took part, Number")[2][:40]) is told

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

    @pytest.mark.parametrize("command", [("migrate", "--write"), ("show", "welcome"), ("schema", "assessment")])
    def test_a_crosp_yaml_that_says_something_twice(self, crosp: Any, project: Any, command: tuple[str, ...]) -> None:
        text = (project.path / "crosp.yaml").read_text("utf-8")
        project.write("crosp.yaml", f"{text}language: sv\n")
        before = contents(project)
        result = crosp(*command, cwd=project.path)
        assert result.status == 2
        assert "`crosp validate` says why" in " ".join(result.err.split())
        assert contents(project) == before

    def test_what_the_folder_of_a_broken_crosp_yaml_is_called_drives_no_terminal(self, crosp: Any, folder: Any) -> None:
        folder.write("x\u202ey/crosp.yaml", "format: crosp-project/1\n")
        result = crosp("migrate", ".", cwd=folder.path)
        assert result.status == 2
        assert result.err.startswith("crosp: x\\u202ey/crosp.yaml ")

    def test_what_a_killed_run_has_left_beside_a_file_is_cleared(self, crosp: Any, project: Any) -> None:
        crosp("migrate", "--write", cwd=project.path)
        before = contents(project)
        left = (project.path / SCHOOL).with_name(temporary_name(Path(SCHOOL).name))
        left.write_text("the file as it was", "utf-8")
        crosp("migrate", cwd=project.path)
        assert left.exists()
        crosp("migrate", "--write", cwd=project.path)
        assert contents(project) == before

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


class TestSomebodyElseWrites:
    """What changes between reading and writing is left as it is and named; the same command takes it along then."""

    def migrated(self, project: Any, monkeypatch: pytest.MonkeyPatch, edits: dict[str, bytes | None]) -> Any:
        """Plan, let a colleague save `edits` (None: remove the file), and write."""
        monkeypatch.chdir(project.path)
        planned = plan([Path()], None, "en")
        for name, content in edits.items():
            (project.path / name).unlink()
            if content is not None:
                project.write(name, content)
        return {shown(one.path): one.migration for one in write_all(planned, "en")}

    @pytest.mark.parametrize("name", [NETWORK, SCHOOL])
    def test_an_edit_is_kept(self, crosp: Any, project: Any, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
        other = SCHOOL if name == NETWORK else NETWORK
        edit = contents(project)[name] + b"# a colleague's\n"
        became = self.migrated(project, monkeypatch, {name: edit})
        assert (became[name].problem, became[other].problem) == (Problem.CHANGED, None)
        assert contents(project)[name] == edit
        assert b"inclusion-walk@2" in contents(project)[other]
        result = crosp("migrate", "--write", cwd=project.path)
        assert result.status == 0
        assert contents(project)[name].endswith(b"# a colleague's\n")
        assert b"inclusion-walk@2" in contents(project)[name]

    def test_an_edit_of_the_same_length_is_kept(self, project: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        edit = contents(project)[SCHOOL].replace(b"2026", b"2027")
        self.migrated(project, monkeypatch, {SCHOOL: edit})
        assert contents(project)[SCHOOL] == edit

    def test_what_was_removed_is_not_brought_back(self, project: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        became = self.migrated(project, monkeypatch, {SCHOOL: None})
        assert became[SCHOOL].problem is Problem.CHANGED
        assert SCHOOL not in contents(project)

    @pytest.mark.parametrize("form", ["text", "json"])
    def test_it_is_named(self, project: Any, monkeypatch: pytest.MonkeyPatch, capsys: Any, form: str) -> None:
        became = self.migrated(project, monkeypatch, {SCHOOL: contents(project)[SCHOOL] + b"# mine\n"})
        planned = [Planned(Path(name), Path(), b"", one) for name, one in became.items()]
        assert answer(planned, form, "en", written=True)() == 1
        out = capsys.readouterr().out
        if form == "json":
            found = {file["path"]: file for file in json.loads(out)["files"]}
            assert (found[SCHOOL]["status"], found[SCHOOL]["problem"]) == ("stays", "changed-meanwhile")
            assert found[NETWORK]["status"] == "changes"
        else:
            assert f"{SCHOOL}\n  Stays as it is. It was changed meanwhile, or is a link." in out

    def test_crosp_yaml_too(self, folder: Any, examples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        shutil.copytree(examples / "other-framework", folder.path, dirs_exist_ok=True)
        shutil.copytree(NEWER, folder.path / "framework-2")
        monkeypatch.chdir(folder.path)
        planned = plan([Path()], "framework-2", "en")
        edit = contents(folder)["crosp.yaml"] + b"# mine\n"
        folder.write("crosp.yaml", edit)
        became = write_all(planned, "en")
        assert [one.path.name for one in became if one.migration.problem] == ["crosp.yaml"]
        assert contents(folder)["crosp.yaml"] == edit
        assert write_all(plan([Path()], "framework-2", "en"), "en")[-1].migration.problem is None
        assert contents(folder)["crosp.yaml"] == edit.replace(b"./framework", b"./framework-2")


class TestLinks:
    def test_a_link_is_left_and_what_it_leads_to_comes_along(self, crosp: Any, project: Any) -> None:
        (project.path / "a.yaml").symlink_to(SCHOOL)
        (project.path / "z.yaml").symlink_to(SCHOOL)
        assert crosp("migrate", "--write", cwd=project.path).status == 0
        assert (project.path / "a.yaml").is_symlink()
        assert (project.path / "z.yaml").is_symlink()
        assert b"inclusion-walk@2" in contents(project)[SCHOOL]

    def test_a_link_alone_is_left_and_named(self, crosp: Any, project: Any) -> None:
        (project.path / "a.yaml").symlink_to(SCHOOL)
        before = contents(project)
        result = crosp("migrate", "a.yaml", "--write", "--lang", "en", cwd=project.path)
        assert result.status == 1
        assert result.out.startswith("a.yaml\n  Stays as it is. It was changed meanwhile, or is a link.")
        assert contents(project) == before
        assert (project.path / "a.yaml").is_symlink()

    def test_a_linked_folder_is_not_written_through(self, crosp: Any, project: Any, tmp_path_factory: Any) -> None:
        outside = tmp_path_factory.mktemp("outside")
        school = project.path / SCHOOL
        (outside / school.name).write_bytes(school.read_bytes())
        before = school.read_bytes()
        (project.path / "linked").symlink_to(outside)
        result = crosp("migrate", f"linked/{school.name}", "--write", cwd=project.path)
        assert result.status == 1
        assert (outside / school.name).read_bytes() == before
        assert [one.name for one in outside.iterdir()] == [school.name]


class TestDocumentsBesideTheAssessments:
    REGISTER = """\
# What we do with others.
format: crosp-collaborations/1
date: 2026-10-01
collaborations:
  - {id: a, title: A, status: ongoing, solves_at: "school-team"}  # at the school
  - id: b
    title: B
    status: ended
    solves_at: network
"""

    def test_levels_are_renamed_where_they_stand(self, crosp: Any, project: Any) -> None:
        project.write("register.yaml", self.REGISTER)
        told = crosp("migrate", "--lang", "en", cwd=project.path).out
        assert "school-team → school" in told.split("register.yaml", 1)[1]
        assert (project.path / "register.yaml").read_text("utf-8") == self.REGISTER
        assert crosp("migrate", "--write", cwd=project.path).status == 0
        assert (project.path / "register.yaml").read_text("utf-8") == self.REGISTER.replace("school-team", "school")
        assert "register.yaml" not in crosp("migrate", cwd=project.path).out

    def test_a_level_without_a_counterpart_stays_and_is_told(self, crosp: Any, project: Any) -> None:
        text = self.REGISTER.replace("network", "region")
        project.write("register.yaml", text)
        result = crosp("migrate", "register.yaml", "--write", "--lang", "en", cwd=project.path)
        assert result.status == 1
        assert "CR121" in result.out
        assert (project.path / "register.yaml").read_text("utf-8") == text

    def test_a_newer_format_stays_and_is_told(self, crosp: Any, project: Any) -> None:
        text = self.REGISTER.replace("collaborations/1", "collaborations/2")
        project.write("register.yaml", text)
        result = crosp("migrate", "--write", "--lang", "en", cwd=project.path)
        assert result.status == 1
        assert "CR103 The file is written in the format crosp-collaborations/2" in " ".join(result.out.split())
        assert (project.path / "register.yaml").read_text("utf-8") == text

    PROGRAMME = """\
format: crosp-programme/1
framework: inclusion-walk@1  # as in crosp.yaml
id: p
name: P
follow_ups:
  - id: f
    kind: survey
    made:
      date: 2026-06-01
      reports:
        - {what: More voices., principle: PRINCIPLE, area: AREA}
"""

    def test_a_programme_follows_with_its_cells(self, crosp: Any, project: Any) -> None:
        text = self.PROGRAMME.replace("PRINCIPLE", "arriving").replace("AREA", "everyday-practice")
        project.write("programme.yaml", text)
        assert crosp("migrate", "--write", cwd=project.path).status == 0
        found = (project.path / "programme.yaml").read_text("utf-8")
        assert found == text.replace("walk@1", "walk@2").replace("arriving", "welcome")
        assert "CR1" not in crosp("validate", "programme.yaml", cwd=project.path).out.replace("CR10", "")
        assert "programme.yaml" not in crosp("migrate", cwd=project.path).out

    def test_a_programme_whose_cell_is_gone_stays_and_is_told(self, crosp: Any, project: Any) -> None:
        text = self.PROGRAMME.replace("PRINCIPLE", "arriving").replace("AREA", "time-and-people")
        project.write("programme.yaml", text)
        result = crosp("migrate", "programme.yaml", ".", "--write", "--lang", "en", cwd=project.path)
        assert result.status == 1
        assert "CR121" in result.out
        assert (project.path / "programme.yaml").read_text("utf-8") == text
