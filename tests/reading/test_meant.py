"""Whoever writes a title where a name, a key or a step is wanted is told what to write, in either language."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from crosp_cli.findings import Finding
from crosp_cli.limits import COMPARED, COMPARED_CHARACTERS, OFFERED, SUGGESTIONS
from crosp_cli.reading.documents.document import document_of, tree_from
from crosp_cli.reading.documents.framework import read_built_in
from crosp_cli.reading.documents.kinds import KINDS
from crosp_cli.reading.documents.meant import closest
from crosp_cli.reading.documents.names import offered
from crosp_cli.reading.rules import of_shape

HEAD = """\
format: crosp-assessment/1
framework: spsm-crosp@2024
unit: ekskolan
level: school
occasion: 2026-ht
date: 2026-10-15
"""
FRAMEWORK = read_built_in().framework


def found(text: str) -> list[Finding]:
    tree, findings = tree_from(text.encode(), "a.yaml")
    assert tree is not None
    return document_of(KINDS["assessment"], tree, findings, FRAMEWORK).findings


def in_cell(part: str) -> str:
    return f"{HEAD}cells: {{shared-direction: {{funding: {{{part}}}}}}}\n"


def measure(part: str) -> str:
    return in_cell(f"measures: [{{id: a, what: x, {part}}}]")


@pytest.mark.parametrize(
    ("text", "write"),
    [
        (HEAD.replace("level: school", "level: Skola"), "school"),
        (HEAD.replace("level: school", "level: undervisning"), "teaching"),
        (HEAD + "participants: [{group: lärare}]", "teachers"),
        (HEAD + "participants: [{group: Speciallärare}]", "special-educators"),
        (HEAD + "participants: [{group: rektor}]", "principal"),
        (HEAD + "participants: [{group: elev}]", "pupils"),
        (HEAD + "participants: [{group: Student health}]", "student-health"),
        (HEAD + "cells: {En gemensam riktning: }", "shared-direction"),
        (HEAD + "cells: {shared-direction: {Finansiering: }}", "funding"),
        (in_cell("current_state: {rating: På plats}"), "2"),
        (in_cell("current_state: {rating: in place}"), "2"),
        (in_cell("current_state: {rating: 1 (Påbörjat)}"), "1"),
        (in_cell("need: {target: Följs upp}"), "3"),
        (in_cell("need: {priority: hög}"), "high"),
        (in_cell("current_state: {group_ratings: {lärare: {0: 5}}}"), "teachers"),
        (measure("orientation: främjande"), "promoting"),
        (measure("orientation: Förebyggande"), "preventive"),
        (measure("scope: grupp"), "group"),
        (measure("status: pågår"), "ongoing"),
        (measure("status: Klar"), "done"),
        (measure("follow_ups: [{source: enkät}]"), "survey"),
        (measure("follow_ups: [{source: protokoll}]"), "records"),
        (measure("follow_ups: [{decision: Fortsätta}]"), "continue"),
        (measure("collaboration: {solves_at: huvudman}"), "organiser"),
        (measure("due: 12 februari 2027"), "2027-02-12"),
        (measure("due: den 1 mars 2027"), "2027-03-01"),
        (measure("due: 15/10 2026"), "2026-10-15"),
        (measure("due: 2027-2-12"), "2027-02-12"),
        (measure("due: 20270212"), "2027-02-12"),
    ],
)
def test_a_title_is_understood(text: str, write: str) -> None:
    advice = [finding.help(language) for finding in found(text) for language in ("sv", "en")]
    assert len(advice) == 2
    assert advice[0].startswith(f"Skriv `{write}`.")
    assert advice[1].startswith(f"Write `{write}`.")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (in_cell("nuläge: "), "current_state"),
        (in_cell("Behov av utveckling: "), "need"),
        (in_cell("Insatser: "), "measures"),
        (in_cell("current_state: {Reflektion: x}"), "reflection"),
        (in_cell("current_state: {hindrar: x}"), "hinders"),
        (measure("ansvarig: rektor"), "responsible"),
        (measure("Klart senast: 2026-12-01"), "due"),
    ],
)
def test_a_key_in_swedish_is_understood(text: str, key: str) -> None:
    (finding,) = found(text)
    assert f"”{key}”" in finding.message("sv")


@pytest.mark.parametrize("rating", ["ja", "1,5", "1.5", "2/3", "hög"])
def test_what_is_no_step_is_answered_with_the_steps(rating: str) -> None:
    (finding,) = found(in_cell(f'current_state: {{rating: "{rating}"}}'))
    assert finding.code == "CR108"
    assert finding.help("sv").startswith("Skriv 0, 1, 2 eller 3.")
    assert finding.help("en").startswith("Write 0, 1, 2 or 3.")


def test_counts_of_a_group_are_shown_by_example() -> None:
    (finding,) = found(in_cell("current_state: {group_ratings: {pupils: 1 2 2}}"))
    assert "`pupils: {0: 2, 1: 9, 2: 4}`" in finding.help("sv")


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (HEAD.replace("occasion: 2026-ht", "occasion: Ht 2026"), "ht-2026"),
        (HEAD.replace("unit: ekskolan", "unit: Östra Ekskolan"), "ostra-ekskolan"),
        (in_cell("measures: [{id: Ta fram en nyckel, what: x}]"), "ta-fram-en-nyckel"),
    ],
)
def test_a_short_name_is_made_of_what_stands_there(text: str, made: str) -> None:
    (finding,) = found(text)
    assert f"`{made}`" in finding.help("sv")
    assert made not in finding.help("sv", quote=False)


def test_every_title_of_the_framework_is_understood() -> None:
    assert FRAMEWORK is not None
    for entries in axes(FRAMEWORK):
        titles = {entry.id: list(entry.title.values()) for entry in entries}
        for name, found_titles in titles.items():
            for title in found_titles:
                assert closest(title.upper(), titles) == name


def axes(framework: Any) -> Iterator[Any]:
    head = framework.head
    yield from (head.levels, head.groups, head.scopes, head.orientations, head.organiser_types, head.school_forms)
    yield from (framework.principles.entries, framework.areas.entries)


def test_what_is_like_nothing_is_not_guessed() -> None:
    assert closest("vaktmästare", {"teachers": ["Lärare"], "principal": ["Rektor"]}) is None


@pytest.mark.parametrize(
    ("written", "write"), [("type: Kommun", "municipal"), ("type: Enskild huvudman", "independent")]
)
def test_of_a_project(crosp: Any, tmp_path: Path, written: str, write: str) -> None:
    organiser = f"organiser: {{id: a, name: A, {written}}}"
    (tmp_path / "crosp.yaml").write_text(f"format: crosp-project/1\nframework: spsm-crosp@2024\n{organiser}\n", "utf-8")
    assert f"Skriv `{write}`." in crosp("validate", ".", "--lang", "sv", cwd=tmp_path).out


def test_the_nearest_is_looked_for_a_number_of_times_in_a_file() -> None:
    groups = ", ".join(f"{{group: teacherz-{number}, count: 5}}" for number in range(SUGGESTIONS + 9))
    rules = [finding.rule for finding in found(f"{HEAD}participants: [{groups}]\n")]
    assert rules.count(of_shape.UNKNOWN_NAME_NEAR) == SUGGESTIONS
    assert rules.count(of_shape.UNKNOWN_NAME) == 9


def test_what_is_long_is_compared_with_nothing_and_nothing_with_what_is_long() -> None:
    longest = "a" * COMPARED_CHARACTERS
    assert closest(longest, {"one": [longest]}) == "one"
    assert closest(f"{longest}a", {"one": [f"{longest}a", longest]}) is None
    assert closest(longest, {"one": [f"{longest}a"]}) is None


def test_a_name_is_compared_with_the_first_of_many() -> None:
    names = {f"x{number}": ["title"] for number in range(COMPARED // 2)}
    assert closest("last", {"last": [], **names}) == "last"
    assert closest("last", {**names, "last": []}) is None


def test_of_many_names_the_first_are_offered() -> None:
    names = [f"x{number}" for number in range(OFFERED + 1)]
    assert offered(names[:OFFERED]).endswith(f"x{OFFERED - 1}")
    assert offered(names).endswith(f"x{OFFERED - 1}, …")
