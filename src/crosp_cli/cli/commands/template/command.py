"""`crosp template`: the built-in templates, and copies of them to begin one's own from."""

from gettext import gettext as _
from pathlib import Path
from typing import Annotated

import typer

from crosp_cli.cli import options
from crosp_cli.cli.language import chosen_language


def list_(lang: options.Lang = None) -> None:
    """Print the names and what they are for."""
    from crosp_cli.cli.commands.template.run import list_templates

    list_templates(chosen_language(lang, Path()))


def copy(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help=_("Which template, such as report.html."), show_default=False)
    ],
    file: Annotated[
        Path | None,
        typer.Argument(metavar="FILE", help=_("Where to write it. Without it: templates/NAME.j2."), show_default=False),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help=_("Replace files that exist."))] = False,
    lang: options.Lang = None,
) -> None:
    """Write the files and say where they are."""
    from crosp_cli.cli.commands.template.run import copy as copy_template

    copy_template(name, file, chosen_language(lang, Path()), force=force)


PANEL = _("Templates")
COMMANDS = (
    ("list", _("Show the built-in templates and what each is for."), list_),
    ("copy", _("Write a copy of a built-in template, with its parts and style sheets, to change as you like."), copy),
)
"""The commands below this one: each with its help and what it runs."""
