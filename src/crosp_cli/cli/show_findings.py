"""Showing findings where a command's user is: on a terminal, in a file, in a program."""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from crosp_cli.checks.personal_data.text_checks import personal_data
from crosp_cli.cli.console import add, print_as, print_message, print_result
from crosp_cli.cli.exits import CannotError
from crosp_cli.files import RefusedError, read_bytes
from crosp_cli.findings import Location
from crosp_cli.output.formats import BESIDE_THE_REPOSITORY, names
from crosp_cli.reading.discovery import top_of_repository
from crosp_cli.validation.redaction import redacted
from crosp_cli.validation.runner import ValidationResult


def show_findings(result: ValidationResult, form: str, language: str) -> None:
    """Print `result` on standard output in that format; as text where findings do not come in it."""
    form = form if form in names("findings") else "text"
    result = redacted(from_the_root(result) if form in BESIDE_THE_REPOSITORY else result)
    if form == "text" and sys.stdout.isatty():
        from crosp_cli.output.findings.terminal import as_rich

        print_result(as_rich(result, language, _line_reader()))
    else:
        print_as(form, "findings", result, language)
    if form == "github":
        _add_to_step_summary(result, language)


def _add_to_step_summary(result: ValidationResult, language: str) -> None:
    """GitHub shows the file that it names so beside the annotations; what cannot be added there is only told of."""
    from crosp_cli.output.findings.github import step_summary

    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    try:
        add(Path(path), step_summary(result, language).encode(), language)
    except CannotError as error:
        print_message(str(error))


def from_the_root(result: ValidationResult) -> ValidationResult:
    """Return `result` with its files named from the root of the git repository, wherever the command is run in it."""
    root = top_of_repository(Path())
    if root is None:
        return result

    def named(path: str) -> str:
        absolute = Path(os.path.normpath(Path.cwd() / path))
        return absolute.relative_to(root).as_posix() if absolute.is_relative_to(root) else path

    findings = [one._replace(location=one.location._replace(path=named(one.location.path))) for one in result.findings]
    return replace(result, findings=findings, paths=[named(path) for path in result.paths])


def _line_reader() -> Callable[[Location], str]:
    """Return a function that gives the line at a place, reading each file once more for its findings."""
    read: tuple[str, list[str]] = ("", [])

    def line_at(location: Location) -> str:
        nonlocal read
        if read[0] != location.path:
            read = (location.path, _lines(location.path))
        lines = read[1]
        return lines[location.line - 1] if location.line <= len(lines) else ""

    return line_at


def _lines(path: str) -> list[str]:
    try:
        data = read_bytes(Path(path), within=Path(path).parent)  # of a link that leads away, nothing is shown
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except (RefusedError, UnicodeDecodeError):
        return []
    lines = text.split("\n")  # lines as reading counts them
    for line in personal_data(text):
        lines[line - 1 : line + 1] = [""] * len(lines[line - 1 : line + 1])  # a number may go on in the line after
    return lines
