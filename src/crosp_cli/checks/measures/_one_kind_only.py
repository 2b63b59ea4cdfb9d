"""Measures that are all of one kind, where the framework says that this kind should not stand alone."""

from collections.abc import Iterator, Sequence

from crosp_cli.checks.check import AssessmentScope, Hit
from crosp_cli.model.framework import Kind
from crosp_cli.reading.documents.names import title_of

FEWEST = 2
"""One measure says nothing of how a team works."""


def alone(subject: AssessmentScope, kinds: Sequence[Kind], field: str) -> Iterator[Hit]:
    """Point at the first measure if all that state their `field` state one that should not stand alone."""
    stated = [(steps, getattr(measure, field)) for steps, measure in subject.measures]
    stated = [(steps, value) for steps, value in stated if value is not None]
    for kind in kinds:
        if kind.not_alone and len(stated) >= FEWEST and {value for _, value in stated} == {kind.id}:
            yield Hit((*stated[0][0], field), {"count": len(stated), "kind": title_of(subject.framework, kind.title)})
