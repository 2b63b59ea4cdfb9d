"""Profiles: how many cells stand at each step. Counts only; ratings are ordinal and have no average."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from crosp_cli.analysis.assessment.cells import CellResult, State
from crosp_cli.model.framework import Framework
from crosp_cli.model.guidance import References
from crosp_cli.text.languages import Text


class Profile(NamedTuple):
    """How some cells (those of a principle, an area, a success factor, a level) are spread over the scale."""

    id: str
    title: Text
    steps: tuple[tuple[int, int], ...]
    """Each step of the scale, lowest first, and how many cells stand at it."""
    not_rated: int
    not_applicable: int
    cells: tuple[CellResult, ...]
    """The cells that are counted, in the framework's order."""


def profile(name: str, title: Text, cells: Iterable[CellResult], framework: Framework) -> Profile:
    """Return how `cells` are spread over the framework's scale."""
    counted = tuple(cell for cell in cells if cell.state is not State.OUTSIDE)
    steps = tuple((step, sum(cell.rating == step for cell in counted)) for step in framework.head.scale.values)
    not_applicable = sum(cell.state is State.NOT_APPLICABLE for cell in counted)
    not_rated = len(counted) - not_applicable - sum(n for _, n in steps)
    return Profile(name, title, steps, not_rated, not_applicable, counted)


def by_principle(cells: Sequence[CellResult], framework: Framework) -> tuple[Profile, ...]:
    """Return a profile for each principle, in the framework's order."""
    return tuple(
        profile(entry.id, entry.title, (cell for cell in cells if cell.place.principle == entry.id), framework)
        for entry in framework.principles.entries
    )


def by_area(cells: Sequence[CellResult], framework: Framework) -> tuple[Profile, ...]:
    """Return a profile for each area, in the framework's order."""
    return tuple(
        profile(entry.id, entry.title, (cell for cell in cells if cell.place.area == entry.id), framework)
        for entry in framework.areas.entries
    )


def by_factor(cells: Sequence[CellResult], framework: Framework, references: References) -> tuple[Profile, ...]:
    """Return a profile for each success factor that stands behind a cell here, in the order of `references`.

    A cell belongs to each factor of its principle and its area: to several, or to none.
    """
    of: dict[str, list[CellResult]] = {}
    for cell in cells:
        for factor in {behind.reference.id for behind in cell.behind}:
            of.setdefault(factor, []).append(cell)
    factors = (one for one in references.in_order(of) if one.kind == "success-factor")
    profiles = (profile(factor.id, factor.title, of[factor.id], framework) for factor in factors)
    return tuple(found for found in profiles if found.cells)
