"""Competence programmes held against the framework: the cells that reports name, and ids that stand twice."""

from collections.abc import Iterator

from crosp_cli.findings import Finding
from crosp_cli.model.framework import Framework
from crosp_cli.model.programme import Programme
from crosp_cli.reading.documents.assessment import another_framework
from crosp_cli.reading.documents.document import repeated
from crosp_cli.reading.documents.names import AREAS, PRINCIPLES, unknown_name
from crosp_cli.reading.yaml.tree import Tree


def against(programme: Programme, tree: Tree, framework: Framework) -> Iterator[Finding]:
    """Yield a finding for each cell that `framework` does not have, and for each unit or follow-up that stands twice.

    One alone for a programme that follows another framework.
    """
    other = another_framework(programme.framework, tree, framework)
    if other is not None:
        yield other
        return
    axes = (("principle", framework.principles.entries, PRINCIPLES), ("area", framework.areas.entries, AREAS))
    for steps, reported in programme.reports():
        for key, entries, what in axes:
            name = getattr(reported, key)
            if name is not None and name not in (entry.id for entry in entries):
                yield unknown_name(name, entries, what, tree, tree.value_at((*steps, key)))
    yield from repeated([(("follow_ups", n, "id"), one.id) for n, one in enumerate(programme.follow_ups)], tree)
    yield from repeated([(("units", n, "unit"), one.unit) for n, one in enumerate(programme.units)], tree)
