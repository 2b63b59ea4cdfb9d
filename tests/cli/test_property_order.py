"""What holds of analyse, compare and follow-up alike: order never counts, nor how a cell is left unfilled."""

import json
import random
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

TODAY = "2026-11-01"
COMMANDS = (
    ("analyse", "--explain", "--today", TODAY),
    ("analyse", "--by", "arena", "--today", TODAY),
    ("compare",),
    ("follow-up", "--today", TODAY),
)
PROJECT = """\
format: crosp-project/1
framework: spsm-crosp@2024
organiser: {id: exempelkommun, name: Exempelkommun, type: municipal}
units: [{id: ekskolan, name: Ekskolan, school_forms: [grundskola]}]
"""
PLACES = (("follow-up", "quality"), ("follow-up", "funding"), ("participation", "quality"))
UNFILLED = st.sampled_from([None, {}, {"current_state": None, "need": {}, "measures": []}])
STEPS = st.none() | st.integers(0, 3)
DATES = st.sampled_from([None, "2026-06-01", "2026-11-20", "2027-05-31"])
MEASURES = st.lists(
    st.fixed_dictionaries(
        {"id": st.sampled_from("abcd"), "what": st.sampled_from(["Time.", "Room."])},
        optional={
            "due": DATES,
            "responsible": st.sampled_from(["rektor", "Rektor", "vakant"]),
            "status": st.sampled_from(["planned", "ongoing", "done", "dropped"]),
            "orientation": st.sampled_from(["promoting", "remedial"]),
            "collaboration": st.fixed_dictionaries({"solves_at": st.sampled_from(["organiser", "teaching"])}),
            "follow_ups": st.lists(
                st.fixed_dictionaries({"date": DATES}, optional={"result": st.just("Good.")}), max_size=2
            ),
        },
    ),
    max_size=3,
    unique_by=lambda measure: measure["id"],
)
CELLS = st.fixed_dictionaries(
    {
        "current_state": st.fixed_dictionaries(
            {
                "rating": STEPS,
                "group_ratings": st.dictionaries(
                    st.sampled_from(["teachers", "pupils"]),
                    st.dictionaries(st.integers(0, 3).map(str), st.integers(0, 8), max_size=3),
                ),
            }
        ),
        "need": st.fixed_dictionaries({"target": STEPS, "priority": st.sampled_from([None, "high", "low"])}),
        "measures": MEASURES,
    }
)
MOMENTS = (("school", "2024-10-15"), ("school", "2025-10-15"), ("school", "2026-10-15"), ("teaching", "2026-10-15"))
FILES = st.fixed_dictionaries(
    {moment: st.dictionaries(st.sampled_from(PLACES), CELLS, max_size=3) for moment in MOMENTS}
)


def documents(files: dict[Any, Any]) -> list[dict[str, Any]]:
    found = []
    for (level, day), matrix in files.items():
        rows: dict[str, Any] = {}
        for (row, column), cell in matrix.items():
            rows.setdefault(row, {})[column] = cell
        heading = {"format": "crosp-assessment/1", "framework": "spsm-crosp@2024", "unit": "ekskolan"}
        found.append({**heading, "level": level, "occasion": day[:4], "date": day, "cells": rows})
    return found


def turned(node: Any, chance: random.Random) -> Any:
    """The same with every key, measure and follow-up in another place."""
    if isinstance(node, dict):
        return {key: turned(node[key], chance) for key in chance.sample(list(node), len(node))}
    if isinstance(node, list):
        return [turned(item, chance) for item in chance.sample(node, len(node))]
    return node


def answers(crosp: Any, contents: list[dict[str, Any]]) -> list[Any]:
    """What each command says of these assessments, in files called by their places in the list."""
    with TemporaryDirectory() as name:
        Path(name, "crosp.yaml").write_text(PROJECT, "utf-8")
        for number, content in enumerate(contents):
            Path(name, f"{number}.yaml").write_text(json.dumps(content), "utf-8")
        results = [crosp(*command, "--format", "json", "--lang", "en", cwd=Path(name)) for command in COMMANDS]
    assert [result.status for result in results] == [0] * len(COMMANDS)
    found = [json.loads(result.out) for result in results]
    for analysis in found[:2]:  # these stand in the order of their files, by design
        analysis["assessments"].sort(key=lambda one: one["level"])
        if analysis["by"]:
            analysis["by"]["grouped"].sort(key=lambda one: one["assessments"][0]["level"])
    for unit in found[-1]["units"]:
        for one in unit["assessments"]:
            del one["path"]
    return found


@settings(max_examples=3 * settings.default.max_examples // 5)
@given(files=FILES, seed=st.integers(0, 1000))
def test_the_order_of_files_keys_cells_and_measures_changes_nothing(crosp: Any, files: Any, seed: int) -> None:
    plain = documents(files)
    same = answers(crosp, turned(plain, random.Random(seed))) == answers(crosp, plain)  # noqa: S311
    assert same  # a difference between whole answers takes minutes to show


@settings(max_examples=3 * settings.default.max_examples // 5)
@given(
    files=FILES,
    number=st.integers(0, len(MOMENTS) - 1),
    row=st.sampled_from(["professional-development", "follow-up"]),
    unfilled=UNFILLED,
)
def test_however_a_cell_is_left_unfilled_the_same_is_said(
    crosp: Any, files: Any, number: int, row: str, unfilled: Any
) -> None:
    empty = documents(files)  # that a cell stands there says that the occasion is about it
    empty[number]["cells"].setdefault(row, {})["governance"] = None
    more = json.loads(json.dumps(empty))
    more[number]["cells"][row]["governance"] = unfilled
    same = answers(crosp, more) == answers(crosp, empty)
    assert same  # a difference between whole answers takes minutes to show
