"""What one assessment leaves to the next: targets, unfinished measures, and cells that did not apply."""

from collections.abc import Iterator, Mapping
from typing import Any

from crosp_cli.editing.new.assessment import CarriedOver
from crosp_cli.model.assessment import Assessment, Cell, Place
from crosp_cli.reading.yaml.tree import Tree


def carried_over(assessment: Assessment, tree: Tree) -> dict[Place, CarriedOver]:
    """Return what the assessment after `assessment` begins with, in the words that stand in its file.

    Targets and unfinished measures, each marked with the occasion it comes from, so that a reader sees what is new.
    """
    return dict(_cells(assessment, tree))


def _cells(assessment: Assessment, tree: Tree) -> Iterator[tuple[Place, CarriedOver]]:
    for place, cell in assessment.each_cell():
        written: Any = tree.data["cells"]
        measures = tuple(_measures(cell, written[place.principle][place.area], assessment.occasion))
        target = _target(cell)
        if target is not None or measures or cell.not_applicable is not None:
            yield place, CarriedOver(assessment.occasion, target, measures, cell.not_applicable)


def _target(cell: Cell) -> str | None:
    """The target; None where it was met already: then there is nothing left of it to carry."""
    rating, target = cell.current_state.rating, cell.need.target
    return None if target is None or (rating is not None and rating >= target) else str(target)


def _measures(cell: Cell, written: Any, occasion: str) -> Iterator[Mapping[str, Any]]:
    for number, measure in enumerate(cell.measures):
        if not measure.is_finished:
            yield {**written["measures"][number], "carried_over_from": occasion}
