"""Findings for programs: one JSON object."""

import json

from crosp_cli.findings import Finding, Severity
from crosp_cli.validation.runner import ValidationResult


def as_json(result: ValidationResult, language: str) -> str:
    """Return `result` as `{"findings": […], "summary": {…}}`, messages in `language`."""
    return json.dumps(
        {
            "findings": [_finding(finding, language) for finding in result.findings],
            "summary": {
                "files": result.files,
                "errors": result.count(Severity.ERROR),
                "warnings": result.count(Severity.WARNING),
                "notes": result.count(Severity.NOTE),
            },
        },
        ensure_ascii=False,
        indent=2,
        allow_nan=False,
    )


def _finding(finding: Finding, language: str) -> dict[str, str | int]:
    return {
        "code": finding.code,
        "severity": finding.severity.word,
        "message": finding.message(language),
        "path": finding.location.path.encode("utf-8", "backslashreplace").decode(),
        "line": finding.location.line,
        "column": finding.location.column,
        "help": finding.help(language),
    }
