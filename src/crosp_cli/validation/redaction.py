"""The last filter: whatever a finding says, and wherever it stands, leaves the program without personal data."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePosixPath

from crosp_cli.checks.personal_data.text_checks import in_text, personal_data
from crosp_cli.findings import Finding, Quoted, Value
from crosp_cli.validation.runner import ValidationResult

_LEFT_OUT = "…"
_ENDINGS = (".yaml", ".yml")


def redacted(result: ValidationResult) -> ValidationResult:
    """Return `result` without the personal data in the values and the paths of its findings."""
    findings = [_redacted(finding) for finding in result.findings]
    return replace(result, findings=findings, paths=[redacted_path(path) for path in result.paths])


@lru_cache(maxsize=4096)
def redacted_path(path: str) -> str:
    """Return a file's path with "…" from where personal data begins in the name of the file, or of a folder."""
    if not _tells(path):
        return path
    parts = "/".join(_without_end(part) for part in path.split("/"))
    return _LEFT_OUT if _tells(parts) else parts


def _redacted(finding: Finding) -> Finding:
    path = finding.location.path
    location = finding.location._replace(path=redacted_path(path))
    told = {name: value for name, value in finding.values.items() if any(map(_tells, _texts(value)))}
    if not told:
        return finding if location.path == path else replace(finding, location=location)
    quoted = {name: Quoted(_LEFT_OUT) for name in told}
    return replace(finding, location=location, values={**finding.values, **quoted}, private=True)


def _texts(value: Value) -> tuple[str, ...]:
    """What a value may put into a message."""
    if isinstance(value, Mapping):
        return tuple(value.values())
    return (value,) if isinstance(value, str) else ()


@lru_cache(maxsize=4096)
def _tells(text: str) -> bool:
    return bool(personal_data(text))


def _without_end(part: str) -> str:
    columns = [column for _check, _line, column in in_text(part.replace("\n", " "))]
    if not columns:
        return part
    ending = PurePosixPath(part).suffix
    return part[: min(columns) - 1] + _LEFT_OUT + (ending if ending in _ENDINGS else "")
