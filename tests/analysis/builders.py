"""Small frameworks and assessments, made as values: two principles, two areas, four steps, five groups."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from crosp_cli.analysis.assessment.analyse import Analysis, analyse
from crosp_cli.analysis.assessment.cells import CellResult, State
from crosp_cli.model.assessment import Assessment, Cell, Measure, Place
from crosp_cli.model.framework import Framework
from crosp_cli.model.guidance import References
from crosp_cli.model.project import Project

TODAY = date(2026, 11, 1)
AA, AB, BA, BB = (Place(row, column) for row in ("a", "b") for column in ("x", "y"))
"""The four cells, in the framework's order."""


def text(words: str) -> dict[str, str]:
    return {"en": words}


def named(*names: str, **more: Any) -> list[dict[str, Any]]:
    return [{"id": name, "title": text(name), **more} for name in names]


def framework(version: str = "1", steps: int = 4, first: int = 0, **head: Any) -> Framework:
    """Return a framework whose scale has so many steps; `head` takes the place of parts of its head."""
    whole = {
        "format": "crosp-framework/1",
        "id": "small",
        "version": version,
        "languages": ["en"],
        "title": text("Small"),
        "levels": [*named("organiser", concerns="organiser"), *named("school", "teaching", concerns="unit")],
        "steps": named("current_state", "need", "measures"),
        "scale": {
            "title": text("Scale"),
            "steps": [{"value": first + n, "label": text(f"step {n}")} for n in range(steps)],
        },
        "arenas": named("pupil-health", "teaching"),
        "groups": [
            *named("nurses", "counsellors", "psychologists", arena="pupil-health"),
            *named("teachers", arena="teaching", expected_at=["school"]),
            *named("guardians"),
        ],
        "orientations": named("promoting", "remedial"),
        "scopes": named("group", "individual"),
    }
    axes = {
        "principles": {"title": text("Rows"), "entries": named("a", "b")},
        "areas": {"title": text("Columns"), "entries": named("x", "y")},
    }
    return Framework.model_validate({"head": whole | head, **axes})


def assessment(cells: Mapping[Place, Mapping[str, Any]] | None = None, **more: Any) -> Assessment:
    """Return an assessment of the unit `hill` at the level school, with those cells."""
    rows: dict[str, dict[str, Any]] = {}
    for place, cell in (cells or {}).items():
        rows.setdefault(place.principle, {})[place.area] = cell
    head = {"unit": "hill", "level": "school", "occasion": "2026-ht", "date": "2026-10-15"}
    whole = {"format": "crosp-assessment/1", "framework": "small@1", **head, "cells": rows}
    return Assessment.model_validate(whole | more)


def rated(rating: int | None = None, **need: Any) -> dict[str, Any]:
    """Return a cell with that rating and that need."""
    return {"current_state": {"rating": rating}, "need": need}


def answered(**groups: Mapping[int, int]) -> dict[str, Any]:
    """Return a cell with what groups answered: how many people chose each step."""
    return {"current_state": {"group_ratings": groups}}


def measure(name: str = "m", **more: Any) -> dict[str, Any]:
    return {"id": name, "what": f"Do {name}", **more}


def measure_model(**more: Any) -> Measure:
    return Measure.model_validate(measure(**more))


def project(smallest_group: int = 5, **more: Any) -> Project:
    """Return a municipal organiser with the units `hill` and `dale`, both compulsory schools."""
    whole = {
        "format": "crosp-project/1",
        "framework": "small@1",
        "organiser": {"id": "town", "name": "Town", "type": "municipal"},
        "units": [{"id": name, "name": name.title(), "school_forms": ["compulsory"]} for name in ("hill", "dale")],
        "privacy": {"smallest_group": smallest_group},
    }
    return Project.model_validate(whole | more)


def analysed(
    one: Assessment, *series: Assessment, within: Project | None = None, of: Framework | None = None
) -> Analysis:
    """Return the analysis of `one`, with the others of its project beside it."""
    return analyse(one, of or framework(), References(), within, TODAY, series)


def result(place: Place = AA, **more: Any) -> CellResult:
    """Return a cell as the analysis sees it: rated at the third step, and nothing else."""
    whole: dict[str, Any] = {
        "place": place, "state": State.RATED, "cell": Cell(), "rating": 2, "target": None, "gap": None,
        "references": (), "lowest_steps": False, "agreement": None, "untouched": False,
    }  # fmt: skip
    return CellResult(**(whole | more))
