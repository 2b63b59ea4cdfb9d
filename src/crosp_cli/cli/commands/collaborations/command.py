"""`crosp collaborations`: the register of collaborations, and beside it whom the measures name."""

from gettext import gettext as _
from pathlib import Path
from typing import Annotated

import typer

from crosp_cli.cli import options
from crosp_cli.cli.language import chosen_language
from crosp_cli.output.formats import names


@options.choices(format_=names("collaborations"))
def collaborations(
    paths: options.Paths = None,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format", help=_("How to show it; ics is a calendar. Without it: what FILE ends in, else text.")
        ),
    ] = None,
    within: options.Within = 60,
    full: options.Full = False,
    output: options.Output = None,
    force: options.Force = False,
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
