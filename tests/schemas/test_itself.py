"""The schemas themselves: valid, whole, and with a title and a description of every key in both languages."""

import importlib
import inspect
import json
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from crosp_cli import model
from crosp_cli.cli.commands.schema.command import SchemaKind
from crosp_cli.model.fields import Record
from crosp_cli.model.framework import Framework
from crosp_cli.model.guidance import Guidance
from crosp_cli.output.formats import ANSWERS
from crosp_cli.schemas.descriptions import Words, _texts
from crosp_cli.schemas.generate import DIALECT, as_json, is_ours

from .verdicts import HOME, LANGUAGES, OTHER, context, made

OF_A_FRAMEWORK = ("framework", "principles", "areas", "questions", "references", "glossary", "migrations")
KINDS = ("assessment", "project", "memo", "programme", "collaborations", "response", *ANSWERS, *OF_A_FRAMEWORK)
EVERY = [(kind, folder, language) for kind in KINDS for folder in (HOME, OTHER) for language in LANGUAGES]


def test_kinds_on_the_command_line() -> None:
    assert tuple(kind.value for kind in SchemaKind) == KINDS


@pytest.mark.parametrize(("kind", "folder", "language"), EVERY, ids=str)
def test_they_are_json_schema_2020_12_and_whole(kind: str, folder: Path, language: str) -> None:
    found = made(kind, folder, language)
    assert found["$schema"] == DIALECT
    jsonschema_rs.meta.validate(found)
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


NOT_FILES = (Framework, Guidance)
"""Models that gather several files."""


def _models() -> list[type[Record]]:
    modules = [importlib.import_module(f"crosp_cli.model.{m.name}") for m in pkgutil.iter_modules(model.__path__)]
    found = {part for module in modules for part in vars(module).values() if inspect.isclass(part)}
    records = [m for m in found if issubclass(m, Record) and m is not Record and m not in NOT_FILES]
    return sorted(records, key=lambda m: m.__name__)


@pytest.mark.parametrize("part", _models(), ids=lambda m: m.__name__)
def test_each_key_of_the_models_has_words_and_no_key_that_is_gone(part: type[Record]) -> None:
    keys = [field.alias or name for name, field in part.model_fields.items()]
    for key in keys:
        told = [Words(language).of_key(part, key) for language in LANGUAGES]
        assert all(text for one in told for text in one.values())
    assert set(_texts()[part.__name__]["keys"]) <= set(keys)


def test_every_text_is_there_in_both_languages() -> None:
    one_sided = [name for name, texts in _leaves(_texts()) if set(texts) != set(LANGUAGES) or not all(texts.values())]
    assert one_sided == []
    assert {name for name in _texts() if name[0].isupper()} == {part.__name__ for part in _models()}


def _leaves(node: dict[str, Any], name: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every text by where it stands: a mapping that holds no others."""
    inside = {key: value for key, value in node.items() if isinstance(value, dict)}
    if not inside:
        yield name, node
    for key, value in inside.items():
        yield from _leaves(value, f"{name}.{key}")


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


def test_new_names_in_migrations_are_those_of_the_framework() -> None:
    entry = made("migrations", OTHER, "en")["$defs"]["Migration"]["properties"]
    assert entry["levels"]["additionalProperties"]["enum"] == ["network", "school-team", None]
    assert entry["scale"]["additionalProperties"]["anyOf"][-1]["enum"] == [1, 2, 3, 4, 5, None]
    assert entry["from"]["not"] == {"const": "inclusion-walk@1"}
