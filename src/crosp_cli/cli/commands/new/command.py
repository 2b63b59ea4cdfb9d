"""`crosp new`: the next assessment, with what is left from the last one."""

from gettext import gettext as _
from pathlib import Path
from typing import Annotated

import typer

from crosp_cli.cli import options
from crosp_cli.cli.language import chosen_language
from crosp_cli.reading.documents.kinds import KINDS

_BEGUN_FROM = ", ".join(kind.name for kind in KINDS.values() if kind.begins_from_at)


def new(
    occasion: Annotated[
        str | None,
        typer.Argument(
            metavar="OCCASION",
            help=_(
                "What the occasion is called, such as 2026-ht; or another document to begin: {kinds}. Its comments say "
                "what to write."
            ).format(kinds=", ".join(kind.name for kind in KINDS.values() if kind.begins)),
            show_default=False,
        ),
    ] = None,
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="DIR",
            help=_("The project's folder. Without it: this folder."),
            show_default=False,
            readable=False,
        ),
    ] = Path(),
    unit: options.Unit = None,
    level: options.Level = None,
    cells: options.Cells = None,
    add: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CELL",
            help=_("Add a cell to an occasion that has begun, and change nothing else in it; repeatable."),
            show_default=False,
        ),
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help=_("What another document's file is called."))
    ] = None,
    from_: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="PROGRAMME",
            help=_("A competence programme that a new {kinds} rests on.").format(kinds=_BEGUN_FROM),
            show_default=False,
        ),
    ] = None,
    date_: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help=_("The date of the assessment or document."))
    ] = None,
    lang: options.Lang = None,
) -> None:
    """Without options: one for each unit and level that has been assessed before, with the cells it had then."""
    language = chosen_language(lang, folder)
    kind = KINDS.get(occasion or "")
    if occasion is None:
        from crosp_cli.cli.commands.new.next_occasion import missing
        from crosp_cli.cli.select.only import Only

        raise missing(folder, Only(unit, level), options.day(date_, language, "--date"), language)
    if kind and kind.begins:
        from crosp_cli.cli.commands.new.document import begin

        begin(kind, folder, name, options.day(date_, language, "--date"), language, from_)
    elif from_ is not None:
        from crosp_cli.cli.exits import CannotError
        from crosp_cli.text.translation import translation

        text = translation(language).gettext("--from begins a {kinds}: `crosp new {kinds} --from PROGRAMME`.")
        raise CannotError(text.format(kinds=_BEGUN_FROM))
    elif add is not None:
        from crosp_cli.cli.commands.new.add import widen
        from crosp_cli.cli.exits import CannotError
        from crosp_cli.cli.select.only import Only
        from crosp_cli.text.translation import translation

        if cells is not None or date_ is not None:
            text = translation(language).gettext("--add changes nothing else: leave out --cells and --date.")
            raise CannotError(text)
        widen(folder, occasion, Only(unit, level), add, language)
    else:
        from crosp_cli.cli.commands.new.run import Asked, plan, write_all

        day = options.day(date_, language, "--date")
        write_all(plan(folder, Asked(occasion, day, unit, level, tuple(cells or ())), language), language)
