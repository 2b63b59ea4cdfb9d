"""The last filter: whatever a finding says, and wherever it stands, leaves the program without personal data."""

from collections.abc import Mapping
from dataclasses import replace

from crosp_cli.checks.personal_data.names import LEFT_OUT, redacted_name, tells
from crosp_cli.findings import Finding, Quoted, Value
from crosp_cli.validation.runner import ValidationResult


def redacted(result: ValidationResult) -> ValidationResult:
    """Return `result` without the personal data in the values and the paths of its findings."""
    findings = [_redacted(finding) for finding in result.findings]
    return replace(result, findings=findings, paths=[redacted_name(path) for path in result.paths])


def _redacted(finding: Finding) -> Finding:
    path = finding.location.path
    location = finding.location._replace(path=redacted_name(path))
    told = {name: value for name, value in finding.values.items() if any(map(tells, _texts(value)))}
    if not told:
        return finding if location.path == path else finding._replace(location=location)
    quoted = {name: Quoted(LEFT_OUT) for name in told}
    return finding._replace(location=location, values={**finding.values, **quoted}, private=True)


def _texts(value: Value) -> tuple[str, ...]:
    """What a value may put into a message."""
    if isinstance(value, Mapping):
        return tuple(value.values())
    return (value, " ".join(value.split())) if isinstance(value, str) else ()
