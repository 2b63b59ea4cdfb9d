"""What the whole report shows; other kinds show some of it."""

from typing import Any

from crosp_cli.output.analysis.markdown import values_of
from crosp_cli.output.analysis.orientation import orientation
from crosp_cli.output.analysis.views import AnalysisView
from crosp_cli.reports.summary import first_measures


def values(report: AnalysisView, form: str) -> dict[str, Any]:
    """Return what a template of the form "html" or "markdown" shows."""
    if form == "markdown":
        return values_of(report, whole=True)
    first = first_measures(report)
    return {
        "report": report,
        "assessment": report.analysis.assessment,
        "today": report.analysis.today,
        "first": first,
        "overdue": any(view.result.overdue or view.result.is_follow_up_overdue for view in first),
        "orientation": orientation(report.analysis, report.language),
    }
