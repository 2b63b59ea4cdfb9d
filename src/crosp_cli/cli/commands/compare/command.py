"""`crosp compare`: what is different between two occasions, cell by cell."""

from gettext import gettext as _
from pathlib import Path
from typing import Annotated

import typer

from crosp_cli.cli import options
from crosp_cli.cli.language import chosen_language
from crosp_cli.output.formats import names


@options.choices(format_=names("comparison"))
def compare(
    old: Annotated[
        str | None,
        typer.Argument(
            metavar="OLD",
            help=_(
                "A file, an occasion such as 2025-ht, or a git revision such as HEAD~1. Without it: the two latest "
                "occasions."
            ),
            show_default=False,
        ),
    ] = None,
    new: Annotated[
        str | None,
        typer.Argument(metavar="NEW", help=_("Likewise. Without it: the newest assessment."), show_default=False),
    ] = None,
    unit: options.Unit = None,
    level: options.Level = None,
    full: options.Full = False,
    format_: Annotated[str, typer.Option("--format", help=_("How to show the comparison."))] = "text",
    lang: options.Lang = None,
) -> None:
    """One comparison for each unit and level; without OLD and NEW, also every cell over all occasions."""
    from crosp_cli.cli.commands.compare.pairs import Asked, pairs
    from crosp_cli.cli.commands.compare.run import comparisons, next_steps
    from crosp_cli.cli.console import print_screen
    from crosp_cli.cli.select.only import Only

    asked = Asked(old, new, Only(unit, level))
    language = chosen_language(lang, asked.start if old else Path())
    found = comparisons(pairs(asked, language, format_), language)
    print_screen(format_, "comparison", found, full=full, next_steps=next_steps(asked, language))
