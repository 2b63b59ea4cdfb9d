"""Showing findings where a command's user is: on a terminal, in a file, in a program."""

import sys
from collections.abc import Callable
from pathlib import Path

from crosp_cli.checks.personal_data.text_checks import personal_data
from crosp_cli.cli.console import print_as, print_result
from crosp_cli.files import RefusedError, read_bytes
from crosp_cli.findings import Location
from crosp_cli.output.formats import names
from crosp_cli.validation.redaction import redacted
from crosp_cli.validation.runner import ValidationResult


def show_findings(result: ValidationResult, form: str, language: str) -> None:
    """Print `result` on standard output in that format; as text where findings do not come in it."""
    result = redacted(result)
    form = form if form in names("findings") else "text"
    if form == "text" and sys.stdout.isatty():
        from crosp_cli.output.findings.terminal import as_rich

        print_result(as_rich(result, language, _line_reader()))
    else:
        print_as(form, "findings", result, language)
    if form == "github":
        from crosp_cli.cli.step_summary import add_to_step_summary

        add_to_step_summary(result, language)


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
