"""The registers of collaborations of a project, and the measures that point at what stands in them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from crosp_cli.model.assessment import Assessment, Cell, Collaboration, Measure
from crosp_cli.model.collaborations import Collaborations, RegisteredCollaboration
from crosp_cli.reading.documents.document import Document


@dataclass(frozen=True, slots=True)
class Registered:
    """A collaboration as it stands in a register, and the day on which that was last gone through."""

    collaboration: RegisteredCollaboration
    as_of: date
    path: str
    """The register's file."""


class FromRegister(Collaboration):
    """What a measure says of a collaboration by pointing at it; what it says itself stands before the register."""

    registered: Registered
    written: Collaboration
    """What it says itself."""

    def __repr_args__(self) -> Iterator[tuple[str, object]]:
        """Nothing of the register, which many measures may point at: measures are put in order by what they are."""
        yield "written", self.written


Registry = Mapping[str, Registered]
"""The collaborations of a project by their short names."""


def registry(documents: Iterable[Document[Collaborations]]) -> Registry:
    """Return every collaboration of these registers. Where two have the same short name, the first file's counts."""
    found: dict[str, Registered] = {}
    for document in sorted(documents, key=lambda one: one.path):
        for registered in registered_in(document):
            found.setdefault(registered.collaboration.id, registered)
    return found


def registered_in(document: Document[Collaborations]) -> list[Registered]:
    """Return what stands in one register; nothing where it has not the shape of one."""
    register = document.model
    return [Registered(one, register.date, document.path) for one in register.collaborations] if register else []


def points_at_register(assessment: Assessment) -> bool:
    """Whether a measure of it points at a register."""
    return any(
        measure.collaboration is not None and measure.collaboration.entry is not None
        for _place, cell in assessment.each_cell()
        for measure in cell.measures
    )


def with_registered(assessment: Assessment, known: Registry) -> Assessment:
    """Return `assessment` with the register's texts where its measures point at them."""
    cells = {
        principle: {area: _cell(cell, known) for area, cell in row.items()}
        for principle, row in assessment.cells.items()
    }
    return assessment.model_copy(update={"cells": cells})


def _cell(cell: Cell, known: Registry) -> Cell:
    return cell.model_copy(update={"measures": tuple(_measure(measure, known) for measure in cell.measures)})


def _measure(measure: Measure, known: Registry) -> Measure:
    written = measure.collaboration
    found = known.get(written.entry) if written and written.entry else None
    if written is None or found is None:
        return measure
    one = found.collaboration
    values = {
        "with_": tuple(partner.organisation for partner in one.with_),
        "purpose": one.purpose,
        "solves_at": one.solves_at,
        "conditions": one.conditions,
        "confidentiality": one.confidentiality,
        **{name: value for name, value in written if value},
    }
    return measure.model_copy(
        update={"collaboration": FromRegister.model_construct(**values, registered=found, written=written)}
    )


def registered_characters(assessment: Assessment) -> int:
    """Return how many characters registers add to an assessment, at each of its measures that points there."""
    pointing = (measure.collaboration for _place, cell in assessment.each_cell() for measure in cell.measures)
    known: dict[str, Mapping[str, int]] = {}
    found = 0
    for one in pointing:
        if isinstance(one, FromRegister):
            entry = one.registered.collaboration
            said = known[entry.id] = known.get(entry.id) or _said_of(entry)
            found += sum(many for name, many in said.items() if not getattr(one.written, name, None))
    return found


def _said_of(one: RegisteredCollaboration) -> Mapping[str, int]:
    """How many characters it says, by the key that a measure may say the same with."""
    conditions = one.conditions
    parts = (conditions.governance, conditions.structure, conditions.shared_understanding) if conditions else ()
    texts: Mapping[str, Iterable[str | None]] = {
        "with_": (partner.organisation for partner in one.with_),
        "purpose": (one.purpose,),
        "conditions": parts,
        "confidentiality": (one.confidentiality,),
        "title": (one.title, one.own_responsibility),
    }
    return {name: sum(len(text) for text in each if text) for name, each in texts.items()}
