"""Schemas for editors: what they accept crosp accepts, what crosp accepts they accept, and they explain every key."""

import atexit
import importlib
import inspect
import json
import math
import pkgutil
import re
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from crosp_cli import model
from crosp_cli.cli.schema import Kind
from crosp_cli.findings import Finding, Severity
from crosp_cli.model.fields import Record
from crosp_cli.model.framework import Framework
from crosp_cli.model.guidance import Guidance
from crosp_cli.reading.discovery import Source
from crosp_cli.reading.documents import document, tree_from
from crosp_cli.reading.framework import FrameworkFolder
from crosp_cli.reading.shape import into
from crosp_cli.reading.text import decode
from crosp_cli.reading.workspace import Context, Workspace, read_assessment
from crosp_cli.rendering.schema import DIALECT, KINDS, as_json, is_ours, schema
from crosp_cli.rendering.schema_framework import FILES
from crosp_cli.rendering.schema_words import Words, _texts

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ("sv", "en")
HOME, OTHER = ROOT / "examples" / "ekskolan", ROOT / "examples" / "other-framework"


# --- what an editor makes of a file, and what crosp says of it ------------------------------------------------

_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_WORDS: dict[str, Any] = {"": None, "~": None, "null": None, ".nan": math.nan, ".inf": math.inf, "-.inf": -math.inf}
for _word in ("true", "false"):
    _WORDS |= dict.fromkeys((_word, _word.title(), _word.upper()), _word == "true")


def as_an_editor_reads(text: str) -> Any:
    """A file as yaml-language-server gives it to a schema: YAML 1.2, keys as texts, dates as texts."""
    return _instance(yaml.compose(text, Loader=yaml.CSafeLoader))


