"""What a project decides of its checks, as plain values."""

import os
from fnmatch import fnmatchcase
from itertools import product
from pathlib import Path

import pytest

from crosp_cli.findings import Finding, Location, Rule, Severity
from crosp_cli.limits import IGNORED_CHARACTERS, NAME_CHARACTERS
from crosp_cli.model.project import Checks, IgnoreIn, Project
from crosp_cli.reading.documents.document import document
from crosp_cli.reading.yaml.tree import parse
from crosp_cli.validation.settings import decided, unknown_codes

KNOWN = frozenset({"CR203", "CR402"})


def found(code: str, path: str) -> Finding:
    return Finding(Rule(code, Severity.WARNING, {"en": "Found."}), Location(path))


def left(checks: object, path: str, folder: str = "") -> list[str]:
    findings = [found("CR203", path), found("CR402", path)]
    return [one.code for one in decided(findings, Checks.model_validate(checks), folder)]


def test_without_a_word_everything_is_told_as_it_is() -> None:
    findings = [found("CR203", "a.yaml"), found("CR402", "b.yaml")]
    assert list(decided(findings, Checks(), "")) == findings


@pytest.mark.parametrize(
    ("ignored", "expected"), [(["CR203"], ["CR402"]), (["CR203", "CR402"], []), (["CR401"], ["CR203", "CR402"])]
)
def test_what_is_left_out_is_left_out_everywhere(ignored: list[str], expected: list[str]) -> None:
    assert left({"ignore": ignored}, "a.yaml") == expected


@pytest.mark.parametrize(
    ("pattern", "path", "folder", "is_left_out"),
    [
        ("old/*", "old/a.yaml", "", True),
        ("old/*", "old/2025/a.yaml", "", True),
        ("old/*", "new/a.yaml", "", False),
        ("old/*", "Old/a.yaml", "", False),
        ("old/*", "a/old/a.yaml", "", False),
        ("old", "old/a.yaml", "", True),
        ("old/", "old/2025/a.yaml", "", True),
        ("old", "older/a.yaml", "", False),
        ("old", "old.yaml", "", False),
        ("a.yaml", "a.yaml", "", True),
        ("a.yam", "a.yaml", "", False),
        ("old/*", "schools/old/a.yaml", "schools", True),
        ("schools/old/*", "schools/old/a.yaml", "schools", False),
        ("old/*", "old/a.yaml", "schools", True),
        ("old/*", "schoolsold/old/a.yaml", "schools", False),
        ("/school/old/*", "/school/old/a.yaml", "", True),
    ],
)
def test_for_which_files_it_is_left_out(pattern: str, path: str, folder: str, *, is_left_out: bool) -> None:
    checks = {"ignore_in": [{"paths": ["b", pattern, "c"], "codes": ["CR401", "CR203"]}]}
    assert left(checks, path, folder) == (["CR402"] if is_left_out else ["CR203", "CR402"])


@pytest.mark.parametrize("folder", ["..", "above"])
@pytest.mark.parametrize(
    ("pattern", "is_left_out"), [("here/a.yaml", True), ("here", True), ("a.yaml", False), ("b", False)]
)
def test_it_is_left_out_where_crosp_is_run_below_the_project_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str, pattern: str, *, is_left_out: bool
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    checks = {"ignore_in": [{"paths": [pattern], "codes": ["CR203"]}]}
    above = os.fspath(tmp_path) if folder == "above" else folder
    assert left(checks, "a.yaml", above) == (["CR402"] if is_left_out else ["CR203", "CR402"])


def test_each_file_has_its_own() -> None:
    checks = Checks.model_validate(
        {
            "ignore": ["CR402"],
            "ignore_in": [{"paths": ["a"], "codes": ["CR203"]}, {"paths": ["b"], "codes": ["CR204"]}],
        }
    )
    findings = [found(code, path) for path in "abc" for code in ("CR203", "CR204", "CR402")]
    kept = [(one.code, one.location.path) for one in decided(findings, checks, "")]
    assert kept == [("CR204", "a"), ("CR203", "b"), ("CR203", "c"), ("CR204", "c")]


