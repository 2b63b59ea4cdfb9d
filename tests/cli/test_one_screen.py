"""What analyse, follow-up and compare answer on a terminal of 80 columns: one screen, and what to do next."""

import shlex
from io import StringIO
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from rich.console import Console

from crosp_cli.cli.app import command as whole
from crosp_cli.cli.commands.show.run import code_page, entry
from crosp_cli.output.reference.code_page import codes
from crosp_cli.output.reference.terminal import as_terminal
from crosp_cli.reading.workspace import Workspace

EXAMPLES = Path(__file__).parents[2] / "examples"
SCREEN = 40
"""How many lines a screen has."""
ASKED = [
    ("analyse", "ekskolan/assessments/ekskolan/2026-ht-school.yaml"),
    ("analyse", "ekskolan"),
    ("analyse", "exempelkommun"),
    ("analyse", "ekskolan", "exempelkommun", "other-framework"),
    ("follow-up", "ekskolan"),
    ("follow-up", "ekskolan", "exempelkommun", "other-framework"),
    ("compare", "ekskolan"),
    (
        "compare",
        "ekskolan/assessments/ekskolan/2025-ht-school.yaml",
        "ekskolan/assessments/ekskolan/2026-ht-school.yaml",
    ),
]


@pytest.mark.parametrize("language", ["sv", pytest.param("en", marks=pytest.mark.breadth)])
@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
def test_it_fits_on_a_screen_and_leads_on(crosp: Any, asked: tuple[str, ...], language: str, tmp_path: Path) -> None:
    on = () if asked[0] == "compare" else ("--today", "2026-11-22")
    result = crosp(*asked, *on, "--lang", language, cwd=EXAMPLES)
    lines = result.out.splitlines()
    assert result.status == 0
    assert len(lines) <= SCREEN
    told = [line.rpartition(":  ")[2] if ":  " in line else line.partition(": ")[2] for line in lines]
    steps = [shlex.split(line.strip()) for line in told if line.strip().startswith("crosp ")]
    assert [asked[0], *asked[1:], "--full"] in [step[1:] for step in steps]
    full = crosp(*asked, *on, "--lang", language, "--full", cwd=EXAMPLES)
    assert full.status == 0
    assert len(full.out.splitlines()) > len(lines)
    copytree(EXAMPLES, tmp_path / "here")
    for step in steps:
        went_on = crosp(*step[1:], "--lang", language, cwd=tmp_path / "here")
        assert (step, went_on.status, went_on.err.startswith("crosp: ")) == (step, 0, False)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("asked", ["--help", "show", "explain"])
def test_what_there_is_fits_on_a_screen(crosp: Any, folder: Any, asked: str, language: str) -> None:
    env = {"COLUMNS": "80", "LANG": f"{language}_SE.UTF-8" if language == "sv" else "en_GB.UTF-8"}
    result = crosp(asked, cwd=folder.path, env=env)
    assert (result.status, result.err) == (0, "")
    assert 10 < len(result.out.splitlines()) <= SCREEN
    if asked != "--help":
        assert f"`crosp {asked} --full`" in " ".join(result.out.split())
        full = crosp(asked, "--full", cwd=folder.path, env=env)
        assert len(full.out.splitlines()) > 2 * SCREEN


@pytest.mark.breadth
@pytest.mark.parametrize("language", ["sv", "en"])
def test_help_of_every_command_fits_on_a_screen(crosp: Any, language: str) -> None:
    for command in whole().commands:
        result = crosp(command, "--help", cwd=EXAMPLES, env={"COLUMNS": "80", "LANG": f"{language}_SE.UTF-8"})
        assert (command, result.status) == (command, 0)
        assert 10 < len(result.out.splitlines()) <= SCREEN, command


@pytest.mark.breadth
@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("example", ["ekskolan", "exempelkommun", "other-framework", "another-country"])
def test_each_thing_there_is_fits_on_a_screen(example: str, language: str) -> None:
    context = Workspace().context_in(EXAMPLES / example)
    framework, guidance = context.framework, context.guidance()
    assert framework is not None
    assert guidance is not None
    things = [
        *("/".join(place) for place in framework.places),
        *framework.ids("principles"),
        *framework.ids("areas"),
        *framework.ids("levels"),
        *guidance.reference,
        *guidance.terms,
    ]
    pages = {thing: entry(thing, EXAMPLES / example, language, full=False) for thing in things}
    if example == "ekskolan":
        pages |= {code: code_page(code, EXAMPLES / example, language, full=False) for code in codes()}
    for thing, page in pages.items():
        console = Console(width=80, file=StringIO())
        console.print(as_terminal(page))
        said = console.file.getvalue()  # type: ignore[attr-defined]  # it is a StringIO
        assert len(said.splitlines()) <= SCREEN, thing
    cells = [pages["/".join(place)] for place in framework.places]
    assert all(f"`crosp show {page.id} --full`" in page.sections[-1].lines[-1] for page in cells)


def test_the_focus_begins_with_what_the_team_needs(crosp: Any, folder: Any) -> None:
    folder.project()
    need = "{analysis: Time to meet., target: 2, priority: high}"
    path = folder.assessment(cells=f"shared-direction: {{funding: {{current_state: {{rating: 1}}, need: {need}}}}}")
    lines = crosp("analyse", path, "--lang", "en", cwd=folder.path).out.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("①"))
    assert lines[at + 1] == "  Time to meet."
    assert "priority" in lines[at + 2]


def test_of_several_one_without_focus_says_so(crosp: Any, folder: Any) -> None:
    folder.project()
    folder.assessment("assessments/a.yaml", cells="shared-direction: {funding: }")
    folder.assessment("assessments/b.yaml", unit="asko", cells="shared-direction: {funding: }")
    out = crosp("analyse", "--lang", "en", cwd=folder.path).out
    assert out.count("\n  nothing gives grounds for focus yet\n") == 2


def test_what_is_overdue_is_named(crosp: Any, folder: Any) -> None:
    folder.project()
    measures = ", ".join(f"{{id: m{n}, what: Task {n}, responsible: rektor, due: 2026-0{n}-01}}" for n in range(1, 6))
    path = folder.assessment(cells=f"shared-direction: {{funding: {{measures: [{measures}]}}}}")
    out = crosp("analyse", path, "--lang", "en", "--today", "2026-11-01", cwd=folder.path).out
    assert "5 measures are overdue:\n  2026-01-01 rektor: Task 1\n" in out
    assert "Task 4" not in out


def test_what_goes_on_on_the_next_line_stands_below_what_it_belongs_to(crosp: Any) -> None:
    lines = crosp("compare", "ekskolan", "--lang", "sv", cwd=EXAMPLES).out.splitlines()
    said = [number for number, line in enumerate(lines) if line.endswith(",")]
    assert said
    assert all(lines[number].startswith("  ") and lines[number + 1].startswith("  ") for number in said)
