"""`crosp schema` of what commands write with `--format json`: strict, whole, and kept by every answer."""

import copy
import json
import shutil
from collections.abc import Iterator
from importlib import import_module
from itertools import cycle
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from crosp_cli.output.formats import ANSWERS

TODAY = "2026-11-01"
KINDS = ("analysis", "change", "follow-up", "collaborations-overview", "migration")
COMMANDS = {
    "analysis": "analyse",
    "change": "compare",
    "follow-up": "follow-up",
    "collaborations-overview": "collaborations",
    "migration": "migrate",
}
LANGUAGES = ("sv", "en")
DAYS_TO_COME = {"sv": "efter i dag, och räknas som den senaste", "en": "after today, and counts as the newest"}
"""What is said beside the answer where the examples are looked at from a day before theirs."""
EXAMPLES = ("ekskolan", "exempelkommun", "other-framework")
NEWER = Path(__file__).resolve().parents[1] / "frameworks" / "inclusion-walk-2"
BY = ("principle", "area", "factor", "level", "arena")


@pytest.fixture(scope="module")
def schemas(crosp: Any) -> dict[tuple[str, str], Any]:
    """The schema of each kind in each language."""
    return {
        (kind, language): json.loads(crosp("schema", kind, "--lang", language).out)
        for kind in KINDS
        for language in LANGUAGES
    }


@pytest.fixture(scope="module")
def holds(crosp: Any, schemas: dict[tuple[str, str], Any]) -> Any:
    """Run a command with `--format json`, hold its answer to the schema, and return it; in each language in turn."""
    validators = {key: jsonschema_rs.Draft202012Validator(schema) for key, schema in schemas.items()}
    turns = cycle(LANGUAGES)

    def run(kind: str, *arguments: Any, status: int = 0, cwd: Path | None = None) -> Any:
        language = next(turns)
        answer = crosp(COMMANDS[kind], "--format", "json", "--lang", language, *arguments, cwd=cwd)
        told = [line for line in answer.err.splitlines() if DAYS_TO_COME[language] not in line]
        assert (answer.status, told) == (status, []), answer.out
        found = json.loads(answer.out)
        assert [error.message for error in validators[kind, language].iter_errors(found)] == []
        return found

    return run


@pytest.fixture
def moving(folder: Any, examples: Path) -> Path:
    """The other framework's example, whose framework has got a second version."""
    shutil.copytree(examples / "other-framework", folder.path, dirs_exist_ok=True)
    shutil.rmtree(folder.path / "framework")
    shutil.copytree(NEWER, folder.path / "framework")
    return Path(folder.path)


class TestAnalysis:
    @pytest.mark.breadth
    @pytest.mark.parametrize("more", [[], ["--explain"], *(["--by", kind, "--explain"] for kind in BY)], ids=" ".join)
    def test_every_example(self, holds: Any, examples: Path, more: list[str]) -> None:
        paths = [[examples / name] for name in EXAMPLES]
        paths += [[file] for file in sorted(examples.glob("*/assessments/**/*.yaml"))]
        paths += [[examples / "ekskolan", examples / "exempelkommun"]]
        for given in paths:
            assert holds("analysis", "--today", TODAY, *more, *given)["assessments"]


