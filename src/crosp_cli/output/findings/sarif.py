"""Findings as SARIF 2.1.0, for GitHub's code scanning, editors and whatever else reads static analysis."""

import json
import re
from collections.abc import Iterable, Sequence
from itertools import groupby, islice
from pathlib import Path
from typing import TypedDict
from urllib.parse import quote

from crosp_cli import __version__
from crosp_cli.checks.check import AnyCheck
from crosp_cli.checks.registry import EVERY_CHECK
from crosp_cli.findings import Finding, Rule, code_number
from crosp_cli.limits import SARIF_RESULTS
from crosp_cli.output.findings.ci import in_full, name_of, with_fingerprints
from crosp_cli.reading.rules.every import ALL_RULES
from crosp_cli.text.languages import Text, pick
from crosp_cli.text.printable import printable
from crosp_cli.validation import suppressions
from crosp_cli.validation.runner import ValidationResult

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
"""What the standard calls its schema; nothing is fetched from there."""

_FINGERPRINT = "crospOccurrence/v1"


class Message(TypedDict):
    """A text for people."""

    text: str


class Configuration(TypedDict):
    """How a rule is used."""

    level: str


class Descriptor(TypedDict):
    """A rule."""

    id: str
    shortDescription: Message
    fullDescription: Message
    help: Message
    defaultConfiguration: Configuration


class ArtifactLocation(TypedDict, total=False):
    """A file."""

    uri: str
    uriBaseId: str


class Region(TypedDict):
    """A place in a file; both count from 1."""

    startLine: int
    startColumn: int


class PhysicalLocation(TypedDict):
    """A file and a place in it."""

    artifactLocation: ArtifactLocation
    region: Region


class Place(TypedDict):
    """Where a result is."""

    physicalLocation: PhysicalLocation


class Result(TypedDict):
    """A finding."""

    ruleId: str
    ruleIndex: int
    level: str
    message: Message
    locations: list[Place]
    partialFingerprints: dict[str, str]


def as_sarif(result: ValidationResult, language: str) -> str:
    """Return `result` as one run, with every rule there is, texts in `language`."""
    rules = _descriptors((finding.rule for finding in result.findings), language)
    numbers = {rule["id"]: number for number, rule in enumerate(rules)}
    results = [
        _result(finding, numbers[finding.code], fingerprint, language)
        for finding, fingerprint in islice(with_fingerprints(result.findings), SARIF_RESULTS)
    ]
    driver = {"name": "crosp", "version": __version__, "language": language, "rules": rules}
    run: dict[str, object] = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    if left := len(result.findings) - len(results):
        run["properties"] = {"resultsLeftOut": left}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, allow_nan=False) + "\n"


def _result(finding: Finding, number: int, fingerprint: str, language: str) -> Result:
    location = finding.location
    region: Region = {"startLine": max(location.line, 1), "startColumn": max(location.column, 1)}
    return {
        "ruleId": finding.code,
        "ruleIndex": number,
        "level": finding.severity.word,
        "message": _message(in_full(finding, language)),
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(location.path), "region": region}}],
        "partialFingerprints": {_FINGERPRINT: fingerprint},
    }


def _artifact(path: str) -> ArtifactLocation:
    if Path(path).is_absolute():
        return {"uri": "file:///" + quote(name_of(path), safe="/:").lstrip("/")}
    return {"uri": quote(name_of(path)), "uriBaseId": "%SRCROOT%"}


def _descriptors(met: Iterable[Rule], language: str) -> list[Descriptor]:
    """Every rule in the order of the codes; a code with several wordings is one rule. Those met are there, too."""
    checks = {check.rule.code: check for check in EVERY_CHECK}
    known = [*ALL_RULES, *suppressions.RULES, *(check.rule for check in EVERY_CHECK)]
    codes = {rule.code for rule in known}
    known += {rule.code: rule for rule in met if rule.code not in codes}.values()
    by_code = groupby(sorted(known, key=lambda rule: code_number(rule.code)), lambda rule: rule.code)
    return [_descriptor(code, list(wordings), checks.get(code), language) for code, wordings in by_code]


def _descriptor(code: str, rules: Sequence[Rule], check: AnyCheck | None, language: str) -> Descriptor:
    messages = _together([rule.message for rule in rules], language)
    return {
        "id": code,
        "shortDescription": _message(_open(rules[0].message, language)),
        "fullDescription": _message(
            f"{pick(check.reason, language)} ({check.source_in(language)})" if check else messages
        ),
        "help": _message(_together([rule.help for rule in rules], language) or messages),
        "defaultConfiguration": {"level": rules[0].severity.word},
    }


def _together(templates: Iterable[Text], language: str) -> str:
    """The different wordings, one after the other."""
    return " ".join(dict.fromkeys(_open(template, language) for template in templates)).strip()


class _Open(dict[str, str]):
    """Values for a template that has none yet."""

    def __missing__(self, name: str) -> str:
        """Stand in for any name."""
        return "…"


def _open(template: Text, language: str) -> str:
    """A message with its values left open."""
    return pick(template, language).format_map(_Open())


def _message(text: str) -> Message:
    """Return `text` for a message: in SARIF, `{0}` would be a value and `[text](1)` a link."""
    if "](" in text:
        text = re.sub(r"[\\\[\]]", r"\\\g<0>", text)
    return {"text": printable(text).replace("{", "{{").replace("}", "}}")}
