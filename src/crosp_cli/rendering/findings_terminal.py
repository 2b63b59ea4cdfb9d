"""Findings on a terminal: in colour, with the source line and a caret under the place."""

from collections.abc import Callable

from rich.text import Text

from crosp_cli.checks.run import Report
from crosp_cli.findings import Finding, Location, Severity
from crosp_cli.rendering.findings_text import folded, message, more_alike, severity, summary, where
from crosp_cli.rendering.printable import printable

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_WIDEST = 100


def as_rich(report: Report, language: str, line_at: Callable[[Location], str]) -> Text:
    """Return `report` for a terminal; `line_at` gives the source line of a place, "" where there is none."""
    text = Text()
    for finding, hidden in folded(report.findings):
        text.append(where(finding), style="bold")
        text.append(": ")
        text.append(f"{finding.code} {severity(finding, language)}", style=_STYLES[finding.severity])
        text.append(f": {message(finding, language)}\n")
        if not finding.private:
            _source(text, finding, line_at(finding.location))
        if finding.help(language):
            text.append(f"    {printable(finding.help(language))}\n", style="dim")
        if hidden:
            text.append(f"    {more_alike(hidden, finding.code, language)}\n", style="dim")
    text.append(summary(report, language), style="bold")
    return text


def _source(text: Text, finding: Finding, line: str) -> None:
    """Add the source line and a caret under the place."""
    if not line.strip():
        return
    column = finding.location.column - 1
    start = max(0, column - _WIDEST // 2) if len(line) > _WIDEST else 0
    text.append(f"    {printable(line[start : start + _WIDEST])}\n")
    text.append(" " * (4 + len(printable(line[start:column]))) + "^\n", style=_STYLES[finding.severity])