class TestChange:
    @pytest.mark.parametrize("more", [[], ["2025-ht"], ["2025-ht", "2026-ht"], ["--level", "school"]], ids=" ".join)
    def test_two_occasions(self, holds: Any, examples: Path, more: list[str]) -> None:
        found = holds("change", *more, cwd=examples / "ekskolan")
        assert found["comparisons"]
        assert all(one["cells"] for one in found["comparisons"])

    def test_two_files_of_any_framework(self, holds: Any, examples: Path) -> None:
        for file in sorted(examples.glob("*/assessments/**/*.yaml")):
            (found,) = holds("change", file, file)["comparisons"]
            assert found["series"] == []

    def test_several_occasions_in_a_row(self, holds: Any, folder: Any) -> None:
        folder.project()
        rows = ("funding: {current_state: {rating: 1}}", "quality: {need: {target: 2, priority: high}}", "funding: {}")
        for year, row in enumerate(rows, 2024):
            lines = f"shared-direction: {{{row}}}\nfollow-up: {{quality: {{measures: [{{id: a{year}, what: Time.}}]}}}}"
            folder.assessment(f"{year}.yaml", lines, occasion=str(year), date=f"{year}-10-15")
        (found,) = holds("change", cwd=folder.path)["comparisons"]
        assert len(found["occasions"]) == 3
        assert found["series"]
        assert [one["outcome"] for one in found["measures"]] == ["gone", "new"]

    def test_another_version_of_the_framework(self, crosp: Any, holds: Any, moving: Path) -> None:
        network = moving / "assessments/2026-autumn-network.yaml"
        shutil.copy(network, moving / "old.yaml")
        assert crosp("migrate", "--write", network, "crosp.yaml", cwd=moving).status == 0
        (found,) = holds("change", "old.yaml", network, cwd=moving)["comparisons"]
        assert {one["reason"] for one in found["not_compared"]} >= {"framework-missing", "cell-only-in-old"}
        assert (found["old"]["scale"], found["old"]["framework"]) == ([], "inclusion-walk@1")


class TestFollowUp:
    @pytest.mark.breadth
    @pytest.mark.parametrize("more", [[], ["--within", "1"], ["--within", "2000"]], ids=" ".join)
    def test_every_example(self, holds: Any, examples: Path, more: list[str]) -> None:
        for day in ("2025-11-01", TODAY, "2028-01-01"):
            for given in (
                [examples / "ekskolan"],
                [examples / "other-framework"],
                [examples / name for name in EXAMPLES],
            ):
                assert holds("follow-up", "--today", day, *more, *given)["units"]

    def test_one_role(self, holds: Any, examples: Path) -> None:
        found = holds("follow-up", "--today", TODAY, examples / "ekskolan")
        for role in {part["role"] for unit in found["units"] for part in unit["roles"]} - {None}:
            assert holds("follow-up", "--today", TODAY, "--role", role, examples / "ekskolan")["units"]

    def test_what_is_missing_without_a_project(self, holds: Any, folder: Any) -> None:
        measures = "{id: a, what: Time.}, {id: b, what: Room., responsible: vakant, follow_ups: [{result: Good.}]}"
        folder.assessment(cells=f"follow-up: {{quality: {{measures: [{measures}]}}}}")
        (found,) = holds("follow-up", "a.yaml", "--today", TODAY, cwd=folder.path)["units"]
        assert found["organiser"] is None
        assert [one["kind"] for one in found["continuity"]] == ["missing", "vacant"]
        assert [one["id"] for one in found["results_without_date"]] == ["b"]


class TestMigration:
    def test_examples_that_stay(self, holds: Any, examples: Path) -> None:
        for name in EXAMPLES:
            files = holds("migration", examples / name)["files"]
            assert {file["status"] for file in files} == {"unchanged"}

    def test_a_newer_version(self, holds: Any, moving: Path) -> None:
        school = holds("migration", cwd=moving)["files"][1]
        assert school["status"] == "changes"
        assert all(school[key] for key in ("renamed", "steps", "merged", "kept", "look_at"))

    def test_the_project_moves_too(self, holds: Any, moving: Path, examples: Path) -> None:
        shutil.move(moving / "framework", moving / "second")
        shutil.copytree(examples / "other-framework/framework", moving / "framework")
        project = holds("migration", "--to", "second", cwd=moving)["files"][-1]
        assert (project["path"], project["status"], project["after"]) == ("crosp.yaml", "changes", "./second")

    def test_what_has_to_stay(self, holds: Any, moving: Path) -> None:
        for name, old, new in (("a", "cells:", "cells: ["), ("b", "inclusion-walk@1", "inclusion-walk@0")):
            text = (moving / "assessments/2026-autumn-network.yaml").read_text("utf-8")
            (moving / f"{name}.yaml").write_text(text.replace(old, new, 1), "utf-8")
        files = holds("migration", "a.yaml", "b.yaml", status=1, cwd=moving)["files"]
        assert [(file["status"], file["problem"]) for file in files] == [("stays", "unreadable"), ("stays", "no-way")]
        assert all(file["why"] and file["renamed"] == [] for file in files)


