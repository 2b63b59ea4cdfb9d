"""The schemas of what commands write with `--format json`, each made of the shape that its writer is checked against.

A shape, a file of words in templates/schema and a line in the register of answers are all that a further answer needs.
One schema serves every framework and project, so ids are short names and steps are numbers. It is strict: a key that is
not declared may not stand there, and every declared key does.
"""

from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

from crosp_cli.model.fields import LONGEST_SLUG, SLUG
from crosp_cli.output.formats import ANSWERS, named
from crosp_cli.schemas.descriptions import texts_in
from crosp_cli.schemas.values import END, Schema
from crosp_cli.text.languages import pick

SHARED = "shape.yaml"
"""The words of the parts that several answers have."""

_KINDS: dict[str, Schema] = {
    "day": {"type": "string", "format": "date", "pattern": rf"^[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}{END}"},
    "id": {"type": "string", "pattern": SLUG.removesuffix("$") + END, "maxLength": LONGEST_SLUG},
    "count": {"type": "integer", "minimum": 0},
    "step": {"type": "integer", "minimum": 0},
    "other": {"type": "integer"},
    "steps": {
        "type": "object",
        "propertyNames": {"pattern": f"^(?:0|[1-9][0-9]*){END}"},
        "additionalProperties": {"type": "integer", "minimum": 0},
    },
}


def answer_schema(kind: str, language: str) -> Schema:
    """Return the schema of one of `ANSWERS`, with what each key means in `language`."""
    maker = _Maker(_texts(kind), language)
    root = maker.record(named(ANSWERS[kind]))
    return {**root, "$defs": dict(sorted(maker.definitions.items()))}


class _Maker:
    """Makes schemas of typed dictionaries, and gathers those that are referred to."""

    def __init__(self, texts: dict[str, Any], language: str) -> None:
        self.texts = texts
        self.language = language
        self.definitions: dict[str, Schema] = {}

    def record(self, model: Any) -> Schema:
        told = self.texts[model.__name__]
        properties: Schema = {}
        for key, hint in get_type_hints(model, include_extras=True).items():
            said = {"title": key, "description": self.say(told["keys"][key])}
            properties[key] = {**said, **self.shape(hint)}
        return {
            "title": model.__name__,
            "description": self.say(told["description"]),
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }

    def say(self, text: dict[str, str]) -> str:
        return " ".join(pick(text, self.language).split())

    def shape(self, hint: Any) -> Schema:
        origin, inside = get_origin(hint), get_args(hint)
        if origin in (Union, UnionType):
            parts = [self.shape(part) for part in inside if part is not NoneType]
            return {"anyOf": [*parts, {"type": "null"}] if NoneType in inside else parts}
        if origin is Annotated:
            return _KINDS[inside[1]]
        if origin is Literal:
            return {"enum": list(inside)}
        if origin is list:
            return {"type": "array", "items": self.shape(inside[0])}
        if is_typeddict(hint):
            self.definitions.setdefault(hint.__name__, {})
            if not self.definitions[hint.__name__]:
                self.definitions[hint.__name__] = self.record(hint)
            return {"$ref": f"#/$defs/{hint.__name__}"}
        return {"type": {str: "string", bool: "boolean"}[hint]}


@cache
def _texts(kind: str) -> dict[str, Any]:
    return texts_in(SHARED) | texts_in(f"{kind}.yaml")
