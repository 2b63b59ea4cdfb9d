"""The schema of a register of collaborations: made for the levels of the project's framework."""

from crosp_cli.model.collaborations import Collaborations
from crosp_cli.schemas.descriptions import Words
from crosp_cli.schemas.from_models import Parts
from crosp_cli.schemas.values import Schema, SchemaRequest


def collaborations_schema(asked: SchemaRequest) -> Schema:
    """Return the schema of the registers of collaborations in a project."""
    parts = Parts(Words(asked.language))
    levels = parts.among(asked.framework.head.levels, empty=True)
    parts.decided = {("RegisteredCollaboration", "solves_at"): levels}
    return parts.document(Collaborations)
