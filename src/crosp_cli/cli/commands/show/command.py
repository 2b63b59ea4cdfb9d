"""`crosp show`: read the framework in the terminal."""

from enum import StrEnum
from gettext import gettext as _
from pathlib import Path
from typing import Annotated

import typer

from crosp_cli.cli import options
from crosp_cli.cli.language import language

HELP = _("Read the framework: a principle, an area, a cell, a level's questions, a law section, a term.")


class Format(StrEnum):
    """The forms a page comes in."""

    TEXT = "text"
    JSON = "json"


def show(
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WHAT",
            help=_("An id, a title, a law section such as 2:25, or a principle and an area. Without it: an overview."),
            show_default=False,
        ),
    ] = None,
    format_: Annotated[Format, typer.Option("--format", help=_("How to show it."))] = Format.TEXT,
    lang: options.Lang = None,
) -> None:
    """Look it up in the framework of the project here, or the built-in one."""
    from crosp_cli.cli.commands.show.run import entry, show_page

    show_page(entry(" ".join(what or []), Path(), language(lang, Path())), format_.value)
