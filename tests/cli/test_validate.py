"""`crosp validate`: what it finds, in which order and form, and how it ends."""

import json
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from crosp_cli.checks.programme.scope import GOOD as PROGRAMME
from crosp_cli.validation.runner import MANY

pytestmark = pytest.mark.cli

RATED = """\
shared-direction:
  funding:
    current_state: {reflection: We have a routine., rating: 2, evidence: [Routine]}
"""
NO_EVIDENCE = """\
shared-direction:
  funding:
    current_state: {reflection: We have a routine., rating: 2}
"""
EMPTY_CELL = """\
shared-direction:
  funding:
"""
OFF_SCALE = """\
shared-direction:
  funding:
    current_state: {reflection: We have a routine., rating: 9, evidence: [Routine]}
"""
PLANNED = """\
shared-direction:
  funding:
    need: {analysis: Time together.}
    measures:
      - {id: time, what: Time together., responsible: principal, due: 2027-01-31, follow_ups: [{date: 2027-02-10}]}
"""
BEGUN = """if __name__ == "__main__":
    import multiprocessing, sys

    multiprocessing.set_start_method(sys.argv.pop(1))
    from crosp_cli.__main__ import main

    main()
"""
FORMATS = ("text", "json", "github", "gitlab", "sarif", "junit")
BY_SEVERITY = {"error": OFF_SCALE, "warning": NO_EVIDENCE, "note": EMPTY_CELL}

LINE = re.compile(
    r"(?P<path>.+):(?P<line>\d+):(?P<column>\d+): (?P<code>CR\d{3,4}) (?P<severity>\w+): (?P<message>\S.*)"
)


