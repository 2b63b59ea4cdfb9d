"""Findings for GitLab: a Code Quality report, one JSON array."""

import json

from crosp_cli.findings import Finding, Severity
from crosp_cli.output.findings.ci import in_full, name_of, with_fingerprints
from crosp_cli.validation.runner import ValidationResult

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}

Entry = dict[str, str | dict[str, str | dict[str, int]]]


def as_gitlab(result: ValidationResult, language: str) -> str:
    """Return `result` with descriptions in `language`. GitLab shows equal fingerprints once, so all differ."""
    entries = [_entry(finding, fingerprint, language) for finding, fingerprint in with_fingerprints(result.findings)]
    return json.dumps(entries, indent=2, allow_nan=False) + "\n"


def _entry(finding: Finding, fingerprint: str, language: str) -> Entry:
    return {
        "description": in_full(finding, language),
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": name_of(finding.location.path),
            "lines": {"begin": finding.location.line},
        },
    }
