"""From paths to analyses put into words, and from there to standard output."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from crosp_cli.analysis.analyse import analyse
from crosp_cli.cli.assessments import Read, at, newest, warn_of_personal_data
from crosp_cli.cli.output import say, show
from crosp_cli.cli.series import Series
from crosp_cli.reading.discovery import shown
from crosp_cli.rendering.report import Report, report


def reports(paths: Sequence[Path], today: date, language: str, form: str) -> list[Report]:
    """Return the analysis of every named assessment, and in folders of the newest of each unit and level."""
    found = at(paths, language, form="json" if form == "json" else "text")
    chosen = {read.path for read in newest(found)} | {shown(path) for path in paths if not path.is_dir()}
    series = Series(found)
    return [_report(read, series, today, language) for read in found if read.path in chosen]


def show_reports(found: Sequence[Report], form: str) -> None:
    """Print the analyses as text, JSON or Markdown."""
    if form == "json":
        from crosp_cli.rendering.analysis_json import as_json

        say(as_json(found))
    elif form == "markdown":
        from crosp_cli.rendering.report_markdown import as_summary_markdown

        say("\n".join(as_summary_markdown(one) for one in found))
    else:
        from rich.console import Group
        from rich.rule import Rule

        from crosp_cli.rendering.analysis_terminal import as_terminal

        for number, one in enumerate(found):
            show(Group(Rule(style="dim"), as_terminal(one)) if number else as_terminal(one))


def _report(read: Read, series: Series, today: date, language: str) -> Report:
    warn_of_personal_data(read, language)
    project, beside = read.context.project, series.of(read)
    analysis = analyse(read.assessment, read.framework, read.references(), project, today, beside)
    return report(analysis, None, language)
