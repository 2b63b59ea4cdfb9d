"""What a project decides of its checks: left out, left out for some files, more or less serious."""

import os
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from pathlib import PurePath
from unicodedata import normalize

from crosp_cli.findings import Finding, Quoted, Severity
from crosp_cli.model.project import Checks
from crosp_cli.reading.yaml.tree import Steps, Tree
from crosp_cli.validation.suppressions import UNKNOWN_CODE


def decided(findings: Iterable[Finding], checks: Checks, folder: str) -> Iterator[Finding]:
    """Yield `findings` as the project wants them. `folder` is where crosp.yaml lies, as findings show it."""
    left_out: dict[str, list[frozenset[str]]] = {}
    is_left_out: dict[tuple[str, str], bool] = {}
    for finding in findings:
        path, code = finding.location.path, finding.code
        if path not in left_out:
            left_out[path] = _left_out(path, checks, folder)
        if (path, code) not in is_left_out:
            is_left_out[path, code] = any(code in codes for codes in left_out[path])
        if is_left_out[path, code]:
            continue
        word = checks.severity.get(finding.code)
        if word is None:
            yield finding
        else:
            yield finding._replace(rule=replace(finding.rule, severity=Severity[word.upper()]))


def unknown_codes(checks: Checks, tree: Tree, known: Container[str]) -> Iterator[Finding]:
    """Yield a finding for each code in crosp.yaml that no check has."""
    places: list[tuple[Steps, str]] = [
        (("checks", "ignore", number), code) for number, code in enumerate(checks.ignore)
    ]
    for number, part in enumerate(checks.ignore_in):
        places += [(("checks", "ignore_in", number, "codes", place), code) for place, code in enumerate(part.codes)]
    places += [(("checks", "severity", code), code) for code in checks.severity]
    for steps, code in places:
        if code not in known:
            yield Finding(UNKNOWN_CODE, tree.key_at(steps), {"code": Quoted(code)})


def _left_out(path: str, checks: Checks, folder: str) -> list[frozenset[str]]:
    """Codes that are left out of what is found in a file, wherever crosp is run."""
    if not checks.ignore_in:
        return [checks.ignored]
    try:
        below = PurePath(os.path.relpath(path, folder or ".")).as_posix()
    except ValueError:  # on another drive
        below = ".."
    relative = path if below.split("/")[0] == ".." else below
    known = normalize("NFC", relative)  # some computers write å in a name as two characters
    return [checks.ignored, *(part.every_code for part in checks.ignore_in if part.every_path.match(known))]
