"""The schema of a competence programme: made for the project's framework and units."""

from crosp_cli.model.programme import Programme
from crosp_cli.schemas.descriptions import Words
from crosp_cli.schemas.from_models import Parts
from crosp_cli.schemas.values import Schema, SchemaRequest, choice


def programme_schema(asked: SchemaRequest) -> Schema:
    """Return the schema of the competence programmes in a project."""
    parts = Parts(Words(asked.language))
    units = asked.project.units if asked.project else ()
    unit = choice(((unit.id, unit.name) for unit in units), parts.words) if units else parts.kind("slug")
    framework = asked.framework
    parts.decided = {
        ("Programme", "framework"): {"const": framework.name},
        ("IntendedFor", "units"): parts.items(unit),
        ("TakingPart", "unit"): unit,
        ("Reported", "principle"): parts.among(framework.principles.entries, empty=True),
        ("Reported", "area"): parts.among(framework.areas.entries, empty=True),
    }
    return parts.document(Programme)