@pytest.mark.parametrize("word", ["note", "warning", "error"])
def test_how_serious_it_is_here(word: str) -> None:
    findings = [found("CR203", "a.yaml"), found("CR402", "a.yaml")]
    first, second = decided(findings, Checks.model_validate({"severity": {"CR203": word}}), "")
    assert (first.severity.word, second) == (word, findings[1])
    assert first.rule.message == findings[0].rule.message


def test_a_code_that_no_check_has_is_told_where_it_stands() -> None:
    text = (
        "checks:\n"
        "  ignore: [CR203, CR298]\n"
        "  ignore_in:\n"
        "    - {paths: [a], codes: [CR402]}\n"
        "    - paths: [a]\n"
        "      codes: [CR402, CR297]\n"
        "  severity: {CR402: note, CR296: note}\n"
    )
    tree = parse(text, "crosp.yaml")[0]
    told = list(unknown_codes(Checks.model_validate(tree.data["checks"]), tree, KNOWN))
    assert [(one.code, one.values["code"], one.location) for one in told] == [
        ("CR032", "CR298", Location("crosp.yaml", 2, 19)),
        ("CR032", "CR297", Location("crosp.yaml", 6, 22)),
        ("CR032", "CR296", Location("crosp.yaml", 7, 27)),
    ]


@pytest.mark.parametrize(
    "pattern", ["[", "[[a", "a[", "[]", "[]a", "[!]", "[!]a", "[a]", "[!a][", "*[a]*[", "[][", "?[]]["]
)
def test_a_pattern_with_brackets_means_what_it_does_in_a_shell(pattern: str) -> None:
    ignored = IgnoreIn(paths=(pattern,), codes=("CR402",))
    paths = ["".join(letters) for size in range(5) for letters in product("[]!a", repeat=size)]
    matched = [path for path in paths if ignored.every_path.match(path)]
    assert matched == [path for path in paths if fnmatchcase(path, pattern)]


def test_brackets_that_nothing_closes_are_taken_one_by_one() -> None:
    many = "[" * 300_000  # with a search for the end of each, this takes an hour
    assert IgnoreIn(paths=(many,), codes=("CR402",)).every_path.match(many)


@pytest.mark.parametrize(("characters", "codes"), [(0, []), (1, ["CR137"])])
def test_a_name_has_a_limit(characters: int, codes: list[str]) -> None:
    text = (
        "format: crosp-project/1\nframework: spsm-crosp@2024\n"
        f"organiser: {{id: exempelkommun, name: {'a' * (NAME_CHARACTERS + characters)}, type: municipal}}\n"
    )
    tree, found = parse(text, "crosp.yaml")
    findings = document(Project, tree, found).findings
    assert [(one.code, one.location.line) for one in findings] == [(code, 3) for code in codes]


@pytest.mark.parametrize(("characters", "codes"), [(0, []), (1, ["CR137"])])
def test_the_patterns_have_a_limit_together(characters: int, codes: list[str]) -> None:
    half = "a" * (IGNORED_CHARACTERS // 2)
    more = "a" * (IGNORED_CHARACTERS // 2 + characters)
    text = (
        "format: crosp-project/1\nframework: spsm-crosp@2024\n"
        "organiser: {id: exempelkommun, name: Exempelkommun, type: municipal}\n"
        f"checks:\n  ignore_in:\n    - {{paths: [{half}], codes: [CR402]}}\n"
        f"    - {{paths: [{more}], codes: [CR402]}}\n"
    )
    tree, found = parse(text, "crosp.yaml")
    findings = document(Project, tree, found).findings
    assert [(one.code, one.location.line) for one in findings] == [(code, 6) for code in codes]
