"""`crosp render`: where the report goes, what it is called, and what happens when it cannot be made."""

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Crosp = Callable[..., Any]

pytestmark = pytest.mark.cli

CELLS = """\
shared-direction:
  governance:
    current_state: {reflection: Something., rating: 1, evidence: [Notes]}
    need: {analysis: More of it., target: 2}
    measures: [{id: one, what: Do it, responsible: principal, due: 2026-10-20}]
"""


@pytest.fixture
def path(folder: Any) -> Path:
    folder.project()
    return Path(folder.assessment(cells=CELLS))


def test_the_file_is_named_after_the_assessment(folder: Any, path: Path, crosp: Crosp) -> None:
    result = crosp("render", path, cwd=folder.path)
    assert (result.status, result.out) == (0, "")
    assert "ekskolan-2026-ht-school.html" in result.err
    assert folder.files() == ["a.yaml", "crosp.yaml", "ekskolan-2026-ht-school.html"]


@pytest.mark.parametrize(
    ("arguments", "name", "start"),
    [
        (("-o", "r.html"), "r.html", "<!doctype html>"),
        (("-o", "r.md"), "r.md", "# Ekskolan"),
        (("--output", "r.txt", "--format", "markdown"), "r.txt", "# Ekskolan"),
        (("--format", "markdown"), "ekskolan-2026-ht-school.md", "# Ekskolan"),
        (("-o", "out"), "out/ekskolan-2026-ht-school.html", "<!doctype html>"),
    ],
)
def test_the_form_follows_what_was_asked_for(
    folder: Any, path: Path, crosp: Crosp, arguments: tuple[str, ...], name: str, start: str
) -> None:
    (folder.path / "out").mkdir()
    result = crosp("render", path, *arguments, cwd=folder.path)
    assert result.status == 0
    assert (folder.path / name).read_text("utf-8").startswith(start)


@pytest.mark.parametrize(("name", "form"), [("r.md", "html"), ("r.docx", "html"), ("r.pdf", "docx"), ("r.html", "pdf")])
def test_a_name_that_says_another_form_is_refused(folder: Any, path: Path, crosp: Crosp, name: str, form: str) -> None:
    result = crosp("render", path, "-o", name, "--format", form, "--lang", "en", cwd=folder.path)
    assert result.status == 2
    assert f"{name} ends in" in result.err
    assert name not in folder.files()


def test_standard_output(folder: Any, path: Path, crosp: Crosp) -> None:
    result = crosp("render", path, "-o", "-", cwd=folder.path)
    assert result.status == 0
    assert result.out.startswith("<!doctype html>")
    assert result.err == ""
    assert folder.files() == ["a.yaml", "crosp.yaml"]


def test_an_existing_file_is_left_alone_unless_asked(folder: Any, path: Path, crosp: Crosp) -> None:
    folder.write("r.html", "mine")
    result = crosp("render", path, "-o", "r.html", cwd=folder.path)
    assert result.status == 2
    assert "r.html" in result.err
    assert "--force" in result.err
    assert (folder.path / "r.html").read_text("utf-8") == "mine"
    assert crosp("render", path, "-o", "r.html", "--force", cwd=folder.path).status == 0
    assert (folder.path / "r.html").read_text("utf-8") != "mine"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes there")
def test_only_an_ordinary_file_is_replaced(crosp: Crosp, folder: Any, path: Path) -> None:
    os.mkfifo(folder.path / "pipe.html")
    for more in ((), ("--force",)):
        result = crosp("render", path, "-o", "pipe.html", *more, "--lang", "en", cwd=folder.path)
        assert result.status == 2
        assert "pipe.html exists already and is left as it is." in result.err
    assert (folder.path / "pipe.html").is_fifo()


@pytest.mark.parametrize("target", ["gone/r.html", "gone.html", "../outside.html", "a.yaml", "r.html"])
def test_a_link_is_replaced_and_not_what_it_leads_to(crosp: Crosp, folder: Any, path: Path, target: str) -> None:
    home, before = folder.path / "home", (folder.path / path).read_bytes()
    home.mkdir()
    for name in ("crosp.yaml", path):
        (home / name).write_bytes((folder.path / name).read_bytes())
    folder.write("outside.html", "theirs")
    (home / "r.html").symlink_to(target)
    assert crosp("render", path, "-o", "r.html", cwd=home).status == 2
    assert (home / "r.html").is_symlink()
    assert crosp("render", path, "-o", "r.html", "--force", cwd=home).status == 0
    assert not (home / "r.html").is_symlink()
    assert sorted(one.name for one in home.iterdir()) == ["a.yaml", "crosp.yaml", "r.html"]
    assert (folder.path / "outside.html").read_text() == "theirs"
    assert (home / path).read_bytes() == before


def test_a_planted_folder_is_not_written_through(crosp: Crosp, folder: Any, path: Path) -> None:
    (folder.path / "outside").mkdir()
    (folder.path / "home").mkdir()
    for name in ("crosp.yaml", path):
        (folder.path / "home" / name).write_bytes((folder.path / name).read_bytes())
    (folder.path / "home" / "out").symlink_to("../outside")
    ways = [("-o", "out"), ("-o", "out/r.html"), ("-o", "out/r.html", "--force"), ("--all", "-o", "out/deep")]
    for way in ways:
        result = crosp("render", "." if "--all" in way else path, *way, "--lang", "en", cwd=folder.path / "home")
        assert result.status == 2
        assert result.err.startswith("crosp: out is a link")
    assert list((folder.path / "outside").iterdir()) == []


def test_an_assessment_is_never_replaced(folder: Any, path: Path, crosp: Crosp) -> None:
    before = (folder.path / path).read_bytes()
    result = crosp("render", path, "-o", path, "--force", cwd=folder.path)
    assert result.status == 2
    assert (folder.path / path).read_bytes() == before


