"""Which files a command concerns: what is searched, in which order, under which name, and in which project."""

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from crosp_cli.limits import FOLDERS
from crosp_cli.reading.discovery import NoSuchPathError, Source, files_below, project_file, shown, sources
from crosp_cli.reading.workspace import Workspace, read_documents

AsNobody = Callable[[], AbstractContextManager[None]]

ASSESSMENT = """\
format: crosp-assessment/1
framework: spsm-crosp@2024
unit: ekskolan
level: school
occasion: 2026-ht
date: 2026-10-15
cells: {}
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Each test stands in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(*names: str, text: str = ASSESSMENT) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, "utf-8")


def found(*paths: str) -> list[str]:
    return [source.shown for source in sources(map(Path, paths))]


def read(*paths: str) -> dict[str, list[str]]:
    """The files that are read as crosp's, each with the codes of what is found in it."""
    documents = read_documents(sources(map(Path, paths)), Workspace())
    return {document.path: [finding.code for finding in document.findings] for document, _ in documents}


# --- what is searched -----------------------------------------------------------------------------------------


def test_yaml_files_are_found_in_every_folder_below() -> None:
    write("a.yaml", "b.yml", "c/d.yaml", "c/e/f/g.YAML", "c/h.YmL")
    write("i.txt", "j.yaml.bak", "k.json", "yaml", "l.yamll")
    assert found(".") == ["a.yaml", "b.yml", "c/d.yaml", "c/e/f/g.YAML", "c/h.YmL"]


def test_hidden_files_and_folders_are_passed_over() -> None:
    write("a.yaml", ".b.yaml", ".git/c.yaml", "d/.e/f.yaml", "d/.g.yml")
    assert found(".") == ["a.yaml"]


def test_what_programs_put_there_is_passed_over() -> None:
    write("a.yaml", "node_modules/b.yaml", "c/__pycache__/d.yaml", "c/node_modules/e/f.yaml")
    assert found(".") == ["a.yaml"]


def test_a_hidden_folder_is_searched_when_it_is_named() -> None:
    write(".github/a.yaml", ".github/.b.yaml", "node_modules/c.yaml")
    assert found(".github", "node_modules") == [".github/a.yaml", "node_modules/c.yaml"]


def test_a_named_file_is_taken_whatever_it_is_called() -> None:
    write("a.txt", ".b.yaml", "c")
    assert [source.named for source in sources([Path("a.txt"), Path(".b.yaml"), Path("c")])] == [True] * 3


def test_a_folder_called_like_a_file_is_searched() -> None:
    write("a.yaml/b.yaml")
    assert found(".") == ["a.yaml/b.yaml"]
    assert found("a.yaml") == ["a.yaml/b.yaml"]


def test_links_to_folders_are_not_followed() -> None:
    write("a/b.yaml")
    Path("c").symlink_to("a")
    Path("a/d").symlink_to("..")
    assert found(".") == ["a/b.yaml"]


def test_a_link_to_a_file_is_a_file_of_its_own() -> None:
    write("a.yaml")
    Path("b.yaml").symlink_to("a.yaml")
    assert found(".") == ["a.yaml", "b.yaml"]


def test_a_link_to_nothing_is_found_so_that_it_can_be_told_of() -> None:
    Path("a.yaml").symlink_to("b.yaml")
    assert found(".") == found("a.yaml") == ["a.yaml"]
    assert read(".") == {"a.yaml": ["CR001"]}


def test_a_pipe_is_found_and_refused() -> None:
    os.mkfifo("a.yaml")
    assert read(".") == read("a.yaml") == {"a.yaml": ["CR003"]}


def test_a_link_that_leaves_the_folder_is_refused() -> None:
    write("a/b.yaml", "c.yaml")
    Path("a/d.yaml").symlink_to("../c.yaml")
    assert read("a") == {"a/b.yaml": [], "a/d.yaml": ["CR004"]}
    assert read(".") == {"a/b.yaml": [], "a/d.yaml": [], "c.yaml": []}


def test_a_folder_that_cannot_be_listed_is_told_of(open_folder: Path, as_nobody: AsNobody) -> None:
    write(*(str(open_folder / name) for name in ("a.yaml", "b/c.yaml", "d/e.yaml")))
    (open_folder / "b").chmod(0)
    with as_nobody():
        assert read(str(open_folder)) == {
            str(open_folder / "a.yaml"): [],
            str(open_folder / "b"): ["CR002"],
            str(open_folder / "d/e.yaml"): [],
        }
        assert read(str(open_folder / "b")) == {str(open_folder / "b"): ["CR002"]}


