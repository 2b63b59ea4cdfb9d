"""Documents with one part changed, and values that are likely to be taken for something else."""

import json
import math
from collections.abc import Callable, Iterator
from typing import Any

Steps = tuple[Any, ...]

TRICKY: list[Any] = [
    None, True, 0, 2, 7, -1, 999_999, 1_000_000, 2.5, math.inf, [], ["x"], [""], [None], [[]], {}, {"x": "x"}, {"0": 1},
    {"sv": "x", "en": "x"}, "", " ", "x", "X", "2", "02", "2\n", "7", "999999", "null", "true", "no", "a-b", "a--b",
    "a_b", "å", "a\n", "\n", "x" * 64, "x" * 65, "con", "2026-10-15", "2026-02-29", "2028-02-29", "2100-02-29",
    "2000-02-29", "0000-01-01", "2026-1-1", "2026-10-15\n", "٢", "a\tb", "a\x07", "a\u2028b", "a\ufeff", "a\xa0b",
    "\x85", "a: b", "- a", "# a", "%", "<<<<<<< HEAD", "a\n  >>>>>>> b\n",
    "a\n>>>>>>> b", "a <<<<<<< b", "<<<<<<<<", "CR203", "CR103",
    "CR203\n", "high", "planned", "error", "school", "sv", "municipal", "spsm-crosp@2024", "😀",
]  # fmt: skip

FOR_WHOLES = TRICKY[:20]
"""Those that are of interest where a list or a mapping should stand."""


def parts(data: Any, steps: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    """Every part of a document, and the steps that lead to it."""
    for step, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield (*steps, step), value
        yield from parts(value, (*steps, step))


def changed(data: Any, steps: Steps, change: Callable[[Any, Any], None]) -> Any:
    """A copy of `data` in which `change` was made to the part that holds what `steps` lead to."""
    copy = json.loads(json.dumps(data))
    part = copy
    for step in steps[:-1]:
        part = part[step]
    change(part, steps[-1])
    return copy


def replaced(data: Any, steps: Steps, value: Any) -> Any:
    """A copy of `data` with `value` where `steps` lead."""
    return changed(data, steps, lambda part, step: part.__setitem__(step, value))


def shortened(data: Any, key: str = "") -> Any:
    """A document whose lists have one item each, with every key that any had; a scale and a round keep three."""
    if key == "first_round":
        return {level: {**told, "cells": told["cells"][:3]} for level, told in data.items()}
    if isinstance(data, dict):
        return {key: shortened(value, key) for key, value in data.items()}
    if not isinstance(data, list) or not data:
        return data
    if key == "steps":
        return data[:3]
    first = data[0]
    if isinstance(first, dict):
        first = {key: value for item in reversed(data) for key, value in item.items()} | first
    return [shortened(first)]
