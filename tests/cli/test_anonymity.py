"""Nobody can work out what a group under the limit answered, whatever they ask of crosp and however they combine it.

Three proofs. What is printed does not change, not by one byte, when the answers of a group under the limit change, or
when those who are shown together answer otherwise and the same is told of them. Any two groups of people shown for one
unit and level are the same or have nobody in common, so that nothing can be subtracted. And an attacker who knows the
rule, who and how many took part, and everything that crosp prints, with and without single occasions and cells, tries
all answers that fit: of each group under the limit there remains more than one possibility, even if everyone who could
have answered as before did.
"""

import itertools
import json
import random
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

ARENAS = {
    "teachers": "teaching-staff",
    "leisure-staff": "teaching-staff",
    "school-librarian": "teaching-staff",
    "student-health": "student-health",
    "special-educators": "student-health",
    "guardians": None,
}
CELLS = ("funding", "governance")
DATES = ("2025-10-15", "2026-10-15")
STEPS = (0, 1, 2, 3)

Answers = tuple[int, ...]
"""What the people of a group answered, each a step, lowest first."""
Table = dict[str, Answers]
World = dict[str, dict[str, Table]]
"""The table of each cell on each occasion."""
Seat = tuple[str, str, str]
"""A group in a cell on an occasion."""


def seats(world: World) -> Iterator[tuple[Seat, Answers]]:
    for day, cells in world.items():
        for area, table in cells.items():
            for group, answers in table.items():
                yield (day, area, group), answers


@st.composite
def worlds(draw: st.DrawFn, limit: int, groups: Iterable[str] = ARENAS, *, most: int = 7) -> World:
    """A world in which groups are often just above or below the limit, and answer here and there and now and then."""
    sizes = st.sampled_from(sorted({0, 1, limit - 1, limit, min(limit + 1, most), most}))
    present = draw(st.sets(st.sampled_from(sorted(groups)), min_size=2, max_size=4))

    def table() -> Table:
        people = {group: draw(sizes) for group in sorted(present)}
        return {g: tuple(sorted(draw(st.sampled_from(STEPS)) for _ in range(n))) for g, n in people.items()}

    days = draw(st.sampled_from([DATES, DATES, DATES[1:]]))
    areas = draw(st.sampled_from([CELLS, CELLS[:1]]))
    return {day: {area: table() for area in areas} for day in days}


@st.composite
def worlds_and_limits(draw: st.DrawFn, *limits: int) -> tuple[World, int]:
    limit = draw(st.sampled_from(limits))
    return draw(worlds(limit)), limit


# --- asking crosp ---------------------------------------------------------------------------------------------------


def write(folder: Path, world: World, limit: int) -> None:
    for old in folder.glob("*.yaml"):
        old.unlink()
    (folder / "crosp.yaml").write_text(
        "format: crosp-project/1\nframework: spsm-crosp@2024\nlanguage: en\n"
        "organiser: {id: o, name: O, type: municipal}\nunits: [{id: ekskolan, name: Ekskolan}]\n"
        f"privacy: {{smallest_group: {limit}}}\n"
    )
    for day, cells in world.items():
        took_part = {group: len(answers) for table in cells.values() for group, answers in table.items()}
        row = {
            area: {"current_state": {"reflection": "Said.", "rating": 1, "group_ratings": counted(table)}}
            for area, table in cells.items()
        }
        document = {
            "format": "crosp-assessment/1",
            "framework": "spsm-crosp@2024",
            "unit": "ekskolan",
            "level": "school",
            "occasion": day[:4],
            "date": day,
            "participants": [{"group": group, "count": str(number)} for group, number in sorted(took_part.items())],
            "cells": {"shared-direction": row},
        }
        (folder / f"{day}.yaml").write_text(json.dumps(document))


def counted(table: Table) -> dict[str, dict[str, str]]:
    """Every step with its number, so that places in the file do not depend on the answers."""
    return {group: {str(s): str(answers.count(s)) for s in STEPS} for group, answers in table.items()}