def test_an_empty_folder_has_nothing() -> None:
    Path("a").mkdir()
    assert found("a") == []


@pytest.mark.parametrize("name", ["a.yaml", "a/b", "b.yaml/c.yaml", "a\0b.yaml"])
def test_a_named_path_that_is_not_there_is_told_at_once(name: str) -> None:
    write("b.yaml")
    with pytest.raises(NoSuchPathError) as error:
        sources([Path("b.yaml"), Path(name)])
    assert error.value.path == Path(name)


def test_a_named_path_that_cannot_be_reached_is_told_at_once(open_folder: Path, as_nobody: AsNobody) -> None:
    path = open_folder / "a" / "b.yaml"
    write(str(path))
    (open_folder / "a").chmod(0)
    with as_nobody(), pytest.raises(PermissionError) as error:
        sources([path])
    assert error.value.filename == str(path)


def test_a_named_path_too_long_to_exist_is_told_at_once() -> None:
    with pytest.raises(OSError, match="too long"):
        sources([Path("å" * 300)])
    assert project_file(Path("å" * 300)) is None


# --- in which order, and how often ----------------------------------------------------------------------------


def test_files_come_in_the_order_of_their_paths() -> None:
    write("b/c.yaml", "b.yaml", "a/z.yaml", "a-b.yaml", "B.yaml", "å.yaml", "a/b/c.yaml")
    assert found(".") == found("b", "b.yaml", "å.yaml", "a", "a-b.yaml", "B.yaml")
    assert found(".") == sorted(found("."))


def test_a_file_named_twice_is_read_once() -> None:
    write("a/b.yaml", "a/c.yaml")
    assert found("a", "a/b.yaml", "a/../a/c.yaml", ".", str(Path("a").resolve())) == ["a/../a/c.yaml", "a/b.yaml"]


@pytest.mark.parametrize("paths", [["a", "a/b.yaml"], ["a/b.yaml", "a"]])
def test_a_file_both_named_and_found_is_named(paths: list[str]) -> None:
    write("a/b.yaml", "a/c.yaml")
    assert {source.shown: source.named for source in sources(map(Path, paths))} == {"a/b.yaml": True, "a/c.yaml": False}


def test_a_source_may_not_lead_out_of_the_folder_that_was_named() -> None:
    write("a/b/c.yaml")
    assert sources([Path("a")]) == [Source("a/b/c.yaml", "a/b/c.yaml", Path("a"), named=False)]
    assert sources([Path("a/b/c.yaml")]) == [Source("a/b/c.yaml", "a/b/c.yaml", Path("a/b"), named=True)]


# --- how they are shown ---------------------------------------------------------------------------------------


def test_a_path_is_shown_as_short_as_it_can_be_followed_from_here(here: Path) -> None:
    assert shown(Path("a/b.yaml")) == "a/b.yaml"
    assert shown(Path("./a.yaml")) == "a.yaml"
    assert shown(here / "a" / "b.yaml") == "a/b.yaml"
    assert shown(here) == "."
    assert shown(Path()) == "."
    assert shown(Path("../b.yaml")) == "../b.yaml"
    assert shown(here.parent / "b.yaml") == f"{here.parent}/b.yaml"


# --- in which project -----------------------------------------------------------------------------------------


def test_the_nearest_crosp_yaml_governs() -> None:
    write("crosp.yaml", "a/b/c.yaml", "a/crosp.yaml", "d/e.yaml")
    assert project_file(Path("a/b/c.yaml")) == Path("a/crosp.yaml")
    assert project_file(Path("a/b")) == Path("a/crosp.yaml")
    assert project_file(Path("a/crosp.yaml")) == Path("a/crosp.yaml")
    assert project_file(Path("d/e.yaml")) == Path("crosp.yaml")
    assert project_file(Path()) == Path("crosp.yaml")


def test_a_crosp_yaml_above_the_current_folder_governs_too(monkeypatch: pytest.MonkeyPatch) -> None:
    write("crosp.yaml", "a/b/c.yaml")
    monkeypatch.chdir("a/b")
    assert project_file(Path("c.yaml")) == Path("../../crosp.yaml")


def test_an_absolute_path_gets_an_absolute_answer(here: Path) -> None:
    write("crosp.yaml", "a/b.yaml")
    assert project_file(here / "a" / "b.yaml") == here / "crosp.yaml"


def test_without_a_crosp_yaml_there_is_no_project() -> None:
    write("a/b.yaml", "a/crosp.yml", "a/Crosp.yaml")
    assert project_file(Path("a/b.yaml")) is None


