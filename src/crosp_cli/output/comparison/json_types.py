"""The shape of `crosp compare --format json`, declared once: the writer is checked against it, the schema made of it.

What each part and key means stands in templates/schema/change.yaml. A key is always there; null is "not there". New
keys may come within crosp-change/1, and no key changes its meaning.
"""

from typing import Literal, TypedDict

from crosp_cli.output.json_types import Count, Day, Id, Other, ScaleStep, Standing, Status, Step

Differs = Literal["none", "same", "changed", "new", "gone", "not-compared"]
"""How something on two occasions differs."""
Priority = Literal["high", "medium", "low"]


class ComparedOccasion(TypedDict):
    """One of the two occasions."""

    occasion: Id
    date: Day
    revision: str | None
    commit: str | None
    framework: str
    scale: list[ScaleStep]


class RatingChange(TypedDict):
    """A rating on two occasions."""

    change: Differs
    old: Step | None
    new: Step | None
    steps: Other | None


class TargetChange(TypedDict):
    """A target on two occasions."""

    change: Differs
    old: Step | None
    new: Step | None
    steps: Other | None
    reached: bool


class PriorityChange(TypedDict):
    """A priority on two occasions."""

    change: Differs
    old: Priority | None
    new: Priority | None


class ChangedCell(TypedDict):
    """A cell on two occasions."""

    principle: Id
    area: Id
    title: str
    old_state: Standing
    new_state: Standing
    rating: RatingChange
    target: TargetChange
    priority: PriorityChange
    need: Differs
    stuck: bool


class MeasureThen(TypedDict):
    """A measure as it stands on one occasion."""

    principle: Id
    area: Id
    status: Status
    due: Day | None
    follow_ups: Count


class ChangedMeasure(TypedDict):
    """A measure on two occasions."""

    id: Id
    outcome: Literal[
        "done",
        "started",
        "going-on",
        "resumed",
        "put-back",
        "dropped",
        "untouched",
        "gone",
        "new",
        "finished-before",
    ]
    old: MeasureThen | None
    new: MeasureThen | None
    due_moved: bool
    reworded: bool


class NotCompared(TypedDict):
    """Something that cannot be compared."""

    reason: Literal["scale-differs", "framework-missing", "cell-only-in-old", "cell-only-in-new"]
    principle: Id | None
    area: Id | None


class CellThen(TypedDict):
    """A cell on one of the occasions."""

    state: Standing | None
    rating: Step | None
    other_scale: bool


class CellInARow(TypedDict):
    """A cell over all occasions."""

    principle: Id
    area: Id
    moments: list[CellThen]


class ComparedAssessments(TypedDict):
    """What is different for one unit at one level."""

    unit: Id | None
    level: Id
    old: ComparedOccasion
    new: ComparedOccasion
    cells: list[ChangedCell]
    measures: list[ChangedMeasure]
    not_compared: list[NotCompared]
    occasions: list[str]
    series: list[CellInARow]


class ChangeDocument(TypedDict):
    """What `crosp compare --format json` writes. Every key is always there; what is not there is null."""

    format: Literal["crosp-change/1"]
    comparisons: list[ComparedAssessments]
