"""What is to be printed, and the values that templates show of it."""

from dataclasses import dataclass
from typing import Any

from crosp_cli.output.analysis.views import AnalysisView
from crosp_cli.output.formats import named
from crosp_cli.reports import report as whole_report
from crosp_cli.reports.kinds import KINDS, WHOLE


@dataclass(frozen=True, slots=True)
class ReportContent:
    """What is to be printed: a report on an assessment as one of `KINDS`."""

    kind: str
    report: AnalysisView
    own: Any = None
    """The view of a document of its own that the kind is made of; `report` is the first of those that it rests on."""
    name: str | None = None
    """What its file is called, where it has a name of its own."""


def values_of(content: ReportContent, form: str) -> dict[str, Any]:
    """Return what a template for `content` in the form "html" or "markdown" shows, styles aside."""
    values = whole_report.values(content.report, form)
    values |= {"kind": content.kind, "linked": content.kind == WHOLE}
    own = KINDS[content.kind].values
    return values | named(own)(content) if own else values