def findings(result: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(result.out)["findings"]
    return found


def codes(result: Any) -> list[str]:
    return [finding["code"] for finding in findings(result)]


def lines_of_text(text: str) -> list[re.Match[str]]:
    """Every finding in a text report; its other lines are indented, but for the summary."""
    *lines, _summary = text.splitlines()
    return [match for line in lines if not line.startswith("    ") and (match := LINE.fullmatch(line))]


class TestText:
    def test_nothing_to_say(self, crosp: Any, folder: Any) -> None:
        folder.project()
        folder.assessment(cells=RATED)
        result = crosp("validate", ".", cwd=folder.path)
        assert (result.status, result.out, result.err) == (
            0,
            "2 files checked: 0 errors, 0 warnings, 0 notes.\n",
            "",
        )

    @pytest.mark.parametrize(
        ("language", "finding", "summary"),
        [
            (
                "en",
                "a.yaml:11:63: CR203 warning: The rating stands without evidence.",
                "2 files checked: 0 errors, 1 warning, 0 notes.",
            ),
            (
                "sv",
                "a.yaml:11:63: CR203 varning: Skattningen står utan underlag.",
                "2 filer kontrollerade: 0 fel, 1 varning, 0 notiser.",
            ),
        ],
    )
    def test_a_finding_its_help_and_the_summary(
        self, crosp: Any, folder: Any, language: str, finding: str, summary: str
    ) -> None:
        folder.project()
        folder.assessment(cells=NO_EVIDENCE)
        result = crosp("validate", "--lang", language, ".", cwd=folder.path)
        first, help_, last = result.out.splitlines()
        assert first == finding
        assert help_.startswith("    ")
        assert "`evidence`" in help_
        assert last == summary
        assert (result.status, result.err) == (0, "")

    @pytest.mark.parametrize("language", ["sv", "en"])
    def test_every_line_can_be_followed(self, crosp: Any, folder: Any, language: str) -> None:
        folder.project()
        folder.assessment("a.yaml", EMPTY_CELL)
        folder.assessment("b.yaml", NO_EVIDENCE, date="2025-10-15")
        folder.write("c.yaml", "format: crosp-assessment/1\nlevel: [a,\n")
        result = crosp("validate", "--lang", language, ".", cwd=folder.path)
        found = lines_of_text(result.out)
        assert [(match["path"], match["code"]) for match in found] == [
            ("c.yaml", "CR023"),
            ("b.yaml", "CR203"),
            ("a.yaml", "CR201"),
        ]
        for match in found:
            line = (folder.path / match["path"]).read_text().splitlines()[int(match["line"]) - 1]
            assert 1 <= int(match["column"]) <= len(line) + 1

    def test_one_file_is_one_file(self, crosp: Any, folder: Any) -> None:
        folder.assessment(cells=RATED)
        assert crosp("validate", "--lang", "en", ".", cwd=folder.path).out == (
            "1 file checked: 0 errors, 0 warnings, 0 notes.\n"
        )

    @pytest.mark.parametrize("form", FORMATS)
    def test_what_is_empty_is_said_once_a_file(self, crosp: Any, folder: Any, form: str) -> None:
        crosp("init", "--level", "school", "--cells", "all", "--lang", "en", cwd=folder.path)
        result = crosp("validate", "--format", form, ".", cwd=folder.path)
        assert result.out.count("Cells that are not filled in yet in this file: 24.") == 1

    def test_notes_alike_are_folded_after_three(self, crosp: Any, folder: Any) -> None:
        folder.project()
        folder.assessment(cells=self.of_few("teachers", "pupils", "guardians", "principal", "administration"))
        result = crosp("validate", ".", cwd=folder.path)
        assert [match["code"] for match in lines_of_text(result.out)] == ["CR204"] * 3
        assert "    … and 2 more CR204 in this file.\n" in result.out
        assert result.out.endswith("0 errors, 0 warnings, 5 notes.\n")
        whole = crosp("validate", "--format", "json", ".", cwd=folder.path)
        assert codes(whole) == ["CR204"] * 5

    def test_four_notes_are_not_folded(self, crosp: Any, folder: Any) -> None:
        folder.project()
        folder.assessment(cells=self.of_few("teachers", "pupils", "guardians", "principal"))
        result = crosp("validate", ".", cwd=folder.path)
        assert len(lines_of_text(result.out)) == 4
        assert "more CR204" not in result.out

    def of_few(self, *groups: str) -> str:
        """A cell in which one person of each group has answered."""
        ratings = ", ".join(f"{group}: {{1: 1}}" for group in groups)
        state = f"{{reflection: We have a routine., group_ratings: {{{ratings}}}}}"
        return f"shared-direction:\n  funding:\n    current_state: {state}\n"

    def test_warnings_are_never_folded(self, crosp: Any, folder: Any) -> None:
        rows = ("shared-direction", "collaboration", "participation", "follow-up", "inclusive-leadership")
        state = "{reflection: We have a routine., rating: 2}"
        folder.assessment(cells="".join(f"{row}:\n  funding:\n    current_state: {state}\n" for row in rows))
        result = crosp("validate", "--lang", "en", ".", cwd=folder.path)
        assert [match["code"] for match in lines_of_text(result.out)] == ["CR203"] * 5


class TestJson:
    def test_shape(self, crosp: Any, folder: Any) -> None:
        folder.project()
        folder.assessment(cells=NO_EVIDENCE)
        result = crosp("validate", "--format", "json", ".", cwd=folder.path)
        assert (result.status, result.err) == (0, "")
        assert json.loads(result.out) == {
            "findings": [
                {
                    "code": "CR203",
                    "severity": "warning",
                    "message": "The rating stands without evidence.",
                    "path": "a.yaml",
                    "line": 11,
                    "column": 63,
                    "help": "Write under `evidence` what it rests on: a plan, a survey, minutes, an observation.",
                }
            ],
            "summary": {"files": 2, "errors": 0, "warnings": 1, "notes": 0},
        }

    def test_keys_stand_in_the_order_of_the_design(self, crosp: Any, folder: Any) -> None:
        folder.assessment(cells=NO_EVIDENCE)
        report = json.loads(crosp("validate", "--format", "json", ".", cwd=folder.path).out)
        assert list(report) == ["findings", "summary"]
        assert list(report["summary"]) == ["files", "errors", "warnings", "notes"]
        assert list(report["findings"][0]) == ["code", "severity", "message", "path", "line", "column", "help"]

    def test_nothing_to_say(self, crosp: Any, folder: Any) -> None:
        folder.project()
        folder.assessment(cells=RATED)
        assert json.loads(crosp("validate", "--format", "json", ".", cwd=folder.path).out) == {
            "findings": [],
            "summary": {"files": 2, "errors": 0, "warnings": 0, "notes": 0},
        }

    def test_the_summary_counts_the_findings(self, crosp: Any, folder: Any) -> None:
        for severity, cells in BY_SEVERITY.items():
            folder.assessment(f"{severity}.yaml", cells, date=f"201{len(severity)}-10-15")
        report = json.loads(crosp("validate", "--format", "json", ".", cwd=folder.path).out)
        found = [finding["severity"] for finding in report["findings"]]
        assert sorted(found) == ["error", "note", "warning"]
        assert report["summary"] == {"files": 3, "errors": 1, "warnings": 1, "notes": 1}

    def test_messages_in_both_languages_and_all_else_the_same(self, crosp: Any, folder: Any) -> None:
        folder.assessment(cells=NO_EVIDENCE)
        swedish, english = (
            findings(crosp("validate", "--format", "json", "--lang", language, ".", cwd=folder.path))
            for language in ("sv", "en")
        )
        words = {"message", "help"}
        for one, other in zip(swedish, english, strict=True):
            assert {key: one[key] for key in one if key not in words} == {
                key: other[key] for key in other if key not in words
            }
            assert all(one[key] != other[key] for key in words)

    def test_findings_are_sorted(self, crosp: Any, folder: Any) -> None:
        folder.project()
        mess = "quality: 1\nshared-direction:\n  funding: {current_state: {rating: 9}}\n  governance:\n    nope: 1\n"
        for name in ("b/z.yaml", "a.yaml", "b.yaml", "ö.yaml", "b/a.yaml"):
            folder.assessment(name, mess)
        folder.assessment("twice.yaml", "shared-direction:\n  funding: {current_state: {rating: 1}}\n")
        found = findings(crosp("validate", "--format", "json", ".", cwd=folder.path))
        gravest_first = ("error", "warning", "note")
        order = [gravest_first.index(one["severity"]) for one in found]
        keys = [(one["path"], one["line"], one["column"], one["code"]) for one in found]
        assert set(order) == {0, 1}
        assert list(zip(order, keys, strict=True)) == sorted(zip(order, keys, strict=True))
        assert len({path for path, *_ in keys}) == 6
        assert [key[3] for key in keys if key[0] == "twice.yaml"] == ["CR202", "CR203"]


class TestStatus:
    @pytest.mark.parametrize("found", ["error", "warning", "note"])
    @pytest.mark.parametrize("fail_on", ["error", "warning", "note", None])
    def test_fail_on(self, crosp: Any, folder: Any, found: str, fail_on: str | None) -> None:
        rank = ["note", "warning", "error"]
        folder.project(f"checks: {{fail_on: {fail_on}}}\n" if fail_on else "")
        folder.assessment(cells=BY_SEVERITY[found])
        result = crosp("validate", "--format", "json", ".", cwd=folder.path)
        assert [finding["severity"] for finding in findings(result)] == [found]
        assert result.status == int(rank.index(found) >= rank.index(fail_on or "error"))

    @pytest.mark.parametrize("form", ["text", "json"])
    def test_the_form_does_not_change_the_status(self, crosp: Any, folder: Any, form: str) -> None:
        folder.assessment(cells=OFF_SCALE)
        assert crosp("validate", "--format", form, ".", cwd=folder.path).status == 1

    def test_ignore_leaves_a_check_out(self, crosp: Any, folder: Any) -> None:
        folder.assessment(cells=NO_EVIDENCE)
        folder.project("checks: {ignore: [CR201], fail_on: warning}\n")
        assert crosp("validate", ".", cwd=folder.path).status == 1
        folder.project("checks: {ignore: [CR203], fail_on: warning}\n")
        result = crosp("validate", "--format", "json", ".", cwd=folder.path)
        assert (result.status, findings(result)) == (0, [])

    def test_ignore_leaves_out_a_check_across_files(self, crosp: Any, folder: Any) -> None:
        folder.assessment("a.yaml", RATED)
        folder.assessment("b.yaml", RATED)
        folder.project()
        assert codes(crosp("validate", "--format", "json", ".", cwd=folder.path)) == ["CR702"]
        folder.project("checks: {ignore: [CR702]}\n")
        assert codes(crosp("validate", "--format", "json", ".", cwd=folder.path)) == []

    @pytest.mark.parametrize("code", ["CR122", "CR001", "cr203", "203"])
    def test_reading_and_shape_cannot_be_ignored(self, crosp: Any, folder: Any, code: str) -> None:
        folder.project(f"checks: {{ignore: [{code}]}}\n")
        folder.assessment(cells=OFF_SCALE)
        result = crosp("validate", "--format", "json", ".", cwd=folder.path)
        assert result.status == 2
        assert ("crosp.yaml", "CR110") in {(one["path"], one["code"]) for one in findings(result)}

    def test_each_project_has_its_own_settings(self, crosp: Any, folder: Any) -> None:
        for name, ignored in (("one", "[CR203]"), ("two", "[]")):
            inside = type(folder)(folder.path / name)
            inside.project(f"checks: {{ignore: {ignored}}}\n")
            inside.assessment(cells=NO_EVIDENCE)
        found = findings(crosp("validate", "--format", "json", ".", cwd=folder.path))
        assert [(one["path"], one["code"]) for one in found] == [("two/a.yaml", "CR203")]

    def test_of_several_projects_the_strictest_decides(self, crosp: Any, folder: Any) -> None:
        for name, fail_on in (("one", "error"), ("two", "warning")):
            inside = type(folder)(folder.path / name)
            inside.project(f"checks: {{fail_on: {fail_on}}}\n")
            inside.assessment(cells=NO_EVIDENCE if name == "one" else RATED)
        assert crosp("validate", "one", cwd=folder.path).status == 0
        assert crosp("validate", "two", cwd=folder.path).status == 0
        assert crosp("validate", "one", "two", cwd=folder.path).status == 1

    @pytest.mark.parametrize(
        ("content", "code"),
        [
            ("", "CR006"),
            ("format: crosp-project/1\nframework: [a,\n", "CR023"),
            ("format: crosp-project/1\nframework: spsm-crosp@2024\n", "CR102"),
            ("format: crosp-projekt/1\n", "CR103"),
            ("format: crosp-project/1\nformat: crosp-project/1\n", "CR013"),
            ("nope: 1\n", "CR103"),
            (b"format: crosp-project/1\nname: \xe5\n", "CR008"),
            ("{project}smallest: 1\n", "CR101"),
            ("{project}checks: {fail_on: never}\n", "CR110"),
        ],
    )
    def test_broken_crosp_yaml(self, crosp: Any, folder: Any, content: str | bytes, code: str) -> None:
        folder.project()
        sound = (folder.path / "crosp.yaml").read_text()
        folder.write("crosp.yaml", content.replace("{project}", sound) if isinstance(content, str) else content)
        folder.assessment(cells=RATED)
        folder.write("b.yaml", "format: crosp-assessment/1\nlevel: [a,\n")
        result = crosp("validate", "--format", "json", ".", cwd=folder.path)
        found = {(one["path"], one["code"]) for one in findings(result)}
        assert result.status == 2
        assert ("crosp.yaml", code) in found
        assert ("b.yaml", "CR023") in found, "the assessments are read all the same"

    @pytest.mark.parametrize(
        ("old", "new", "code"),
        [
            ("spsm-crosp@2024", "nope@1", "CR124"),
            ("spsm-crosp@2024", "./nope", "CR124"),
            ("spsm-crosp@2024", "./../outside", "CR124"),
            ("type: municipal", "type: kommun", "CR110"),
            ("id: asko", "id: ekskolan", "CR114"),
            ("[grundskola]", "[grundskolan]", "CR110"),
            ("language: en", "language: 7_x", "CR110"),
            ("id: asko", "id: aux", "CR113"),
        ],
    )
    def test_crosp_yaml_that_does_not_fit(self, crosp: Any, folder: Any, old: str, new: str, code: str) -> None:
        folder.project()
        text = (folder.path / "crosp.yaml").read_text()
        folder.write("home/crosp.yaml", text.replace(old, new))
        folder.assessment("home/a.yaml", RATED)
        folder.write("outside/framework.yaml", "format: crosp-framework/1\n")
        result = crosp("validate", "--format", "json", "home", cwd=folder.path)
        assert result.status == 2
        assert set(codes(result)) == {code}
        assert {one["path"] for one in findings(result)} == {"home/crosp.yaml"}


class TestDecisions:
    """What a project, or a line, decides of the checks."""

    def test_a_check_left_out_for_some_files(self, crosp: Any, folder: Any) -> None:
        folder.project("checks: {ignore_in: [{paths: ['old/*'], codes: [CR203]}]}\n")
        folder.assessment("old/deep/a.yaml", NO_EVIDENCE, date="2024-10-15")
        folder.assessment("new/a.yaml", NO_EVIDENCE)
        above = folder.path.parent
        for here, asked, path in (
            (folder.path, ".", "new/a.yaml"),
            (folder.path / "new", ".", "a.yaml"),
            (above, folder.path.name, f"{folder.path.name}/new/a.yaml"),
            (above, f"{folder.path.name}/old", None),
            (Path("/"), folder.path, f"{folder.path}/new/a.yaml".removeprefix("/")),
        ):
            found = findings(crosp("validate", "--format", "json", asked, cwd=here))
            assert [(one["path"], one["code"]) for one in found] == ([(path, "CR203")] if path else [])

    @pytest.mark.parametrize(("severity", "status"), [("error", 1), ("warning", 0), ("note", 0)])
    def test_how_serious_a_check_is(self, crosp: Any, folder: Any, severity: str, status: int) -> None:
        folder.project(f"checks: {{severity: {{CR203: {severity}}}}}\n")
        folder.assessment(cells=NO_EVIDENCE)
        result = crosp("validate", "--format", "json", ".", cwd=folder.path)
        assert result.status == status
        assert [one["severity"] for one in findings(result)] == [severity]

    def test_a_code_that_no_check_has(self, crosp: Any, folder: Any) -> None:
        folder.project("checks: {ignore: [CR299]}\n")
        folder.assessment(cells=RATED)
        result = crosp("validate", "--format", "json", ".", cwd=folder.path)
        assert (result.status, codes(result)) == (0, ["CR032"])

    @pytest.mark.parametrize(
        ("checks", "column"),
        [
            ("ignore: [CR203, CR299]", 26),
            ("ignore_in: [{paths: ['*'], codes: [CR203, CR299]}]", 52),
            ("severity: {CR203: error, CR299: error}", 35),
        ],
    )
    def test_a_code_that_no_check_has_is_pointed_at_wherever_it_stands(
        self, crosp: Any, folder: Any, checks: str, column: int
    ) -> None:
        folder.project(f"checks: {{{checks}}}\n")
        folder.assessment(cells=RATED)
        found = findings(crosp("validate", "--format", "json", ".", cwd=folder.path))
        last = (folder.path / "crosp.yaml").read_text().count("\n")
        assert [(one["code"], one["line"], one["column"]) for one in found] == [("CR032", last, column)]

    @pytest.mark.parametrize(
        ("comment", "expected"),
        [
            ("# crosp: ignore[CR203] the survey comes in March", []),
            ("# crosp: ignore[CR203, CR202] the survey comes in March", ["CR030"]),
            ("# crosp: ignore[CR203]", ["CR031"]),
            ("# crosp: ignore[CR402] no measure here", ["CR030", "CR203"]),
            ("# crosp: ignore[CR999] what is this", ["CR032", "CR203"]),
            ("# crosp: ignore[CR122] the framework cannot be excused", ["CR032", "CR203"]),
            ("# an ordinary comment on CR203", ["CR203"]),
        ],
    )
    @pytest.mark.parametrize("above", [False, True], ids=["beside", "above"])
    def test_a_line_is_excused(
        self, crosp: Any, folder: Any, comment: str, expected: list[str], *, above: bool
    ) -> None:
        state = "    current_state: {reflection: We have a routine., rating: 2}"
        lines = f"    {comment}\n\n{state}" if above else f"{state}  {comment}"
        folder.assessment(cells=f"shared-direction:\n  funding:\n{lines}\n")
        assert sorted(codes(crosp("validate", "--format", "json", ".", cwd=folder.path))) == expected


NO_ROOM_FOR_THREADS = """if True:
    import threading

    def start(thread):
        raise RuntimeError("can't start new thread")

    threading.Thread.start = start
    from crosp_cli.__main__ import main
    main()
"""


class TestJobs:
    def test_the_number_of_processes_changes_nothing(self, crosp_process: Any, folder: Any) -> None:
        folder.project("checks: {ignore: [CR702]}\n")
        for number in range(210):
            cells = (NO_EVIDENCE, EMPTY_CELL, OFF_SCALE, RATED)[number % 4]
            folder.assessment(f"{number}.yaml", cells, date=f"19{number % 90 + 10}-10-15")
        one, three = (
            crosp_process("validate", "--format", "json", "--jobs", jobs, ".", cwd=folder.path) for jobs in ("1", "3")
        )
        assert one == three
        assert (one.status, one.err) == (1, "")
        assert json.loads(one.out)["summary"] == {"files": 211, "errors": 52, "warnings": 53, "notes": 53}

    @pytest.mark.process
    def test_where_there_is_no_room_for_so_many_one_does_all(self, folder: Any) -> None:
        for number in range(MANY):
            folder.assessment(f"{number}.yaml", EMPTY_CELL, date=f"1{number + 100}-10-15")
        one, many = (
            subprocess.run(
                ["sh", "-c", f'ulimit -n 40; "$0" -m crosp_cli validate --jobs {jobs} .', sys.executable],
                cwd=folder.path, capture_output=True, text=True, timeout=120, check=False,
            )
            for jobs in ("1", "50")
        )  # fmt: skip
        assert "CR" in one.stdout
        assert (many.returncode, many.stdout, many.stderr) == (one.returncode, one.stdout, one.stderr)

    @pytest.mark.process
    def test_where_there_is_no_room_for_who_watches_them_one_does_all(self, folder: Any, crosp_process: Any) -> None:
        for number in range(MANY):
            folder.assessment(f"{number}.yaml", EMPTY_CELL, date=f"1{number + 100}-10-15")
        one, many = (
            crosp_process("validate", "--jobs", jobs, ".", cwd=folder.path, python=["-c", NO_ROOM_FOR_THREADS])
            for jobs in ("1", "2")
        )
        assert "CR" in one.out
        assert (many.status, many.out, many.err) == (one.status, one.out, one.err)

    @pytest.mark.process
    def test_how_processes_are_begun_changes_nothing(self, folder: Any) -> None:
        folder.project("checks: {ignore: [CR702]}\n")
        for number in range(MANY):
            folder.assessment(f"{number}.yaml", EMPTY_CELL, date=f"1{number + 100}-10-15")
        driver = folder.path / "driver.py"
        driver.write_text(BEGUN)
        forked, spawned = (
            subprocess.run(
                [sys.executable, driver, how, "validate", "--format", "github", "--jobs", "2", "."],
                cwd=folder.path, capture_output=True, text=True, timeout=120, check=False,
            )
            for how in ("fork", "spawn")
        )  # fmt: skip
        assert "funding" in forked.stdout.lower()
        assert (spawned.stdout, spawned.stderr) == (forked.stdout, forked.stderr)

    def test_progress_is_shown_on_a_terminal_and_leaves_nothing_behind(self, crosp_terminal: Any, folder: Any) -> None:
        for number in range(110):
            folder.assessment(f"{number}.yaml", RATED, date=f"1{number:03}-10-15")
        terminal = crosp_terminal("validate", "--jobs", "1", "--lang", "en", ".", cwd=folder.path)
        assert terminal.end() == 0
        assert "Checking" in terminal.shown
        assert "110 files checked: 0 errors, 0 warnings, 0 notes." in terminal.shown
        assert "Checking" not in terminal.shown[terminal.shown.index("110 files checked") :]


class TestPaths:
    @pytest.mark.parametrize("language", ["sv", "en"])
    @pytest.mark.parametrize("form", ["text", "json"])
    def test_no_such_path(self, crosp: Any, folder: Any, language: str, form: str) -> None:
        folder.assessment(cells=RATED)
        result = crosp("validate", "a.yaml", "nope.yaml", "--lang", language, "--format", form, cwd=folder.path)
        assert (result.status, result.out) == (2, "")
        assert result.err.startswith("crosp: ")
        assert "nope.yaml" in result.err
        assert result.err.count("\n") == 1

    def test_the_path_may_be_too_long_for_the_system(self, crosp: Any, folder: Any) -> None:
        result = crosp("validate", "a" * 5000, cwd=folder.path)
        assert (result.status, result.out) == (2, "")

    @pytest.mark.parametrize("language", ["sv", "en"])
    def test_a_folder_without_yaml(self, crosp: Any, folder: Any, language: str) -> None:
        folder.write("sub/notes.txt", "format: crosp-assessment/1\n")
        for arguments, named in ((["sub"], "sub"), (["."], folder.path.name)):
            result = crosp("validate", *arguments, "--lang", language, cwd=folder.path)
            assert (result.status, result.out) == (2, "")
            assert f" {named}. `crosp init` " in result.err

    def test_other_peoples_yaml_is_passed_over(self, crosp: Any, folder: Any) -> None:
        folder.write(".github/workflows/x.yml", "on: [push]\n")
        folder.write("docker-compose.yml", "services: {web: &x {image: a}, b: *x}\n")
        folder.write("broken.yaml", "a: [\n")
        folder.assessment(cells=RATED)
        result = crosp("validate", ".", cwd=folder.path, env={"LC_ALL": "en_GB.UTF-8"})
        assert (result.status, result.out) == (0, "1 file checked: 0 errors, 0 warnings, 0 notes.\n")

    def test_other_peoples_yaml_is_an_error_where_it_is_named(self, crosp: Any, folder: Any) -> None:
        folder.write("docker-compose.yml", "services: {}\n")
        result = crosp("validate", "--format", "json", "docker-compose.yml", cwd=folder.path)
        assert (result.status, codes(result)) == (1, ["CR103"])

    def test_without_a_path_the_project_here(self, crosp: Any, folder: Any) -> None:
        folder.assessment(cells=NO_EVIDENCE)
        lost = crosp("validate", "--lang", "en", cwd=folder.path)
        assert (lost.status, lost.out) == (2, "")
        assert "crosp.yaml" in lost.err
        folder.project()
        assert crosp("validate", cwd=folder.path) == crosp("validate", ".", cwd=folder.path)
        assert codes(crosp("validate", "--format", "json", cwd=folder.path)) == ["CR203"]

    @pytest.mark.parametrize("where", [".git", ".venv", "node_modules", "__pycache__", ".hidden/deep"])
    def test_folders_that_are_not_searched(self, crosp: Any, folder: Any, where: str) -> None:
        folder.assessment(f"{where}/a.yaml", OFF_SCALE)
        folder.assessment(cells=RATED)
        assert json.loads(crosp("validate", "--format", "json", ".", cwd=folder.path).out)["summary"]["files"] == 1

    @pytest.mark.parametrize("name", ["a.yaml", "a.yml", "A.YAML", "deep/er/a.yml"])
    def test_files_that_are_found(self, crosp: Any, folder: Any, name: str) -> None:
        folder.assessment(name, NO_EVIDENCE)
        found = findings(crosp("validate", "--format", "json", ".", cwd=folder.path))
        assert [(one["path"], one["code"]) for one in found] == [(name, "CR203")]

    def test_the_same_file_given_in_several_ways_is_one(self, crosp: Any, folder: Any) -> None:
        folder.assessment(cells=NO_EVIDENCE)
        result = crosp(
            "validate", "--format", "json", "a.yaml", "./a.yaml", folder.path / "a.yaml", ".", cwd=folder.path
        )
        assert codes(result) == ["CR203"]
        assert json.loads(result.out)["summary"]["files"] == 1

    @pytest.mark.parametrize("way", ["../{name}", "sub/..", "{folder}/../{name}"])
    def test_a_project_is_looked_through_as_a_whole_however_it_is_named(
        self, crosp: Any, folder: Any, way: str
    ) -> None:
        folder.project()
        folder.write("a.yaml", PROGRAMME)
        folder.write("sub/b.yaml", PROGRAMME)
        named = way.format(name=folder.path.name, folder=folder.path)
        here, there = (
            [(one["code"], one["line"]) for one in json.loads(result.out)["findings"]]
            for result in (crosp("validate", path, "--format", "json", cwd=folder.path) for path in (".", named))
        )
        assert here == there
        assert "CR1014" in {code for code, _line in here}

    def test_paths_are_shown_from_here(self, crosp: Any, folder: Any) -> None:
        folder.assessment("sub/a.yaml", NO_EVIDENCE)
        here = [["sub/a.yaml"], ["./sub"], [folder.path], [folder.path / "sub" / "a.yaml"], ["."]]
        shown = {findings(crosp("validate", "--format", "json", *paths, cwd=folder.path))[0]["path"] for paths in here}
        assert shown == {"sub/a.yaml"}

    def test_a_path_outside_is_shown_as_given(self, crosp: Any, folder: Any) -> None:
        folder.assessment("one/a.yaml", NO_EVIDENCE)
        (folder.path / "two").mkdir()
        result = crosp("validate", "--format", "json", "../one", cwd=folder.path / "two")
        assert findings(result)[0]["path"] == "../one/a.yaml"

    def test_the_project_above_governs(self, crosp: Any, folder: Any) -> None:
        folder.project("checks: {ignore: [CR203]}\n")
        folder.assessment("deep/er/a.yaml", NO_EVIDENCE)
        assert crosp("validate", ".", cwd=folder.path / "deep" / "er").out.endswith(" 0 warnings, 0 notes.\n")

    def test_a_broken_project_above_is_told_by_its_path(self, crosp: Any, folder: Any) -> None:
        folder.write("crosp.yaml", "format: crosp-project/1\n")
        folder.assessment("deep/a.yaml", RATED)
        result = crosp("validate", "--format", "json", ".", cwd=folder.path / "deep")
        assert result.status == 2
        assert {one["path"] for one in findings(result)} == {"../crosp.yaml"}

    @pytest.mark.parametrize(
        "name",
        [
            "with a space.yaml",
            "[/nope].yaml",
            "[bold]x[/bold].yaml",
            "åäö ＆ 😀.yaml",
            "-dash.yaml",
            "%s {0} $HOME.yaml",
            "colon:1:2.yaml",
            "'quote\".yaml",
            "::error::x.yaml",
        ],
    )
    def test_odd_file_names(self, crosp: Any, folder: Any, name: str) -> None:
        folder.assessment(name, NO_EVIDENCE)
        for arguments in (["."], ["--", name]):
            result = crosp("validate", "--lang", "en", *arguments, cwd=folder.path)
            assert result.out.splitlines()[0] == f"{name}:11:63: CR203 warning: The rating stands without evidence."
            shown = findings(crosp("validate", "--format", "json", *arguments, cwd=folder.path))[0]["path"]
            assert shown == name

    @pytest.mark.parametrize(
        ("name", "shown"),
        [
            ("a\nb.yaml", "a\\u000ab.yaml"),
            ("\x1b[31mred.yaml", "\\u001b[31mred.yaml"),
            ("a\r\tb.yaml", "a\\u000d\\u0009b.yaml"),
            ("\u202eevil.yaml", "\\u202eevil.yaml"),
            ("\x9b31m.yaml", "\\u009b31m.yaml"),
            (os.fsdecode(b"\xff.yaml"), "\\udcff.yaml"),
        ],
    )
    def test_file_names_that_could_drive_a_terminal(self, crosp: Any, folder: Any, name: str, shown: str) -> None:
        folder.assessment(name, NO_EVIDENCE)
        for arguments in (["."], [name]):
            text = crosp("validate", "--lang", "en", *arguments, cwd=folder.path)
            assert text.out.splitlines()[0].startswith(f"{shown}:11:63: ")
            assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\ud800-\udfff]", text.out)
            report = crosp("validate", "--format", "json", *arguments, cwd=folder.path)
            assert findings(report)[0]["path"] == name.encode("utf-8", "backslashreplace").decode()
            assert report.out.isprintable() or "\x1b" not in report.out
        missing = crosp("validate", name + "x", cwd=folder.path)
        assert shown in missing.err
        assert missing.err.count("\n") == 1

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFO on this system")
    def test_a_fifo_makes_nobody_wait(self, crosp_process: Any, folder: Any) -> None:
        folder.assessment("b.yaml", NO_EVIDENCE)
        os.mkfifo(folder.path / "a.yaml")
        for arguments in (["."], ["a.yaml", "b.yaml"]):
            result = crosp_process("validate", "--format", "json", *arguments, cwd=folder.path, timeout=20)
            assert result.status == 1
            assert [(one["path"], one["code"]) for one in findings(result)] == [
                ("a.yaml", "CR003"),
                ("b.yaml", "CR203"),
            ]

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFO on this system")
    def test_crosp_yaml_may_be_a_fifo(self, crosp_process: Any, folder: Any) -> None:
        os.mkfifo(folder.path / "crosp.yaml")
        folder.assessment(cells=RATED)
        result = crosp_process("validate", "--format", "json", ".", cwd=folder.path, timeout=20)
        assert (result.status, codes(result)) == (2, ["CR003"])

    def test_devices_are_no_files(self, crosp: Any, folder: Any) -> None:
        result = crosp("validate", "--format", "json", "/dev/zero", cwd=folder.path)
        assert (result.status, codes(result)) == (1, ["CR003"])

    @pytest.mark.parametrize("form", ["text", "json"])
    def test_a_link_that_leaves_the_folder(self, crosp: Any, folder: Any, form: str) -> None:
        folder.write("secret/key.yaml", "format: crosp-assessment/1\nlevel: SECRET\n")
        folder.assessment("home/a.yaml", NO_EVIDENCE)
        (folder.path / "home" / "link.yaml").symlink_to("../secret/key.yaml")
        for arguments in (["."], ["link.yaml", "a.yaml"]):
            result = crosp("validate", "--format", form, *arguments, cwd=folder.path / "home")
            assert result.status == 1
            assert "CR004" in result.out
            assert "CR203" in result.out
            assert "SECRET" not in result.out + result.err

    def test_a_link_within_the_folder_is_followed(self, crosp: Any, folder: Any) -> None:
        folder.assessment("a.yaml", NO_EVIDENCE, date="2025-10-15")
        (folder.path / "sub").mkdir()
        (folder.path / "sub" / "b.yaml").symlink_to("../a.yaml")
        folder.project("checks: {ignore: [CR702]}\n")
        found = findings(crosp("validate", "--format", "json", ".", cwd=folder.path))
        assert [(one["path"], one["code"]) for one in found] == [("a.yaml", "CR203"), ("sub/b.yaml", "CR203")]

    @pytest.mark.parametrize("target", ["nowhere.yaml", "loop.yaml"])
    def test_links_that_lead_nowhere(self, crosp: Any, folder: Any, target: str) -> None:
        folder.assessment(cells=NO_EVIDENCE)
        (folder.path / "loop.yaml").symlink_to(target)
        result = crosp("validate", "--format", "json", ".", cwd=folder.path)
        assert result.status == 1
        assert codes(result)[1] == "CR203"
        assert findings(result)[0]["path"] == "loop.yaml"

    def test_a_folder_linked_from_a_folder_is_not_entered(self, crosp: Any, folder: Any) -> None:
        folder.assessment("elsewhere/a.yaml", OFF_SCALE)
        folder.assessment("home/b.yaml", RATED)
        (folder.path / "home" / "in").symlink_to("../elsewhere", target_is_directory=True)
        (folder.path / "home" / "round").symlink_to(".", target_is_directory=True)
        report = json.loads(crosp("validate", "--format", "json", "home", cwd=folder.path).out)
        assert report["summary"] == {"files": 1, "errors": 0, "warnings": 0, "notes": 0}

    def test_what_may_not_be_read(self, crosp_without_rights: Any, folder: Any) -> None:
        folder.assessment("a.yaml", NO_EVIDENCE)
        folder.assessment("closed.yaml", RATED)
        (folder.path / "closed.yaml").chmod(0)
        for arguments, status in ((["a.yaml", "closed.yaml"], 2), (["."], 1)):
            result = crosp_without_rights("validate", "--format", "json", *arguments, cwd=folder.path)
            assert (result.status, result.err) == (status, "")
            assert [(one["path"], one["code"]) for one in findings(result)] == [
                ("closed.yaml", "CR002"),
                ("a.yaml", "CR203"),
            ]

    def test_a_crosp_yaml_that_may_not_be_read(self, crosp_without_rights: Any, folder: Any) -> None:
        folder.project()
        folder.assessment(cells=RATED)
        (folder.path / "crosp.yaml").chmod(0)
        result = crosp_without_rights("validate", "--format", "json", ".", cwd=folder.path)
        assert (result.status, codes(result)) == (2, ["CR002"])

    def test_a_folder_that_may_not_be_entered(self, crosp_without_rights: Any, folder: Any) -> None:
        folder.assessment("closed/a.yaml", RATED)
        (folder.path / "closed").chmod(0)
        try:
            below = crosp_without_rights("validate", "--lang", "en", ".", cwd=folder.path)
            assert below.status == 1
            assert below.out.startswith("closed:1:1: CR002 error: The file cannot be opened.\n")
            named = crosp_without_rights("validate", "closed/a.yaml", cwd=folder.path)
            assert (named.status, named.out) == (2, "")
            assert named.err.startswith("crosp: closed/a.yaml ")
            assert named.err.count("\n") == 1
        finally:
            (folder.path / "closed").chmod(0o700)


