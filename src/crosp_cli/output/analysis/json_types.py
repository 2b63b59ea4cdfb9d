"""The shape of `crosp analyse --format json`, declared once: the writer is checked against it, the schema made of it.

What each part and key means stands in templates/schema/analysis.yaml. A key is always there; what is not known is
null. New keys may come within crosp-analysis/1, and no key changes its meaning.
"""

from typing import Literal, TypedDict

from crosp_cli.output.analysis.explanation import FellOn
from crosp_cli.output.analysis.json_types_across import CellsBy, Levels
from crosp_cli.output.json_types import CellName, Count, Day, Id, Other, ScaleStep, Standing, Status, Step, Steps

KnownChange = TypedDict(
    "KnownChange",
    {
        "what": str,
        "from": Day,
        "source": str,
        "sure": Literal["law-text", "preparatory-work", "second-hand", "unconfirmed"],
        "paraphrase_holds": bool,
    },
)
"""What changes in a reference, from a certain day."""


class BehindCell(TypedDict):
    """Something that stands behind a cell."""

    id: Id
    kind: Literal["law", "success-factor", "convention", "publication"]
    number: str | None
    title: str
    binding: Literal["shall", "may", "guidance"]
    duty: bool
    why: str | None
    as_of: Day
    changes: list[KnownChange]


class GroupSeen(TypedDict):
    """How a group, or small groups together, see a cell."""

    groups: list[Id]
    middle: list[Step]
    divided: bool


class GroupsThatDiffer(TypedDict):
    """Two groups that see a cell differently."""

    lower: list[Id]
    higher: list[Id]


class AgreementOfGroups(TypedDict):
    """How the groups see a cell."""

    groups: list[GroupSeen]
    differ: list[GroupsThatDiffer]
    not_asked: list[Id]
    held_back: bool


class AnalysedCell(TypedDict):
    """A cell as the assessment left it."""

    principle: Id
    area: Id
    state: Standing
    rating: Step | None
    target: Step | None
    gap: Other | None
    priority: Literal["high", "medium", "low"] | None
    need: bool
    groups_differ: bool
    agreement: AgreementOfGroups | None
    untouched: bool
    references: list[BehindCell]


class CountedCells(TypedDict):
    """How some cells are spread."""

    id: Id
    title: str
    steps: Steps
    not_rated: Count
    not_applicable: Count


class Profiles(TypedDict):
    """Profiles. They count cells and never add up steps."""

    principles: list[CountedCells]
    areas: list[CountedCells]
    factors: list[CountedCells]


GroundWord = Literal["priority", "duty", "gap", "groups-differ", "untouched"]


class InFocus(TypedDict):
    """A cell to begin with."""

    principle: Id
    area: Id
    grounds: list[GroundWord]
    reasons: list[str]


class Unplaced(TypedDict):
    """A cell where the law asks for something and the team has stated no priority."""

    principle: Id
    area: Id
    laws: list[Id]


class MissingGround(TypedDict):
    """A ground that does not hold."""

    ground: GroundWord
    reason: str


class NotInFocus(TypedDict):
    """A cell that is not in focus."""

    principle: Id
    area: Id
    step: FellOn
    against: CellName | None
    reason: str
    grounds: list[GroundWord]
    missing: list[MissingGround]


class AnalysedMeasure(TypedDict):
    """A measure."""

    id: Id
    principle: Id
    area: Id
    what: str
    responsible: str | None
    status: Status
    start: Day | None
    due: Day | None
    overdue: bool
    scope: Id | None
    orientation: Id | None


class SpreadCount(TypedDict):
    """How many measures of one kind."""

    orientation: Id | None
    scope: Id | None
    measures: Count


class SaidOfOrientation(TypedDict):
    """What a reference says of orientation."""

    id: Id
    title: str
    text: str | None
    as_of: Day
    concerns: bool


class ReadingHelp(TypedDict):
    """A shift of perspective."""

    id: Id
    before: str
    after: str
    question: str | None


class Orientation(TypedDict):
    """How the measures spread over orientations and scopes. The numbers pass no verdict."""

    counts: list[SpreadCount]
    said: list[SaidOfOrientation]
    shifts: list[ReadingHelp]


class AnalysedAssessment(TypedDict):
    """An assessment with its analysis."""

    framework: str
    unit: Id | None
    level: Id
    occasion: Id
    date: Day
    today: Day
    scale: list[ScaleStep]
    cells: list[AnalysedCell]
    profiles: Profiles
    focus: list[InFocus]
    unplaced: list[Unplaced]
    passed_over: list[NotInFocus] | None
    measures: list[AnalysedMeasure]
    orientation: Orientation | None


class AnalysisDocument(TypedDict):
    """What `crosp analyse --format json` writes. Every key is always there; what is not known is null."""

    format: Literal["crosp-analysis/1"]
    assessments: list[AnalysedAssessment]
    levels: Levels
    by: CellsBy | None
