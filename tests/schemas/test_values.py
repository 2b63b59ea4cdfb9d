"""Schema and crosp on one value after the other at each key: the same verdict, or the schema is the stricter."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from crosp_cli.limits import FRAMEWORK_ENTRIES

from .changes import FOR_WHOLES, TRICKY, Steps, changed, parts, replaced, shortened
from .documents import shown
from .editor import as_an_editor_reads, spellings
from .verdicts import DOCUMENTS, FILES, FULL, FULL_IN, accepts, refusals, validator

EVERY_VALUE = settings.get_current_profile_name() == "every"
"""Otherwise each key is tried with every third value, and each value at every third key."""


@pytest.mark.breadth
@pytest.mark.parametrize("kind", DOCUMENTS)
def test_of_each_value_at_each_key(kind: str) -> None:
    data, folder = shortened(as_an_editor_reads(FULL[kind].read_text("utf-8"))), FULL_IN[kind]
    assert validator(kind, folder).is_valid(data)
    around = {step: _least_around(step, data, kind, folder) for step in data}
    places = {_key(kind, steps): (steps, old) for steps, old in parts(data)}  # each key once
    differ = [
        shown(f"{steps} {value!r}: the schema {'accepts' if holds else 'refuses'}, crosp: {said}", 300)
        for row, (steps, old) in enumerate(places.values())
        for column, value in enumerate(FOR_WHOLES if isinstance(old, dict | list) else TRICKY)
        if EVERY_VALUE or (row + column) % 3 == 0
        for holds, said in [_verdicts(kind, replaced(around[steps[0]], steps, value), folder)]
        if holds is bool(said) and (holds or not _stricter(kind, steps, value))
    ]
    assert not differ, "\n".join(differ[:20])


def _least_around(step: str, data: dict[str, Any], kind: str, folder: Path) -> dict[str, Any]:
    """The part of a document at `step` and what must stand beside it: less to read for each of thousands of values."""
    for other in [key for key in data if key != step]:
        less = {key: part for key, part in data.items() if key != other}
        if _verdicts(kind, less, folder) == (True, []):
            data = less
    return data


def _verdicts(kind: str, data: Any, folder: Path) -> tuple[bool, list[str]]:
    """Whether the schema accepts `data`, and what crosp says of it as JSON, else as YAML."""
    holds = accepts(kind, folder)(data)
    said = refusals(kind, json.dumps(data, ensure_ascii=False), folder)
    return holds, said or (refusals(kind, next(spellings(data)), folder) if holds else [])


@pytest.mark.breadth
@pytest.mark.parametrize("kind", DOCUMENTS)
def test_of_what_may_be_left_out_and_what_may_be_added(kind: str) -> None:
    data, folder = shortened(as_an_editor_reads(FULL[kind].read_text("utf-8"))), FULL_IN[kind]
    places = {_key(kind, steps): steps for steps, _old in parts(data) if isinstance(steps[-1], str)}
    differ = [
        shown(f"{steps} {what}: the schema {'accepts' if holds else 'refuses'}, crosp: {said}", 300)
        for steps in places.values()
        for what, change in _CHANGES.items()
        for holds, said in [_verdicts(kind, changed(data, steps, change), folder)]
        if holds is bool(said) and (holds or what == "more" or not _is_language(kind, steps[-1]))
    ]
    assert not differ, "\n".join(differ[:20])


_CHANGES: dict[str, Callable[[Any, Any], None]] = {
    "less": lambda part, step: part.__delitem__(step),
    "more": lambda part, step: part.update({f"{step}x": "x"}),
}


@pytest.mark.parametrize(
    ("cell", "right"),
    [
        ({"not_applicable": "x"}, True),
        ({"not_applicable": "x", "need": None}, False),
        ({"not_applicable": None, "need": None}, True),
        ({"not_applicable": None}, True),
        (None, True),
    ],
)
def test_of_a_cell_that_does_not_apply(cell: Any, *, right: bool) -> None:
    data = as_an_editor_reads(FULL["assessment"].read_text("utf-8"))
    data["cells"] = {"follow-up": {"quality": cell}}
    assert validator("assessment").is_valid(data) is right
    assert {not refusals("assessment", text) for text in spellings(data)} == {right}


@pytest.mark.parametrize(("more", "right"), [(0, True), (1, False)])
def test_of_how_many_forms_a_term_has(*, more: int, right: bool) -> None:
    data = as_an_editor_reads(FULL["glossary"].read_text("utf-8"))
    data["entries"] = [{**data["entries"][0], "forms": {"sv": ["hindren"] * (FRAMEWORK_ENTRIES + more)}}]
    assert validator("glossary").is_valid(data) is right
    assert {not refusals("glossary", text) for text in spellings(data)} == {right}


def _key(kind: str, steps: Steps) -> Any:
    """What makes a place differ from others: its key and what it stands in, or only its key if that is a language."""
    keys = ["-" if isinstance(step, int) else step for step in steps]
    return tuple(keys[-1:] if _is_language(kind, keys[-1]) else keys[-2:])


def _is_language(kind: str, key: Any) -> bool:
    """Whether a text in one language stands there. That none is missing, crosp checks later (CR131)."""
    return kind in FILES and key in ("sv", "en", "fr")


def _stricter(kind: str, steps: Steps, value: Any) -> bool:
    """Where a schema says no to what crosp, at this stage, lets pass."""
    if kind in ("assessment", "memo", "programme", "response") and {"unit", "units"} & set(steps[-2:]):
        return True  # units are those of crosp.yaml, which crosp checks later (CR701)
    if isinstance(value, str) and re.search(r"(^|\n)[ \t]*(<{7}|>{7})([ \n]|$)", value):
        return True  # as JSON, on one line, it is no conflict marker
    if isinstance(value, dict):
        return kind in FILES  # every text in all of the framework's languages, which crosp checks later (CR131)
    return value is True  # `true` as a short name needs quotes in an editor
