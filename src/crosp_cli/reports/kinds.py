"""The kinds of paper that an assessment is printed as, each as a page or as Markdown.

A kind has a template for each form, named after it: `action-plan.html.j2`, `action-plan.md.j2`. All are filled from
the same views.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from crosp_cli.output.analysis.markdown import values_of as values_of_markdown
from crosp_cli.output.analysis.views import Report
from crosp_cli.reports.html import STYLES, styles
from crosp_cli.reports.html import as_html as whole_report_as_html
from crosp_cli.reports.html import values_of as values_of_page
from crosp_cli.reports.markdown import as_markdown as whole_report_as_markdown
from crosp_cli.reports.summary import measures_on_two_pages, needs_in_focus
from crosp_cli.reports.template_filters import filters
from crosp_cli.templating.environment import environment, filled

if TYPE_CHECKING:
    from crosp_cli.reports.decision_memo import MemoView

MEMO = "decision-memo"
KINDS = ("report", "summary", "action-plan", "public", MEMO)


@dataclass(frozen=True, slots=True)
class Paper:
    """What is to be printed: a report on an assessment as one of `KINDS`."""

    kind: str
    report: Report
    memo: "MemoView | None" = None
    """What a decision memo says; its `report` is the first of those that it rests on."""
    name: str | None = None
    """What its file is called, where it has a name of its own."""


def as_html(paper: Paper) -> str:
    """Return `paper` as a whole page that asks nothing of any network. The same paper gives the same bytes."""
    if paper.kind == "report":
        return whole_report_as_html(paper.report)
    style, style_hash = styles(styles_of(paper.kind))
    template = environment(paper.report.language, filters).get_template(f"{paper.kind}.html.j2")
    return template.render(**_values(paper), style=style, style_hash=style_hash)


def as_markdown(paper: Paper) -> str:
    """Return `paper` as Markdown. The same paper gives the same text."""
    if paper.kind == "report":
        return whole_report_as_markdown(paper.report)
    return filled(f"{paper.kind}.md.j2", paper.report.language, filters, **_values(paper))


def styles_of(kind: str) -> tuple[str, ...]:
    """Return the names of the style sheets of a kind's page."""
    return STYLES if kind == "report" else (*STYLES, "kinds.css")


def values_of(paper: Paper, form: str) -> dict[str, Any]:
    """Return what a template for `paper` in the form "html" or "markdown" shows, styles aside."""
    report = paper.report
    whole = values_of_markdown(report, whole=True) if form == "markdown" else values_of_page(report)
    return whole | {"kind": paper.kind} | (_values(paper) if paper.kind != "report" else {})


def _values(paper: Paper) -> dict[str, Any]:
    report = paper.report
    values: dict[str, Any] = {
        "kind": paper.kind,
        "report": report,
        "assessment": report.analysis.assessment,
        "today": report.analysis.today,
        "linked": False,
    }
    if paper.kind == "summary":
        values |= {"first": measures_on_two_pages(report), "needs": needs_in_focus(report)}
    elif paper.kind == "action-plan":
        from crosp_cli.reports.action_plan import action_plan  # each kind only where it is asked for

        values["plan"] = action_plan(report)
    elif paper.kind == "public":
        from crosp_cli.reports.guardians import public_view

        values["public"] = public_view(report)
    elif paper.kind == MEMO:
        from crosp_cli.reports.decision_memo import memo_view

        values["memo"] = paper.memo or memo_view(None, [report])
    return values
