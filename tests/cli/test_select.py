"""Which assessments a command works on: the newest, and those that stand beside another."""

import os
import re
from pathlib import Path
from typing import Any

import pytest

from crosp_cli.cli.select.load import load_assessment, load_assessments
from crosp_cli.cli.select.newest import newest
from crosp_cli.cli.select.paths import named
from crosp_cli.cli.select.siblings import Siblings
from crosp_cli.reading.loaded import Unread
from crosp_cli.reading.workspace import read_document

CELLS = """\
shared-direction:
  governance:
    current_state: {rating: 1}
"""
GROUPS = CELLS.replace("rating: 1", "group_ratings: {teachers: {1: 5}}")


@pytest.fixture
def project(folder: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A project with three occasions of one unit and level, the first without ratings of groups."""
    folder.project()
    for year, cells in ((2024, CELLS), (2025, GROUPS), (2026, GROUPS)):
        folder.assessment(f"{year}/a.yaml", cells, occasion=f"{year}-ht", date=f"{year}-10-15")
    monkeypatch.chdir(folder.path)
    return folder


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files beside crosp.yaml that are read as YAML to find siblings, as they are read."""
    met: list[str] = []

    def counted(source: Any, context: Any) -> Any:
        met.append(source.shown)
        return read_document(source, context)

    monkeypatch.setattr("crosp_cli.cli.select.siblings.read_document", counted)
    return met


def names(found: Any) -> list[str]:
    return sorted(one.path for one in found)


def test_the_others_of_the_unit_and_level_given_or_not(project: Any, read: list[str]) -> None:
    project.assessment("other-unit.yaml", CELLS, unit="asko")
    project.assessment("other-level.yaml", CELLS, level="teaching")
    given = load_assessments([Path("2026"), Path("2025")], "en")
    siblings = Siblings(given)
    assert read == []
    assert names(siblings.of(given[1])) == ["2024/a.yaml", "2025/a.yaml"]
    assert names(siblings.of(given[0])) == ["2024/a.yaml", "2026/a.yaml"]
    assert read == ["2024/a.yaml"]


def test_what_cannot_name_the_unit_and_the_level_is_not_read(project: Any, read: list[str]) -> None:
    project.assessment("other-unit.yaml", CELLS, unit="asko")
    project.assessment("other-level.yaml", CELLS, level="teaching")
    one = load_assessment(Path("2026/a.yaml"), "en")
    assert names(Siblings([one]).of(one)) == ["2024/a.yaml", "2025/a.yaml"]
    assert read == ["2024/a.yaml", "2025/a.yaml"]


def test_nothing_stands_beside_itself_however_it_is_named(project: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    (project.path / "link.yaml").symlink_to("2026/a.yaml")
    monkeypatch.chdir(project.path / "2026")
    for path in (Path("a.yaml"), Path("../2026/../2026/a.yaml"), project.path / "link.yaml"):
        one = load_assessment(path, "en")
        assert [os.path.relpath(name, "..") for name in names(Siblings([one]).of(one))] == [
            "2024/a.yaml",
            "2025/a.yaml",
        ]


def test_a_project_within_is_another(project: Any) -> None:
    project.write("2024/crosp.yaml", (project.path / "crosp.yaml").read_text("utf-8"))
    given = load_assessments([Path("2024"), Path("2026")], "en")
    siblings = Siblings(given)
    assert [names(siblings.of(one)) for one in given] == [[], ["2025/a.yaml"]]
    assert names(newest(load_assessments([Path()], "en"))) == ["2024/a.yaml", "2026/a.yaml"]


@pytest.mark.parametrize("place", [".hidden/p", "node_modules/p", "/".join(["x"] * 101)])
def test_a_project_where_another_is_not_looked_through_has_its_series(project: Any, place: str) -> None:
    project.write(f"{place}/crosp.yaml", (project.path / "crosp.yaml").read_text("utf-8"))
    for year in (2025, 2026):
        project.assessment(f"{place}/{year}.yaml", GROUPS, occasion=f"{year}-ht", date=f"{year}-10-15")
    given = load_assessments([Path("2026"), Path(place, "2026.yaml")], "en")
    siblings = Siblings(given)
    assert {one.path: names(siblings.of(one)) for one in given} == {
        "2026/a.yaml": ["2024/a.yaml", "2025/a.yaml"],
        f"{place}/2026.yaml": [f"{place}/2025.yaml"],
    }


def test_what_was_given_of_one_project_is_beside_another_by_a_link(project: Any) -> None:
    project.write("2026/crosp.yaml", (project.path / "crosp.yaml").read_text("utf-8"))
    (project.path / "2026" / "b.yaml").symlink_to("../2025/a.yaml")
    given = load_assessments([Path("2025"), Path("2026/a.yaml")], "en")
    assert names(Siblings(given).of(given[1])) == ["2026/b.yaml"]


def test_a_project_whose_folder_cannot_be_listed_holds_back(crosp_without_rights: Any, project: Any) -> None:
    project.write("2026/crosp.yaml", (project.path / "crosp.yaml").read_text("utf-8"))
    project.path.joinpath("2026").chmod(0o311)
    try:
        for cwd, path, told in ((project.path, "2026/a.yaml", "2026 "), (project.path / "2026", "a.yaml", ". ")):
            result = crosp_without_rights("analyse", "--lang", "en", path, cwd=cwd)
            assert result.err.startswith(f"{told}cannot be read, and may tell of the same groups."), result
    finally:
        project.path.joinpath("2026").chmod(0o755)


def test_files_of_a_folder_that_may_be_listed_and_not_entered_hold_back(
    crosp_without_rights: Any, project: Any
) -> None:
    project.path.joinpath("2025").chmod(0o444)  # whether a crosp.yaml lies in it, nobody can tell
    try:
        result = crosp_without_rights("analyse", "--lang", "en", "2026/a.yaml", cwd=project.path)
        assert result.err.startswith("2025/a.yaml cannot be read, and may tell of the same groups."), result
    finally:
        project.path.joinpath("2025").chmod(0o755)


def test_without_a_project_only_those_given_stand_together(project: Any, read: list[str]) -> None:
    (project.path / "crosp.yaml").unlink()
    given = load_assessments([Path("2025"), Path("2026")], "en")
    assert names(Siblings(given).of(given[0])) == ["2026/a.yaml"]
    assert read == []


def test_what_does_not_hold_is_known_not_to(project: Any) -> None:
    project.assessment("2025/a.yaml", CELLS.replace("rating: 1", "rating: 99"), occasion="2025-ht", date="2025-10-15")
    project.write("2024/a.yaml", "unit: ekskolan\nlevel: school: [")
    one = load_assessment(Path("2026/a.yaml"), "en")
    assert [(found.path, found.holds) for found in Siblings([one]).of(one)] == [("2025/a.yaml", False)]


def test_of_one_day_the_last_by_name_is_the_newest(project: Any) -> None:
    project.assessment("2026/b.yaml", CELLS, occasion="2026-ht", date="2026-10-15")
    assert names(newest(load_assessments([Path()], "en"))) == ["2026/b.yaml"]


@pytest.mark.parametrize(
    ("count", "told"), [(1, "0"), (20, "19"), (21, "19 and 1 more"), (90_000, "19 and 89980 more")]
)
def test_a_line_names_so_many_files_and_no_more(count: int, told: str) -> None:
    line = named([str(number) for number in range(count)], "en")
    assert line.rsplit(", ", 1)[-1] == told
    assert line.count(",") == min(count, 20) - 1


def test_a_file_is_named_without_personal_data() -> None:
    assert named(["a.yaml", "20140305-2382.yaml"], "sv") == "a.yaml, ….yaml"


def test_files_that_may_be_of_any_series_are_told_of_once_and_hold_back_each_of_them(
    project: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    project.assessment("2026/other-unit.yaml", CELLS, unit="asko")
    for number in range(3):
        (project.path / f"{number}.yaml").symlink_to("nowhere")
    (project.path / "spelled.yaml").write_text('format: "\\x41\n')
    given = load_assessments([Path("2026")], "en")
    siblings = Siblings(given)
    held_back = [[one for one in siblings.series(each, "en") if isinstance(one, Unread)] for each in given]
    assert [len(unread) for unread in held_back] == [1, 1]  # one holds back what all do
    assert capsys.readouterr().err.count("cannot be read") == 4


SPELLED = 'format: "crosp-\\x61ssessment/1"\n'
"""A document that may be an assessment of any unit and level that it does not name once."""


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("", True),
        ("level: school\n", True),
        ("level: teaching\n", False),
        ("unit: ekskolan\n", True),
        ("unit: asko\n", False),
        ("unit: ekskolan\nlevel: school\n", True),
        ("unit: ekskolan\nlevel: teaching\n", False),
        ("unit: asko\nunit: b\nlevel: school\n", True),
        ("unit: asko\nlevel: teaching\nlevel: school\n", False),
        ("unit: asko\nlevel: school\nunit: b\nformat: x\n", True),
        ("unit:\nlevel: [school]\n", True),
        ("unit: ekskolan\nformat: x\n", True),
        ('unit: "eks\\\N{LINE SEPARATOR}kolan"\nlevel: school\n', True),
        ("date: 2026-10-15\n", True),
        ("date: 2026-10-16\n", False),
    ],
)
def test_a_file_that_cannot_be_read_is_of_each_series_that_it_may_be_of(
    project: Any, capsys: pytest.CaptureFixture[str], text: str, is_told: bool
) -> None:
    (project.path / "spelled.yaml").write_text(SPELLED + text)
    (given,) = load_assessments([Path("2026")], "en")
    unread = [one for one in Siblings([given]).series(given, "en") if isinstance(one, Unread)]
    assert (given.assessment.unit, given.assessment.level, f"{given.assessment.date}") == (
        "ekskolan", "school", "2026-10-15",
    )  # fmt: skip
    assert [one.path for one in unread if one.date is None or one.date <= given.assessment.date] == (
        ["spelled.yaml"] if is_told else []
    )
    assert ("spelled.yaml" in capsys.readouterr().err) == is_told


def test_what_cannot_be_read_holds_back_from_its_day_on(project: Any, capsys: pytest.CaptureFixture[str]) -> None:
    project.assessment("2026/later.yaml", CELLS, occasion="2026-vt", date="2026-11-15")
    for day in ("2026-11-01", "2026-10-01", "2026-12-01"):
        (project.path / f"{day}.yaml").write_text(f"{SPELLED}date: {day}\n")
    given = load_assessments([Path("2026")], "en")
    siblings = Siblings(given)
    told = []
    for one in sorted(given, key=lambda one: one.assessment.date):
        first = [f"{each.date}" for each in siblings.series(one, "en") if isinstance(each, Unread)]
        told.append((f"{one.assessment.date}", first, re.findall("^(.*).yaml cannot", capsys.readouterr().err, re.M)))
    assert told == [
        ("2026-10-15", ["2026-10-01"], ["2026-10-01"]),
        ("2026-11-15", ["2026-10-01"], ["2026-11-01"]),
    ]