class TestOneBadFile:
    @pytest.mark.parametrize(
        "bad",
        [
            b"format: crosp-assessment/1\nlevel: [\n",
            b"format: crosp-assessment/1\n",
            b"format: crosp-assessment/7\n",
            b"format: crosp-assessment/1\x00\n",
            b"format: crosp-assessment/1\nx: \xff\xff\n",
            b"",
            b"format: crosp-assessment/1\n" + b"a: " + b"[" * 30_000,
            b"crosp-" * 800_000,
        ],
        ids=["yaml", "shape", "format", "nul", "bytes", "empty", "deep", "large"],
    )
    def test_it_never_stops_the_run(self, crosp: Any, folder: Any, bad: bytes) -> None:
        folder.write("bad.yaml", bad)
        folder.assessment("a.yaml", NO_EVIDENCE)
        folder.assessment("c.yaml", EMPTY_CELL, date="2025-10-15")
        result = crosp("validate", "--format", "json", ".", cwd=folder.path)
        found = {(one["path"], one["code"]) for one in findings(result)}
        assert result.status == 1
        assert {("a.yaml", "CR203"), ("c.yaml", "CR201")} < found
        assert "bad.yaml" in {path for path, _ in found}
        assert result.err == ""


class TestDays:
    @pytest.mark.parametrize(("today", "expected"), [("2027-01-31", []), ("2027-02-01", ["CR405"])])
    def test_today(self, crosp: Any, folder: Any, today: str, expected: list[str]) -> None:
        folder.assessment(cells=PLANNED)
        assert codes(crosp("validate", "--format", "json", "--today", today, ".", cwd=folder.path)) == expected

    @pytest.mark.parametrize(
        "day", ["2026-2-3", "2026-W42-4", "20261015", "tomorrow", "2026-02-30", "", "２０２６-10-15"]
    )
    @pytest.mark.parametrize("language", ["sv", "en"])
    def test_what_is_no_day(self, crosp: Any, folder: Any, day: str, language: str) -> None:
        folder.assessment(cells=PLANNED)
        result = crosp("validate", f"--today={day}", "--lang", language, ".", cwd=folder.path)
        assert (result.status, result.out) == (2, "")
        assert "--today" in result.err
        assert "2026-10-15" in result.err

    def test_only_the_newest_assessment_can_be_overdue(self, crosp: Any, folder: Any) -> None:
        folder.assessment("old.yaml", PLANNED)
        folder.assessment("new.yaml", RATED, occasion="2027-ht", date="2027-10-15")
        assert codes(crosp("validate", "--format", "json", "--today", "2028-01-01", ".", cwd=folder.path)) == []


