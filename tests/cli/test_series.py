"""Every command finds the same series, so all of them hold back the same answers, also where a file hides or breaks.

Two small groups were shown together on an earlier day. That a third joins them must hold them back, whatever has become
of the earlier file since, and whichever command asks.
"""

import json
import os
from collections.abc import Callable
from typing import Any

import pytest

TWO = {"leisure-staff": {"0": 4}, "school-librarian": {"3": 2}}
THREE = {**TWO, "support-staff": {"1": 2}}
ALONE = {"leisure-staff": {"0": 6}}

OLD, NEW = "assessments/2025.yaml", "assessments/2026.yaml"


def cells(table: dict[str, dict[str, str]]) -> str:
    return f"shared-direction: {{funding: {{current_state: {json.dumps({'rating': 1, 'group_ratings': table})}}}}}"


Spoil = Callable[[str], str | bytes]


def without_its_level(text: str, line: str) -> str:
    """A file in which the level stands nowhere, not even in the name of a group."""
    return text.replace("level: school\n", line).replace("school-librarian", "librarian")


HIDDEN: dict[str, Spoil] = {
    "its key is spelled": lambda text: text.replace('"group_ratings"', '"group\\x5fratings"'),
    "its format is spelled": lambda text: text.replace("crosp-assessment/1", '"cr\\x6fsp-assessment\\u002f1"'),
    "its unit is spelled": lambda text: text.replace("unit: ekskolan", 'unit: "eks\\x6bolan"'),
    "its level is broken over lines": lambda text: text.replace("level: school", 'level: "sch\\\n  ool"'),
    "its keys are spelled": lambda text: text.replace("cells:", '"c\\x65lls":').replace("format:", '"f\\x6frmat":'),
}
"""It says the same in other letters."""

UNREAD: dict[str, Spoil] = {
    "a surplus key": lambda text: text + "surplus: 1\n",
    "a key twice": lambda text: text + "date: 2025-10-15\n",
    "a later day first": lambda text: text.replace("date:", "date: 2027-10-15\ndate:"),
    "another unit first": lambda text: text.replace("unit:", "unit: x\nunit:"),
    "another kind first": lambda text: text.replace("format:", "format: crosp-memo/1\nformat:"),
    "a broken line": lambda text: text + "kept_from: [\n",
    "a broken line and no date": lambda text: text.replace("date: 2025-10-15\n", "date: [\n"),
    "a date that is none": lambda text: text.replace("date: 2025-10-15", "date: 2025-10-32"),
    "a level that is a list": lambda text: text.replace("level: school", "level: [school]"),
    "no level": lambda text: text.replace("level: school\n", "# school\n"),
    "no level, and its name nowhere": lambda text: without_its_level(text, ""),
    "a level that is empty": lambda text: without_its_level(text, "level: # which?\n"),
    "a level that is nothing": lambda text: without_its_level(text, "level: null\n"),
    "a level with a large letter": lambda text: without_its_level(text, "Level: skola\n"),
    "a level that is an empty list": lambda text: without_its_level(text, "level: []\n"),
    "no unit": lambda text: text.replace("unit: ekskolan\n", ""),
    "no unit in an older version of the framework": lambda text: text.replace("unit: ekskolan\n", "").replace(
        "spsm-crosp@2024", "spsm-crosp@2023"
    ),
    "a unit in a comment": lambda text: text.replace("unit: ekskolan\n", "# unit: ekskolan\n"),
    "a unit that is empty": lambda text: text.replace("unit: ekskolan\n", "unit:\n"),
    "no unit, and one in a second document": lambda text: text.replace("unit: ekskolan\n", "") + "---\nunit: annan\n",
    "no unit, and one on one side of a conflict": lambda text: (
        text.replace("unit: ekskolan\n", "") + "<<<<<<< HEAD\n=======\nunit: annan\n>>>>>>> x\n"
    ),
    "no unit, and one in a text": lambda text: text.replace("unit: ekskolan\n", "") + 'surplus: "a\nunit: annan\n"\n',
    "neither unit nor format, and a key in quotes": lambda text: (
        text.replace("unit: ekskolan\n", "").replace("format: crosp-assessment/1\n", "").replace("cells:", '"cells":')
    ),
    "neither unit nor format, a space in": lambda text: "".join(
        f" {line}" for line in text.replace("unit: ekskolan\n", "").splitlines(keepends=True) if "format" not in line
    ),
    "a second document, after one of another unit": lambda text: (
        "format: crosp-assessment/1\nunit: annan\nlevel: school\n---\n"
        + text.replace("unit: ekskolan\n", "").replace("format: crosp-assessment/1\n", "")
    ),
    "neither unit nor format": lambda text: text.replace("unit: ekskolan\n", "").replace(
        "format: crosp-assessment/1\n", ""
    ),
    "a unit in two lines for some": lambda text: text.replace("unit: ekskolan\n", "unit: annan\runit: ekskolan\n"),
    "neither unit nor level": lambda text: text.replace("unit: ekskolan\n", "").replace("level: school\n", ""),
    "no unit and a broken line": lambda text: text.replace("unit: ekskolan\n", "") + "kept_from: [\n",
    "a unit that is an empty text": lambda text: text.replace("unit: ekskolan", 'unit: ""'),
    "a unit of spaces": lambda text: text.replace("unit: ekskolan", "unit: ' '"),
    "a unit that was to follow": lambda text: text.replace("unit: ekskolan", "unit: |"),
    "a level that is an empty text": lambda text: without_its_level(text, "level: ''\n"),
    "another unit and none": lambda text: text.replace("unit: ekskolan", "unit: annan\nunit:"),
    "cut off before its unit": lambda text: text.partition("unit:")[0],
    "no space before its unit": lambda text: text.replace("unit: ekskolan", "unit:ekskolan"),
    "signs of no letters beside its unit": lambda text: text.replace("unit: ekskolan", "unit: \u00a0ekskolan\u2028x"),
    "an anchor": lambda text: text.replace("unit: ekskolan", "unit: &u ekskolan"),
    "another format": lambda text: text.replace("crosp-assessment/1", "crosp-assesment/1"),
    "UTF-16": lambda text: text.encode("utf-16"),
    "Windows-1252": lambda text: text.encode() + b"# \xe5\n",
    "too large": lambda text: text + "#" * (4 * 1024 * 1024),
}
"""It cannot be read any more."""

