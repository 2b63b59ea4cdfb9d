"""From a path to a document: paths that are no files, files that are too much, and what is found on the way."""

import json
import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosp_cli.limits import DEFINITION_CHARACTERS, FILE_BYTES, PARTS
from crosp_cli.model.assessment import Assessment
from crosp_cli.model.project import Project
from crosp_cli.reading.discovery import Source, sources
from crosp_cli.reading.documents.document import document, format_of, read_tree, tree_from
from crosp_cli.reading.workspace import Workspace
from crosp_cli.validation.runner import ValidationResult, validate

AsNobody = Callable[[], AbstractContextManager[None]]

EXAMPLES = Path(__file__).parents[1] / "examples"
TODAY = date(2026, 11, 21)
ASSESSMENT = (EXAMPLES / "valid" / "every-field.yaml").read_text("utf-8")


def check(path: Path) -> ValidationResult:
    """Check one file that is named, as `crosp validate PATH` does."""
    return validate(sources([path]), Workspace(), TODAY)


def codes(report: ValidationResult) -> list[tuple[str, int, int]]:
    return [(finding.code, finding.location.line, finding.location.column) for finding in report.findings]


# --- paths that are no files ----------------------------------------------------------------------------------


def test_a_file_that_is_gone_when_it_is_read_is_told_of(tmp_path: Path) -> None:
    source = Source(str(tmp_path / "a.yaml"), "a.yaml", tmp_path, named=True)
    report = validate([source], Workspace(), TODAY)
    assert codes(report) == [("CR001", 1, 1)]
    assert report.broken


def test_a_file_that_may_not_be_read_is_told_of(open_folder: Path, as_nobody: AsNobody) -> None:
    path = open_folder / "a.yaml"
    path.write_text(ASSESSMENT, "utf-8")
    path.chmod(0)
    with as_nobody():
        report = check(path)
    assert codes(report) == [("CR002", 1, 1)]
    assert report.broken


def test_what_is_no_ordinary_file_is_told_of(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    for path in (tmp_path / "pipe.yaml", tmp_path / "loop.yaml", Path("/dev/null")):
        assert codes(check(path)) == [("CR003", 1, 1)]


def test_a_link_that_leaves_its_folder_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "a.yaml").write_text("secret: word\n", "utf-8")
    (tmp_path / "folder" / "a.yaml").symlink_to("../a.yaml")
    report = check(tmp_path / "folder" / "a.yaml")
    assert codes(report) == [("CR004", 1, 1)]
    assert "secret" not in report.findings[0].message("en")


# --- files that are too much ----------------------------------------------------------------------------------


def test_a_file_of_more_than_four_mebibytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(ASSESSMENT.encode() + b"#" * (FILE_BYTES - len(ASSESSMENT.encode())))
    assert [code for code, _, _ in codes(check(path))] == []
    with path.open("ab") as file:
        file.write(b"\n")
    assert codes(check(path)) == [("CR005", 1, 1)]


def test_a_file_of_more_than_two_hundred_thousand_parts_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("format: crosp-assessment/1\nparticipants:\n" + "- a\n" * PARTS, "utf-8")
    [(code, line, column)] = codes(check(path))
    assert (code, column) == ("CR019", 3)
    assert line == PARTS - 2  # the mapping, three texts and the list come before the items


