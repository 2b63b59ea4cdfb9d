"""`crosp validate`: read, check, say what was found."""

from enum import StrEnum
from gettext import gettext as _
from pathlib import Path
from typing import Annotated

import typer

from crosp_cli.cli import exits, options
from crosp_cli.cli.language import language

HELP = _("Check assessments and crosp.yaml: reading, shape and content. Never writes.")


class Format(StrEnum):
    """The forms findings come in."""

    TEXT = "text"
    JSON = "json"


def validate(
    paths: options.Paths = None,
    format_: Annotated[Format, typer.Option("--format", help=_("How to show the findings."))] = Format.TEXT,
    lang: options.Lang = None,
    today: options.Today = None,
) -> int:
    """Exit 0: nothing at or above `fail_on`; 1: findings; 2: something could not be read as asked."""
    from crosp_cli.checks import run
    from crosp_cli.cli.findings import show_findings
    from crosp_cli.cli.reading import files_at
    from crosp_cli.reading.workspace import Workspace

    start = paths or [Path()]
    speech = language(lang, start[0])
    report = run.validate(files_at(start, speech), Workspace(), options.day(today, speech))
    show_findings(report, format_.value, speech)
    if report.broken:
        return exits.CANNOT
    return exits.FINDINGS if report.fails else exits.OK
