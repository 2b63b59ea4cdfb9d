"""The analysis for programs, in the shape that json_types.py declares. Texts in one language, ids as in files."""

from crosp_cli.analysis.assessment.analyse import Analysis
from crosp_cli.analysis.assessment.cells import Behind, CellResult
from crosp_cli.analysis.assessment.measures import MeasureResult
from crosp_cli.analysis.assessment.profiles import Profile
from crosp_cli.analysis.groups.agreement import Agreement
from crosp_cli.model.assessment import Place
from crosp_cli.model.guidance import LawChange
from crosp_cli.output.analysis import json_types as shape
from crosp_cli.output.analysis.build import AnalysisView
from crosp_cli.output.analysis.content import AnalysisAnswer
from crosp_cli.output.analysis.explanation import Explanation, PassedOverView
from crosp_cli.output.analysis.json_across import by_json, levels_json
from crosp_cli.output.analysis.orientation import OrientationView, orientation
from crosp_cli.output.json_text import json_text
from crosp_cli.output.json_types import CellName
from crosp_cli.text.languages import pick


def as_json(shown: AnalysisAnswer) -> str:
    """Return an answer in the format `crosp-analysis/1`. A rating that was not given is null, never a number."""
    explanations = shown.explanations or (None,) * len(shown.reports)
    pairs = zip(shown.reports, explanations, strict=True)
    document: shape.AnalysisDocument = {
        "format": "crosp-analysis/1",
        "assessments": [_assessment(report, explanation) for report, explanation in pairs],
        "levels": levels_json(shown.levels),
        "by": by_json(shown),
    }
    return json_text(document)


def _assessment(report: AnalysisView, explanation: Explanation | None) -> shape.AnalysedAssessment:
    analysis, language = report.analysis, report.language
    assessment = analysis.assessment
    spread = orientation(analysis, language)
    return {
        "framework": analysis.framework.name,
        "unit": assessment.unit,
        "level": assessment.level,
        "occasion": assessment.occasion,
        "date": assessment.date.isoformat(),
        "today": analysis.today.isoformat(),
        "scale": [{"value": step.value, "label": step.label.text} for step in report.scale],
        "cells": [_cell(cell, language) for cell in analysis.cells],
        "profiles": {
            "principles": [_profile(profile, language) for profile in analysis.principles],
            "areas": [_profile(profile, language) for profile in analysis.areas],
            "factors": [_profile(profile, language) for profile in analysis.factors],
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
        "unplaced": [
            {
                "principle": cell.place.principle,
                "area": cell.place.area,
                "laws": [law.id for law in cell.duties],
            }
            for cell in analysis.unplaced
        ],
        "passed_over": [_passed_over(view) for view in explanation.cells] if explanation else None,
        "measures": [_measure(result) for result in analysis.measures],
        "orientation": _orientation(analysis, spread) if spread else None,
    }


def _agreement(agreement: Agreement | None) -> shape.AgreementOfGroups | None:
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


def _cell(cell: CellResult, language: str) -> shape.AnalysedCell:
    return {
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
        "references": [_behind(behind, language) for behind in cell.behind],
    }


def _behind(behind: Behind, language: str) -> shape.BehindCell:
    reference = behind.reference
    return {
        "id": reference.id,
        "kind": reference.kind,
        "number": reference.number,
        "title": pick(reference.title, language),
        "binding": reference.binding,
        "duty": reference.is_duty,
        "why": pick(behind.why, language) if behind.why else None,
        "as_of": reference.as_of.isoformat(),
        "changes": [_change(change, language) for change in reference.changes],
    }


def _change(change: LawChange, language: str) -> shape.KnownChange:
    return {
        "what": pick(change.what, language),
        "from": change.from_.isoformat(),
        "source": change.source,
        "sure": change.sure,
        "paraphrase_holds": change.paraphrase_holds is not None,
    }


def _profile(profile: Profile, language: str) -> shape.CountedCells:
    return {
        "id": profile.id,
        "title": pick(profile.title, language),
        "steps": {str(step): count for step, count in profile.steps},
        "not_rated": profile.not_rated,
        "not_applicable": profile.not_applicable,
    }


def _passed_over(view: PassedOverView) -> shape.NotInFocus:
    result = view.result
    return {
        "principle": result.cell.place.principle,
        "area": result.cell.place.area,
        "step": view.step,
        "against": _name(result.against.cell.place) if result.against else None,
        "reason": view.reason,
        "grounds": [ground.value for ground in result.grounds],
        "missing": [{"ground": ground.value, "reason": reason} for ground, reason in view.missing],
    }


def _name(place: Place) -> CellName:
    return {"principle": place.principle, "area": place.area}


def _measure(result: MeasureResult) -> shape.AnalysedMeasure:
    measure = result.measure
    return {
        "id": measure.id,
        "principle": result.place.principle,
        "area": result.place.area,
        "what": measure.what.strip(),
        "responsible": measure.responsible,
        "status": measure.status,
        "start": measure.start.isoformat() if measure.start else None,
        "due": measure.due.isoformat() if measure.due else None,
        "overdue": result.overdue,
        "scope": measure.scope,
        "orientation": measure.orientation,
    }


def _orientation(analysis: Analysis, view: OrientationView) -> shape.Orientation:
    spread = analysis.spread
    return {
        "counts": [
            {"orientation": name, "scope": scope, "measures": spread.number_of(name, scope)}
            for scope in spread.scopes
            for name in spread.orientations
        ],
        "said": [
            {
                "id": said.reference,
                "title": said.title.text,
                "text": said.text.text if said.text else None,
                "as_of": said.as_of.isoformat(),
                "concerns": said.concerns,
            }
            for said in view.said
        ],
        "shifts": [
            {
                "id": shift.id,
                "before": shift.before.text,
                "after": shift.after.text,
                "question": shift.question.text if shift.question else None,
            }
            for shift in view.shifts
        ],
    }
