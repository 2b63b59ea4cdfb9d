"""`crosp analyse`: the map, profiles, gaps, focus and measures of an assessment."""

from enum import StrEnum
from gettext import gettext as _
from pathlib import Path
from typing import Annotated

import typer

from crosp_cli.cli import options
from crosp_cli.cli.language import chosen_language
from crosp_cli.output.formats import names


class By(StrEnum):
    """What the cells of the map can be grouped by."""

    PRINCIPLE = "principle"
    AREA = "area"
    FACTOR = "factor"
    LEVEL = "level"
    ARENA = "arena"


@options.choices(format_=names("analysis"))
def analyse(
    paths: options.Paths = None,
    unit: options.Unit = None,
    level: options.Level = None,
    by: Annotated[
        By | None,
        typer.Option(
            "--by",
            metavar="KIND",
            help=_("Group the cells by principle, area, factor, level or arena: how many at each step, and which."),
        ),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help=_("Say why the other cells are not in focus, and what the law says."))
    ] = False,
    full: options.Full = False,
    format_: Annotated[str, typer.Option("--format", help=_("How to show the analysis."))] = "text",
    lang: options.Lang = None,
    today: options.Today = None,
) -> None:
    """In a folder: the newest assessment of each unit and level. A file that is named is shown, new or old."""
    from crosp_cli.cli.commands.analyse.run import next_steps, reports
    from crosp_cli.cli.console import print_screen
    from crosp_cli.cli.select.only import Only
    from crosp_cli.cli.select.paths import given
    from crosp_cli.output.analysis.content import analysis_answer

    language = chosen_language(lang, paths[0] if paths else Path())
    only = Only(unit, level)
    found = reports(given(paths, language), only, options.day(today, language), language, format_)
    shown = analysis_answer(found, by=by.value if by else None, explain=explain)
    in_full = full or explain or by is not None
    print_screen(
        format_, "analysis", shown, full=in_full, next_steps=next_steps(paths or (), only, len(found), language)
    )
