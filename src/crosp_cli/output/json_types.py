"""What the shapes of all answers in JSON are built of: kinds of value, and parts that several answers have.

A shape is declared once, as typed dictionaries: mypy holds the writer to it, and schemas/outputs.py makes the published
JSON Schema of it. What each part and key means stands in templates/schema, the parts of this module in shape.yaml.
"""

from typing import Annotated, Literal, TypedDict

Day = Annotated[str, "day"]
"""A date such as 2026-10-15."""
Id = Annotated[str, "id"]
"""A short name, as in the files."""
Count = Annotated[int, "count"]
"""How many: a whole number, never below 0."""
Step = Annotated[int, "step"]
"""A step of the scale. Steps have an order and no size."""
Steps = Annotated[dict[str, Count], "steps"]
"""How many stand at each step of the scale."""
Other = Annotated[int, "other"]
"""A whole number that may be below 0."""

Standing = Literal["rated", "described", "not-assessed", "not-applicable", "outside"]
"""How much is known of a cell."""
Status = Literal["planned", "ongoing", "done", "dropped"]
"""How far a measure has come."""


class ScaleStep(TypedDict):
    """A step of the scale."""

    value: Step
    label: str


class CellName(TypedDict):
    """Which cell it is."""

    principle: Id
    area: Id
