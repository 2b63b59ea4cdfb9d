"""What somebody wrote is no command in the log of a build, whatever crosp prints there."""

import json
import re
from typing import Any

import pytest

from crosp_cli.text.printable import for_log

COMMANDS = ("::error file=a::x", "##[error]x", "##vso[task.setvariable variable=PATH]x", "##teamcity[x]")
TAKEN = re.compile(r"(?:^|[\r\n])\s*::|##(?:vso|teamcity)?\[")
MEASURE = "{id: a, what: 'WORDS'}"
CELL = f"shared-direction: {{funding: {{current_state: {{rating: 0, reflection: 'WORDS'}}, measures: [{MEASURE}]}}}}"
BUILDS = ("CI", "GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION")


@pytest.mark.parametrize("build", BUILDS)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_told_as_what_it_is(command: str, build: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in BUILDS:
        monkeypatch.delenv(name, raising=False)
    text = f"a\n{command}\n\t {command} {command}\ra\r\x0b{command}\n"
    assert for_log(text) == text
    monkeypatch.setenv(build, "true")
    assert not TAKEN.search(for_log(text))
    assert for_log(text).count("\n") == 3
    assert json.loads(for_log(json.dumps(f"a {command}"))) == f"a {command}"


@pytest.mark.parametrize("text", ["a::b", "a: :b", "## [a]", "# [a](#b)", "\n", "", ":", "#", "[::1]"])
def test_other_words_stay(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    assert for_log(text) == text


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
@pytest.mark.parametrize("command", ["analyse", "follow-up", "validate"])
def test_no_answer_holds_one(crosp: Any, folder: Any, command: str, form: str) -> None:
    folder.project()
    words = [" ".join(f"{one} {'x' * width}" for one in COMMANDS) for width in range(40, 80)]
    measures = ", ".join(f"{{id: a{at}, what: '{what}'}}" for at, what in enumerate(words))
    folder.assessment("a.yaml", CELL.replace(MEASURE, measures).replace("WORDS", " ".join(words)))
    if (command, form) == ("validate", "markdown"):
        form = "sarif"
    more = () if command == "validate" else ("--full",)
    result = crosp(
        command, "a.yaml", *more, "--format", form, "--today", "2026-11-01", cwd=folder.path, env={"CI": "true"}
    )
    assert result.status == 0, result.err
    assert not TAKEN.search(result.out)


@pytest.mark.parametrize(
    "arguments",
    [
        ("render", "a.yaml", "-o", "-", "--format", "html", "--today", "2026-11-01"),
        ("form", "a.yaml", "-o", "-"),
        ("follow-up", "a.yaml", "--format", "ics", "--today", "2026-11-01"),
    ],
)
def test_what_is_for_a_program_is_not_printed_with_one(crosp: Any, folder: Any, arguments: tuple[str, ...]) -> None:
    folder.project()
    words = COMMANDS[2]
    for what, status in (("x", 0), (words, 2)):
        folder.assessment("a.yaml", CELL.replace("WORDS", what).replace("{id: a,", "{id: a, due: 2027-01-01,"))
        result = crosp(*arguments, cwd=folder.path, env={"TF_BUILD": "true"})
        assert (result.status, bool(result.out)) == (status, not status), result.err
        assert not TAKEN.search(result.err)
    assert "`> NA" in result.err
    assert words in crosp(*arguments, cwd=folder.path).out


def test_a_file_takes_what_is_for_a_program_as_it_is(crosp_process: Any, folder: Any) -> None:
    folder.project()
    folder.assessment("a.yaml", CELL.replace("WORDS", COMMANDS[2]))
    with (folder.path / "a.html").open("wb") as page:
        arguments = ("render", "a.yaml", "-o", "-", "--format", "html")
        assert crosp_process(*arguments, cwd=folder.path, env={"CI": "true"}, stdout=page).status == 0
    assert COMMANDS[2] in (folder.path / "a.html").read_text("utf-8")


@pytest.mark.parametrize("more", [("analyse", "a.yaml", "--full"), ("form", "a.yaml", "-o", "-")])
def test_a_build_that_looks_on_as_at_a_terminal_sees_none(crosp_terminal: Any, folder: Any, more: Any) -> None:
    folder.project()
    folder.assessment("a.yaml", CELL.replace("WORDS", " ".join(COMMANDS[1:])))
    terminal = crosp_terminal(*more, cwd=folder.path, env={"CI": "true"})
    assert terminal.end() == (2 if "-" in more else 0)
    assert terminal.shown
    assert not TAKEN.search(terminal.shown)


def test_no_complaint_holds_one(crosp: Any, folder: Any) -> None:
    folder.project()
    for name in COMMANDS:
        result = crosp("analyse", name, cwd=folder.path, env={"GITHUB_ACTIONS": "true"})
        assert result.status == 2
        assert not TAKEN.search(result.err)
