"""The analysis for programs: one JSON object for each assessment. Texts in one language, ids as in the files."""

import json
from collections.abc import Sequence
from typing import Any

from crosp_cli.analysis.agreement import Agreement
from crosp_cli.analysis.profiles import Profile
from crosp_cli.rendering.report import Report
from crosp_cli.texts import pick

FORMAT = "crosp-analysis/1"


def as_json(reports: Sequence[Report]) -> str:
    """Return `{"format": …, "assessments": […]}`. A rating that was not given is null, never a number."""
    return json.dumps(
        {"format": FORMAT, "assessments": [_assessment(report) for report in reports]},
        ensure_ascii=False,
        indent=2,
        allow_nan=False,
    )


def _assessment(report: Report) -> dict[str, Any]:
    analysis = report.analysis
    assessment = analysis.assessment
    return {
        "framework": analysis.framework.name,
        "unit": assessment.unit,
        "level": assessment.level,
        "occasion": assessment.occasion,
        "date": assessment.date.isoformat(),
        "today": analysis.today.isoformat(),
        "scale": [{"value": step.value, "label": step.label.text} for step in report.scale],
        "cells": [
            {
                "principle": cell.place.principle,
                "area": cell.place.area,
                "state": cell.state.value,
                "rating": cell.rating,
                "target": cell.target,
                "gap": cell.gap,
                "priority": cell.cell.need.priority if cell.cell else None,
                "need": bool(cell.cell and not cell.cell.need.is_empty),
                "groups_differ": cell.groups_differ,
                "agreement": _agreement(cell.agreement),
                "untouched": cell.untouched,
                "references": [
                    {"id": reference.id, "duty": reference.is_duty, "as_of": reference.as_of.isoformat()}
                    for reference in cell.references
                ],
            }
            for cell in analysis.cells
        ],
        "profiles": {
            "principles": [_profile(profile, report.language) for profile in analysis.principles],
            "areas": [_profile(profile, report.language) for profile in analysis.areas],
        },
        "focus": [
            {
                "principle": focus.cell.place.principle,
                "area": focus.cell.place.area,
                "grounds": [ground.value for ground in focus.grounds],
                "reasons": list(view.reasons),
            }
            for focus, view in zip(analysis.focus, report.focus, strict=True)
        ],
        "measures": [
            {
                "id": result.measure.id,
                "principle": result.place.principle,
                "area": result.place.area,
                "what": result.measure.what.strip(),
                "responsible": result.measure.responsible,
                "status": result.measure.status,
                "start": result.measure.start.isoformat() if result.measure.start else None,
                "due": result.measure.due.isoformat() if result.measure.due else None,
                "overdue": result.overdue,
                "scope": result.measure.scope,
                "orientation": result.measure.orientation,
            }
            for result in analysis.measures
        ],
    }


def _agreement(agreement: Agreement | None) -> dict[str, Any] | None:
    """Groups that are shown together stand in one list; null where no group has answered."""
    if agreement is None:
        return None
    return {
        "groups": [
            {"groups": list(result.groups), "middle": list(result.middle), "divided": result.divided}
            for result in agreement.groups
        ],
        "differ": [{"lower": list(lower.groups), "higher": list(higher.groups)} for lower, higher in agreement.differ],
        "not_asked": list(agreement.not_asked),
        "held_back": agreement.held_back,
    }


def _profile(profile: Profile, language: str) -> dict[str, Any]:
    return {
        "id": profile.id,
        "title": pick(profile.title, language),
        "steps": {str(step): count for step, count in profile.steps},
        "not_rated": profile.not_rated,
        "not_applicable": profile.not_applicable,
    }
