"""A response: what one person in a group answered, with nothing that tells who it was or when."""

from typing import Literal

from pydantic import Field

from crosp_cli.model.fields import Filled, Record, Said, Slug, Table, Whole

FORMAT = "crosp-response/1"


class Response(Record):
    """A whole document with `format: crosp-response/1`."""

    format: Literal["crosp-response/1"]
    framework: Filled
    unit: Slug | None = None
    level: Slug
    occasion: Slug
    group: Slug
    response: Slug
    """Known again by it, a response counts once however often it is given; it is drawn at random and names nobody."""
    steps: Table[Table[Whole | None]] = Field(default_factory=dict)
    """The step that was chosen in each cell; one that was not assessed, or does not apply, is not there."""
    text: Said = None
