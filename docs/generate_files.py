"""Writes the tables of keys on the pages on files, from the models and the texts that editors show of them.

Run `make pages` after a change to a key. On `docs/<language>/files/<kind>.md`, a part `keys of MODEL` is a table of the
keys of a model, and a part `entries of PART` lists what the built-in framework has there.
"""

import inspect
import pkgutil
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from generated import DOCS, LANGUAGES, anchor, cell, filled, table, write
from pydantic import ValidationError
from pydantic.fields import FieldInfo

from crosp_cli import model
from crosp_cli.model.fields import Day, FileSlug, Filled, Line, Record, Slug, Title, Whole
from crosp_cli.model.framework import Framework, Named
from crosp_cli.model.framework import Words as Texts
from crosp_cli.model.project import RuleCode
from crosp_cli.reading.workspace import Workspace
from crosp_cli.schemas.descriptions import Words
from crosp_cli.text.languages import NAMES

KINDS: Mapping[Any, Mapping[str, str]] = {
    Filled: {"sv": "text", "en": "text"},
    Line: {"sv": "text", "en": "text"},
    str: {"sv": "text", "en": "text"},
    Slug: {"sv": "kortnamn", "en": "short name"},
    FileSlug: {
        "sv": "kortnamn som också kan heta som en mapp i Windows (inte `con`, `nul` …)",
        "en": "short name that can also name a folder in Windows (not `con`, `nul`, …)",
    },
    Day: {"sv": "datum", "en": "date"},
    Whole: {"sv": "heltal", "en": "whole number"},
    RuleCode: {"sv": "[kod](../checks/index.md) från CR200", "en": "[code](../checks/index.md) from CR200 on"},
    Texts: {"sv": "texter", "en": "texts"},
    Title: {"sv": "texter", "en": "texts"},
    Any: {"sv": "vad som helst", "en": "anything"},
}
DECIDED = {
    ("Organiser", "type"): "organiser_types",
    ("Unit", "school_forms"): "school_forms",
    ("Assessment", "level"): "levels",
    ("Basis", "level"): "levels",
    ("Reported", "principle"): "principles",
    ("Reported", "area"): "areas",
    ("Collaboration", "solves_at"): "levels",
    ("RegisteredCollaboration", "solves_at"): "levels",
    ("Participants", "group"): "groups",
    ("Response", "level"): "levels",
    ("Response", "group"): "groups",
    ("Measure", "scope"): "scopes",
    ("Measure", "orientation"): "orientations",
}
"""The keys that take what a framework lists, and where it does."""

SAID = {
    "sv": {
        "heads": ("Nyckel", "Vad det är", "Värde", "Tomt"),
        "entries": ("Skrivs", "Är"),
        "must": "måste stå",
        "may be empty": "får stå tom",
        "may be left out": "får utelämnas",
        "framework": "något ur ramverkets `{}`",
        "step": "ett steg på ramverkets skala",
        "list": "lista: {}",
        "at least": ", minst {}",
        "at most": ", högst {}",
        "exactly": ", precis {}",
        "told": "Utan raden",
        "keys": "nycklar: {}; i var och en {}",
        "part": "nycklar",
        "part list": "lista",
        "below": "nedan",
        "nothing": "{}, eller inget",
        "default": "; annars `{}`",
        "ratings": "nycklar: grupper; i var och en `steg: antal personer`",
        "cells": "nycklar: principer; i var och en områden; i vart och ett en [cell](#{})",
        "steps": "nycklar: principer; i var och en områden; i vart och ett ett steg på ramverkets skala",
    },
    "en": {
        "heads": ("Key", "What it is", "Value", "Empty"),
        "entries": ("Written", "Is"),
        "must": "must",
        "may be empty": "may be empty",
        "may be left out": "may be left out",
        "framework": "one of the framework's `{}`",
        "step": "a step on the framework's scale",
        "list": "list: {}",
        "at least": ", at least {}",
        "at most": ", at most {}",
        "exactly": ", exactly {}",
        "told": "Without this line",
        "keys": "keys: {}; in each, {}",
        "part": "keys",
        "part list": "list",
        "below": "below",
        "nothing": "{}, or nothing",
        "default": "; without it `{}`",
        "ratings": "keys: groups; in each, `step: number of people`",
        "cells": "keys: principles; in each, areas; in each, a [cell](#{})",
        "steps": "keys: principles; in each, areas; in each, a step on the framework's scale",
    },
}