SCOPE = "  follow-up: {funding: {measures: [{id: a, what: Do, scope: x}]}}\n"
WRONG: dict[str, Spoil] = {
    "a scope that nobody knows": lambda text: text + SCOPE,
    "a step off the scale": lambda text: text.replace('"rating": 1', '"rating": 9'),
    "another version of the framework": lambda text: text.replace("spsm-crosp@2024", "spsm-crosp@2042"),
    "a group that nobody knows": lambda text: text.replace('{"leisure-staff"', '{"x": {"0": 1}, "leisure-staff"'),
}
"""It can be read, and does not hold."""

HELD_BACK = (
    "assessments/2025.yaml cannot be read, and may tell of the same groups. What groups answered is held back until "
    "`crosp validate` finds no error in it.\n"
)

COMMANDS = [
    ("analyse", NEW),
    ("analyse", NEW, "--format", "json"),
    ("analyse", NEW, "--format", "markdown"),
    ("analyse", NEW, "--by", "arena"),
    ("analyse", NEW, "--by", "arena", "--format", "json"),
    ("analyse", NEW, "--explain"),
    ("render", NEW, "-o", "-"),
    ("render", NEW, "--format", "markdown", "-o", "-"),
    ("render", NEW, "--kind", "summary", "-o", "-"),
    ("render", NEW, "--kind", "decision-memo", "-o", "-"),
]


@pytest.fixture
def project(folder: Any) -> Any:
    folder.project()
    folder.assessment(OLD, cells(TWO), occasion="2025-ht", date="2025-10-15")
    folder.assessment(NEW, cells(THREE))
    return folder


def test_the_name_of_a_file_that_cannot_be_read_tells_of_nobody(crosp: Any, project: Any) -> None:
    spoil(project, UNREAD["Windows-1252"])
    (project.path / OLD).rename(project.path / "assessments/20140305-2382.yaml")
    result = crosp("analyse", NEW, "--lang", "en", cwd=project.path)
    assert "assessments/….yaml cannot be read, and may tell of the same groups." in result.err


