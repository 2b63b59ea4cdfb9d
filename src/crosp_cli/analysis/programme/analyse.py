"""Everything that is known of a programme on a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from crosp_cli.analysis.programme.beside import Beside, beside
from crosp_cli.analysis.programme.coverage import Coverage, coverage
from crosp_cli.analysis.programme.follow_ups import FollowUpAt, ReportedOfCell, follow_ups, reported_by_cell
from crosp_cli.model.assessment import Assessment
from crosp_cli.model.framework import Framework
from crosp_cli.model.programme import Programme, ProgrammeQuestion
from crosp_cli.model.project import Project, limit_of

WITHIN = 60
"""How many days ahead count as soon, where nobody says otherwise."""


class Standing(Enum):
    """Whether a programme has begun and ended."""

    COMING = "coming"
    ONGOING = "ongoing"
    ENDED = "ended"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class ProgrammeAnalysis:
    """What is known of a programme on a day."""

    programme: Programme
    framework: Framework
    project: Project | None
    today: date
    within: int
    standing: Standing
    coverage: Coverage
    follow_ups: tuple[FollowUpAt, ...]
    cells: tuple[ReportedOfCell, ...]
    beside: tuple[Beside, ...] | None
    """By level; None where it was not asked for."""

    @property
    def questions(self) -> tuple[ProgrammeQuestion, ...]:
        """What one wants to know, each answer that is of a later day than the one asked about left out."""
        none = {"can_say": None, "cannot_say": None, "why": None}
        return tuple(
            one if one.date is None or one.date <= self.today else one.model_copy(update=none)
            for one in self.programme.questions
        )

    @property
    def smallest_group(self) -> int:
        """The fewest who may be shown on their own."""
        return limit_of(self.project)


def analyse_programme(
    programme: Programme,
    framework: Framework,
    project: Project | None,
    today: date,
    within: int,
    assessments: Sequence[Assessment] | None = None,
) -> ProgrammeAnalysis:
    """Return what is known of `programme`; with the project's `assessments`, units that took part beside the others.

    Raises:
        ValueError: that was asked for, and nobody says when the programme started, or there is no project.
    """
    limit = limit_of(project)
    found = follow_ups(programme, today, within, limit)
    side: tuple[Beside, ...] | None = None
    if assessments is not None:
        if project is None:
            raise ValueError("without a project nobody knows which units there are")
        side = beside(programme, assessments, project, framework, today)
    return ProgrammeAnalysis(
        programme,
        framework,
        project,
        today,
        within,
        _standing(programme, today),
        coverage(programme, today),
        found,
        reported_by_cell(found, framework, limit),
        side,
    )


def _standing(programme: Programme, today: date) -> Standing:
    if programme.start is None and programme.end is None:
        return Standing.UNDATED
    if programme.start is not None and programme.start > today:
        return Standing.COMING
    return Standing.ENDED if programme.end is not None and programme.end < today else Standing.ONGOING
