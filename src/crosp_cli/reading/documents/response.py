"""Responses, held against the framework: its name, level, group, cells and steps."""

from collections.abc import Iterator

from crosp_cli.findings import Finding
from crosp_cli.model.framework import Framework
from crosp_cli.model.response import Response
from crosp_cli.reading.documents.assessment import another_framework, off_scale
from crosp_cli.reading.documents.names import AREAS, GROUPS, LEVELS, PRINCIPLES, unknown_name
from crosp_cli.reading.rules import of_shape
from crosp_cli.reading.yaml.tree import Steps, Tree


def against(response: Response, tree: Tree, framework: Framework) -> Iterator[Finding]:
    """Yield a finding for each name or step that `framework` does not have, or one for being of another framework."""
    other = another_framework(response.framework, tree, framework)
    if other is not None:
        yield other
        return
    head = framework.head
    level = framework.level(response.level)
    if level is None:
        yield unknown_name(response.level, head.levels, LEVELS, tree, tree.value_at(("level",)))
    elif level.concerns == "unit" and response.unit is None:
        yield Finding(of_shape.NEEDS_UNIT, tree.value_at(("level",)))
    elif level.concerns == "organiser" and response.unit is not None:
        yield Finding(of_shape.HAS_UNIT, tree.key_at(("unit",)))
    if head.groups and response.group not in framework.ids("groups"):
        yield unknown_name(response.group, head.groups, GROUPS, tree, tree.value_at(("group",)))
    yield from _in_steps(response, tree, framework)


def _in_steps(response: Response, tree: Tree, framework: Framework) -> Iterator[Finding]:
    rows, columns = framework.principles.entries, framework.areas.entries
    for principle, row in response.steps.items():
        if principle not in framework.ids("principles"):
            yield unknown_name(principle, rows, PRINCIPLES, tree, tree.key_at(("steps", principle)))
        for area, step in row.items():
            at: Steps = ("steps", principle, area)
            if area not in framework.ids("areas"):
                yield unknown_name(area, columns, AREAS, tree, tree.key_at(at))
            if step is not None and step not in framework.head.scale.values:
                yield off_scale(tree.value_at(at), framework)
