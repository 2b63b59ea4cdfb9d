"""What changed from older versions of a framework to this one: the file migrations.yaml, which a framework may have."""

from collections import Counter
from functools import cached_property
from typing import Literal, get_args

from pydantic import Field

from crosp_cli.model.fields import Items, Line, NewNames, Record, Whole, Words

NameKind = Literal["levels", "principles", "areas", "groups", "scopes", "orientations"]
KINDS: tuple[NameKind, ...] = get_args(NameKind)
"""What a framework may have renamed, merged or removed."""


class Migration(Record):
    """The changes from one older version to the version that the file stands beside.

    A name leads to the new one, or to nothing where there is no counterpart. What is not listed has kept its name.
    """

    from_: Line = Field(alias="from")
    """The older version, as assessments name it: ``inclusion-walk@1``."""
    note: Words | None = None
    levels: NewNames = Field(default_factory=dict)
    principles: NewNames = Field(default_factory=dict)
    areas: NewNames = Field(default_factory=dict)
    groups: NewNames = Field(default_factory=dict)
    scopes: NewNames = Field(default_factory=dict)
    orientations: NewNames = Field(default_factory=dict)
    scale: dict[Whole, Whole | None] | None = None
    """Old step to new step. A step that is not listed has no counterpart; without any, no rating can be carried."""

    def names(self, kind: NameKind) -> dict[str, str | None]:
        """The old and new names of one of `KINDS`."""
        found: dict[str, str | None] = getattr(self, kind)
        return found

    def step(self, old: int) -> int | None:
        """The step that has taken the place of `old`, or None."""
        return (self.scale or {}).get(old)

    @property
    def merges_steps(self) -> bool:
        """Whether several steps have become one."""
        return any(map(self.is_shared, self.scale or ()))

    def loses_steps(self, answered: set[int]) -> bool:
        """Whether a step has no counterpart: one that is listed, or one of those that were `answered`."""
        return any(self.step(old) is None for old in answered.union(self.scale or ()))

    def is_shared(self, old: int) -> bool:
        """Whether other steps have become the same as `old` has, so that the new one does not tell which it was."""
        new = self.step(old)
        return new is not None and self.old_steps[new] > 1

    @cached_property
    def old_steps(self) -> Counter[int | None]:
        """How many steps have become each."""
        return Counter((self.scale or {}).values())


class Migrations(Record):
    """The file migrations.yaml, `format: crosp-migrations/1`."""

    format: Literal["crosp-migrations/1"]
    entries: Items[Migration] = ()

    def since(self, name: str) -> Migration | None:
        """The changes since the version called `name`, or None where nobody has written them down."""
        return self._by_version.get(name)

    def of_level(self, old: str) -> Migration | None:
        """The newest changes that give a level another name, or None where no version has done that."""
        return self._by_level.get(old)

    @cached_property
    def _by_version(self) -> dict[str, Migration]:
        return {entry.from_: entry for entry in reversed(self.entries)}

    @cached_property
    def _by_level(self) -> dict[str, Migration]:
        return {old: entry for entry in self.entries for old, new in entry.levels.items() if new is not None}
