"""`crosp init`: a folder to begin in. Asks in a terminal; takes everything as options too."""

from gettext import gettext as _
from pathlib import Path
from typing import Annotated

import typer

from crosp_cli.cli import options
from crosp_cli.cli.language import chosen_language


def init(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="DIR", help=_("The folder to start in; made if need be."), show_default=False, readable=False
        ),
    ] = Path(),
    organiser: Annotated[
        str | None, typer.Option(metavar="NAME", help=_("What the school organiser is called."))
    ] = None,
    organiser_type: Annotated[
        str | None, typer.Option(metavar="TYPE", help=_("municipal, independent, region or state."))
    ] = None,
    framework: Annotated[
        str | None,
        typer.Option(
            metavar="FOLDER",
            help=_("A framework of your own: its folder. Without it: the one that crosp has."),
            show_default=False,
        ),
    ] = None,
    unit: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help=_("What a preschool or school unit is called; repeatable."))
    ] = None,
    school_form: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FORM",
            help=_("A school form of the units, such as grundskola, or of one: Lillan=forskola; repeatable."),
        ),
    ] = None,
    level: Annotated[
        list[str] | None,
        typer.Option(
            metavar="LEVEL", help=_("The level of the first assessment: organiser, school or teaching; repeatable.")
        ),
    ] = None,
    cells: options.Cells = None,
    occasion: Annotated[
        str | None, typer.Option(metavar="OCCASION", help=_("What the occasion is called, such as 2026-ht."))
    ] = None,
    date_: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help=_("The date of the first assessment."))
    ] = None,
    lang: options.Lang = None,
) -> None:
    """Ask for what is missing, write the files, say what to do next."""
    from crosp_cli.cli.commands.init.framework import chosen_framework
    from crosp_cli.cli.commands.init.interview import Given, answers
    from crosp_cli.cli.commands.init.run import start

    language = chosen_language(lang, folder)
    given = Given(
        organiser=organiser,
        organiser_type=organiser_type,
        units=tuple(unit or ()),
        school_forms=tuple(school_form or ()),
        levels=tuple(level or ()),
        cells=tuple(cells or ()),
        occasion=occasion,
        day=options.day(date_, language, "--date"),
        language=lang.value if lang else None,
    )
    chosen = chosen_framework(framework, folder, language)
    start(folder, answers(folder, given, language, chosen.framework), chosen)
