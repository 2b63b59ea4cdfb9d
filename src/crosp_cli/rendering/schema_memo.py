"""The schema of a decision memo: made for the project's framework and units."""

from crosp_cli.model.framework import Framework, Level
from crosp_cli.model.memo import Basis, Memo
from crosp_cli.model.project import Project
from crosp_cli.reading import rules
from crosp_cli.rendering.schema_parts import Parts
from crosp_cli.rendering.schema_values import Schema, as_read, choice
from crosp_cli.rendering.schema_words import Words
from crosp_cli.texts import pick


def memo_schema(framework: Framework, project: Project | None, language: str) -> Schema:
    """Return the schema of the decision memos in a project."""
    words = Words(language)
    parts = Parts(words)
    units = project.units if project else ()
    parts.decided = {
        ("Basis", "level"): parts.among(framework.head.levels),
        ("Basis", "unit"): (
            choice(((unit.id, unit.name) for unit in units), words, empty=True)
            if units
            else parts.kind("slug", empty=True)
        ),
    }
    basis = parts.record(Basis)
    basis["allOf"] = [_at_level(level, words) for level in framework.head.levels]
    parts.decided = {
        **parts.decided,
        ("Memo", "assessments"): {**parts.items(parts.refer("Basis", basis), empty=False), "minItems": 1},
    }
    return parts.document(Memo)


def _at_level(level: Level, words: Words) -> Schema:
    """Whether an assessment at that level concerns a unit."""
    told = words.of_key(Basis, "unit")
    if level.concerns == "organiser":
        unit: Schema = {"type": "null", "errorMessage": pick(rules.HAS_UNIT.message, words.language)}
        then: Schema = {"properties": {"unit": {**told, **unit}}}
    else:
        unit = {"type": ["string", "integer"], "errorMessage": pick(rules.NEEDS_UNIT.message, words.language)}
        then = {"properties": {"unit": {**told, **unit}}, "required": ["unit"]}
    return {"if": {"properties": {"level": {"enum": as_read(level.id)}}, "required": ["level"]}, "then": then}
