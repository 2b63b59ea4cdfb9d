"""The collaborations for programs, in the shape that json_types.py declares. Ids are as in the files."""

from datetime import date
from typing import Literal, cast

from crosp_cli.analysis.collaborations.overview import MANY, CollaborationAt, NotCovered, Overview
from crosp_cli.checks.personal_data.names import redacted_name
from crosp_cli.model.collaborations import Reporting
from crosp_cli.output.collaborations import json_types as shape
from crosp_cli.output.collaborations.views import CollaborationsAnswer
from crosp_cli.output.json_text import json_text


def as_json(answer: CollaborationsAnswer, _language: str) -> str:
    """Return all of it in the format `crosp-collaborations-overview/1`. What is not known is null."""
    found = answer.overview
    document: shape.CollaborationsDocument = {
        "format": "crosp-collaborations-overview/1",
        "today": found.today.isoformat(),
        "within_days": found.within,
        "organiser": answer.project.organiser.id if answer.project else None,
        "registers": [{"path": redacted_name(path), "date": day.isoformat()} for path, day in found.registers],
        "collaborations": [_collaboration(at, found) for at in found.collaborations],
        "by_partner": [
            {"partner": one.name, "collaborations": [at.one.id for at in one.collaborations]} for one in found.partners
        ],
        "not_covered": [_not_covered(one) for one in found.not_covered],
        "assessments": found.assessments,
    }
    return json_text(document)


def _collaboration(at: CollaborationAt, found: Overview) -> shape.OneCollaboration:
    one, conditions = at.one, at.one.conditions
    return {
        "id": one.id,
        "title": one.title,
        "path": redacted_name(at.registered.path),
        "as_of": at.registered.as_of.isoformat(),
        "standing": at.standing.value,
        "status": one.status,
        "start": _day(one.start),
        "end": _day(one.end),
        "ended_on": _day(at.ended_on),
        "partners": [
            {"organisation": p.organisation, "roles": list(p.roles), "also_called": list(p.also_called)}
            for p in one.with_
        ],
        "purpose": one.purpose,
        "solves_at": one.solves_at,
        "part": one.part,
        "governed_by": [
            {
                "kind": ground.kind,
                "what": ground.what,
                "registration_number": ground.registration_number,
                "date": _day(ground.date),
            }
            for ground in one.governed_by
        ],
        "reports": [_report(report, found) for report in sorted(one.reports, key=lambda report: report.date)],
        "governance": conditions.governance if conditions else None,
        "structure": conditions.structure if conditions else None,
        "shared_understanding": conditions.shared_understanding if conditions else None,
        "confidentiality": one.confidentiality,
        "own_responsibility": one.own_responsibility,
        "outcome": one.outcome,
        "lacks": cast("list[Literal['purpose', 'level', 'agreement']]", list(at.lacks)),
        "measures": at.measures,
    }


def _report(report: Reporting, found: Overview) -> shape.ReportOf:
    left = (report.date - found.today).days
    state: Literal["overdue", "soon", "later", "made"] = "later"
    if report.is_made(found.today):
        state = "made"
    elif left < 0:
        state = "overdue"
    elif left <= found.within:
        state = "soon"
    return {
        "date": report.date.isoformat(),
        "what": report.what,
        "to": report.to,
        "made": _day(report.made),
        "state": state,
    }


def _not_covered(one: NotCovered) -> shape.PartnerNotCovered:
    return {
        "partner": one.name,
        "is_named_by_many": len(one.measures) >= MANY,
        "measures": [
            {
                "unit": found.assessment.unit,
                "level": found.assessment.level,
                "date": found.assessment.date.isoformat(),
                "id": measure.id,
                "what": measure.what.strip(),
                "status": measure.status,
            }
            for found, measure in one.measures
        ],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
