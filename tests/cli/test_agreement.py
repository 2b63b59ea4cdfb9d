"""Samsyn: where groups differ, where one is divided, who has not been asked, and what is said of it."""

import json
import math
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosp_cli.analysis.groups.agreement import GroupResult, agreement
from crosp_cli.analysis.groups.disclosure import Answers, Disclosed
from crosp_cli.model.framework import Scale

Ratings = dict[str, dict[str, int]]
CELLS = ("funding", "governance", "capacity-building", "quality")
SECTION = """\
Samsyn
  Skillnader är något att börja samtalet i. Ingen grupp har mer rätt än en
  annan. Siffran är steget i mitten av gruppens svar (medianen).
  Där grupperna bedömer olika
    En gemensam riktning × Finansiering och flexibel resursfördelning
      Lärare (2) och Elevhälsa (3)
    En gemensam riktning × Styrning
      Barn och elever (0) och Personal i fritidshem + Skolbibliotekarie (1)
  Grupper där svaren går isär
    En gemensam riktning × Finansiering och flexibel resursfördelning
      Lärare
  Svar saknas från
    rektor och biträdande rektor: 2 av 2 frågor
    barn och elever: 1 av 2 frågor
    vårdnadshavare: 1 av 2 frågor
  Alla svar visas inte, så att ingen grupp med färre än 5 personer går att
  urskilja.
"""
PARTICIPANTS = "participants: [{group: principal, count: 1}, {group: pupils, count: 8}, {group: guardians, count: 6}]\n"
"""What the helper writes into every assessment."""


def cells_of(tables: tuple[Ratings, ...]) -> str:
    row = {area: {"current_state": {"group_ratings": table}} for area, table in zip(CELLS, tables, strict=False)}
    return f"shared-direction: {json.dumps(row)}"


@pytest.fixture
def agreements(crosp: Any, folder: Any) -> Callable[..., list[dict[str, Any]]]:
    """The agreements in the cells of an assessment with these tables."""

    def analysed(*tables: Ratings, more: str = "", **heading: str) -> list[dict[str, Any]]:
        if not (folder.path / "crosp.yaml").exists() or more:
            folder.project(more)
        name = folder.assessment(f"{heading.get('date', 'a')}.yaml", cells_of(tables), **heading)
        result = crosp("analyse", "--format", "json", name, cwd=folder.path)
        assert (result.status, result.err) == (0, "")
        (found,) = json.loads(result.out)["assessments"]
        return [cell["agreement"] for cell in found["cells"] if cell["principle"] == "shared-direction"][: len(tables)]

    return analysed


def shown(found: dict[str, Any]) -> list[list[str]]:
    return [one["groups"] for one in found["groups"]]


class TestGroups:
    def test_which_differ(self, agreements: Any) -> None:
        (found,) = agreements(
            {
                "student-health": {"2": 4, "3": 2},
                "teachers": {"0": 6, "1": 9, "2": 3},
                "leisure-staff": {"1": 4, "2": 4},
            }
        )
        assert found["groups"] == [
            {"groups": ["student-health"], "middle": [2, 2], "divided": False},
            {"groups": ["teachers"], "middle": [1, 1], "divided": False},
            {"groups": ["leisure-staff"], "middle": [1, 2], "divided": False},
        ]
        assert found["differ"] == [{"lower": ["teachers"], "higher": ["student-health"]}]
        assert found["held_back"] is False

    def test_the_order_in_the_file_does_not_matter(self, agreements: Any) -> None:
        table = {"student-health": {"2": 6}, "teachers": {"1": 9}, "guardians": {"0": 7}}
        one, other = agreements(table, dict(reversed(table.items())))
        assert one == other
        assert len(one["differ"]) == 3

    @pytest.mark.parametrize(
        ("counts", "divided"),
        [
            ({"0": 7, "1": 1, "2": 2, "3": 8}, True),
            ({"0": 3, "3": 3}, True),
            ({"0": 2, "2": 3}, True),
            ({"0": 2, "1": 2, "2": 2, "3": 2}, True),
            ({"0": 1, "3": 4}, False),
            ({"0": 1, "1": 3, "3": 1}, False),
            ({"1": 5, "2": 5}, False),
            ({"0": 6, "1": 9, "2": 3}, False),
            ({"2": 9}, False),
        ],
    )
    def test_which_are_divided(self, agreements: Any, counts: Any, divided: Any) -> None:
        (found,) = agreements({"teachers": counts})
        assert [one["divided"] for one in found["groups"]] == [divided]

    def test_who_has_not_been_asked_where_others_have(self, agreements: Any) -> None:
        nobody = {"teachers": {"0": 0, "2": 0}}
        found = agreements({"teachers": {"1": 6}, "guardians": {"1": 6}}, {"pupils": {"2": 8}}, {}, nobody)
        assert [one and one["not_asked"] for one in found] == [
            ["principal", "pupils"],
            ["principal", "guardians"],
            None,
            None,
        ]

    def test_none_that_took_part_is_expected_at_another_level(self, crosp: Any, folder: Any) -> None:
        folder.project()
        path = folder.assessment(cells=cells_of(({"teachers": {"1": 6}},)), level="teaching")
        text = (folder.path / path).read_text().replace(PARTICIPANTS, "participants: [{group: pupils, count: 0}]\n")
        folder.write("a.yaml", text)
        (found,) = json.loads(crosp("analyse", "--format", "json", "a.yaml", cwd=folder.path).out)["assessments"]
        assert [cell["agreement"]["not_asked"] for cell in found["cells"] if cell["agreement"]] == [[]]


