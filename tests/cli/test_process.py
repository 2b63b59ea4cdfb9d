"""crosp as a real process: streams, pipes, signals, terminals, environments, and the last resort."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import crosp_cli

pytestmark = pytest.mark.process

CELLS = """\
shared-direction:
  funding:
    current_state: {reflection: We have a routine for Åsa., rating: 2}
  governance:
    current_state: {reflection: "[/nope] [bold]x[/bold]", rating: 2}
"""
EVERY_COMMAND = [
    ["validate", "."],
    ["validate", ".", "--format", "json"],
    ["analyse", "."],
    ["analyse", ".", "--format", "json"],
    ["analyse", ".", "--format", "markdown"],
    ["show"],
    ["show", "participation"],
    ["show", "--format", "json"],
    ["--help"],
    ["analyse", "--help"],
    ["--version"],
]
A_FEW = [["validate", ".", "--format", "json"], ["analyse", "."], ["show"], ["--help"], ["--version"]]
ANSI = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture
def project(folder: Any) -> Path:
    folder.project()
    folder.assessment(cells=CELLS)
    path: Path = folder.path
    return path


ROWS = ("shared-direction", "collaboration", "professional-development", "inclusive-leadership", "participation")
COLUMNS = ("funding", "governance", "capacity-building", "quality")


@pytest.fixture
def large(folder: Any) -> Path:
    """A folder of which crosp has more to say than a pipe holds."""
    folder.project()
    state = "    current_state: {rating: 2}\n"
    cells = "".join(f"{row}:\n" + "".join(f"  {column}:\n{state}" for column in COLUMNS) for row in ROWS)
    for number in range(20):
        folder.assessment(f"{number}.yaml", cells, date=f"20{number:02}-10-15")
    path: Path = folder.path
    return path


class TestStreams:
    @pytest.mark.parametrize("arguments", EVERY_COMMAND, ids=" ".join)
    @pytest.mark.parametrize("columns", ["80", "1", "99999999", "x", "-5", "²"])
    def test_results_go_to_standard_output_without_colour(
        self, crosp: Any, project: Path, arguments: list[str], columns: str
    ) -> None:
        env = {"GITHUB_ACTIONS": "1", "CI": "1", "FORCE_COLOR": "1", "TERM": "xterm-256color", "COLUMNS": columns}
        result = crosp(*arguments, cwd=project, env=env)
        assert (result.status, result.err) == (0, "")
        assert result.out.endswith("\n")
        assert "\x1b" not in result.out
        assert re.search(r"\w{4}", result.out)

    @pytest.mark.parametrize("arguments", A_FEW, ids=" ".join)
    def test_no_colour_in_a_pipe_even_in_ci(self, crosp_process: Any, project: Path, arguments: list[str]) -> None:
        env = {"GITHUB_ACTIONS": "true", "CI": "1", "FORCE_COLOR": "1", "PY_COLORS": "1", "TERM": "xterm-256color"}
        result = crosp_process(*arguments, cwd=project, env=env)
        assert (result.status, result.err) == (0, "")
        assert "\x1b" not in result.out

    @pytest.mark.parametrize("arguments", [["analyse"], ["show", "participation"], ["--help"]], ids=" ".join)
    def test_columns(self, crosp: Any, project: Path, arguments: list[str]) -> None:
        widths = {
            columns: max(map(len, crosp(*arguments, cwd=project, env={"COLUMNS": columns}).out.splitlines()))
            for columns in ("1", "60", "120")
        }
        assert widths["60"] <= 60
        assert 60 < widths["120"] <= 120
        assert widths["1"] <= widths["60"]

    @pytest.mark.parametrize("locale", ["C", "sv_SE.ISO-8859-1"])
    def test_every_letter_comes_out_in_any_locale(self, crosp_process: Any, project: Path, locale: str) -> None:
        env = {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
        shown = crosp_process("show", "participation", "--lang", "sv", cwd=project, env=env)
        assert shown.status == 0
        assert "Vårdnadshavare" in shown.out or "vårdnadshavare" in shown.out
        wrong = crosp_process("validate", "nope.yaml", "--lang", "sv", cwd=project, env=env)
        assert wrong.status == 2
        assert "nope.yaml" in wrong.err

    def test_the_same_under_another_hash_seed(self, crosp_process: Any, examples: Path) -> None:
        commands = [
            [*command, "--today", "2026-11-01"] if command[0] in ("validate", "analyse") and "." in command else command
            for command in EVERY_COMMAND
        ]
        script = f"from crosp_cli.cli.main import run\nfor command in {commands!r}: run(command)"
        first, second = (
            crosp_process(python=["-c", script], cwd=examples / "ekskolan", env={"PYTHONHASHSEED": seed})
            for seed in ("1", "2")
        )
        assert first == second
        assert len(first.out) > 20_000

    def test_nobody_reads_on(self, crosp_process: Any, large: Path) -> None:
        for arguments in A_FEW:
            end, ours = os.pipe()
            os.close(end)
            try:
                result = crosp_process(*arguments, cwd=large, stdout=ours)
            finally:
                os.close(ours)
            assert (arguments, result.status, result.err) == (arguments, 0, "")

    @pytest.mark.parametrize("unbuffered", ["", "1"])
    @pytest.mark.parametrize("gone", ["stdout", "stderr"])
    def test_what_is_written_is_written_though_nobody_reads_on(
        self, crosp_process: Any, tmp_path: Path, gone: str, unbuffered: str
    ) -> None:
        units = [word for number in range(9) for word in ("--unit", f"Skola {number}")]
        for arguments in (["init", ".", "--organiser", "K", *units, "--occasion", "2026-ht"], ["new", "2027-vt"]):
            end, ours = os.pipe()
            os.close(end)
            day = ["--date", "2026-10-01" if arguments[0] == "init" else "2027-04-01"]
            try:
                env = {"PYTHONUNBUFFERED": unbuffered}
                result = crosp_process(*arguments, *day, cwd=tmp_path, env=env, **{gone: ours})
            finally:
                os.close(ours)
            assert result.status == 0
        assert len([*tmp_path.rglob("2026-ht-school.yaml")]) == len([*tmp_path.rglob("2027-vt-school.yaml")]) == 9

    def test_what_was_found_is_told_by_the_status_though_nobody_reads_on(self, folder: Any, crosp_process: Any) -> None:
        folder.write("crosp.yaml", "format: crosp-project/1\n")
        folder.write("a.yaml", "format: crosp-assessment/1\n")
        status = crosp_process("validate", cwd=folder.path).status
        end, ours = os.pipe()
        os.close(end)
        try:
            result = crosp_process("validate", cwd=folder.path, stdout=ours)
        finally:
            os.close(ours)
        assert (result.status, result.err, bool(status)) == (status, "", True)

    def test_head(self, large: Path) -> None:
        command = f'"{sys.executable}" -m crosp_cli validate --format json | head -n 1; exit ${{PIPESTATUS[0]}}'
        done = subprocess.run(["bash", "-c", command], cwd=large, capture_output=True, check=False, timeout=60)
        assert (done.returncode, done.stdout, done.stderr) == (0, b"{\n", b"")

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
    @pytest.mark.parametrize("arguments", A_FEW, ids=" ".join)
    def test_the_disk_is_full(self, crosp_process: Any, large: Path, arguments: list[str]) -> None:
        with Path("/dev/full").open("wb") as full:
            result = crosp_process(*arguments, cwd=large, stdout=full)
        assert result.status == 2
        assert result.err.startswith("crosp: The output could not be written: ")
        assert result.err.count("\n") == 1

    @pytest.mark.skipif(sys.platform == "win32", reason="no such limit on Windows")
    @pytest.mark.parametrize("unbuffered", ["", "1"])
    def test_the_disk_has_room_for_a_part(self, large: Path, tmp_path: Path, unbuffered: str) -> None:
        command = (
            f'trap "" XFSZ; ulimit -f 8; "{sys.executable}" -m crosp_cli validate --format json > "{tmp_path}/out"'
        )
        env = {**os.environ, "PYTHONUNBUFFERED": unbuffered, "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run(["bash", "-c", command], cwd=large, env=env, capture_output=True, check=False, timeout=60)
        assert (done.returncode, done.stderr.decode()) == (
            2,
            "crosp: The output could not be written: File too large.\n",
        )

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
    @pytest.mark.parametrize(("argument", "status"), [("validate", 0), ("nope", 2)])
    def test_the_disk_is_full_of_complaints(
        self, crosp_process: Any, project: Path, argument: str, status: int
    ) -> None:
        with Path("/dev/full").open("wb") as full:
            assert crosp_process(argument, cwd=project, stderr=full).status == status

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
    @pytest.mark.parametrize("unbuffered", ["", "1"])
    @pytest.mark.parametrize(("full", "status"), [("stderr", 0), ("stdout", 2)])
    def test_a_disk_that_is_full_of_what_is_said_stops_no_command_midway(
        self, crosp_process: Any, tmp_path: Path, full: str, status: int, unbuffered: str
    ) -> None:
        units = [word for number in range(200) for word in ("--unit", f"Skola {number}")]
        begin = ["init", ".", "--organiser", "K", *units, "--occasion", "2026-ht", "--date", "2026-10-01"]
        for arguments in (begin, ["new", "2027-vt", "--date", "2027-04-01"]):
            with Path("/dev/full").open("wb") as nowhere:
                env = {"PYTHONUNBUFFERED": unbuffered, "LANG": "en_GB"}
                result = crosp_process(*arguments, cwd=tmp_path, env=env, **{full: nowhere})
            assert result.status == status
            said = ["crosp: The output could not be written: No space left on device."] * (status > 0)
            assert result.err.splitlines()[-1:] == said
        assert len([*tmp_path.rglob("2026-ht-school.yaml")]) == len([*tmp_path.rglob("2027-vt-school.yaml")]) == 200

    @pytest.mark.parametrize("closed", ["", "2>&-"])
    def test_a_library_that_cannot_be_loaded_is_told_of(self, folder: Any, closed: str) -> None:
        folder.write("lib/typer/__init__.py", "raise ImportError('not this one')\n")
        command = f'"{sys.executable}" -m crosp_cli validate {closed}'
        env = {**os.environ, "PYTHONPATH": str(folder.path / "lib")}
        done = subprocess.run(["sh", "-c", command], env=env, capture_output=True, check=False, timeout=60)
        assert (done.returncode, done.stdout) == (3, b"")
        assert done.stderr == (b"" if closed else b"crosp: ImportError not this one\n")

    @pytest.mark.parametrize(
        ("arguments", "closed", "status"),
        [
            ("init sub", "<&-", 0),
            ("validate", ">&-", 2),
            ("--version", ">&-", 0),
            ("nope", "2>&-", 2),
            ("init sub", "<&- >&- 2>&-", 0),
        ],
    )
    def test_a_stream_may_be_closed_from_the_start(self, folder: Any, arguments: str, closed: str, status: int) -> None:
        folder.write("crosp.yaml", "format: crosp-project/1\n")
        command = f'"{sys.executable}" -m crosp_cli {arguments} {closed}'
        done = subprocess.run(["sh", "-c", command], cwd=folder.path, capture_output=True, check=False, timeout=60)
        assert done.returncode == status
        assert b"Traceback" not in done.stderr
        assert (folder.path / "sub" / "crosp.yaml").exists() == ("init" in arguments)

    @pytest.mark.parametrize("argument", ["validate", "init"])
    def test_the_folder_may_be_gone(self, folder: Any, argument: str) -> None:
        command = f'mkdir gone; cd gone; rmdir ../gone; "{sys.executable}" -m crosp_cli --lang en {argument}'
        done = subprocess.run(["sh", "-c", command], cwd=folder.path, capture_output=True, check=False, timeout=60)
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr == b"crosp: The folder you are in is no longer there.\n"


class TestInterrupted:
    @pytest.mark.parametrize("arguments", [["validate", "--format", "json"], ["render", "--all", ".", "-o", "out"]])
    def test_a_reader_that_stands_still_is_not_waited_for(self, folder: Any, arguments: list[str]) -> None:
        folder.project()
        for number in range(400):
            text = CELLS.replace("for Åsa.", f"for anna{number}@exempel.se.")
            folder.assessment(f"{number}.yaml", text, occasion=f"o-{number}", date=f"{1800 + number}-10-15")
        command = [sys.executable, "-m", "crosp_cli", *arguments]
        pipe = subprocess.PIPE
        process = subprocess.Popen(command, cwd=folder.path, bufsize=0, stdout=pipe, stderr=subprocess.STDOUT)
        assert process.stdout is not None
        assert len(process.stdout.read(1)) == 1  # the rest is more than a pipe holds
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 130
        process.communicate()

    def test_a_file_has_what_was_said_before(self, tmp_path: Path) -> None:
        units = [word for number in range(500) for word in ("--unit", f"Skola {number}")]
        begin = [sys.executable, "-m", "crosp_cli", "init", ".", "--organiser", "K", *units, "--occasion", "2026-ht"]
        (tmp_path / "p").mkdir()
        subprocess.run(begin, cwd=tmp_path / "p", check=True, capture_output=True)
        new = [sys.executable, "-m", "crosp_cli", "new", "2027-vt", "--date", "2027-04-01"]
        with (tmp_path / "log").open("wb") as log:
            process = subprocess.Popen(new, cwd=tmp_path / "p", stdout=log, stderr=subprocess.PIPE)
            while process.poll() is None and not [*tmp_path.rglob("2027-vt-school.yaml")]:
                pass
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=60)
        written = [*tmp_path.rglob("2027-vt-school.yaml")]
        assert len((tmp_path / "log").read_text("utf-8").splitlines()) in (len(written), len(written) - 1)

    def test_while_it_writes(self, large: Path) -> None:
        command = [sys.executable, "-m", "crosp_cli", "validate", "--format", "json"]
        process = subprocess.Popen(command, cwd=large, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert process.stdout is not None
        assert process.stdout.read(1) == b"{"  # the rest is more than a pipe holds, so crosp waits for us
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
        assert (process.returncode, err) == (130, b"")

    @pytest.mark.skipif(sys.platform == "win32", reason="no such pipes on Windows")
    @pytest.mark.parametrize("unbuffered", ["", "1"])
    def test_what_it_had_to_say_comes_at_most_once(self, large: Path, unbuffered: str) -> None:
        command = [sys.executable, "-m", "crosp_cli", "validate", "--format", "json"]
        env = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
        whole = subprocess.run(command, cwd=large, env=env, capture_output=True, check=False).stdout
        process = subprocess.Popen(
            command, cwd=large, env=env, bufsize=0, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert process.stdout is not None
        first = process.stdout.read(1)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
        assert (process.returncode, err) == (130, b"")
        assert whole.startswith(first + out)
        assert len(out) < len(whole) - 1


class TestTerminal:
    def test_colour_the_source_line_and_a_caret(self, crosp_terminal: Any, project: Path) -> None:
        terminal = crosp_terminal("validate", ".", cwd=project)
        assert terminal.end() == 0
        lines = ANSI.sub("", terminal.shown).splitlines()
        assert ANSI.search(terminal.shown)
        at = next(number for number, line in enumerate(lines) if line.startswith("a.yaml:11:"))
        source = (project / "a.yaml").read_text().splitlines()[10]
        assert lines[at + 1] == f"    {source}"
        assert lines[at + 2] == " " * (4 + int(lines[at].split(":")[2]) - 1) + "^"

    @pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
    def test_no_colour_where_it_is_not_wanted(self, crosp_terminal: Any, project: Path, env: dict[str, str]) -> None:
        for arguments in (["validate"], ["analyse"]):
            terminal = crosp_terminal(*arguments, cwd=project, env=env)
            assert terminal.end() == 0
            assert not re.search(r"\x1b\[[0-9;]*3[0-9]", terminal.shown)

    def test_no_color_may_be_empty(self, crosp_terminal: Any, project: Path) -> None:
        terminal = crosp_terminal("validate", ".", cwd=project, env={"NO_COLOR": ""})
        terminal.end()
        assert ANSI.search(terminal.shown), "no-color.org: present and not an empty string"

    def test_json_has_no_colour_anywhere(self, crosp_terminal: Any, project: Path) -> None:
        terminal = crosp_terminal("validate", "--format", "json", ".", cwd=project)
        assert terminal.end() == 0
        assert len(json.loads(terminal.shown)["findings"]) == 2

    @pytest.mark.parametrize("columns", [20, 200])
    def test_any_width(self, crosp_terminal: Any, project: Path, columns: int) -> None:
        for arguments in (["analyse"], ["--help"]):
            terminal = crosp_terminal(*arguments, cwd=project, columns=columns)
            assert terminal.end() == 0
            assert "Traceback" not in terminal.shown
            assert re.search(r"\w{3}", ANSI.sub("", terminal.shown))

    def test_of_a_link_that_leaves_the_folder_nothing_is_shown(self, crosp_terminal: Any, folder: Any) -> None:
        folder.write("secret/key.yaml", "SECRET: 1\n")
        (folder.path / "home").mkdir()
        (folder.path / "home" / "a.yaml").symlink_to("../secret/key.yaml")
        for arguments in (["."], ["a.yaml"]):
            terminal = crosp_terminal("validate", *arguments, cwd=folder.path / "home")
            assert terminal.end() == 1
            assert "CR004" in terminal.shown
            assert "SECRET" not in terminal.shown

    @pytest.mark.parametrize("line_end", ["\n", "\r\n"])
    def test_the_caret_stands_under_the_line_that_is_meant(
        self, crosp_terminal: Any, folder: Any, line_end: str
    ) -> None:
        lines = ["format: crosp-assessment/1", "# a\u3000b\u2003c", "levle: school"]
        folder.write("a.yaml", line_end.join(lines) + line_end)
        terminal = crosp_terminal("validate", "--lang", "en", ".", cwd=folder.path)
        assert terminal.end() == 1
        shown = ANSI.sub("", terminal.shown).splitlines()
        at = next(number for number, line in enumerate(shown) if line.startswith("a.yaml:3:1: CR101"))
        assert shown[at + 1 : at + 3] == ["    levle: school", "    ^"]

    @pytest.mark.parametrize("character", ["\x0c", "\x85", "\u2028", "\x1b", "\x9b"])
    def test_no_byte_of_a_file_drives_the_terminal(self, crosp_terminal: Any, folder: Any, character: str) -> None:
        folder.write("a.yaml", f"format: crosp-assessment/1\nlevel: sch{character}[31mool\nunit: x\n")
        terminal = crosp_terminal("validate", "--lang", "en", ".", cwd=folder.path, env={"NO_COLOR": "1"})
        assert terminal.end() == 1
        assert "a.yaml:2:11: CR010" in terminal.shown
        assert f"level: sch\\u{ord(character):04x}[31mool" in terminal.shown
        assert character not in terminal.shown.replace("\x1b[1m", "").replace("\x1b[2m", "").replace("\x1b[0m", "")

    def test_what_looks_like_markup_is_shown_as_it_is(self, crosp_terminal: Any, project: Path) -> None:
        terminal = crosp_terminal("validate", ".", cwd=project, columns=200)
        terminal.end()
        assert '"[/nope] [bold]x[/bold]"' in ANSI.sub("", terminal.shown)


class TestLastResort:
    TEXT = "Anna Andersson, 4 C"

    @pytest.fixture
    def broken(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def bug(*_: Any, **__: Any) -> None:
            raise ValueError(self.TEXT)

        monkeypatch.setattr("crosp_cli.validation.runner.validate", bug)

    @pytest.mark.usefixtures("broken")
    @pytest.mark.parametrize("language", ["sv", "en"])
    def test_a_bug_is_one_line(self, crosp: Any, folder: Any, language: str) -> None:
        folder.assessment()
        result = crosp("validate", "--lang", language, ".", cwd=folder.path)
        assert (result.status, result.out) == (3, "")
        assert result.err.startswith("crosp: ")
        assert "(ValueError)" in result.err
        assert "CROSP_TRACEBACK=1" in result.err
        assert result.err.count("\n") == 1
        assert self.TEXT not in result.err

    @pytest.mark.usefixtures("broken")
    def test_its_details_are_shown_to_those_who_ask(self, crosp: Any, folder: Any) -> None:
        folder.assessment()
        with pytest.raises(ValueError, match="Anna"):
            crosp("validate", ".", cwd=folder.path, env={"CROSP_TRACEBACK": "1"})

    def test_want_of_memory_is_no_bug(self, crosp: Any, folder: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(*_: Any, **__: Any) -> None:
            raise MemoryError

        monkeypatch.setattr("crosp_cli.validation.runner.validate", full)
        folder.assessment()
        result = crosp("validate", "--lang", "en", ".", cwd=folder.path)
        said = "crosp: There was not enough memory for this. No file is left half written.\n"
        assert (result.status, result.out, result.err) == (3, "", said)

    def test_what_cannot_be_loaded_is_one_line(self, crosp_process: Any, tmp_path: Path) -> None:
        (tmp_path / "typer.py").write_text("import there_is_no_such_module\n")
        for command in ("--version", "validate"):
            result = crosp_process(command, cwd=tmp_path, env={"PYTHONPATH": str(tmp_path)})
            assert (result.status, result.out, result.err.count("\n")) == (3, "", 1)

    def test_what_it_begins_with_cannot_be_loaded(self, crosp_process: Any, tmp_path: Path) -> None:
        script = "import sys; sys.modules['crosp_cli.cli.main'] = None; from crosp_cli.__main__ import main; main()"
        result = crosp_process(python=["-c", script], cwd=tmp_path)
        assert (result.status, result.out, result.err.count("\n")) == (3, "", 1)
        assert result.err.startswith("crosp: ")

    @pytest.mark.parametrize("missing", ["framework", "locale", "templates"])
    def test_an_installation_that_is_not_whole(self, crosp_process: Any, tmp_path: Path, missing: str) -> None:
        package = Path(crosp_cli.__file__).parent
        whole = shutil.copytree(package, tmp_path / "lib" / "crosp_cli", ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("framework", "locale", "templates"):
            source = package / name if (package / name).is_dir() else package.parents[1] / name
            if name == missing:
                shutil.rmtree(whole / name, ignore_errors=True)
            elif not (whole / name).is_dir():
                shutil.copytree(source, whole / name)
        result = crosp_process("init", "new", cwd=tmp_path, env={"PYTHONPATH": str(tmp_path / "lib")})
        assert (result.status, result.out) == (2, "")
        assert result.err.splitlines()[-1] == f"crosp: crosp is not installed whole: its folder '{missing}' is missing."
        assert not (tmp_path / "new").exists()


LOADED = """if True:
    import sys
    before = {*sys.modules}
    import crosp_cli.__main__
    print(*sorted({*sys.modules} - before))
