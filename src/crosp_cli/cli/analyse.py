"""`crosp analyse`: the map, profiles, gaps, focus and measures of an assessment."""

from enum import StrEnum
from gettext import gettext as _
from pathlib import Path
from typing import Annotated

import typer

from crosp_cli.cli import options
from crosp_cli.cli.language import language

HELP = _("Show an assessment's map, its gaps, where to begin and how the measures stand. Never a total score.")


class Format(StrEnum):
    """The forms an analysis comes in."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


def analyse(
    paths: options.Paths = None,
    format_: Annotated[Format, typer.Option("--format", help=_("How to show the analysis."))] = Format.TEXT,
    lang: options.Lang = None,
    today: options.Today = None,
) -> None:
    """In a folder: the newest assessment of each unit and level. A file that is named is shown, new or old."""
    from crosp_cli.cli.analyses import reports, show_reports
    from crosp_cli.cli.reading import given

    speech = language(lang, paths[0] if paths else Path())
    show_reports(reports(given(paths, speech), options.day(today, speech), speech, format_.value), format_.value)
