"""Showing findings where a command's user is: on a terminal, in a file, in a program."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from crosp_cli.cli.console import say
from crosp_cli.files import RefusedError, read_bytes
from crosp_cli.findings import Location
from crosp_cli.validation.runner import ValidationResult


def show_findings(result: ValidationResult, form: str, language: str) -> None:
    """Print `result` on standard output in the form `form`; as text where findings have no such form."""
    _FORMS.get(form, _text)(result, language)


def _text(result: ValidationResult, language: str) -> None:
    if sys.stdout.isatty():
        from crosp_cli.cli.console import show
        from crosp_cli.output.findings.terminal import as_rich

        show(as_rich(result, language, _line_reader()))
    else:
        from crosp_cli.output.findings.text import as_text

        say(as_text(result, language))


def _json(result: ValidationResult, language: str) -> None:
    from crosp_cli.output.findings.json import as_json

    say(as_json(result, language))


def _github(result: ValidationResult, language: str) -> None:
    from crosp_cli.cli.step_summary import add_to_step_summary
    from crosp_cli.output.findings.github import as_github

    say(as_github(result, language))
    add_to_step_summary(result, language)


def _gitlab(result: ValidationResult, language: str) -> None:
    from crosp_cli.output.findings.gitlab import as_gitlab

    say(as_gitlab(result, language))


def _sarif(result: ValidationResult, language: str) -> None:
    from crosp_cli.output.findings.sarif import as_sarif

    say(as_sarif(result, language))


def _junit(result: ValidationResult, language: str) -> None:
    from crosp_cli.output.findings.junit import as_junit

    say(as_junit(result, language))


_FORMS: Mapping[str, Callable[[ValidationResult, str], None]] = {
    "text": _text,
    "json": _json,
    "github": _github,
    "gitlab": _gitlab,
    "sarif": _sarif,
    "junit": _junit,
}
"""How each form is shown; a run needs one of them, and imports no other."""


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
        return data.decode("utf-8-sig").replace("\r\n", "\n").split("\n")  # lines as reading counts them
    except (RefusedError, UnicodeDecodeError):
        return []