"""


def test_nothing_is_loaded_before_an_interrupt_is_met(crosp_process: Any) -> None:
    assert crosp_process(python=["-c", LOADED]).out in (
        "crosp_cli crosp_cli.__main__ gc\n",
        "crosp_cli crosp_cli.__main__\n",
    )


SWALLOWED = """if True:
    import signal, sys, weakref
    from crosp_cli import __main__
    from crosp_cli.cli import main

    def at_work(arguments):
        class Library: pass
        one = Library()
        end = weakref.ref(one, lambda gone: signal.raise_signal(signal.SIGINT))
        del one  # nothing can be raised while it is called back
        signal.pause()

    main.run = at_work
    __main__.main()
"""


@pytest.mark.process
@pytest.mark.skipif(not hasattr(signal, "pause"), reason="no such signals on this system")
def test_an_interrupt_where_nothing_can_be_raised_comes_again() -> None:
    done = subprocess.run([sys.executable, "-c", SWALLOWED], capture_output=True, text=True, timeout=20, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


WHILE_A_CLASS_IS_MADE = """if True:
    from crosp_cli import __main__

    def interrupted(*_):
        class Part:
            def __set_name__(self, owner, name):
                raise KeyboardInterrupt
        class Made:
            part = Part()

    import {module} as found
    found.{name} = interrupted
    __main__.main()