class TestLanguage:
    @pytest.fixture(autouse=True)
    def _one_warning(self, folder: Any) -> None:
        folder.assessment(cells=NO_EVIDENCE)

    def language_of(self, result: Any) -> str:
        return {" warning: ": "en", " varning: ": "sv"}[re.search(r" \w+: ", result.out).group()]  # type: ignore[union-attr]

    @pytest.mark.parametrize(
        ("environment", "expected"),
        [
            ({}, "sv"),
            ({"LC_ALL": "C"}, "sv"),
            ({"LANG": "en_GB.UTF-8"}, "en"),
            ({"LANG": "sv_SE.UTF-8"}, "sv"),
            ({"LANG": "de_DE.UTF-8"}, "sv"),
            ({"LC_ALL": "sv_SE", "LANG": "en_US"}, "sv"),
            ({"LC_MESSAGES": "en_US", "LANG": "sv_SE"}, "en"),
            ({"LC_ALL": "", "LANG": "en_US"}, "en"),
        ],
    )
    def test_the_locale_and_then_swedish(
        self, crosp: Any, folder: Any, environment: dict[str, str], expected: str
    ) -> None:
        assert self.language_of(crosp("validate", ".", cwd=folder.path, env=environment)) == expected

    def test_crosp_yaml_goes_before_the_locale(self, crosp: Any, folder: Any) -> None:
        folder.project(language="en")
        assert self.language_of(crosp("validate", ".", cwd=folder.path, env={"LANG": "sv_SE"})) == "en"

    @pytest.mark.parametrize(
        ("locale", "expected"), [("C", "en"), ("fi_FI.UTF-8", "en"), ("sv_FI.UTF-8", "sv"), ("en_GB", "en")]
    )
    def test_another_language_is_answered_in_english_or_by_the_locale(
        self, crosp: Any, folder: Any, locale: str, expected: str
    ) -> None:
        folder.project(language="fi")
        assert self.language_of(crosp("validate", ".", cwd=folder.path, env={"LC_ALL": locale})) == expected
        folder.project(language="sv-FI")
        assert self.language_of(crosp("validate", ".", cwd=folder.path, env={"LC_ALL": locale})) == "sv"

    @pytest.mark.parametrize("languages", ["[ar]", "\n  - ar\n  - fr"])
    def test_a_framework_without_swedish_is_answered_in_english(
        self, crosp: Any, tmp_path: Path, languages: str
    ) -> None:
        (tmp_path / "framework").mkdir()
        (tmp_path / "framework/framework.yaml").write_text(f"format: crosp-framework/1\nlanguages: {languages}\n")
        (tmp_path / "crosp.yaml").write_text("format: crosp-project/1\nframework: ./framework\n")
        told = {
            locale: crosp("validate", ".", cwd=tmp_path, env={"LC_ALL": locale}).out
            for locale in ("C", "fi_FI.UTF-8", "sv_SE.UTF-8")
        }
        assert " error: " in told["C"]
        assert told["C"] == told["fi_FI.UTF-8"]
        assert " fel: " in told["sv_SE.UTF-8"]

    def test_nothing_outside_decides_it(self, crosp: Any, tmp_path: Path) -> None:
        here = tmp_path / "here"
        (here / "framework").mkdir(parents=True)
        project = "format: crosp-project/1\nframework: {}\n{}"
        (tmp_path / "crosp.yaml").write_text(project.format("spsm-crosp@2024", "language: en\n"))
        (tmp_path / "framework.yaml").write_text("format: crosp-framework/1\nlanguages: [ar]\n")
        (here / "crosp.yaml").symlink_to("../crosp.yaml")
        assert " fel: " in crosp("validate", ".", cwd=here, env={"LC_ALL": "C"}).out
        (here / "crosp.yaml").unlink()
        (here / "framework/framework.yaml").symlink_to("../../framework.yaml")
        for folder in ("./../", "./framework"):
            (here / "crosp.yaml").write_text(project.format(folder, ""))
            assert " fel: " in crosp("validate", ".", cwd=here, env={"LC_ALL": "C"}).out

    def test_what_people_write_is_marked_as_their_language(self, crosp: Any, folder: Any) -> None:
        folder.project(language="fi")
        folder.assessment(cells=RATED)
        crosp("render", "a.yaml", "-o", "out.html", cwd=folder.path)
        page = (folder.path / "out.html").read_text("utf-8")
        assert '<html lang="en">' in page
        assert '<p lang="fi">We have a routine.</p>' in page

    def test_crosp_yaml_of_the_path_that_is_named(self, crosp: Any, folder: Any) -> None:
        folder.project(language="en")
        (folder.path / "sub").mkdir()
        assert self.language_of(crosp("validate", "..", cwd=folder.path / "sub")) == "en"

    @pytest.mark.parametrize(
        "arguments", [["validate", "--lang", "en"], ["validate", "--lang=en"], ["--lang", "en", "validate"]]
    )
    def test_the_option_goes_before_crosp_yaml(self, crosp: Any, folder: Any, arguments: list[str]) -> None:
        folder.project(language="sv")
        assert self.language_of(crosp(*arguments, cwd=folder.path)) == "en"

    def test_the_option_after_the_command_goes_before_the_one_before_it(self, crosp: Any, folder: Any) -> None:
        assert self.language_of(crosp("--lang", "sv", "validate", "--lang", "en", ".", cwd=folder.path)) == "en"