def without(world: World) -> Iterator[World]:
    """The world, and the world without one occasion, and without one cell on one occasion."""
    yield world
    if len(world) > 1:
        yield from ({kept: cells for kept, cells in world.items() if kept != day} for day in world)
    for day, cells in world.items():
        if len(cells) > 1:
            yield from ({**world, day: {kept: cells[kept] for kept in cells if kept != area}} for area in cells)


def asked(crosp: Any, folder: Path, *arguments: str) -> str:
    day = () if arguments[0] == "compare" else ("--today", "2026-11-01")
    result = crosp(*arguments, *day, cwd=folder)
    assert result.status == 0, result
    return str(result.out)


def everything(crosp: Any, folder: Path, world: World, limit: int) -> list[str]:
    """All that crosp prints of a world, in every form, about each file and about the folder."""
    write(folder, world, limit)
    names = [f"{day}.yaml" for day in world]
    runs = [("analyse", *names, "--format", form) for form in ("json", "markdown")]
    runs += [("analyse", *names, "--lang", "sv"), ("analyse", ".", "--format", "json")]
    runs += [("analyse", ".", "--by", "arena"), ("analyse", ".", "--explain"), ("follow-up", ".")]
    runs += [("validate", ".", "--format", form) for form in ("text", "json", "sarif", "github")]
    if len(world) > 1:
        runs += [("compare", "--format", form) for form in ("text", "json", "markdown")]
    for name in names:
        runs += [("analyse", name, "--format", "json")]
        runs += [("render", name, "--format", form, "-o", "-") for form in ("html", "markdown")]
    return [asked(crosp, folder, *run) for run in runs]


# --- one rule, said again -------------------------------------------------------------------------------------------


def blocks(table: Table, limit: int) -> list[frozenset[str]]:
    """The groups whose answers may be taken together in a table."""
    found = [frozenset({group}) for group, answers in table.items() if len(answers) >= limit]
    for arena in {"teaching-staff", "student-health"}:
        small = {g for g, answers in table.items() if ARENAS[g] == arena and 0 < len(answers) < limit}
        if len(small) > 1 and sum(len(table[group]) for group in small) >= max(limit, 3):
            found.append(frozenset(small))
    return found


def changed(world: World, limit: int, chance: random.Random) -> World:
    """The world with other answers wherever nobody may see them."""
    other: World = {}
    for day, cells in world.items():
        for area, table in cells.items():
            new = other.setdefault(day, {}).setdefault(area, dict(table))
            seen = blocks(table, limit)
            for group in set(table).difference(*seen):
                new[group] = tuple(sorted(chance.choice(STEPS) for _ in table[group]))
            for block in seen:
                pool = [*chance.choice(alike(tuple(answer for group in block for answer in table[group])))]
                chance.shuffle(pool)
                for group in block:
                    new[group], pool = tuple(sorted(pool[: len(table[group])])), pool[len(table[group]) :]
    return other


@cache
def alike(people: Answers) -> list[Answers]:
    """Whatever else as many people can have answered, so that the same is told of them."""
    told = middle(people), divided(people)
    return [other for other in possible(len(people)) if (middle(other), divided(other)) == told]


@settings(max_examples=6, phases=[Phase.generate])
@given(case=worlds_and_limits(3, 5), seed=st.integers(0, 999))
def test_what_is_printed_does_not_depend_on_what_small_groups_answered(
    crosp: Any, case: tuple[World, int], seed: int
) -> None:
    world, limit = case
    other = changed(world, limit, random.Random(seed))  # noqa: S311 -- no secret
    with TemporaryDirectory() as folder:
        before = everything(crosp, Path(folder), world, limit)
        assert everything(crosp, Path(folder), other, limit) == before


# --- nothing to subtract --------------------------------------------------------------------------------------------


@cache
def _answers(text: str) -> list[Any]:
    return list(json.loads(text)["assessments"])


def facts(crosp: Any, folder: Path, world: World, limit: int) -> set[tuple[str, str, frozenset[str], int, int, bool]]:
    """What crosp says of groups: occasion, cell, which groups together, their middle, whether they are divided."""
    write(folder, world, limit)
    found = set()
    for names in [*([f"{day}.yaml"] for day in world), ["."]]:
        for one in _answers(asked(crosp, folder, "analyse", *names, "--format", "json")):
            for cell in one["cells"]:
                for group in (cell["agreement"] or {"groups": []})["groups"]:
                    block = frozenset(group["groups"])
                    found.add((one["date"], cell["area"], block, *group["middle"], group["divided"]))
    return found


