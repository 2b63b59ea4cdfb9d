"""Reports on assessments; what they share is read once."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from crosp_cli.analysis.assessment.analyse import analyse
from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.select.personal_data import warn_of_personal_data
from crosp_cli.cli.select.previous import since
from crosp_cli.cli.select.siblings import Siblings
from crosp_cli.limits import REGISTERED_CHARACTERS
from crosp_cli.model.guidance import Guidance, References
from crosp_cli.output.analysis.build import AnalysisView, analysis_view
from crosp_cli.reading.loaded import LoadedAssessment
from crosp_cli.reading.registers import registered_characters
from crosp_cli.reading.workspace import Context
from crosp_cli.text.counts import grouped
from crosp_cli.text.translation import translation


class Reports:
    """Makes reports, and reads the questions and references of each project's framework once."""

    def __init__(self, siblings: Siblings, today: date, named_day: date | None, language: str) -> None:
        """`named_day` is the day that was asked for, if any was."""
        self.siblings = siblings
        self.today = today
        self.named_day = named_day
        self.language = language
        self._guidance: dict[Path | None, tuple[Guidance | None, References]] = {}

    def on(self, one: LoadedAssessment) -> AnalysisView:
        """Return the report on an assessment, and warn if it seems to hold personal data."""
        warn_of_personal_data(one.path, one.text, self.language)
        guidance, references = self._of(one.context)
        series = self.siblings.series(one, self.language)
        analysis = analyse(one.assessment, one.framework, references, one.project, self.today, series)
        return analysis_view(
            analysis, guidance, self.language, since(one, self.siblings.of(one), self.language), self.named_day
        )

    def _of(self, context: Context) -> tuple[Guidance | None, References]:
        if context.file not in self._guidance:
            guidance = context.guidance()
            references = guidance.references if guidance else context.references()
            self._guidance[context.file] = guidance, references or References()
        return self._guidance[context.file]


def reports_on(
    given: Sequence[LoadedAssessment], today: date, named_day: date | None, language: str
) -> list[AnalysisView]:
    """Return the report on each of the assessments.

    Raises:
        CannotError: registers say more at the measures of one than a report has room for.
    """
    for one in given:
        if text := too_much(one, language):
            raise CannotError(text)
    reports = Reports(Siblings(given), today, named_day, language)
    return [reports.on(one) for one in given]


def too_much(one: LoadedAssessment, language: str) -> str | None:
    """Return what to say where registers say more at the measures of an assessment than a report has room for."""
    if registered_characters(one.assessment) <= REGISTERED_CHARACTERS:
        return None
    text = translation(language).gettext(
        "What registers say of the collaborations in {path} takes more than {most} characters in a report, where it is "
        "said at each measure that points there. Shorten it."
    )
    return text.format(path=shown_name(one.path), most=grouped(REGISTERED_CHARACTERS, language))
