"""What a check of a register of collaborations is given."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from crosp_cli.checks.check import DocumentScope, Hit
from crosp_cli.model.collaborations import Collaborations, RegisteredCollaboration


@dataclass(frozen=True)
class CollaborationsScope(DocumentScope[Collaborations]):
    """One register of collaborations, and the project it belongs to."""

    of = Collaborations


Find: TypeAlias = Callable[[CollaborationsScope], Iterator[Hit]]


def each_without(says: Callable[[RegisteredCollaboration], object]) -> Find:
    """Return what points at the title of each collaboration that does not say something."""

    def find(subject: CollaborationsScope) -> Iterator[Hit]:
        for number, one in enumerate(subject.model.collaborations):
            said = says(one)
            if not (said.strip() if isinstance(said, str) else said):
                yield Hit(("collaborations", number, "title"))

    return find
