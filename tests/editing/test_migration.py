"""Migration: whatever was written is found again, comments and layout stay, and a second time changes nothing."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from io import StringIO
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.console import Console

from crosp_cli.editing.migration import file
from crosp_cli.editing.migration.file import (
    FileMigration,
    Problem,
    Rewritten,
    migrate_assessment,
    plan_assessment,
    plan_project,
)
from crosp_cli.editing.migration.levels import plan_levels
from crosp_cli.editing.migration.record import Why
from crosp_cli.editing.migration.text import NewText
from crosp_cli.editing.source_layout import Layout
from crosp_cli.findings import Severity
from crosp_cli.limits import DEFINITION_CHARACTERS, NAME_CHARACTERS
from crosp_cli.model.assessment import Assessment
from crosp_cli.model.framework import Axis, Framework
from crosp_cli.model.migrations import KINDS, Migration, Migrations
from crosp_cli.model.project import Project
from crosp_cli.output.migration.json import as_json
from crosp_cli.output.migration.terminal import as_terminal
from crosp_cli.reading.documents import kinds
from crosp_cli.reading.documents.document import document, tree_from
from crosp_cli.reading.documents.framework import FrameworkFolder, built_in_folder, read_framework
from crosp_cli.reading.documents.migrations import against, read_migrations
from crosp_cli.reading.workspace import framework_findings
from crosp_cli.reading.yaml.decode import decode

ROOT = Path(__file__).resolve().parents[2]
NEWER = ROOT / "tests" / "frameworks" / "inclusion-walk-2"
OLDER = ROOT / "examples" / "other-framework"
ASSESSMENTS = sorted((ROOT / "examples").rglob("assessments/**/*.yaml"))
VALID = sorted(
    path
    for path in (ROOT / "tests" / "examples" / "valid").glob("*.yaml")
    if b"crosp-assessment/1" in path.read_bytes() and b"spsm-crosp@2024" in path.read_bytes()
)


@cache
def folder(path: Path) -> FrameworkFolder:
    return read_framework(path)


def framework(path: Path) -> Framework:
    found = folder(path).framework
    assert found is not None
    return found


@cache
def walk() -> Migration:
    migrations, findings = read_migrations(folder(NEWER))
    assert migrations is not None
    assert findings == []
    found = migrations.since("inclusion-walk@1")
    assert found is not None
    return found


def migrated(text: str | bytes, migration: Migration | None = None, new: Framework | None = None) -> Rewritten:
    """What becomes of a text, by the test framework unless another one is given."""
    data = text if isinstance(text, bytes) else text.encode()
    tree, findings = tree_from(data, "a.yaml")
    assert tree is not None, findings
    return migrate_assessment(data, tree.text, "a.yaml", migration or walk(), new or framework(NEWER), "en")


def read(text: str | bytes) -> dict[str, Any]:
    """A file as any YAML reader sees it, every value as text."""
    found: dict[str, Any] = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 -- text only
    return found


def result(rewritten: Rewritten) -> dict[str, Any]:
    assert rewritten.content is not None, rewritten.findings
    return read(rewritten.content)


def leaves(node: Any, steps: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], str]]:
    if isinstance(node, dict | list):
        for step, part in node.items() if isinstance(node, dict) else enumerate(node):
            yield from leaves(part, (*steps, step))
    elif node:
        yield steps, node


HEAD = """\
format: crosp-assessment/1
framework: inclusion-walk@1
unit: mill-lane
level: school-team
occasion: 2026-autumn
date: 2026-10-20
"""


# --- the test framework ---------------------------------------------------------------------------------------


def test_the_newer_framework_holds_together() -> None:
    assert [finding.message("en") for finding in framework_findings(folder(NEWER))] == []


class TestNames:
    def test_are_replaced_where_they_stand(self) -> None:
        text = HEAD + (
            "participants: [{group: educators, count: 12}]  # all of them\n"
            "cells:\n"
            "  # a path\n"
            "  arriving:   # first\n"
            "    everyday-practice: {measures: [{id: a, what: Mend it, orientation: 'remedial'}]}\n"
        )
        made = migrated(text)
        assert made.content is not None
        expected = text.replace("inclusion-walk@1", "inclusion-walk@2").replace("school-team", "school")
        expected = expected.replace("educators", "staff").replace("arriving:", "welcome:")
        assert made.content.decode() == expected.replace("'remedial'", "'mending'")
        assert made.new is not None
        assert made.new.layout_kept

    def test_of_levels_that_solve_a_problem(self) -> None:
        cell = "measures: [{id: a, what: b, collaboration: {with: [c], solves_at: school-team}}]"
        found = result(migrated(f"{HEAD}cells: {{arriving: {{everyday-practice: {{{cell}}}}}}}\n"))
        (measure,) = found["cells"]["welcome"]["everyday-practice"]["measures"]
        assert measure["collaboration"]["solves_at"] == "school"

    def test_without_a_counterpart_are_kept_with_the_measure_they_belong_to(self) -> None:
        cell = "measures: [{id: a, what: b, scope: group}, {id: c, what: d, scope: organisation}]"
        found = result(migrated(f"{HEAD}cells: {{arriving: {{everyday-practice: {{{cell}}}}}}}\n"))
        first, second = found["cells"]["welcome"]["everyday-practice"]["measures"]
        assert (first["scope"], second["scope"]) == ("~", "organisation")
        kept = found["kept_from"]["inclusion-walk@1"]["cells"]["arriving"]["everyday-practice"]
        assert kept == {"measures": [{"id": "a", "scope": "group"}]}

    def test_of_a_kind_that_the_newer_version_does_not_list_stay(self) -> None:
        any_groups = framework(NEWER).model_copy(
            update={"head": framework(NEWER).head.model_copy(update={"groups": ()})}
        )
        made = result(migrated(f"{HEAD}participants: [{{group: anybody, count: 3}}]\n", new=any_groups))
        assert made["participants"] == [{"group": "anybody", "count": "3"}]
        assert "kept_from" not in made

    def test_of_two_columns_that_become_one_bring_their_cells_together(self) -> None:
        one = walk().model_copy(update={"areas": {"time-and-people": "everyday-practice"}})
        text = HEAD + (
            "cells:\n"
            "  arriving:\n"
            "    everyday-practice:\n"
            "      need: {analysis: First}\n"
            "    # beside\n"
            "    time-and-people:\n"
            "      measures: [{id: a, what: Second}]\n"
        )
        made = migrated(text, one)
        cell = result(made)["cells"]["welcome"]["everyday-practice"]
        assert (cell["need"]["analysis"], cell["measures"]) == ("First", [{"id": "a", "what": "Second"}])
        assert made.new is not None
        assert made.new.layout_kept
        assert "# beside" in made.new.text

    def test_of_each_measure_are_kept_with_it(self) -> None:
        solved = "collaboration: {with: [d], solves_at: gone}"
        cell = f"measures: [{{id: a, what: b, scope: group, {solved}}}, {{id: c, what: d, scope: group}}]"
        gone = walk().model_copy(update={"levels": {**walk().levels, "gone": None}})
        found = result(migrated(f"{HEAD}cells: {{arriving: {{everyday-practice: {{{cell}}}}}}}\n", gone))
        kept = found["kept_from"]["inclusion-walk@1"]["cells"]["arriving"]["everyday-practice"]
        assert kept["measures"] == [
            {"id": "a", "scope": "group", "collaboration": {"solves_at": "gone"}},
            {"id": "c", "scope": "group"},
        ]

    def test_are_counted_as_often_as_they_stood(self) -> None:
        mending = "orientation: remedial"
        measures = f"measures: [{{id: a, what: b, {mending}}}, {{id: c, what: d, {mending}, scope: group}}]"
        cell = f"current_state: {{rating: 3}}, need: {{target: 4}}, {measures}"
        people = "participants: [{group: heads}, {group: educators}, {group: network-staff}]\n"
        made = migrated(f"{HEAD}{people}cells: {{arriving: {{everyday-practice: {{{cell}}}}}}}\n")
        assert made.outcome is not None
        assert made.outcome.renamed == {
            ("levels", "school-team", "school"): 1,
            ("groups", "educators", "staff"): 1,
            ("principles", "arriving", "welcome"): 1,
            ("orientations", "remedial", "mending"): 2,
        }
        assert made.outcome.stepped == {(3, 2): 1, (4, 3): 1}

    def test_that_nobody_knows_are_kept_as_well(self) -> None:
        found = result(migrated(HEAD + "cells:\n  misspelt:\n    everyday-practice:\n      need: {analysis: Mine.}\n"))
        assert not found["cells"]
        assert found["kept_from"]["inclusion-walk@1"]["cells"] == {
            "misspelt": {"everyday-practice": {"need": {"analysis": "Mine."}}}
        }

    def test_of_groups_that_took_part(self) -> None:
        items = "  - {group: network-staff, count: 2}\n  # heads came late\n  - group: heads\n    count: 1\n"
        made = migrated(HEAD + "participants:\n" + items)
        found = result(made)
        assert found["participants"] == [{"group": "heads", "count": "1"}]
        assert found["kept_from"]["inclusion-walk@1"]["participants"] == [{"group": "network-staff", "count": "2"}]
        assert made.content is not None
        assert "participants:\n  # heads came late\n  - group: heads\n    count: 1\n" in made.content.decode()


Scale = Mapping[int, int | None] | None


def by_scale(scale: Scale) -> Migration:
    written = None if scale is None else {str(old): new if new is None else str(new) for old, new in scale.items()}
    return Migration.model_validate({**walk().model_dump(by_alias=True, exclude={"scale"}), "scale": written})


EVERY_STEP = by_scale({1: 1, 3: 2, 4: 3})


def said_of(scale: Scale, groups: str) -> str:
    """What a migration tells of a file with these answers: in its answers, its report and the file, but for counts."""
    cells = f"cells:\n  arriving:\n    everyday-practice: {{current_state: {{group_ratings: {{{groups}}}}}}}\n"
    made = migrated(HEAD + cells, by_scale(scale))
    plan = FileMigration("a.yaml", "inclusion-walk@1", "inclusion-walk@2", made)
    told = [as_terminal([plan], "en", written=False), as_json([plan], "en", written=False)]
    console = Console(width=100, file=StringIO())
    with console.capture() as shown:
        console.print(*told)
    found = result(made)
    kept = [(steps, list(groups)) for steps, groups in _group_ratings(found.get("kept_from", {}))]
    return f"{shown.get()}{[(s, list(g)) for s, g in _group_ratings(found['cells'])]}{kept}"


class TestSteps:
    CELL = "cells:\n  arriving:\n    everyday-practice:\n      current_state:\n"

    def cell(self, lines: str) -> tuple[dict[str, Any], dict[str, Any]]:
        """The new cell, and what is kept of the old one."""
        found = result(migrated(HEAD + self.CELL + lines))
        kept = found.get("kept_from", {}).get("inclusion-walk@1", {}).get("cells", {}).get("arriving", {})
        return found["cells"]["welcome"]["everyday-practice"], kept.get("everyday-practice", {})

    def test_with_a_counterpart_of_their_own(self) -> None:
        cell, kept = self.cell("        rating: 3 # agreed\n      need:\n        target: 4\n")
        assert (cell["current_state"]["rating"], cell["need"]["target"]) == ("2", "3")
        assert kept == {}

    def test_that_have_become_one_are_carried_and_kept(self) -> None:
        cell, kept = self.cell("        rating: 2\n")
        assert cell["current_state"]["rating"] == "1"
        assert kept == {"current_state": {"rating": "2"}}

    def test_without_a_counterpart_leave_their_place_empty(self) -> None:
        cell, kept = self.cell("        reflection: Looked after.\n        rating: 5\n")
        assert cell["current_state"] == {"reflection": "Looked after.", "rating": ""}
        assert kept == {"current_state": {"rating": "5"}}

    @pytest.mark.parametrize("scale", [{1: 1, 3: 2, 4: 3, 5: None}, {1: 1, 2: 1, 3: 2, 4: 3}, {1: 1, 3: 2, 4: 3}, None])
    def test_of_groups_have_the_same_fate_whichever_they_are(self, scale: Scale) -> None:
        """That they are kept or carried would tell whether somebody chose the step that is lost, or one of two."""
        answers = [step for step in range(1, 6) if scale is None or scale.get(step, 0) != 0]
        found = {said_of(scale, f"learners: {{{step}: 1}}, heads: {{3: 6}}") for step in answers}
        assert len(found) == 1

    def test_of_groups_stay_out_of_the_whole_file_where_one_of_them_is_not_listed(self) -> None:
        row = "  {row}:\n    everyday-practice: {{current_state: {{group_ratings: {{learners: {{{step}: 1}}}}}}}}\n"
        cells = "cells:\n" + row.format(row="arriving", step=3) + row.format(row="looking-back", step=5)
        found = result(migrated(HEAD + cells, by_scale({1: 1, 3: 2, 4: 3})))
        assert list(_group_ratings(found["cells"])) == []
        assert len(list(_group_ratings(found["kept_from"]["inclusion-walk@1"]["cells"]))) == 2

    def test_of_groups_are_kept_where_the_scale_has_lost_one(self) -> None:
        cell, kept = self.cell("        group_ratings:\n          heads: {3: 6}\n          learners: {3: 5, 4: 2}\n")
        assert not cell["current_state"]["group_ratings"]
        assert kept["current_state"]["group_ratings"] == {"heads": {"3": "6"}, "learners": {"3": "5", "4": "2"}}

    def test_of_groups_are_carried_and_kept_where_two_have_become_one(self) -> None:
        migration = by_scale({1: 1, 2: 1, 3: 2, 4: 3})
        found = result(migrated(HEAD + self.CELL + "        group_ratings: {learners: {3: 5, 4: 2}}\n", migration))
        assert dict(_group_ratings(found["cells"])) == {
            ("welcome", "everyday-practice", "current_state", "group_ratings"): {"learners": {"2": "5", "3": "2"}}
        }
        kept = found["kept_from"]["inclusion-walk@1"]["cells"]["arriving"]["everyday-practice"]
        assert kept == {"current_state": {"group_ratings": {"learners": {"3": "5", "4": "2"}}}}

    def test_of_a_group_without_a_counterpart_are_kept_with_those_of_the_others(self) -> None:
        lines = "        group_ratings:\n          network-staff: {3: 6}\n          educators: {3: 5}\n"
        made = migrated(HEAD + self.CELL + lines, EVERY_STEP)
        found = result(made)
        assert [groups for _steps, groups in _group_ratings(found["cells"])] == [{"staff": {"2": "5"}}]
        kept = [groups for _steps, groups in _group_ratings(found["kept_from"]["inclusion-walk@1"])]
        assert kept == [{"network-staff": {"3": "6"}, "educators": {"3": "5"}}]
        assert made.outcome is not None
        assert made.outcome.kept[0].why is Why.NO_NAME
        assert made.outcome.renamed["groups", "educators", "staff"] == 1

    def test_of_a_group_are_moved_and_not_told_of(self) -> None:
        """Which steps they were is what the group answered, be it one person."""
        for counts in ("{1: 1, 3: 5, 4: 2}", "{3: 1}", "{4: 1}"):
            lines = f"        group_ratings:\n          learners: {counts}\n"
            made = migrated(HEAD + self.CELL + lines, EVERY_STEP)
            assert made.outcome is not None
            assert made.outcome.stepped == {}

    def test_of_a_group_are_moved_where_they_stand_with_its_name(self) -> None:
        lines = (
            "        group_ratings: # asked in May\n          educators: {3: 6} # by hand\n          heads: {4: 5}\n"
        )
        content = migrated(HEAD + self.CELL + lines, EVERY_STEP).content
        assert content is not None
        moved = lines.replace("educators: {3", "staff: {2").replace("{4", "{3")
        assert moved in content.decode()

    def test_of_groups_that_have_become_one_are_counted_together(self) -> None:
        lines = "        group_ratings:\n          educators: {3: 6}\n          support-team: {3: 2, 4: 1}\n"
        found = result(migrated(HEAD + self.CELL + lines, EVERY_STEP))
        assert [groups for _steps, groups in _group_ratings(found["cells"])] == [{"staff": {"2": "8", "3": "1"}}]
        ((_steps, kept),) = _group_ratings(found["kept_from"]["inclusion-walk@1"])
        assert list(kept) == ["educators", "support-team"]


IN_OLD = "cells:\n  arriving:\n    everyday-practice:\n      current_state:\n"
IN_NEW = IN_OLD.replace("arriving", "welcome")
NEW_HEAD = HEAD.replace("walk@1", "walk@2").replace("school-team", "school")
MINE = "    everyday-practice:\n      need: {analysis: Mine.}  # so\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            f"{IN_OLD}        group_ratings: # all\n          heads: {{5: 1}} # y\n          learners: {{3: 5}}\n",
            f"{IN_NEW}        # all\n        # y\n        group_ratings:\n",
        ),
        (f"{IN_OLD}        group_ratings: {{heads: {{3: 6, 5: 1}}}}\n", f"{IN_NEW}        group_ratings:\n"),
        (
            "participants: [{group: network-staff}, {group: heads}]  # both\n",
            "# both\nparticipants: [{group: heads}]\n",
        ),
        (
            "participants:\n  -\n    group: network-staff  # two\n    count: 2\n  - group: heads\n",
            "# two\nparticipants:\n  - group: heads\n",
        ),
        (
            f"cells:\n  # of side\n  side-by-side:\n  # of back\n  looking-back:\n{MINE}",
            f"cells:\n  # of side\n  together:\n    # of back\n{MINE}",
        ),
        (
            "cells:\n  # of side\n  side-by-side:\n  # of back\n  looking-back:\n",
            "cells:\n  # of side\n  together:\n    # of back\n",
        ),
        (f"cells:\n  misspelt: {{}}\n  looking-back:\n{MINE}", f"cells:\n  together:\n{MINE}"),
        ("cells:\n  arriving: ~  # soon\n  misspelt:\n", "cells:\n  welcome: ~  # soon\n"),
        (
            f"cells:\n  side-by-side:\n{MINE[:-7]}\n  looking-back:\n{MINE[:-7]}\n",
            (
                "cells:\n  together:\n    everyday-practice:\n      need:\n        analysis: |\n"
                "          Mine.\n\n          Mine.\n"
            ),
        ),
        (
            f"cells:\n  misspelt:\n{IN_OLD[7:]}        group_ratings:\n          heads: {{5: 1}}\n",
            f"{IN_NEW}        group_ratings:\n",
        ),
        (
            f"cells:\n  side-by-side:\n{MINE}  looking-back:\n      knowledge:\n        need: {{analysis: More.}}\n",
            f"cells:\n  together:\n{MINE}    knowledge:\n      need: {{analysis: More.}}\n",
        ),
    ],
)
def test_what_is_written_anew_stands_where_it_stood(before: str, after: str) -> None:
    made = migrated(HEAD + before)
    assert made.content is not None
    assert made.new is not None
    assert made.new.layout_kept
    assert made.content.decode().split("\n# Kept from", 1)[0] == NEW_HEAD + after


@pytest.mark.parametrize("empty", ["{}", "~", "{everyday-practice: {need: {analysis: Theirs.}}}"])
def test_cells_that_do_not_stand_in_lines_are_written_anew_as_a_whole(empty: str) -> None:
    made = migrated(f"{HEAD}cells:\n  side-by-side: {empty}\n  looking-back:\n{MINE}")
    assert made.content is not None
    assert made.new is not None
    assert not made.new.layout_kept
    analysis = "|\n          Theirs.\n\n          Mine." if "T" in empty else "Mine."
    cell = f"  together:\n    everyday-practice:\n      need:\n        analysis: {analysis}\n"
    assert made.content.decode() == f"{NEW_HEAD}# so\ncells:\n{cell}"


def test_what_lies_in_cells_that_are_written_anew_is_written_once() -> None:
    cell = "everyday-practice: {current_state: {rating: 3}}"
    made = migrated(f"{HEAD}# here\ncells: {{arriving: {{{cell}}}, misspelt: {{{cell}}}}}\n")
    assert made.content is not None
    cells = "cells:\n  welcome:\n    everyday-practice:\n      current_state:\n        rating: 2\n"
    assert made.content.decode().split("\n# Kept from", 1)[0] == f"{NEW_HEAD}# here\n{cells}"


def test_comments_within_a_line_that_is_written_anew_stand_at_the_top() -> None:
    def in_line(lines: str) -> str:
        return lines.rsplit("\n", 2)[0]

    ratings = "{current_state: {group_ratings: {\n      network-staff: {3: 6},  # few\n      learners: {3: 5}}}}\n"
    made = migrated(f"{HEAD}{in_line(IN_OLD)} {ratings}", EVERY_STEP)
    assert made.content is not None
    cell = f"{in_line(IN_NEW)} {{current_state: {{group_ratings: {{learners: {{2: 5}}}}}}}}\n"
    assert made.content.decode().split("\n# Kept from", 1)[0] == f"# few\n{NEW_HEAD}{cell}"


@pytest.mark.parametrize("ending", ["\n", ""])
def test_a_comment_beside_the_sign_of_a_block_stays_beside_its_value(ending: str) -> None:
    heading = HEAD.replace("level: school-team\n", "")
    made = migrated(f"{heading}level: >-  # of the school\n  school-team{ending}")
    assert made.content is not None
    assert made.content.decode().rstrip("\n").endswith("\nlevel: school  # of the school")


def test_a_comment_beside_the_sign_of_a_block_stays_where_its_value_goes() -> None:
    need = "      need:\n        target: >-  # too high\n          5\n"
    made = migrated(f"{HEAD}{IN_OLD}        rating: 1\n{need}")
    assert made.content is not None
    assert re.search(r"^ {8}target: +# too high$", made.content.decode(), re.MULTILINE)


class TestMergedCells:
    def both(self, one: str, other: str) -> tuple[Any, dict[str, Any]]:
        cells = "cells:\n" + "".join(
            f"  {row}:\n    # of {row}\n    everyday-practice: {{{cell}}}\n"
            for row, cell in (("side-by-side", one), ("looking-back", other))
        )
        made = migrated(HEAD + cells)
        assert made.content is not None
        assert made.new is not None
        assert made.new.layout_kept
        assert all(f"# of {row}\n" in made.content.decode() for row in ("side-by-side", "looking-back"))
        found = read(made.content)
        kept = found.get("kept_from", {}).get("inclusion-walk@1", {}).get("cells", {})
        return found["cells"]["together"]["everyday-practice"], kept

    def test_texts_stand_one_after_the_other_and_lists_together(self) -> None:
        cell, kept = self.both(
            "current_state: {reflection: One., evidence: [a], helps: [c]}, need: {analysis: Need one.}",
            "current_state: {reflection: Other., evidence: [b]}, need: {analysis: Need other.}",
        )
        assert cell["current_state"] == {"reflection": "One.\n\nOther.\n", "evidence": ["a", "b"], "helps": ["c"]}
        assert cell["need"] == {"analysis": "Need one.\n\nNeed other.\n"}
        assert kept == {}

    def test_measures_stand_together(self) -> None:
        cell, _kept = self.both("measures: [{id: a, what: One}]", "measures: [{id: b, what: Other}]")
        assert [measure["id"] for measure in cell["measures"]] == ["a", "b"]

    def test_a_value_is_carried_where_both_agree(self) -> None:
        same = "current_state: {rating: 3}, need: {priority: high}"
        cell, kept = self.both(same, same)
        assert (cell["current_state"]["rating"], cell["need"]["priority"]) == ("2", "high")
        assert kept == {}

    def test_and_kept_where_they_do_not(self) -> None:
        cell, kept = self.both("current_state: {reflection: One., rating: 3}", "current_state: {rating: 4}")
        assert cell == {"current_state": {"reflection": "One."}}
        assert {row: areas["everyday-practice"]["current_state"]["rating"] for row, areas in kept.items()} == {
            "side-by-side": "3",
            "looking-back": "4",
        }

    def test_what_is_kept_for_two_reasons_is_told_of_once(self) -> None:
        halves = {"side-by-side": "rating: 2, reflection: One.", "looking-back": "rating: 4"}
        rows = [f"  {row}: {{everyday-practice: {{current_state: {{{half}}}}}}}\n" for row, half in halves.items()]
        made = migrated(f"{HEAD}cells:\n{''.join(rows)}")
        assert made.outcome is not None
        assert [(kept.steps[1], kept.why) for kept in made.outcome.kept] == [
            ("side-by-side", Why.DIFFERENT),
            ("looking-back", Why.DIFFERENT),
        ]

    def test_a_rating_of_one_half_says_nothing_of_the_whole(self) -> None:
        cell, kept = self.both("current_state: {reflection: One., rating: 3}", "current_state: {reflection: Other.}")
        assert "rating" not in cell["current_state"]
        assert kept["side-by-side"]["everyday-practice"] == {"current_state": {"rating": "3"}}

    @pytest.mark.parametrize("step", [3, 4])
    def test_what_groups_answered_is_kept_alike_or_not(self, step: int) -> None:
        """That it is carried where the cells agree would tell that a group answered the same in both."""
        cells = "".join(
            f"  {row}: {{everyday-practice: {{current_state: {{group_ratings: {{heads: {{{one}: 1}}}}}}}}}}\n"
            for row, one in (("side-by-side", 3), ("looking-back", step))
        )
        found = result(migrated(f"{HEAD}cells:\n{cells}", EVERY_STEP))
        assert list(_group_ratings(found["cells"])) == []
        kept = [groups for _steps, groups in _group_ratings(found["kept_from"]["inclusion-walk@1"])]
        assert kept == [{"heads": {"3": "1"}}, {"heads": {str(step): "1"}}]

    def test_an_empty_cell_changes_nothing(self) -> None:
        cell, kept = self.both("current_state: {reflection: , rating: }", "current_state: {rating: 3}")
        assert cell == {"current_state": {"rating": "2"}}
        assert kept == {}

    def test_a_reason_why_it_does_not_apply_gives_way(self) -> None:
        cell, kept = self.both("not_applicable: Not ours.", "current_state: {reflection: Ours., rating: 3}")
        assert cell == {"current_state": {"reflection": "Ours.", "rating": "2"}}
        assert kept == {"side-by-side": {"everyday-practice": {"not_applicable": "Not ours."}}}

    def test_two_reasons_stand_one_after_the_other(self) -> None:
        cell, _kept = self.both("not_applicable: Not ours.", "not_applicable: Nor this.")
        assert cell == {"not_applicable": "Not ours.\n\nNor this.\n"}


def test_a_cell_that_is_gone_is_kept_as_it_stood() -> None:
    cell = (
        "    # How many hours?\n"
        "    time-and-people:\n"
        "      current_state:\n"
        "        reflection: >-   # folded\n"
        "          Two days\n"
        "          a year.\n"
        "        rating: 5\n"
    )
    made = migrated(HEAD + "cells:\n  arriving:\n" + cell + "    everyday-practice:\n      need: {analysis: Mine.}\n")
    assert made.content is not None
    text = made.content.decode()
    assert "cells:\n  welcome:\n    everyday-practice:\n      need: {analysis: Mine.}\n\n# Kept from" in text
    moved = "".join(f"    {line}\n" for line in cell.splitlines())
    assert text.endswith("\nkept_from:\n  inclusion-walk@1:\n    cells:\n      arriving:\n" + moved)


def test_an_empty_cell_that_is_gone_is_kept_only_for_its_comments() -> None:
    bare = "    time-and-people:\n      need:\n        target:\n"
    made = migrated(f"{HEAD}cells:\n  arriving:\n{bare}  looking-back:\n    # Ask the caretaker.\n{bare}")
    assert made.content is not None
    assert made.new is not None
    assert made.new.kept_for_comments == (("looking-back", "time-and-people"),)
    assert list(read(made.content)["kept_from"]["inclusion-walk@1"]["cells"]) == ["looking-back"]
    assert "        # Ask the caretaker.\n" in made.content.decode()


def test_what_stands_in_another_order_than_usual_stays_in_it() -> None:
    cell = "      need:\n        target: {}\n      current_state:\n        rating: {}\n"
    gone = "    time-and-people:\n      need:\n        analysis: Gone.\n"
    made = migrated(HEAD + "cells:\n  arriving:\n" + gone + "    everyday-practice:\n" + cell.format(4, 3))
    assert made.content is not None
    assert made.new is not None
    assert made.new.layout_kept
    assert "  welcome:\n    everyday-practice:\n" + cell.format(3, 2) in made.content.decode()


def test_what_is_kept_stands_in_the_order_in_which_it_was_written() -> None:
    made = migrated(f"{HEAD}cells:\n  arriving:\n    everyday-practice:\n{FIVES}")
    kept = result(made)["kept_from"]["inclusion-walk@1"]["cells"]["arriving"]["everyday-practice"]
    assert list(kept) == ["need", "current_state"]


FIVES = "      need:\n        target: 5\n      current_state:\n        rating: 5\n"


def test_two_grounds_in_a_row_that_become_one_are_one_cell() -> None:
    one_ground = walk().model_copy(update={"areas": {"time-and-people": "everyday-practice"}})
    areas = ("everyday-practice", "time-and-people")
    cells = "".join(f"    {area}:\n      need: {{analysis: Of {area}.}}\n" for area in areas)
    found = result(migrated(f"{HEAD}cells:\n  arriving:\n{cells}", one_ground))
    analysis = "Of everyday-practice.\n\nOf time-and-people.\n"
    assert found["cells"] == {"welcome": {"everyday-practice": {"need": {"analysis": analysis}}}}


@pytest.mark.parametrize("head", [HEAD, HEAD.replace("level: school-team", "level: school-team  # here")])
def test_an_empty_row_that_is_gone_is_gone(head: str) -> None:
    made = migrated(head + "cells:\n  # which?\n  misspelt:\n  arriving:\n    everyday-practice:\n")
    assert made.content is not None
    assert made.content.decode() == (
        head.replace("walk@1", "walk@2").replace("school-team", "school")
        + "cells:\n  welcome:\n    everyday-practice:\n# which?\n"
    )


def test_a_file_written_as_json_stays_json() -> None:
    data = {**read(HEAD), "participants": [{"group": "network-staff", "count": "2"}, {"group": "heads"}]}
    made = migrated(json.dumps(data))
    assert made.content is not None
    assert made.new is not None
    assert made.new.layout_kept
    assert json.loads(made.content) == {
        **data,
        "framework": "inclusion-walk@2",
        "level": "school",
        "participants": [{"group": "heads"}],
        "kept_from": {"inclusion-walk@1": {"participants": [{"group": "network-staff", "count": "2"}]}},
    }
    assert list(json.loads(made.content)) == [*data, "kept_from"]
    assert made.content.endswith(b"\n")


def test_what_a_json_file_kept_before_stays_first() -> None:
    before = {"inclusion-walk@0": {"old": "Förr."}}
    data = {**read(HEAD), "kept_from": before, "participants": [{"group": "network-staff"}]}
    made = migrated(json.dumps(data))
    assert made.content is not None
    assert made.new is not None
    assert made.new.layout_kept
    kept = {**before, "inclusion-walk@1": {"participants": [{"group": "network-staff"}]}}
    assert json.loads(made.content)["kept_from"] == kept
    assert "Förr." in made.content.decode()
    assert "kept_from" not in json.loads(migrated(json.dumps(read(HEAD))).content or b"")


def test_items_that_begin_below_their_dash_are_written_anew() -> None:
    items = "  -\n    group: network-staff  # two\n    count: 2\n  - group: heads\n"
    made = migrated(f"{HEAD}participants:\n{items}")
    assert made.new is not None
    assert made.new.layout_kept
    assert result(made)["participants"] == [{"group": "heads"}]
    assert made.content is not None
    assert "# two\n" in made.content.decode()


def test_a_list_within_a_line_is_written_without_quotes_as_it_was() -> None:
    ratings = "current_state: {group_ratings: {network-staff: {3: 6}, learners: {3: 5}}}"
    cells = f'cells:\n  arriving:\n    everyday-practice: {{{ratings}, need: {{analysis: "So."}}}}\n'
    made = migrated(HEAD + cells, EVERY_STEP)
    assert made.content is not None
    cell = 'current_state: {group_ratings: {learners: {2: 5}}}, need: {analysis: "So."}}'
    assert cell in made.content.decode().replace("'", "")


def test_what_is_kept_already_stands_as_it_stood() -> None:
    lost = "participants: [{group: network-staff}]"
    before = "kept_from:\n    # then\n    a@0:\n        old: Text.\n"
    made = migrated(f"{HEAD}{lost}\n{before}# the end\n")
    assert made.content is not None
    kept = "    inclusion-walk@1:\n      participants:\n        - group: network-staff\n"
    assert made.content.decode() == f"{NEW_HEAD}participants: []\n{before}{kept}# the end\n"
    made = migrated(f"{HEAD}participants:\n  - group: network-staff  # lost\nkept_from: {{a@0: {{old: Text.}}}}\n")
    assert made.content is not None
    kept = f"kept_from: {{a@0: {{old: Text.}}, inclusion-walk@1: {{{lost}}}}}\n"
    assert made.content.decode() == f"{NEW_HEAD}participants:\n{kept}# lost\n"
    made = migrated(f"{HEAD}{lost}\nkept_from: {{a@0: {{old: Text.}}}}  # then\n# the end\n")
    assert made.content is not None
    kept = f"kept_from: {{a@0: {{old: Text.}}, inclusion-walk@1: {{{lost}}}}}\n"
    assert made.content.decode() == f"{NEW_HEAD}participants: []\n# then\n{kept}# the end\n"


def test_a_second_version_is_kept_beside_the_first() -> None:
    text = HEAD + "participants: [{group: network-staff}]\nkept_from:\n  inclusion-walk@0: {old: Text.}\n# the end\n"
    found = result(migrated(text))
    assert found["kept_from"] == {
        "inclusion-walk@0": {"old": "Text."},
        "inclusion-walk@1": {"participants": [{"group": "network-staff"}]},
    }


@pytest.mark.parametrize("taken", [["1"], ["1", "1 (2)"]])
def test_what_is_kept_takes_no_name_that_is_taken(taken: list[str]) -> None:
    earlier = "".join(f"  inclusion-walk@{name}: {{old: Text.}}\n" for name in taken)
    found = result(migrated(f"{HEAD}participants: [{{group: network-staff}}]\nkept_from:\n{earlier}"))
    *before, new = found["kept_from"]
    assert before == [f"inclusion-walk@{name}" for name in taken]
    assert new == f"inclusion-walk@1 ({len(taken) + 1})"
    assert found["kept_from"][new] == {"participants": [{"group": "network-staff"}]}


def test_a_level_of_the_organiser_keeps_the_unit_aside() -> None:
    to_all = Migration.model_validate({"from": "inclusion-walk@1", "levels": {"school-team": "network"}})
    made = migrated(HEAD, to_all)
    found = result(made)
    assert (found["level"], found["unit"]) == ("network", "")
    assert found["kept_from"] == {"inclusion-walk@1": {"unit": "mill-lane"}}
    assert made.outcome is not None
    assert [(kept.steps, kept.why) for kept in made.outcome.kept] == [(("unit",), Why.NO_UNIT)]
    assert "kept_from" not in result(migrated(HEAD.replace("unit: mill-lane", "unit:"), to_all))


def test_a_level_that_is_gone_leaves_the_file_as_it_is() -> None:
    gone = Migration.model_validate({"from": "inclusion-walk@1", "levels": {"school-team": None}})
    plan = planned(HEAD, Migrations(format="crosp-migrations/1", entries=(gone,)))
    assert plan.problem is Problem.LEVEL_LOST
    assert not plan.changes


def test_what_the_newer_version_would_not_take_leaves_the_file_as_it_is() -> None:
    text = HEAD.replace("unit: mill-lane\n", "").replace("school-team", "network")
    to_a_unit = Migration.model_validate({"from": "inclusion-walk@1", "levels": {"network": "school"}})
    plan = planned(text, Migrations(format="crosp-migrations/1", entries=(to_a_unit,)))
    assert plan.problem is Problem.DOES_NOT_FIT
    assert plan.finding is not None
    assert plan.finding.code == "CR125"


def test_what_cannot_be_read_leaves_the_file_as_it_is() -> None:
    for text, name in (("a: [", ""), (HEAD.replace("inclusion-walk@1", "[inclusion-walk@1]"), "")):
        plan = planned(text)
        assert (plan.problem, plan.before, plan.changes) == (Problem.UNREADABLE, name, False)
        assert plan.finding is not None


@pytest.mark.parametrize("version", ["inclusion-walk@0", "inclusion-walk@3", "other@1"])
def test_a_version_that_leads_nowhere_leaves_the_file_as_it_is(version: str) -> None:
    plan = planned(HEAD.replace("inclusion-walk@1", version))
    assert (plan.problem, plan.before, plan.changes) == (Problem.NO_WAY, version, False)
    assert planned(HEAD.replace("inclusion-walk@1", "inclusion-walk@2")).problem is None


def test_a_new_text_that_is_too_long_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    long = len(migrated(HEAD).content or b"")
    monkeypatch.setattr(file, "FILE_BYTES", long)
    assert planned(HEAD).problem is None
    monkeypatch.setattr(file, "FILE_BYTES", long - 1)
    plan = planned(HEAD)
    assert (plan.problem, plan.changes) == (Problem.NOT_SAFE, False)


@pytest.mark.parametrize("wrong", ["{text}unit: other\n", "{text}  ]", "{text}---\n{text}", "{other}"])
def test_a_new_text_that_says_something_else_is_not_taken(wrong: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "# first\n" + HEAD + "participants: [{group: heads}, {group: network-staff}]  # all\n"
    right = migrated(text).content
    assert right is not None
    said = right.decode()
    said = wrong.format(text=said, other=said.replace("heads", "learners"))
    monkeypatch.setattr(file, "migrated_text", lambda *_: NewText(said, layout_kept=True))
    made = migrated(text)
    assert made.new is not None
    assert not made.new.layout_kept
    assert result(made) == read(right)
    assert made.new.text.startswith("# first\n# all\nformat: ")
    assert "\n\n# Kept from an earlier version" in made.new.text
    assert made.new.text.endswith(
        "\nkept_from:\n  inclusion-walk@1:\n    participants:\n      - group: network-staff\n"
    )


def planned(text: str, migrations: Migrations | None = None) -> FileMigration:
    tree, findings = tree_from(text.encode(), "a.yaml")
    found = migrations or Migrations(format="crosp-migrations/1", entries=(walk(),))
    return plan_assessment(text.encode(), document(Assessment, tree, findings), found, framework(NEWER), "en")


# --- documents beside -----------------------------------------------------------------------------------------

TO_SCHOOL, TO_NOTHING, TO_NETWORK, OF_KNOWN = (
    Migration.model_validate({"from": f"inclusion-walk@{number}", "levels": levels})
    for number, levels in enumerate(({"team": "school"}, {"team": None}, {"team": "network"}, {"network": "school"}))
)


@pytest.mark.parametrize(
    ("entries", "level", "written"),
    [
        ((TO_SCHOOL,), "team", "school"),
        ((TO_SCHOOL, TO_NETWORK), "team", "network"),
        ((TO_SCHOOL, TO_NOTHING), "team", "school"),
        ((TO_NETWORK, TO_SCHOOL, TO_NOTHING), "team", "school"),
        ((OF_KNOWN,), "team", None),
        ((OF_KNOWN,), "network", None),
        ((TO_SCHOOL, OF_KNOWN), "team", "school"),
        (None, "team", None),
    ],
)
def test_a_level_gets_the_newest_name_that_there_is(
    entries: tuple[Migration, ...] | None, level: str, written: str | None
) -> None:
    head = "format: crosp-collaborations/1\ndate: 2026-10-01\ncollaborations:\n"
    items = "  - {{id: a, title: A, status: ongoing, solves_at: {}}}\n"
    items += "  - {{id: b, title: B, status: ended, solves_at: network}}\n"
    text = head + items.format(level)
    tree, findings = tree_from(text.encode(), "a.yaml")
    kind = kinds.KINDS["collaborations"]
    migrations = None if entries is None else Migrations(format="crosp-migrations/1", entries=entries)
    plan = plan_levels(text.encode(), document(kind.model, tree, findings), kind, migrations, framework(NEWER))
    made = None if plan is None or plan.rewritten is None else plan.rewritten.content
    for other in (head, text.replace("2026-10-01", "soon")):  # nothing in it, and what cannot be read
        tree, findings = tree_from(other.encode(), "a.yaml")
        read = document(kind.model, tree, findings)
        assert plan_levels(other.encode(), read, kind, migrations, framework(NEWER)) is None
    assert made == (None if written is None else (head + items.format(written)).encode())


# --- crosp.yaml -----------------------------------------------------------------------------------------------


def project_planned(says: str, kind: str = "public", *, older: str = "", ways: bool = True) -> FileMigration:
    """What becomes of a crosp.yaml that says `says` after `framework:`, where `inclusion-walk@2` is asked for."""
    text = (
        f"format: crosp-project/1\nframework: {says}  # ours\nlanguage: en\n"
        f"organiser: {{id: o, name: O, type: {kind}}}\nunits: [{{id: u, name: U, school_forms: [primary]}}]\n"
    )
    tree, findings = tree_from(text.encode(), "crosp.yaml")
    read = document(Project, tree, findings)
    assert read.model is not None
    assert tree is not None
    new, found = framework(NEWER), Migrations(format="crosp-migrations/1", entries=(walk(),)) if ways else None
    return plan_project(text.encode(), read.model, tree, older or read.model.framework, new.name, found, new)


def test_crosp_yaml_says_another_framework_and_is_else_as_it_stood() -> None:
    for older in ("inclusion-walk@1", "inclusion-walk@2"):
        plan = project_planned("inclusion-walk@1", older=older, ways=older == "inclusion-walk@1")
        assert plan.problem is None
        assert plan.rewritten is not None
        assert plan.rewritten.content is not None
        assert b"\nframework: inclusion-walk@2  # ours\nlanguage: en\n" in plan.rewritten.content
    assert not project_planned("inclusion-walk@2").changes
    assert project_planned("inclusion-walk@2").problem is None


def test_crosp_yaml_stays_where_no_way_leads_from_its_framework() -> None:
    for plan in (project_planned("inclusion-walk@0"), project_planned("inclusion-walk@1", ways=False)):
        assert (plan.problem, plan.changes, plan.after) == (Problem.NO_WAY, False, "inclusion-walk@2")
    assert project_planned("./framework", older="inclusion-walk@0").before == "inclusion-walk@0"


def test_crosp_yaml_stays_where_the_newer_framework_would_not_take_it() -> None:
    plan = project_planned("inclusion-walk@1", "municipal")
    assert (plan.problem, plan.changes) == (Problem.DOES_NOT_FIT, False)
    assert plan.finding is not None
    assert plan.finding.code == "CR110"


def test_crosp_yaml_stays_where_its_new_text_would_say_something_else(monkeypatch: pytest.MonkeyPatch) -> None:
    for said in ("other@2", "[", "inclusion-walk@2\nlanguage: sv"):
        monkeypatch.setattr(file, "scalar_like", lambda *_, said=said, **__: said)
        plan = project_planned("inclusion-walk@1")
        assert (plan.problem, plan.changes) == (Problem.NOT_SAFE, False)


# --- migrations.yaml ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("from: inclusion-walk@2", [("CR136", 3)]),
        ("from: inclusion-walk@1\n    principles: {arriving: welcoming}", [("CR132", 4)]),
        ("from: inclusion-walk@1\n    groups: {learners: pupils}", [("CR132", 4)]),
        ("from: inclusion-walk@1\n    scale: {1: 1, 2: 4}", [("CR122", 4)]),
        ("from: inclusion-walk@1\n    scale:\n      1: 2\n      2: 1\n      3: 1", [("CR135", 6)]),
        ("from: inclusion-walk@1\n    scale: {5: 3, 1: 1, 4: }", []),
        ("from: inclusion-walk@1\n  - from: inclusion-walk@1", [("CR114", 4)]),
        ("from: inclusion-walk@1\n    areas: {Time: }", [("CR109", 4)]),
        ("from: inclusion-walk@1\n    paths: {}", [("CR101", 4)]),
    ],
)
def test_what_is_wrong_with_migrations(lines: str, expected: list[tuple[str, int]]) -> None:
    text = f"format: crosp-migrations/1\nentries:\n  - {lines}\n"
    tree, findings = tree_from(text.encode(), "migrations.yaml")
    read = document(Migrations, tree, findings)
    found = list(read.findings)
    if read.model and tree:
        found += against(read.model, tree, framework(NEWER))
    assert [(finding.code, finding.location.line) for finding in found] == expected


@pytest.mark.parametrize("more", [0, 1])
@pytest.mark.parametrize(
    ("before", "most", "after"),
    [("from: a@", NAME_CHARACTERS - 2, ""), ("from: a\n    note: {en: ", DEFINITION_CHARACTERS, "}")],
)
def test_what_is_said_again_of_each_file_has_a_limit(before: str, most: int, after: str, more: int) -> None:
    text = f"format: crosp-migrations/1\nentries:\n  - {before}{'a' * (most + more)}{after}\n"
    read = document(Migrations, *tree_from(text.encode(), "migrations.yaml"))
    assert [finding.code for finding in read.findings] == ["CR137"] * more


# --- whatever is written --------------------------------------------------------------------------------------


def another_version(of: Framework, version: str = "next") -> Framework:
    return Framework(head=of.head.model_copy(update={"version": version}), principles=of.principles, areas=of.areas)


def nothing_changes(of: Framework) -> Migration:
    return Migration.model_validate({"from": of.name, "scale": {str(step): str(step) for step in of.head.scale.values}})


@pytest.mark.parametrize("path", [*ASSESSMENTS, *VALID], ids=lambda path: path.name)
def test_where_nothing_but_the_version_changes_nothing_else_does(path: Path) -> None:
    own = next(
        (folder / "framework" for folder in path.parents if (folder / "framework" / "areas.yaml").is_file()), None
    )
    old = framework(built_in_folder() if own in (None, ROOT / "framework") else own)
    new = another_version(old)
    before = path.read_bytes()
    made = migrated(before, nothing_changes(old), new)
    assert made.content is not None, (made.findings, made.outcome)
    assert made.new is not None
    assert made.new.layout_kept
    assert made.content == before.replace(old.name.encode(), new.name.encode())


@st.composite
def migrations(draw: st.DrawFn, old: Framework) -> tuple[Migration, Framework]:
    """Any changes to a framework, and the framework that comes of them."""
    changes: dict[str, Any] = {"from": old.name}
    kept: dict[str, list[str]] = {}
    for kind in KINDS:
        names = old.ids(kind)
        new = st.sampled_from([*names[:3], "one", "two", *([] if kind == "levels" else [None])])
        listed = draw(st.dictionaries(st.sampled_from(names), new, max_size=len(names)))
        changes[kind] = listed
        known = [listed.get(name, name) for name in names]
        kept[kind] = list(dict.fromkeys(name for name in known if name is not None)) or ["one"]
    values = old.head.scale.values
    steps = sorted(draw(st.lists(st.sampled_from(values), min_size=len(values), max_size=len(values))))
    gone = draw(st.sets(st.sampled_from(values)))
    changes["scale"] = {str(o): None if o in gone else str(n) for o, n in zip(values, steps, strict=True)}
    return Migration.model_validate(changes), _with(old, kept)


def _with(old: Framework, kept: Mapping[str, list[str]]) -> Framework:
    def named(entries: Any, names: list[str]) -> Any:
        return tuple(
            next((entry for entry in entries if entry.id == name), entries[-1]).model_copy(update={"id": name})
            for name in names
        )

    def axis(axis: Axis, names: list[str]) -> Axis:
        return axis.model_copy(update={"entries": named(axis.entries, names)})

    head = {kind: named(getattr(old.head, kind), kept[kind]) for kind in KINDS if kind not in ("principles", "areas")}
    # Every level concerns what the file's level did, so that each file fits.
    head["levels"] = tuple(level.model_copy(update={"concerns": "unit"}) for level in head["levels"])
    return Framework(
        head=old.head.model_copy(update={**head, "version": "next"}),
        principles=axis(old.principles, kept["principles"]),
        areas=axis(old.areas, kept["areas"]),
    )


def nothing_is_dropped(before: str, made: Rewritten, migration: Migration) -> None:
    """Every text, step and comment of `before` is in the new file: in its place, in a cell's text, or kept."""
    assert made.content is not None, (made.findings, made.outcome and made.outcome.level_lost)
    after = made.content.decode()
    old, new = read(before), read(after)
    everything = "\n".join(" ".join(value.split()) for _steps, value in leaves(new))
    everything += "\n" + "\n".join(_keys(new))
    kept = next(reversed(new["kept_from"].values())) if new.get("kept_from") else {}
    for version, earlier in (old.get("kept_from") or {}).items():
        assert new["kept_from"][version] == earlier
    for steps, value in leaves({key: part for key, part in old.items() if key not in ("framework", "kept_from")}):
        if value in ("~", "null"):
            continue
        if steps[-1] in ("level", "group", "scope", "orientation", "solves_at"):
            kind = {"level": "levels", "solves_at": "levels"}.get(str(steps[-1]), f"{steps[-1]}s")
            assert value in everything or migration.names(kind).get(value, value) in everything, steps
        elif "group_ratings" in steps:
            pass  # below
        elif steps[-1] in ("rating", "target"):
            carried = migration.step(int(value))
            is_kept = _at(kept, steps) == value
            assert is_kept or (carried is not None and not migration.is_shared(int(value))), steps
        else:
            assert " ".join(value.split()) in everything, steps
    for steps, groups in _group_ratings(old):
        people = sum(int(count) for counts in groups.values() for count in counts.values())
        carried_people = [
            sum(int(count) for counts in ratings.values() for count in counts.values())
            for _steps, ratings in _group_ratings(new["cells"])
        ]
        assert _at(kept, steps) == groups or people in carried_people, steps
    comments = [text for _start, text in Layout(after).comments]
    for _start, text in Layout(before).comments:
        assert text in comments
        comments.remove(text)


