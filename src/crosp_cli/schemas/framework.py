"""The schemas of a framework's files: made for the languages, rows, columns and levels it has.

They say whether a file has the right shape. What concerns several files, such as a term that is not in the glossary,
no schema can see; `crosp validate` does. But migrations.yaml comes last, when the others are there: the new names and
steps in it are those that the framework has.
"""

from collections.abc import Sequence

from crosp_cli.model.framework import Axis, FirstRound, Framework, Named
from crosp_cli.model.guidance import Question
from crosp_cli.model.migrations import KINDS
from crosp_cli.reading.rules import of_framework
from crosp_cli.schemas.descriptions import Words
from crosp_cli.schemas.from_models import Parts
from crosp_cli.schemas.project import rule_code
from crosp_cli.schemas.values import Schema, SchemaRequest, kinds
from crosp_cli.text.languages import pick


def framework_schema(asked: SchemaRequest) -> Schema:
    """Return the schema of one of a framework's files."""
    kind, framework, words = asked.kind.name, asked.framework, Words(asked.language)
    texts = _texts(framework, words)
    parts = Parts(
        words,
        {"texts": texts, "texts-or-empty": {**texts, "type": ["object", "null"]}, "rule-code": rule_code(words)},
    )
    if kind == "questions":
        parts.decided = _questions(framework, parts)
    if kind == "framework":
        first = _open(parts, framework.head.levels, "first-round", parts.part(FirstRound))
        parts.decided = {("Head", "first_round"): {**first, "type": ["object", "null"]}}
    if kind == "migrations":
        parts.decided = _migrations(framework, parts)
    return parts.document(asked.kind.model)


def _questions(framework: Framework, parts: Parts) -> dict[tuple[str, str], Schema]:
    """Where questions stand: by row, column and level. Others than the framework has may stand there too."""
    levels = _open(parts, framework.head.levels, "question", parts.part(Question))
    columns = _open(parts, framework.areas.entries, "questions", levels)
    rows = _open(parts, framework.principles.entries, "questions", columns)
    return {
        ("Questions", "current_state"): rows,
        ("Questions", "need"): levels,
        ("Questions", "measures"): levels,
    }


def _migrations(framework: Framework, parts: Parts) -> dict[tuple[str, str], Schema]:
    """Old names and steps may be any; what they lead to is in the framework, and it is never its own older version."""
    itself = pick(of_framework.MIGRATION_FROM_ITSELF.help, parts.words.language)
    older = {**parts.kind("filled"), "not": {"const": framework.name}, "errorMessage": itself}
    return {
        ("Migration", "from"): older,
        **{
            ("Migration", kind): _to(parts.among(_entries(framework, kind), empty=True, nothing="gone"), "slug", parts)
            for kind in KINDS
        },
        ("Migration", "scale"): _to(parts.step(framework.head.scale.steps, nothing="gone"), "whole", parts),
    }


def _entries(framework: Framework, kind: str) -> Sequence[Named]:
    axis: Axis | None = {"principles": framework.principles, "areas": framework.areas}.get(kind)
    entries: Sequence[Named] = axis.entries if axis else getattr(framework.head, kind)
    return entries


def _to(new: Schema, old: str, parts: Parts) -> Schema:
    """What has become of each of any number of names or steps."""
    return {"type": ["object", "null"], "propertyNames": parts.kind(old), "additionalProperties": new}


def _open(parts: Parts, entries: Sequence[Named], what: str, of: Schema) -> Schema:
    told = {}
    for entry in entries:
        title = parts.words.pick(entry.title)
        told[entry.id] = {"title": title, "description": parts.words.value(what, title=title), **of}
    return {"type": "object", "properties": told, "propertyNames": parts.kind("slug"), "additionalProperties": of}


def _texts(framework: Framework, words: Words) -> Schema:
    """A text in each of the framework's languages, and perhaps in others."""
    filled = kinds(words)["filled"]
    languages = framework.head.languages
    return {
        "type": "object",
        "properties": {
            language: {"title": language, "description": words.value("language", language=language), **filled}
            for language in languages
        },
        "required": list(languages),
        "propertyNames": kinds(words)["slug"],
        "additionalProperties": filled,
    }
