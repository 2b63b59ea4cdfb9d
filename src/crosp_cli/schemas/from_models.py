"""From the models of a document to JSON Schema: keys, lists, what must stand there and what may be empty."""

from collections.abc import Iterable, Mapping, Sequence
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BeforeValidator
from pydantic.fields import FieldInfo

from crosp_cli.model.fields import Day, Explanation, FileSlug, Filled, Line, Record, Slug, Title, Whole
from crosp_cli.model.fields import Words as Texts
from crosp_cli.model.framework import Named, ScaleStep
from crosp_cli.model.project import RuleCode
from crosp_cli.reading.rules import of_shape
from crosp_cli.schemas.descriptions import Words
from crosp_cli.schemas.values import END, ONE_OF_SEVERAL, Schema, as_read, choice, kinds
from crosp_cli.text.languages import pick

_KINDS: tuple[tuple[Any, str], ...] = (
    (Filled, "filled"),
    (Explanation, "filled"),
    (Line, "filled"),
    (Slug, "slug"),
    (FileSlug, "file-slug"),
    (Day, "day"),
    (Whole, "whole"),
    (RuleCode, "rule-code"),
    (Texts, "texts"),
    (Title, "texts"),
    (str, "text"),
)


class Parts:
    """Makes schemas of models, and gathers those that are referred to."""

    def __init__(self, words: Words, more: Mapping[str, Schema] | None = None) -> None:
        self.words = words
        self.decided: Mapping[tuple[str, str], Schema] = {}
        """What the project or its framework decides of a key's value, by model and key."""
        self.definitions: dict[str, Schema] = {}
        self._kinds = {**kinds(words), **(more or {})}

    def document(self, model: type[Record], **more: Any) -> Schema:
        """Return the schema of a whole document, with what it refers to."""
        root = {**self.record(model), **more}
        return {**root, "$defs": dict(sorted(self.definitions.items()))}

    def record(self, model: type[Record]) -> Schema:
        """Return the schema of a part of a document, written out."""
        hints = get_type_hints(model, include_extras=True)
        properties: Schema = {}
        for name, field in model.model_fields.items():
            key = field.alias or name
            shape = self.decided.get((model.__name__, key)) or self._field(model, key, hints[name], field)
            properties[key] = {**self.words.of_key(model, key), **shape}
        required = [field.alias or name for name, field in model.model_fields.items() if field.is_required()]
        return {**self.words.of_record(model), **mapping(properties, required)}

    def kind(self, name: str, *, empty: bool = False) -> Schema:
        """Return a reference to a kind of value."""
        name = f"{name}-or-empty" if empty else name
        return self.refer(name, self._kinds[name])

    def refer(self, name: str, definition: Schema) -> Schema:
        """Return a reference to a definition, which is kept."""
        self.definitions[name] = definition
        return {"$ref": f"#/$defs/{name}"}

    def part(self, model: type[Record], *, empty: bool = False) -> Schema:
        """Return a reference to a part of a document."""
        name = f"{model.__name__}-or-empty" if empty else model.__name__
        if name not in self.definitions:
            made = self.record(model)
            self.definitions[name] = {**made, "type": ["object", "null"]} if empty else made
        return {"$ref": f"#/$defs/{name}"}

    def _field(self, model: type[Record], key: str, hint: Any, field: FieldInfo) -> Schema:
        shape = _limited(self.shape(hint, (model, key)), field.metadata)
        if isinstance(field.default, str):
            shape["default"] = field.default
        return shape

    def shape(self, hint: Any, at: tuple[type[Record], str], *, empty: bool = False) -> Schema:
        """Return the schema of what a field's annotation describes. `at` is where it stands, for its words."""
        for kind, name in _KINDS:
            if hint == kind:
                return self.kind(name, empty=empty)
        origin, inside = get_origin(hint), get_args(hint)
        if origin in (Union, UnionType):
            return self.shape(next(part for part in inside if part is not NoneType), at, empty=True)
        if origin is Annotated:
            shape = self.shape(inside[0], at, empty=empty or any(map(_makes_something_of_nothing, inside[1:])))
            return _limited(shape, (limit for one in inside[1:] for limit in getattr(one, "metadata", ())))
        if origin is Literal and len(inside) == 1 and not empty:
            return {"const": inside[0]}
        if origin is Literal:
            meanings = ((word, self.words.of_choice(*at, word)) for word in inside)
            return choice(meanings, self.words, empty=empty)
        if origin is tuple:
            told = {} if _is_record(inside[0]) else self.words.of_key(*at)
            return self.items({**told, **self.shape(inside[0], at)}, empty=empty)
        if origin is dict:
            keys = self.shape(inside[0], at) if inside[0] is not str else self.kind("slug")
            return {
                "type": ["object", "null"] if empty else "object",
                "propertyNames": keys,
                "additionalProperties": self.shape(inside[1], at),
            }
        return self.part(hint, empty=empty)

    def among(self, entries: Sequence[Named], *, empty: bool = False, nothing: str = "empty") -> Schema:
        """Return a choice among a framework's entries; where it has none, any short name."""
        if not entries:
            return self.kind("slug", empty=empty)
        options = ((entry.id, self.words.entry(entry)) for entry in entries)
        return choice(options, self.words, empty=empty, nothing=nothing)

    def step(self, steps: Sequence[ScaleStep], *, nothing: str = "empty") -> Schema:
        """Return a choice among the steps of a scale, or nothing, which means what the text of that name says.

        In quotes a step is a text, which crosp takes as well, and which no editor should offer.
        """
        values = [str(step.value) for step in steps]
        meanings = [*map(self._meaning, steps), self.words.value(nothing)]
        in_quotes = {
            "type": "string",
            "pattern": f"^(?:{'|'.join(values)}){END}",
            "patternErrorMessage": self.words.value("step", steps=", ".join(values)),
            **ONE_OF_SEVERAL,
        }
        step = {"enum": [*(step.value for step in steps), None], "enumDescriptions": meanings, **ONE_OF_SEVERAL}
        return {"anyOf": [in_quotes, step]}

    def _meaning(self, step: ScaleStep) -> str:
        label = self.words.pick(step.label)
        return f"{label}. {self.words.pick(step.description)}" if step.description else label

    def items(self, of: Schema, *, empty: bool = True) -> Schema:
        """Return the schema of a list."""
        rule = of_shape.EXPECTED_LIST
        complaint = " ".join(pick(text, self.words.language) for text in (rule.message, rule.help))
        return {"type": ["array", "null"] if empty else "array", "items": of, "errorMessage": complaint}


