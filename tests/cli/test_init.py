"""`crosp init`: what it writes, what it asks, and what it leaves alone."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent, indent
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from crosp_cli.limits import NAME_CHARACTERS

DAY = ["--date", "2026-10-15"]
SCHEMAS = [".crosp/assessment.schema.json", ".crosp/project.schema.json"]
AROUND = [*SCHEMAS, ".github/workflows/crosp.yml", ".gitignore", ".pre-commit-config.yaml", "README.md"]


def read(path: Path) -> dict[str, Any]:
    """A file as any YAML reader sees it, every value as text."""
    found: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 -- text only
    return found


def summary(crosp: Any, path: Path) -> dict[str, int]:
    report = json.loads(crosp("validate", "--format", "json", "--today", "2026-10-15", ".", cwd=path).out)
    assert {finding["code"] for finding in report["findings"]} <= {"CR201"}
    counts: dict[str, int] = report["summary"]
    return counts


class TestFiles:
    @pytest.mark.cli
    def test_all_of_them(self, crosp: Any, folder: Any) -> None:
        result = crosp("init", "--unit", "Ekskolan", "--lang", "en", *DAY, cwd=folder.path)
        expected = [*AROUND, "assessments/ekskolan/2026-autumn-school.yaml", "crosp.yaml"]
        assert result.status == 0
        assert folder.files() == sorted(expected)
        assert sorted(result.err.splitlines()) == sorted(f"written: {name}" for name in expected)
        assert result.out == (
            "Next: fill in assessments/ekskolan/2026-autumn-school.yaml, and then run:\n  crosp validate\n"
            "Or do it in a browser:\n  crosp form assessments/ekskolan/2026-autumn-school.yaml --open\n"
        )

    def test_the_project(self, crosp: Any, folder: Any) -> None:
        options = ["--organiser", "Exempel AB", "--organiser-type", "independent", "--school-form", "grundskola"]
        crosp("init", *options, "--school-form", "fritidshem", "--unit", "Ekskolan", "--unit", "Askö skola",
              "--lang", "en", cwd=folder.path)  # fmt: skip
        assert read(folder.path / "crosp.yaml") == {
            "format": "crosp-project/1",
            "framework": "spsm-crosp@2024",
            "language": "en",
            "organiser": {"id": "exempel-ab", "name": "Exempel AB", "type": "independent"},
            "units": [
                {"id": "ekskolan", "name": "Ekskolan", "school_forms": ["grundskola", "fritidshem"]},
                {"id": "asko-skola", "name": "Askö skola", "school_forms": ["grundskola", "fritidshem"]},
            ],
            "checks": {"ignore": [], "fail_on": "error"},
        }

    def test_a_title_is_as_good_as_a_short_name(self, crosp: Any, folder: Any) -> None:
        options = ["--organiser", "X", "--unit", "Ekskolan", "--occasion", "2026-ht", *DAY, "--lang", "sv"]
        titles = ["--organiser-type", "kommun", "--level", "förskole- eller skolenhet"]
        names = ["--organiser-type", "municipal", "--level", "school"]
        made = []
        for said, form in ((titles, "Grundskola"), (names, "grundskola")):
            assert crosp("init", *options, *said, "--school-form", f"Ekskolan={form}", cwd=folder.path).status == 0
            made.append([(folder.path / name).read_text("utf-8") for name in folder.files()])
            shutil.rmtree(folder.path)
            folder.path.mkdir()
        assert made[0] == made[1]

    @pytest.mark.parametrize("language", ["sv", "en"])
    def test_the_assessment_asks_each_cells_question_above_empty_fields(
        self, crosp: Any, folder: Any, language: str
    ) -> None:
        crosp("init", "--unit", "Ekskolan", "--occasion", "2026-ht", *DAY, "--lang", language, cwd=folder.path)
        file = folder.path / "assessments/ekskolan/2026-ht-school.yaml"
        content = read(file)
        assert {key: content[key] for key in ("format", "framework", "unit", "level", "occasion", "date")} == {
            "format": "crosp-assessment/1",
            "framework": "spsm-crosp@2024",
            "unit": "ekskolan",
            "level": "school",
            "occasion": "2026-ht",
            "date": "2026-10-15",
        }
        cells = [cell for row in content["cells"].values() for cell in row.values()]
        assert len(cells) == 4
        for cell in cells:
            assert list(cell) == ["current_state", "need", "measures"]
            assert list(cell["current_state"]) == ["reflection", "rating", "evidence"]
            assert list(cell["need"]) == ["analysis", "target", "priority"]
            assert not any([*cell["current_state"].values(), *cell["need"].values(), cell["measures"]])
        lines = file.read_text().splitlines()
        starts = [number for number, line in enumerate(lines) if line.startswith("    ") and line[4:5].isalpha()]
        assert len(starts) == 4
        page = crosp("show", "school", "--format", "json", "--lang", language, cwd=folder.path).out
        first, *sections = [section for section in json.loads(page)["sections"] if section["heading"]]
        titles = [line.partition(": ")[2] for line in first["lines"][1:]]
        asked = [next(section for section in sections if section["heading"] == title) for title in titles]
        for start, section in zip(starts, asked, strict=True):
            above = []
            while lines[start - 1].startswith("    # "):
                start -= 1
                above.insert(0, lines[start].removeprefix("    # "))
            assert " ".join([section["heading"], section["lines"][0]]) in " ".join(above)

    def test_the_example_of_a_measure_in_the_comments_is_a_measure(self, crosp: Any, folder: Any) -> None:
        crosp("init", "--unit", "Ekskolan", "--occasion", "2026-ht", *DAY, "--lang", "en", cwd=folder.path)
        file = folder.path / "assessments/ekskolan/2026-ht-school.yaml"
        lines = file.read_text().splitlines()
        first = next(number for number, line in enumerate(lines) if re.fullmatch("# +measures:", line))
        taken = [lines[first]]
        while len(re.findall("^# *", lines[first := first + 1])[0]) > len(taken[0]) - len("measures:"):
            taken.append(lines[first])
        example = indent(dedent("\n".join(line.removeprefix("#") for line in taken)), " " * 6)
        head = "\n".join(line for line in lines[: lines.index("cells:")] if not line.startswith("#"))
        need = "      need: {analysis: The educare staff need a place.}"
        file.write_text(f"{head}\ncells:\n  follow-up:\n    quality:\n{need}\n{example}\n")
        report = json.loads(crosp("validate", "--format", "json", "--today", "2026-10-15", ".", cwd=folder.path).out)
        assert [finding["code"] for finding in report["findings"] if finding["code"] != "CR205"] == []

    @pytest.mark.parametrize("language", ["sv", "en"])
    def test_the_readme_is_for_this_school(self, crosp: Any, folder: Any, language: str) -> None:
        crosp("init", "--unit", "Ekskolan", "--occasion", "2026-ht", *DAY, "--lang", language, cwd=folder.path)
        text = (folder.path / "README.md").read_text()
        assert "Ekskolan" in text.splitlines()[0]
        assert "assessments/ekskolan/2026-ht-school.yaml" in text
        assert "crosp new 2027-ht" in text
        assert ("Så arbetar vi" in text) == (language == "sv")
        for word in ("validate", "analyse", "show"):
            assert f"`crosp {word}" in text

    def test_what_runs_it_elsewhere(self, crosp: Any, folder: Any) -> None:
        crosp("init", cwd=folder.path)
        hook = read(folder.path / ".pre-commit-config.yaml")["repos"][0]
        assert hook["repo"] == "local"
        assert hook["hooks"][0]["entry"] == "crosp validate"
        steps = read(folder.path / ".github/workflows/crosp.yml")["jobs"]["validate"]["steps"]
        assert steps[-1]["run"].endswith("crosp validate")

    @pytest.mark.parametrize(
        ("package", "installs"),
        [
            ("", False),
            ("crosp-cli", False),
            ("./crosp", True),
            ("./crosp_cli-1-py3-none-any.whl", True),
            ("git+https://git.example/crosp", False),
            ("git+ssh://git@git.example/crosp", False),
            ("git+https://git.example/crosp@v1.2", True),
            ("somebody/crosp", False),
        ],
    )
    def test_nothing_is_installed_by_a_name_that_anybody_may_take(
        self, crosp: Any, folder: Any, package: str, *, installs: bool
    ) -> None:
        crosp("init", cwd=folder.path)
        steps = read(folder.path / ".github/workflows/crosp.yml")["jobs"]["validate"]["steps"]
        template = Path(__file__).parents[2] / "ci/gitlab.yml"  # not there where the wheel is tried
        scripts = [step["run"] for step in steps if "install" in step.get("run", "")]
        scripts += ["\n".join(read(template)["crosp-validate"]["before_script"])] if template.exists() else []
        makes = 'case "$*" in *venv*) mkdir "$4/bin"; cp told "$4/bin/pip"; esac'
        tells = ("#!/bin/sh", 'echo "$@" >> installed', makes)
        told = folder.write("told", "\n".join(tells))
        for name in ("pip", "python3"):
            (folder.path / name).symlink_to(folder.path / told)
        (folder.path / told).chmod(0o755)
        for script in scripts:
            (folder.path / "installed").write_text("")
            env = {"PATH": f"{folder.path}:/usr/bin:/bin", "CROSP_PACKAGE": package, "TMPDIR": str(folder.path)}
            done = subprocess.run(["bash", "-ec", script], cwd=folder.path, env=env, capture_output=True, text=True)
            assert (done.returncode == 0) is installs, done.stderr
            assert ("install" in (folder.path / "installed").read_text()) is installs
            assert installs or len(done.stderr.splitlines()) == 1
            assert installs or "CROSP_PACKAGE" in done.stderr

    def test_each_unit_has_its_own_school_forms(self, crosp: Any, folder: Any) -> None:
        units = ["--unit", "Lillan", "--unit", "Ekskolan"]
        forms = ["Lillan=forskola", "Ekskolan=grundskola", "Ekskolan=fritidshem"]
        options = [word for form in forms for word in ("--school-form", form)]
        assert crosp("init", *units, *options, cwd=folder.path).status == 0
        found = {unit["name"]: unit["school_forms"] for unit in read(folder.path / "crosp.yaml")["units"]}
        assert found == {"Lillan": ["forskola"], "Ekskolan": ["grundskola", "fritidshem"]}
        result = crosp("init", "b", *units, "--school-form", "Liten=forskola", "--lang", "en", cwd=folder.path)
        assert (result.status, "Lillan, Ekskolan" in result.err) == (2, True)

    def test_the_next_lines_can_be_pasted(self, crosp: Any, folder: Any) -> None:
        result = crosp("init", "Ängs skola", "--unit", "x", "--occasion", "1", "--lang", "en", cwd=folder.path)
        first, line, or_else, other = result.out.splitlines()
        assert first == "Next: fill in Ängs skola/assessments/x/1-school.yaml, and then run:"
        assert line == "  cd 'Ängs skola' && crosp validate"
        assert or_else == "Or do it in a browser:"
        assert other == "  cd 'Ängs skola' && crosp form assessments/x/1-school.yaml --open"
        form = other.removesuffix(" --open")
        for pasted in (line, form):
            with_crosp = pasted.replace("crosp ", f'"{sys.executable}" -m crosp_cli ')
            done = subprocess.run(["bash", "-c", with_crosp], cwd=folder.path, capture_output=True, check=False)
            assert done.returncode == 0
        assert (folder.path / "Ängs skola" / "form-x-1-school.html").is_file()

    @pytest.mark.parametrize("inside", ["", "schools/Äng 1", "${{ a }} '${{ b }}", "a\rb\x85c"])
    def test_what_git_and_github_read_stands_where_they_read_it(self, crosp: Any, folder: Any, inside: str) -> None:
        subprocess.run(["git", "init", "-q"], cwd=folder.path, check=True)
        result = crosp("init", inside or ".", "--unit", "x", "--lang", "en", cwd=folder.path)
        assert "set the repository's variable CROSP_PACKAGE" in result.err
        steps = read(folder.path / ".github/workflows/crosp.yml")["jobs"]["validate"]["steps"]
        what = steps[-1]["run"]
        assert "${{" not in what
        assert shlex.split(what) == ["crosp", "validate", *["--", inside] * bool(inside)]
        assert read(folder.path / ".pre-commit-config.yaml")["repos"][0]["hooks"][0]["entry"] == what
        assert not (folder.path / inside / ".github").exists() or not inside
        runs = what.replace("crosp", f'"{sys.executable}" -m crosp_cli', 1)
        assert subprocess.run(["bash", "-c", runs], cwd=folder.path, capture_output=True, check=False).returncode == 0

    @pytest.mark.parametrize("place", ["our/framework", "elsewhere"])
    def test_a_framework_of_ones_own(self, crosp: Any, folder: Any, examples: Path, place: str) -> None:
        shutil.copytree(examples / "other-framework" / "framework", folder.path / place)
        options = ["--unit", "School A", "--occasion", "2026", "--lang", "en"]
        result = crosp("init", "our", "--framework", f"./{place}", *options, cwd=folder.path)
        assert result.status == 0, result.err
        assert read(folder.path / "our/crosp.yaml")["framework"] == "./framework"
        assert summary(crosp, folder.path / "our")["errors"] == 0
        (file,) = (folder.path / "our/assessments").rglob("*.yaml")
        text = file.read_text() + (folder.path / "our/README.md").read_text()
        for word in ("principal", "educare", "SPSM", "spsm", "student-health", "principle"):
            assert word not in text, word

    def test_a_framework_that_is_none(self, crosp: Any, folder: Any) -> None:
        (folder.path / "empty").mkdir()
        for asked, told in (("nope", "nor a folder"), ("empty", "does not hold together")):
            result = crosp("init", "our", "--framework", asked, "--lang", "en", cwd=folder.path)
            assert (result.status, result.out, told in result.err) == (2, "", True)
        assert folder.files() == []

    @pytest.mark.parametrize("language", ["sv", "en"])
    @pytest.mark.parametrize("levels", [["organiser"], ["school"], ["teaching"], ["teaching", "organiser", "school"]])
    def test_what_it_writes_holds_as_it_is(self, crosp: Any, folder: Any, levels: list[str], language: str) -> None:
        options = [word for level in levels for word in ("--level", level)]
        result = crosp("init", *options, "--unit", "Ekskolan", *DAY, "--lang", language, cwd=folder.path)
        assert result.status == 0
        assert summary(crosp, folder.path) == {
            "files": 1 + len(levels),
            "errors": 0,
            "warnings": 0,
            "notes": len(levels),  # one for each assessment that is still empty
        }
        assert crosp("validate", ".", cwd=folder.path).status == 0
        assert crosp("analyse", ".", cwd=folder.path).status == 0

    @pytest.mark.parametrize(
        ("cells", "asked"),
        [
            (["all"], None),
            (["follow-up/quality"], {"follow-up": ["quality"]}),
            (
                ["follow-up/quality, participation/governance", "Delaktighet och inflytande × Finansiering"],
                {"participation": ["funding", "governance"], "follow-up": ["quality"]},
            ),
        ],
    )
    def test_other_cells_than_the_first_round(
        self, crosp: Any, folder: Any, cells: list[str], asked: dict[str, list[str]] | None
    ) -> None:
        options = [word for cell in cells for word in ("--cells", cell)]
        assert crosp("init", "--unit", "x", "--occasion", "1", *options, cwd=folder.path).status == 0
        found = read(folder.path / "assessments/x/1-school.yaml")["cells"]
        places = {name: list(row) for name, row in found.items()}
        assert places == asked if asked else sum(map(len, places.values())) == 24

    @pytest.mark.parametrize("language", ["sv", "en"])
    def test_it_says_why_it_begins_where_it_does(self, crosp: Any, folder: Any, language: str) -> None:
        crosp("init", "--unit", "x", "--occasion", "1", "--lang", language, cwd=folder.path)
        text = " ".join((folder.path / "assessments/x/1-school.yaml").read_text().replace("\n# ", " ").split())
        for told in {
            "sv": (
                "börjar med 4 av de 24 cellerna",
                "Tillsammans visar de",
                "`crosp new 1 --add shared-direction/funding`",
            ),
            "en": (
                "begins with 4 of the 24 cells",
                "Together they show",
                "`crosp new 1 --add shared-direction/funding`",
            ),
        }[language]:
            assert told in text

    @pytest.mark.parametrize(
        ("arguments", "occasion"),
        [
            (["--date", "2026-10-15", "--lang", "sv"], "2026-ht"),
            (["--date", "2027-03-01", "--lang", "sv"], "2027-vt"),
            (["--date", "2027-07-31", "--lang", "en"], "2027-spring"),
            (["--date", "2027-08-01", "--lang", "en"], "2027-autumn"),
            (["--occasion", "HT 2026"], "ht-2026"),
            (["--occasion", "Första gången!"], "forsta-gangen"),
        ],
    )
    def test_the_occasion(self, crosp: Any, folder: Any, arguments: list[str], occasion: str) -> None:
        crosp("init", "--unit", "x", *arguments, cwd=folder.path)
        assert (folder.path / f"assessments/x/{occasion}-school.yaml").exists()

    def test_defaults_without_a_terminal(self, crosp: Any, folder: Any) -> None:
        for language, organiser in (("sv", "Vår huvudman"), ("en", "Our school organiser")):
            crosp("init", f"Ängs-skolan {language}", "--lang", language, cwd=folder.path)
            project = read(folder.path / f"Ängs-skolan {language}" / "crosp.yaml")
            assert project["organiser"]["name"] == organiser
            assert project["organiser"]["type"] == "municipal"
            assert project["units"] == [
                {"id": f"angs-skolan-{language}", "name": f"Ängs-skolan {language}", "school_forms": []}
            ]

    def test_the_language_of_the_locale(self, crosp: Any, folder: Any) -> None:
        crosp("init", cwd=folder.path, env={"LANG": "en_GB.UTF-8"})
        assert read(folder.path / "crosp.yaml")["language"] == "en"

    @pytest.mark.parametrize(
        ("name", "options", "said"),
        [
            (b"a\xff", [], "has characters that cannot stand in a file"),
            (b"a", ["--organiser", "x" * (NAME_CHARACTERS + 1)], "at most 500 characters"),
            (b"a", ["--unit", "x" * (NAME_CHARACTERS + 1)], "at most 500 characters"),
        ],
    )
    def test_what_cannot_be_read_back_is_not_written(
        self, crosp: Any, folder: Any, name: bytes, options: list[str], said: str
    ) -> None:
        (folder.path / ".git").mkdir()
        result = crosp("init", os.fsdecode(name), *options, "--lang", "en", cwd=folder.path)
        assert (result.status, [one.name for one in folder.path.iterdir()]) == (2, [".git"])
        assert said in result.err

    def test_folders_are_made(self, crosp: Any, folder: Any) -> None:
        assert crosp("init", "a/b c/ö", cwd=folder.path).status == 0
        assert (folder.path / "a/b c/ö/crosp.yaml").exists()
        assert summary(crosp, folder.path)["errors"] == 0


class TestLeftAlone:
    def test_a_folder_that_is_a_link_to_itself(self, crosp: Any, folder: Any) -> None:
        (folder.path / "ring").symlink_to("ring")
        result = crosp("init", "ring", "--lang", "en", cwd=folder.path)
        assert (result.status, len(result.err.splitlines())) == (2, 1), result.err

    @pytest.mark.parametrize("language", ["sv", "en"])
    def test_a_folder_that_is_a_project_already(self, crosp: Any, folder: Any, language: str) -> None:
        folder.write("crosp.yaml", "# mine\n")
        result = crosp("init", "--lang", language, cwd=folder.path)
        assert (result.status, result.out) == (2, "")
        assert f"crosp: {folder.path.name} " in result.err
        assert "`crosp new`" in result.err
        assert folder.files() == ["crosp.yaml"]
        assert (folder.path / "crosp.yaml").read_text() == "# mine\n"

    def test_twice(self, crosp: Any, folder: Any) -> None:
        assert crosp("init", cwd=folder.path).status == 0
        before = {name: (folder.path / name).read_bytes() for name in folder.files()}
        assert crosp("init", "--unit", "Other", cwd=folder.path).status == 2
        assert {name: (folder.path / name).read_bytes() for name in folder.files()} == before

    def test_files_that_are_there(self, crosp: Any, folder: Any) -> None:
        mine = [*AROUND, "assessments/ekskolan/2026-ht-school.yaml"]
        for name in mine:
            folder.write(name, f"# my own {name}\n")
        result = crosp("init", "--unit", "Ekskolan", "--occasion", "2026-ht", "--lang", "en", cwd=folder.path)
        assert result.status == 0
        assert sorted(result.err.splitlines()) == sorted(
            [f"left as it is: {name}" for name in mine] + ["written: crosp.yaml"]
        )
        assert [(folder.path / name).read_text() for name in mine] == [f"# my own {name}\n" for name in mine]

    def test_links_are_not_written_through(self, crosp: Any, folder: Any) -> None:
        (folder.path / "home").mkdir()
        (folder.path / "home" / "README.md").symlink_to("../outside.md")
        assert crosp("init", "home", cwd=folder.path).status == 0
        assert not (folder.path / "outside.md").exists()
        (folder.path / "other").mkdir()
        (folder.path / "other" / "crosp.yaml").symlink_to("../outside.yaml")
        assert crosp("init", "other", cwd=folder.path).status == 2
        assert not (folder.path / "outside.yaml").exists()

    def test_a_folder_that_is_a_link_is_not_written_through(self, crosp: Any, folder: Any) -> None:
        (folder.path / "outside").mkdir()
        (folder.path / "here").mkdir()
        (folder.path / "here" / "home").symlink_to("../outside")
        result = crosp("init", "home", "--lang", "en", cwd=folder.path / "here")
        assert (result.status, result.out) == (2, "")
        assert "home" in result.err
        assert not any((folder.path / "outside").iterdir())

    def test_a_file_where_a_folder_should_be(self, crosp: Any, folder: Any) -> None:
        folder.write("file", "x")
        for path in ("file", "file/sub"):
            result = crosp("init", path, cwd=folder.path)
            assert (result.status, result.out) == (2, "")
            assert result.err.startswith("crosp: ")
            assert result.err.count("\n") == 1
        assert folder.files() == ["file"]

    def test_one_can_begin_again_after_a_failure(self, crosp: Any, folder: Any) -> None:
        folder.write("assessments", "not a folder")
        assert crosp("init", cwd=folder.path).status == 2
        assert "crosp.yaml" not in folder.files()
        (folder.path / "assessments").unlink()
        assert crosp("init", cwd=folder.path).status == 0
        assert summary(crosp, folder.path)["errors"] == 0

    def test_a_folder_that_may_not_be_written_in(self, crosp_without_rights: Any, folder: Any) -> None:
        folder.path.chmod(0o500)
        try:
            for arguments in ([], ["sub"]):
                result = crosp_without_rights("init", *arguments, cwd=folder.path)
                assert (result.status, result.out) == (2, "")
                assert result.err.startswith("crosp: ")
                assert result.err.count("\n") == 1
        finally:
            folder.path.chmod(0o700)
        assert folder.files() == []

    def test_a_full_disk_leaves_no_half_file(self, folder: Any) -> None:
        command = f'trap "" XFSZ; ulimit -f 8; exec "{sys.executable}" -m crosp_cli init --unit x --cells all'
        done = subprocess.run(["bash", "-c", command], cwd=folder.path, capture_output=True, check=False, timeout=60)
        assert done.returncode == 2
        assert b"Traceback" not in done.stderr
        assert folder.files() == []


class TestWrongOptions:
    @pytest.mark.parametrize(
        ("option", "value", "allowed"),
        [
            ("--organiser-type", "landsting", "municipal, independent, region, state"),
            ("--level", "class", "organiser, school, teaching"),
            ("--school-form", "gymnasium", "gymnasieskola"),
            ("--occasion", "!!!", "2026-ht"),
            ("--occasion", "", "2026-ht"),
            ("--date", "15/10 2026", "2026-10-15"),
        ],
    )
    @pytest.mark.parametrize("language", ["sv", "en"])
    def test_nothing_is_written(
        self, crosp: Any, folder: Any, option: str, value: str, allowed: str, language: str
    ) -> None:
        result = crosp("init", option, value, "--lang", language, cwd=folder.path)
        assert (result.status, result.out) == (2, "")
        assert allowed in result.err
        assert folder.files() == []


class TestNames:
    @pytest.mark.parametrize(
        ("name", "made"),
        [
            ("Åsöängen", "asoangen"),
            ("Ekskolan 😀", "ekskolan"),
            ("😀", "unit"),
            ("CON", "unit"),
            ("lpt1", "unit"),
            ("../x", "x"),
            ("/etc/passwd", "etc-passwd"),
            ("C:\\Windows", "c-windows"),
            ("...", "unit"),
            ("Äpplet, Päronet & Co: 'Ö' #1 {x} [y]", "applet-paronet-co-o-1-x-y"),
            ("no", "no"),
            ("null", "null"),
            ("~", "unit"),
            ("- x", "x"),
            ("1.10", "1-10"),
            ("K" * 300, "k" * 64),
            ("Ｆｕｌｌ", "full"),
            ("学校", "unit"),
            ("a\x1b[31mb", "a-31mb"),
            ("two\nlines\tand a tab", "two-lines-and-a-tab"),
        ],
    )
    def test_odd_ones(self, crosp: Any, folder: Any, name: str, made: str) -> None:
        result = crosp("init", "--unit", name, "--organiser", name, "--lang", "en", *DAY, cwd=folder.path)
        assert result.status == 0
        assert "\x1b" not in result.out + result.err
        (unit,) = read(folder.path / "crosp.yaml")["units"]
        assert unit["id"] == made
        assert unit["name"].split() == name.replace("\x1b", " ").split()
        assert folder.files() == sorted([*AROUND, f"assessments/{made}/2026-autumn-school.yaml", "crosp.yaml"])
        assert summary(crosp, folder.path)["errors"] == 0

    def test_those_that_collide(self, crosp: Any, folder: Any) -> None:
        names = ["Askö", "ASKO", "Asko!", "K" * 70, "K" * 80, "???", "!!!"]
        crosp("init", *(word for name in names for word in ("--unit", name)), "--lang", "sv", cwd=folder.path)
        units = read(folder.path / "crosp.yaml")["units"]
        assert [unit["name"] for unit in units] == names
        identifiers = [unit["id"] for unit in units]
        assert identifiers[:3] == ["asko", "asko-2", "asko-3"]
        assert identifiers[5:] == ["enhet", "enhet-2"]
        assert len(set(identifiers)) == 7
        assert max(map(len, identifiers)) <= 64
        assert summary(crosp, folder.path) == {"files": 8, "errors": 0, "warnings": 0, "notes": 7}

    @pytest.mark.parametrize("name", ["", "   ", "\t\n", "\x1b\x07"])
    def test_none_at_all(self, crosp: Any, folder: Any, name: str) -> None:
        crosp("init", "school", "--unit", name, "--organiser", name, "--lang", "en", cwd=folder.path)
        project = read(folder.path / "school" / "crosp.yaml")
        assert [unit["name"] for unit in project["units"]] == ["school"]
        assert project["organiser"]["name"] == "Our school organiser"

    @settings(max_examples=settings.default.max_examples // 2)
    @given(name=st.text(max_size=30), organiser=st.text(max_size=30))
    @example(name="\ud800\udc00\ufeff\u2028\x85", organiser="\udcff")
    @example(name="\u202e", organiser="a: {b, c}")
    def test_any(self, crosp: Any, name: str, organiser: str) -> None:
        with TemporaryDirectory() as here:
            path = Path(here)
            result = crosp("init", f"--unit={name}", f"--organiser={organiser}", "--lang", "en", cwd=path)
            assert result.status == 0
            assert summary(crosp, path) == {"files": 2, "errors": 0, "warnings": 0, "notes": 1}
            (unit,) = read(path / "crosp.yaml")["units"]
            letters = {character for character in name if unicodedata.category(character)[0] in "LN"}
            assert letters <= set(unit["name"])


@pytest.mark.cli
class TestInterview:
    @pytest.mark.parametrize("number", ["140305+2382", "+46 70-174 06 05"])
    def test_a_number_that_is_an_answer_is_not_repeated_in_parts(
        self, crosp_terminal: Any, folder: Any, number: str
    ) -> None:
        terminal = crosp_terminal("init", *DAY, "--lang", "en", cwd=folder.path)
        terminal.answer("[Our school organiser]:", "Exempelkommun")
        terminal.answer("[Municipality]:", number)
        terminal.wait_for("… is not among them.")
        terminal.answer("[Municipality]:", "kommun")
        terminal.wait_for("At which level do you begin?")
        assert "2382 is not" not in terminal.shown
        assert "06 05 is not" not in terminal.shown

    def test_everything_is_asked_for_in_the_words_on_the_screen(
        self, crosp: Any, crosp_terminal: Any, folder: Any
    ) -> None:
        terminal = crosp_terminal("init", *DAY, cwd=folder.path, env={"LANG": "sv_SE.UTF-8"})
        terminal.answer("På vilket språk skriver ni? [svenska]:", "engelska")
        terminal.answer("What is the school organiser called? [Our school organiser]:", "Exempelkommun")
        terminal.answer("What kind of organiser is it? [Municipality]:", "landsting")
        terminal.wait_for("landsting is not among them.")
        terminal.answer("[Municipality]:", "regoin")
        terminal.wait_for("Did you mean Region?")
        terminal.answer("[Region]:", "kommun")
        terminal.answer(
            "At which level do you begin? (Several: put commas between them.) [School or preschool]:",
            "huvudman, SCHOOL",
        )
        terminal.answer("What is the unit called?", "Ekskolan, Lilla förskolan\x1b[A ,")
        terminal.answer(
            "Which school forms does Ekskolan have? (Several: put commas between them.):", "grundskola, Fritidshem"
        )
        terminal.answer(
            "Which school forms does Lilla förskolan [A have? (Several: put commas between them.) [Preschool]:", ""
        )
        terminal.answer("What is the occasion called? [2026-autumn]:", "Autumn 2026")
        terminal.wait_for("3  Kind of organiser: Municipality")
        terminal.wait_for("6  School forms of Ekskolan: Compulsory school, School-age educare")
        terminal.answer("the number of what is to be changed [yes]:", "3")
        terminal.answer("[Municipality]:", "Region")
        terminal.answer("the number of what is to be changed [yes]:", "")
        assert terminal.end() == 0
        assert read(folder.path / "crosp.yaml") == {
            "format": "crosp-project/1",
            "framework": "spsm-crosp@2024",
            "language": "en",
            "organiser": {"id": "exempelkommun", "name": "Exempelkommun", "type": "region"},
            "units": [
                {"id": "ekskolan", "name": "Ekskolan", "school_forms": ["grundskola", "fritidshem"]},
                {"id": "lilla-forskolan-a", "name": "Lilla förskolan [A", "school_forms": ["forskola"]},
            ],
            "checks": {"ignore": [], "fail_on": "error"},
        }
        assert summary(crosp, folder.path)["errors"] == 0

    def test_a_number_that_was_answered_is_not_repeated(self, crosp_terminal: Any, folder: Any) -> None:
        terminal = crosp_terminal("init", "--organiser", "X", "--lang", "sv", cwd=folder.path)
        terminal.answer("[Kommun]:", "barn 20140305-2382")
        terminal.wait_for("barn … finns inte bland dem.")
        assert terminal.shown.count("2382") <= 1  # as it was typed

    def test_what_was_understood_is_not_asked_for_again(self, crosp_terminal: Any, folder: Any) -> None:
        options = ["--organiser", "X", "--organiser-type", "state", "--occasion", "2026", "--lang", "sv"]
        terminal = crosp_terminal("init", *options, cwd=folder.path)
        terminal.answer("[Förskole- eller skolenhet]:", "undervisning, skola")
        terminal.wait_for("skola finns inte bland dem. Menade du Förskole- eller skolenhet? Enter för ja.")
        terminal.answer("[Undervisning, Förskole- eller skolenhet]:", "ja")
        terminal.answer("Vad heter enheten?", "Eken, Björken")
        terminal.answer("Eken? (Flera: sätt komma emellan.):", "grundskolan + vuxna")
        terminal.wait_for("vuxna finns inte bland dem. Svara med ord ur listan ovan.")
        terminal.answer("[Grundskola]:", "")
        terminal.answer("Björken? (Flera: sätt komma emellan.):", "")
        assert terminal.shown.count("anpassad-grundskola ") == 1  # what there is to choose from stands there once
        terminal.wait_for("2 enheter: Eken, Björken")
        terminal.wait_for("Skolformer, Björken: ingen angiven")
        terminal.answer("[ja]:", "nej")
        terminal.wait_for("Skriv ett nummer, 1 till 4, eller tryck Enter om allt stämmer.")
        terminal.answer("[ja]:", "")
        assert terminal.end() == 0
        assert "fyll i assessments/eken/2026-school.yaml och de andra, och kör sedan:" in terminal.shown

    def test_what_cannot_be_an_occasion_is_asked_for_again(self, crosp_terminal: Any, folder: Any) -> None:
        options = ["--organiser", "X", "--organiser-type", "kommun", "--level", "school", "--unit", "A"]
        terminal = crosp_terminal("init", *options, "--school-form", "komvux", "--lang", "sv", cwd=folder.path)
        terminal.answer("Vad heter tillfället?", "!!!")
        terminal.wait_for("Ett tillfälle heter något i stil med 2026-ht")
        terminal.answer("Vad heter tillfället?", "2026-ht")
        terminal.answer("[ja]:", "")
        assert terminal.end() == 0

    def test_a_number_of_thousands_of_figures_is_asked_for_again(self, crosp_terminal: Any, folder: Any) -> None:
        options = ["--organiser", "X", "--organiser-type", "kommun", "--level", "organiser", "--lang", "en"]
        terminal = crosp_terminal("init", *options, cwd=folder.path)
        terminal.answer("What is the occasion called?", "2026-ht")
        terminal.wait_for("[yes]:")
        terminal.take_long_lines()
        terminal.type("1" * 4_400 + "\n")
        terminal.wait_for("Write a number, 1 to 1, or Enter")
        terminal.answer("[yes]:", "")
        assert terminal.end() == 0

    def test_a_unit_that_is_named_afterwards_is_asked_about_too(self, crosp_terminal: Any, folder: Any) -> None:
        options = ["--lang", "en", "--organiser", "X", "--organiser-type", "state", "--level", "school"]
        terminal = crosp_terminal("init", *options, "--occasion", "2026", cwd=folder.path)
        terminal.answer("What is the unit called?", "A")
        terminal.answer("Which school forms does A have?", "komvux")
        terminal.answer("[yes]:", "1")
        terminal.answer("What is the unit called? (Several: put commas between them.) [A]:", "A, B")
        terminal.answer("Which school forms does B have?", "sameskola")
        terminal.answer("[yes]:", "ja")
        assert terminal.end() == 0
        forms = [unit["school_forms"] for unit in read(folder.path / "crosp.yaml")["units"]]
        assert forms == [["komvux"], ["sameskola"]]

    def test_enter_takes_what_is_suggested(self, crosp: Any, crosp_terminal: Any, folder: Any) -> None:
        (folder.path / "Ängen").mkdir()
        terminal = crosp_terminal("init", *DAY, cwd=folder.path / "Ängen", env={"LANG": "sv_SE.UTF-8"})
        for _ in range(5):
            terminal.answer("]:", "")
        terminal.answer("(Flera: sätt komma emellan.):", "")
        for _ in range(2):
            terminal.answer("]:", "")
        assert terminal.end() == 0
        project = read(folder.path / "Ängen" / "crosp.yaml")
        assert project["organiser"] == {"id": "var-huvudman", "name": "Vår huvudman", "type": "municipal"}
        assert project["units"] == [{"id": "angen", "name": "Ängen", "school_forms": []}]
        assert summary(crosp, folder.path / "Ängen")["errors"] == 0

    def test_what_is_an_option_is_not_asked_for(self, crosp_terminal: Any, folder: Any) -> None:
        options = ["--lang", "en", "--organiser", "X", "--organiser-type", "state", "--level", "school"]
        more = ["--unit", "Ekskolan", "--school-form", "specialskola", "--occasion", "2026"]
        terminal = crosp_terminal("init", *options, *more, cwd=folder.path)
        assert terminal.end() == 0
        assert "?" not in terminal.shown

    def test_no_unit_is_asked_for_at_the_level_of_the_organiser(self, crosp_terminal: Any, folder: Any) -> None:
        terminal = crosp_terminal("init", "--lang", "en", "--level", "organiser", cwd=folder.path)
        for _ in range(4):
            terminal.answer("]:", "")
        assert terminal.end() == 0
        assert "unit called" not in terminal.shown
        assert read(folder.path / "crosp.yaml")["units"] == []

    def test_only_commas_are_no_units(self, crosp_terminal: Any, folder: Any) -> None:
        options = ["--lang", "en", "--organiser", "X", "--organiser-type", "state", "--level", "school"]
        terminal = crosp_terminal(
            "init", *options, "--occasion", "2026", "--school-form", "grundskola", cwd=folder.path
        )
        terminal.answer("What is the unit called?", " , ,")
        terminal.answer("[yes]:", "")
        assert terminal.end() == 0
        assert len(read(folder.path / "crosp.yaml")["units"]) == 1

    @pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["Ctrl-C", "Ctrl-D"])
    @pytest.mark.parametrize("answered", [0, 3])
    def test_leaving_it_writes_nothing(self, crosp_terminal: Any, folder: Any, key: str, answered: int) -> None:
        terminal = crosp_terminal("init", "--lang", "en", cwd=folder.path)
        for _ in range(answered):
            terminal.answer("]:", "")
        terminal.wait_for("]:")
        assert terminal.leave(key) == 130
        assert "Traceback" not in terminal.shown
        assert folder.files() == []

    def test_nothing_is_asked_where_the_answer_would_not_be_seen(self, crosp_process: Any, folder: Any) -> None:
        result = crosp_process("init", cwd=folder.path, input=b"en\nnope\n")
        assert result.status == 0
        assert "?" not in result.out + result.err
