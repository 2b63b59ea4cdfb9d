"""What responses add to an assessment: from the limit on, each once, and of fewer nothing at all."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from crosp_cli.filling.collecting.collected import Batch, Collected, People
from crosp_cli.filling.collecting.tally import Tally, tally
from crosp_cli.model.assessment import Assessment, Cell, Place
from crosp_cli.model.response import Response

from ..analysis.small import AA, AB, assessment, cell, framework, named

FRAMEWORK = framework(groups=[named("teachers"), named("nurses")])
NOTHING = Collected()
FIRST = Batch("teachers", {"a/a": People(0, 3)}, texts=True, responses=("r0", "r1", "r2"))
BOTH = replace(FIRST, cells={"a/a": People(0, 3), "a/b": People(0, 3)})


def at_aa(**groups: int) -> Assessment:
    """An assessment with so many people of groups in a cell, who all chose the first step."""
    return assessment({AA: cell(groups={group: {1: many} for group, many in groups.items()})})


THREE = at_aa(teachers=3)


def responses(
    steps: str, group: str = "teachers", place: Place = AA, text: str | None = None, first: int = 0
) -> dict[str, Response]:
    """A response for each figure, its sign `r0` and on; a figure is the step, and a dot is none."""
    head = {"format": "crosp-response/1", "framework": "small@1", "level": "school", "occasion": "2026-ht"}
    found = {}
    for number, step in enumerate(steps, first):
        chosen = {} if step == "." else {place.principle: {place.area: step}}
        says = {"group": group, "response": f"r{number}", "steps": chosen, "text": text and f"{text}{number}"}
        found[f"r{number}"] = Response.model_validate(head | says)
    return found


def added(found: Mapping[str, Response], to: Assessment | None = None, limit: int = 3, **more: Any) -> Tally:
    return tally(found, more.get("collected", NOTHING), to or assessment(), FRAMEWORK, limit)


def in_both(one: Response) -> Response:
    """A response that has the same step in two cells."""
    step = one.steps[AA.principle][AA.area]
    return one.model_copy(update={"steps": {AA.principle: {AA.area: step, AB.area: step}}})


@pytest.mark.parametrize(
    ("steps", "limit", "counts"),
    [
        ("111", 3, {1: 3}),
        ("11", 3, {}),
        ("11.", 3, {}),
        ("3112", 3, {1: 2, 2: 1, 3: 1}),
        ("1", 1, {1: 1}),
        ("1", 0, {1: 1}),
        (".", 0, {}),
        ("", 0, {}),
    ],
)
def test_steps_are_counted_from_the_limit_on(steps: str, limit: int, counts: dict[int, int]) -> None:
    found = added(responses(steps), limit=limit)
    assert found.counts == ({AA: {"teachers": counts}} if counts else {})
    assert list(found.counts.get(AA, {}).get("teachers", {})) == sorted(counts)


def test_they_are_added_to_those_that_are_there() -> None:
    there = assessment({AA: cell(groups={"teachers": {1: 2, 5: 1}, "nurses": {1: 4}}), AB: cell(2)})
    found = added({**responses("111"), **responses("222", place=AB, first=3)}, there)
    assert found.counts == {AA: {"teachers": {1: 5, 5: 1}}, AB: {"teachers": {2: 3}}}
    assert found.batches == (
        Batch("teachers", {"a/a": (3, 6), "a/b": (0, 3)}, texts=True, responses=tuple(f"r{n}" for n in range(6))),
    )


@pytest.mark.parametrize(("people", "fewest"), [(3, 2), (4, 3), (5, 3), (6, 4)])
def test_a_batch_is_in_while_more_than_half_of_it_are(people: int, fewest: int) -> None:
    counted = Collected(added(responses("1" * people)).batches)
    for many in range(1, people + 3):
        found = added(responses("1" * people), at_aa(teachers=many), collected=counted)
        assert bool(found.fewer) == (many < fewest)
        assert not found.counts


def test_each_counts_once_in_a_cell_and_with_its_text() -> None:
    before = Collected((FIRST,))
    assert added(responses("111", text="T"), THREE, collected=before) == Tally({}, {}, (), ())
    assert added(responses("11111", text="T"), THREE, collected=before) == Tally({}, {}, (), ())
    found = added(responses("111111", text="T"), THREE, collected=before)
    assert (found.counts, found.again) == ({AA: {"teachers": {1: 6}}}, frozenset())
    assert sorted(found.texts["teachers"]) == ["T3", "T4", "T5"]
    assert found.batches == (Batch("teachers", {"a/a": (3, 6)}, texts=True, responses=("r3", "r4", "r5")),)


def test_those_that_have_gone_are_counted_again_and_who_never_was_waits() -> None:
    before = Collected((FIRST,))
    for few in ("", "5", "55"):
        found = added(responses("111" + few, text="T"), collected=before)
        assert (found.counts, found.again) == ({AA: {"teachers": {1: 3}}}, {"teachers"})
        assert sorted(found.texts["teachers"]) == ["T0", "T1", "T2"]
        assert found.batches == before.batches
    assert added(responses("11.55"), collected=before).counts == {}
    assert added(responses("11.555"), collected=before).counts == {AA: {"teachers": {1: 2, 5: 3}}}


def test_who_waits_in_one_cell_and_is_counted_again_in_another_is_not_lost() -> None:
    before = Collected((BOTH, Batch("teachers", {"a/b": People(3, 6)}, texts=True, responses=("r3", "r4", "r5"))))
    again = responses("111111", place=AB) | {sign: in_both(one) for sign, one in responses("1115").items()}
    found = added(again, collected=before)
    assert found.counts == {AA: {"teachers": {1: 3}}, AB: {"teachers": {1: 5, 5: 1}}}
    now = assessment({AA: cell(groups={"teachers": {1: 3}}), AB: cell(groups={"teachers": {1: 5, 5: 1}})})
    counted = before.with_new(found.batches)
    assert added(again, now, collected=counted) == Tally({}, {}, (), ())
    assert added(again | responses("55", first=6), now, collected=counted).counts == {AA: {"teachers": {1: 3, 5: 3}}}


@pytest.mark.parametrize("ones", [3, 2])
def test_what_was_counted_again_may_come_back_as_it_was_first(ones: int) -> None:
    before = Collected((BOTH,))
    emptied = assessment({AB: cell(groups={"teachers": {1: 3}})})
    given = responses("1" * ones) | responses("555", first=3)
    found = added(given, emptied, collected=before)
    assert found.counts == {AA: {"teachers": {1: ones, 5: 3}}}
    counted = before.with_new(found.batches)
    assert added(given, THREE, collected=counted).counts == {AA: {"teachers": {1: 3, 5: 3}}}
    assert added(given, assessment(), collected=counted).counts == {AA: {"teachers": {1: ones, 5: 3}}}


def test_those_who_come_in_beside_others_do_not_hide_that_some_are_missing() -> None:
    found = added(responses("444", first=3), at_aa(teachers=1), collected=Collected((BOTH,)))
    counted = Collected((BOTH,)).with_new(found.batches)
    assert added(responses("111"), at_aa(teachers=4), collected=counted).fewer == (("teachers", AA),)


def test_where_others_stand_than_were_counted_the_cell_is_named() -> None:
    before = Collected(
        (Batch("teachers", {"a/a": People(0, 6)}, texts=True, responses=tuple(f"r{n}" for n in range(6))),)
    )
    named_only = Tally({}, {}, (), (), fewer=(("teachers", AA),))
    assert added(responses("111111"), THREE, collected=before) == named_only
    assert added(responses("11...."), THREE, collected=before) == Tally({}, {}, (), ())


def test_texts_and_steps_are_counted_each_for_itself() -> None:
    only_steps = Collected((replace(FIRST, texts=False),))
    found = added(responses("111", text="T"), THREE, collected=only_steps)
    assert (found.counts, sorted(found.texts["teachers"])) == ({}, ["T0", "T1", "T2"])
    assert found.batches == (Batch("teachers", {}, texts=True, responses=("r0", "r1", "r2")),)
    only_texts = Collected((Batch("teachers", {}, texts=True, responses=("r0", "r1", "r2")),))
    found = added(responses("111", text="T"), collected=only_texts)
    assert (found.counts, found.texts) == ({AA: {"teachers": {1: 3}}}, {})
    assert found.batches == (replace(FIRST, texts=False),)


def test_what_nobody_has_written_is_no_text() -> None:
    blank = {
        sign: one.model_copy(update={"text": text})
        for (sign, one), text in zip(responses("1111", text="T").items(), (None, "  ", " T ", ""), strict=True)
    }
    assert added(blank).texts == {"teachers": ["T"]}
    assert added(responses("1111")).texts == {}


def test_texts_stand_in_the_same_order_whatever_the_files_are_called() -> None:
    found = responses("11111", text="T")
    turned = dict(reversed(found.items()))
    assert added(found).texts == added(turned).texts
    assert added(found).texts["teachers"] != sorted(added(found).texts["teachers"])
    assert added(turned).batches[0].responses == ("r0", "r1", "r2", "r3", "r4")


def test_groups_and_cells_stand_in_the_frameworks_order() -> None:
    every = {**responses("111", "unknown", AB, first=6), **responses("111", "nurses", AB, first=3), **responses("111")}
    found = added(every)
    assert [(place, list(groups)) for place, groups in found.counts.items()] == [
        (AA, ["teachers"]),
        (AB, ["nurses", "unknown"]),
    ]
    assert [batch.group for batch in found.batches] == ["teachers", "nurses", "unknown"]


def test_a_cell_that_does_not_apply_is_left() -> None:
    outside = assessment({AA: Cell.model_validate({"not_applicable": "Not ours."})})
    found = added({**responses("111"), **responses("222", "nurses", first=3)}, outside)
    assert (found.counts, found.left) == ({}, (AA,))
    assert [(batch.cells, batch.texts) for batch in found.batches] == [({}, True), ({}, True)]
    assert added(responses("11"), outside).left == ()


def test_each_version_that_was_is_known_when_it_comes_back() -> None:
    """A first run, one after it, both again from nothing: whichever of these stands there, nobody counts twice."""
    every = responses("1" * 7)
    versions, counted = [0], NOTHING
    for start, given in ((0, 3), (1, 7), (0, 7), (0, 3), (4, 7)):
        found = added(dict([*every.items()][:given]), at_aa(teachers=versions[start]), collected=counted)
        counted = counted.with_new(found.batches)
        versions.append(found.counts[AA]["teachers"][1])
        for many in versions:
            after = added(every, at_aa(teachers=many), collected=counted).counts
            assert after == ({} if many == len(every) else {AA: {"teachers": {1: 7}}})
    assert versions == [0, 3, 7, 7, 3, 7]


@pytest.mark.parametrize(
    ("people", "new", "named"),
    [(0, 16, False), (1, 0, True), (2, 0, True), (3, 11, False), (5, 11, False), (6, 10, False), (11, 5, False)],
)
def test_the_number_that_stands_there_tells_who_is_in(people: int, new: int, *, named: bool) -> None:
    """Six were counted, five after them, and five others from nothing."""
    steps = [("teachers", range(6), 0), ("teachers", range(6, 11), 6), ("teachers", range(11, 16), 0)]
    log = Collected(tuple(
        Batch(group, {"a/a": People(before, before + len(who))}, texts=True, responses=tuple(f"r{n}" for n in who))
        for group, who, before in steps
    ))  # fmt: skip
    found = added(responses("1" * 16), at_aa(teachers=people), collected=log)
    assert sum(found.counts.get(AA, {}).get("teachers", {}).values()) == (people + new if new else 0)
    assert bool(found.fewer) is named


def test_a_list_that_was_written_alone_does_not_say_it_twice() -> None:
    """What only the texts were taken of stays last."""
    given = responses("111") | responses("...", text="T", first=3)
    found = added(given, collected=Collected((FIRST,)))
    counted = Collected((FIRST,)).with_new(found.batches)
    assert counted.batches == (FIRST, *found.batches[1:])
    assert counted.with_new(added(given, collected=counted).batches) == counted


@pytest.mark.parametrize("seed", range(100))
def test_whatever_comes_back_or_is_cut_short_nobody_counts_twice_and_nobody_is_lost(seed: int) -> None:
    """Each response has a step of its own, so that the counts show whom the assessment holds."""
    drawn = Random(seed)  # noqa: S311 - it keeps no secret
    versions, at, counted = [dict[int, int]()], 0, NOTHING
    given: dict[str, Response] = {}
    for _turn in range(12):
        for _one in range(drawn.choice((0, 0, 1, 2, 4))):
            given |= responses(str(len(given) + 1), first=len(given)) if len(given) < 9 else {}
        at = drawn.choice((at, at, drawn.randrange(len(versions))))
        there = assessment({AA: cell(groups={"teachers": versions[at]} if versions[at] else {})})
        found = added(given, there, collected=counted)
        counted = counted.with_new(found.batches)
        if drawn.random() < 0.2:
            continue  # the list was written, and nothing after it
        now = found.counts.get(AA, {}).get("teachers", versions[at])
        versions, at = [*versions, dict(now)], len(versions)
        assert set(now.values()) <= {1}
        ever = {sign for one in counted.batches for sign in one.responses}
        missing = {sign for sign, one in given.items() if one.steps[AA.principle][AA.area] not in now}
        assert len(missing - ever) < 3
        assert len(missing & ever) < 3
        assert not found.fewer
        again = added(given, assessment({AA: cell(groups={"teachers": now} if now else {})}), collected=counted)
        assert again == Tally({}, {}, (), ())


def test_the_list_is_gone_through_as_often_however_many_cells_and_groups_there_are() -> None:
    passes = []

    class Batches(tuple[Batch, ...]):
        __slots__ = ()

        def __iter__(self) -> Iterator[Batch]:
            passes.append(len(self))
            return super().__iter__()

    added(responses("111"), collected=Collected(Batches([replace(FIRST, responses=("r0",))])))
    assert len(passes) == 1
