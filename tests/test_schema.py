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
from hypothesis import event, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from crosp_cli import model
from crosp_cli.cli.schema import Kind
from crosp_cli.findings import Finding, Location, Severity
from crosp_cli.model.assessment import Assessment
from crosp_cli.model.fields import SLUG, Record
from crosp_cli.model.framework import Framework
from crosp_cli.model.guidance import Guidance
from crosp_cli.reading.against import against
from crosp_cli.reading.documents import document, tree_from
from crosp_cli.reading.framework import FrameworkFolder
from crosp_cli.reading.rules import OTHER_FRAMEWORK
from crosp_cli.reading.shape import into
from crosp_cli.reading.text import TextError, decode
from crosp_cli.reading.workspace import Context, Workspace
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
    return Workspace().context_of(folder)


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
    if kind == "project":
        home = _home(folder)
        (home / "crosp.yaml").write_bytes(text.encode())
        workspace = Workspace()
        workspace._frameworks = _frameworks
        found = workspace.context_of(home).findings
    elif kind == "assessment":
        found = _of_an_assessment(text, context(folder).framework)
    else:
        found = _of_a_framework(kind, text)
    return [f"{f.code} {f.message('en')}" for f in found if f.severity is Severity.ERROR and f.code not in ACROSS]


def _of_an_assessment(text: str, framework: Framework | None) -> list[Finding]:
    assert framework is not None
    tree, found = tree_from(text.encode(), "a.yaml")
    read = document(Assessment, tree, found)
    if read.model is None or tree is None:
        return read.findings
    other = (
        []
        if read.model.framework == framework.name
        else [Finding(OTHER_FRAMEWORK, Location("a.yaml"), {"value": "", "expected": ""})]
    )
    return [*read.findings, *other, *against(read.model, tree, framework)]


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
VALID += sorted(path for path in (ROOT / "tests" / "examples" / "valid").rglob("*") if path.is_file())


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_is_right_passes(path: Path) -> None:
    home = next(folder for folder in path.parents if (folder / "crosp.yaml").exists() or folder == ROOT)
    data = as_an_editor_reads(decode(path.read_bytes(), path.name))
    assert [error.message for error in validator(_kind_of(data, path), home).iter_errors(data)] == []


TRICKY: list[Any] = [
    None, True, 0, 2, 7, -1, 999_999, 1_000_000, 2.5, math.inf, [], ["x"], [""], [None], [[]], {}, {"x": "x"}, {"0": 1},
    {"sv": "x", "en": "x"}, "", " ", "x", "X", "2", "02", "2\n", "7", "999999", "null", "true", "no", "a-b", "a--b",
    "a_b", "å", "a\n", "\n", "x" * 64, "x" * 65, "con", "2026-10-15", "2026-02-29", "2028-02-29", "2100-02-29",
    "2000-02-29", "0000-01-01", "2026-1-1", "2026-10-15\n", "٢", "a\tb", "a\x07", "a\u2028b", "a\ufeff", "a\xa0b",
    "\x85", "a: b", "- a", "# a", "%", "<<<<<<< HEAD", "a\n  >>>>>>> b\n", "a <<<<<<< b", "<<<<<<<<", "CR203", "CR103",
    "CR203\n", "high", "planned", "error", "school", "sv", "municipal", "spsm-crosp@2024", "😀",
]  # fmt: skip


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
    "project": ROOT / "tests/examples/crosp.yaml",
    **{kind: ROOT / f"examples/other-framework/framework/{kind}.yaml" for kind in FILES},
}

CHECKS = (
    "\nchecks: {ignore: [CR203], ignore_in: [{paths: [x], codes: [CR401]}], severity: {CR401: error}, fail_on: note}"
)
STATE = """
      current_state:
        {reflection: x, rating: 1, evidence: [x], helps: [x], hinders: [x], group_ratings: {teachers: {1: 2}}}
"""


@pytest.mark.parametrize("kind", KINDS)
def test_schema_and_crosp_say_the_same_of_each_value_of_each_key(kind: str) -> None:
    text = EXAMPLES[kind].read_text("utf-8") + (CHECKS if kind == "project" else "")
    if kind == "assessment":
        text = text.replace("    funding:\n", f"    funding:{STATE}", 1)
    data, folder = as_an_editor_reads(text), OTHER if kind in FILES else HOME
    if kind in FILES:
        data = _shortened(data)
    assert validator(kind, folder).is_valid(data)
    differ = []
    parts = list(_parts(data))
    if kind in FILES:
        parts = list({steps[-1]: (steps, old) for steps, old in parts}.values())  # each key once
    for steps, old in parts:
        for value in TRICKY[:20] if isinstance(old, dict | list) else TRICKY:
            changed = _with(data, steps, lambda part, step, value=value: part.__setitem__(step, value))
            said = refusals(kind, json.dumps(changed, ensure_ascii=False), folder)
            accepts = validator(kind, folder).is_valid(changed)
            if accepts == bool(said) and (accepts or not _stricter(kind, steps, value)):
                differ.append((steps, value, accepts, said))
    assert differ == []


