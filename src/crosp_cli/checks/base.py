"""What a check is, and what it is given to look at."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from crosp_cli.findings import Location, Rule, Value
from crosp_cli.model.assessment import Assessment, Cell, Measure, Place, Status
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
class Open:
    """An unfinished measure with a due date: when, how far it has come, and where the date stands."""

    due: date
    status: Status
    at: Location


@dataclass(frozen=True, slots=True)
class Card:
    """What the other files of a project need to know about an assessment: who, where, when, what is left to do."""

    path: str
    unit: str | None
    level: str
    occasion: str
    day: date
    at: Location
    open_measures: tuple[Open, ...] = ()


def newest(cards: Sequence[Card]) -> list[Card]:
    """Return the latest card of each unit and level, in the order of their paths."""
    latest: dict[tuple[str | None, str], Card] = {}
    for card in sorted(cards, key=lambda card: (card.day, card.path)):
        latest[card.unit, card.level] = card
    return sorted(latest.values(), key=lambda card: card.path)


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
    """A check across the assessments of one project, on a given day. Documents in examples stand `---` apart."""

    rule: Rule
    reason: Text
    source: str
    bad: str
    good: str
    find: Callable[[Sequence[Card], date], Iterator[tuple[Location, Mapping[str, Value]]]]
