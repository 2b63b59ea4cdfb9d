"""How crosp answers what it does not understand, and its help: in the user's language, in one line, exit status 2."""

import json
import re
from typing import Any

import pytest

from crosp_cli.cli.app import command

pytestmark = pytest.mark.cli

COMMANDS = {
    name: [word for option in found.params for word in getattr(option, "opts", ())]
    for name, found in command().commands.items()
}
FROM_THE_START = {"init", "new", "show", "validate", "analyse", "render", "explain"}

MISTAKES = [
    (["nope"], "nope", "crosp"),
    (["valdate"], "validate", "crosp"),
    (["--bogus"], "--bogus", "crosp"),
    (["-x"], "-x", "crosp"),
    (["--lang"], "--lang", "crosp"),
    (["--lang", "de", "validate"], "sv, en", "crosp"),
    (["validate", "--formt", "json"], "--format", "crosp validate"),
    (["validate", "--format"], "--format", "crosp"),
    (["validate", "--format", "xml"], "text, json", "crosp validate"),
    (["validate", "--lang", "de"], "sv, en", "crosp validate"),
    (["validate", "--fix"], "--fix", "crosp validate"),
    (["analyse", "--format", "markdwon"], "text, json, markdown", "crosp analyse"),
    (["analyse", "--total"], "--total", "crosp analyse"),
    (["show", "--format", "html"], "text, json", "crosp show"),
    (["validate", "--jobs", "0"], "--jobs", "crosp validate"),
    (["validate", "--jobs", "many"], "--jobs", "crosp validate"),
    (["render", "a.yaml", "--format", "pages"], "markdown", "crosp render"),
    (["new", "2027-ht", ".", "more"], "more", "crosp new"),
    (["migrate", "--write", "--format", "html"], "text, json", "crosp migrate"),
    (["migrate", "--to"], "--to", "crosp"),
    (["init", "one", "two"], "two", "crosp init"),
    (["init", "--unit"], "--unit", "crosp"),
]


@pytest.mark.parametrize(("arguments", "named", "command"), MISTAKES, ids=[" ".join(m[0]) for m in MISTAKES])
class TestMistakes:
    def test_one_line_that_says_what_and_where_to_read_more(
        self, crosp: Any, folder: Any, arguments: list[str], named: str, command: str
    ) -> None:
        result = crosp(*arguments, cwd=folder.path, env={"LANG": "en_GB"})
        assert (result.status, result.out) == (2, "")
        assert result.err.startswith("crosp: ")
        assert result.err.endswith(f" `{command} --help` tells more.\n")
        assert result.err.count("\n") == 1
        assert named in result.err
        assert folder.files() == []

    def test_in_swedish(self, crosp: Any, folder: Any, arguments: list[str], named: str, command: str) -> None:
        result = crosp(*arguments, cwd=folder.path, env={"LANG": "sv_SE"})
        english = crosp(*arguments, cwd=folder.path, env={"LANG": "en_GB"})
        assert result.status == 2
        assert named in result.err
        assert f"`{command} --help`" in result.err
        assert not set(re.findall(r"\w+", result.err)) & {"is", "no", "here", "tells", "more", "of", "the", "value"} - {
            named
        }
        assert result.err != english.err


def test_what_was_written_cannot_drive_the_terminal(crosp: Any, folder: Any) -> None:
    for arguments in (["\x1b[31mnope"], ["validate", "\x1b[31m.yaml"], ["--\x1b[31m"], ["show", "\x1b[31m", "[/nope]"]):
        result = crosp(*arguments, cwd=folder.path)
        assert result.status == 2
        assert "\x1b" not in result.err
        assert "1b[31m" in result.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["20140305-2382"],
        ["--20140305-2382"],
        ["--20140305\U000e00012382"],
        ["compare", "20140305-2382"],
        ["compare", "kim@exempel.se"],
        ["compare", "070-174 06 05"],
        ["compare", "HEAD~1:070-174 06 05"],
        ["compare", "kim at exempel dot se"],
        ["show", "20140305-2382"],
        ["show", "H:\\u1403052382"],
        ["explain", "20140305-2382"],
        ["explain", "kim at exempel dot se"],
        ["template", "copy", "20140305-2382"],
    ],
    ids=" ".join,
)
def test_a_number_or_an_address_that_was_typed_is_not_repeated(crosp: Any, folder: Any, arguments: list[str]) -> None:
    said = crosp(*arguments, cwd=folder.path).err
    assert "…" in said
    assert not any(part in said for part in ("2382", "kim", "06 05"))


