"""`crosp render`: an assessment's report, in one of its kinds, as a page, as Markdown, for Word or as PDF."""

from gettext import gettext as _
from pathlib import Path
from typing import Annotated

import typer

from crosp_cli.cli import exits, options
from crosp_cli.cli.commands.render.own_documents import OWN_DOCUMENTS
from crosp_cli.cli.language import chosen_language
from crosp_cli.output.formats import names
from crosp_cli.reports.kinds import KINDS

_KINDS = "; ".join(f"{name}: {_(kind.brief)}" for name, kind in KINDS.items())
_FORMATS = ", ".join(names("report", "page"))
_NAMED = "; ".join(_(own.may_be_named) for own in OWN_DOCUMENTS.values())
_DEFAULTS = ", ".join(_(own.default) for own in OWN_DOCUMENTS.values())


@options.choices(kind=KINDS, format_=names("report", "page"))
def render(
    path: Annotated[
        Path | None,
        typer.Argument(
            metavar="PATH",
            help=_("An assessment, or a folder: its newest; {others}. Without it: this folder.").format(others=_NAMED),
            show_default=False,
        ),
    ] = None,
    unit: options.Unit = None,
    level: options.Level = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            metavar="KIND",
            help=f"{_KINDS}. " + _("Without it: report, {others}.").format(others=_DEFAULTS),
        ),
    ] = None,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="FORMAT", help=f"{_FORMATS}. " + _("Without it: what FILE ends in, else html.")
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help=_(
                "Where to write it; - is standard output; with --all, the folder. "
                "Without it: UNIT-OCCASION-LEVEL.html in this folder."
            ),
        ),
    ] = None,
    template: Annotated[
        str | None,
        typer.Option(
            metavar="FILE|NAME",
            help=_("Lay the report out with a template of your own, or a built-in one (see `crosp template list`)."),
            show_default=False,
        ),
    ] = None,
    all_: Annotated[
        bool,
        typer.Option(
            "--all",
            help=_("Every assessment in the folder, each in its own file, with a page that leads to them."),
        ),
    ] = False,
    force: options.Force = False,
    open_: Annotated[bool, typer.Option("--open", help=_("Open it when it is written."))] = False,
    lang: options.Lang = None,
    today: options.Today = None,
) -> int:
    """Read the assessment, put it into words, write the file and say where it is."""
    from crosp_cli.cli.commands.render.run import rendered, write_report
    from crosp_cli.cli.commands.render.target import ReportTarget
    from crosp_cli.cli.select.only import Only
    from crosp_cli.cli.select.paths import given

    language, layout = chosen_language(lang, path or Path()), None
    (where,), only = given([path] if path else None, language), Only(unit, level)
    if template is not None:
        from crosp_cli.cli.commands.template.run import chosen

        layout, kind = chosen(template, kind, format_, language)
    target = ReportTarget(names("report", "page"), output, format_, force, layout, open_).checked(language)
    day = options.day(today, language)
    if all_:
        from crosp_cli.cli.commands.render.run_all import render_all

        return render_all(where, only, kind, day, day if today else None, target, language)
    aside = target.is_standard_output
    content = rendered(where, only, kind, day, language, named_day=day if today else None, aside=aside)
    write_report(content, target, language)
    return exits.OK