def _instance(node: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        if not all(isinstance(key, yaml.ScalarNode) for key, _value in node.value):
            raise yaml.YAMLError
        return {key.value: _instance(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_instance(item) for item in node.value]
    text = node.value
    if node.style or (text not in _WORDS and not re.match(r"[-+.0-9]", text)):
        return text
    if text in _WORDS:
        return _WORDS[text]
    if re.fullmatch(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", text):
        return int(text, 0 if text[1:2] in ("o", "x") else 10)
    return float(text) if _NUMBER.fullmatch(text) else text


def spellings(data: Any) -> Iterator[str]:
    """The ways in which Python writes `data` as a file that crosp reads."""
    data = json.loads(json.dumps(data))  # nothing is shared, so YAML needs no aliases
    yield yaml.safe_dump(data)
    yield yaml.safe_dump(data, allow_unicode=True, sort_keys=False, default_flow_style=None)
    yield json.dumps(data, ensure_ascii=False)
    text = json.dumps(data)
    if not re.search(r"\\ud[89a-f]", text):  # pairs of surrogates: JSON has them, YAML as libyaml reads it has not
        yield text


@cache
def context(folder: Path) -> Context:
    return Workspace().context_in(folder)


@cache
def validator(kind: str, folder: Path = HOME, language: str = "sv") -> Draft202012Validator:
    return Draft202012Validator(made(kind, folder, language))


@cache
def made(kind: str, folder: Path = HOME, language: str = "sv") -> dict[str, Any]:
    found = context(folder)
    guidance = found.guidance()
    assert found.framework is not None
    assert guidance is not None
    return schema(kind, found.framework, guidance.questions, found.project, language)


ACROSS = {"CR114", "CR701"}
"""What concerns several values or files; the unit's name is checked against crosp.yaml in another step."""


def refusals(kind: str, text: str, folder: Path = HOME) -> list[str]:
    """What crosp has against a file, in reading and in shape."""
    if kind in FILES:
        found = _of_a_framework(kind, text)
    else:
        home = _home(folder)
        file = home / ("crosp.yaml" if kind == "project" else "a.yaml")
        file.write_bytes(text.encode())
        if kind == "project":
            workspace = Workspace()
            workspace._frameworks = _frameworks
            found = workspace.context_in(home).findings
        else:
            read = read_assessment(Source(file, "a.yaml", home, named=True), context(folder))
            found = read.findings if read else []
    return [f"{f.code} {f.message('en')}" for f in found if f.severity is Severity.ERROR and f.code not in ACROSS]


_frameworks: dict[Path, FrameworkFolder] = {}
"""Read once for all the projects that are tried."""


def _of_a_framework(kind: str, text: str) -> list[Finding]:
    tree, found = tree_from(text.encode(), "a.yaml")
    if kind == "framework":
        return document(FILES[kind], tree, found).findings
    return [*found, *into(FILES[kind], tree)[1]] if tree else found


@cache
def _home(folder: Path) -> Path:
    """A folder to try files in, with the project's own framework if it has one."""
    home = Path(mkdtemp(prefix="crosp-schema-"))
    atexit.register(shutil.rmtree, home)
    if (folder / "framework").is_dir():
        shutil.copytree(folder / "framework", home / "framework")
    return home


# --- the schemas themselves -----------------------------------------------------------------------------------

EVERY = [(kind, folder, language) for kind in KINDS for folder in (HOME, OTHER) for language in LANGUAGES]


def test_kinds_on_the_command_line() -> None:
    assert tuple(kind.value for kind in Kind) == KINDS


@pytest.mark.parametrize(("kind", "folder", "language"), EVERY, ids=str)
def test_they_are_json_schema_2020_12_and_whole(kind: str, folder: Path, language: str) -> None:
    found = made(kind, folder, language)
    assert found["$schema"] == DIALECT
    Draft202012Validator.check_schema(found)
    assert json.loads(as_json(found)) == found
    assert is_ours(as_json(found))
    text = as_json(found)
    assert set(re.findall(r'"#/\$defs/([^"]+)"', text)) == set(found["$defs"])


@pytest.mark.parametrize(("kind", "folder", "language"), EVERY, ids=str)
def test_every_key_has_a_title_and_a_description(kind: str, folder: Path, language: str) -> None:
    without = [key for key, part in _keys(made(kind, folder, language)) if not (part.get("title") and _told(part))]
    assert without == []


def _told(part: dict[str, Any]) -> bool:
    return len(part.get("description", "")) > 3


def _keys(part: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every key with its schema; conditions say nothing of their own, and neither does a key that is forbidden."""
    if isinstance(part, dict):
        for name, value in part.items():
            if name == "properties":
                yield from ((key, schema) for key, schema in value.items() if schema is not False)
            if name not in ("if", "not-applicable"):
                yield from _keys(value)
    elif isinstance(part, list):
        for item in part:
            yield from _keys(item)


def _models() -> list[type[Record]]:
    modules = [importlib.import_module(f"crosp_cli.model.{m.name}") for m in pkgutil.iter_modules(model.__path__)]
    found = {part for module in modules for part in vars(module).values() if inspect.isclass(part)}
    return sorted((m for m in found if issubclass(m, Record) and m is not Record), key=lambda m: m.__name__)


@pytest.mark.parametrize("part", [m for m in _models() if m not in (Framework, Guidance)], ids=lambda m: m.__name__)
def test_each_key_of_the_models_has_words_in_both_languages_and_no_others(part: type[Record]) -> None:
    keys = [field.alias or name for name, field in part.model_fields.items()]
    for key in keys:
        told = [Words(language).of_key(part, key) for language in LANGUAGES]
        assert all(text for one in told for text in one.values())
    entry = _texts()[part.__name__]
    assert set(entry["keys"]) <= set(keys)
    for texts in (entry["title"], entry["description"], *(told["description"] for told in entry["keys"].values())):
        assert set(texts) == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_assessment_knows_its_framework_and_project(language: str) -> None:
    found = made("assessment", HOME, language)
    questions = context(HOME).guidance()
    assert questions is not None
    levels = found["properties"]["level"]
    assert levels["enum"] == ["organiser", "school", "teaching"]
    assert found["properties"]["unit"]["enum"] == ["ekskolan", None]
    cell = found["$defs"]["cells-school"]["properties"]["shared-direction"]["properties"]["funding"]
    asked = questions.questions.current_state["shared-direction"]["funding"]["school"].question[language]
    assert " ".join(asked.split()) in cell["description"]
    rating = found["$defs"]["CurrentState-or-empty"]["properties"]["rating"]["anyOf"][-1]
    assert rating["enum"] == [0, 1, 2, 3, None]
    assert ("På plats" if language == "sv" else "In place") in rating["enumDescriptions"][2]
    assert len(made("assessment", OTHER, language)["$defs"]["cells-network"]["properties"]) == 3


# --- no red lines beneath what is right -----------------------------------------------------------------------


def _kind_of(data: Any, path: Path) -> str:
    name = str(data.get("format", "")).split("/")[0].removeprefix("crosp-") if isinstance(data, dict) else ""
    return name or path.stem


VALID = sorted({*(ROOT / "examples").rglob("*.yaml"), *(ROOT / "framework").glob("*.yaml")})
VALID.append(ROOT / "tests" / "frameworks" / "inclusion-walk-2" / "migrations.yaml")
VALID += sorted(path for path in (ROOT / "tests" / "examples" / "valid").rglob("*") if path.is_file())


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_is_right_passes(path: Path) -> None:
    home = next(folder for folder in path.parents if (folder / "crosp.yaml").exists() or folder == ROOT)
    home = OTHER if "frameworks" in path.parts else home
    data = as_an_editor_reads(decode(path.read_bytes(), path.name))
    assert [error.message for error in validator(_kind_of(data, path), home).iter_errors(data)] == []


def _parts(data: Any, steps: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Every part of a document, and the steps that lead to it."""
    for step, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield (*steps, step), value
        yield from _parts(value, (*steps, step))


def _with(data: Any, steps: tuple[Any, ...], change: Callable[[Any, Any], None]) -> Any:
    """A copy of `data` in which `change` was made to the part that holds what `steps` lead to."""
    copy = json.loads(json.dumps(data))
    part = copy
    for step in steps[:-1]:
        part = part[step]
    change(part, steps[-1])
    return copy


EXAMPLES = {
    "assessment": ROOT / "tests/examples/valid/every-field.yaml",
    "memo": ROOT / "tests/examples/valid/memo-every-field.yaml",
    "project": ROOT / "tests/examples/crosp.yaml",
    **{kind: ROOT / f"examples/other-framework/framework/{kind}.yaml" for kind in FILES if kind != "migrations"},
    "migrations": ROOT / "tests/frameworks/inclusion-walk-2/migrations.yaml",
}


def test_what_may_stand_alone_and_what_may_be_left_out() -> None:
    data = as_an_editor_reads(EXAMPLES["assessment"].read_text("utf-8"))
    for steps, _value in _parts(data):
        if isinstance(steps[-1], str):
            without = _with(data, steps, lambda part, step: part.__delitem__(step))
            more = _with(data, steps, lambda part, step: part.update({f"{step}x": "x"}))
            for changed in (without, more):
                said = refusals("assessment", json.dumps(changed))
                assert validator("assessment").is_valid(changed) is not bool(said), steps
    for cell, right in (
        ({"not_applicable": "x"}, True),
        ({"not_applicable": "x", "need": None}, False),
        ({"not_applicable": None, "need": None}, True),
        ({"not_applicable": None}, True),
        (None, True),
    ):
        changed = {**data, "cells": {"follow-up": {"quality": cell}}}
        assert validator("assessment").is_valid(changed) is right
        assert {not refusals("assessment", spelling) for spelling in spellings(changed)} == {right}


# --- the promise: whatever a schema accepts, crosp accepts ----------------------------------------------------