@pytest.fixture
def snapshot() -> Callable[[Path], dict[str, tuple[int, bytes]]]:
    def take(path: Path) -> dict[str, tuple[int, bytes]]:
        return {
            str(file.relative_to(path)): (file.stat().st_mtime_ns, file.read_bytes())
            for file in path.rglob("*")
            if file.is_file()
        }

    return take


class TestExamples:
    @pytest.mark.parametrize("name", ["ekskolan", "exempelkommun", "other-framework"])
    @pytest.mark.parametrize("language", ["sv", "en"])
    def test_they_hold(self, crosp: Any, examples: Path, name: str, language: str) -> None:
        result = crosp("validate", "--today", "2026-11-01", "--lang", language, ".", cwd=examples / name)
        assert (result.status, result.err) == (0, "")
        assert re.search(r": 0 (errors|fel), ", result.out)

    def test_it_never_writes(self, crosp: Any, examples: Path, tmp_path: Path, snapshot: Any) -> None:
        copy = shutil.copytree(examples, tmp_path / "copy")
        (copy / "bad.yaml").write_text("format: crosp-assessment/1\nlevel: [a,\n")
        before = snapshot(copy)
        for form in ("text", "json"):
            assert crosp("validate", "--format", form, ".", cwd=copy).status == 1
        assert snapshot(copy) == before


