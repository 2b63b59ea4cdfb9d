"""`crosp render` to Word and PDF: the same bytes each time, what is missing, what fails, and opening the result."""

import io
import os
import select
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from crosp_cli.reports.word_and_pdf.processes import ConversionError, typeset

Crosp = Callable[..., Any]

pytestmark = [pytest.mark.cli, pytest.mark.office]

STARTS = {"docx": b"PK\x03\x04", "pdf": b"%PDF-1.7"}
CELLS = """\
shared-direction:
  governance:
    current_state: {reflection: "Något *viktigt* #x $y$.", rating: 1, evidence: [Notes]}
    need: {analysis: More of it., target: 2}
    measures: [{id: one, what: Do it, responsible: principal, due: 2026-10-20}]
"""
# Runs crosp as where the packages in HIDDEN are not installed.
WITHOUT = """\
import importlib.util, os, sys
hidden, find = os.environ["HIDDEN"].split(), importlib.util.find_spec
importlib.util.find_spec = lambda name, package=None: None if name in hidden else find(name, package)
from crosp_cli.__main__ import main
sys.exit(main())
"""


REMINDER = "Read it through before you share it: it is to name roles and groups, never individuals."


@pytest.fixture
def path(folder: Any) -> Path:
    folder.project()
    return Path(folder.assessment(cells=CELLS))


def test_a_text_of_more_paragraphs_than_there_is_room_for_is_told_of(folder: Any, crosp: Crosp) -> None:
    folder.project()
    folder.assessment("a.yaml", CELLS.replace("More of it.", '"' + 100_000 * r"a\n\n" + '"'))
    result = crosp("render", "a.yaml", "-o", "r.docx", cwd=folder.path, env={"LANG": "en_GB"})
    assert result.status == 2
    assert "more than a docx has room for: 100,000 paragraphs" in result.err
    assert not (folder.path / "r.docx").exists()


@pytest.mark.parametrize("blow", ["SIGKILL", "SIGSTOP"])
@pytest.mark.parametrize(("form", "library"), [("docx", "typst"), ("docx", "docx"), ("pdf", "typst")])
def test_a_process_that_is_killed_or_halted_is_told_of(
    folder: Any, path: Path, crosp_process: Crosp, form: str, library: str, blow: str
) -> None:
    folder.write(f"lib/{library}.py", f"import os, signal\nos.kill(os.getpid(), signal.{blow})\n")
    env = {"PYTHONPATH": str(folder.path / "lib"), "LANG": "en_GB"}
    result = crosp_process("render", path, "-o", f"r.{form}", cwd=folder.path, env=env)
    assert (result.status, result.out) == (3, "")
    said = f"crosp: The process that makes the {form} was stopped from outside, perhaps for want of memory."
    assert result.err.startswith(said)
    assert not (folder.path / f"r.{form}").exists()


@pytest.mark.parametrize("form", STARTS)
@pytest.mark.parametrize("end", ["os.abort()", "bytearray(4 * 1024**3)"])
def test_memory_that_is_not_enough_is_no_blow_from_outside(
    folder: Any, path: Path, crosp_process: Crosp, form: str, end: str
) -> None:
    folder.write(
        "lib/typst.py",
        f"import os\nclass TypstError(Exception): pass\ndef compile(*_, **_options): {end}\nCompiler = compile\n",
    )
    env = {"PYTHONPATH": str(folder.path / "lib"), "LANG": "en_GB"}
    result = crosp_process("render", path, "-o", f"r.{form}", cwd=folder.path, env=env)
    assert (result.status, result.out) == (2, "")
    assert result.err == (
        f"crosp: The memory is not enough for the {form}, which may take 3 GiB at the most. Try --format html.\n"
    )


KILLED_MEANWHILE = """if True:
    import os, signal, subprocess
    from crosp_cli.__main__ import main

    class Killed(subprocess.Popen):
        def communicate(self, *given, **more):
            os.kill(os.getpid(), signal.SIGKILL)

    subprocess.Popen = Killed
    main()
"""


@pytest.mark.parametrize("form", STARTS)
def test_nothing_temporary_is_left_where_crosp_itself_is_killed(
    folder: Any, path: Path, crosp_process: Crosp, form: str
) -> None:
    (folder.path / "temporary").mkdir()
    env = {"TMPDIR": str(folder.path / "temporary")}
    result = crosp_process("render", path, "-o", f"r.{form}", cwd=folder.path, env=env, python=["-c", KILLED_MEANWHILE])
    assert result.status == -9
    assert list((folder.path / "temporary").iterdir()) == []