@settings(max_examples=2 * settings.default.max_examples)
@given(case=worlds_and_limits(1, 2, 3, 5))
def test_those_shown_are_enough_and_the_same_in_every_table(crosp: Any, case: tuple[World, int]) -> None:
    world, limit = case
    with TemporaryDirectory() as folder:
        found = facts(crosp, Path(folder), world, limit)
    for day, area, block, *_said in found:
        people = sum(len(world[day][area][group]) for group in block)
        assert people >= (limit if len(block) == 1 else max(limit, 3))
        assert len(block) == 1 or len({ARENAS[group] for group in block}) == 1
    for one, other in itertools.combinations({block for _day, _area, block, *_said in found}, 2):
        assert not one & other
    large = {(day, area, group) for (day, area, group), answers in seats(world) if len(answers) >= limit}
    if len(world) == 1:
        assert large == {(day, area, *block) for day, area, block, *_said in found if len(block) == 1}


@settings(max_examples=3 * settings.default.max_examples // 5)
@given(case=worlds_and_limits(3, 5))
def test_a_later_occasion_changes_nothing_that_was_shown(crosp: Any, case: tuple[World, int]) -> None:
    world, limit = case
    assume(len(world) > 1)
    with TemporaryDirectory() as folder:
        alone = facts(crosp, Path(folder), {DATES[0]: world[DATES[0]]}, limit)
        both = facts(crosp, Path(folder), world, limit)
    assert {fact for fact in both if fact[0] == DATES[0]} == alone


# --- the attacker ---------------------------------------------------------------------------------------------------


def middle(people: Iterable[int]) -> tuple[int, int]:
    """The median; of two, what lies between them, and of two neighbours at an end the inner one."""
    found = sorted(people)
    low, high = found[(len(found) - 1) // 2], found[len(found) // 2]
    between = {(0, 1): (1, 1), (0, 2): (1, 1), (0, 3): (1, 2), (1, 3): (2, 2), (2, 3): (2, 2)}
    return between.get((low, high), (low, high))


def divided(people: Iterable[int]) -> bool:
    found = sorted(people)
    side = max(2, -(-len(found) // 4))
    at_an_end = middle(found) in ((0, 0), (3, 3))
    return 2 * side + (3 if at_an_end else 1) <= len(found) and found[-side] - found[side - 1] >= 2


def fits(known: set[Any], world: dict[Seat, Answers]) -> bool:
    for day, area, block, low, high, apart in known:
        people = [answer for group in block for answer in world[day, area, group]]
        if middle(people) != (low, high) or divided(people) != apart:
            return False
    return True


def possibilities(known: set[Any], world: World, limit: int, *, steady: bool) -> dict[Seat, set[Answers]]:
    """For each group under the limit, the answers that fit what is known.

    The attacker knows how many of each group answered. With `steady`, also that a group of as many people as on the
    other occasion answered as it did then.
    """
    all_seats = dict(seats(world))
    told = {(day, area, group) for day, area, block, *_said in known for group in block}
    unknown: dict[Seat, set[Answers]] = {
        seat: set(possible(len(answers))) for seat, answers in all_seats.items() if 0 < len(answers) < limit
    }

    def same(seat: Seat) -> Seat:
        earlier = (DATES[0], *seat[1:])
        return earlier if steady and len(all_seats.get(earlier, ())) == len(all_seats[seat]) else seat

    # Seats that no fact ties to each other are tried apart.
    tied: list[set[Seat]] = []
    for day, area, block, *_said in known:
        group = {same((day, area, one)) for one in block}
        touching = [one for one in tied if one & group]
        tied = [one for one in tied if not one & group] + [group.union(*touching)]
    for together in tied:
        names = sorted(together)
        concerned = {fact for fact in known if {same((*fact[:2], group)) for group in fact[2]} <= together}
        left: dict[Seat, set[Answers]] = {seat: set() for seat in names}
        for tried in itertools.product(*(possible(len(all_seats[seat])) for seat in names)):
            attempt = dict(zip(names, tried, strict=True))
            if fits(concerned, {seat: attempt[same(seat)] for seat in told if same(seat) in together}):
                for seat, answers in attempt.items():
                    left[seat].add(answers)
        unknown |= {seat: left[same(seat)] for seat in unknown if same(seat) in together}
    return unknown


@cache
def possible(people: int) -> list[Answers]:
    return list(itertools.combinations_with_replacement(STEPS, people))


@settings(max_examples=3 * settings.default.max_examples // 5)
@given(world=worlds(3, ["leisure-staff", "school-librarian", "teachers", "guardians"], most=4), steady=st.booleans())
def test_an_attacker_cannot_reconstruct_a_small_group(crosp: Any, world: World, steady: Any) -> None:
    limit = 3
    known: set[Any] = set()
    with TemporaryDirectory() as folder:
        for part in without(world):
            known |= facts(crosp, Path(folder), part, limit)
    found = possibilities(known, world, limit, steady=steady)
    assert set(found) == {seat for seat, answers in seats(world) if 0 < len(answers) < limit}
    for seat, answers in found.items():
        assert world[seat[0]][seat[1]][seat[2]] in answers, "the truth is always possible"
        assert len(answers) > 1, seat


def test_the_attacker_would_find_a_group_that_is_given_away() -> None:
    """What the rule forbids would be found: a part of those shown together, and two people together."""
    day, area, both = DATES[1], CELLS[0], frozenset({"leisure-staff", "school-librarian"})
    world: World = {day: {area: {"leisure-staff": (0, 0, 3), "school-librarian": (3,)}}}
    together = (day, area, both, 1, 2, False)
    part = (day, area, frozenset({"leisure-staff"}), 0, 0, False)
    librarian = (day, area, "school-librarian")
    assert possibilities({together}, world, 3, steady=False)[librarian] == {(0,), (1,), (2,), (3,)}
    assert possibilities({together, part}, world, 3, steady=False)[librarian] == {(3,)}
    world = {day: {area: {"leisure-staff": (0,), "school-librarian": (0,)}}}
    assert possibilities({(day, area, both, 0, 0, False)}, world, 3, steady=False)[librarian] == {(0,)}


# --- one way out ----------------------------------------------------------------------------------------------------


def test_nothing_else_in_the_code_or_the_templates_looks_at_group_ratings() -> None:
    root = Path(__file__).parents[2]
    if not (root / "src").is_dir():
        pytest.skip("the code is installed elsewhere")
    asking = {
        file.relative_to(root).as_posix()
        for folder in ("src/crosp_cli", "templates")
        for file in (root / folder).rglob("*")
        if file.suffix in (".py", ".j2") and re.search(r"\bgroup_ratings\b", file.read_text("utf-8"))
    }
    assert asking == {
        "src/crosp_cli/model/assessment.py",  # what a file holds
        "src/crosp_cli/reading/yaml/binding.py",  # how a line of them is written; never what stands there
        "src/crosp_cli/reading/documents/assessment.py",  # whether groups and steps exist
        "src/crosp_cli/checks/current_state/cr204_small_group.py",  # that a group is small; never its answers
        "src/crosp_cli/checks/current_state/cr207_more_answers_than_people.py",  # that they are more; never how many
        "src/crosp_cli/schemas/assessment.py",  # what may be written
        "src/crosp_cli/schemas/values.py",
        "src/crosp_cli/editing/new/assessment.py",  # an example of how they are written, in a comment
        "src/crosp_cli/editing/migration/merge_cells.py",  # what becomes of them in a newer version of the framework
        "src/crosp_cli/editing/migration/content.py",
        "src/crosp_cli/output/analysis/kept_from.py",  # that there are some, kept from an older version; never which
        "src/crosp_cli/filling/collecting/collected.py",  # what responses become
        "src/crosp_cli/filling/collecting/tally.py",
        "src/crosp_cli/filling/collecting/tally_shown.py",  # that there are new ones; never which
        "src/crosp_cli/filling/answers.py",  # that there are some that stay as they are; never which
        "src/crosp_cli/analysis/groups/disclosure.py",  # the rule
    }