def _shortened(data: Any, key: str = "") -> Any:
    """Lists with no more items than they need, so that not every law is tried in every way."""
    if isinstance(data, dict):
        return {key: _shortened(value, key) for key, value in data.items()}
    return [_shortened(item) for item in data[: 3 if key == "steps" else 1]] if isinstance(data, list) else data


def _stricter(kind: str, steps: tuple[Any, ...], value: Any) -> bool:
    """Where a schema says no to what crosp, at this stage, lets pass."""
    if kind == "assessment" and steps == ("unit",):
        return True  # units are those of crosp.yaml
    if isinstance(value, str) and re.search(r"(^|\n)[ \t]*(<{7}|>{7})([ \n]|$)", value):
        return True  # as JSON, on one line, it is no conflict marker
    if isinstance(value, dict):
        return kind in FILES  # every text in all of the framework's languages
    return value is True  # `true` as a short name needs quotes in an editor


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


@cache
def documents(kind: str, folder: Path) -> st.SearchStrategy[Any]:
    """Documents that follow a schema, in as many ways as there are."""
    return _Following(made(kind, folder)).document()


class _Following:
    def __init__(self, root: dict[str, Any]) -> None:
        self.root = root
        self.known: dict[str, st.SearchStrategy[Any]] = {}

    def document(self) -> st.SearchStrategy[Any]:
        branches = [part["then"] | {"level": part["if"]} for part in self.root.get("allOf", ())]
        if not branches:
            return self.of(self.root)
        return st.one_of([self.at_level(branch) for branch in branches])

    def at_level(self, branch: dict[str, Any]) -> st.SearchStrategy[Any]:
        decided = {**branch["properties"], **branch["level"]["properties"]}
        decided["unit"] = {"enum": [v for v in self.root["properties"]["unit"]["enum"] if v]}
        if "required" not in branch:
            decided["unit"] = {"type": "null"}
        required = [*self.root["required"], *branch.get("required", ())]
        return self.of({**self.root, "properties": {**self.root["properties"], **decided}, "required": required})

    def of(self, part: dict[str, Any]) -> st.SearchStrategy[Any]:
        if "$ref" in part:
            name = part["$ref"].removeprefix("#/$defs/")
            if name not in self.known:
                self.known[name] = st.deferred(lambda: self.of(self.root["$defs"][name]))
            return self.known[name]
        if "const" in part:
            return st.just(part["const"])
        if "enum" in part:
            return st.sampled_from(part["enum"])
        if "anyOf" in part:
            return st.one_of([self.of(one) for one in part["anyOf"]])
        if "if" in part:  # a cell: what does not apply stands alone
            (whole,) = (self.root["$defs"][one["$ref"].removeprefix("#/$defs/")] for one in part["allOf"])
            keys = whole["properties"]
            alone = {"not_applicable": keys["not_applicable"]}
            others = {key: value for key, value in keys.items() if key not in alone}
            return st.one_of(self.of({**whole, "properties": alone}), self.of({**whole, "properties": others}))
        if "not" in part:
            types = {"string", "number", "boolean", "null", "array", "object"} - set(part["not"]["type"])
            return st.one_of([self.typed(one, {}) for one in sorted(types)])
        types = part["type"] if isinstance(part["type"], list) else [part["type"]]
        return st.one_of([self.typed(one, part) for one in types])

    def typed(self, kind: str, part: dict[str, Any]) -> st.SearchStrategy[Any]:
        match kind:
            case "null":
                return st.none()
            case "boolean":
                return st.booleans()
            case "integer":
                return st.integers(part.get("minimum"), part.get("maximum"))
            case "number":
                return st.one_of(st.integers(), st.floats().filter(lambda x: x != int(x) if math.isfinite(x) else True))
            case "array":
                most = part.get("maxItems", max(2, part.get("minItems", 0)))
                return st.lists(self.of(part["items"]), min_size=part.get("minItems", 0), max_size=most)
            case "object":
                return self.mapping(part)
        return _texts_like(part["pattern"])

    def mapping(self, part: dict[str, Any]) -> st.SearchStrategy[Any]:
        known = {key: self.of(value) for key, value in part.get("properties", {}).items() if value is not False}
        required = {key: known.pop(key) for key in part.get("required", ())}
        some = st.lists(st.sampled_from(sorted(known)), unique=True, max_size=4) if known else st.just([])
        fixed = some.flatmap(lambda keys: st.fixed_dictionaries({**required, **{key: known[key] for key in keys}}))
        if not isinstance(part.get("additionalProperties"), dict):
            return fixed
        names = part["propertyNames"]
        names = self.root["$defs"][names["$ref"].removeprefix("#/$defs/")] if "$ref" in names else names
        more = st.dictionaries(_texts_like(names["pattern"]), self.of(part["additionalProperties"]), max_size=1)
        return st.tuples(more, fixed).map(lambda both: {**both[0], **both[1]})


