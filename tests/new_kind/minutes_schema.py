"""The schema of minutes."""

from minutes import Minutes

from crosp_cli.schemas.descriptions import Words
from crosp_cli.schemas.from_models import Parts
from crosp_cli.schemas.values import Schema, SchemaRequest


def minutes_schema(asked: SchemaRequest) -> Schema:
    """Return the schema of minutes in a project."""
    parts = Parts(Words(asked.language))
    parts.decided = {("Minutes", "level"): parts.among(asked.framework.head.levels)}
    return parts.document(Minutes)
