"""Findings for GitHub Actions: annotations as workflow commands, and a summary of the step in Markdown."""

from crosp_cli.findings import Finding, Severity
from crosp_cli.limits import SUMMARY_BYTES
from crosp_cli.output.findings.ci import help_text, message
from crosp_cli.output.findings.text import severity, summary, where
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation
from crosp_cli.validation.runner import ValidationResult

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_IN_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY = {**_IN_DATA, ":": "%3A", ",": "%2C"}
"""What the runner turns back into itself; a semicolon is not among it, and harmless."""


def as_github(result: ValidationResult, language: str) -> str:
    """Return `result` as one command for each finding, and the counts as a plain last line."""
    lines = [_command(finding, language) for finding in result.findings]
    return "\n".join([*lines, summary(result, language)]) + "\n"


def step_summary(result: ValidationResult, language: str) -> str:
    """Return `result` in Markdown: the counts, and a table with the gravest first.

    GitHub shows ten errors and ten warnings of a step; here are the rest.
    """
    from crosp_cli.text.markdown import inline  # annotations have no use for it

    _ = translation(language).gettext
    many = translation(language).ngettext
    lines = ["### crosp validate", "", inline(summary(result, language))]
    rows = sorted(result.findings, key=lambda finding: -finding.severity)
    if rows:
        heads = (_("Severity"), _("Place"), _("Code"), _("Message"))
        lines += ["", "".join(f"| {head} " for head in heads) + "|", "| --- " * len(heads) + "|"]
    size = 0
    for number, finding in enumerate(rows):
        cells = (severity(finding, language), where(finding), finding.code, message(finding, language))
        row = "".join(f"| {inline(cell)} " for cell in cells) + "|"
        size += len(row.encode()) + 1
        if size > SUMMARY_BYTES:
            left = len(rows) - number
            text = many("… and {count} more finding.", "… and {count} more findings.", left)
            lines += ["", text.format(count=left)]
            break
        lines.append(row)
    return "\n".join(lines) + "\n"


def _command(finding: Finding, language: str) -> str:
    location = finding.location
    properties = {
        "file": printable(location.path),
        "line": str(location.line),
        "col": str(location.column),
        "title": finding.code,
    }
    listed = ",".join(f"{name}={_escaped(value, _IN_PROPERTY)}" for name, value in properties.items())
    text = "\n".join(part for part in (message(finding, language), help_text(finding, language)) if part)
    return f"::{_COMMANDS[finding.severity]} {listed}::{_escaped(text, _IN_DATA)}"


def _escaped(text: str, codes: dict[str, str]) -> str:
    return "".join(codes.get(character, character) for character in text)