"""


@pytest.mark.parametrize(
    ("module", "name"), [("crosp_cli.cli.main", "run"), ("crosp_cli.validation.runner", "validate")]
)
def test_an_interrupt_while_a_class_is_made(module: str, name: str, crosp_process: Any, folder: Any) -> None:
    folder.assessment()
    script = WHILE_A_CLASS_IS_MADE.format(module=module, name=name)
    result = crosp_process("validate", ".", python=["-c", script], cwd=folder.path)
    assert (result.status, result.out, result.err) == (130, "", "")


@pytest.mark.parametrize("form", ["text", "json", "github", "gitlab", "sarif", "junit"])
def test_names_of_files_are_told_as_they_are_in_any_locale(
    crosp: Any, crosp_process: Any, folder: Any, form: str
) -> None:
    folder.project()
    folder.write("Åsö skola.yaml", "format: crosp-assessment/1\n")
    locale = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    told = crosp_process("validate", ".", "--format", form, "--lang", "en", cwd=folder.path, env=locale).out
    assert told == crosp("validate", ".", "--format", form, "--lang", "en", cwd=folder.path).out
    assert "dcc3" not in told


@pytest.mark.parametrize("command", ["validate", "analyse", "follow-up"])
def test_json_holds_no_character_that_drives_a_terminal(crosp: Any, folder: Any, command: str) -> None:
    folder.project()
    name = "a\x9b31m\u202e\U000e0041.yaml"
    folder.assessment(name, cells=CELLS.replace("a routine", "a\\x9b routine \u202e"))
    result = crosp(command, ".", "--format", "json", cwd=folder.path)
    assert all(character == "\n" or character.isprintable() for character in result.out)
    assert name in json.dumps(json.loads(result.out), ensure_ascii=False)