def _keys(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        yield from node
        for part in node.values():
            yield from _keys(part)
    elif isinstance(node, list):
        for part in node:
            yield from _keys(part)


def _group_ratings(node: Any, steps: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    if isinstance(node, dict):
        for key, part in node.items():
            if key == "group_ratings" and isinstance(part, dict) and part:
                yield (*steps, key), part
            elif key != "kept_from":
                yield from _group_ratings(part, (*steps, key))


def _at(node: Any, steps: tuple[Any, ...]) -> Any:
    for step in steps:
        node = node.get(step) if isinstance(node, dict) else None
    return node


def nothing_changes_again(made: Rewritten, new: Framework, migration: Migration) -> None:
    assert made.content is not None
    tree, findings = tree_from(made.content, "a.yaml")
    assert [finding for finding in findings if finding.severity is Severity.ERROR] == []
    found = Migrations(format="crosp-migrations/1", entries=(migration,))
    plan = plan_assessment(made.content, document(Assessment, tree, findings), found, new, "en")
    assert plan.problem is None
    assert not plan.changes


@pytest.mark.parametrize("path", ASSESSMENTS, ids=lambda path: path.name)
@settings(max_examples=3 * settings.default.max_examples // 5)
@given(data=st.data())
def test_examples_lose_nothing_in_any_migration(path: Path, data: st.DataObject) -> None:
    old = framework(OLDER / "framework" if OLDER in path.parents else built_in_folder())
    migration, new = data.draw(migrations(old))
    before = path.read_text("utf-8")
    if "\nunit:" not in before:
        before = before.replace("\nlevel:", "\nunit: somewhere\nlevel:")
    made = migrated(before, migration, new)
    assert made.new is not None
    assert made.new.layout_kept
    nothing_is_dropped(before, made, migration)
    nothing_changes_again(made, new, migration)


@settings(max_examples=4 * settings.default.max_examples)
@given(path=st.sampled_from(VALID), data=st.data())
def test_files_in_every_spelling_lose_nothing_in_any_migration(path: Path, data: st.DataObject) -> None:
    old = framework(built_in_folder())
    migration, new = data.draw(migrations(old))
    before = decode(path.read_bytes(), path.name)
    if "organiser" in before:
        return  # every level of these new frameworks concerns a unit
    made = migrated(before, migration, new)
    nothing_is_dropped(before, made, migration)
    nothing_changes_again(made, new, migration)


TEXTS = st.text(
    st.one_of(
        st.sampled_from("aåö #:-|>'\"{}[],&*!?%@`\\\n"), st.characters(codec="utf-8", categories=["L", "N", "P"])
    ),
    max_size=30,
).map(lambda text: re.sub(r"[\x85\u2028\u2029]", "", text))
STEPS = st.sampled_from(["1", "2", "3", "4", "5"])
MAYBE = st.one_of(st.none(), TEXTS)
FILLED = TEXTS.filter(lambda text: text.strip() != "")
IDS = st.integers(0, 99).map("m{}".format)
OLD_GROUPS = st.sampled_from(["network-staff", "heads", "educators", "support-team", "learners"])
MEASURE = st.fixed_dictionaries(
    {"id": IDS, "what": FILLED},
    optional={
        "scope": st.sampled_from(["individual", "group", "organisation"]),
        "orientation": st.sampled_from(["promoting", "remedial"]),
        "responsible": MAYBE,
        "collaboration": st.fixed_dictionaries({"solves_at": st.sampled_from(["network", "school-team"])}),
        "follow_ups": st.lists(st.fixed_dictionaries({"result": MAYBE}), max_size=2),
    },
)
CELL = st.one_of(
    st.none(),
    st.fixed_dictionaries({"not_applicable": FILLED}),
    st.fixed_dictionaries(
        {},
        optional={
            "current_state": st.fixed_dictionaries(
                {},
                optional={
                    "reflection": MAYBE,
                    "rating": st.one_of(st.none(), STEPS),
                    "evidence": st.lists(FILLED, max_size=2),
                    "group_ratings": st.dictionaries(
                        OLD_GROUPS, st.dictionaries(STEPS, st.integers(1, 9).map(str), min_size=1), max_size=3
                    ),
                },
            ),
            "need": st.fixed_dictionaries(
                {}, optional={"analysis": MAYBE, "target": STEPS, "priority": st.sampled_from(["high", "low"])}
            ),
            "measures": st.lists(MEASURE, max_size=2),
        },
    ),
)
ROWS = st.sampled_from(["arriving", "side-by-side", "looking-back", "unknown"])
COLUMNS = st.sampled_from(["everyday-practice", "time-and-people"])
DOCUMENT = st.fixed_dictionaries(
    {
        "format": st.just("crosp-assessment/1"),
        "framework": st.just("inclusion-walk@1"),
        "unit": st.just("mill-lane"),
        "level": st.just("school-team"),
        "occasion": st.just("2026-autumn"),
        "date": st.just("2026-10-20"),
    },
    optional={
        "participants": st.lists(st.fixed_dictionaries({"group": OLD_GROUPS, "count": STEPS}), max_size=3),
        "cells": st.one_of(
            st.dictionaries(ROWS, st.one_of(st.none(), st.dictionaries(COLUMNS, CELL))),
            st.fixed_dictionaries(
                {row: st.fixed_dictionaries({"everyday-practice": CELL}) for row in ("side-by-side", "looking-back")}
            ),
        ),
        "kept_from": st.dictionaries(st.just("inclusion-walk@0"), st.dictionaries(IDS, MAYBE)),
    },
)


def spelled(data: Any, how: int) -> str:
    """A document in one of the ways in which it may be written."""
    data = json.loads(json.dumps(data))
    options: dict[str, Any] = {"allow_unicode": True, "sort_keys": False}
    ways = (
        lambda: yaml.safe_dump(data, **options),
        lambda: yaml.safe_dump(data, **options, default_flow_style=None),
        lambda: yaml.safe_dump(data, **options, indent=4, default_style="|"),
        lambda: yaml.safe_dump(data, **options, default_style='"', width=20),
        lambda: yaml.safe_dump(data, **options, default_flow_style=True),
        lambda: json.dumps(data, ensure_ascii=False, indent=1),
    )
    return ways[how]()


def numbered(data: Any, counter: Iterator[int]) -> Any:
    """The same document with a number at the end of every text that people write, so that none is like another."""
    if isinstance(data, dict):
        return {
            key: f"{part} №{next(counter)}" if key in WRITTEN and part else numbered(part, counter)
            for key, part in data.items()
        }
    if isinstance(data, list):
        return [f"{part} №{next(counter)}" if isinstance(part, str) else numbered(part, counter) for part in data]
    return data


WRITTEN = ("not_applicable", "reflection", "analysis", "what", "responsible", "result")


def with_comments(text: str, number: int) -> str:
    """A comment above every line that begins a key on its own, `number` spaces further in or out than the key."""
    lines: list[str] = []
    for place, line in enumerate(text.splitlines(keepends=True)):
        if re.match(r"(  ){0,3}[a-z-]+:", line) and "|" not in text and '"' not in text and "'" not in text:
            lines.append(f"{' ' * (len(line) - len(line.lstrip()))}{' ' * number}# comment {place}\n")
        lines.append(line)
    return "".join(lines)


@settings(max_examples=8 * settings.default.max_examples)
@given(data=DOCUMENT, how=st.integers(0, 5), further=st.integers(0, 1))
@example(
    data={**read(HEAD), "cells": {"side-by-side": None, "looking-back": {"everyday-practice": None}}}, how=0, further=0
)
def test_generated_assessments_lose_nothing(data: dict[str, Any], how: int, further: int) -> None:
    before = with_comments(spelled(numbered(data, count()), how), further)
    tree, findings = tree_from(before.encode(), "a.yaml")
    read = document(Assessment, tree, findings)
    if read.model is None or read.findings:
        return  # what crosp does not read, it does not migrate
    made = migrated(before)
    nothing_is_dropped(before, made, walk())
    nothing_changes_again(made, framework(NEWER), walk())
