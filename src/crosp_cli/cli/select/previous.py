"""What is different since the occasion before: found where the project has one of the same unit and level."""

from collections.abc import Iterable

from crosp_cli.analysis.comparison.compare import change
from crosp_cli.checks.personal_data.names import tells
from crosp_cli.cli.select.personal_data import warn_of_personal_data
from crosp_cli.output.comparison.build import comparison
from crosp_cli.output.comparison.views import Comparison
from crosp_cli.reading.loaded import LoadedAssessment


def since(now: LoadedAssessment, siblings: Iterable[LoadedAssessment], language: str) -> Comparison | None:
    """Return what is different in `now` since the last earlier day, given its siblings.

    One that does not hold is passed over: a mistake in an older file is no hinder to reading a new one. None where
    there is no earlier one, or two on that day, since nobody can say which of them is meant; and without a crosp.yaml,
    where nobody can say that they belong together.
    """
    found = [one for one in siblings if one.holds and one.assessment.date < now.assessment.date]
    last = max((one.assessment.date for one in found), default=None)
    on_that_day = [one for one in found if one.assessment.date == last]
    if len(on_that_day) != 1 or now.home is None:
        return None
    [before] = on_that_day
    then = before.assessment
    shown = comparison(change(before, now, now.project), (), language)
    names = (then.occasion, then.framework, *(name for place, _cell in then.each_cell() for name in place))
    measures = (measure.what for each in shown.outcomes for measure in each.measures)  # in templates of people's own
    if any(map(tells, (*names, *measures))):
        warn_of_personal_data(before.path, before.text, language)  # no more of what it says is shown
    return shown
