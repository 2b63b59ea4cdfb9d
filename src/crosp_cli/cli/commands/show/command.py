"""`crosp show`: read the framework in the terminal."""

from gettext import gettext as _
from pathlib import Path
from typing import Annotated

import typer

from crosp_cli.cli import options
from crosp_cli.cli.language import chosen_language
from crosp_cli.output.formats import names


@options.choices(format_=names("reference"))
def show(
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WHAT",
            help=_("An id, a title, a law section such as 2:25, or a principle and an area. Without it: an overview."),
            show_default=False,
        ),
    ] = None,
    full: options.Full = False,
    format_: Annotated[str, typer.Option("--format", help=_("How to show it."))] = "text",
    lang: options.Lang = None,
) -> None:
    """Look it up in the framework of the project here, or the built-in one."""
    from crosp_cli.cli.commands.show.run import entry
    from crosp_cli.cli.console import print_as

    language, is_full = chosen_language(lang, Path()), full or format_ != "text"
    print_as(format_, "reference", entry(" ".join(what or []), Path(), language, full=is_full))
