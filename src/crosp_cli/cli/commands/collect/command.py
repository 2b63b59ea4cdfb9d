"""`crosp collect`: the responses of groups, counted into an assessment."""

from gettext import gettext as _
from pathlib import Path
from typing import Annotated

import typer

from crosp_cli.cli import options
from crosp_cli.cli.language import chosen_language


def collect(
    folder: Annotated[
        Path,
        typer.Argument(metavar="FOLDER", help=_("Where the responses lie that people have saved."), readable=False),
    ],
    into: Annotated[
        Path, typer.Option("--into", metavar="ASSESSMENT", help=_("The assessment that they are counted into."))
    ],
    texts: Annotated[
        Path | None,
        typer.Option(
            "--texts",
            metavar="FILE",
            help=_("Where to write what people wrote. Without it: FOLDER-texts.md, beside the folder."),
            show_default=False,
        ),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help=_("Do it without asking."))] = False,
    lang: options.Lang = None,
) -> int:
    """Without a terminal to ask on, nothing is written unless `--yes`."""
    from crosp_cli.cli.commands.collect.run import count_in, plan, show
    from crosp_cli.cli.commands.import_.run import clear_up, may_be_written

    language = chosen_language(lang, into)
    planned = plan(folder, into, texts, language)
    status = show(planned, language)
    if planned.has_news and may_be_written(language, unasked=yes):
        count_in(planned, language)
    else:
        clear_up(planned.planned, language)
    return status