class TestSmallGroups:
    def test_held_back_on_their_own(self, agreements: Any) -> None:
        table = {"teachers": {"1": 5}, "guardians": {"3": 4}, "pupils": {"0": 4}, "school-librarian": {"3": 1}}
        (found,) = agreements(table)
        assert shown(found) == [["teachers"]]
        assert found["differ"] == []
        assert found["held_back"] is True

    def test_together_within_their_arena(self, agreements: Any) -> None:
        small = {"school-librarian": {"0": 1}, "leisure-staff": {"0": 4}, "special-educators": {"3": 4}}
        (found,) = agreements({**small, "teachers": {"2": 6}})
        assert shown(found) == [["teachers"], ["leisure-staff", "school-librarian"]]
        assert found["differ"] == [{"lower": ["leisure-staff", "school-librarian"], "higher": ["teachers"]}]
        assert found["held_back"] is True

    def test_not_together_where_they_are_too_few(self, agreements: Any) -> None:
        two = {"school-librarian": {"0": 1}, "leisure-staff": {"0": 1}}
        (found,) = agreements({"school-librarian": {"0": 1}, "leisure-staff": {"0": 3}})
        assert (shown(found), found["held_back"]) == ([], True)
        (found,) = agreements(two, more="privacy: {smallest_group: 2}\n")
        assert (shown(found), found["held_back"]) == ([], True)

    def test_not_together_where_one_of_them_is_shown_in_another_cell(self, agreements: Any) -> None:
        alone, together = {"leisure-staff": {"0": 5}}, {"leisure-staff": {"0": 4}, "school-librarian": {"3": 1}}
        one, other = agreements(alone, together)
        assert (shown(one), shown(other), other["held_back"]) == ([["leisure-staff"]], [], True)

    def test_not_together_in_two_ways(self, agreements: Any) -> None:
        two = {"leisure-staff": {"0": 4}, "school-librarian": {"3": 2}}
        found = agreements(two, {**two, "support-staff": {"1": 2}})
        assert [shown(one) for one in found] == [[], []]

    @pytest.mark.parametrize("level", ["school", "teaching"])
    def test_the_same_way_on_every_occasion(self, agreements: Any, level: str) -> None:
        two = {"leisure-staff": {"0": 4}, "school-librarian": {"3": 2}}
        three = {**two, "support-staff": {"1": 2}}
        first = agreements(two, date="2025-10-15", occasion="2025-ht")
        assert shown(first[0]) == [["leisure-staff", "school-librarian"]]
        later = agreements(three, date="2026-10-15", level=level)
        assert shown(later[0]) == ([] if level == "school" else [sorted(three, key=order)])
        assert agreements(two, date="2025-10-15", occasion="2025-ht") == first, "a later occasion changes nothing"

    def test_alone_after_it_was_shown_with_another(self, agreements: Any) -> None:
        table = {"leisure-staff": {"0": 4}, "school-librarian": {"3": 2}}
        agreements(table, date="2025-10-15", occasion="2025-ht")
        (found,) = agreements({"leisure-staff": {"0": 6}, "teachers": {"2": 6}}, date="2026-10-15")
        assert (shown(found), found["differ"], found["held_back"]) == ([["teachers"]], [], True)

    def test_the_focus_does_not_give_them_away(self, crosp: Any, folder: Any) -> None:
        folder.project()
        path = folder.assessment(cells=cells_of(({"teachers": {"0": 6}, "guardians": {"3": 4}},)))
        (found,) = json.loads(crosp("analyse", "--format", "json", path, cwd=folder.path).out)["assessments"]
        assert found["focus"] == []
        assert not any(cell["groups_differ"] for cell in found["cells"])

    def test_a_limit_of_one_shows_all(self, agreements: Any) -> None:
        for limit in (0, 1):
            (found,) = agreements({"school-librarian": {"3": 1}}, more=f"privacy: {{smallest_group: {limit}}}\n")
            assert (shown(found), found["held_back"]) == ([["school-librarian"]], False)


