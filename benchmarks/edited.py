"""What becomes of assessments of any size where answers are brought in, and where a framework has a newer version."""

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from crosp_cli.editing.migration.file import migrate_assessment
from crosp_cli.filling.answers import Answer
from crosp_cli.filling.apply import applied
from crosp_cli.filling.from_yaml import filled
from crosp_cli.model.framework import Framework
from crosp_cli.model.migrations import Migration
from crosp_cli.reading.documents.document import tree_from
from crosp_cli.reading.documents.framework import FrameworkFolder, built_in_folder, read_framework
from crosp_cli.reading.documents.migrations import read_migrations

NEWER = Path(__file__).parents[1] / "tests" / "frameworks" / "inclusion-walk-2"
_OLDER = "inclusion-walk@1"
_APPLIES = Answer(("cells", "follow-up", "quality", "not_applicable"), "")
"""What is said besides: why it does not apply was taken back."""

Made = Callable[[int], Any]


def _measures(first: str, **more: Any) -> Made:
    return lambda size: {"measures": [{"id": f"{first}{n}", "what": "Mät", **more} for n in range(size)]}


def _lines(first: str) -> Made:
    return lambda size: {"current_state": {"evidence": [f"{first}{n}" for n in range(size)]}}


BROUGHT_IN: Mapping[str, tuple[Made, Made]] = {
    "a key of each measure": (_measures("m"), _measures("m", due="2026-12-01")),
    "keys of each measure": (_measures("m"), _measures("m", due="2026-12-01", responsible="rektor", scope="group")),
    "a follow-up of each measure": (_measures("m"), _measures("m", follow_ups=[{"date": "2026-12-01"}])),
    "what is emptied": (_measures("m", responsible="rektor"), _measures("m", responsible="")),
    "new measures": (_measures("m"), _measures("n")),
    "new measures of one name": (
        _measures("m"),
        lambda size: {"measures": [{"id": "m0", "what": f"Mät {n}"} for n in range(size)]},
    ),
    "new measures where nothing applied": (lambda _size: {"not_applicable": "Nej."}, _measures("n")),
    "lines": (_lines("a"), _lines("b")),
}
"""By what is brought in: the cell that there is, and the cell that comes."""

CARRIED: Mapping[str, Made] = {
    "a kind that is no more": _measures("m", scope="group"),
    "a kind of another name": _measures("m", orientation="remedial"),
    "groups": lambda size: {"current_state": {"group_ratings": {f"g{n}": {"1": 3, "2": 4} for n in range(size)}}},
}
"""What is in a cell, by what becomes of it in a newer version."""


def brought_in(name: str, size: int) -> Callable[[], Any] | None:
    """Return what brings answers of that size into an assessment of that size; None where that is not read."""
    framework = built_in()
    head = {"framework": framework.name, "unit": "ekskolan", "level": "school", "occasion": "2026-ht"}
    before, answers = (_text(head, "follow-up", "quality", made(size)) for made in BROUGHT_IN[name])
    tree = tree_from(before, "a.yaml")[0]
    read = filled(answers, "b.yaml", framework, "sv")
    if tree is None or not read.answers:
        return None
    return lambda: applied(before, tree, (_APPLIES, *read.answers), framework)


def carried(name: str, size: int) -> Callable[[], Any]:
    """Return what brings an assessment of that size over to the newer version of its framework."""
    migration, framework = _newer()
    head = {"framework": _OLDER, "unit": "mill-lane", "level": "school-team", "occasion": "2026-autumn"}
    before = _text(head, "arriving", "everyday-practice", CARRIED[name](size))
    return lambda: migrate_assessment(before, before.decode(), "a.yaml", migration, framework, "en")


def _text(head: Mapping[str, str], principle: str, area: str, cell: Any) -> bytes:
    """An assessment in lines."""
    first = {"format": "crosp-assessment/1", **head, "date": "2026-10-15"}
    lines = [
        *(f"{key}: {json.dumps(value)}" for key, value in first.items()),
        "cells:",
        f"  {principle}:",
        f"    {area}:",
    ]
    return "\n".join([*lines, *_block(cell, "      "), ""]).encode()


def _block(node: Mapping[str, Any], indent: str) -> Sequence[str]:
    found: list[str] = []
    for key, value in node.items():
        if isinstance(value, list):
            found += [f"{indent}{key}:", *(f"{indent}  - {json.dumps(item, ensure_ascii=False)}" for item in value)]
        elif isinstance(value, dict):
            found += [f"{indent}{key}:", *_block(value, indent + "  ")]
        else:
            found.append(f"{indent}{key}: {json.dumps(value, ensure_ascii=False)}")
    return found


@cache
def built_in() -> Framework:
    """Return the built-in framework."""
    return _framework(read_framework(built_in_folder()))


@cache
def _newer() -> tuple[Migration, Framework]:
    folder = read_framework(NEWER)
    migrations = read_migrations(folder)[0]
    found = migrations and migrations.since(_OLDER)
    assert found
    return found, _framework(folder)


def _framework(folder: FrameworkFolder) -> Framework:
    assert folder.framework is not None
    return folder.framework
