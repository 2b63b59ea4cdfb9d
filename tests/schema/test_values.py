"""Schema and crosp on one value after the other at each key: the same verdict, or the schema is the stricter."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from crosp_cli.rendering.schema import KINDS
from crosp_cli.rendering.schema_framework import FILES

from .changes import FOR_WHOLES, TRICKY, Steps, changed, parts, replaced, shortened
from .documents import shown
from .editor import as_an_editor_reads, spellings
from .verdicts import FULL, HOME, home_of, refusals, validator


@pytest.mark.parametrize("kind", KINDS)
def test_of_each_value_at_each_key(kind: str) -> None:
    data, folder = shortened(as_an_editor_reads(FULL[kind].read_text("utf-8"))), home_of(kind)
    assert validator(kind, folder).is_valid(data)
    places = {_key(kind, steps): (steps, old) for steps, old in parts(data)}  # each key once
    differ = [
        shown(f"{steps} {value!r}: the schema {'accepts' if accepts else 'refuses'}, crosp: {said}", 300)
        for steps, old in places.values()
        for value in (FOR_WHOLES if isinstance(old, dict | list) else TRICKY)
        for accepts, said in [_verdicts(kind, replaced(data, steps, value), folder)]
        if accepts is bool(said) and (accepts or not _stricter(kind, steps, value))
    ]
    assert not differ, "\n".join(differ[:20])


def _verdicts(kind: str, data: Any, folder: Path) -> tuple[bool, list[str]]:
    return validator(kind, folder).is_valid(data), refusals(kind, json.dumps(data, ensure_ascii=False), folder)


def test_of_what_may_stand_alone_and_what_may_be_left_out() -> None:
    data = as_an_editor_reads(FULL["assessment"].read_text("utf-8"))
    for steps, _value in parts(data):
        if isinstance(steps[-1], str):
            without = changed(data, steps, lambda part, step: part.__delitem__(step))
            more = changed(data, steps, lambda part, step: part.update({f"{step}x": "x"}))
            for tried in (without, more):
                accepts, said = _verdicts("assessment", tried, HOME)
                assert accepts is not bool(said), steps


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


def _key(kind: str, steps: Steps) -> Any:
    """What makes a place differ from others: its key and what it stands in, or only its key if that is a language."""
    keys = ["-" if isinstance(step, int) else step for step in steps]
    return tuple(keys[-1:] if kind in FILES and keys[-1] in ("en", "fr") else keys[-2:])


def _stricter(kind: str, steps: Steps, value: Any) -> bool:
    """Where a schema says no to what crosp, at this stage, lets pass."""
    if kind == "assessment" and steps == ("unit",):
        return True  # units are those of crosp.yaml, which crosp checks later (CR701)
    if isinstance(value, str) and re.search(r"(^|\n)[ \t]*(<{7}|>{7})([ \n]|$)", value):
        return True  # as JSON, on one line, it is no conflict marker
    if isinstance(value, dict):
        return kind in FILES  # every text in all of the framework's languages, which crosp checks later (CR131)
    return value is True  # `true` as a short name needs quotes in an editor
