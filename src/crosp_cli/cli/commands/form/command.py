"""`crosp form`: a form to fill in without installing anything."""

from gettext import gettext as _
from pathlib import Path
from typing import Annotated, Literal

import typer

from crosp_cli.cli import exits, options
from crosp_cli.cli.language import chosen_language
from crosp_cli.output.formats import names


@options.choices(format_=names("form", "page"))
def form(
    path: Annotated[
        Path | None,
        typer.Argument(
            metavar="PATH",
            help=_("The assessment to fill in, or a folder with one. Without it: a form for --level."),
            show_default=False,
            readable=False,
        ),
    ] = None,
    level: Annotated[
        str | None, typer.Option(metavar="LEVEL", help=_("The level, where no assessment is named."))
    ] = None,
    unit: Annotated[str | None, typer.Option(metavar="UNIT", help=_("The unit, where no assessment is named."))] = None,
    cells: options.Cells = None,
    for_: Annotated[
        Literal["response"] | None,
        typer.Option(
            "--for",
            help=_("response: a short form for one person in a group, who stays anonymous. Needs --group."),
        ),
    ] = None,
    group: Annotated[
        str | None, typer.Option(metavar="GROUP", help=_("The group that a response form is handed out to."))
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help=_(
                "Where to write it; - is standard output. Without it: form-UNIT-OCCASION-LEVEL.html in this folder."
            ),
        ),
    ] = None,
    format_: Annotated[
        str | None,
        typer.Option("--format", help=_("The form's own form. Without it: what FILE ends in, else html.")),
    ] = None,
    force: options.Force = False,
    open_: Annotated[bool, typer.Option("--open", help=_("Open it when it is written."))] = False,
    lang: options.Lang = None,
) -> int:
    """Make the questionnaire, write it as a form and say where it is."""
    from crosp_cli.cli.commands.form.run import (
        asked_of,
        asked_of_level,
        of_one_person,
        refuse_a_pile_of_paper,
        write_form,
    )
    from crosp_cli.cli.target import Target

    language = chosen_language(lang, path or Path())
    target = Target(names("form", "page"), output, format_, force)
    asked = asked_of(path, cells, language) if path else asked_of_level(level, unit, cells, language)
    if for_ or group:
        asked = of_one_person(asked, group, target.format, language, named=bool(cells))
    if not cells:
        refuse_a_pile_of_paper(asked, target.format, language)
    write_form(asked, target, language, into=path, opened=open_)
    return exits.OK
