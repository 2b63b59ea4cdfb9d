"""What a check is, and what it is given to look at."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from crosp_cli.findings import Location, Rule, Value
from crosp_cli.model.assessment import Assessment, Cell, Measure, Place
from crosp_cli.model.framework import Framework
from crosp_cli.model.project import Project
from crosp_cli.reading.tree import Steps, Tree
from crosp_cli.texts import Text


@dataclass(frozen=True, slots=True)
class Subject:
    """One assessment, and what it is checked against. `project` is None where there is no crosp.yaml."""

    assessment: Assessment
    tree: Tree
    framework: Framework
    project: Project | None
    today: date

    def cells(self) -> Iterator[tuple[Steps, Place, Cell]]:
        """Each cell with the steps that lead to it."""
        for place, cell in self.assessment.each_cell():
            yield ("cells", place.principle, place.area), place, cell

    def measures(self) -> Iterator[tuple[Steps, Measure]]:
        """Each measure with the steps that lead to it."""
        for steps, _, cell in self.cells():
            for number, measure in enumerate(cell.measures):
                yield (*steps, "measures", number), measure


@dataclass(frozen=True, slots=True)
class Card:
    """What the other files of a project need to know about an assessment: who, where and when, no content."""

    path: str
    unit: str | None
    level: str
    occasion: str
    day: date
    at: Location


class Hit(NamedTuple):
    """A place in a document that a check points at."""

    steps: Steps
    values: Mapping[str, Value] = {}
    key: bool = False
    """Whether to point at the key rather than at its value."""


@dataclass(frozen=True, slots=True)
class Check:
    """A rule with its grounds and its examples. `bad` and `good` are cells, or whole documents, in YAML."""

    rule: Rule
    reason: Text
    source: str
    bad: str
    good: str
    find: Callable[[Subject], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class FolderCheck:
    """A check across the assessments of one project. `bad` and `good` are documents, `---` between them."""

    rule: Rule
    reason: Text
    source: str
    bad: str
    good: str
    find: Callable[[Sequence[Card]], Iterator[tuple[Card, Mapping[str, Value]]]]
