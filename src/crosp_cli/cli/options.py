"""The options that several commands share, so that they mean the same everywhere."""

from datetime import date
from enum import StrEnum
from gettext import gettext as _
from pathlib import Path
from typing import Annotated

import typer

from crosp_cli.cli.exits import CannotError


class Language(StrEnum):
    """The languages crosp speaks."""

    SV = "sv"
    EN = "en"


Paths = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[PATH]...", help=_("Files or folders. Without any: this folder."), show_default=False),
]
Lang = Annotated[
    Language | None,
    typer.Option("--lang", help=_("The language to answer in."), show_default=False, metavar="sv|en"),
]
Today = Annotated[
    str | None,
    typer.Option("--today", metavar="DATE", help=_("Count as if it were this day (2026-10-15)."), show_default=False),
]


def day(option: str | None, language: str) -> date:
    """Return the day to count from.

    Raises:
        CannotError: what was given is no date.
    """
    from crosp_cli.rendering.translate import translation

    if option is None:
        return date.today()  # noqa: DTZ011 -- the user's own day, where the user is
    try:
        if len(option) != len("2026-10-15"):
            raise ValueError
        return date.fromisoformat(option)
    except ValueError:
        text = translation(language).gettext("--today takes a date such as 2026-10-15.")
        raise CannotError(text) from None
