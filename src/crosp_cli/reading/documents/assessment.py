"""Whether what an assessment names exists in its project's framework: level, cells, steps, groups, scopes."""

from collections.abc import Iterator, Sequence

from crosp_cli.findings import NOT_TOLD, Finding, Location, Quoted
from crosp_cli.model.assessment import Assessment, Cell, Measure
from crosp_cli.model.framework import Framework, Named
from crosp_cli.reading.documents.framework import same_id
from crosp_cli.reading.documents.names import (
    AREAS,
    GROUPS,
    LEVELS,
    ORIENTATIONS,
    PRINCIPLES,
    SCOPES,
    offered,
    unknown_name,
)
from crosp_cli.reading.rules import of_shape
from crosp_cli.reading.yaml.binding import listed
from crosp_cli.reading.yaml.tree import Steps, Tree
from crosp_cli.text.languages import Text


def against(assessment: Assessment, tree: Tree, framework: Framework) -> Iterator[Finding]:
    """Yield a finding for each name or step that `framework` does not have, or one for being of another framework."""
    other = another_framework(assessment.framework, tree, framework)
    if other is not None:
        yield other
        return
    names = _Names(tree, framework)
    yield from names.unknown(("level",), assessment.level, framework.head.levels, LEVELS)
    level = framework.level(assessment.level)
    if level and level.concerns == "unit" and assessment.unit is None:
        yield Finding(of_shape.NEEDS_UNIT, tree.value_at(("level",)))
    if level and level.concerns == "organiser" and assessment.unit is not None:
        yield Finding(of_shape.HAS_UNIT, tree.key_at(("unit",)))
    for number, part in enumerate(assessment.participants):
        steps: Steps = ("participants", number, "group")
        yield from names.unknown(steps, part.group, framework.head.groups, GROUPS)
    principles, areas = framework.principles.entries, framework.areas.entries
    known_areas = {entry.id for entry in areas}
    for principle, row in assessment.cells.items():
        yield from names.unknown(("cells", principle), principle, principles, PRINCIPLES, key=True)
        for area, cell in row.items():
            if area not in known_areas:
                yield from names.unknown(("cells", principle, area), area, areas, AREAS, key=True)
            yield from names.in_cell(("cells", principle, area), cell)


def another_framework(name: str, tree: Tree, framework: Framework) -> Finding | None:
    """Return the finding on a document that says it follows another framework than `framework`; None if it does not."""
    if name == framework.name:
        return None
    rule = of_shape.OTHER_VERSION if same_id(name, framework.name) else of_shape.OTHER_FRAMEWORK
    values = {"value": Quoted(name), "expected": offered([framework.name])}
    return Finding(rule, tree.value_at(("framework",)), values)


def off_scale(location: Location, framework: Framework, value: Quoted = NOT_TOLD) -> Finding:
    """Return the finding on a step that the scale of `framework` does not have; which one is told only as `value`."""
    allowed = listed(str(step.value) for step in framework.head.scale.steps)
    return Finding(of_shape.NOT_ON_SCALE, location, {"value": value, "allowed": allowed})


class _Names:
    """What is known about one document while its names are looked up."""

    def __init__(self, tree: Tree, framework: Framework) -> None:
        self.tree = tree
        self.framework = framework
        self.head = framework.head
        self.steps = frozenset(framework.head.scale.values)
        self.groups = {group.id for group in framework.head.groups}
        self.scopes = {scope.id for scope in framework.head.scopes}
        self.orientations = {orientation.id for orientation in framework.head.orientations}
        self.levels = {level.id for level in framework.head.levels}

    def unknown(
        self, steps: Steps, name: str, entries: Sequence[Named], what: Text, *, key: bool = False
    ) -> Iterator[Finding]:
        if entries and name not in (entry.id for entry in entries):
            location = self.tree.key_at(steps) if key else self.tree.value_at(steps)
            yield unknown_name(name, entries, what, self.tree, location)

    def in_cell(self, at: Steps, cell: Cell) -> Iterator[Finding]:
        state = cell.current_state
        if state.rating is not None and state.rating not in self.steps:
            yield self.off_scale((*at, "current_state", "rating"), state.rating)
        target = cell.need.target
        if target is not None and target not in self.steps:
            yield self.off_scale((*at, "need", "target"), target)
        for group, counts in state.group_ratings.items():
            steps = (*at, "current_state", "group_ratings", group)
            if group not in self.groups:
                yield from self.unknown(steps, group, self.head.groups, GROUPS, key=True)
            for step in counts:
                if step not in self.steps:
                    yield off_scale(self.tree.key_at((*steps, str(step))), self.framework)
        for number, measure in enumerate(cell.measures):
            if not self.knows(measure):
                yield from self.in_measure((*at, "measures", number), measure)

    def knows(self, measure: Measure) -> bool:
        """Whether the framework has everything that `measure` names, as nearly always."""
        together = measure.collaboration
        return (
            (measure.scope is None or measure.scope in self.scopes)
            and (measure.orientation is None or measure.orientation in self.orientations)
            and (together is None or together.solves_at is None or together.solves_at in self.levels)
        )

    def in_measure(self, at: Steps, measure: Measure) -> Iterator[Finding]:
        if measure.scope is not None and measure.scope not in self.scopes:
            yield from self.unknown((*at, "scope"), measure.scope, self.head.scopes, SCOPES)
        if measure.orientation is not None and measure.orientation not in self.orientations:
            steps = (*at, "orientation")
            yield from self.unknown(steps, measure.orientation, self.head.orientations, ORIENTATIONS)
        together = measure.collaboration
        if together and together.solves_at is not None and together.solves_at not in self.levels:
            steps = (*at, "collaboration", "solves_at")
            yield from self.unknown(steps, together.solves_at, self.head.levels, LEVELS)

    def off_scale(self, steps: Steps, value: int) -> Finding:
        return off_scale(self.tree.value_at(steps), self.framework, Quoted(str(value)))
