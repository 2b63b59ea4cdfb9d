"""What is said where the newest assessment is dated after today: with a mistyped year it would hide the others."""

from collections.abc import Iterable
from datetime import date

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli.console import print_message
from crosp_cli.reading.loaded import LoadedAssessment
from crosp_cli.text.translation import translation


def tell_of_days_to_come(newest: Iterable[LoadedAssessment], today: date, language: str) -> None:
    """Say on standard error which of the newest assessments have a day that has not been yet."""
    for one in newest:
        if one.assessment.date > today:
            text = translation(language).gettext(
                "{path} is dated {day}, after today, and counts as the newest. If the year is mistyped, correct it."
            )
            print_message(text.format(path=shown_name(one.path), day=one.assessment.date))
