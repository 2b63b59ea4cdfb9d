"""Small models to analyse: a framework of four cells, and assessments in it of which only what matters is said."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from crosp_cli.analysis.assessment.cells import CellResult, State
from crosp_cli.model.assessment import Assessment, Cell, Measure, Place
from crosp_cli.model.framework import Framework
from crosp_cli.model.guidance import Reference
from crosp_cli.model.project import Project
from crosp_cli.reading.loaded import LoadedAssessment
from crosp_cli.reading.workspace import Context

PLACES = AA, AB, BA, BB = tuple(Place(principle, area) for principle in "ab" for area in "ab")
STEPS = (1, 2, 3, 5)
"""The values of the scale, with a gap, so that counting steps is not the same as subtracting."""


def named(name: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "title": {"en": name.upper()}, **more}


def framework(*, steps: tuple[int, ...] = STEPS, label: str = "step", areas: str = "ab", **head: Any) -> Framework:
    """A framework with the principles a and b; `label` is what each step of its scale is called."""
    scale = {"title": {"en": "S"}, "steps": [{"value": value, "label": {"en": f"{label} {value}"}} for value in steps]}
    return Framework.model_validate(
        {
            "head": {
                "format": "crosp-framework/1",
                "id": "small",
                "version": "1",
                "languages": ["en"],
                "title": {"en": "Small"},
                "levels": [
                    named("organiser", concerns="organiser"),
                    named("school", concerns="unit"),
                    named("class", concerns="unit"),
                ],
                "steps": [named(step) for step in ("current_state", "need", "measures")],
                "scale": scale,
                **head,
            },
            "principles": {"title": {"en": "P"}, "entries": [named(name) for name in "ab"]},
            "areas": {"title": {"en": "A"}, "entries": [named(name) for name in areas]},
        }
    )


def cell(
    rating: int | None = None,
    target: int | None = None,
    *,
    priority: str | None = None,
    analysis: str | None = None,
    measures: tuple[Measure, ...] = (),
    groups: Mapping[str, Mapping[int, int]] | None = None,
    **need: Any,
) -> Cell:
    """A cell; `groups` is how many of each group chose each step."""
    return Cell.model_validate(
        {
            "current_state": {"rating": rating, "group_ratings": groups or {}},
            "need": {"target": target, "priority": priority, "analysis": analysis, **need},
            "measures": [one.model_dump(by_alias=True) for one in measures],
        }
    )


def assessment(cells: Mapping[Place, Cell] | None = None, day: str = "2026-10-15", **head: Any) -> Assessment:
    """An assessment of the unit north at the level school, from the autumn of 2026."""
    rows: dict[str, dict[str, Any]] = {}
    for place, one in (cells or {}).items():
        rows.setdefault(place.principle, {})[place.area] = one.model_dump(by_alias=True, exclude_unset=True)
    known = {"framework": "small@1", "unit": "north", "level": "school", "occasion": "2026-ht"}
    return Assessment.model_validate(
        {"format": "crosp-assessment/1", **known, "date": day, **head, "cells": rows},
    )


def measure(name: str = "m", **values: Any) -> Measure:
    return Measure.model_validate({"id": name, "what": "Do it.", **values})


def project(*units: str, **more: Any) -> Project:
    """The organiser org with its units, in the order of its register."""
    known = [{"id": unit, "name": unit.title(), "school_forms": ["compulsory"]} for unit in units or ("north",)]
    organiser = {"id": "org", "name": "Org", "type": "municipal"}
    return Project.model_validate(
        {"format": "crosp-project/1", "framework": "small@1", "organiser": organiser, "units": known, **more}
    )


def loaded(
    found: Assessment,
    follows: Framework | None = None,
    *,
    of: Project | None = None,
    path: str = "a.yaml",
    home: str | None = "crosp.yaml",
) -> LoadedAssessment:
    """An assessment as if it had been read, in the framework that it `follows`."""
    context = Context(Path(home) if home else None, of, None, follows, None)
    return LoadedAssessment(path, found, context, "", follows)


def reference(
    name: str, kind: str = "law", binding: str = "shall", ties: tuple[Mapping[str, Any], ...] = (), **applies_to: Any
) -> Reference:
    return Reference.model_validate(
        {
            **named(name),
            "cells": ties,
            "kind": kind,
            "binding": binding,
            "as_of": "2026-01-01",
            "applies_to": applies_to,
        }
    )


def result(place: Place = AA, **values: Any) -> CellResult:
    """A cell as analysed: rated, at none of the lowest steps, with nothing that speaks for it, save what is said."""
    known: dict[str, Any] = {
        "state": State.RATED,
        "cell": None,
        "rating": 3,
        "target": None,
        "gap": None,
        "behind": (),
        "lowest_steps": False,
        "agreement": None,
        "untouched": False,
    }
    return CellResult(place, **{**known, **values})
