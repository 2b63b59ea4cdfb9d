"""What is different between two assessments of one unit at one level, cell by cell. Described, never explained.

There is no total, and nothing is called better or worse: a rating went from one step to another, a measure was done.
The framework may have changed in between. What then cannot be compared is listed with the reason.
"""

from collections.abc import Container, Iterator, Sequence
from enum import Enum
from typing import Generic, NamedTuple, TypeVar

from crosp_cli.analysis.assessment.cells import State, state_of
from crosp_cli.analysis.comparison.measures import MeasureChange, Outcome, measure_changes
from crosp_cli.model.assessment import Assessment, Cell, Place, Priority
from crosp_cli.model.framework import Framework, Scale
from crosp_cli.model.project import Project
from crosp_cli.reading.loaded import LoadedAssessment

T = TypeVar("T")


class DifferenceKind(Enum):
    """How something on two occasions differs."""

    NONE = "none"
    """It stands on neither."""
    SAME = "same"
    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"
    NOT_COMPARED = "not-compared"
    """It stands on both, and they cannot be held against each other."""


class Difference(NamedTuple, Generic[T]):
    """A value on two occasions; None where it does not stand."""

    kind: DifferenceKind
    old: T | None
    new: T | None
    steps: int | None = None
    """For what stands on a scale that both share: how many steps up, negative for down; None unless both stand."""


class Reason(Enum):
    """Why something cannot be compared."""

    SCALE_DIFFERS = "scale-differs"
    FRAMEWORK_MISSING = "framework-missing"
    """One of the assessments is written against a framework that is not here, so its scale is not known."""
    CELL_ONLY_IN_OLD = "cell-only-in-old"
    CELL_ONLY_IN_NEW = "cell-only-in-new"


class NotCompared(NamedTuple):
    """Something that cannot be compared: a cell, or (without a place) every rating and target."""

    reason: Reason
    place: Place | None = None


class CellChange(NamedTuple):
    """A cell that both frameworks have, on two occasions."""

    place: Place
    old_state: State
    new_state: State
    rating: Difference[int]
    target: Difference[int]
    priority: Difference[Priority]
    need: DifferenceKind
    target_reached: bool
    """Whether the later rating is at the earlier target or above it, and the earlier rating was not."""
    stuck: bool
    """Whether a need stands as it did on another day: the same rating and target, the target not reached, and nothing
    has happened to any measure."""

    @property
    def is_still(self) -> bool:
        """Whether there is nothing to tell, apart from what its measures tell."""
        if self.new_state is State.OUTSIDE or {self.old_state, self.new_state} == {State.OUTSIDE, State.NOT_ASSESSED}:
            return True
        differences = (self.rating.kind, self.target.kind, self.priority.kind, self.need)
        return (
            all(kind in (DifferenceKind.NONE, DifferenceKind.SAME) for kind in differences)
            and self.old_state is self.new_state
            and not self.stuck
        )


class Change(NamedTuple):
    """What is different between an earlier and a later assessment."""

    old: LoadedAssessment
    new: LoadedAssessment
    framework: Framework
    """The later one's framework, or the earlier one's where that is not to be had: whose order and titles count."""
    project: Project | None
    cells: tuple[CellChange, ...]
    """The cells that both frameworks have, in the framework's order."""
    measures: tuple[MeasureChange, ...]
    not_compared: tuple[NotCompared, ...]

    @property
    def same_day(self) -> bool:
        """Whether both tell of one day, so that nothing can have happened between them but writing."""
        return self.old.assessment.date == self.new.assessment.date

    @property
    def stuck(self) -> tuple[CellChange, ...]:
        """The cells that got stuck."""
        return tuple(cell for cell in self.cells if cell.stuck)

    def of(self, *outcomes: Outcome) -> tuple[MeasureChange, ...]:
        """The measures that came to one of `outcomes`."""
        return tuple(measure for measure in self.measures if measure.outcome in outcomes)


