"""`crosp migrate`: assessments brought over to a newer version of their framework."""

from gettext import gettext as _
from pathlib import Path
from typing import Annotated

import typer

from crosp_cli.cli import options
from crosp_cli.cli.language import chosen_language
from crosp_cli.output.formats import names


@options.choices(format_=names("migration"))
def migrate(
    paths: options.Paths = None,
    to: Annotated[
        str | None,
        typer.Option(
            metavar="FRAMEWORK",
            help=_("The framework to go to: a built-in one, or a folder. Without it: the one in crosp.yaml."),
            show_default=False,
        ),
    ] = None,
    write: Annotated[bool, typer.Option("--write", help=_("Write the files. Without it, nothing is written."))] = False,
    format_: Annotated[str, typer.Option("--format", help=_("How to show what changes."))] = "text",
    lang: options.Lang = None,
) -> int:
    """Exit 0: everything can come over, or has; 1: some file has to stay as it is."""
    from crosp_cli.cli.commands.migrate.run import answer, plan, write_all

    language = chosen_language(lang, paths[0] if paths else Path())
    planned = plan(paths, to, language)
    show = answer(planned, format_, language, written=write)
    if write and (became := write_all(planned, language)) != planned:
        show = answer(became, format_, language, written=True)
    return show()
