"""The schema of a decision memo: made for the project's framework and units."""

from collections.abc import Sequence

from crosp_cli.model.framework import Level
from crosp_cli.model.memo import Basis, Memo
from crosp_cli.schemas.descriptions import Words
from crosp_cli.schemas.from_models import Parts
from crosp_cli.schemas.values import Schema, SchemaRequest, choice


def memo_schema(asked: SchemaRequest) -> Schema:
    """Return the schema of the decision memos in a project."""
    parts = Parts(Words(asked.language))
    levels = asked.framework.head.levels
    units = asked.project.units if asked.project else ()
    unit = choice(((unit.id, unit.name) for unit in units), parts.words) if units else parts.kind("slug")
    of_units = _basis(parts, [level for level in levels if level.concerns == "unit"], unit)
    of_units["required"] = [*of_units["required"], "unit"]
    of_organiser = _basis(parts, [level for level in levels if level.concerns != "unit"], {"type": "null"})
    kinds = [basis for basis in (of_units, of_organiser) if basis["properties"]["level"]["enum"]]
    several = parts.refer("Basis", {"anyOf": kinds})
    parts.decided = {
        ("Memo", "assessments"): parts.items(several),
        ("Matter", "principle"): parts.among(asked.framework.principles.entries),
        ("Matter", "area"): parts.among(asked.framework.areas.entries),
    }
    return parts.document(Memo)


def _basis(parts: Parts, levels: Sequence[Level], unit: Schema) -> Schema:
    """An assessment at one of the levels, which either all concern a unit or all do not."""
    level = choice(((level.id, parts.words.entry(level)) for level in levels), parts.words)
    parts.decided = {("Basis", "level"): level, ("Basis", "unit"): unit}
    return parts.record(Basis)
