"""Comparisons for programs, in the shape that json_types.py declares. Null is "not there"."""

import json
from collections.abc import Sequence

from crosp_cli.analysis.comparison.compare import CellChange, Difference
from crosp_cli.analysis.comparison.measures import Located, MeasureChange
from crosp_cli.analysis.comparison.time_series import CellSeries
from crosp_cli.output.comparison import json_types as shape
from crosp_cli.output.comparison.build import cell_title
from crosp_cli.output.comparison.views import Comparison
from crosp_cli.reading.loaded import LoadedAssessment
from crosp_cli.text.languages import pick


def as_json(comparisons: Sequence[Comparison]) -> str:
    """Return comparisons in the format `crosp-change/1`. What people wrote at length is left out."""
    document: shape.ChangeDocument = {
        "format": "crosp-change/1",
        "comparisons": [_comparison(found) for found in comparisons],
    }
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)


def _comparison(found: Comparison) -> shape.ComparedAssessments:
    change = found.change
    return {
        "unit": change.new.assessment.unit,
        "level": change.new.assessment.level,
        "old": _occasion(change.old, found.language),
        "new": _occasion(change.new, found.language),
        "cells": [_cell(cell, found) for cell in change.cells],
        "measures": [_measure(measure) for measure in change.measures],
        "not_compared": [
            {
                "reason": what.reason.value,
                "principle": what.place.principle if what.place else None,
                "area": what.place.area if what.place else None,
            }
            for what in change.not_compared
        ],
        "occasions": list(found.occasions),
        "series": [_series(cell) for _title, cell in found.series],
    }


def _occasion(one: LoadedAssessment, language: str) -> shape.ComparedOccasion:
    assessment, framework = one.assessment, one.named_framework
    steps = framework.head.scale.steps if framework else ()
    return {
        "occasion": assessment.occasion,
        "date": assessment.date.isoformat(),
        "revision": one.revision,
        "commit": one.commit,
        "framework": assessment.framework,
        "scale": [{"value": step.value, "label": pick(step.label, language)} for step in steps],
    }


def _cell(cell: CellChange, found: Comparison) -> shape.ChangedCell:
    frameworks = (found.change.new.named_framework, found.change.old.named_framework)
    return {
        "principle": cell.place.principle,
        "area": cell.place.area,
        "title": cell_title(cell.place, frameworks, found.language),
        "old_state": cell.old_state.value,
        "new_state": cell.new_state.value,
        "rating": _rating(cell.rating),
        "target": {**_rating(cell.target), "reached": cell.target_reached},
        "priority": {"change": cell.priority.kind.value, "old": cell.priority.old, "new": cell.priority.new},
        "need": cell.need.value,
        "stuck": cell.stuck,
    }


def _rating(rating: Difference[int]) -> shape.RatingChange:
    return {"change": rating.kind.value, "old": rating.old, "new": rating.new, "steps": rating.steps}


def _measure(measure: MeasureChange) -> shape.ChangedMeasure:
    return {
        "id": measure.latest.measure.id,
        "outcome": measure.outcome.value,
        "old": _located(measure.old),
        "new": _located(measure.new),
        "due_moved": measure.due_moved,
        "reworded": measure.reworded,
    }


def _located(located: Located | None) -> shape.MeasureThen | None:
    if located is None:
        return None
    measure = located.measure
    return {
        "principle": located.place.principle,
        "area": located.place.area,
        "status": measure.status,
        "due": measure.due.isoformat() if measure.due else None,
        "follow_ups": measure.follow_ups_made,
    }


def _series(cell: CellSeries) -> shape.CellInARow:
    return {
        "principle": cell.place.principle,
        "area": cell.place.area,
        "moments": [
            {
                "state": moment.state.value if moment.state else None,
                "rating": moment.rating,
                "other_scale": moment.other_scale,
            }
            for moment in cell.moments
        ],
    }
