"""The views of a report as plain values: texts, numbers, lists and tables, and no objects that can do anything.

A person's own template sees these and nothing else. What is held back from a report's reader (the answers of small
groups, say) is not among them: of what was read, only the parts named here go along.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from crosp_cli.analysis.assessment.analyse import Analysis
from crosp_cli.analysis.assessment.cells import CellResult
from crosp_cli.analysis.assessment.measures import MeasureResult
from crosp_cli.analysis.comparison.compare import CellChange
from crosp_cli.model.assessment import Assessment, FollowUp, Measure, Place
from crosp_cli.output.analysis.orientation import SaidView, said_in_words
from crosp_cli.output.comparison.views import Comparison
from crosp_cli.output.comparison.wording import before_and_now
from crosp_cli.output.view import VIEWS
from crosp_cli.text.phrase import Phrase

PARTS: Mapping[type, tuple[str, ...]] = {
    Analysis: ("assessment", "today"),
    Assessment: ("framework", "unit", "level", "occasion", "date"),
    CellChange: ("old_state", "new_state"),
    CellResult: ("place", "carried_over_from"),
    Comparison: (
        "language", "unit", "level", "old", "new", "scale", "rows", "columns", "rows_title", "stuck", "cells",
        "outcomes", "not_compared",
    ),
    FollowUp: ("date",),
    MeasureResult: ("place", "measure", "overdue", "next_follow_up", "is_follow_up_overdue"),
    Place: Place._fields,
    Phrase: ("text", "language"),
    Measure: ("id", "start", "due", "status", "carried_over_from", "is_finished"),
}  # fmt: skip
"""What goes along of what was read and analysed."""

Plain = str | int | None | list[Any] | dict[str, Any]


def plain(value: Any, language: str) -> Plain:
    """Return `value` as texts, whole numbers, truth values, None, lists and tables with texts as keys.

    A date becomes the text 2026-10-15; a text with its language becomes `{"text": …, "language": …}`.

    Raises:
        TypeError: it holds something that nobody has decided whether a template may see.
    """
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return {"value": str(value.value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item, language) for key, item in value.items()}
    told = _TOLD.get(type(value))
    if told is not None:
        return {"words": told(value, language), **_of(value, _names(value), language)}
    names = _names(value)
    if names:
        return _of(value, names, language)
    if isinstance(value, tuple | list) and not hasattr(value, "_fields"):
        return [plain(item, language) for item in value]
    raise TypeError(f"a template may not be given a {type(value).__name__}")


_TOLD: Mapping[type, Callable[[Any, str], str]] = {CellChange: before_and_now, SaidView: said_in_words}
"""What the built-in templates have a filter for that tells it in words."""


def _names(value: Any) -> tuple[str, ...]:
    """The names of the parts of `value` that go along; none for what has no named parts."""
    cls: type = type(value)
    if cls in PARTS:
        return PARTS[cls]
    if cls not in VIEWS:
        return ()  # what was read and analysed goes along only where PARTS says so
    if is_dataclass(value):
        return (*(part.name for part in fields(value)), *_derived(cls))
    if isinstance(value, tuple):
        return (*getattr(value, "_fields", ()), *_derived(cls))
    return ()


@cache
def _derived(cls: type) -> tuple[str, ...]:
    """The texts and truth values that a view makes of its parts."""
    made = {name: part.fget for name, part in vars(cls).items() if isinstance(part, property)}
    return tuple(name for name, get in made.items() if get and get.__annotations__.get("return") in (str, bool))


def _of(value: Any, names: tuple[str, ...], language: str) -> dict[str, Plain]:
    return {name: plain(getattr(value, name), language) for name in names}
