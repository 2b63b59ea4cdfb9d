"""The options that several commands share, so that they mean the same everywhere."""

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from enum import StrEnum
from gettext import gettext as _
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar, get_args

import typer

from crosp_cli.cli.exits import CannotError
from crosp_cli.source_date import is_no_number, source_day
from crosp_cli.text.languages import LANGUAGES

F = TypeVar("F", bound=Callable[..., Any])

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class Language(StrEnum):
    """The languages crosp speaks."""

    vars().update({language: language for language in LANGUAGES})


Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PATH",
        help=_("Files or folders. Without any: this folder."),
        show_default=False,
        readable=False,  # what cannot be read is a finding, and does not stop the others
    ),
]
Lang = Annotated[
    Language | None,
    typer.Option("--lang", help=_("The language to answer in."), show_default=False, metavar="|".join(LANGUAGES)),
]
Unit = Annotated[str | None, typer.Option("--unit", metavar="UNIT", help=_("Only for this unit."))]
Level = Annotated[str | None, typer.Option("--level", metavar="LEVEL", help=_("Only at this level."))]
Today = Annotated[
    str | None,
    typer.Option("--today", metavar="DATE", help=_("Count from this day, such as 2026-10-15."), show_default=False),
]

Full = Annotated[bool, typer.Option("--full", help=_("Show everything, not only one screen."))]


Cells = Annotated[
    list[str] | None,
    typer.Option(
        "--cells",
        metavar="CELL",
        help=_("A cell to begin with, such as follow-up/quality, or all; repeatable, or with commas."),
        show_default=False,
    ),
]

Within = Annotated[int, typer.Option("--within", metavar="DAYS", min=1, help=_("How many days ahead count as soon."))]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help=_("Where to write it. Without it, or with -: standard output.")
    ),
]
Force = Annotated[bool, typer.Option("--force", help=_("Replace the file even if somebody has changed it."))]


def choices(**allowed: Iterable[str]) -> Callable[[F], F]:
    """Have parameters of a command take one of the names that a register holds. In its signature they are texts."""

    def narrowed(function: F) -> F:
        for parameter, names in allowed.items():
            text, option = get_args(function.__annotations__[parameter])
            one = Literal[tuple(names)]  # type: ignore[valid-type]  # typer asks at run time
            function.__annotations__[parameter] = Annotated[one if text is str else one | None, option]
        return function

    return narrowed


def day(option: str | None, language: str, name: str = "--today") -> date:
    """Return the day that the option `name` gives; without one, that of SOURCE_DATE_EPOCH; without that, today.

    Raises:
        CannotError: what was given is no date.
    """
    from crosp_cli.text.translation import translation

    if option is None:
        if is_no_number():
            from crosp_cli.cli.console import print_message

            text = translation(language).gettext(
                "SOURCE_DATE_EPOCH is no number of seconds, and is passed over: today is the day."
            )
            print_message(text)
        return source_day() or date.today()  # noqa: DTZ011 -- the user's own day, where the user is
    if _DAY.fullmatch(option):
        with suppress(ValueError):
            return date.fromisoformat(option)
    text = translation(language).gettext("{option} takes a date such as 2026-10-15.")
    raise CannotError(text.format(option=name))