@pytest.mark.parametrize(
    "text",
    [
        "\x01" * FILE_BYTES,
        "\ufeff" * (FILE_BYTES // 3),
        " #x" * (FILE_BYTES // 3),
        "a: '" + "b #c\n  " * (FILE_BYTES // 8) + "'",
        "a: [" + '"b #c", ' * 90_000 + "]",
        "<<<<<<<a\n" * (FILE_BYTES // 9),
        " " * FILE_BYTES,
        "%" * FILE_BYTES,
        "- " * (FILE_BYTES // 2),
        "a:b\n" * (FILE_BYTES // 4 - 10) + "c: d",
        "a: '" + "b: c\n" * (FILE_BYTES // 5 - 10) + "' d",
    ],
    ids=lambda text: repr(text[:8]),
)
@pytest.mark.breadth
def test_the_worst_of_files_are_answered_within_seconds(text: str) -> None:
    # Each of these once took minutes, or would if a step on the way grew with the square of the size.
    _, findings = tree_from(text.encode()[:FILE_BYTES], "a.yaml")
    assert len(findings) <= 20


def test_many_findings_of_one_kind_are_found_in_one_go() -> None:
    text = "format: crosp-assessment/1\n" + "".join(f"k\u200b{n}: v\n" for n in range(20_000))
    tree, findings = tree_from(text.encode(), "a.yaml")
    found = document(Assessment, tree, findings).findings
    assert [finding.location.line for finding in found if finding.code == "CR010"] == list(range(2, 20_002))


# --- documents ------------------------------------------------------------------------------------------------


def test_a_good_file_becomes_a_model(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(ASSESSMENT, "utf-8")
    tree, findings = read_tree(tmp_path / "a.yaml", "a.yaml", within=tmp_path)
    read = document(Assessment, tree, findings)
    assert read.findings == []
    assert read.format == "crosp-assessment/1"
    assert read.model is not None
    assert read.model.date == date(2026, 10, 15)
    assert read.model.unit == "ekskolan"


def test_a_file_that_cannot_be_read_has_neither_model_nor_tree(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a: [", "utf-8")
    read = document(Assessment, *read_tree(tmp_path / "a.yaml", "b/a.yaml"))
    assert (read.path, read.model, read.tree, read.format) == ("b/a.yaml", None, None, None)
    assert [finding.code for finding in read.findings] == ["CR023"]


def test_a_document_of_another_kind_is_not_measured_by_the_wrong_rule() -> None:
    read = document(Project, *tree_from(ASSESSMENT.encode(), "a.yaml"))
    assert [finding.code for finding in read.findings] == ["CR103"]
    assert "crosp-project/1" in read.findings[0].help("sv")


@pytest.mark.parametrize("text", ["a: b", "format:", "format: [crosp-assessment/1]", "format: {}"])
def test_a_format_that_is_no_text_is_none(text: str) -> None:
    tree, _ = tree_from(text.encode(), "a.yaml")
    assert tree is not None
    assert format_of(tree) is None


def test_findings_on_the_way_are_kept_beside_those_on_the_shape() -> None:
    text = "format: crosp-assessment/1\nlevel: School\nlevel: school\ndate: now #x\n"
    read = document(Assessment, *tree_from(text.encode(), "a.yaml"))
    assert sorted(finding.code for finding in read.findings) == ["CR013", "CR020", "CR102", "CR102", "CR107", "CR109"]


# --- whatever people do to a file -----------------------------------------------------------------------------

SIGNS = st.sampled_from(
    [
        *"\t\n :-'\"[]{}#&*!|>%@`?,\\~=<\u00a0\u200b•",
        "\n  ",
        ": ",
        "- ",
        "<<: ",
        "---\n",
        "...\n",
        "null",
        " #x",
        "\\x",
        "å",
    ]
)
PLACE = st.integers(0, len(ASSESSMENT))


def insert(text: str, at: int, sign: str) -> str:
    return text[:at] + sign + text[at:]


def remove(text: str, at: int, sign: str) -> str:
    return text[:at] + text[at + len(sign) :]


def move(text: str, at: int, sign: str) -> str:
    lines = text.split("\n")
    number = at % len(lines)
    lines[number] = " " * len(sign) + lines[number] if at % 2 else lines[number][len(sign) :]
    return "\n".join(lines)


@pytest.mark.parametrize("more", [0, 1])
@pytest.mark.parametrize("key", ["what", "responsible"])
def test_what_a_follow_up_says_again_on_each_day_is_not_without_end(key: str, more: int) -> None:
    measure = {"id": "a", "what": "Mer tid.", key: "a" * (DEFINITION_CHARACTERS + more)}
    cells = {"participation": {"governance": {"measures": [measure]}}}
    found = document(
        Assessment, *tree_from(f"{ASSESSMENT.split('cells:')[0]}cells: {json.dumps(cells)}\n".encode(), "a")
    )
    assert [one.code for one in found.findings] == ["CR137"] * more


@pytest.mark.parametrize("more", [0, 1])
@pytest.mark.parametrize("key", ["contact", "next_meeting"])
def test_what_each_page_for_guardians_says_is_not_without_end(key: str, more: int) -> None:
    unit = json.dumps({"id": "a", "name": "A", key: "a" * (DEFINITION_CHARACTERS + more)})
    organiser = "{id: a, name: A, type: municipal}"
    text = f"format: crosp-project/1\nframework: spsm-crosp@2024\norganiser: {organiser}\nunits: [{unit}]\n"
    found = document(Project, *tree_from(text.encode(), "a"))
    assert [one.code for one in found.findings] == ["CR137"] * more


CHANGES = st.lists(st.tuples(st.sampled_from([insert, remove, move]), PLACE, SIGNS), min_size=1, max_size=4)


@given(CHANGES)
def test_a_slip_anywhere_in_a_file_is_told_in_words_and_in_the_file(changes: list[tuple[Any, int, str]]) -> None:
    text = ASSESSMENT
    for change, at, sign in changes:
        text = change(text, at, sign)
    lines = text.split("\n")
    for model in (Assessment, Project):
        for finding in document(model, *tree_from(text.encode(), "a.yaml")).findings:
            assert finding.message("sv")
            assert finding.message("en", quote=False)
            assert finding.help("en") or not finding.rule.help
            assert 1 <= finding.location.line <= len(lines)
            assert 1 <= finding.location.column <= len(lines[finding.location.line - 1]) + 1


@given(
    st.recursive(st.none() | st.text("ab-1: é", max_size=4), lambda inner: st.lists(inner, max_size=3), max_leaves=4)
)
def test_anything_may_stand_where_anything_else_is_expected(value: Any) -> None:
    for key in ("unit", "level", "date", "participants", "cells", "framework"):
        text = f"format: crosp-assessment/1\n{json.dumps(key)}: {json.dumps(value)}\n"
        found = document(Assessment, *tree_from(text.encode(), "a.yaml")).findings
        assert found
        assert all(finding.message("sv") and finding.location.line in (1, 2) for finding in found)
