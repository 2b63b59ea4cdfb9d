"""Documents that follow a schema, in as many ways as there are and never large, for tests by example."""

import json
import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from .changes import TRICKY, changed, parts
from .verdicts import made

LONGEST = 64
Strategy = st.SearchStrategy[Any]


@dataclass(frozen=True)
class Made:
    """A document as drawn, which a failed test shows in short."""

    data: Any

    def __repr__(self) -> str:
        return shown(json.dumps(self.data, ensure_ascii=False))

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:
        printer.text(repr(self))


def shown(text: str, most: int = 2000) -> str:
    """A text that may be long, as a failed test shows it."""
    return text if len(text) <= most else f"{text[:most]} … ({len(text)} characters)"


@cache
def documents(kind: str, folder: Path) -> st.SearchStrategy[Made]:
    """Documents that follow the schema of a kind of file, made for the project in `folder`."""
    return _Following(made(kind, folder)).document().map(Made)


class _Following:
    """Follows one schema, whose words are those that schemas/ use and no others."""

    def __init__(self, root: dict[str, Any]) -> None:
        self.root = root
        self.known: dict[str, Strategy] = {}

    def document(self) -> Strategy:
        branches = [part["then"] | {"level": part["if"]} for part in self.root.get("allOf", ())]
        if not branches:
            return self.of(self.root)
        return st.one_of([self.at_level(branch) for branch in branches])

    def at_level(self, branch: dict[str, Any]) -> Strategy:
        """An assessment at one level, which decides the questions and whether there is a unit."""
        decided = {**branch["properties"], **branch["level"]["properties"]}
        decided["unit"] = {"enum": [v for v in self.root["properties"]["unit"]["enum"] if v]}
        if "required" not in branch:
            decided["unit"] = {"type": "null"}
        required = [*self.root["required"], *branch.get("required", ())]
        return self.of({**self.root, "properties": {**self.root["properties"], **decided}, "required": required})

    def named(self, reference: str) -> dict[str, Any]:
        found: dict[str, Any] = self.root["$defs"][reference.removeprefix("#/$defs/")]
        return found

    def of(self, part: dict[str, Any]) -> Strategy:
        if "$ref" in part:
            name = part["$ref"]
            if name not in self.known:
                self.known[name] = st.deferred(lambda: self.of(self.named(name)))
            but = part["not"]["const"] if "not" in part else None
            return self.known[name].filter(lambda value: value != but) if but else self.known[name]
        if "const" in part:
            return st.just(part["const"])
        if "enum" in part:
            return st.sampled_from(part["enum"])
        if "anyOf" in part:
            return st.one_of([self.of(one) for one in part["anyOf"]])
        if "if" in part:  # a cell: what does not apply stands alone
            (whole,) = (self.named(one["$ref"]) for one in part["allOf"])
            keys = whole["properties"]
            alone = {"not_applicable": keys["not_applicable"]}
            others = {key: value for key, value in keys.items() if key not in alone}
            return st.one_of(self.of({**whole, "properties": others}), self.of({**whole, "properties": alone}))
        if "not" in part:
            types = {"string", "number", "boolean", "null", "array", "object"} - set(part["not"]["type"])
            return st.one_of([self.typed(one, {}) for one in sorted(types)])
        types = part["type"] if isinstance(part["type"], list) else [part["type"]]
        found = st.one_of([self.typed(one, part) for one in types if one != "null" or len(types) == 1])
        return _seldom(st.none(), found) if "null" in types else found

    def typed(self, kind: str, part: dict[str, Any]) -> Strategy:
        match kind:
            case "null":
                return st.none()
            case "boolean":
                return st.booleans()
            case "integer":
                return st.integers(part.get("minimum"), part.get("maximum"))
            case "number":
                return st.floats().map(lambda x: int(x) if math.isfinite(x) and x.is_integer() else x)
            case "array":
                most = part.get("maxItems", max(2, part.get("minItems", 0)))
                return st.lists(self.of(part["items"]), min_size=part.get("minItems", 0), max_size=most)
            case "object":
                return self.mapping(part)
        return _texts_like(part["pattern"])

    def mapping(self, part: dict[str, Any]) -> Strategy:
        known = {key: self.of(value) for key, value in part.get("properties", {}).items() if value is not False}
        required = {key: known.pop(key) for key in part.get("required", ())}
        some = st.just([])
        if known:
            some = _seldom(some, st.lists(st.sampled_from(sorted(known)), unique=True, min_size=1, max_size=3))
        fixed = some.flatmap(lambda keys: st.fixed_dictionaries({**required, **{key: known[key] for key in keys}}))
        of = part.get("additionalProperties")
        if not isinstance(of, dict):
            return fixed
        more = st.dictionaries(_texts_like(self.pattern(part["propertyNames"])), self.of(of), max_size=1)
        return st.tuples(more, fixed).map(lambda both: {**both[0], **both[1]})

    def pattern(self, names: dict[str, Any]) -> str:
        """What keys must look like, where they may be any."""
        names = self.named(names["$ref"]) if "$ref" in names else names
        return str(next(one["pattern"] for one in (names, *names.get("anyOf", ())) if "pattern" in one))


def _seldom(nothing: Strategy, something: Strategy) -> Strategy:
    """Nothing now and then. Cells lie deep: little would stand in them if every part were empty half the time."""
    return st.integers(0, 5).flatmap(lambda number: something if number else nothing)


@cache
def _texts_like(pattern: str) -> st.SearchStrategy[str]:
    """Texts that a pattern lets through, some of them close to what it does not."""
    likely = {
        "ab": st.from_regex("[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}", fullmatch=True),
        "2026-10-15": st.dates().map(str),
        "54321": st.integers(0, 999_999).map(str),
        "CR203": st.integers(200, 999).map("CR{}".format),
        "x y": st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=9),
        "x: [y]": st.text("<> \t\nx#:-[]{}'\"\\|>&*!%@`,?~é😀", min_size=1, max_size=9),
    }
    fitting = [made for sample, made in likely.items() if re.search(pattern, sample)]
    close = [text for text in TRICKY if isinstance(text, str) and len(text) <= LONGEST and re.search(pattern, text)]
    found = st.one_of([*([st.sampled_from(close)] if close else []), *fitting])
    return found.filter(lambda text: len(text) <= LONGEST and bool(re.search(pattern, text)))


@st.composite
def changes(draw: Callable[[Any], Any], documents: st.SearchStrategy[Made]) -> list[Made]:
    """A document with one or two parts taken away, replaced, put elsewhere or set beside the others; several such."""
    found = draw(documents).data
    once = [_changed(found, draw) for _ in range(5)]
    return [Made(one) for one in (*once, _changed(once[0], draw))]


def _changed(found: Any, draw: Callable[[Any], Any]) -> Any:
    places = list(parts(found))
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
            part[draw(st.sampled_from([str(other[-1]), "not_applicable", "0", "2", "x", "a\n"]))] = value

    return changed(found, steps, change)
