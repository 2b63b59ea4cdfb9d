"""From paths to analyses put into words."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from crosp_cli.analysis.assessment.analyse import analyse
from crosp_cli.cli.select.assessments import Read, at, newest, warn_of_personal_data
from crosp_cli.cli.select.series import Series
from crosp_cli.output.analysis.build import AnalysisView, analysis_view
from crosp_cli.reading.discovery import shown


def reports(paths: Sequence[Path], today: date, language: str, form: str) -> list[AnalysisView]:
    """Return the analysis of every named assessment, and in folders of the newest of each unit and level."""
    found = at(paths, language, form=form)
    chosen = {read.path for read in newest(found)} | {shown(path) for path in paths if not path.is_dir()}
    series = Series(found)
    return [_report(read, series, today, language) for read in found if read.path in chosen]


def _report(read: Read, series: Series, today: date, language: str) -> AnalysisView:
    warn_of_personal_data(read, language)
    project, beside = read.context.project, series.of(read)
    analysis = analyse(read.assessment, read.framework, read.references(), project, today, beside)
    return analysis_view(analysis, None, language)
