"""From paths to analyses put into words."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from crosp_cli.analysis.assessment.analyse import analyse
from crosp_cli.cli.console import again
from crosp_cli.cli.select.cells import refuse_too_many
from crosp_cli.cli.select.day_to_come import tell_of_days_to_come
from crosp_cli.cli.select.load import load_assessments
from crosp_cli.cli.select.newest import newest
from crosp_cli.cli.select.only import Only
from crosp_cli.cli.select.personal_data import warn_of_personal_data
from crosp_cli.cli.select.siblings import Siblings
from crosp_cli.model.guidance import References
from crosp_cli.output.analysis.build import AnalysisView, analysis_view
from crosp_cli.reading.discovery import shown
from crosp_cli.reading.loaded import LoadedAssessment
from crosp_cli.text.translation import translation


def reports(paths: Sequence[Path], only: Only, today: date, language: str, form: str) -> list[AnalysisView]:
    """Return the analysis of every named assessment, and in folders of the newest of each unit and level.

    Raises:
        CannotError: there is no assessment, or none of the unit and level that were asked for, or more than there is
            room for.
        typer.Exit: a document does not pass reading and shape; its findings have been shown.
    """
    found = load_assessments(paths, language, form=form)
    latest = newest(found)
    tell_of_days_to_come(latest, today, language)
    chosen = {one.path for one in latest} | {shown(path) for path in paths if not path.is_dir()}
    siblings = Siblings(found)
    asked = [one for one in only.of(found, language) if one.path in chosen]
    refuse_too_many(asked, language)
    return [_report(one, siblings, today, language) for one in asked]


def _report(one: LoadedAssessment, siblings: Siblings, today: date, language: str) -> AnalysisView:
    warn_of_personal_data(one.path, one.text, language)
    references = one.context.references() or References()
    series = siblings.series(one, language)  # read only if the analysis asks for them
    return analysis_view(analyse(one.assessment, one.framework, references, one.project, today, series), None, language)


def next_steps(paths: Sequence[Path], only: Only, shown: int, language: str) -> tuple[tuple[str, str], ...]:
    """Return the commands that one would go on with after `shown` assessments, and what each shows."""
    _ = translation(language).gettext
    every = () if shown == 1 else ("--all", "-o", Path(_("reports")))
    report = again("render", *paths, *only.words(), *every), _("A report to talk about:")
    return (
        (again("analyse", *paths, *only.words(), "--full"), _("Everything:")),
        (again("follow-up", *paths, *only.words()), _("What to do, and when:")),
        *([report] if len(paths) <= 1 else []),  # it is asked for of one path at a time
    )
