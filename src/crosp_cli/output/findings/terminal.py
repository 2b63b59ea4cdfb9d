"""Findings on a terminal: in colour, with the source line and a caret under the place."""

from collections.abc import Callable, Iterator

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from crosp_cli.findings import Finding, Location, Severity
from crosp_cli.output.findings.text import HelpOnce, folded, message, more_alike, severity, summary, where
from crosp_cli.text.printable import printable
from crosp_cli.validation.runner import ValidationResult

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_WIDEST = 100
_INDENT = 4


def as_rich(result: ValidationResult, language: str, line_at: Callable[[Location], str]) -> RenderableType:
    """Return `result` for a terminal; `line_at` gives the source line of a place, "" where there is none."""
    return Group(*_parts(result, language, line_at))


def _parts(result: ValidationResult, language: str, line_at: Callable[[Location], str]) -> Iterator[RenderableType]:
    help_of = HelpOnce(language)
    for finding, hidden in folded(result.findings):
        style = _STYLES[finding.severity]
        label = f"{finding.code} {severity(finding, language)}"
        yield Text.assemble((where(finding), "bold"), ": ", (label, style), f": {message(finding, language)}")
        if not finding.private:
            yield from _source(finding, line_at(finding.location), style)
        if told := help_of(finding):
            yield _aside(told)
        if hidden:
            yield _aside(more_alike(hidden, finding.code, language))
    yield Text(summary(result, language), style="bold")


def _aside(text: str) -> RenderableType:
    return Padding(Text(text, style="dim"), (0, 0, 0, _INDENT))


def _source(finding: Finding, line: str, style: str) -> Iterator[RenderableType]:
    """The source line, and a caret under the place."""
    if not line.strip():
        return
    column = finding.location.column - 1
    start = max(0, column - _WIDEST // 2) if len(line) > _WIDEST else 0
    before = " " * (_INDENT + cell_len(printable(line[start:column])))
    yield Text(" " * _INDENT + printable(line[start : start + _WIDEST]), no_wrap=True, overflow="ellipsis")
    yield Text.assemble(before, ("^", style))