def order(group: str) -> int:
    return ["leisure-staff", "support-staff", "school-librarian"].index(group)


TWO: Ratings = {"leisure-staff": {"0": 4}, "school-librarian": {"3": 2}}
THREE: Ratings = {**TWO, "support-staff": {"1": 2}}


class TestOtherFiles:
    """Which other assessments count."""

    def now(self, crosp: Any, folder: Any, *paths: Any, said: str = "") -> list[list[str]]:
        folder.assessment("new.yaml", cells_of((THREE,)))
        result = crosp("analyse", "--format", "json", *(paths or ("new.yaml",)), cwd=folder.path)
        assert (result.status, result.err[: len(said) or None]) == (0, said)
        found = json.loads(result.out)["assessments"]
        (one,) = [one for one in found if one["date"] == "2026-10-15"]
        return [groups for cell in one["cells"] if cell["agreement"] for groups in shown(cell["agreement"])]

    def old(self, folder: Any, name: str = "old/a.yaml", **heading: str) -> Any:
        return folder.assessment(name, cells_of((TWO,)), **{"date": "2025-10-15", "occasion": "2025", **heading})

    def test_none(self, crosp: Any, folder: Any) -> None:
        folder.project()
        assert self.now(crosp, folder) == [sorted(THREE, key=order)]

    @pytest.mark.parametrize("heading", [{}, {"date": "2026-10-15"}])
    def test_one_that_the_command_was_not_given(self, crosp: Any, folder: Any, heading: Any) -> None:
        folder.project()
        self.old(folder, **heading)
        assert self.now(crosp, folder) == []
        assert self.now(crosp, folder, folder.path / "new.yaml") == []
        assert "Leisure" not in crosp("render", "new.yaml", "--format", "markdown", "-o", "-", cwd=folder.path).out

    @pytest.mark.parametrize("heading", [{"unit": "asko"}, {"level": "teaching"}, {"date": "2027-01-01"}])
    def test_one_of_another_unit_or_level_or_later(self, crosp: Any, folder: Any, heading: Any) -> None:
        folder.project()
        self.old(folder, **heading)
        assert self.now(crosp, folder) != []

    def test_one_of_another_project(self, crosp: Any, folder: Any) -> None:
        folder.project()
        self.old(folder)
        folder.write("old/crosp.yaml", (folder.path / "crosp.yaml").read_text())
        assert self.now(crosp, folder) != []
        assert self.now(crosp, folder, "new.yaml", "old") != []

    def test_one_that_does_not_hold(self, crosp: Any, folder: Any) -> None:
        folder.project()
        folder.write("old/a.yaml", (folder.path / self.old(folder)).read_text() + "surplus: 1\n")
        assert self.now(crosp, folder, said="old/a.yaml") == []

    def test_without_a_project_those_that_are_given(self, crosp: Any, folder: Any) -> None:
        self.old(folder)
        assert self.now(crosp, folder) != []
        assert self.now(crosp, folder, "new.yaml", "old") == []