def change(old: LoadedAssessment, new: LoadedAssessment, project: Project | None) -> Change:
    """Return what is different between `old` and `new`, which are of one unit at one level.

    Raises:
        ValueError: neither framework is known, so that nobody can say what the cells are.
    """
    framework = new.named_framework or old.named_framework
    if framework is None:
        raise ValueError("neither framework is known")
    shared = scale_shared(old.named_framework, new.named_framework)
    every_place = _every_place(framework, old.named_framework)
    before = set(old.named_framework.places if old.named_framework else framework.places)
    places = [place for place in framework.places if place in before]
    measures = measure_changes(old.assessment, new.assessment, every_place)
    still = (Outcome.UNTOUCHED, Outcome.FINISHED_BEFORE)
    worked_on = {place for measure in measures if measure.outcome not in still for place in measure.places}
    return Change(
        old=old,
        new=new,
        framework=framework,
        project=project,
        cells=tuple(_cell(place, old.assessment, new.assessment, shared, worked_on) for place in places),
        measures=measures,
        not_compared=tuple(_not_compared(old, new, places, every_place, shared)),
    )


def scale_shared(one: Framework | None, other: Framework | None) -> Scale | None:
    """Return the scale if both frameworks have the same, else None.

    It is the same if its steps have the same values, and each step has the same name in a language that both have: a
    mended spelling in one of the languages does not make it another scale.
    """
    if one is None or other is None:
        return None
    scale, others = one.head.scale, other.head.scale
    same = scale.values == others.values and all(
        any(text == b.label.get(language) for language, text in a.label.items())
        for a, b in zip(scale.steps, others.steps, strict=True)
    )
    return others if same else None


def _cell(
    place: Place, old: Assessment, new: Assessment, scale: Scale | None, worked_on: Container[Place]
) -> CellChange:
    before, after = old.cell(place) or Cell(), new.cell(place) or Cell()
    rating = _on_scale(before.current_state.rating, after.current_state.rating, scale)
    target = _on_scale(before.need.target, after.need.target, scale)
    need = _kind(not before.need.is_empty or None, not after.need.is_empty or None)
    return CellChange(
        place=place,
        old_state=state_of(old.cell(place)),
        new_state=state_of(new.cell(place)),
        rating=rating,
        target=target,
        priority=Difference(
            _kind(before.need.priority, after.need.priority), before.need.priority, after.need.priority
        ),
        need=need,
        target_reached=scale is not None
        and _at_or_above(scale, rating.new, target.old)
        and not _at_or_above(scale, rating.old, target.old),
        stuck=old.date != new.date
        and need is DifferenceKind.SAME
        and {rating.kind, target.kind} <= {DifferenceKind.SAME, DifferenceKind.NONE}
        and not (scale is not None and _at_or_above(scale, rating.new, target.new))
        and place not in worked_on,
    )


def _on_scale(old: int | None, new: int | None, scale: Scale | None) -> Difference[int]:
    if old is None or new is None:
        return Difference(_kind(old, new), old, new)
    if scale is None:
        return Difference(DifferenceKind.NOT_COMPARED, old, new)
    return Difference(_kind(old, new), old, new, scale.gap(old, new))


def _kind(old: object | None, new: object | None) -> DifferenceKind:
    if old is None:
        return DifferenceKind.NONE if new is None else DifferenceKind.NEW
    if new is None:
        return DifferenceKind.GONE
    return DifferenceKind.SAME if old == new else DifferenceKind.CHANGED


def _at_or_above(scale: Scale, rating: int | None, target: int | None) -> bool:
    return rating is not None and target is not None and scale.gap(rating, target) <= 0


def _every_place(framework: Framework, other: Framework | None) -> tuple[Place, ...]:
    return tuple(dict.fromkeys((*framework.places, *(other.places if other else ()))))


def _not_compared(
    old: LoadedAssessment,
    new: LoadedAssessment,
    compared: Sequence[Place],
    every_place: Sequence[Place],
    shared: Scale | None,
) -> Iterator[NotCompared]:
    if old.named_framework is None or new.named_framework is None:
        yield NotCompared(Reason.FRAMEWORK_MISSING)
    elif shared is None:
        yield NotCompared(Reason.SCALE_DIFFERS)
    order = {place: number for number, place in enumerate(every_place)}
    for one, reason in ((old, Reason.CELL_ONLY_IN_OLD), (new, Reason.CELL_ONLY_IN_NEW)):
        written = {place for place, cell in one.assessment.each_cell() if not cell.is_empty}
        for place in sorted(written - set(compared), key=lambda place: (order.get(place, len(order)), place)):
            yield NotCompared(reason, place)
