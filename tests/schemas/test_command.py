"""`crosp schema`, and the schemas that `crosp init` and `crosp new` put where the first lines of their files point."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from crosp_cli.cli.commands.schema.command import SchemaKind

from .editor import as_an_editor_reads
from .verdicts import LANGUAGES, made


def pointed_at(file: Path) -> Path:
    """The schema that the first line of a file points an editor at."""
    first = file.read_text("utf-8").splitlines()[0]
    found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert found is not None, first
    return (file.parent / found[1]).resolve()


def follows_its_schema(file: Path) -> bool:
    found = json.loads(pointed_at(file).read_text("utf-8"))
    return bool(Draft202012Validator(found).is_valid(as_an_editor_reads(file.read_text("utf-8"))))


class TestFiles:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_what_init_and_new_write_follows_the_schema_it_points_at(
        self, crosp: Any, folder: Any, language: str
    ) -> None:
        options = ["--level", "organiser", "--level", "school", "--unit", "Å b: #1", "--unit", "x", "--lang", language]
        assert crosp("init", *options, "--date", "2026-10-15", cwd=folder.path).status == 0
        assert crosp("new", "2027-ht", "--date", "2027-10-15", cwd=folder.path).status == 0
        written = [file for file in folder.path.rglob("*.yaml") if not file.name.startswith(".")]
        assert len(written) == 7
        for file in written:
            assert follows_its_schema(file), file
            kind = "project" if file.name == "crosp.yaml" else "assessment"
            assert pointed_at(file) == (folder.path / f".crosp/{kind}.schema.json").resolve()
        assert json.loads(crosp("validate", "--format", "json", cwd=folder.path).out)["summary"]["files"] == 7

    def test_new_brings_the_schemas_up_to_date_and_leaves_what_is_not_its_own(self, crosp: Any, folder: Any) -> None:
        def new(occasion: str) -> str:
            unit = ["--unit", "asko", "--level", "school"]
            result = crosp("new", occasion, "--date", f"{occasion[:4]}-10-15", *unit, cwd=folder.path)
            assert (result.status, result.err) == (0, "")
            return str(result.out)

        folder.project()
        assert ".crosp/assessment.schema.json" in new("2026-ht")
        assert ".crosp" not in new("2027-ht")
        folder.project("  - {id: new-school, name: New school}\n")
        assert ".crosp/assessment.schema.json" in new("2028-ht")
        path = folder.path / ".crosp/assessment.schema.json"
        assert "new-school" in json.loads(path.read_text())["properties"]["unit"]["enum"]
        path.write_text("{}")
        assert ".crosp" not in new("2029-ht")
        assert path.read_text() == "{}"


class TestCommand:
    @pytest.mark.parametrize("kind", list(SchemaKind))
    def test_on_standard_output(self, crosp: Any, examples: Path, kind: str) -> None:
        result = crosp("schema", kind, cwd=examples / "ekskolan")
        assert (result.status, result.err) == (0, "")
        assert json.loads(result.out) == made(kind)
        assert crosp("schema", kind, "-o", "-", "--lang", "en", cwd=examples / "ekskolan").out != result.out

    def test_of_an_assessment_where_nothing_else_is_said(self, crosp: Any, folder: Any) -> None:
        result = crosp("schema", "--lang", "en", cwd=folder.path)
        found = json.loads(result.out)
        assert found["properties"]["framework"]["const"] == "spsm-crosp@2024"
        assert found["properties"]["unit"]["$ref"] == "#/$defs/slug-or-empty"

    def test_to_a_file(self, crosp: Any, folder: Any) -> None:
        folder.project(language="sv")
        for _ in range(2):  # a schema that crosp has made is replaced
            result = crosp("schema", "project", "-o", "editors/p.json", "--lang", "en", cwd=folder.path)
            assert (result.status, result.out, result.err) == (0, "", "written: editors/p.json\n")
        assert json.loads((folder.path / "editors/p.json").read_text())["title"] == "Project"
        before = (folder.path / "crosp.yaml").read_bytes()
        result = crosp("schema", "-o", "crosp.yaml", cwd=folder.path)
        assert (result.status, result.out) == (2, "")
        assert (folder.path / "crosp.yaml").read_bytes() == before

    def test_through_no_link(self, crosp: Any, folder: Any) -> None:
        (folder.path / "outside").mkdir()
        (folder.path / "home").mkdir()
        theirs = folder.path / "outside" / "p.json"
        assert crosp("schema", "assessment", "-o", theirs, cwd=folder.path).status == 0
        before = theirs.read_bytes()
        (folder.path / "home" / "p.json").symlink_to(theirs)
        (folder.path / "home" / "q.json").symlink_to("../outside/q.json")
        (folder.path / "home" / "editors").symlink_to("../outside")
        for path in ("p.json", "q.json", "editors/p.json", "editors/deep/p.json"):
            assert crosp("schema", "project", "-o", path, cwd=folder.path / "home").status == 2
        assert [one.name for one in theirs.parent.iterdir()] == ["p.json"]
        assert theirs.read_bytes() == before

    def test_of_a_framework_that_cannot_be_read_whole(self, crosp: Any, folder: Any, examples: Path) -> None:
        shutil.copytree(examples / "other-framework", folder.path, dirs_exist_ok=True)
        with (folder.path / "framework/questions.yaml").open("a", encoding="utf-8") as file:
            file.write("x: [\n")
        result = crosp("schema", "assessment", "-o", "s.json", "--lang", "en", cwd=folder.path)
        assert (result.status, "cannot be read" in result.err) == (2, True)
        assert not (folder.path / "s.json").exists()

    def test_of_nothing_there_is(self, crosp: Any, folder: Any) -> None:
        result = crosp("schema", "nothing", "--lang", "en", cwd=folder.path)
        assert (result.status, result.out) == (2, "")
        assert "assessment, project, " in result.err

    def test_where_the_framework_cannot_be_read(self, crosp: Any, folder: Any) -> None:
        folder.write("crosp.yaml", "format: crosp-project/1\n")
        result = crosp("schema", "--lang", "en", cwd=folder.path)
        assert (result.status, result.out) == (2, "")
        assert "`crosp validate`" in result.err
