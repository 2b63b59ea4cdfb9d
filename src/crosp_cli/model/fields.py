"""The kinds of value a field can hold, each read from the text a person wrote.

A file's scalars arrive as text or None. A field's kind decides what a text means, strictly: `yes` is no number and
`20261015` is no date, so that nothing is ever read as something other than what its writer saw.
"""

import re
from contextlib import suppress
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from crosp_cli.limits import DEFINITION_CHARACTERS, FRAMEWORK_ENTRIES, NAME_CHARACTERS

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LONGEST_SLUG = 64
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
DIGITS = re.compile(r"0|[1-9][0-9]{0,5}", re.ASCII)
BLANK = r" \t\n\r\u00a0\u00ad\u1680\u2000-\u200f\u2028\u2029\u202f\u205f-\u2064\u3000\ufeff"
"""What leaves a text empty to those who see it, as the inside of a pattern's brackets."""
_NOTHING = re.compile(f"[{BLANK}]*")
RESERVED = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")


class Record(BaseModel):
    """A part of a document: unchangeable, and without keys that nobody knows."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)


def _day(value: Any) -> Any:
    if value is None or isinstance(value, date):
        return value
    if isinstance(value, str) and (day := _date_of(value)):
        return day
    raise PydanticCustomError("crosp_date", "not a date")


@lru_cache(maxsize=512)
def _date_of(text: str) -> date | None:
    """The day that `text` names; a folder of assessments names the same days again and again."""
    if _DAY.fullmatch(text):
        with suppress(ValueError):
            return date.fromisoformat(text)
    return None


def _digits(value: Any) -> Any:
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    if isinstance(value, str) and (number := _number_of(value)) is not None:
        return number
    raise PydanticCustomError("crosp_number", "not a whole number")


@lru_cache(maxsize=512)
def _number_of(text: str) -> int | None:
    return int(text) if DIGITS.fullmatch(text) else None


def _seen(value: str) -> str:
    if not value[:1].isalnum() and _NOTHING.fullmatch(value):  # most texts begin with a letter
        raise PydanticCustomError("crosp_blank", "nothing to see")
    return value


def _blank_is_nothing(value: str | None) -> str | None:
    if value is not None and not value[:1].isalnum() and _NOTHING.fullmatch(value):
        return None
    return value


def _in_one_line(value: str) -> str:
    if len(value) > NAME_CHARACTERS:
        raise PydanticCustomError("crosp_long_name", "more than is said again and again")
    return " ".join(map(str.strip, value.strip().split("\n"))) if "\n" in value else value


def _said_again(value: str) -> str:
    if len(value) > DEFINITION_CHARACTERS:
        raise PydanticCustomError("crosp_long_definition", "more than is said again and again")
    return value


def _nothing_is_empty_list(value: Any) -> Any:
    return () if value is None else value


def _nothing_is_empty_mapping(value: Any) -> Any:
    return {} if value is None else value


def _fit_for_files(value: Any) -> Any:
    if isinstance(value, str) and RESERVED.fullmatch(value):
        raise PydanticCustomError("crosp_reserved", "reserved name")
    return value


Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=LONGEST_SLUG)]
"""A short name: a–z, 0–9 and single hyphens, at most 64 characters."""

FileSlug = Annotated[Slug, BeforeValidator(_fit_for_files)]
"""A short name that also names a folder or a file, on every operating system."""

Day = Annotated[date, BeforeValidator(_day)]
"""A date written as 2026-10-15."""

Whole = Annotated[int, BeforeValidator(_digits)]
"""A whole number from 0, in plain digits: no sign, no leading zero, at most six digits."""

Filled = Annotated[str, AfterValidator(_seen)]
"""A text that is there: more than spaces and what nobody sees."""

Line = Annotated[Filled, AfterValidator(_in_one_line)]
"""What something is called: one line, however it is written in the file."""

Said = Annotated[str | None, AfterValidator(_blank_is_nothing)]
"""A text that may be left out, and counts as left out where nobody can see anything in it."""

Explanation = Annotated[Filled, AfterValidator(_said_again)]
"""A text that is there, and is said again wherever something points at it."""

Repeated = Annotated[Annotated[str, AfterValidator(_said_again)] | None, AfterValidator(_blank_is_nothing)]
"""The same, and may be left out."""

Title = Annotated[dict[str, Line], Field(min_length=1)]
"""What something is called in the framework's languages."""

T = TypeVar("T")

Items = Annotated[tuple[T, ...], BeforeValidator(_nothing_is_empty_list)]
"""A list; left empty, it has no items."""

Words = Annotated[dict[str, Explanation], Field(min_length=1)]
"""One text in the framework's languages: each report, and each assessment in an answer, may say it again."""

Few = Annotated[Items[T], Field(max_length=FRAMEWORK_ENTRIES)]
"""A list whose every entry is held against, or said again beside, much of what an assessment says."""

Table = Annotated[dict[str, T], BeforeValidator(_nothing_is_empty_mapping)]
"""A mapping whose keys the framework decides; left empty, it has none."""

NewNames = Annotated[dict[Slug, Slug | None], BeforeValidator(_nothing_is_empty_mapping)]
"""Old short names, and for each the new one or nothing; left empty, it has none."""
