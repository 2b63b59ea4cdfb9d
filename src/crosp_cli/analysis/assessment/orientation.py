"""How the measures spread over orientations and over scopes. Counts only: which spread is right, no count can say."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from crosp_cli.analysis.assessment.cells import Setting
from crosp_cli.analysis.assessment.measures import MeasureResult
from crosp_cli.model.framework import Attachment, Framework, Kind
from crosp_cli.model.guidance import Reference


class Spread(NamedTuple):
    """How many measures are of each orientation and scope; None stands for one that was not stated."""

    orientations: tuple[str | None, ...]
    scopes: tuple[str | None, ...]
    counts: Mapping[tuple[str | None, str | None], int]
    """How many measures, by orientation and scope; a pair that is not there has none."""

    def number_of(self, orientation: str | None, scope: str | None) -> int:
        """How many measures are of that orientation and that scope."""
        return self.counts.get((orientation, scope), 0)

    @property
    def measures(self) -> int:
        """How many measures are counted."""
        return sum(self.counts.values())


class Said(NamedTuple):
    """What law or guidance says of how measures should spread, and whether it concerns those assessed here."""

    reference: Reference
    attachment: Attachment
    concerns: bool


def spread(measures: Iterable[MeasureResult], framework: Framework) -> Spread:
    """Return how `measures` spread. Those that were dropped are left out: nobody carries them out."""
    counts: dict[tuple[str | None, str | None], int] = {}
    for result in measures:
        if result.measure.status != "dropped":
            kind = (result.measure.orientation, result.measure.scope)
            counts[kind] = counts.get(kind, 0) + 1
    return Spread(
        orientations=_kinds(framework.head.orientations, {orientation for orientation, _ in counts}),
        scopes=_kinds(framework.head.scopes, {scope for _, scope in counts}),
        counts=counts,
    )


def said_of_orientation(
    framework: Framework, references: Mapping[str, Reference], setting: Setting
) -> tuple[Said, ...]:
    """Return what the framework's references say of orientation.

    At whichever level the duty lies, it concerns all who work here; the organiser's type and the school forms decide.
    """
    levels = [level.id for level in framework.head.levels]
    found = (
        (references[attachment.id], attachment)
        for attachment in framework.head.orientation_references
        if attachment.id in references
    )
    return tuple(
        Said(
            reference,
            attachment,
            any(reference.applies_to.includes(setting.organiser_type, setting.school_forms, level) for level in levels),
        )
        for reference, attachment in found
    )


def _kinds(known: tuple[Kind, ...], met: set[str | None]) -> tuple[str | None, ...]:
    """The framework's kinds, then others that a framework without kinds lets people write, then "not stated"."""
    names = [kind.id for kind in known]
    others = sorted(name for name in met if name is not None and name not in names)
    return (*names, *others, *([None] if None in met else []))