def test_a_folder_that_the_project_has_by_a_link_is_of_the_series(
    crosp: Any, project: Any, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Where a file in it is asked about; a link that nobody names is not followed."""
    there = tmp_path_factory.mktemp("elsewhere") / "assessments"
    (project.path / "assessments").rename(there)
    (project.path / "assessments").symlink_to(there)
    groups, held_back, said = agreement(crosp, project)
    assert (groups, held_back, said) == ([], True, "")


@pytest.mark.parametrize("there", ["earlier", "other/earlier"])
def test_what_has_the_same_project_by_a_link_is_of_the_series(crosp: Any, project: Any, there: str) -> None:
    """Also where it lies in another project within that one."""
    (project.path / there).mkdir(parents=True)
    (project.path / OLD).rename(project.path / there / "2025.yaml")
    (project.path / there / "crosp.yaml").symlink_to(os.path.relpath("crosp.yaml", there))
    if "/" in there:
        (project.path / "other" / "crosp.yaml").write_text((project.path / "crosp.yaml").read_text("utf-8"), "utf-8")
    assert agreement(crosp, project) == ([], True, "")


def test_each_of_many_links_is_compared_with_few_folders(
    crosp: Any, project: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls, real = [0], os.path.commonpath

    def counted(paths: list[str]) -> str:
        calls[-1] += 1
        return real(paths)

    monkeypatch.setattr(os.path, "commonpath", counted)
    for name in ("crosp.yaml", NEW):
        project.write(f"there/{name}", (project.path / name).read_text("utf-8"))
    for many in (8, 16):
        links = [project.path / f"link{number}" for number in range(many)]
        for link in links:
            link.unlink(missing_ok=True)
            link.symlink_to("there")
        assert crosp("analyse", *(f"{link.name}/{NEW}" for link in links), cwd=project.path).status == 0
        calls.append(0)
    assert 0 < calls[1] < 3 * calls[0]


def spoil(project: Any, how: Spoil, name: str = OLD) -> None:
    file = project.path / name
    said = how(file.read_text("utf-8"))
    assert said != file.read_text("utf-8")
    file.write_bytes(said if isinstance(said, bytes) else said.encode())


def agreement(crosp: Any, project: Any) -> Any:
    result = crosp("analyse", NEW, "--format", "json", "--lang", "en", cwd=project.path)
    assert result.status == 0, result
    [one] = json.loads(result.out)["assessments"]
    [found] = [cell["agreement"] for cell in one["cells"] if cell["agreement"]]
    return found["groups"], found["held_back"], result.err


def test_what_has_lost_its_unit_beside_a_link_to_the_project_holds_back(crosp: Any, project: Any) -> None:
    (project.path / "earlier").mkdir()
    spoil(project, UNREAD["no unit"])
    (project.path / OLD).rename(project.path / "earlier" / "2025.yaml")
    (project.path / "earlier" / "crosp.yaml").symlink_to("../crosp.yaml")
    groups, held_back, said = agreement(crosp, project)
    assert (groups, held_back) == ([], True)
    assert said.startswith("earlier/2025.yaml cannot be read, and may tell of the same groups.")


def test_without_the_earlier_file_they_are_shown(crosp: Any, project: Any) -> None:
    (project.path / OLD).unlink()
    groups, held_back, said = agreement(crosp, project)
    assert [one["groups"] for one in groups] == [["leisure-staff", "support-staff", "school-librarian"]]
    assert (held_back, said) == (False, "")


@pytest.mark.parametrize("how", [lambda text: text + "# as it was\n", *HIDDEN.values(), *WRONG.values()])
def test_a_file_that_hides_or_does_not_hold_counts_as_what_it_says(crosp: Any, project: Any, how: Spoil) -> None:
    spoil(project, how)
    assert agreement(crosp, project) == ([], True, "")


def test_a_file_that_names_a_unit_where_none_is_may_be_of_the_organiser(crosp: Any, project: Any) -> None:
    """And one of the organiser's says nothing of a unit's."""

    def whole(text: str) -> str:
        return text.replace("unit: ekskolan\n", "").replace("level: school", "level: organiser")

    spoil(project, whole)
    groups, held_back, said = agreement(crosp, project)
    assert (len(groups), held_back, said) == (1, False, "")
    new = project.path / NEW
    new.write_text(whole(new.read_text("utf-8")), "utf-8")
    assert agreement(crosp, project) == ([], True, "")
    for how in ("level:", "unit: ekskolan\nlevel:"), ("@2024", "@2023"), ("cells:", "surplus: 1\ncells:"):
        spoil(project, lambda text, how=how: text.replace(*how))  # type: ignore[misc]
        assert agreement(crosp, project) == ([], True, HELD_BACK)


@pytest.mark.parametrize("how", UNREAD.values(), ids=UNREAD)
def test_a_file_that_cannot_be_read_holds_back_and_is_named(crosp: Any, project: Any, how: Spoil) -> None:
    for now in (THREE, ALONE):
        project.assessment(NEW, cells(now))
        project.assessment(OLD, cells(TWO), occasion="2025-ht", date="2025-10-15")
        spoil(project, how)
        assert agreement(crosp, project) == ([], True, HELD_BACK)
        assert crosp("validate", "assessments/2025.yaml", cwd=project.path).status in (1, 2)


def test_a_link_that_leads_out_holds_back(crosp: Any, project: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "2025.yaml"
    (project.path / OLD).rename(elsewhere)
    (project.path / OLD).symlink_to(elsewhere)
    groups, held_back, said = agreement(crosp, project)
    assert (groups, held_back, said[:21]) == ([], True, "assessments/2025.yaml")


@pytest.mark.parametrize(
    "text",
    [
        "format: crosp-assessment/1\nunit: ekskolan\nlevel: school\ndate: 2026-10-16\nsurplus: 1\n",
        "format: crosp-assessment/1\nunit: asko\nlevel: school\n# ekskolan\n",
        "format: crosp-assessment/1\nunit: ekskolan\nlevel: teaching\n# school\n",
        "format: crosp-memo/1\nunit: ekskolan\nlevel: school\n",
        "name: school\nunits: [ekskolan]\n",
        "name: school\nunits: &all [ekskolan]\n",
        'name: "sch\\x6fol"\nunits: [ekskolan]\n',
        "unit: ekskolan\n",
        "level: [school, ekskolan\n",
    ],
)
def test_what_is_not_of_the_series_holds_nothing_back(crosp: Any, project: Any, text: str) -> None:
    project.write(OLD, text)
    groups, held_back, said = agreement(crosp, project)
    assert (len(groups), held_back, said) == (1, False, "")


def test_a_file_of_another_project_holds_nothing_back(crosp: Any, project: Any) -> None:
    project.write("assessments/old/crosp.yaml", (project.path / "crosp.yaml").read_text("utf-8"))
    project.write("assessments/old/2025.yaml", (project.path / OLD).read_text("utf-8") + "surplus: 1\n")
    (project.path / OLD).unlink()
    assert len(agreement(crosp, project)[0]) == 1


@pytest.mark.parametrize(
    "how",
    [HIDDEN["its key is spelled"], WRONG["a scope that nobody knows"], UNREAD["a surplus key"]],
    ids=["hidden", "wrong", "unread"],
)
def test_every_command_holds_back_the_same(crosp: Any, project: Any, how: Spoil) -> None:
    spoil(project, how)
    told = []
    for command in COMMANDS:
        result = crosp(*command, "--lang", "en", cwd=project.path)
        assert result.status == 0, result
        told.append(result.out)
    assert crosp("render", ".", "--all", "-o", "reports", "--lang", "en", cwd=project.path).status in (0, 1)
    told += [file.read_text("utf-8") for file in (project.path / "reports").glob("*2026*")]
    assert len(told) == len(COMMANDS) + 1
    for text in told:
        assert "School-age educare staff" not in text
        assert "leisure-staff" not in text


def test_nothing_is_said_where_no_group_has_answered(crosp: Any, project: Any) -> None:
    spoil(project, UNREAD["a surplus key"])
    project.assessment(NEW, "shared-direction: {funding: {current_state: {rating: 1}}}")
    result = crosp("analyse", NEW, cwd=project.path)
    assert (result.status, result.err) == (0, "")


def test_what_cannot_be_read_is_named_once(crosp: Any, project: Any) -> None:
    spoil(project, UNREAD["a surplus key"])
    project.assessment("assessments/2027.yaml", cells(THREE), occasion="2027", date="2027-01-01")
    result = crosp("analyse", NEW, "assessments/2027.yaml", "--lang", "sv", cwd=project.path)
    assert (result.status, result.err.count("assessments/2025.yaml")) == (0, 1)