class TestForms:
    """What a reader sees."""

    @pytest.fixture
    def path(self, folder: Any) -> Any:
        folder.project()
        tables: tuple[Ratings, ...] = (
            {"teachers": {"0": 7, "1": 1, "3": 8}, "student-health": {"3": 6}, "guardians": {"0": 3}},
            {"leisure-staff": {"1": 4}, "school-librarian": {"1": 1}, "pupils": {"0": 8}},
        )
        return folder.assessment(cells=cells_of(tables))

    def said(self, crosp: Any, folder: Any, *arguments: Any) -> str:
        result = crosp(*arguments, cwd=folder.path)
        assert (result.status, result.err) == (0, "")
        return str(result.out)

    def test_text(self, crosp: Any, folder: Any, path: Any) -> None:
        text = self.said(crosp, folder, "analyse", "--full", path, "--lang", "sv")
        section = text[text.index("Samsyn\n") : text.index("\nSå många på varje steg")]
        assert section == SECTION
        assert max(map(len, section.splitlines())) <= 80

    @pytest.mark.parametrize("language", ["sv", "en"])
    def test_every_form_says_the_same(self, crosp: Any, folder: Any, path: Any, language: str) -> None:
        words = {
            "sv": (
                "Samsyn",
                "Barn och elever (0) och Personal i fritidshem + Skolbibliotekarie (1)",
                "svaren går isär",
            ),
            "en": (
                "Shared understanding",
                "Learners (0) and School-age educare staff + School librarian (1)",
                "answers go apart",
            ),
        }[language]
        for arguments in (
            ("analyse", "--full", path),
            ("analyse", "--full", path, "--format", "markdown"),
            ("render", path, "--format", "html", "-o", "-"),
            ("render", path, "--format", "markdown", "-o", "-"),
        ):
            text = self.said(crosp, folder, *arguments, "--lang", language)
            text = " ".join(text.replace("\\", "").replace("\u00a0", " ").split())
            for word in words:
                assert word in text, (arguments, word)
            assert ("5 personer" if language == "sv" else "5 people") in text

    def test_participants(self, crosp: Any, folder: Any, path: Any) -> None:
        for form in ("html", "markdown"):
            text = self.said(crosp, folder, "render", path, "--format", form, "-o", "-", "--lang", "en")
            text = text.replace("&nbsp;", " ").replace("\\", "")
            assert "principal and deputy, learners (8) and guardians (6)" in text

    def test_without_ratings_nothing_is_said(self, crosp: Any, folder: Any) -> None:
        folder.project()
        path = folder.assessment(cells="shared-direction: {funding: {current_state: {rating: 1}}}")
        for arguments in (("analyse", "--full", path), ("render", path, "-o", "-")):
            assert "Shared understanding" not in self.said(crosp, folder, *arguments, "--lang", "en")

    def test_nothing_to_compare_and_nothing_that_differs(self, crosp: Any, folder: Any) -> None:
        folder.project()
        path = folder.assessment(cells=cells_of(({"teachers": {"1": 6}},)))
        assert "Nowhere are there answers from two groups" in self.said(
            crosp, folder, "analyse", "--full", path, "--lang", "en"
        )
        path = folder.assessment(cells=cells_of(({"teachers": {"1": 6}, "pupils": {"1": 6}},)))
        assert "they see it alike" in self.said(crosp, folder, "analyse", "--full", path, "--lang", "en")


# --- rules that always hold -------------------------------------------------------------------------------------

VALUES = (0, 1, 3, 4, 9)
SCALE = Scale.model_validate(
    {"title": {"en": "Scale"}, "steps": [{"value": str(value), "label": {"en": "Step"}} for value in VALUES]}
)
people = st.lists(st.sampled_from(VALUES), min_size=1, max_size=12)


def result_of(*groups: list[int]) -> Any:
    answers = [
        Answers((str(number),), {step: group.count(step) for step in group}) for number, group in enumerate(groups)
    ]
    return agreement(Disclosed(tuple(answers), held_back=False, not_asked=()), SCALE)


@given(one=people, other=people)
def test_groups_without_a_step_in_common_differ(one: list[int], other: list[int]) -> None:
    found = result_of(one, other)
    if max(one) < min(other):
        assert found.differ == (found.groups,)
    assert bool(found.differ) == bool(result_of(other, one).differ)
    assert not result_of(one, one).differ


@given(group=people)
def test_at_least_half_stand_on_either_side_of_the_middle(group: list[int]) -> None:
    (found,) = result_of(group).groups
    assert isinstance(found, GroupResult)
    low, high = found.middle
    assert low <= high
    assert 2 * sum(answer <= low for answer in group) >= len(group) <= 2 * sum(answer >= high for answer in group)


@given(group=people, answer=st.sampled_from(VALUES))
def test_one_person_never_makes_a_group_that_is_of_one_mind_divided(group: list[int], answer: int) -> None:
    (found,) = result_of([group[0]] * len(group) + [answer]).groups
    assert not found.divided


@given(group=people)
def test_a_divided_group_has_two_sides(group: list[int]) -> None:
    (found,) = result_of(group).groups
    places = [VALUES.index(answer) for answer in group]
    least = max(2, len(group) / 4)
    sides = any(
        min(sum(place <= step for place in places), sum(place >= step + 2 for place in places)) >= least
        for step in range(len(VALUES))
    )
    assert sides or not found.divided
    # Those on neither side: where they are fewer than three, how many chose a step could follow.
    untold = len(group) - 2 * math.ceil(least)
    assert found.divided or not (sides and untold >= 3)