class TestProject:
    def test_a_project_without_an_assessment_is_told(self, crosp: Any, tmp_path: Path) -> None:
        (tmp_path / "crosp.yaml").write_text(
            "format: crosp-project/1\nframework: spsm-crosp@2024\n"
            "organiser: {id: exempelkommun, name: Exempelkommun, type: municipal}\n",
            "utf-8",
        )
        found = crosp("validate", "--format", "json", ".", cwd=tmp_path)
        assert [finding["code"] for finding in json.loads(found.out)["findings"]] == ["CR704"]
        assert json.loads(crosp("validate", "crosp.yaml", "--format", "json", cwd=tmp_path).out)["findings"] == []


@pytest.mark.parametrize("first", ["", "format: tjansteutlatande\n", "format: memo/1\n"])
def test_a_memo_without_its_format_is_not_passed_over(crosp: Any, folder: Any, first: str) -> None:
    folder.project()
    folder.assessment()
    basis = "assessments:\n  - {unit: ekskolan, level: school, occasion: 2026-ht}\n"
    folder.write("memos/m.yaml", f"{first}title: T\n{basis}proposal: [Decide]\n")
    result = crosp("validate", ".", cwd=folder.path)
    assert result.status == 1
    assert "memos/m.yaml:" in result.out
    assert "CR103" in result.out


