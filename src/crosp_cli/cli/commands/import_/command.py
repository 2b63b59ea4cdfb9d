"""`crosp import`: what was filled in, brought into an assessment."""

from gettext import gettext as _
from pathlib import Path
from typing import Annotated

import typer

from crosp_cli.cli import options
from crosp_cli.cli.language import chosen_language


def import_(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help=_("What was filled in: the file that the form gave."), readable=False),
    ],
    into: Annotated[
        Path, typer.Option("--into", metavar="ASSESSMENT", help=_("The assessment that it is brought into."))
    ],
    yes: Annotated[bool, typer.Option("--yes", help=_("Do it without asking."))] = False,
    remove: Annotated[
        bool,
        typer.Option(
            "--remove", help=_("With --yes: also take out what was emptied in the form, or was said not to apply.")
        ),
    ] = False,
    lang: options.Lang = None,
) -> int:
    """Without a terminal to ask on, nothing is written unless `--yes`."""
    from crosp_cli.cli.commands.import_.next_step import tell_next_step
    from crosp_cli.cli.commands.import_.run import bring_in, chosen, clear_up, plan, show, tell_of_another

    language = chosen_language(lang, into)
    planned = plan(file, into, language)
    status = show(planned, language)
    agreed = chosen(planned, language, unasked=yes, remove=remove)
    if agreed is None:
        clear_up(planned, language)
    else:
        bring_in(agreed, language)
        tell_of_another(file, agreed, language)
        tell_next_step(agreed.path, language)
    return status
