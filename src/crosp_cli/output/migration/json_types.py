"""The shape of `crosp migrate --format json`, declared once: the writer is checked against it, the schema made of it.

What each part and key means stands in templates/schema/migration.yaml. A key is always there; what does not apply is
null or empty. New keys may come within crosp-migration/1, and no key changes its meaning.
"""

from typing import Literal, TypedDict

from crosp_cli.model.migrations import NameKind
from crosp_cli.output.json_types import CellName, Count, Id, Step


class RenamedEntry(TypedDict):
    """A name that is replaced."""

    kind: NameKind
    old: Id
    new: Id
    count: Count


class ReplacedStep(TypedDict):
    """A step that is replaced."""

    old: Step
    new: Step
    count: Count


# `from` is a word of Python's own, so this one cannot be written as a class.
MergedCells = TypedDict("MergedCells", {"into": CellName, "from": list[CellName]})
"""Several cells that become one."""


class KeptPart(TypedDict):
    """Something that is kept aside."""

    at: list[str | Count]
    line: Count
    reason: Literal["no-name", "no-step", "steps-became-one", "groups-became-one", "different", "no-unit"]


class CellAsWritten(TypedDict):
    """A cell by the names that stand in the file."""

    principle: str
    area: str


class MigratedFile(TypedDict):
    """What becomes of a file."""

    path: str
    before: str
    after: str
    status: Literal["changes", "unchanged", "stays"]
    problem: Literal["unreadable", "no-way", "level-lost", "does-not-fit", "not-safe", "changed-meanwhile"] | None
    why: str | None
    look_at: list[str]
    renamed: list[RenamedEntry]
    steps: list[ReplacedStep]
    merged: list[MergedCells]
    kept: list[KeptPart]
    kept_for_comments: list[CellAsWritten]


class MigrationDocument(TypedDict):
    """What `crosp migrate --format json` writes. Every key is always there; what does not apply is null or empty."""

    format: Literal["crosp-migration/1"]
    written: bool
    files: list[MigratedFile]
