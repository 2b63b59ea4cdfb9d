"""A framework: its principles and areas, levels, scale and groups. Nothing here knows how many there are."""

from collections.abc import Iterator
from functools import cached_property
from typing import Literal

from pydantic import Field

from crosp_cli.limits import FRAMEWORK_ENTRIES
from crosp_cli.model.assessment import Place
from crosp_cli.model.fields import Day, Few, Filled, Line, Record, Slug, Table, Title, Whole, Words
from crosp_cli.model.guardians import ForGuardians
from crosp_cli.text.languages import Text


class Named(Record):
    """Anything with an identifier, a title and perhaps a description."""

    id: Slug
    title: Title
    description: Words | None = None
    source: Slug | None = None


class Publication(Record):
    """A source of the framework."""

    id: Slug
    title: Title
    publisher: str | None = None
    year: str | None = None
    isbn: str | None = None
    article: str | None = None
    url: str | None = None


class Statement(Record):
    """One statement of the vision."""

    id: Slug
    text: Words
    source: Slug | None = None


class Level(Named):
    """A level at which an assessment is made; it concerns the whole organiser or one unit."""

    concerns: Literal["organiser", "unit"]


class Step(Record):
    """One of the three steps in a cell."""

    id: Literal["current_state", "need", "measures"]
    title: Title
    description: Words | None = None
    source: Slug | None = None


class ScaleStep(Record):
    """A step on the rating scale. Steps are in order; the distance between them means nothing."""

    value: Whole
    label: Title
    description: Words | None = None


class Scale(Record):
    """The rating scale, lowest step first."""

    title: Title
    note: Words | None = None
    source: Slug | None = None
    steps: tuple[ScaleStep, ...] = Field(min_length=2, max_length=FRAMEWORK_ENTRIES)

    @property
    def values(self) -> tuple[int, ...]:
        """The steps' values in rising order."""
        return tuple(step.value for step in self.steps)

    def position(self, value: int) -> int:
        """How many steps lie below `value`."""
        return self.values.index(value)

    def gap(self, rating: int, target: int) -> int:
        """How many steps lie from `rating` to `target`; negative where the target is the lower."""
        return self.position(target) - self.position(rating)


class Arena(Named):
    """Where in the organisation work is done, and its task."""

    task: Words | None = None


class Group(Named):
    """A professional group, pupils or guardians."""

    arena: Slug | None = None
    expected_at: Few[Slug] = ()
    """The levels at which an assessment is not whole without them."""
    expected_in: Few[Slug] = ()
    """The school forms in which that is so; none named means all."""

    def is_expected(self, level: str, school_forms: tuple[str, ...]) -> bool:
        """Whether an assessment at this level, of a unit with these school forms (none known: any), needs them."""
        forms = not self.expected_in or not school_forms or not set(school_forms).isdisjoint(self.expected_in)
        return level in self.expected_at and forms


class Kind(Named):
    """A kind of measure, by orientation or by scope."""

    not_alone: Literal["true"] | None = None
    """Whether an assessment with nothing but this kind should be questioned."""


class Shift(Record):
    """A change of perspective that a reader may look for."""

    id: Slug
    from_: Words = Field(alias="from")
    to: Words
    question: Words | None = None
    """What to ask of a set of measures, so that a reader may see the shift there or miss it."""
    source: Slug | None = None


class Attachment(Record):
    """A reference that stands behind a principle or an area, and who put it there."""

    id: Slug
    attached_by: Literal["source", "crosp", "framework"] = "framework"
    note: Words | None = None


class Entry(Named):
    """A principle or an area."""

    short: Title | None = None
    aliases: dict[str, Few[Filled]] = Field(default_factory=dict)
    why: Words | None = None
    terms: Few[Slug] = ()
    references: Few[Attachment] = ()

    @property
    def label(self) -> Text:
        """The short title where there is one, for narrow places."""
        return self.short or self.title


class Axis(Record):
    """The rows or the columns of the matrix."""

    title: Title
    source: Slug | None = None
    entries: tuple[Entry, ...] = Field(min_length=1, max_length=FRAMEWORK_ENTRIES)


class CellName(Record):
    """A cell, by its row and its column."""

    principle: Slug
    area: Slug

    @property
    def place(self) -> Place:
        """The cell."""
        return Place(self.principle, self.area)


class FirstRound(Record):
    """The cells that a level does well to begin with, few enough for one meeting or two, and why these."""

    cells: tuple[CellName, ...] = Field(min_length=3, max_length=4)
    why: Words


