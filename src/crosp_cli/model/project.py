"""A project: who the school or organiser is, which framework it uses, and how its files are checked."""

import re
from collections.abc import Mapping
from fnmatch import translate
from functools import cached_property
from typing import Annotated, Any, Literal
from unicodedata import normalize

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from crosp_cli.limits import DIFFERENT_FORMS, IGNORED_CHARACTERS, MONTHS
from crosp_cli.model.fields import Explanation, FileSlug, Filled, Items, Line, Record, Slug, Whole
from crosp_cli.model.framework import Level
from crosp_cli.text.languages import LANGUAGES, TAG

FORMAT = "crosp-project/1"

Asked = frozenset[frozenset[str]]
"""The school forms of each of those who are asked something; none where it is not known who they are."""


class Organiser(Record):
    """The school organiser (huvudman)."""

    id: FileSlug
    name: Line
    type: Slug


class Unit(Record):
    """A preschool or school unit."""

    id: FileSlug
    name: Line
    school_forms: Items[Slug] = ()
    contact: Explanation | None = None
    """Whom guardians may ask: a role and how to reach it."""
    next_meeting: Explanation | None = None
    """When and where guardians and the unit next talk about how it develops."""


RuleCode = Annotated[str, Field(pattern=r"^CR(?:[2-9]|1[0-9])[0-9]{2}$")]
"""A check's code. Reading and shape, CR0xx and CR1xx, cannot be turned off."""


SeverityWord = Literal["error", "warning", "note"]


class IgnoreIn(Record):
    """Checks that are left out for some files only."""

    paths: tuple[Filled, ...] = Field(min_length=1)
    """Patterns such as `assessments/old`, relative to crosp.yaml; `*` stands for anything, `/` included.

    One for a folder is for all that lies in it.
    """
    codes: tuple[RuleCode, ...] = Field(min_length=1)

    @cached_property
    def every_path(self) -> re.Pattern[str]:
        """All of the patterns as one, so that a file costs the same however many there are of them."""
        each = [pattern for path in self.paths for pattern in (path, f"{path.rstrip('/')}/*")]
        return re.compile("|".join(_pattern(normalize("NFC", pattern)) for pattern in each))

    @cached_property
    def every_code(self) -> frozenset[str]:
        """The codes, each once."""
        return frozenset(self.codes)


def _pattern(path: str) -> str:
    """The pattern as a regular expression; a bracket that nothing closes is looked for as it stands, and at once."""
    closed, bracket, rest = path.rpartition("]")
    return translate(closed + bracket + rest.replace("[", "\0")).replace("\0", r"\[")


def _few(ignored: tuple[IgnoreIn, ...]) -> tuple[IgnoreIn, ...]:
    if sum(len(path) for part in ignored for path in part.paths) > IGNORED_CHARACTERS:
        raise PydanticCustomError("crosp_long_patterns", "more than each file can be held against")
    return ignored


class Checks(Record):
    """Which checks are left out, how serious they are here, and from which severity `crosp validate` fails."""

    ignore: Items[RuleCode] = ()
    ignore_in: Annotated[Items[IgnoreIn], AfterValidator(_few)] = ()
    severity: dict[RuleCode, SeverityWord] = Field(default_factory=dict)
    fail_on: SeverityWord = "error"

    @cached_property
    def ignored(self) -> frozenset[str]:
        """The codes that are left out everywhere, each once."""
        return frozenset(self.ignore)


class Privacy(Record):
    """How small a group may be and still be shown on its own."""

    smallest_group: Whole = 5


def limit_of(project: "Project | None") -> int:
    """Return the fewest who may be shown on their own in a project, or where there is none."""
    return (project.privacy if project else Privacy()).smallest_group


class ExpectedFollowUps(Record):
    """When the follow-ups of a measure are expected."""

    expected_after_months: tuple[Whole, ...] = Field(default=(0, 6), max_length=MONTHS)
    """How many months after the measure's due date; 0 is the due date itself. None at all where it is empty."""


def _as_usual(tag: str) -> str:
    own, dash, more = tag.partition("-")
    return own.lower() + dash + more


def _nothing_is_default(value: Any) -> Any:
    return {} if value is None else value


class Project(Record):
    """A whole document with `format: crosp-project/1`."""

    format: Literal["crosp-project/1"]
    framework: Filled
    language: Annotated[str, Field(pattern=TAG), AfterValidator(_as_usual)] = LANGUAGES[0]
    """The language that people write in; crosp answers in it where it speaks it."""
    organiser: Organiser
    units: Items[Unit] = ()
    checks: Annotated[Checks, BeforeValidator(_nothing_is_default)] = Checks.model_construct(
        ignore=(), ignore_in=(), severity={}
    )
    privacy: Annotated[Privacy, BeforeValidator(_nothing_is_default)] = Privacy.model_construct()
    follow_up: Annotated[ExpectedFollowUps, BeforeValidator(_nothing_is_default)] = ExpectedFollowUps.model_construct()

    @cached_property
    def units_by_id(self) -> Mapping[str, Unit]:
        """The units by their ids; of two with one, the first."""
        return {unit.id: unit for unit in reversed(self.units)}

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """Where each unit stands in the register."""
        return {unit_id: number for number, unit_id in enumerate(dict.fromkeys(unit.id for unit in self.units))}

    def unit(self, unit_id: str | None) -> Unit | None:
        """The unit with that id, or None."""
        return self.units_by_id.get(unit_id or "")

    def school_forms_of(self, unit_id: str | None) -> tuple[str, ...]:
        """The school forms of a unit, each once; without a unit, those of all of them."""
        if unit_id is None:
            return self._every_form
        one = self.unit(unit_id)
        return tuple(dict.fromkeys(one.school_forms)) if one else ()

    @cached_property
    def _every_form(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(form for unit in self.units for form in unit.school_forms))

    def asked_at(self, level: Level) -> Asked:
        """The school forms of those who make assessments at a level: of each unit, or of all of them together."""
        return self._asked[level.concerns == "unit"]

    @cached_property
    def _asked(self) -> tuple[Asked, Asked]:
        """The school forms of all units together, and each set of them that a unit has."""
        together = {frozenset(self._every_form)} if self.units else ()
        each = {frozenset(unit.school_forms) for unit in self.units}
        return frozenset(together), frozenset(each if len(each) <= DIFFERENT_FORMS else ())

    def name_of(self, unit_id: str | None) -> str:
        """What to call a unit in a text; without a unit, the organiser."""
        if unit_id is None:
            return self.organiser.name
        unit = self.unit(unit_id)
        return unit.name if unit else unit_id
