"""What `crosp analyse` shows, whatever the format: the assessments, and what was asked for beside them."""

from collections.abc import Sequence
from typing import NamedTuple

from crosp_cli.output.analysis.build import AnalysisView
from crosp_cli.output.analysis.explanation import Explanation, explanation
from crosp_cli.output.analysis.grouping import Grouped, GroupedBy, by_level, grouped
from crosp_cli.output.analysis.levels import LevelsView, levels


class AnalysisAnswer(NamedTuple):
    """Everything an answer holds."""

    reports: tuple[AnalysisView, ...]
    explanations: tuple[Explanation, ...]
    """One for each report, where they were asked for; else none."""
    by: GroupedBy | None
    """What the cells were to be grouped by."""
    grouped: tuple[Grouped, ...]
    """One for each report, or by level one for each occasion; none where nothing was asked for."""
    levels: LevelsView


def analysis_answer(reports: Sequence[AnalysisView], *, by: GroupedBy | None, explain: bool) -> AnalysisAnswer:
    """Return what to show of `reports`: grouped as `by` says, and why the other cells are not chosen."""
    across = levels(reports)
    return AnalysisAnswer(
        reports=tuple(reports),
        explanations=tuple(explanation(report) for report in reports) if explain else (),
        by=by,
        grouped=_grouped(reports, across, by),
        levels=across,
    )


def _grouped(reports: Sequence[AnalysisView], across: LevelsView, by: GroupedBy | None) -> tuple[Grouped, ...]:
    if by is None:
        return ()
    if by == "level":
        return tuple(by_level(together) for _occasion, together in across.occasions)
    return tuple(grouped(report, by) for report in reports)
