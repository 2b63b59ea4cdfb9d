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
    shown: AnalysisView | None
    own: Any = None
    """The view of a document of its own that the kind is made of; `shown` is the first report that it rests on."""
    name: str | None = None
    """What its file is called, where it has a name of its own."""

    @property
    def report(self) -> AnalysisView:
        """The report.

        Raises:
            ValueError: what is to be printed rests on no assessment.
        """
        if self.shown is None:
            raise ValueError("it rests on no assessment")
        return self.shown

    @property
    def language(self) -> str:
        """The language that it is printed in."""
        language: str = self.shown.language if self.shown else self.own.language
        return language


def values_of(content: ReportContent, form: str) -> dict[str, Any]:
    """Return what a template for `content` in the form "html" or "markdown" shows, styles aside."""
    values = whole_report.values(content.shown, form) if content.shown else {"report": content.own}
    values |= {"kind": content.kind, "linked": content.kind == WHOLE}
    own = KINDS[content.kind].values
    return values | named(own)(content) if own else values
