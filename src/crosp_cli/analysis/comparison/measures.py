"""What has happened to each measure between two assessments. Described, never explained."""

from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from typing import Any, NamedTuple

from crosp_cli.model.assessment import Assessment, Measure, Place


class Outcome(Enum):
    """What became of a measure, in the order in which it is told."""

    DONE = "done"
    STARTED = "started"
    GOING_ON = "going-on"
    """Open both times with the same status, and something has happened: a follow-up, another date, other words."""
    RESUMED = "resumed"
    """It was finished, and is planned or under way again."""
    PUT_BACK = "put-back"
    """It was under way, and is planned again."""
    DROPPED = "dropped"
    UNTOUCHED = "untouched"
    """Open both times, and it stands exactly as it did."""
    GONE = "gone"
    """It was open, and the later assessment does not have it: nobody has said what became of it."""
    NEW = "new"
    FINISHED_BEFORE = "finished-before"
    """It was finished already; whether the later assessment still has it says nothing."""


class Located(NamedTuple):
    """A measure and the cell it stands in."""

    place: Place
    measure: Measure


class MeasureChange(NamedTuple):
    """A measure on two occasions; None for the occasion that does not have it."""

    outcome: Outcome
    old: Located | None
    new: Located | None

    @property
    def latest(self) -> Located:
        """The measure as the later assessment has it, else as the earlier one did."""
        found = self.new or self.old
        assert found is not None  # noqa: S101 -- one of them is there
        return found

    @property
    def follow_ups_more(self) -> int:
        """How many more follow-ups with a result there are; negative where results have been taken away."""
        if self.old is None or self.new is None:
            return 0
        return self.new.measure.follow_ups_made - self.old.measure.follow_ups_made

    @property
    def due_moved(self) -> bool:
        """Whether both have the measure and its due date is another, or there is one on one occasion only."""
        return self.old is not None and self.new is not None and self.old.measure.due != self.new.measure.due

    @property
    def reworded(self) -> bool:
        """Whether both have the measure and say in other words what it is."""
        return self.old is not None and self.new is not None and self.old.measure.what != self.new.measure.what

    @property
    def moved(self) -> bool:
        """Whether the measure stands in another cell than before."""
        return self.old is not None and self.new is not None and self.old.place != self.new.place

    @property
    def places(self) -> set[Place]:
        """The cells that the measure stands, or stood, in."""
        return {located.place for located in (self.old, self.new) if located is not None}


def measure_changes(old: Assessment, new: Assessment, places: Sequence[Place]) -> tuple[MeasureChange, ...]:
    """Return what became of every measure in `old` or `new`: by outcome, in the order of `places`, by identifier.

    Measures are the same if they have the same identifier, also where they have moved to another cell.
    """
    order = {place: number for number, place in enumerate(places)}
    changes = (
        MeasureChange(_outcome(before, after), before, after) for before, after in _matched(_all(old), _all(new))
    )
    return tuple(sorted(changes, key=lambda change: _order(change, order)))


def _order(change: MeasureChange, order: dict[Place, int]) -> tuple[Any, ...]:
    place, measure = change.latest.place, change.latest.measure
    return (list(Outcome).index(change.outcome), order.get(place, len(order)), place, measure.id, repr(measure))


def _all(assessment: Assessment) -> list[Located]:
    return [Located(place, measure) for place, cell in assessment.each_cell() for measure in cell.measures]


def _matched(old: list[Located], new: list[Located]) -> Iterator[tuple[Located | None, Located | None]]:
    """Yield each measure of either with the other's of the same identifier: in the same cell first, then in any.

    Two of one identifier (CR406 says so) are matched in an order that does not depend on the files' order.
    """
    pairs: list[tuple[Located | None, Located | None]] = []
    before, after = old, new
    by_cell, anywhere = _in_its_cell, _anywhere
    for key in (by_cell, anywhere):
        found, before, after = _paired(before, after, key)
        pairs += found
    yield from pairs
    yield from ((located, None) for located in before)
    yield from ((None, located) for located in after)


def _in_its_cell(located: Located) -> object:
    return located.place, located.measure.id


def _anywhere(located: Located) -> object:
    return located.measure.id


def _paired(
    old: list[Located], new: list[Located], key: Callable[[Located], object]
) -> tuple[list[tuple[Located, Located]], list[Located], list[Located]]:
    """Pair what has the same key; return the pairs, and what is left on each side."""
    waiting: dict[object, list[Located]] = {}
    for located in sorted(new, key=repr, reverse=True):
        waiting.setdefault(key(located), []).append(located)
    pairs, left = [], []
    for located in sorted(old, key=repr):
        same = waiting.get(key(located))
        if same:
            pairs.append((located, same.pop()))
        else:
            left.append(located)
    return pairs, left, [located for rest in waiting.values() for located in rest]


def _outcome(old: Located | None, new: Located | None) -> Outcome:
    if old is None:
        return Outcome.NEW
    before = old.measure
    if new is None:
        return Outcome.FINISHED_BEFORE if before.is_finished else Outcome.GONE
    after = new.measure
    match before.status, after.status:
        case first, second if first == second:
            return _same_status(before, after)
        case _, "done":
            return Outcome.DONE
        case _, "dropped":
            return Outcome.DROPPED
        case (("done" | "dropped"), _):
            return Outcome.RESUMED
        case "planned", "ongoing":
            return Outcome.STARTED
    return Outcome.PUT_BACK


def _same_status(before: Measure, after: Measure) -> Outcome:
    if before.is_finished:
        return Outcome.FINISHED_BEFORE
    return Outcome.UNTOUCHED if before.standing == after.standing else Outcome.GOING_ON