@pytest.mark.parametrize("source", ['#read("a.txt")', '#read("/a.txt")', '#image("/../a.txt")'])
def test_the_process_reads_no_file(folder: Any, monkeypatch: pytest.MonkeyPatch, source: str) -> None:
    folder.write("a.txt", "theirs")
    monkeypatch.chdir(folder.path)
    asked = {"form": "pdf", "source": f'#set document(title: "x")\n{source}', "pictures": {}, "timestamp": None}
    with pytest.raises(ConversionError):
        typeset(asked, "pdf")


def test_the_process_ends_also_where_nobody_is_left_to_end_it(folder: Any, path: Path, crosp_process: Crosp) -> None:
    told = "import resource, sys\nsys.exit(f'{resource.getrlimit(resource.RLIMIT_CPU)[0] < 10**6}')\n"
    folder.write("lib/typst.py", told)
    result = crosp_process("render", path, "-o", "r.pdf", cwd=folder.path, env={"PYTHONPATH": str(folder.path / "lib")})
    assert (result.status, "(True)" in result.err) == (2, True)


@pytest.mark.parametrize("form", STARTS)
def test_the_form_follows_what_was_asked_for(folder: Any, path: Path, crosp: Crosp, form: str) -> None:
    result = crosp("render", path, "-o", f"r.{form}", cwd=folder.path)
    assert (result.status, result.out) == (0, "")
    assert result.err.splitlines() == [f"written: r.{form}", REMINDER]
    assert (folder.path / f"r.{form}").read_bytes().startswith(STARTS[form])
    result = crosp("render", path, "--format", form, cwd=folder.path)
    assert result.status == 0
    assert (folder.path / f"ekskolan-2026-ht-school.{form}").read_bytes().startswith(STARTS[form])
    (folder.path / f"r.{form}").write_text("mine")
    assert crosp("render", path, "-o", f"r.{form}", cwd=folder.path).status == 2


@pytest.mark.parametrize("form", STARTS)
def test_the_bytes_are_the_same_in_every_run(folder: Any, path: Path, crosp_process: Crosp, form: str) -> None:
    def made(name: str, **env: str) -> bytes:
        arguments = ("render", path, "-o", f"{name}.{form}", "--today", "2026-11-01")
        assert crosp_process(*arguments, cwd=folder.path, env=env).status == 0
        return bytes((folder.path / f"{name}.{form}").read_bytes())

    first = made("first", PYTHONHASHSEED="1")
    assert made("second", PYTHONHASHSEED="2", TZ="Asia/Tokyo", LC_ALL="C") == first
    dated = made("third", SOURCE_DATE_EPOCH="1780272000", PYTHONHASHSEED="3")
    assert dated != first
    if form == "docx":
        with zipfile.ZipFile(io.BytesIO(dated)) as package:
            assert {entry.date_time for entry in package.infolist()} == {(2026, 6, 1, 0, 0, 0)}
            assert "2026-06-01T00:00:00Z" in package.read("docProps/core.xml").decode()
        with zipfile.ZipFile(io.BytesIO(first)) as package:
            assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert "dcterms:created" not in zipfile.ZipFile(io.BytesIO(first)).read("docProps/core.xml").decode()
    else:
        assert b"/CreationDate(D:2026060" in dated
        assert b"/CreationDate" not in first


@pytest.mark.parametrize(
    ("form", "hidden", "extra"), [("docx", "docx", "docx"), ("pdf", "typst", "pdf"), ("pdf", "docx", None)]
)
def test_what_is_missing_is_answered_with_the_line_that_installs_it(
    folder: Any, path: Path, crosp_process: Crosp, form: str, hidden: str, extra: str | None
) -> None:
    arguments = ("render", path, "-o", f"r.{form}")
    result = crosp_process(*arguments, cwd=folder.path, env={"HIDDEN": hidden}, python=("-c", WITHOUT))
    if extra is None:
        assert result.status == 0
        return
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(f"crosp: For {form}, something more is needed. This line installs it: ")
    assert result.err.endswith(f'[{extra}]"\n')
    assert folder.files() == ["a.yaml", "crosp.yaml"]


@pytest.mark.parametrize("form", STARTS)
def test_a_terminal_shows_no_such_file(folder: Any, path: Path, crosp_terminal: Any, form: str) -> None:
    terminal = crosp_terminal("render", str(path), "--format", form, "-o", "-", cwd=folder.path)
    terminal.wait_for(f"-o report.{form}")
    assert terminal.end() == 2


