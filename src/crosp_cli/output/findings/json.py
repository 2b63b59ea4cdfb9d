"""Findings for programs: one JSON object."""

from crosp_cli.findings import Finding, Severity
from crosp_cli.output.findings.ci import name_of
from crosp_cli.output.json_text import json_text
from crosp_cli.validation.runner import ValidationResult


def as_json(result: ValidationResult, language: str) -> str:
    """Return `result` as `{"findings": […], "summary": {…}}`, messages in `language`."""
    return json_text(
        {
            "findings": [_finding(finding, language) for finding in result.findings],
            "summary": {
                "files": result.files,
                "errors": result.count(Severity.ERROR),
                "warnings": result.count(Severity.WARNING),
                "notes": result.count(Severity.NOTE),
            },
        }
    )


def _finding(finding: Finding, language: str) -> dict[str, str | int]:
    return {
        "code": finding.code,
        "severity": finding.severity.word,
        "message": finding.message(language),
        "path": name_of(finding.location.path),
        "line": finding.location.line,
        "column": finding.location.column,
        "help": finding.help(language),
    }
