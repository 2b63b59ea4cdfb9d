"""`crosp render`: an assessment's report, as a page to read and print or as Markdown."""

from enum import StrEnum
from gettext import gettext as _
from pathlib import Path
from typing import Annotated

import typer

from crosp_cli.cli import options
from crosp_cli.cli.language import language

HELP = _("Write an assessment's report: a summary on one page, then cell by cell. One file, to read or to print.")


class Format(StrEnum):
    """The forms a report comes in."""

    HTML = "html"
    MARKDOWN = "markdown"


def render(
    path: Annotated[
        Path,
        typer.Argument(metavar="PATH", help=_("An assessment, or a folder with one assessment."), show_default=False),
    ],
    format_: Annotated[
        Format | None,
        typer.Option("--format", help=_("The form of the report. Without it: what FILE ends in, else html.")),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help=_("Where to write it; - is standard output. Without it: UNIT-OCCASION-LEVEL.html in this folder."),
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help=_("Replace a file that exists."))] = False,
    lang: options.Lang = None,
    today: options.Today = None,
) -> None:
    """Read the assessment, put it into words, write the file and say where it is."""
    from crosp_cli.cli.reports import Target, rendered, write_report

    speech = language(lang, path)
    target = Target(output, format_.value if format_ else None, force)
    day = options.day(today, speech)
    report = rendered(path, day, speech, named_day=day if today else None, aside=target.is_standard_output)
    write_report(report, target, speech)
