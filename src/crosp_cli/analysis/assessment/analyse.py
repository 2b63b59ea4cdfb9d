"""The analysis of one assessment: everything a report or a screen shows, without a word of layout."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from crosp_cli.analysis.assessment.cells import CellResult, Setting, State, cell_results, setting_of
from crosp_cli.analysis.assessment.focus import Focus, focus, unplaced
from crosp_cli.analysis.assessment.measures import MeasureResult, measure_results
from crosp_cli.analysis.assessment.orientation import Said, Spread, said_of_orientation, spread
from crosp_cli.analysis.assessment.profiles import Profile, by_area, by_factor, by_principle
from crosp_cli.analysis.groups.agreement import agreement
from crosp_cli.analysis.groups.disclosure import disclosed, participants
from crosp_cli.model.assessment import Assessment
from crosp_cli.model.framework import Framework
from crosp_cli.model.guidance import References
from crosp_cli.model.project import Project
from crosp_cli.reading.loaded import Unread


class Analysis(NamedTuple):
    """What can be read out of one assessment. There is no total: ratings are ordinal and do not add up."""

    assessment: Assessment
    framework: Framework
    project: Project | None
    setting: Setting
    today: date
    participants: tuple[tuple[str, int | None], ...]
    """The groups that took part, and how many of each where that may be shown."""
    cells: tuple[CellResult, ...]
    principles: tuple[Profile, ...]
    areas: tuple[Profile, ...]
    factors: tuple[Profile, ...]
    """By success factor. A cell may stand under several of them, or under none."""
    focus: tuple[Focus, ...]
    unplaced: tuple[CellResult, ...]
    """The cells beside the focus where the law asks for something and the team has stated no priority."""
    measures: tuple[MeasureResult, ...]
    spread: Spread
    said: tuple[Said, ...]
    """What law and guidance say of how measures should spread."""

    @property
    def gaps(self) -> tuple[CellResult, ...]:
        """The cells whose target lies above their rating; larger gaps first, then in the framework's order."""
        return tuple(sorted((c for c in self.cells if (c.gap or 0) > 0), key=lambda cell: -(cell.gap or 0)))

    @property
    def needs_without_gap(self) -> tuple[CellResult, ...]:
        """The cells with a need in words but no rating and target to measure it by. It is still a need."""
        return tuple(c for c in self.cells if c.gap is None and c.cell is not None and c.cell.need.analysis)

    def count(self, state: State) -> int:
        """How many cells are in that state."""
        return sum(cell.state is state for cell in self.cells)


def analyse(
    assessment: Assessment,
    framework: Framework,
    references: References,
    project: Project | None,
    today: date,
    series: Iterable[Assessment | Unread],
) -> Analysis:
    """Return the analysis of `assessment`, which must fit `framework`.

    `series` is the others of the same unit and level: what they show of groups decides with what this one may.
    """
    setting = setting_of(assessment, project)
    known = references.by_id
    told = disclosed(assessment, framework, setting.smallest_group, series, setting.school_forms)
    agreements = {place: agreement(cell, framework.head.scale) for place, cell in told.items()}
    cells = cell_results(assessment, framework, references, setting, agreements)
    chosen = focus(cells)
    measures = measure_results(assessment, framework, today)
    return Analysis(
        assessment=assessment,
        framework=framework,
        project=project,
        setting=setting,
        today=today,
        participants=participants(assessment, setting.smallest_group),
        cells=cells,
        principles=by_principle(cells, framework),
        areas=by_area(cells, framework),
        factors=by_factor(cells, framework, references),
        focus=chosen,
        unplaced=unplaced(cells, chosen),
        measures=measures,
        spread=spread(measures, framework),
        said=said_of_orientation(framework, known, setting),
    )
