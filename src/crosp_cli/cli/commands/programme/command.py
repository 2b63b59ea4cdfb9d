"""`crosp programme`: coverage, follow-ups, what participants report, and what can be said of a competence programme."""

from gettext import gettext as _
from pathlib import Path
from typing import Annotated

import typer

from crosp_cli.cli import options
from crosp_cli.cli.language import chosen_language
from crosp_cli.output.formats import names


@options.choices(format_=names("programme", "page"))
def programme(
    path: Annotated[
        Path,
        typer.Argument(
            metavar="PATH",
            help=_("A programme, or a folder with one. Without it: this folder."),
            show_default=False,
            readable=False,
        ),
    ] = Path(),
    format_: Annotated[
        str | None,
        typer.Option("--format", help=_("How to show it. Without it: what FILE ends in, else text.")),
    ] = None,
    full: Annotated[bool, typer.Option("--full", help=_("The whole of it, also in text."))] = False,
    beside: Annotated[
        bool,
        typer.Option(
            "--beside",
            help=_("Units that took part beside the others, before and after, in counts; and what that cannot show."),
        ),
    ] = False,
    within: options.Within = 60,
    output: options.Output = None,
    force: options.Force = False,
    lang: options.Lang = None,
    today: options.Today = None,
) -> None:
    """Read the programme, and with --beside the assessments of its project."""
    from crosp_cli.cli.answer import checked
    from crosp_cli.cli.commands.programme.run import answered, show_programme
    from crosp_cli.cli.console import STANDARD_OUTPUT
    from crosp_cli.cli.target import Target

    language = chosen_language(lang, path)
    target = Target(names("programme", "page"), output or STANDARD_OUTPUT, format_, force)
    target = checked(target, "programme", language)
    answer = answered(path, options.day(today, language), within, target, language, with_others=beside)
    show_programme(answer, target, language, full=full)
