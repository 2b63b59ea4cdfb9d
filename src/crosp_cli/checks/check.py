"""What a check is, and what it is given to look at."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from crosp_cli.checks.digest import Card
from crosp_cli.findings import Location, Rule, Value
from crosp_cli.model.assessment import Assessment, Cell, Collaboration, FollowUp, Measure, Place
from crosp_cli.model.framework import Framework
from crosp_cli.model.memo import Basis, Memo
from crosp_cli.model.project import Privacy, Project
from crosp_cli.reading.workspace import Context
from crosp_cli.reading.yaml.tree import Steps, Tree
from crosp_cli.text.languages import Text
from crosp_cli.text.plain import PlainText


def each_measure(assessment: Assessment) -> list[tuple[Steps, Measure]]:
    """Return each measure of an assessment with the steps that lead to it, in the order of the document."""
    return [
        (("cells", *place, "measures", number), measure)
        for place, cell in assessment.each_cell()
        for number, measure in enumerate(cell.measures)
    ]


@dataclass(frozen=True)
class Subject:
    """One assessment, and what it is checked against. `project` is None where there is no crosp.yaml.

    Its parts are gathered once and then shared by all checks.
    """

    assessment: Assessment
    tree: Tree
    framework: Framework
    project: Project | None

    @cached_property
    def cells(self) -> tuple[tuple[Steps, Place, Cell], ...]:
        """Each cell with the steps that lead to it."""
        return tuple([(("cells", *place), place, cell) for place, cell in self.assessment.each_cell()])

    @cached_property
    def measures(self) -> tuple[tuple[Steps, Measure], ...]:
        """Each measure with the steps that lead to it."""
        return tuple(each_measure(self.assessment))

    @cached_property
    def follow_ups(self) -> tuple[tuple[Steps, FollowUp], ...]:
        """Each follow-up with the steps that lead to it."""
        return tuple(
            [
                ((*steps, "follow_ups", number), follow_up)
                for steps, measure in self.measures
                for number, follow_up in enumerate(measure.follow_ups)
            ]
        )

    @cached_property
    def collaborations(self) -> tuple[tuple[Steps, Collaboration], ...]:
        """Each collaboration with the steps that lead to it."""
        return tuple(
            ((*steps, "collaboration"), measure.collaboration)
            for steps, measure in self.measures
            if measure.collaboration is not None
        )

    @property
    def smallest_group(self) -> int:
        """The fewest people that a group may have and still be shown on its own."""
        return self.project.privacy.smallest_group if self.project else Privacy().smallest_group


class FolderHit(NamedTuple):
    """A place in one of a project's assessments that a check points at."""

    card: Card
    steps: Steps
    values: Mapping[str, Value] = {}


class Hit(NamedTuple):
    """A place in a document that a check points at."""

    steps: Steps
    values: Mapping[str, Value] = {}
    key: bool = False
    """Whether to point at the key rather than at its value."""


class Check(NamedTuple):
    """A rule with its grounds and its examples. `bad` and `good` are cells, or whole documents, in YAML."""

    rule: Rule
    reason: Text
    source: str
    bad: str
    good: str
    find: Callable[[Subject], Iterator[Hit]]


@dataclass(frozen=True)
class MemoSubject:
    """One decision memo, and the project it belongs to; None where there is no crosp.yaml."""

    memo: Memo
    project: Project | None


class MemoCheck(NamedTuple):
    """A check of a decision memo. `bad` and `good` are whole documents."""

    rule: Rule
    reason: Text
    source: str
    bad: str
    good: str
    find: Callable[[MemoSubject], Iterator[Hit]]


class MemoCard(NamedTuple):
    """What is to be known of a decision memo when its project is looked at as a whole: what it rests on, and where."""

    path: str
    bases: tuple[tuple[Basis, Location], ...]


class MemosCheck(NamedTuple):
    """A check of a project's decision memos against its assessments. Documents in examples stand `---` apart."""

    rule: Rule
    reason: Text
    source: str
    bad: str
    good: str
    find: Callable[[Sequence[MemoCard], Sequence[Card]], Iterator[tuple[Location, Mapping[str, Value]]]]


class FolderCheck(NamedTuple):
    """A check across all the assessments of one project. Documents in examples stand `---` apart."""

    rule: Rule
    reason: Text
    source: str
    bad: str
    good: str
    find: Callable[[Sequence[Card]], Iterator[FolderHit]]


class NewestCheck(NamedTuple):
    """A check of the newest assessment of a unit and level, on a given day. Documents in examples stand `---` apart.

    `find` is also given the assessment before it; None where there is none, or where no measure stands in both alike.
    It is called only where the card of the newest has a sign that something may be found: what a check looks for must
    have one in `checks/digest.py`.
    """

    rule: Rule
    reason: Text
    source: str
    bad: str
    good: str
    find: Callable[[Assessment, Assessment | None, date], Iterator[Hit]]


class ProjectCheck(NamedTuple):
    """A check of a project itself, on a given day. `bad` and `good` are crosp.yaml; the day is 2099-01-01."""

    rule: Rule
    reason: Text
    source: str
    bad: str
    good: str
    find: Callable[[Context, date], Iterator[tuple[Location, Mapping[str, Value]]]]


class TextCheck(NamedTuple):
    """A check of a file's whole text, comments and keys included, whether or not it can be read as YAML.

    `find` is given the text in plain characters and yields the line and column, counted from 1, of each place in the
    original. `bad` and `good` are lines of text.
    """

    rule: Rule
    reason: Text
    source: str
    bad: str
    good: str
    find: Callable[[PlainText], Iterator[tuple[int, int]]]