def test_a_folder_with_nothing_of_crosps_is_told_of(crosp: Any, tmp_path: Path) -> None:
    (tmp_path / "compose.yaml").write_text("services: {}\n")
    result = crosp("validate", ".", "--lang", "sv", cwd=tmp_path)
    assert result.status == 2
    assert "`format: crosp-assessment/1`" in result.err
    assert result.out == ""


def test_a_folder_is_left_out_however_its_name_is_written(crosp: Any, folder: Any) -> None:
    composed, decomposed = (unicodedata.normalize(form, "för länge sedan") for form in ("NFC", "NFD"))
    head = "format: crosp-assessment/1\nframework: spsm-crosp@2024\nlevel: organiser\noccasion: 2026-ht\n"
    cell = "date: 2026-10-15\ncells: {shared-direction: {funding: {current_state: {rating: 1}}}}\n"
    for name, pattern in ((composed, decomposed), (decomposed, composed)):
        folder.write(f"{name}/a.yaml", head + cell)
        folder.project(f"checks: {{ignore_in: [{{paths: ['{pattern}/*'], codes: [CR202, CR203]}}]}}\n")
        out = crosp("validate", f"{name}/a.yaml", cwd=folder.path).out
        assert "CR202" not in out
        assert "CR203" not in out


def test_an_assessment_of_a_day_to_come_is_never_the_newest_in_silence(crosp: Any, folder: Any) -> None:
    head = "format: crosp-assessment/1\nframework: spsm-crosp@2024\nlevel: organiser\noccasion: 2026-ht\n"
    folder.write("a.yaml", head + "date: 2062-11-07\ncells: {shared-direction: {funding: }}\n")
    for command in ("analyse", "follow-up"):
        result = crosp(command, ".", "--lang", "sv", "--today", "2026-11-01", cwd=folder.path)
        assert "a.yaml är daterad 2062-11-07" in result.err
        assert "2062" not in crosp(command, ".", "--today", "2062-11-07", cwd=folder.path).err


