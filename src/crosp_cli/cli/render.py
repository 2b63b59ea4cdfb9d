"""`crosp render`: an assessment's report, as a page to read and print, as Markdown, for Word or as PDF."""

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
    DOCX = "docx"
    PDF = "pdf"


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
    open_: Annotated[bool, typer.Option("--open", help=_("Open it when it is written."))] = False,
    lang: options.Lang = None,
    today: options.Today = None,
) -> None:
    """Read the assessment, put it into words, write the file and say where it is."""
    from crosp_cli.cli.reports import Target, rendered, write_report

    speech = language(lang, path)
    target = Target(output, format_.value if format_ else None, force, open_).checked(speech)
    report = rendered(path, options.day(today, speech), speech, aside=target.is_standard_output)
    write_report(report, target, speech)
