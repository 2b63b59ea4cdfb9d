"""Each cell of the matrix as an assessment left it: assessed or not, how far to the target, what binds here."""

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from crosp_cli.analysis.groups.agreement import Agreement
from crosp_cli.model.assessment import Assessment, Cell, Place
from crosp_cli.model.framework import Framework, Scale
from crosp_cli.model.guidance import Reference, References
from crosp_cli.model.project import Project, limit_of
from crosp_cli.text.languages import Text


class State(Enum):
    """How much is known of a cell. Not assessed is an answer; it is never a number."""

    RATED = "rated"
    DESCRIBED = "described"
    """Something is written, without a rating."""
    NOT_ASSESSED = "not-assessed"
    NOT_APPLICABLE = "not-applicable"
    OUTSIDE = "outside"
    """The occasion is not about it: the cell does not stand among the assessment's `cells`."""


class Behind(NamedTuple):
    """A law, success factor or convention behind a cell."""

    reference: Reference
    why: Text | None
    """What it says of this very cell; None where it is background."""

    @property
    def is_duty(self) -> bool:
        """Whether it is a legal duty that speaks of this very cell."""
        return self.why is not None and self.reference.is_duty


class CellResult(NamedTuple):
    """One cell of the matrix, in the framework's order."""

    place: Place
    state: State
    cell: Cell | None
    """What the document says; None where it says nothing of this cell."""
    rating: int | None
    target: int | None
    gap: int | None
    """Steps from rating to target; None unless both stand."""
    behind: tuple[Behind, ...]
    """What concerns this organiser, school form and level: first what speaks of the very cell, then the background."""
    lowest_steps: bool
    """Whether the rating is one of the scale's two lowest steps."""
    agreement: Agreement | None
    """How the groups see the cell, as far as that may be shown; None where no group has answered."""
    untouched: bool
    """Whether something was carried over from last time and nothing has happened to it since."""

    @property
    def groups_differ(self) -> bool:
        """Whether groups that may be shown see the cell differently."""
        return self.agreement is not None and bool(self.agreement.differ)

    @property
    def carried_over_from(self) -> str | None:
        """The occasion that the need was carried over from, if it was."""
        return self.cell.need.carried_over_from if self.cell else None

    @property
    def duties(self) -> tuple[Reference, ...]:
        """The legal duties that speak of this very cell."""
        return tuple(behind.reference for behind in self.behind if behind.is_duty)

    @property
    def asks(self) -> bool:
        """Whether the law asks for something in this very cell, and it is at one of the two lowest steps."""
        return self.lowest_steps and bool(self.duties)


class Setting(NamedTuple):
    """Who an assessment concerns, as far as the law is concerned."""

    organiser_type: str | None
    school_forms: tuple[str, ...]
    level: str
    smallest_group: int = limit_of(None)


def setting_of(assessment: Assessment, project: Project | None) -> Setting:
    """Return whom `assessment` concerns. At the organiser's level, the organiser has every unit's school forms."""
    if project is None:
        return Setting(None, (), assessment.level)
    forms = project.school_forms_of(assessment.unit)
    return Setting(project.organiser.type, forms, assessment.level, limit_of(project))


def cell_results(
    assessment: Assessment,
    framework: Framework,
    references: References,
    setting: Setting,
    agreements: Mapping[Place, Agreement],
) -> tuple[CellResult, ...]:
    """Return every cell of the framework's matrix as `assessment` left it."""
    concern, tied = references.concerning(setting.organiser_type, setting.school_forms, setting.level)
    return tuple(
        _result(
            place,
            assessment.cell(place),
            framework.head.scale,
            _behind(place, framework, concern, tied.get(place, {})),
            agreements.get(place),
        )
        for place in framework.places
    )


def _result(
    place: Place, cell: Cell | None, scale: Scale, behind: tuple[Behind, ...], agreement: Agreement | None
) -> CellResult:
    rating = cell.current_state.rating if cell else None
    target = cell.need.target if cell else None
    return CellResult(
        place=place,
        state=state_of(cell),
        cell=cell,
        rating=rating,
        target=target,
        gap=scale.gap(rating, target) if rating is not None and target is not None else None,
        behind=behind,
        lowest_steps=rating is not None and scale.position(rating) < 2,
        agreement=agreement,
        untouched=cell is not None and _untouched(cell),
    )


def state_of(cell: Cell | None) -> State:
    """Return how much is known of a cell; None stands for one that the document does not have."""
    if cell is None:
        return State.OUTSIDE
    if not cell.is_answered:
        return State.NOT_ASSESSED
    if cell.not_applicable:
        return State.NOT_APPLICABLE
    return State.RATED if cell.current_state.rating is not None else State.DESCRIBED


def _untouched(cell: Cell) -> bool:
    if any(
        measure.carried_over_from
        and measure.status == "planned"
        and not any(follow_up.result for follow_up in measure.follow_ups)
        for measure in cell.measures
    ):
        return True
    return bool(cell.need.carried_over_from) and not cell.need.analysis and not cell.measures


def _behind(
    place: Place, framework: Framework, concern: Mapping[str, Reference], tied: Mapping[str, Text]
) -> tuple[Behind, ...]:
    """What speaks of the cell itself, then what stands behind its principle and area, each once."""
    attached = (*framework.principle(place.principle).references, *framework.area(place.area).references)
    names = dict.fromkeys((*tied, *(attachment.id for attachment in attached)))
    return tuple(Behind(concern[name], tied.get(name)) for name in names if name in concern)
