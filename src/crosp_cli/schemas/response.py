"""The schema of a response: made for the cells, steps, levels and groups of the project's framework."""

from crosp_cli.model.response import Response
from crosp_cli.schemas.descriptions import Words
from crosp_cli.schemas.from_models import Parts, mapping
from crosp_cli.schemas.values import Schema, SchemaRequest, choice


def response_schema(asked: SchemaRequest) -> Schema:
    """Return the schema of the responses in a project."""
    parts = Parts(Words(asked.language))
    head = asked.framework.head
    units = asked.project.units if asked.project else ()
    unit = (
        choice(((unit.id, unit.name) for unit in units), parts.words, empty=True)
        if units
        else parts.kind("slug", empty=True)
    )
    parts.decided = {
        ("Response", "framework"): {"const": asked.framework.name},
        ("Response", "unit"): unit,
        ("Response", "level"): parts.among(head.levels),
        ("Response", "group"): parts.among(head.groups),
        ("Response", "steps"): _steps(asked, parts),
    }
    of_organiser = [level.id for level in head.levels if level.concerns == "organiser"]
    at_organiser = {"properties": {"level": {"enum": of_organiser}}, "required": ["level"]}
    told = parts.words.of_key(Response, "unit")
    no_unit: Schema = {"properties": {"unit": {**told, "type": "null"}}}
    needs_unit: Schema = {"properties": {"unit": {**told, "type": ["string", "integer"]}}, "required": ["unit"]}
    return parts.document(Response, allOf=[{"if": at_organiser, "then": no_unit, "else": needs_unit}])


def _steps(asked: SchemaRequest, parts: Parts) -> Schema:
    step = parts.step(asked.framework.head.scale.steps)
    rows: Schema = {}
    for principle in asked.framework.principles.entries:
        columns = {area.id: {**parts.words.of_entry(area), **step} for area in asked.framework.areas.entries}
        rows[principle.id] = {**parts.words.of_entry(principle), **mapping(columns, empty=True)}
    return mapping(rows, empty=True)