class Head(Record):
    """The file framework.yaml, `format: crosp-framework/1`."""

    format: Literal["crosp-framework/1"]
    id: Slug
    version: Line
    languages: tuple[Slug, ...] = Field(min_length=1)
    title: Title
    credit: Words | None = None
    law_as_of: Day | None = None
    """The day the law sections in references.yaml were last compared with the law."""
    note: Words | None = None
    sources: Few[Publication] = ()
    vision: Few[Statement] = ()
    organiser_types: Few[Named] = ()
    school_forms: Few[Named] = ()
    levels: tuple[Level, ...] = Field(min_length=1, max_length=FRAMEWORK_ENTRIES)
    steps: tuple[Step, ...] = Field(min_length=3, max_length=3)
    scale: Scale
    first_round: Table[FirstRound] = Field(default_factory=dict)
    """What each level begins with; a level that is not named begins with every cell."""
    arenas: Few[Arena] = ()
    groups: Few[Group] = ()
    shifts: Few[Shift] = ()
    orientations: Few[Kind] = ()
    scopes: Few[Kind] = ()
    orientation_references: Few[Attachment] = ()
    """What is said of how measures should spread over orientations and scopes."""
    conditions: Few[Named] = ()
    for_guardians: ForGuardians | None = None


class Framework(Record):
    """A framework as read from its folder: what assessments are checked against."""

    head: Head
    principles: Axis
    areas: Axis

    @property
    def name(self) -> str:
        """What a document writes after `framework:`, such as ``spsm-crosp@2024``."""
        return f"{self.head.id}@{self.head.version}"

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Every cell of the matrix, row by row: the framework's order."""
        return tuple(Place(p.id, a.id) for p in self.principles.entries for a in self.areas.entries)

    def has(self, place: Place) -> bool:
        """Whether the matrix has the cell."""
        return place in self._places

    @cached_property
    def _places(self) -> frozenset[Place]:
        return frozenset(self.places)

    def principle(self, entry_id: str) -> Entry:
        """The principle with that id (KeyError if there is none)."""
        return _by_id(self.principles.entries, entry_id)

    def area(self, entry_id: str) -> Entry:
        """The area with that id (KeyError if there is none)."""
        return _by_id(self.areas.entries, entry_id)

    def level(self, level_id: str) -> Level | None:
        """The level with that id, or None."""
        return next((level for level in self.head.levels if level.id == level_id), None)

    def first_round(self, level_id: str) -> tuple[Place, ...]:
        """The cells that a level begins with, in the framework's order: all of them where nothing is said."""
        said = self.head.first_round.get(level_id)
        chosen = {cell.place for cell in said.cells} if said else set(self.places)
        return tuple(place for place in self.places if place in chosen)

    def ids(self, kind: str) -> tuple[str, ...]:
        """The short names of its principles, areas, levels, groups, scopes or orientations, in their order."""
        axis: Axis | None = {"principles": self.principles, "areas": self.areas}.get(kind)
        entries: tuple[Named, ...] = axis.entries if axis else getattr(self.head, kind)
        return tuple(entry.id for entry in entries)

    def cell_title(self, place: Place) -> Text:
        """A cell's name in each language: its row × its column, or one of them where there is no other."""
        return self._crossed(self.principle(place.principle).title, self.area(place.area).title)

    def cell_label(self, place: Place) -> Text:
        """The same with short titles, for narrow places."""
        return self._crossed(self.principle(place.principle).label, self.area(place.area).label)

    def _crossed(self, row: Text, column: Text) -> Text:
        if len(self.areas.entries) == 1:  # then it says nothing, and neither does a single row
            return row
        if len(self.principles.entries) == 1:
            return column
        return {language: f"{row[language]} × {column[language]}" for language in row if language in column}

    def title_of(self, kind: str, entry_id: str | None) -> Text:
        """The title of a group, scope, orientation, …; what the framework does not know is its own title."""
        entries: tuple[Named, ...] = getattr(self.head, kind)
        return next((e.title for e in entries if e.id == entry_id), {"en": entry_id or ""})

    def step_title(self, step_id: str) -> Text:
        """What the framework calls one of the three steps."""
        return next(step.title for step in self.head.steps if step.id == step_id)

    def __iter__(self) -> Iterator[Entry]:  # type: ignore[override]  # pydantic iterates over fields
        """Principles, then areas."""
        yield from self.principles.entries
        yield from self.areas.entries


def _by_id(entries: tuple[Entry, ...], entry_id: str) -> Entry:
    for entry in entries:
        if entry.id == entry_id:
            return entry
    raise KeyError(entry_id)