def test_a_pipe_takes_it(folder: Any, path: Path, crosp_process: Crosp) -> None:
    with (folder.path / "piped.pdf").open("wb") as piped:
        result = crosp_process("render", path, "--format", "pdf", "-o", "-", cwd=folder.path, stdout=piped)
    assert (result.status, result.err) == (0, "")
    assert (folder.path / "piped.pdf").read_bytes().startswith(b"%PDF-1.7")


@pytest.fixture
def opener(folder: Any) -> Path:
    """A folder with a program that tells the pipe beside it what it is to open, in place of the desktop's own."""
    programs = folder.path / "programs"
    programs.mkdir()
    os.mkfifo(programs / "opened")
    for name in ("xdg-open", "open"):
        (programs / name).write_text(f'#!/bin/sh\nprintf "%s" "$1" > "{programs}/opened"\n')
        (programs / name).chmod(0o755)
    return Path(programs)


def opened(opener: Path, seconds: float) -> str:
    """What the program was told to open within that time; empty if it was not called."""
    pipe = os.open(opener / "opened", os.O_RDONLY | os.O_NONBLOCK)
    try:
        ready, _, _ = select.select([pipe], [], [], seconds)
        return os.read(pipe, 4096).decode() if ready else ""
    finally:
        os.close(pipe)


def test_the_result_is_opened(folder: Any, path: Path, crosp_process: Crosp, opener: Path) -> None:
    env = {"PATH": f"{opener}{os.pathsep}{os.environ['PATH']}"}
    result = crosp_process("render", path, "-o", "the report.html", "--open", cwd=folder.path, env=env)
    assert (result.status, result.err) == (0, f"written: the report.html\n{REMINDER}\n")
    assert opened(opener, 30) == str(folder.path / "the report.html")


def test_nothing_is_opened_that_is_no_file(folder: Any, path: Path, crosp: Crosp, opener: Path) -> None:
    env = {"PATH": f"{opener}{os.pathsep}{os.environ['PATH']}"}
    result = crosp("render", path, "-o", "-", "--open", cwd=folder.path, env=env)
    assert (result.status, result.out) == (2, "")
    assert len(result.err.splitlines()) == 1
    assert opened(opener, 0) == ""


def test_without_a_program_to_open_it_the_file_is_there(folder: Any, path: Path, crosp: Crosp) -> None:
    result = crosp("render", path, "-o", "r.html", "--open", cwd=folder.path, env={"PATH": str(folder.path)})
    assert result.status == 0
    assert result.err.splitlines()[2].endswith("It lies in r.html")


@pytest.mark.parametrize("form", STARTS)
def test_what_takes_longer_than_a_look_is_waited_for(
    folder: Any, crosp: Crosp, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.setattr("crosp_cli.reports.word_and_pdf.processes._LOOKS_AGAIN", 0.001)
    folder.project()
    path = folder.assessment(cells=CELLS.replace("Något", "Något " * 12_000))  # more than a pipe holds
    assert crosp("render", path, "-o", f"r.{form}", cwd=folder.path).status == 0
    assert (folder.path / f"r.{form}").read_bytes().startswith(STARTS[form])


def test_what_takes_too_long_is_ended(folder: Any, path: Path, crosp: Crosp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crosp_cli.reports.word_and_pdf.processes.CONVERSION_SECONDS", 0.001)
    result = crosp("render", path, "-o", "r.pdf", cwd=folder.path)
    assert (result.status, result.out) == (2, "")
    assert len(result.err.splitlines()) == 1
    assert "--format html" in result.err
    assert folder.files() == ["a.yaml", "crosp.yaml"]


def test_without_room_for_what_is_temporary_nothing_is_made(
    folder: Any, path: Path, crosp: Crosp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(folder.path / "gone"))
    result = crosp("render", path, "-o", "r.pdf", cwd=folder.path)
    said = "crosp: The pdf could not be made (No such file or directory). Try --format html.\n"
    assert (result.status, result.out, result.err) == (2, "", said)


@pytest.mark.parametrize("name", ["r.doc", "r.odt", "r.pptx", "r.csv"])
def test_no_file_is_called_what_it_is_not(folder: Any, path: Path, crosp: Crosp, name: str) -> None:
    result = crosp("render", path, "-o", name, cwd=folder.path)
    assert result.status == 2
    assert f"{name} ends in {Path(name).suffix}, which cannot be written here. A name may end in .docx" in result.err
    assert not (folder.path / name).exists()
    folder.write("list.txt.j2", "{{ report.unit }}")
    assert crosp("render", path, "--template", "list.txt.j2", "-o", "r.csv", cwd=folder.path).status == 0
