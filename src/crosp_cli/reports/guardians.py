"""What guardians are told of an assessment: what is to develop, what is done about it, and when that is looked at.

Left out on purpose: ratings and targets, of the team and of groups (they are a team's tool, and would be compared
between schools), reflections, evidence, who answers for what, other authorities that are needed, results of
follow-ups, and measures that were dropped. Needs are told of the cells in focus only.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from crosp_cli.output.analysis.views import AnalysisView, MeasureView
from crosp_cli.output.view import view
from crosp_cli.text.phrase import Phrase

if TYPE_CHECKING:
    from crosp_cli.reports.content import ReportContent


@view
@dataclass(frozen=True, slots=True)
class NeedView:
    """What is to develop within one principle."""

    title: Phrase
    needs: tuple[Phrase, ...]


@view
@dataclass(frozen=True, slots=True)
class PublicView:
    """What guardians are told."""

    needs: tuple[NeedView, ...]
    measures: tuple[MeasureView, ...]
    """What is under way and planned, the one that is due first standing first."""
    done: tuple[MeasureView, ...]
    next_follow_up: date | None
    """The next day on which something is followed up."""


def public_view(report: AnalysisView) -> PublicView:
    """Return what a report has to tell guardians."""
    needs: dict[str, NeedView] = {}
    for focus in report.focus:
        need = next((detail.need for detail in report.details if detail.cell.anchor == focus.cell.anchor), None)
        if need is not None:
            before = needs.get(focus.cell.row.text, NeedView(focus.cell.row, ()))
            needs[focus.cell.row.text] = NeedView(before.title, (*before.needs, need))
    open_ = [view.result for view in report.measures if not view.result.measure.is_finished]
    days = [found.next_follow_up.date for found in open_ if found.next_follow_up and found.next_follow_up.date]
    return PublicView(
        needs=tuple(needs.values()),
        measures=report.soonest,
        done=tuple(view for view in report.measures if view.result.measure.status == "done"),
        next_follow_up=min((day for day in days if day >= report.analysis.today), default=None),
    )


def values(content: "ReportContent") -> dict[str, Any]:
    """Return what the templates of a page for guardians show beside the values of the whole report."""
    return {"public": public_view(content.report)}
