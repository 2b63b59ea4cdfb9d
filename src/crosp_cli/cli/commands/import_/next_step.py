"""What there is to do when answers have been brought in: what is missing is counted, and the meeting gets its page."""

import shlex
from pathlib import Path

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli import options
from crosp_cli.cli.console import print_message
from crosp_cli.cli.select.paths import files_at
from crosp_cli.output.findings.text import summary
from crosp_cli.reading.discovery import shown
from crosp_cli.reading.workspace import Workspace
from crosp_cli.text.translation import translation
from crosp_cli.validation.runner import validate


def tell_next_step(path: Path, language: str) -> None:
    """Say what `crosp validate` finds in the assessment at `path` now, and how it is printed for the meeting."""
    _ = translation(language).gettext
    found = validate(files_at([path], language), Workspace(), options.day(None, language))
    name = shown_name(shlex.quote(shown(path)))
    print_message(summary(found, language))
    if found.findings:
        print_message(_("What is missing or does not hold together:"))
        print_message(f"  crosp validate {name}")
    print_message(_("To print for the meeting:"))
    file = _("summary.html")
    print_message(f"  crosp render {name} --kind summary -o {file}")