def test_a_near_command_and_a_near_option_are_suggested(crosp: Any, folder: Any) -> None:
    env = {"LANG": "en_GB"}
    assert "Did you mean validate?" in crosp("valdate", cwd=folder.path, env=env).err
    assert "Did you mean --format?" in crosp("validate", "--formt", "x", cwd=folder.path, env=env).err
    assert "Did you mean --level?" in crosp("analyse", "--lvl", "x", cwd=folder.path, env=env).err
    assert "Did you mean school?" in crosp("init", "--level", "schol", cwd=folder.path, env=env).err
    assert "Did you mean" not in crosp("xyzzy", cwd=folder.path, env=env).err


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (["render", "--kind", "guardians"], "public"),
        (["render", "--kind", "vårdnadshavare"], "public"),
        (["render", "--kind", "Handlingsplan"], "action-plan"),
        (["render", "--kind", "beslutsunderlag"], "decision-memo"),
        (["render", "--kind", "sumary"], "summary"),
        (["render", "--format", "Word"], "docx"),
        (["form", "--format", "excel"], "xlsx"),
        (["follow-up", "--format", "kalender"], "ics"),
        (["analyse", "--by", "princip"], "principle"),
        (["analyse", "--lang", "svenska"], "sv"),
        (["schema", "kartläggning"], "assessment"),
        (["uppföljning"], "follow-up"),
        (["jämför"], "compare"),
        (["rapport"], "render"),
    ],
)
def test_what_people_call_it_leads_to_what_it_is_called_here(
    crosp: Any, folder: Any, arguments: list[str], meant: str
) -> None:
    result = crosp(*arguments, cwd=folder.path, env={"LANG": "sv_SE"})
    assert result.status == 2
    assert f" Menade du {meant}? `" in result.err


def test_a_word_for_nothing_that_there_is_is_left_alone(crosp: Any, folder: Any) -> None:
    assert "Menade du" not in crosp("render", "--kind", "xyzzy", cwd=folder.path, env={"LANG": "sv_SE"}).err


@pytest.mark.parametrize("name", ["valid'ate", 'valid"ate', "'validate'", "valid'a\"te", "vålidate", "\\validate"])
def test_a_name_that_was_not_understood_is_shown_as_it_was_written(crosp: Any, folder: Any, name: str) -> None:
    env = {"LANG": "en_GB"}
    ending = "Did you mean validate? `crosp --help` tells more.\n"
    assert crosp(name, cwd=folder.path, env=env).err == f"crosp: There is no command {name}. {ending}"
    result = crosp("init", ".", name, "(more)", cwd=folder.path, env=env)
    assert result.err.startswith(f"crosp: {name} (more) is more than this command takes. ")


@pytest.mark.parametrize("arguments", [["--version"], ["--lang", "sv", "--version"]])
def test_version(crosp: Any, arguments: list[str]) -> None:
    result = crosp(*arguments)
    assert (result.status, result.err) == (0, "")
    assert re.fullmatch(r"crosp \d+\.\d+\.\d+\n", result.out)


EVERY_HELP = """\
import contextlib, io, json, sys
from crosp_cli.cli.main import run
texts = {}
for name in sys.argv[2:]:
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(out):
        status = run([name, "--help", "--lang", sys.argv[1]])
    texts[name] = status, out.getvalue()
print(json.dumps(texts))
"""


@pytest.fixture(scope="module")
def helps(crosp_process: Any) -> dict[str, dict[str, tuple[int, str]]]:
    """What the help of each command answers, in each language."""
    return {
        language: json.loads(crosp_process(language, *COMMANDS, python=["-c", EVERY_HELP]).out)
        for language in ("sv", "en")
    }