@pytest.mark.parametrize("form", ["github", "gitlab", "sarif", "junit"])
def test_ci_names_files_from_the_root_of_the_repository(crosp: Any, folder: Any, form: str) -> None:
    (folder.path / ".git").mkdir()
    folder.write("skola/crosp.yaml", "format: crosp-project/1\nframework: spsm-crosp@2024\n")
    folder.write("skola/kartläggningar/a.yaml", "format: crosp-assessment/1\nlevel: [a,\n")
    name = "skola/kartl%C3%A4ggningar/a.yaml" if form == "sarif" else "skola/kartläggningar/a.yaml"
    for path in (".", str(folder.path)):
        out = crosp("validate", "--format", form, path, cwd=folder.path / "skola").out
        assert name in out or json.dumps(name).strip('"') in out
        assert str(folder.path) not in out


def test_sarif_keeps_within_what_github_takes(crosp: Any, folder: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crosp_cli.output.findings.sarif.SARIF_RESULTS", 2)
    for severity, cells in BY_SEVERITY.items():
        folder.assessment(f"{severity}.yaml", cells, date=f"201{len(severity)}-10-15")
    (run,) = json.loads(crosp("validate", "--format", "sarif", ".", cwd=folder.path).out)["runs"]
    assert [result["level"] for result in run["results"]] == ["error", "warning"]
    assert run["properties"] == {"resultsLeftOut": 1}


@pytest.mark.parametrize("moved", ["a.yaml", "x/a.yaml", "x/y/a.yaml"])
def test_a_line_that_leads_to_no_schema_is_told_with_the_right_one(crosp: Any, folder: Any, moved: str) -> None:
    folder.project()
    folder.write(".crosp/assessment.schema.json", "{}")
    written = Path(folder.assessment("a.yaml", "{}"))
    text = (folder.path / written).read_text("utf-8")
    line = "# yaml-language-server: $schema=%s.crosp/assessment.schema.json"
    folder.write(moved, f"{line % '../'}\n{text}")
    found = json.loads(crosp("validate", moved, "--format", "json", cwd=folder.path).out)["findings"]
    told = [finding["help"] for finding in found if finding["code"] == "CR706"]
    up = "../" * moved.count("/")
    assert told == ([] if up == "../" else [f"Write `{line % up}`, and the editor helps again."])


def test_what_to_write_instead_is_said_once_a_file(crosp: Any, folder: Any) -> None:
    folder.project()
    cell = "{current_state: {reflection: Known., rating: 1}}"
    for name in ("a.yaml", "b.yaml"):
        folder.assessment(name, f"shared-direction: {{funding: {cell}, governance: {cell}}}")
    out = crosp("validate", "a.yaml", "b.yaml", "--lang", "en", cwd=folder.path).out
    assert out.count(" CR203 ") == 4
    assert out.count("Write under `evidence`") == 2
    assert out.count("Nobody has taken part from: ") == out.count(" CR205 ")
