"""The kinds of report: a register that commands, the list of templates and tests read.

A kind has a template for each form, named after it: `action-plan.html.j2`, `action-plan.md.j2`. There is nothing but
names and words here; what a kind alone shows is worked out in a module of its own, imported when it is asked for.
"""

from collections.abc import Mapping
from typing import NamedTuple


def _(text: str) -> str:
    """Mark a text for translation; whoever shows it translates it."""
    return text


STYLES = ("report.css", "pictures.css", "print.css")
"""The style sheets of the whole report."""


class ReportKind(NamedTuple):
    """A kind of report."""

    brief: str
    """How much it holds or whom it is for, as the option says it."""
    purpose: str
    """What its templates are for, as their list says it."""
    also: str
    """What people call it, in Swedish and English: suggested where somebody writes that."""
    values: str = ""
    """What gives the values that its templates show beside those of the whole report, as `module:function`."""
    styles: tuple[str, ...] = (*STYLES, "kinds.css")


WHOLE = "report"
KINDS: Mapping[str, ReportKind] = {
    WHOLE: ReportKind(
        _("the whole of it"), _("the whole report, part by part"), "rapport hela whole full", styles=STYLES
    ),
    "summary": ReportKind(
        _("at most two pages"),
        _("a summary of at most two pages"),
        "sammanfattning kort short",
        "reports.summary:values",
    ),
    "action-plan": ReportKind(
        _("measures with room to follow up"),
        _("the measures, with room to follow them up"),
        "plan handlingsplan åtgärdsplan insatser measures",
        "reports.action_plan:values",
    ),
    "public": ReportKind(
        _("for guardians"),
        _("a page for guardians"),
        "vårdnadshavare guardian guardians parents föräldrar hemmet elever pupils",
        "reports.guardians:values",
    ),
    "decision-memo": ReportKind(
        _("for those who decide"),
        _("a memo for those who decide"),
        "memo underlag beslutsunderlag tjänsteskrivelse nämnd board decision beslut",
        "reports.decision_memo:values",
    ),
}
"""Each kind by its name, in the order in which they are offered."""