class Pages:
    """The pages on files in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.said: Mapping[str, Any] = SAID[language]
        self.words = Words(language)
        self.folder = DOCS / language / "files"
        self.places = dict(self._places())

    def _places(self) -> Iterator[tuple[str, tuple[str, str]]]:
        """Yield each model with its page, and with the heading above its table."""
        for path in sorted(self.folder.glob("*.md")):
            for heading, name in re.findall(
                r"^#+ ([^\n]+)\n(?:(?!^#).)*?: keys of (\w+) -->", path.read_text("utf-8"), re.M | re.S
            ):
                yield name, (path.name, anchor(heading))

    def made(self) -> Iterator[tuple[Path, str]]:
        """Yield each page as it should stand."""
        for path in sorted(self.folder.glob("*.md")):
            yield path, filled(path.read_text("utf-8"), "generate_files", partial(self.part, page=path.name))

    def part(self, what: str, page: str) -> str:
        """Return the table that `what` asks for."""
        kind, name = what.split(" of ")
        if kind == "entries":
            entries: Sequence[Named] = getattr(framework().head, name)
            return table(
                self.said["entries"], [(f"`{entry.id}`", cell(self.words.pick(entry.title))) for entry in entries]
            )
        record = records()[name]
        hints = get_type_hints(record, include_extras=True)
        rows = [
            self._row(record, field.alias or key, hints[key], field, page) for key, field in record.model_fields.items()
        ]
        return table(self.said["heads"], rows)

    def _row(self, record: type[Record], key: str, hint: Any, field: FieldInfo, page: str) -> tuple[str, ...]:
        told = self.words.of_key(record, key)
        title, meaning = cell(told["title"]), cell(told["description"])
        if title.casefold() != key.replace("_", " "):
            meaning = f"**{title}.** {meaning}"
        value = self._value(record, key, hint, page)
        if get_origin(hint) is tuple:
            value += self._how_many(field)
        if isinstance(field.default, str | int) and self.said["told"] not in meaning:
            value += self.said["default"].format(field.default)
        return f"`{key}`", meaning, value, self.said[emptiness(record, key)]

    def _how_many(self, field: FieldInfo) -> str:
        limits = {
            name: getattr(limit, name)
            for limit in field.metadata
            for name in ("min_length", "max_length")
            if hasattr(limit, name)
        }
        if not limits:
            return ""
        least, most = limits.get("min_length"), limits.get("max_length")
        told = "exactly" if least == most else "at least" if least else "at most"
        return str(self.said[told].format(least or most))

    def _value(self, record: type[Record], key: str, hint: Any, page: str) -> str:
        at = (record.__name__, key)
        if at in DECIDED:
            return self._among(DECIDED[at], is_list="tuple" in str(hint))
        if at in (("CurrentState", "rating"), ("Need", "target")):
            return str(self.said["step"])
        if at == ("CurrentState", "group_ratings"):
            return str(self.said["ratings"])
        if at == ("Response", "steps"):
            return str(self.said["steps"])
        if at == ("Assessment", "cells"):
            return str(self.said["cells"].format(self.places["Cell"][1]))
        return self.shape(hint, (record, key), page)

    def _among(self, part: str, *, is_list: bool) -> str:
        page, place = self.places["Head"]
        link = f"[{self.said['framework'].format(part)}]({page}#{place})"
        return self.said["list"].format(link) if is_list else link

    def shape(self, hint: Any, at: tuple[type[Record], str], page: str) -> str:
        """Return in words what a field's annotation describes."""
        for kind, words in KINDS.items():
            if hint == kind:
                return words[self.language]
        origin, inside = get_origin(hint), get_args(hint)
        if origin in (Union, UnionType):
            return self.shape(next(part for part in inside if part is not NoneType), at, page)
        if origin is Annotated:
            return self.shape(inside[0], at, page)
        if origin is Literal:
            return self._choice(inside, at)
        if origin is tuple and _is_record(inside[0]):
            return f"{self.said['part list']}, {self._link(inside[0], page)}"
        if origin is tuple:
            return str(self.said["list"].format(self.shape(inside[0], at, page)))
        if origin is dict:
            values = self.shape(inside[1], at, page)
            if NoneType in get_args(inside[1]):
                values = self.said["nothing"].format(values)
            return str(
                self.said["keys"].format(
                    self.shape(inside[0] if inside[1] is Any or inside[0] is not str else Slug, at, page), values
                )
            )
        return f"{self.said['part']}, {self._link(hint, page)}"

    def _choice(self, words: Sequence[str], at: tuple[type[Record], str]) -> str:
        if len(words) == 1:
            return f"`{words[0]}`"
        meanings = {word: self.words.pick(NAMES[word]) for word in words if word in NAMES}
        return ", ".join(f"`{word}` ({meanings.get(word) or self.words.of_choice(*at, word)})" for word in words)

    def _link(self, part: type[Record], page: str) -> str:
        there, place = self.places[part.__name__]
        return (
            f"[{self.said['below']}](#{place})"
            if there == page
            else f"[{self.words.of_record(part)['title'].lower()}]({there}#{place})"
        )


def _is_record(hint: Any) -> bool:
    return inspect.isclass(hint) and issubclass(hint, Record)


def emptiness(record: type[Record], key: str) -> str:
    """Return what the model says of leaving `key` empty."""
    try:
        record.model_validate({key: None})
        refused = False
    except ValidationError as error:
        refused = any(problem["loc"][:1] == (key,) for problem in error.errors())
    if not refused:
        return "may be empty"
    field = next(field for name, field in record.model_fields.items() if (field.alias or name) == key)
    return "must" if field.is_required() else "may be left out"


@cache
def records() -> dict[str, type[Record]]:
    """Return every part that a document can have, by the name of its model."""
    modules = [import_module(f"crosp_cli.model.{found.name}") for found in pkgutil.iter_modules(model.__path__)]
    return {name: part for module in modules for name, part in vars(module).items() if _is_record(part)}


@cache
def framework() -> Framework:
    """Return the built-in framework."""
    found = Workspace().context_in(DOCS).framework
    assert found is not None  # noqa: S101 -- it is crosp's own
    return found


if __name__ == "__main__":
    sys.exit(write(dict(page for language in LANGUAGES for page in Pages(language).made()), sys.argv[1:]))
