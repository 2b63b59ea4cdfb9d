"""One unit at one level over several occasions: each cell's ratings in a row. Shown as they are, never added up."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crosp_cli.analysis.assessment.cells import State, state_of
from crosp_cli.analysis.comparison.compare import scale_shared
from crosp_cli.model.assessment import Place
from crosp_cli.model.framework import Framework
from crosp_cli.reading.loaded import LoadedAssessment


class Moment(NamedTuple):
    """A cell on one occasion."""

    state: State | None
    """None where that occasion's framework does not have the cell."""
    rating: int | None
    """The rating on the last occasion's scale; None without one, and where the scale was another."""
    other_scale: bool
    """Whether it was rated on a scale that cannot be held against the last occasion's."""


class CellSeries(NamedTuple):
    """A cell on every occasion, the earliest first."""

    place: Place
    moments: tuple[Moment, ...]


def series(every: Sequence[LoadedAssessment], framework: Framework) -> tuple[CellSeries, ...]:
    """Return each cell of `framework`, the last occasion's, over `every` occasion, the earliest first."""
    comparable = [scale_shared(one.named_framework, framework) is not None for one in every]
    return tuple(CellSeries(place, tuple(_moments(place, every, comparable))) for place in framework.places)


def _moments(place: Place, every: Sequence[LoadedAssessment], are_comparable: Sequence[bool]) -> Iterator[Moment]:
    for one, comparable in zip(every, are_comparable, strict=True):
        if one.named_framework is not None and not one.named_framework.has(place):
            yield Moment(None, None, other_scale=False)
            continue
        cell = one.assessment.cell(place)
        rating = cell.current_state.rating if cell else None
        yield Moment(state_of(cell), rating if comparable else None, rating is not None and not comparable)
