"""Findings for whatever reads test results: JUnit XML, in which each file is a test."""

from collections import defaultdict
from collections.abc import Sequence
from xml.etree import ElementTree

from crosp_cli.findings import Finding
from crosp_cli.output.findings.ci import as_lines, message
from crosp_cli.output.findings.text import summary
from crosp_cli.text.printable import printable
from crosp_cli.validation.runner import ValidationResult

_SUITE = "crosp validate"


def as_junit(result: ValidationResult, language: str) -> str:
    """Return `result` as one suite. A file fails by what makes the command fail; the rest is what it prints."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for path in result.paths:
        found[path] = []
    for finding in result.findings:
        found[finding.location.path].append(finding)
    cases = [_case(path, found[path], result, language) for path in sorted(found)]
    failures = sum(1 for case in cases if case.find("failure") is not None)
    counts = {"tests": str(len(cases)), "failures": str(failures), "errors": "0"}
    root = ElementTree.Element("testsuites", {"name": "crosp", **counts})
    suite = ElementTree.SubElement(root, "testsuite", {"name": _SUITE, **counts, "skipped": "0"})
    suite.extend(cases)
    ElementTree.SubElement(suite, "system-out").text = summary(result, language)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _case(path: str, findings: Sequence[Finding], result: ValidationResult, language: str) -> ElementTree.Element:
    case = ElementTree.Element("testcase", {"classname": _SUITE, "name": printable(path)})
    failing = [finding for finding in findings if finding.severity >= result.fail_on]
    others = [finding for finding in findings if finding.severity < result.fail_on]
    if failing:  # one for all: of several, most readers show only the first
        worst = max(failing, key=lambda finding: finding.severity)
        about = {"type": worst.severity.word, "message": f"{worst.code}: {message(worst, language)}"}
        ElementTree.SubElement(case, "failure", about).text = _text(failing, language)
    if others:
        ElementTree.SubElement(case, "system-out").text = _text(others, language)
    return case


def _text(findings: Sequence[Finding], language: str) -> str:
    return "".join(f"{as_lines(finding, language)}\n" for finding in findings)
