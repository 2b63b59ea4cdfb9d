"""The shape of what `crosp analyse --format json` says across assessments: levels side by side, and cells in groups.

It goes on where json_types.py ends, under the same rules.
"""

from typing import TypedDict

from crosp_cli.output.analysis.grouping import GroupedBy
from crosp_cli.output.json_types import Count, Day, Id, Standing, Step, Steps


class AssessmentName(TypedDict):
    """Which assessment it is."""

    unit: Id | None
    level: Id
    occasion: Id
    date: Day


class LevelCell(TypedDict):
    """What a level says of a cell."""

    level: Id
    state: Standing
    rating: Step | None


class DifferingCell(TypedDict):
    """A cell that the levels see differently."""

    principle: Id
    area: Id
    levels: list[LevelCell]


class LevelsCompared(TypedDict):
    """What several levels see in the same cells."""

    assessments: list[AssessmentName]
    differing: list[DifferingCell]
    alike: Count
    not_comparable: Count


class MisplacedMeasure(TypedDict):
    """A measure that another level can solve."""

    assessment: AssessmentName
    id: Id
    principle: Id
    area: Id
    what: str
    solves_at: Id
    other: AssessmentName | None
    there: list[Id]
    more_there: Count


class Levels(TypedDict):
    """The levels side by side."""

    comparisons: list[LevelsCompared]
    misplaced: list[MisplacedMeasure]


class StandingCell(TypedDict):
    """A cell and where it stands."""

    principle: Id
    area: Id
    state: Standing
    rating: Step | None


class CellGroup(TypedDict):
    """A group of cells."""

    id: Id
    title: str
    date: Day | None
    steps: Steps
    not_rated: Count
    not_applicable: Count
    cells: list[StandingCell]


class GroupThatTookPart(TypedDict):
    """A group that took part."""

    id: Id
    title: str
    count: Count | None


class CellSeen(TypedDict):
    """How a group sees a cell."""

    principle: Id
    area: Id
    middle: list[Step]
    divided: bool


class CellsSeen(TypedDict):
    """How a group, or small groups together, see the cells."""

    groups: list[Id]
    cells: list[CellSeen]


class ArenaOfGroups(TypedDict):
    """An arena, who took part from it, and how its groups see the cells."""

    id: Id | None
    title: str
    task: str | None
    took_part: list[GroupThatTookPart]
    seen: list[CellsSeen]


class GroupedCells(TypedDict):
    """An assessment's cells in groups."""

    assessments: list[AssessmentName]
    groups: list[CellGroup]
    arenas: list[ArenaOfGroups]
    outside: list[StandingCell]


class CellsBy(TypedDict):
    """The cells in groups."""

    kind: GroupedBy
    grouped: list[GroupedCells]
