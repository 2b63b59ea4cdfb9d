"""`crosp validate`: read, check, say what was found."""

import os
from gettext import gettext as _
from pathlib import Path
from typing import Annotated

import typer

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli import exits, options
from crosp_cli.cli.language import chosen_language
from crosp_cli.output.formats import names


@options.choices(format_=names("findings"))
def validate(
    paths: options.Paths = None,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            help=_("How to show the findings. Without it: text, and inside GitHub Actions github."),
            show_default=False,
        ),
    ] = None,
    lang: options.Lang = None,
    today: options.Today = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            min=1,
            help=_("How many processes read large folders; the result is the same."),
            show_default=False,
        ),
    ] = None,
) -> int:
    """Exit 0: nothing at or above `fail_on`; 1: findings; 2: something could not be read as asked."""
    from crosp_cli.cli.progress import processors, progress
    from crosp_cli.cli.select.paths import files_at, given
    from crosp_cli.cli.show_findings import show_findings
    from crosp_cli.reading.workspace import Workspace
    from crosp_cli.validation import runner as run

    language = chosen_language(lang, paths[0] if paths else Path())
    start = given(paths, language)
    files = files_at(start, language)
    day = options.day(today, language)
    try:
        with progress(len(files), language) as done:
            report = run.validate(files, Workspace(), day, jobs or processors(), done)
    except run.LostProcessError as lost:
        raise _stopped(lost.path, language) from None
    if not report.paths:
        raise _nothing(start, language)
    show_findings(report, format_ or _usual(), language)
    if report.broken:
        return exits.CANNOT
    return exits.FINDINGS if report.fails else exits.OK


def _nothing(paths: list[Path], language: str) -> exits.CannotError:
    from crosp_cli.text.translation import translation

    _ = translation(language).gettext
    text = _(
        "Nothing of crosp's lies in {path}: no YAML file there begins with a line such as "
        "`format: crosp-assessment/1`. `crosp init` makes a first one."
    )
    here = ", ".join(str(path) if path != Path() else Path.cwd().name for path in paths)
    return exits.CannotError(text.format(path=shown_name(here)))


def _stopped(path: str, language: str) -> exits.StoppedError:
    from crosp_cli.text.translation import translation

    _ = translation(language).gettext
    text = _(
        "The process that read {path} was stopped from outside, perhaps for want of memory. Nothing was written. Run "
        "the command again; with `--jobs 1` it takes less memory."
    )
    return exits.StoppedError(text.format(path=shown_name(path)))


def _usual() -> str:
    """The format to use where none was asked for."""
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"
