"""Profiles: how many cells stand at each step. Counts only; ratings are ordinal and have no average."""

from collections.abc import Iterable
from dataclasses import dataclass

from crosp_cli.analysis.cells import CellResult, State
from crosp_cli.model.framework import Entry, Framework
from crosp_cli.texts import Text


@dataclass(frozen=True, slots=True)
class Profile:
    """How the cells of one principle or area are spread over the scale."""

    id: str
    title: Text
    steps: tuple[tuple[int, int], ...]
    """Each step of the scale, lowest first, and how many cells stand at it."""
    not_rated: int
    not_applicable: int


def by_principle(cells: Iterable[CellResult], framework: Framework) -> tuple[Profile, ...]:
    """Return a profile for each principle, in the framework's order."""
    results = list(cells)
    return tuple(
        _profile(entry, [cell for cell in results if cell.place.principle == entry.id], framework)
        for entry in framework.principles.entries
    )


def by_area(cells: Iterable[CellResult], framework: Framework) -> tuple[Profile, ...]:
    """Return a profile for each area, in the framework's order."""
    results = list(cells)
    return tuple(
        _profile(entry, [cell for cell in results if cell.place.area == entry.id], framework)
        for entry in framework.areas.entries
    )


def _profile(entry: Entry, cells: list[CellResult], framework: Framework) -> Profile:
    steps = tuple((step, sum(cell.rating == step for cell in cells)) for step in framework.head.scale.values)
    not_applicable = sum(cell.state is State.NOT_APPLICABLE for cell in cells)
    return Profile(entry.id, entry.title, steps, len(cells) - not_applicable - sum(n for _, n in steps), not_applicable)