def test_a_document_that_does_not_hold_shows_its_findings(folder: Any, crosp: Crosp) -> None:
    folder.project()
    path = folder.assessment(cells="nope: {}")
    result = crosp("render", path, cwd=folder.path)
    assert result.status == 1
    assert re.match(r"a\.yaml:\d+:3: CR121", result.out)
    assert folder.files() == ["a.yaml", "crosp.yaml"]
    aside = crosp("render", path, "-o", "-", cwd=folder.path)
    assert (aside.status, aside.out) == (1, "")
    assert "CR121" in aside.err


@pytest.mark.parametrize(
    "arguments", [("nowhere.yaml",), ("crosp.yaml",), ("a.yaml", "-o", "nowhere/r.html"), ("a.yaml", "-o", "r.txt")]
)
def test_what_cannot_be_done_is_one_line(folder: Any, path: Path, crosp: Crosp, arguments: tuple[str, ...]) -> None:
    result = crosp("render", *arguments, cwd=folder.path)
    assert (result.status, result.out) == (2, "")
    assert len(result.err.splitlines()) == 1
    assert folder.files() == ["a.yaml", "crosp.yaml"]


def test_of_a_folder_the_newest_is_taken_where_one_unit_and_level_is_left(
    folder: Any, path: Path, crosp: Crosp
) -> None:
    assert crosp("render", "-o", "-", cwd=folder.path).out == crosp("render", path, "-o", "-", cwd=folder.path).out
    later = folder.assessment("b.yaml", occasion="2027-ht", date="2027-10-15")
    newest = crosp("render", later, "-o", "-", cwd=folder.path).out
    assert crosp("render", ".", "-o", "-", cwd=folder.path).out == newest
    folder.assessment("c.yaml", level="teaching")
    result = crosp("render", ".", "-o", "-", "--lang", "en", cwd=folder.path)
    assert result.status == 2
    assert "Name one of them, or say --unit and --level: b.yaml, c.yaml." in result.err
    asked = ("--unit", "Ekskolan", "--level", "Förskole- eller skolenhet")
    assert crosp("render", ".", "-o", "-", *asked, cwd=folder.path).out == newest


def test_the_day_counts_and_nothing_else_does(folder: Any, path: Path, crosp: Crosp) -> None:
    early, late, again = (
        crosp("render", path, "-o", "-", "--lang", "en", "--today", day, cwd=folder.path).out
        for day in ("2026-10-01", "2026-10-21", "2026-10-21")
    )
    assert "overdue on 2026-10-21" in re.sub("</?span[^>]*>", "", late)
    assert "overdue on" not in early
    assert late == again


@pytest.mark.parametrize(("option", "expected"), [((), "en"), (("--lang", "sv"), "sv")])
def test_the_language(folder: Any, path: Path, crosp: Crosp, option: tuple[str, ...], expected: str) -> None:
    result = crosp("render", path, "-o", "-", *option, cwd=folder.path)
    assert f'<html lang="{expected}">' in result.out


def test_capitals_in_the_code_of_a_language_mean_nothing(folder: Any, path: Path, crosp: Crosp) -> None:
    folder.project(language="sv")
    expected = crosp("render", path, "-o", "-", cwd=folder.path).out
    folder.project(language="SV")
    assert crosp("render", path, "-o", "-", cwd=folder.path).out == expected


def test_the_bytes_are_the_same_whatever_the_seed(folder: Any, path: Path, crosp_process: Crosp) -> None:
    first, second = (
        crosp_process(
            "render", path, "-o", "-", "--today", "2026-11-01", cwd=folder.path, env={"PYTHONHASHSEED": seed}
        ).out
        for seed in ("1", "2")
    )
    assert first == second
    assert first.endswith("</html>\n")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no full disk to write to here")  # noqa: PTH110
def test_a_full_disk_is_one_line(folder: Any, path: Path, crosp_process: Crosp) -> None:
    with Path("/dev/full").open("wb") as full:
        result = crosp_process("render", path, "-o", "-", cwd=folder.path, stdout=full)
    assert result.status == 2
    assert len(result.err.splitlines()) == 1


PASTED = """\
shared-direction:
  governance:
    current_state:
      reflection: |
        ·\tThe team meets on Tuesdays at 08.15 and goes through the matters of the week in order.
        o\tThe club takes part too, and has time of its own in the schedule every second week.
        → What comes out of it is followed up in the class conferences before the autumn break.
        a) Each new stage is told what was agreed, by the routine that was decided on in March.
        b) Guardians are invited to a meeting at which the adjustments are explained in speech.
        Aim: everybody in the school is to know whom to turn to when help is needed, and when.
        Responsible: the principal. To be ready in week 50. Followed up in February by us all.
      rating: 1
      evidence: [Notes]
"""


def test_a_pasted_list_is_a_list_and_lines_stay_lines(folder: Any, crosp: Crosp) -> None:
    folder.project(language="en")
    path = folder.assessment(cells=PASTED)
    text = crosp("render", path, "--format", "markdown", "-o", "-", cwd=folder.path).out
    told = text.partition("Current state\n\n")[2].partition("**Evidence**")[0].splitlines()
    assert [line[:12] for line in told if line] == [
        "- The team m", "- The club t", "- What comes", "- a\\) Each n", "- b\\) Guardi", "Aim: everybo", "Responsible:"
    ]  # fmt: skip
    page = crosp("render", path, "--format", "html", "-o", "-", cwd=folder.path).out
    told = page.partition("Current state</h4>")[2].partition("<h5>Evidence")[0]
    assert [part.count("<li>") for part in told.split("<ul")[1:]] == [3, 2]
    assert "when.<br>\nResponsible" in told
