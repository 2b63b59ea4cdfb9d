"""`crosp collaborations`: the register of collaborations, and beside it whom the measures name."""

from gettext import gettext as _
from pathlib import Path
from typing import Annotated

import typer

from crosp_cli.cli import options
from crosp_cli.cli.language import chosen_language
from crosp_cli.output.formats import names

HELP = _("Show which collaborations go on, are to report or have ended, and which partners the register lacks.")


@options.choices(format_=names("collaborations"))
def collaborations(
    paths: options.Paths = None,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format", help=_("How to show it; ics is a calendar. Without it: what FILE ends in, else text.")
        ),
    ] = None,
    within: Annotated[
        int, typer.Option("--within", metavar="DAYS", min=1, help=_("How many days ahead count as soon."))
    ] = 60,
    full: options.Full = False,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help=_("Where to write it. Without it, or with -: standard output.")
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help=_("Replace a file that exists."))] = False,
    lang: options.Lang = None,
    today: options.Today = None,
) -> None:
    """The newest assessment of each unit and level counts, and in it the measures that are not finished."""
    from crosp_cli.cli.answer import checked, put
    from crosp_cli.cli.commands.collaborations.run import answer
    from crosp_cli.cli.console import STANDARD_OUTPUT
    from crosp_cli.cli.select.paths import given
    from crosp_cli.cli.target import Target

    language = chosen_language(lang, paths[0] if paths else Path())
    target = Target(names("collaborations"), output or STANDARD_OUTPUT, format_, force)
    checked(target, "collaborations", language)
    found = answer(given(paths, language), options.day(today, language), within, language, target, full=full)
    put("collaborations", target, language, found)
