"""The measures of a report as a plan to work by: by who answers for them and by date, with room to follow up."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from crosp_cli.analysis.follow_up.expected import follow_ups_of
from crosp_cli.analysis.follow_up.roles import role_key, role_of
from crosp_cli.model.project import ExpectedFollowUps
from crosp_cli.output.analysis.views import AnalysisView, MeasureView
from crosp_cli.output.analysis.wording import FollowUpView
from crosp_cli.output.view import view
from crosp_cli.text.languages import swedish_order
from crosp_cli.text.phrase import Phrase

if TYPE_CHECKING:
    from crosp_cli.reports.content import ReportContent


@view
@dataclass(frozen=True, slots=True)
class PlanView:
    """A measure in the plan."""

    view: MeasureView
    held: tuple[FollowUpView, ...]
    """The follow-ups that have a result, the earliest first."""
    to_come: tuple[date | None, ...]
    """The days of those that are planned or expected; a single None where nobody has said when."""
    expected: tuple[date, ...]
    """Those of the days that nobody has planned: the project expects a follow-up then."""


@view
@dataclass(frozen=True, slots=True)
class RoleView:
    """A role, and what it answers for: what is due first stands first."""

    name: Phrase | None
    """None where no role is stated."""
    measures: tuple[PlanView, ...]


@view
@dataclass(frozen=True, slots=True)
class ActionPlan:
    """The whole plan."""

    by_date: tuple[PlanView, ...]
    """What is left to do or to follow up, what happens first standing first; undated ones last."""
    roles: tuple[RoleView, ...]
    """The same, by the names of the roles; what nobody answers for stands last."""
    finished: tuple[MeasureView, ...]
    """What is done and followed up, and what was dropped."""


def action_plan(report: AnalysisView) -> ActionPlan:
    """Return the plan that a report's measures make up."""
    project = report.analysis.project
    months = (project.follow_up if project else ExpectedFollowUps()).expected_after_months
    plans = [_plan(view, months) for view in report.measures]
    left = sorted((plan for plan in plans if _is_left(plan)), key=_by_date)
    return ActionPlan(
        by_date=tuple(left),
        roles=_roles(left),
        finished=tuple(plan.view for plan in plans if not _is_left(plan)),
    )


def _plan(view: MeasureView, months: tuple[int, ...]) -> PlanView:
    measure = view.result.measure
    expected, planned = follow_ups_of(measure, months)
    days = {plan.day for plan in planned} | {one.planned for one in expected if one.planned}
    only_expected = {one.day for one in expected if one.held is None and one.planned is None and not one.missed} - days
    to_come: tuple[date | None, ...] = tuple(sorted(days | only_expected))
    if not to_come and not measure.is_finished:
        to_come = (None,)
    held = sorted((f for f in view.follow_ups if f.result), key=lambda f: f.day or date.max)
    return PlanView(view, tuple(held), to_come, tuple(sorted(only_expected)))


def _is_left(plan: PlanView) -> bool:
    """Whether something is still expected of the measure: that it is carried out, or followed up."""
    measure = plan.view.result.measure
    return measure.status != "dropped" and (not measure.is_finished or bool(plan.to_come))


def _by_date(plan: PlanView) -> date:
    """A measure stands where something is to happen first: where it is due, unless carried out, or followed up."""
    measure = plan.view.result.measure
    due = None if measure.is_finished else measure.due
    return min((day for day in (due, *plan.to_come) if day), default=date.max)


def _roles(plans: list[PlanView]) -> tuple[RoleView, ...]:
    groups: dict[str | None, list[PlanView]] = {}
    for plan in plans:
        groups.setdefault(role_key(role_of(plan.view.result.measure)), []).append(plan)
    roles = [RoleView(_as_heading(part[0].view.responsible), tuple(part)) for part in groups.values()]
    return tuple(
        sorted(roles, key=lambda role: (role.name is None, swedish_order(role.name.text if role.name else "")))
    )


def _as_heading(role: Phrase | None) -> Phrase | None:
    return role and Phrase(role.text[:1].upper() + role.text[1:], role.language)


def values(content: "ReportContent") -> dict[str, Any]:
    """Return what the templates of an action plan show beside the values of the whole report."""
    return {"plan": action_plan(content.report)}