class TestSchema:
    @pytest.mark.parametrize("kind", KINDS)
    def test_it_is_strict_and_the_same_for_every_project(
        self, crosp: Any, examples: Path, schemas: Any, kind: str
    ) -> None:
        schema = schemas[kind, "en"]
        jsonschema_rs.meta.validate(schema)
        for part in (schema, *schema["$defs"].values()):
            assert part["additionalProperties"] is False
            assert part["required"] == list(part["properties"])
            assert all(len(key["description"]) > 3 for key in part["properties"].values())
        assert schemas[kind, "sv"]["$defs"].keys() == schema["$defs"].keys()
        there = crosp("schema", kind, "--lang", "en", cwd=examples / "other-framework").out
        assert json.loads(there) == schema

    @pytest.mark.parametrize("kind", KINDS)
    def test_a_key_too_many_or_too_few_does_not_hold(self, holds: Any, schemas: Any, moving: Path, kind: str) -> None:
        examples = Path(__file__).resolve().parents[2] / "examples"
        document = holds(kind, cwd=moving if kind == "migration" else examples / "ekskolan")
        validator = jsonschema_rs.Draft202012Validator(schemas[kind, "en"])
        places = list(objects(document))
        assert len(places) > 5
        for path in places[:: max(1, len(places) // 40)]:
            for change in (lambda part: part.update(more=1), lambda part: part.popitem()):
                changed = copy.deepcopy(document)
                part = changed
                for step in path:
                    part = part[step]
                change(part)
                assert not validator.is_valid(changed), path

    @pytest.mark.parametrize("kind", KINDS)
    def test_it_needs_no_framework_that_holds(self, crosp: Any, folder: Any, schemas: Any, kind: str) -> None:
        folder.write("crosp.yaml", "format: crosp-project/1\nframework: ./none\n")
        assert crosp("schema", "assessment", cwd=folder.path).status == 2
        result = crosp("schema", kind, "--lang", "en", cwd=folder.path)
        assert (result.status, json.loads(result.out)) == (0, schemas[kind, "en"])

    @pytest.mark.parametrize("kind", [*KINDS, "shape"])
    def test_every_text_is_used_and_in_both_languages(self, kind: str) -> None:
        from crosp_cli.schemas.descriptions import texts_in

        package, _, name = ANSWERS.get(kind, "output.json_types:").partition(":")[0].rpartition(".")
        folder = import_module(f"crosp_cli.{package}").__path__[0]
        parts = {
            part: found
            for file in Path(folder).glob(f"{name}*.py")
            for part, found in vars(import_module(f"crosp_cli.{package}.{file.stem}")).items()
            if hasattr(found, "__required_keys__") and found.__module__ == f"crosp_cli.{package}.{file.stem}"
        }
        texts = texts_in(f"{kind}.yaml")
        assert texts.keys() == parts.keys()
        for part, told in texts.items():
            assert told["keys"].keys() == parts[part].__annotations__.keys(), part
            for text in (told["description"], *told["keys"].values()):
                assert set(text) == set(LANGUAGES), part
                assert text["sv"] != text["en"]

    def test_every_answer_has_its_name_in_its_format(self, schemas: Any) -> None:
        for kind in KINDS:
            assert schemas[kind, "en"]["properties"]["format"]["enum"] == [f"crosp-{kind}/1"]


def objects(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every object in `node`, but not to those whose keys are steps of the scale."""
    if isinstance(node, list):
        for number, item in enumerate(node):
            yield from objects(item, (*path, number))
    elif isinstance(node, dict) and path[-1:] != ("steps",):
        yield path
        for key, item in node.items():
            yield from objects(item, (*path, key))
