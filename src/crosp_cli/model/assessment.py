"""An assessment: what one unit, or the organiser, found at one level on one occasion, cell by cell."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from crosp_cli.model.fields import Day, Explanation, Few, Filled, Items, Record, Repeated, Said, Slug, Table, Whole

FORMAT = "crosp-assessment/1"

Priority = Literal["high", "medium", "low"]
Status = Literal["planned", "ongoing", "done", "dropped"]
Source = Literal["survey", "interview", "observation", "records", "self-report"]
Decision = Literal["continue", "adjust", "stop"]


class Participants(Record):
    """How many of a group took part. Never who."""

    group: Slug
    count: Whole | None = None


class CurrentState(Record):
    """The first step: what exists here, what is known of it, what it rests on."""

    reflection: Said = None
    rating: Whole | None = None
    evidence: Items[Filled] = ()
    helps: Items[Filled] = ()
    hinders: Items[Filled] = ()
    group_ratings: Table[dict[Whole, Whole]] = Field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been written yet."""
        return not (
            self.reflection
            or self.rating is not None
            or self.evidence
            or self.helps
            or self.hinders
            or self.group_ratings
        )


class Need(Record):
    """The second step: what needs to develop, how far, and how urgent it is."""

    analysis: Said = None
    target: Whole | None = None
    priority: Priority | None = None
    carried_over_from: Slug | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been written yet."""
        return not (self.analysis or self.target is not None or self.priority)

    @property
    def is_answered(self) -> bool:
        """Whether this occasion says something of it: a target from another occasion is no answer yet."""
        return bool(self.analysis or self.priority or (self.target is not None and not self.carried_over_from))


class Conditions(Record):
    """The three conditions of collaboration, as Kunskapsguiden names them."""

    governance: Repeated = None
    structure: Repeated = None
    shared_understanding: Repeated = None


class Collaboration(Record):
    """Others who are needed for a measure, what for, and at which level the problem can be solved."""

    entry: Slug | None = None
    """The short name of one in a register of collaborations, whose texts stand here then."""
    with_: Few[Filled] = Field(default=(), alias="with")
    purpose: Said = None
    solves_at: Slug | None = None
    conditions: Conditions | None = None
    confidentiality: Said = None


class FollowUp(Record):
    """A follow-up of a measure: planned while it has no result, made once it has."""

    date: Day | None = None
    source: Source | None = None
    result: Said = None
    other_explanations: Said = None
    decision: Decision | None = None


class Measure(Record):
    """The third step: what will be done, by which role, when, and how it is followed up."""

    id: Slug
    what: Explanation
    responsible: Repeated = None
    scope: Slug | None = None
    orientation: Slug | None = None
    start: Day | None = None
    due: Day | None = None
    status: Status = "planned"
    builds_on: Said = None
    carried_over_from: Slug | None = None
    collaboration: Collaboration | None = None
    follow_ups: Few[FollowUp] = ()

    @property
    def is_finished(self) -> bool:
        """Whether nothing more is expected of it."""
        return self.status in ("done", "dropped")

    @property
    def follow_ups_made(self) -> int:
        """How many of its follow-ups have a result."""
        return sum(1 for follow_up in self.follow_ups if follow_up.result)

    @property
    def standing(self) -> tuple[str, Status, Day | None, int]:
        """What becomes different when somebody works on the measure; alike on two occasions, it is untouched."""
        return (self.what, self.status, self.due, self.follow_ups_made)


def _nothing_is_empty_part(value: Any) -> Any:
    return {} if value is None else value


class Cell(Record):
    """One cell of the matrix: a principle seen through an area."""

    not_applicable: Filled | None = None
    current_state: Annotated[CurrentState, BeforeValidator(_nothing_is_empty_part)] = CurrentState.model_construct(
        evidence=(), helps=(), hinders=(), group_ratings={}
    )
    need: Annotated[Need, BeforeValidator(_nothing_is_empty_part)] = Need.model_construct()
    measures: Items[Measure] = ()

    @model_validator(mode="before")
    @classmethod
    def _alone(cls, value: Any) -> Any:
        if value is None:
            return {}
        if isinstance(value, dict) and value.get("not_applicable") is not None and len(value) > 1:
            raise PydanticCustomError("crosp_not_alone", "not applicable stands alone")
        return value

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been written in any of the three steps, nor why the cell does not apply."""
        return not self.not_applicable and self.current_state.is_empty and self.need.is_empty and not self.measures

    @property
    def is_answered(self) -> bool:
        """Whether this occasion says something of it. What was carried over to it says nothing yet."""
        return (
            bool(self.not_applicable)
            or not self.current_state.is_empty
            or self.need.is_answered
            or any(not measure.carried_over_from for measure in self.measures)
        )


class Place(NamedTuple):
    """A cell's principle and area."""

    principle: str
    area: str


class Assessment(Record):
    """A whole document with `format: crosp-assessment/1`."""

    format: Literal["crosp-assessment/1"]
    framework: Filled
    unit: Slug | None = None
    level: Slug
    occasion: Slug
    date: Day
    participants: Items[Participants] = ()
    cells: Table[Table[Cell]] = Field(default_factory=dict)
    kept_from: Table[Any] = Field(default_factory=dict)
    """What has had no place in the framework since an older version of it, by that version: texts in any shape.

    crosp carries it along and shows it, and never analyses it. `crosp migrate` writes it.
    """

    def units_named(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """The unit, where it concerns one."""
        if self.unit is not None:
            yield ("unit",), self.unit

    def each_cell(self) -> Iterator[tuple[Place, Cell]]:
        """Every cell that stands in the document, in the document's order."""
        for principle, row in self.cells.items():
            for area, cell in row.items():
                yield Place(principle, area), cell

    @property
    def has_begun(self) -> bool:
        """Whether a question has been answered. Why a cell does not apply may be from the occasion before."""
        return any(cell.is_answered and not cell.not_applicable for _, cell in self.each_cell())

    def cell(self, place: Place) -> Cell | None:
        """The cell at `place`, or None where the document does not have it."""
        return self.cells.get(place.principle, {}).get(place.area)
