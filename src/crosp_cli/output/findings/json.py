"""Findings for programs: one JSON object."""

import json

from crosp_cli.findings import Finding, Severity
from crosp_cli.validation.runner import Report


def as_json(report: Report, language: str) -> str:
    """Return `report` as `{"findings": […], "summary": {…}}`, messages in `language`."""
    return json.dumps(
        {
            "findings": [_finding(finding, language) for finding in report.findings],
            "summary": {
                "files": report.files,
                "errors": report.count(Severity.ERROR),
                "warnings": report.count(Severity.WARNING),
                "notes": report.count(Severity.NOTE),
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