def mapping(properties: Schema, required: Iterable[str] = (), *, empty: bool = False) -> Schema:
    """Return the schema of keys and values with no other keys than these."""
    must = {"required": list(required)} if required else {}
    # A key such as 2 is a number to an editor, which then finds it under `properties` and still calls it unknown.
    odd = [key for key in properties if len(as_read(key)) > 1]
    known = {"patternProperties": {f"^(?:{'|'.join(odd)}){END}": True}} if odd else {}
    return {
        "type": ["object", "null"] if empty else "object",
        "properties": properties,
        **known,
        **must,
        "additionalProperties": False,
    }


def _is_record(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, Record)


def _limited(shape: Schema, limits: Iterable[Any]) -> Schema:
    """The schema of a list with how many entries it has at least and at most; any other as it is."""
    if shape.get("items") is not None:
        for limit in limits:
            for key, length in (("minItems", "min_length"), ("maxItems", "max_length")):
                if getattr(limit, length, None) is not None:
                    shape[key] = getattr(limit, length)
    return shape


def _makes_something_of_nothing(part: Any) -> bool:
    """Whether a field that is left empty gets a value all the same: an empty list, or its defaults."""
    if not isinstance(part, BeforeValidator):
        return False
    function: Any = part.func
    return function(None) is not None
