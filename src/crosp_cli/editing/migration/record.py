"""What a migration does to a document: the record that the text is changed by and that the user is told from."""

from collections import Counter
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from crosp_cli.model.assessment import Place
from crosp_cli.model.migrations import NameKind
from crosp_cli.reading.yaml.tree import Steps


class Why(Enum):
    """Why something is kept aside and not carried."""

    NO_NAME = "no-name"
    """What it names has no counterpart in the newer version."""
    NO_STEP = "no-step"
    """The step has no counterpart on the newer scale."""
    STEPS_BECAME_ONE = "steps-became-one"
    """Carried, but its new step does not tell which it was."""
    GROUPS_BECAME_ONE = "groups-became-one"
    """Carried, but the new numbers do not tell which group they were of."""
    DIFFERENT = "different"
    """Two cells have become one, and do not agree on it."""
    NO_UNIT = "no-unit"
    """The level does not concern a unit any more."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A part that is kept, by the steps that led to it."""

    steps: Steps
    why: Why


@dataclass(frozen=True, slots=True)
class NewCell:
    """A cell of the new document, and the old ones it was made of, the first of which gives it its layout."""

    place: Place
    origins: tuple[Place, ...]
    content: Any
    made_anew: bool
    """Whether it has been put together of several, so that no old text can stand for it."""


@dataclass
class Outcome:
    """How a document changes. Steps lead to where things stand in the old document."""

    data: dict[str, Any] = field(default_factory=dict)
    """The whole new document."""
    values: dict[Steps, str | None] = field(default_factory=dict)
    """Values that are replaced where they stand; None leaves the place empty."""
    keys: dict[Steps, str] = field(default_factory=dict)
    """Keys that are renamed where they stand."""
    anew: dict[Steps, Any] = field(default_factory=dict)
    """Lists and mappings that are written anew where they stand."""
    rows: dict[str, str | None] = field(default_factory=dict)
    """Each old row, and what it is called now; None where it has no counterpart."""
    cells: list[NewCell] = field(default_factory=list)
    removed: list[Place] = field(default_factory=list)
    """The old cells that have no counterpart, in their order. Those with anything in them are kept whole."""
    kept: list[Kept] = field(default_factory=list)
    kept_data: dict[str, Any] = field(default_factory=dict)
    kept_under: str = ""
    renamed: Counter[tuple[NameKind, str, str]] = field(default_factory=Counter)
    """How often a name was replaced: kind, old, new."""
    stepped: Counter[tuple[int, int]] = field(default_factory=Counter)
    """How often a step was replaced by another one: old, new."""
    level_lost: bool = False
    """Whether the level has no counterpart, so that nothing can be done."""
