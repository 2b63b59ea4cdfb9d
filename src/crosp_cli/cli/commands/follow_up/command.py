"""`crosp follow-up`: what is overdue, due soon and coming, role by role; also as a calendar."""

from gettext import gettext as _
from pathlib import Path
from typing import Annotated

import typer

from crosp_cli.cli import options
from crosp_cli.cli.language import chosen_language
from crosp_cli.output.formats import names


@options.choices(format_=names("follow-up"))
def follow_up(
    paths: options.Paths = None,
    unit: options.Unit = None,
    level: options.Level = None,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format", help=_("How to show it; ics is a calendar. Without it: what FILE ends in, else text.")
        ),
    ] = None,
    role: Annotated[
        str | None,
        typer.Option("--role", metavar="ROLE", help=_("Only what this role answers for."), show_default=False),
    ] = None,
    within: options.Within = 60,
    full: options.Full = False,
    output: options.Output = None,
    force: options.Force = False,
    lang: options.Lang = None,
    today: options.Today = None,
) -> None:
    """The newest assessment of each unit and level counts."""
    from crosp_cli.cli.answer import checked
    from crosp_cli.cli.commands.follow_up.run import followed_up, show_follow_ups
    from crosp_cli.cli.console import STANDARD_OUTPUT
    from crosp_cli.cli.select.only import Only
    from crosp_cli.cli.select.paths import given
    from crosp_cli.cli.target import Target

    language = chosen_language(lang, paths[0] if paths else Path())
    target = checked(Target(names("follow-up"), output or STANDARD_OUTPUT, format_, force), "follow-up", language)
    only, day = Only(unit, level), options.day(today, language)
    found = followed_up(given(paths, language), only, day, within, role, language, target)
    show_follow_ups(found, target, language, words=[*(paths or ()), *only.words()], full=full)
