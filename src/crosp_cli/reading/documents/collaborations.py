"""Registers of collaborations, held against the framework: levels that it has, and each short name once."""

from collections.abc import Iterator

from crosp_cli.findings import Finding, Quoted, Value
from crosp_cli.model.collaborations import Collaborations
from crosp_cli.model.framework import Framework
from crosp_cli.reading.documents.names import LEVELS, unknown_name
from crosp_cli.reading.rules import of_shape
from crosp_cli.reading.yaml.tree import Steps, Tree


def against(register: Collaborations, tree: Tree, framework: Framework) -> Iterator[Finding]:
    """Yield a finding for each level that `framework` does not have, and for each short name that stands twice."""
    first: dict[str, int] = {}
    for number, one in enumerate(register.collaborations):
        at: Steps = ("collaborations", number)
        if first.setdefault(one.id, number) != number:
            line = tree.value_at(("collaborations", first[one.id], "id")).line
            values: dict[str, Value] = {"value": Quoted(one.id), "first": line}
            yield Finding(of_shape.DUPLICATE_ID, tree.value_at((*at, "id")), values)
        if one.solves_at is not None and framework.level(one.solves_at) is None:
            location = tree.value_at((*at, "solves_at"))
            yield unknown_name(one.solves_at, framework.head.levels, LEVELS, tree, location)