@pytest.mark.process
class TestHelp:
    """Help texts are made as crosp is imported, so each language needs a process of its own."""

    @pytest.mark.parametrize(
        ("language", "words"),
        [
            ("en", ["Usage: crosp ", "Start", "Check", "Understand", "Report", "Show the version and exit."]),
            (
                "sv",
                ["Användning: crosp ", "Börja", "Kontrollera", "Förstå", "Rapportera", "Visa versionen och avsluta."],
            ),
        ],
    )
    def test_of_crosp(self, crosp_process: Any, folder: Any, language: str, words: list[str]) -> None:
        outs = set()
        for arguments in (["--help"], ["-h"], []):
            result = crosp_process(*arguments, cwd=folder.path, env={"LANG": f"{language}_XX.UTF-8"})
            assert (result.status, result.err) == (0, "")
            outs.add(result.out)
        (out,) = outs
        assert [word for word in words if word not in out] == []
        assert set(COMMANDS) >= FROM_THE_START
        assert [name for name in COMMANDS if not re.search(rf"│ {name} ", out)] == []

    @pytest.mark.parametrize("language", ["sv", "en"])
    @pytest.mark.parametrize("name", COMMANDS)
    def test_of_a_command(self, helps: Any, name: str, language: str) -> None:
        status, out = helps[language][name]
        assert status == 0
        assert "x>=" not in out
        options = {option for option in COMMANDS[name] if option.startswith("--")}
        assert {option for option in options | {"--help"} if f" {option} " not in out} == set()
        english = {"Usage", "Options", "Arguments", "Show", "default"}
        swedish = {"Så", "Val", "Argument", "Visa", "här"}
        found = set(re.findall(r"\w+", out))
        assert found & (english if language == "en" else swedish)
        assert not found & (swedish if language == "en" else english)
        assert max(map(len, out.splitlines())) <= 80

    def test_in_the_language_of_crosp_yaml(self, crosp_process: Any, folder: Any) -> None:
        folder.project(language="en")
        out = crosp_process("--help", cwd=folder.path, env={"LANG": "sv_SE.UTF-8"}).out
        assert "Usage: crosp " in out

    def test_a_broken_crosp_yaml_does_not_stand_in_its_way(self, crosp_process: Any, folder: Any) -> None:
        folder.write("crosp.yaml", b"\xff\xfe language: [")
        result = crosp_process("--help", "--lang", "en", cwd=folder.path)
        assert (result.status, result.err) == (0, "")

    def test_it_loads_neither_models_nor_templates_nor_yaml(self, crosp_process: Any, folder: Any) -> None:
        script = (
            "import sys; from crosp_cli.cli.main import run; run(['--help']); "
            "print([m for m in ('pydantic', 'jinja2', 'yaml') if m in sys.modules], file=sys.stderr)"
        )
        folder.write("try.py", script)
        result = crosp_process(python=["try.py"], cwd=folder.path)
        assert result.err == "[]\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_shown_and_nothing_is_installed(crosp_process: Any, folder: Any, shell: str) -> None:
    env = {"HOME": str(folder.path), "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1", "SHELL": f"/bin/{shell}"}
    result = crosp_process("--show-completion", cwd=folder.path, env=env)
    assert "--install-completion" not in crosp_process("--help", cwd=folder.path).out
    assert "Traceback" not in result.err
    assert folder.files() == []


def test_completion_completes(crosp_process: Any, folder: Any) -> None:
    env = {"_CROSP_COMPLETE": "complete_bash", "COMP_WORDS": "crosp val", "COMP_CWORD": "1"}
    result = crosp_process(cwd=folder.path, env=env)
    assert result.out.split() == ["validate"]


def test_a_file_that_may_not_be_read_is_told_of_in_the_users_language(crosp_without_rights: Any, folder: Any) -> None:
    (folder.path / folder.write("a.yaml", "x")).chmod(0)
    told = crosp_without_rights("render", "a.yaml", "--lang", "sv", cwd=folder.path)
    assert told.status == 2
    assert told.err.startswith("crosp: a.yaml går inte att läsa: Permission denied.")


def test_a_folder_of_responses_that_may_not_be_listed_is_told_of(crosp_without_rights: Any, folder: Any) -> None:
    folder.project()
    folder.assessment("a.yaml")
    (folder.path / "responses" / "closed").mkdir(parents=True)
    (folder.path / "responses" / "closed").chmod(0)
    try:
        told = crosp_without_rights("collect", "responses", "--into", "a.yaml", "--lang", "en", cwd=folder.path)
    finally:
        (folder.path / "responses" / "closed").chmod(0o700)
    assert told.status == 1
    assert "responses/closed: not counted: it cannot be read as a response." in told.err
