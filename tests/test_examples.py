"""Every file in tests/examples gives the findings that its first line, or its name, says. README.md there tells how."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

import pytest

from crosp_cli.checks.registry import EVERY_CHECK
from crosp_cli.findings import Finding, Severity
from crosp_cli.reading.discovery import sources
from crosp_cli.reading.documents.framework import FrameworkFolder, read_framework
from crosp_cli.reading.rules.every import ALL_RULES
from crosp_cli.reading.workspace import Workspace
from crosp_cli.validation import suppressions
from crosp_cli.validation.runner import validate

HERE = Path(__file__).parent / "examples"
TODAY = date(2026, 11, 21)
LANGUAGES = ("sv", "en")

EVERY_RULE = [
    *ALL_RULES,
    *suppressions.RULES,
    *(check.rule for check in EVERY_CHECK),
]

TESTED_ELSEWHERE = {
    **dict.fromkeys(("CR001", "CR002", "CR003", "CR004"), "paths that are no files: reading/test_documents.py"),
    **dict.fromkeys(("CR005", "CR019"), "too large to keep: reading/test_documents.py"),
    **dict.fromkeys(("CR131", "CR132", "CR133", "CR134", "CR135", "CR136"), "the framework's own files"),
    **dict.fromkeys(("CR409", "CR702"), "need two assessments"),
    **dict.fromkeys(("CR606", "CR607"), "need a register: cli/test_collaborations.py"),
    **dict.fromkeys(("CR1111", "CR1112", "CR1113"), "need a whole project: checks/test_checks.py"),
    "CR906": "needs a whole project: cli/test_render_kinds.py",
    "CR909": "needs a whole project: cli/test_memo_matter.py",
    "CR907": "needs a whole project: cli/test_memo_on_programme.py",
    **dict.fromkeys(("CR1012", "CR1013", "CR1014"), "need a whole project: checks/test_programme.py"),
    "CR703": "needs a later day",
    "CR706": "needs a project with a schema: cli/test_validate.py",
    "CR704": "needs a project without assessments: cli/test_validate.py",
}
"""Codes that no file here can show, and why. A code in neither place has no test of its position."""


class Place(NamedTuple):
    """A finding as an example names it."""

    code: str
    line: int
    column: int


class Expected(NamedTuple):
    """What an example says of itself."""

    places: list[Place]
    among: bool
    """Whether other findings may stand beside these."""


def files(kind: str) -> list[Path]:
    found = sorted(file for file in (HERE / kind).rglob("*.yaml") if file.is_file())
    assert found, f"no examples in {kind}/"
    return found


def name_of(path: Path) -> str:
    return path.relative_to(HERE).as_posix()


def expected(path: Path) -> Expected:
    in_name = [Place(code, int(line), int(column)) for code, line, column in re.findall(IN_NAME, path.name)]
    if in_name:
        return Expected(in_name, among=False)
    first_line = path.read_bytes().partition(b"\n")[0].decode("utf-8-sig", "replace")
    match = re.match(r"# expect(-among)?: (.+)", first_line)
    if match is None:
        return Expected([], among=True)
    parts = [re.fullmatch(IN_COMMENT, part.strip()) for part in match[2].split(",")]
    assert all(parts), f"{name_of(path)}: the first line cannot be understood"
    return Expected([Place(p[1], int(p[2]), int(p[3])) for p in parts if p], among=bool(match[1]))


IN_NAME = r"--(CR\d{3,4})-(\d+)-(\d+)"
IN_COMMENT = r"(CR\d{3,4}) (\d+):(\d+)"


class Here(Workspace):
    """A workspace that does not read the built-in framework anew for each of many hundred files."""

    def framework(self, folder: Path) -> FrameworkFolder:
        return read_once(folder)


read_once = cache(read_framework)


@cache
def findings_in(path: Path) -> list[Finding]:
    """What crosp says of one file, without what it says of others in the same project."""
    [source] = sources([path])
    report = validate([source], Here(), TODAY)
    return [finding for finding in report.findings if finding.location.path == source.shown]


def place_of(finding: Finding) -> Place:
    return Place(finding.code, finding.location.line, finding.location.column)


def told(findings: list[Finding]) -> str:
    """Findings as a person sees them, for when a test fails."""
    return "\n".join(f"{place_of(finding)}: {finding.message('en')}" for finding in findings)


@pytest.mark.parametrize("path", files("invalid"), ids=name_of)
def test_a_bad_file_gives_the_findings_it_names(path: Path) -> None:
    names, found = expected(path), findings_in(path)
    assert names.places, "the file does not say what to expect; see README.md"
    places = [place_of(finding) for finding in found]
    if names.among:
        assert set(names.places) <= set(places), told(found)
    else:
        assert places == names.places, told(found)


@pytest.mark.parametrize("path", files("valid"), ids=name_of)
def test_a_good_file_gives_no_errors(path: Path) -> None:
    found = findings_in(path)
    assert not [finding for finding in found if finding.severity is Severity.ERROR], told(found)
    assert set(expected(path).places) <= {place_of(finding) for finding in found}, told(found)


def test_a_finding_points_at_a_place_in_the_file() -> None:
    # Where bytes are no text a place still counts characters before it, so replacing them one for one is enough.
    for path in files("invalid"):
        lines = path.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n").split("\n")
        for finding in findings_in(path):
            line, column = finding.location.line, finding.location.column
            assert 1 <= line <= len(lines), (name_of(path), told([finding]))
            assert 1 <= column <= len(lines[line - 1]) + 1, (name_of(path), told([finding]))


def test_a_finding_has_words_in_each_language() -> None:
    for path in files("invalid"):
        for finding, language in product(findings_in(path), LANGUAGES):
            for text in (finding.message(language), finding.message(language, quote=False)):
                assert text.strip(), (name_of(path), finding.code)
                assert "\n" not in text, (name_of(path), finding.code)
            assert "\n" not in finding.help(language), (name_of(path), finding.code)


def test_examples_are_small_enough_to_keep() -> None:
    sizes = {name_of(path): path.stat().st_size for kind in ("invalid", "valid") for path in files(kind)}
    assert {name: size for name, size in sizes.items() if size >= 300_000} == {}


def test_every_code_has_an_example_or_a_reason_not_to() -> None:
    shown = {place.code for kind in ("invalid", "valid") for path in files(kind) for place in expected(path).places}
    codes = {rule.code for rule in EVERY_RULE}
    assert codes - shown - set(TESTED_ELSEWHERE) == set()
    assert shown <= codes


def test_a_good_many_examples_are_kept() -> None:
    assert len(files("invalid")) >= 150
    assert len(files("valid")) >= 25


def test_git_has_left_line_ends_and_control_characters_alone() -> None:
    assert (HERE / ".gitattributes").read_text("utf-8").splitlines()[-1] == "* -text"
    assert b"\r\n" in (HERE / "valid/windows-line-ends.yaml").read_bytes()
    assert b"\r\n" not in (HERE / "valid/swedish-text.yaml").read_bytes()
    assert b"\x1b[31m" in (HERE / "invalid/characters/escape-sequence.yaml").read_bytes()
    assert (HERE / "invalid/characters/carriage-return-alone.yaml").read_bytes().count(b"\r") == 1


def templates() -> Iterator[tuple[str, str]]:
    for rule in EVERY_RULE:
        for language in LANGUAGES:
            yield rule.code, rule.message[language]
            if rule.help:
                yield rule.code, rule.help[language]


def test_every_message_can_be_filled_in() -> None:
    class Anything(dict[str, str]):
        def __missing__(self, key: str) -> str:
            return key

    for code, template in templates():
        assert template.format_map(Anything()), code


def test_a_code_has_one_severity() -> None:
    severities: dict[str, set[Severity]] = {}
    for rule in EVERY_RULE:
        severities.setdefault(rule.code, set()).add(rule.severity)
    assert {code for code, found in severities.items() if len(found) > 1} == set()
