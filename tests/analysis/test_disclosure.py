"""The rule for what may be shown of groups' answers, table by table; test_anonymity holds it against an attacker."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import pytest

from crosp_cli.analysis.groups.disclosure import Disclosed, Rough, disclosed, may_be_shown_of, part_of, participants
from crosp_cli.model.assessment import Assessment, Place
from crosp_cli.reading.loaded import Unread

from .small import AA, AB, assessment, cell, framework, named

GROUPS = [
    named("teachers", arena="classroom", expected_at=["school"]),
    named("aides", arena="classroom"),
    named("leisure", arena="classroom"),
    named("nurses", arena="health"),
    named("heads"),
    named("cooks"),
]
FRAMEWORK = framework(groups=GROUPS, arenas=[named("classroom"), named("health")])

Table = Mapping[str, int]
"""How many people of each group answered in a cell."""


def answered(tables: Mapping[Place, Table], day: str = "2026-10-15", **head: Any) -> Assessment:
    cells = {
        place: cell(groups={group: {1: people} for group, people in table.items()}) for place, table in tables.items()
    }
    return assessment(cells, day, **head)


def told(table: Table, limit: int = 5, others: Sequence[Assessment | Unread] = (), **head: Any) -> Disclosed:
    return disclosed(answered({AA: table}, **head), FRAMEWORK, limit, others)[AA]


def test_a_group_that_the_school_form_does_not_have_is_not_missed() -> None:
    guardians = named("guardians", expected_at=["school"], expected_in=["compulsory"])
    known = framework(groups=[*GROUPS, guardians], arenas=[named("classroom"), named("health")])
    found = answered({AA: {"heads": 6}})
    for forms, missed in (((), True), (("compulsory", "adults"), True), (("adults",), False)):
        assert ("guardians" in disclosed(found, known, 5, (), forms)[AA].not_asked) is missed


def blocks(found: Disclosed) -> list[tuple[str, ...]]:
    return [block.groups for block in found.blocks]


@pytest.mark.parametrize(
    ("table", "limit", "shown", "held_back"),
    [
        ({"teachers": 5}, 5, [("teachers",)], False),
        ({"teachers": 4}, 5, [], True),
        ({"teachers": 5, "heads": 4}, 5, [("teachers",)], True),
        ({"heads": 6, "teachers": 5}, 5, [("teachers",), ("heads",)], False),
        ({"teachers": 2, "aides": 3}, 5, [("teachers", "aides")], False),
        ({"teachers": 2, "aides": 2}, 5, [], True),
        ({"teachers": 3, "aides": 6, "leisure": 3}, 5, [("teachers", "leisure"), ("aides",)], False),
        ({"teachers": 4, "nurses": 4}, 5, [], True),
        ({"heads": 4, "unknown": 4}, 5, [], True),
        ({"heads": 4, "cooks": 4}, 5, [], True),
        ({"heads": 6, "teachers": 2, "aides": 3}, 5, [("teachers", "aides"), ("heads",)], False),
        ({"teachers": 2, "aides": 2, "leisure": 1}, 5, [("teachers", "aides", "leisure")], False),
        ({"teachers": 5, "aides": 4, "leisure": 1}, 5, [("teachers",), ("aides", "leisure")], False),
        ({"teachers": 5, "aides": 4}, 5, [("teachers",)], True),
        ({"teachers": 1}, 1, [("teachers",)], False),
        ({"teachers": 1}, 0, [("teachers",)], False),
        ({"teachers": 1, "aides": 1}, 2, [], True),
        ({"teachers": 2, "aides": 1}, 3, [("teachers", "aides")], False),
        ({"teachers": 1, "aides": 1, "leisure": 1}, 2, [("teachers", "aides", "leisure")], False),
        ({"teachers": 5, "aides": 0}, 5, [("teachers",)], False),
    ],
)
def test_one_table(table: Table, limit: int, shown: list[tuple[str, ...]], *, held_back: bool) -> None:
    found = told(table, limit)
    assert (blocks(found), found.held_back) == (shown, held_back)


def test_small_groups_together_are_counted_as_one() -> None:
    cells = {AA: cell(groups={"teachers": {1: 1, 2: 2}, "aides": {2: 1, 3: 1}})}
    [block] = disclosed(assessment(cells), FRAMEWORK, 5, ())[AA].blocks
    assert block.counts == {1: 1, 2: 3, 3: 1}


def test_cells_that_nobody_has_answered_are_not_told_of() -> None:
    found = answered({AA: {"teachers": 5}, AB: {"teachers": 0}})
    assert list(disclosed(found, FRAMEWORK, 5, ())) == [AA]


def test_the_others_are_gone_through_only_where_a_group_has_answered() -> None:
    def others() -> Iterator[Assessment]:
        raise AssertionError("they cost reading")
        yield

    assert disclosed(answered({AA: {"teachers": 0}}), FRAMEWORK, 5, others()) == {}
    with pytest.raises(AssertionError, match="cost"):
        disclosed(answered({AA: {"teachers": 1}}), FRAMEWORK, 5, others())


TOGETHER = {"teachers": 3, "aides": 3}
"""A block of two groups."""

ALONE = {"teachers": 6}
"""One of them large enough to be shown on its own."""


@pytest.mark.parametrize(
    ("now", "other", "day", "shown"),
    [
        (TOGETHER, ALONE, "2025-10-15", []),
        (TOGETHER, ALONE, "2026-10-15", []),
        (TOGETHER, ALONE, "2026-10-16", [("teachers", "aides")]),
        (TOGETHER, TOGETHER, "2025-10-15", [("teachers", "aides")]),
        (TOGETHER, {"teachers": 3, "leisure": 3}, "2025-10-15", []),
        (TOGETHER, {"heads": 6}, "2025-10-15", [("teachers", "aides")]),
        (TOGETHER, {"teachers": 3}, "2025-10-15", [("teachers", "aides")]),
        (ALONE, TOGETHER, "2025-10-15", []),
        (ALONE, TOGETHER, "2026-10-15", [("teachers",)]),
        (ALONE, TOGETHER, "2026-10-16", [("teachers",)]),
        (ALONE, ALONE, "2025-10-15", [("teachers",)]),
        (ALONE, {"aides": 3, "leisure": 3}, "2025-10-15", [("teachers",)]),
    ],
)
def test_what_other_days_show_holds_back(now: Table, other: Table, day: str, shown: list[tuple[str, ...]]) -> None:
    assert blocks(told(now, others=[answered({AB: other}, day)])) == shown


@pytest.mark.parametrize("head", [{"unit": "south"}, {"level": "class"}, {"unit": None}])
def test_another_unit_or_level_holds_nothing_back(head: dict[str, str]) -> None:
    assert blocks(told(TOGETHER, others=[answered({AA: ALONE}, "2025-10-15", **head)])) == [("teachers", "aides")]


def test_another_version_of_the_framework_holds_back_as_well() -> None:
    assert blocks(told(TOGETHER, others=[answered({AA: ALONE}, "2025-10-15", framework="small@2")])) == []


@pytest.mark.parametrize(
    ("table", "day", "shown"),
    [
        (TOGETHER, None, []),
        (ALONE, None, []),
        (ALONE, date(2025, 10, 15), []),
        (ALONE, date(2026, 10, 15), []),
        (ALONE, date(2026, 10, 16), [("teachers",)]),
        (TOGETHER, date(2026, 10, 16), [("teachers", "aides")]),
    ],
)
def test_one_that_cannot_be_read_holds_back_unless_it_is_from_a_later_day(
    table: Table, day: date | None, shown: list[tuple[str, ...]]
) -> None:
    found = told(table, others=[Unread("old.yaml", day)])
    assert (blocks(found), found.held_back) == (shown, not shown)
    assert told(table, others=[Unread("old.yaml", day)], participants=[{"group": "nurses"}]).not_asked[-1:] == (
        "nurses",
    )


def test_another_cell_of_the_same_assessment_holds_back_the_block() -> None:
    found = disclosed(answered({AA: TOGETHER, AB: ALONE}), FRAMEWORK, 5, ())
    assert [blocks(found[place]) for place in (AA, AB)] == [[], [("teachers",)]]


@pytest.mark.parametrize(
    ("took_part", "level", "table", "missing"),
    [
        ([], "school", {"heads": 1}, ("teachers",)),
        ([], "class", {"heads": 1}, ()),
        ([], "school", {"teachers": 1}, ()),
        (
            [{"group": "nurses"}, {"group": "aides", "count": 2}],
            "school",
            {"heads": 1},
            ("teachers", "aides", "nurses"),
        ),
        ([{"group": "nurses", "count": 0}], "class", {"heads": 1}, ()),
        ([{"group": "unknown"}, {"group": "nurses"}], "class", {"heads": 1}, ("nurses", "unknown")),
    ],
)
def test_who_has_not_been_asked(
    took_part: list[dict[str, object]], level: str, table: Table, missing: tuple[str, ...]
) -> None:
    assert told(table, participants=took_part, level=level).not_asked == missing


@pytest.mark.parametrize(
    ("count", "shown"), [(5, [("nurses", 5)]), (4, [("nurses", None)]), (None, [("nurses", None)]), (0, [])]
)
def test_how_many_took_part(count: int | None, shown: list[tuple[str, int | None]]) -> None:
    found = assessment(participants=[{"group": "nurses", "count": count}])
    assert list(participants(found, 5)) == shown


@pytest.mark.parametrize(
    ("number", "limit", "shown"),
    [(4, 5, False), (5, 5, True), (6, 5, True), (0, 1, False), (1, 1, True), (0, 0, False), (1, 0, True)],
)
def test_of_nobody_and_of_fewer_than_the_limit_nothing_is_told(number: int, limit: int, *, shown: bool) -> None:
    assert may_be_shown_of(number, limit) is shown


@pytest.mark.parametrize(
    ("number", "told"),
    [(0, 0), (1, Rough.FEW), (4, Rough.FEW), (5, 5), (15, 15), (16, Rough.MOST), (19, Rough.MOST), (20, 20)],
)
def test_a_part_leaves_no_small_group_on_either_side(number: int, told: int | Rough) -> None:
    assert part_of(number, 20, 5) == told