@cache
def _texts_like(pattern: str) -> st.SearchStrategy[str]:
    """Texts that a pattern lets through, some of them close to what it does not."""
    likely = {
        "ab": st.from_regex(SLUG, fullmatch=True),
        "2026-10-15": st.dates().map(str),
        "2": st.integers(0, 999_999).map(str),
        "CR203": st.sampled_from([f"CR{number}" for number in range(200, 1000)]),
        "x y": st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=9),
        "x: [y]": st.text("<> \t\nx#:-[]{}'\"\\|>&*!%@`,?~é😀", min_size=1, max_size=9),
    }
    fitting = [made for sample, made in likely.items() if re.search(pattern, sample)]
    close = [text for text in TRICKY if isinstance(text, str) and len(text) <= 64 and re.search(pattern, text)]
    found = st.one_of([*fitting, *([st.sampled_from(close)] if close else [])])
    return found.filter(lambda text: len(text) <= 64 and bool(re.search(pattern, text)))


EACH = pytest.mark.parametrize(
    ("kind", "folder"), [("assessment", HOME), ("project", HOME), *((kind, OTHER) for kind in KINDS)]
)


@EACH
@given(data=st.data())
def test_documents_made_from_a_schema_are_accepted(kind: str, folder: Path, data: st.DataObject) -> None:
    found = data.draw(documents(kind, folder))
    assert [error.message for error in validator(kind, folder).iter_errors(found)] == []
    _accepted(kind, folder, found)


def _accepted(kind: str, folder: Path, found: Any) -> None:
    for text in spellings(found):
        assert refusals(kind, text, folder) == [], text


@EACH
@given(data=st.data())
def test_changed_documents_that_a_schema_accepts_are_accepted(kind: str, folder: Path, data: st.DataObject) -> None:
    found = data.draw(documents(kind, folder))
    for _ in range(data.draw(st.integers(1, 3))):
        found = _changed(found, data.draw)
    accepts = validator(kind, folder).is_valid(found)
    event("accepted" if accepts else "refused")
    if accepts:
        _accepted(kind, folder, found)


def _changed(found: Any, draw: Callable[[Any], Any]) -> Any:
    """A document with one part taken away, replaced, put elsewhere, or set beside the others."""
    places = list(_parts(found))
    if not places:
        return found
    (steps, _old), (other, source) = draw(st.sampled_from(places)), draw(st.sampled_from(places))
    value = draw(st.one_of(st.sampled_from(TRICKY), st.just(source)))

    def change(part: Any, step: Any) -> None:
        how = draw(st.sampled_from(["take away", "replace", "replace", "add"]))
        if how == "take away":
            del part[step]
        elif how == "replace":
            part[step] = value
        elif isinstance(part, list):
            part.append(value)
        else:
            part[
                draw(st.one_of(st.just(other[-1]).map(str), st.sampled_from(["not_applicable", "0", "2", "x", "a\n"])))
            ] = value

    return _with(found, steps, change)


INVALID = sorted(path for path in (ROOT / "tests" / "examples" / "invalid").rglob("*.yaml") if path.is_file())


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_an_editor_lets_pass_of_what_is_wrong_is_no_more_than_a_spelling(path: Path) -> None:
    try:
        data = as_an_editor_reads(decode(path.read_bytes(), path.name))
    except (yaml.YAMLError, TextError, AttributeError):
        return  # no editor could read it
    kind = _kind_of(data, path)
    if kind in ("assessment", "project") and validator(kind, path.parents[1]).is_valid(data):
        for text in spellings(data):
            assert refusals(kind, text, path.parents[1]) == []
