"""The summary of a step in GitHub Actions: a file that the runner names and shows beside the annotations."""

import os

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli.console import print_message
from crosp_cli.output.findings.github import step_summary
from crosp_cli.text.translation import translation
from crosp_cli.validation.runner import ValidationResult

_WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0)


def add_to_step_summary(result: ValidationResult, language: str) -> None:
    """Add `result` to the file in $GITHUB_STEP_SUMMARY, where there is one; what cannot be added is only told of."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | _WITHOUT_WAITING, 0o644)
        with os.fdopen(descriptor, "ab") as file:
            file.write(step_summary(result, language).encode())
    except (OSError, ValueError) as error:
        _ = translation(language).gettext
        why = getattr(error, "strerror", None) or type(error).__name__
        print_message(_("{path} cannot be written: {why}.").format(path=shown_name(path), why=why))