def test_a_crosp_yaml_that_leads_nowhere_still_governs_and_is_told_of() -> None:
    write("a.yaml")
    Path("crosp.yaml").symlink_to("b.yaml")
    workspace = Workspace()
    assert [finding.code for finding in workspace.context_of(Path("a.yaml")).findings] == ["CR001"]


# --- which of them are crosp's --------------------------------------------------------------------------------

NOT_OURS = {
    "a list": "- a\n- b\n",
    "another program's": "name: CI\non: [push]\njobs: {}\n",
    "with aliases": "a: &a b\nc: *a\n",
    "with tags": "a: !secret b\n",
    "many documents": "a: b\n---\nc: d\n",
    "no YAML at all": "{{ template }}\n",
    "in Windows-1252": "namn: å\n",
    "a table of cells": "cells: [1, 2]\nrows: 3\n",
    "another format": "format: openapi/3\n",
    "a level of something": "level: school\noccasion: now\n",
}


@pytest.mark.parametrize("text", NOT_OURS.values(), ids=NOT_OURS)
def test_files_that_are_not_crosps_are_passed_over_in_silence(text: str) -> None:
    Path("a.yaml").write_text(text, "cp1252")
    assert read(".") == {}


@pytest.mark.parametrize("text", NOT_OURS.values(), ids=NOT_OURS)
def test_a_file_that_is_named_is_always_told_of(text: str) -> None:
    Path("a.yaml").write_text(text, "cp1252")
    assert read("a.yaml")["a.yaml"] != []


@pytest.mark.parametrize(
    "first_line",
    [
        "format: crosp-asessment/1",
        "format: crosp-assessment/2",
        "format: crosp-assessment",
        "format: Crosp-assessment/1",
        "format: cropsassessment",
        "format:",
        "fromat: crosp-assessment/1",
        "Format: crosp-assessment/1",
        "# no format",
    ],
)
def test_a_misspelt_format_line_is_not_passed_over(first_line: str) -> None:
    write("a.yaml", text=ASSESSMENT.replace("format: crosp-assessment/1", first_line))
    assert read(".") == read("a.yaml") == {"a.yaml": ["CR103"]}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (ASSESSMENT.encode().replace(b"level", b"\tlevel"), "CR012"),
        (ASSESSMENT.encode() + b"# \xe5\n", "CR008"),
        (ASSESSMENT.encode("utf-16"), "CR007"),
        (ASSESSMENT.encode("utf-16-be"), "CR007"),
        (b"<<<<<<< HEAD\n" + ASSESSMENT.encode(), "CR011"),
        (b"", "CR006"),
        (b"\n", "CR006"),
    ],
)
def test_one_of_crosps_files_that_cannot_be_read_is_not_passed_over(data: bytes, code: str) -> None:
    Path("a.yaml").write_bytes(data)
    assert read(".") == {"a.yaml": [code]}


def test_files_of_crosps_other_kinds_are_read_but_not_as_assessments() -> None:
    write("crosp.yaml", text="format: crosp-project/1\n")
    write("framework/framework.yaml", text="format: crosp-framework/1\n")
    documents = list(read_documents(sources([Path()]), Workspace()))
    assert [(document.path, document.format, document.model) for document, _ in documents] == [
        ("framework/framework.yaml", "crosp-framework/1", None)
    ]


def test_each_file_comes_with_its_own_project() -> None:
    project = "format: crosp-project/1\nframework: spsm-crosp@2024\norganiser: {id: x, name: X, type: municipal}\n"
    write("crosp.yaml", "a/crosp.yaml", text=project)
    write("b.yaml", "a/c.yaml", "d/e.yaml")
    documents = read_documents(sources([Path()]), Workspace())
    governed = {document.path: str(context.file) for document, context in documents}
    assert governed == {"b.yaml": "crosp.yaml", "a/c.yaml": "a/crosp.yaml", "d/e.yaml": "crosp.yaml"}


def test_folders_far_down_are_told_of_and_not_looked_through() -> None:
    """A tree in git can have any number of them; each of Python's own ways to walk it takes its memory of calls."""
    home = Path.cwd()
    for _ in range(FOLDERS + 9):
        write("a.yaml")
        Path("d").mkdir()
        os.chdir("d")
    os.chdir(home)
    found = read(".")
    too_far = "/".join("d" * (FOLDERS + 1))
    assert found.pop(too_far) == ["CR003"]
    assert found == {f"{'d/' * depth}a.yaml": [] for depth in range(FOLDERS + 1)}
    assert len(list(files_below(Path()))) == FOLDERS + 1
