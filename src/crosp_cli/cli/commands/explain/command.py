"""`crosp explain`: what a code means."""

from gettext import gettext as _
from pathlib import Path
from typing import Annotated

import typer

from crosp_cli.cli import options
from crosp_cli.cli.language import chosen_language
from crosp_cli.output.formats import names


@options.choices(format_=names("reference"))
def explain(
    code: Annotated[
        str | None, typer.Argument(metavar="CODE", help=_("A code, such as CR402."), show_default=False)
    ] = None,
    full: options.Full = False,
    format_: Annotated[str, typer.Option("--format", help=_("How to show it."))] = "text",
    lang: options.Lang = None,
) -> None:
    """Look the code up and show its page."""
    from crosp_cli.cli.commands.show.run import code_page
    from crosp_cli.cli.console import print_as

    language, is_full = chosen_language(lang, Path()), full or format_ != "text"
    print_as(format_, "reference", code_page(code, Path(), language, full=is_full))
