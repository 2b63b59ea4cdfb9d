"""What `crosp analyse` shows, whatever the format: the assessments, and what was asked for beside them."""

from collections.abc import Sequence
from typing import NamedTuple

from crosp_cli.output.analysis.build import Report
from crosp_cli.output.analysis.explanation import Explanation, explanation
from crosp_cli.output.analysis.grouping import Grouped, Kind, by_level, grouped
from crosp_cli.output.analysis.levels import LevelsView, levels


class Shown(NamedTuple):
    """Everything an answer holds."""

    reports: tuple[Report, ...]
    explanations: tuple[Explanation, ...]
    """One for each report, where they were asked for; else none."""
    by: Kind | None
    """What the cells were to be grouped by."""
    grouped: tuple[Grouped, ...]
    """One for each report, or by level one for each occasion; none where nothing was asked for."""
    levels: LevelsView


def shown(reports: Sequence[Report], *, by: Kind | None, explain: bool) -> Shown:
    """Return what to show of `reports`: grouped `by` one of `grouping.Kind`, and why the other cells are not chosen."""
    across = levels(reports)
    return Shown(
        reports=tuple(reports),
        explanations=tuple(explanation(report) for report in reports) if explain else (),
        by=by,
        grouped=_grouped(reports, across, by),
        levels=across,
    )


def _grouped(reports: Sequence[Report], across: LevelsView, by: Kind | None) -> tuple[Grouped, ...]:
    if by is None:
        return ()
    if by == "level":
        return tuple(by_level(together) for _occasion, together in across.occasions)
    return tuple(grouped(report, by) for report in reports)
