"""Registers of collaborations, held against the framework: levels that it has, and each short name once."""

from collections.abc import Iterator

from crosp_cli.findings import Finding
from crosp_cli.model.collaborations import Collaborations
from crosp_cli.model.framework import Framework
from crosp_cli.reading.documents.document import repeated
from crosp_cli.reading.documents.names import LEVELS, unknown_name
from crosp_cli.reading.yaml.tree import Tree


def against(register: Collaborations, tree: Tree, framework: Framework) -> Iterator[Finding]:
    """Yield a finding for each level that `framework` does not have, and for each short name that stands twice."""
    listed = register.collaborations
    yield from repeated([(("collaborations", n, "id"), one.id) for n, one in enumerate(listed)], tree)
    for number, one in enumerate(listed):
        if one.solves_at is not None and framework.level(one.solves_at) is None:
            location = tree.value_at(("collaborations", number, "solves_at"))
            yield unknown_name(one.solves_at, framework.head.levels, LEVELS, tree, location)
