"""The minutes of a meeting: their model, and what they are held against."""

from collections.abc import Iterator
from typing import Literal

from crosp_cli.findings import Finding
from crosp_cli.model.fields import Day, Filled, Items, Record, Slug
from crosp_cli.model.framework import Framework
from crosp_cli.reading.documents.names import LEVELS, unknown_name
from crosp_cli.reading.yaml.tree import Steps, Tree


class Minutes(Record):
    """A whole document with `format: crosp-minutes/1`."""

    format: Literal["crosp-minutes/1"]
    held: Day
    level: Slug
    unit: Slug | None = None
    decisions: Items[Filled] = ()

    def units_named(self) -> Iterator[tuple[Steps, str]]:
        """The unit, where there is one."""
        if self.unit is not None:
            yield ("unit",), self.unit


def against(minutes: Minutes, tree: Tree, framework: Framework) -> Iterator[Finding]:
    """Yield a finding for a level that the framework does not have."""
    if framework.level(minutes.level) is None:
        yield unknown_name(minutes.level, framework.head.levels, LEVELS, tree, tree.value_at(("level",)))
