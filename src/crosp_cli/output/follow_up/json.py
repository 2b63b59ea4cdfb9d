"""What is to be followed up, for programs, in the shape that json_types.py declares. Ids are as in the files."""

from datetime import date

from crosp_cli.analysis.follow_up.continuity import Continuity, MeasureAt
from crosp_cli.analysis.follow_up.follow_up import Due, FollowUps, Role, Section
from crosp_cli.analysis.follow_up.roles import role_of
from crosp_cli.checks.personal_data.names import redacted_name
from crosp_cli.output.follow_up import json_types as shape
from crosp_cli.output.follow_up.views import section_name
from crosp_cli.output.json_text import json_text
from crosp_cli.reading.loaded import LoadedAssessment


def as_json(found: FollowUps, _language: str) -> str:
    """Return what is to be followed up in the format `crosp-follow-up/1`. What is not known is null."""
    document: shape.FollowUpDocument = {
        "format": "crosp-follow-up/1",
        "today": found.today.isoformat(),
        "within_days": found.within,
        "units": [_section(section) for section in found.sections],
    }
    return json_text(document)


def _section(section: Section) -> shape.FollowedUnit:
    return {
        "organiser": section.project.organiser.id if section.project else None,
        "unit": section.unit,
        "name": section_name(section),
        "expected_after_months": list(section.after_months),
        "assessments": [_assessment(one) for one in section.newest],
        "roles": [_role(role) for role in section.roles],
        "continuity": [_continuity(found) for found in section.continuity],
        "results_without_date": [_measure(subject) for subject in section.without_date],
    }


def _assessment(one: LoadedAssessment) -> shape.NewestAssessment:
    assessment = one.assessment
    return {
        "path": redacted_name(one.path),
        "framework": assessment.framework,
        "level": assessment.level,
        "occasion": assessment.occasion,
        "date": assessment.date.isoformat(),
    }


def _role(role: Role) -> shape.RoleToDo:
    return {"role": role.name, "items": [_due(due) for due in role.dues]}


def _due(due: Due) -> shape.ToDo:
    return {
        "kind": due.kind.value,
        "state": due.state.value,
        "date": _day(due.day),
        "after_months": due.after_months,
        "expected": _day(due.expected),
        "planned": _day(due.planned),
        "held": _day(due.held),
        "measure": _measure(due.subject),
    }


def _continuity(found: Continuity) -> shape.RoleToAskAbout:
    return {
        "kind": found.what.value,
        "responsible": found.now,
        "date": found.day.isoformat(),
        "responsible_before": found.before,
        "date_before": _day(found.day_before),
        "measure": _measure(found.subject),
    }


def _measure(subject: MeasureAt) -> shape.FollowedMeasure:
    measure = subject.measure
    return {
        "id": measure.id,
        "level": subject.level,
        "principle": subject.place.principle,
        "area": subject.place.area,
        "what": measure.what.strip(),
        "responsible": role_of(measure),
        "status": measure.status,
        "due": _day(measure.due),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
