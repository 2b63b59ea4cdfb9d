"""The summary of a step in GitHub Actions: a file that the runner names and shows beside the annotations."""

import os
from pathlib import Path

from crosp_cli.cli.console import add, print_message
from crosp_cli.cli.exits import CannotError
from crosp_cli.output.findings.github import step_summary
from crosp_cli.validation.runner import ValidationResult


def add_to_step_summary(result: ValidationResult, language: str) -> None:
    """Add `result` to the file in $GITHUB_STEP_SUMMARY, where there is one; what cannot be added is only told of."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    try:
        add(Path(path), step_summary(result, language).encode(), language)
    except CannotError as error:
        print_message(str(error))
