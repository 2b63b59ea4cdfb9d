"""Decision memos, held against the framework: levels and cells that it has, and a unit where a level concerns one."""

from collections.abc import Iterator

from crosp_cli.findings import Finding
from crosp_cli.model.framework import Framework
from crosp_cli.model.memo import Memo
from crosp_cli.reading.documents.names import AREAS, LEVELS, PRINCIPLES, unknown_name
from crosp_cli.reading.rules import of_shape
from crosp_cli.reading.yaml.tree import Steps, Tree


def against(memo: Memo, tree: Tree, framework: Framework) -> Iterator[Finding]:
    """Yield a finding for each level and cell that `framework` does not have, and each unit too many or too few."""
    for number, basis in enumerate(memo.assessments):
        at: Steps = ("assessments", number)
        level = framework.level(basis.level)
        if level is None:
            levels = framework.head.levels
            yield unknown_name(basis.level, levels, LEVELS, tree, tree.value_at((*at, "level")))
        elif level.concerns == "unit" and basis.unit is None:
            yield Finding(of_shape.NEEDS_UNIT, tree.value_at((*at, "level")))
        elif level.concerns == "organiser" and basis.unit is not None:
            yield Finding(of_shape.HAS_UNIT, tree.key_at((*at, "unit")))
    axes = (("principle", framework.principles.entries, PRINCIPLES), ("area", framework.areas.entries, AREAS))
    for number, cell in enumerate(memo.cells):
        for key, entries, what in axes:
            if getattr(cell, key) not in (entry.id for entry in entries):
                yield unknown_name(getattr(cell, key), entries, what, tree, tree.value_at(("cells", number, key)))
