"""What a check is, and what it is given to look at: its scope."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import UnionType
from typing import Any, ClassVar, Generic, NamedTuple, TypeAlias, TypeVar

from crosp_cli.checks.digest import AssessmentDigest
from crosp_cli.findings import Rule, Value
from crosp_cli.model.assessment import Assessment, Cell, Collaboration, FollowUp, Measure, Place
from crosp_cli.model.fields import Record
from crosp_cli.model.framework import Framework
from crosp_cli.model.project import Project, limit_of
from crosp_cli.reading.workspace import Context
from crosp_cli.reading.yaml.tree import Steps, Tree
from crosp_cli.text.languages import Text, pick
from crosp_cli.text.plain import PlainText

M = TypeVar("M")
S = TypeVar("S")
H = TypeVar("H")


class Hit(NamedTuple):
    """A place in a document that a check points at."""

    steps: Steps
    values: Mapping[str, Value] = {}
    key: bool = False
    """Whether to point at the key rather than at its value."""
    path: str | None = None
    """In the scope of a project: which of its files, as findings name it; None is crosp.yaml."""


LOST = None
"""What is kept of a document that does not hold, for checks that have to know every one of its kind."""


class Keep(NamedTuple, Generic[M]):
    """What a check of a project needs of each document of one kind, kept while files go by: as little as will do."""

    of: type[M] | UnionType
    what: Callable[[M], Any]
    whole: type[Record] | None = None
    """Documents of which the project must hold every one, since the check tells what is in none of them."""


class Check(NamedTuple, Generic[S, H]):
    """A rule with its grounds and its examples, and what finds it in a scope: one of those below.

    `bad` and `good` are YAML: cells, or whole documents, `---` apart where there are several. In the scope of a project
    they may be a crosp.yaml, and the day is 2099-01-01; in that of a text they are lines of text.
    """

    rule: Rule
    scope: type[S]
    reason: Text
    source: Text | str
    """Where the reason comes from; what is called the same in every language is no mapping."""
    bad: str
    good: str
    find: Callable[[S], Iterator[H]]
    """Yields a `Hit` for each place; in a text, its line and column, counted from 1."""
    keep: Keep[Any] | None = None

    def source_in(self, language: str) -> str:
        """Where the reason comes from, in `language`."""
        return self.source if isinstance(self.source, str) else pick(self.source, language)


AnyCheck: TypeAlias = Check[Any, Any]


@dataclass(frozen=True)
class DocumentScope(Generic[M]):
    """One document of the right shape. `project` is None where there is no crosp.yaml.

    A class for each kind of document says in `of` which it is; also of a protocol that several kinds follow.
    """

    of: ClassVar[type]
    needs_framework: ClassVar[bool] = False

    model: M
    tree: Tree
    framework: Framework | None
    project: Project | None
    today: date


@dataclass(frozen=True)
class AssessmentScope(DocumentScope[Assessment]):
    """One assessment, and what it is checked against. Its parts are gathered once and then shared by all checks."""

    of = Assessment
    needs_framework = True

    framework: Framework

    @cached_property
    def cells(self) -> tuple[tuple[Steps, Place, Cell], ...]:
        """Each cell with the steps that lead to it."""
        return tuple([(("cells", *place), place, cell) for place, cell in self.model.each_cell()])

    @cached_property
    def measures(self) -> tuple[tuple[Steps, Measure], ...]:
        """Each measure with the steps that lead to it."""
        return tuple(each_measure(self.model))

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
        """Each collaboration that a measure tells of itself, with the steps that lead to it.

        One that only points at a register is asked for nothing here: its checks are those of the register.
        """
        return tuple(
            ((*steps, "collaboration"), measure.collaboration)
            for steps, measure in self.measures
            if measure.collaboration is not None and measure.collaboration.entry is None
        )

    @property
    def smallest_group(self) -> int:
        """The fewest people that a group may have and still be shown on its own."""
        return limit_of(self.project)


@dataclass(frozen=True)
class NewestScope:
    """The newest assessment of a unit and level, on a given day.

    `before` is the one before it; None where there is none, or where no measure stands in both alike. What a check
    looks for in both must have a sign in `checks/digest.py`.
    """

    newest: Assessment
    before: Assessment | None
    today: date


@dataclass(frozen=True)
class ProjectScope:
    """A project with a digest of each of its assessments that was met, on a given day."""

    context: Context
    assessments: Sequence[AssessmentDigest]
    today: date
    itself_asked_about: bool = True
    """Whether crosp.yaml is among what was asked about, and not only a file that belongs to it."""
    kept: Sequence[tuple[str, Any]] = ()
    """What the check keeps of documents, each with its file. None unless the whole project was looked through."""


TextScope: TypeAlias = PlainText
"""A file's whole text in plain characters, comments and keys included, whether or not it can be read as YAML."""


def each_measure(assessment: Assessment) -> list[tuple[Steps, Measure]]:
    """Return each measure of an assessment with the steps that lead to it, in the order of the document."""
    return [
        (("cells", *place, "measures", number), measure)
        for place, cell in assessment.each_cell()
        for number, measure in enumerate(cell.measures)
    ]
