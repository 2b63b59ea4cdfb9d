"""Projects within one another: what is asked of each costs no more because of those above it, or beside it."""

import json
import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from crosp_cli.cli.commands.render.target import ReportTarget
from crosp_cli.reading.git.process import Budget

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

Crosp = Callable[..., Any]
DEEP = 12
CELLS = "shared-direction: {governance: {current_state: {reflection: So., rating: 1}}}"
ENTRY = CELLS.replace("rating: 1}", "rating: 1}, measures: [{id: a, what: Do, collaboration: {entry: e}}]")


@pytest.fixture
def within(folder: Any) -> Any:
    """As many projects as that, each in a folder of the one before, with an assessment; the innermost has two."""
    folder.project()
    project = (folder.path / "crosp.yaml").read_text("utf-8")
    for depth in range(DEEP):
        folder.write(f"{'d/' * depth}crosp.yaml", project)
        folder.assessment(f"{'d/' * depth}a.yaml", ENTRY)
    folder.assessment(f"{'d/' * (DEEP - 1)}b.yaml", CELLS, occasion="2025-ht", date="2025-10-15")
    return folder


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each folder is listed, and how often a path is made whole."""
    counted: Counter[str] = Counter()
    listed, whole, name = os.scandir, Path.absolute, ReportTarget.name

    def scandir(path: Any = ".") -> Any:
        counted[os.path.relpath(path)] += 1
        return listed(path)

    def absolute(path: Path) -> Path:
        counted["absolute"] += 1
        return whole(path)

    def named(target: ReportTarget, stem: str) -> str:
        counted["name"] += 1
        return name(target, stem)

    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr(Path, "absolute", absolute)
    monkeypatch.setattr(ReportTarget, "name", named)
    return counted


def test_each_folder_is_listed_for_its_own_project(within: Any, crosp: Crosp, asked: Counter[str]) -> None:
    result = crosp("render", ".", "--all", "-o", "out", cwd=within.path)
    assert result.status == 0, result.err
    assert asked[("d/" * (DEEP - 1)).rstrip("/")] <= 5, asked  # what is asked for, registers, the series
    assert asked["name"] <= 4 * DEEP


def test_files_are_held_against_what_was_named_once(within: Any, crosp: Crosp, asked: Counter[str]) -> None:
    assert crosp("migrate", ".", cwd=within.path).status == 0
    assert asked["absolute"] <= 12 * DEEP


def commit(folder: Path) -> None:
    for arguments in ("init -q", "add .", "-c user.name=a -c user.email=a@example.org commit -qm a"):
        subprocess.run(["git", *arguments.split()], cwd=folder, check=True)


@needs_git
def test_each_file_of_a_revision_is_read_for_its_own_project(
    within: Any, crosp: Crosp, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(within.path)
    spent, spend = [], Budget.spend
    monkeypatch.setattr(Budget, "spend", lambda self, files, size: (spent.append(files), spend(self, files, size))[1])
    result = crosp("compare", "HEAD", "a.yaml", cwd=within.path)
    assert result.status == 0, result.err
    assert sum(spent) <= 6 * DEEP


@needs_git
def test_each_file_of_a_revision_is_looked_at_for_its_own_project(
    folder: Any, crosp: Crosp, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.project()
    project = (folder.path / "crosp.yaml").read_text("utf-8")
    (folder.path / "crosp.yaml").unlink()
    for number in range(DEEP):
        folder.write(f"p{number}/crosp.yaml", project.replace("ekskolan", f"u{number}"))
        folder.assessment(f"p{number}/a.yaml", ENTRY, unit=f"u{number}")
    commit(folder.path)
    split, counted = PurePosixPath.parts, Counter[str]()
    assert isinstance(split, property)

    def parts(path: PurePosixPath) -> Any:
        counted[str(path)] += not isinstance(path, Path)
        return split.fget and split.fget(path)

    monkeypatch.setattr(PurePosixPath, "parts", property(parts), raising=False)
    result = crosp("compare", "HEAD", "HEAD", cwd=folder.path)
    assert result.status == 0, result.err
    assert 0 < counted["p0/a.yaml"] <= 6, counted


def test_a_project_within_one_begins_and_widens_by_its_own_framework(crosp: Crosp, folder: Any, examples: Path) -> None:
    folder.project()
    folder.assessment("a.yaml", CELLS)
    shutil.copytree(examples / "other-framework", folder.path / "inner")
    answer = crosp("new", "2026-autumn", "--add", "follow-up/quality", "--lang", "en", cwd=folder.path)
    assert answer.status == 2
    assert answer.err.startswith("crosp: inner/crosp.yaml: --add: there is no cell follow-up/quality.")
    answer = crosp("new", "2026-ht", "--add", "follow-up/quality", cwd=folder.path)
    assert answer.status == 0
    assert "quality:" in (folder.path / "a.yaml").read_text("utf-8")
    answer = crosp("new", "2028-vt", "--date", "2028-04-01", "--cells", "follow-up/quality", cwd=folder.path)
    assert (answer.status, "inner/crosp.yaml: --cells:" in answer.err) == (2, True)
    assert crosp("new", "2028-vt", "--date", "2028-04-01", cwd=folder.path).status == 0
    (made,) = (folder.path / "inner/assessments/mill-lane").glob("2028-vt*")
    assert "# Mill Lane" in made.read_text("utf-8")


@needs_git
@pytest.mark.parametrize("arguments", [["HEAD"], ["inner/../a2.yaml", "HEAD"], ["HEAD", "a2.yaml"]])
def test_a_revision_keeps_projects_apart(crosp: Crosp, folder: Any, arguments: list[str]) -> None:
    """A project within one has a unit of the same name, and an assessment of a later day."""
    folder.project()
    project = (folder.path / "crosp.yaml").read_text("utf-8")
    folder.write("inner/crosp.yaml", project.replace("exempelkommun", "another"))
    folder.assessment("a.yaml", CELLS, occasion="2025-ht", date="2025-10-15")
    folder.assessment("inner/b.yaml", CELLS.replace("1", "3"), occasion="2026-ht", date="2026-10-16")
    commit(folder.path)
    folder.assessment("a2.yaml", CELLS.replace("1", "2"), occasion="2026-ht", date="2026-10-15")
    result = crosp("compare", *arguments, "--unit", "ekskolan", "--lang", "en", cwd=folder.path)
    assert result.status == 0, result.err
    assert "2025-ht (2025-10-15, HEAD)" in " ".join(result.out.split())


def test_beside_a_programme_stand_the_assessments_of_its_own_project(crosp: Crosp, examples: Path, folder: Any) -> None:
    shutil.copytree(examples / "exempelkommun", folder.path, dirs_exist_ok=True)
    (programme,) = (path for path in folder.path.rglob("*.yaml") if b"crosp-programme/1" in path.read_bytes()[:300])
    command = ("programme", programme, "--beside", "--format", "json", "--today", "2026-12-01")
    before = crosp(*command, cwd=folder.path)
    shutil.copytree(examples / "exempelkommun", folder.path / "inner")
    for file in (folder.path / "inner").rglob("*.yaml"):
        text = file.read_text("utf-8")
        file.write_text(text.replace("rating: 1", "rating: 3").replace("rating: 0", "rating: 3"), "utf-8")
    assert crosp(*command, cwd=folder.path) == before
    assert before.status == 0


def test_a_memo_rests_on_what_its_own_project_has(crosp: Crosp, examples: Path, folder: Any) -> None:
    """Also where a project within it has assessments, programmes and memos that are called the same."""
    shutil.copytree(examples / "exempelkommun", folder.path, dirs_exist_ok=True)
    asked = [
        ("memos/2026-12-delade-kuratorstjanster.yaml",),
        ("assessments/2026-ht-organiser.yaml", "--kind", "decision-memo"),
    ]
    before = [crosp("render", *one, "-o", "-", "--today", "2026-12-01", cwd=folder.path) for one in asked]
    shutil.copytree(examples / "exempelkommun", folder.path / "annan")
    for file in (folder.path / "annan").rglob("*.yaml"):
        file.write_text(file.read_text("utf-8").replace("Exempelkommun", "Grannkommun"), "utf-8")
    after = [crosp("render", *one, "-o", "-", "--today", "2026-12-01", cwd=folder.path) for one in asked]
    assert [one.status for one in before] == [0, 0], before
    assert after == before


def test_occasions_of_two_projects_are_not_held_against_each_other(crosp: Crosp, folder: Any) -> None:
    folder.project()
    project = (folder.path / "crosp.yaml").read_text("utf-8")
    folder.write("inner/crosp.yaml", project.replace("exempelkommun", "another"))
    folder.assessment("a.yaml", CELLS, occasion="2025-ht", date="2025-10-15")
    folder.assessment("inner/b.yaml", CELLS, occasion="2026-ht", date="2026-10-16")
    result = crosp("compare", "2025-ht", "2026-ht", "--lang", "en", cwd=folder.path)
    assert (result.status, "Only assessments of one unit at one level can be compared." in result.err) == (2, True)
    assert crosp("compare", "2025-ht", cwd=folder.path).status == 2
    assert crosp("compare", "a.yaml", "2026-ht", cwd=folder.path).status == 2
    assert crosp("compare", "a.yaml", "inner/b.yaml", cwd=folder.path).status == 0  # as they are named
    folder.assessment("inner/c.yaml", CELLS, occasion="2025-ht", date="2025-10-16")
    result = crosp("compare", "2025-ht", "2026-ht", "--format", "json", cwd=folder.path)
    assert [(one["old"]["date"], one["new"]["date"]) for one in json.loads(result.out)["comparisons"]] == [
        ("2025-10-16", "2026-10-16")
    ]


@needs_git
def test_at_a_revision_another_organisers_unit_is_another(crosp: Crosp, folder: Any) -> None:
    """Whatever both are called; of the same organiser, the project has moved."""
    folder.project()
    project = (folder.path / "crosp.yaml").read_text("utf-8")
    folder.write("inner/crosp.yaml", project.replace("exempelkommun", "another"))
    folder.assessment("inner/b.yaml", CELLS, occasion="2025-ht", date="2025-10-16")
    commit(folder.path)
    folder.assessment("a.yaml", CELLS, occasion="2026-ht", date="2026-10-15")
    (folder.path / "inner/b.yaml").unlink()
    result = crosp("compare", "HEAD", "--lang", "en", cwd=folder.path)
    assert (result.status, "At HEAD there was no assessment of" in result.err) == (2, True)
    commit(folder.path)
    for names in (["HEAD~1"], ["HEAD~1", "2026-ht"], ["HEAD~1", "HEAD"]):
        assert crosp("compare", *names, cwd=folder.path).status == 2, names
    (folder.path / "moved").mkdir()
    for file in ("crosp.yaml", "a.yaml"):
        shutil.copy(folder.path / file, folder.path / "moved" / file)
    (folder.path / "a.yaml").unlink()
    assert crosp("compare", "HEAD", cwd=folder.path / "moved").status == 0


@needs_git
def test_between_revisions_one_project_may_have_moved_and_another_not(crosp: Crosp, folder: Any) -> None:
    folder.project()
    project = (folder.path / "crosp.yaml").read_text("utf-8")
    project = project.replace("units:\n", "units:\n  - {id: ba, name: Ba, school_forms: [grundskola]}\n")
    folder.write("crosp.yaml", project)
    folder.assessment("a.yaml", CELLS)
    folder.assessment("ba/b.yaml", CELLS, unit="ba")
    commit(folder.path)
    folder.write("ba/crosp.yaml", project)
    for file in ("a.yaml", "ba/b.yaml"):
        (folder.path / file).write_text((folder.path / file).read_text("utf-8").replace("So.", "Now."), "utf-8")
    commit(folder.path)
    for names in (["HEAD~1"], ["HEAD~1", "HEAD"]):
        told = json.loads(crosp("compare", *names, "--format", "json", cwd=folder.path).out)
        assert sorted(one["unit"] for one in told["comparisons"]) == ["ba", "ekskolan"], names


@needs_git
@pytest.mark.parametrize("is_outer", [True, False])
def test_between_revisions_either_of_two_projects_may_have_moved(crosp: Crosp, folder: Any, *, is_outer: bool) -> None:
    """The one that one stands in has a new name, or one from beside it lies within it now."""
    folder.project()
    text = (folder.path / "crosp.yaml").read_text("utf-8")
    (folder.path / "crosp.yaml").unlink()
    old = {"exempelkommun": "old" if is_outer else "north", "another": "north/inner" if is_outer else "south"}
    for state in (old, {"exempelkommun": "north", "another": "north/inner"}):
        for path in folder.path.rglob("*.yaml"):
            path.unlink()
        for organiser, home in state.items():
            folder.write(
                f"{home}/crosp.yaml", text.replace("exempelkommun", organiser).replace("Exempelkommun", organiser)
            )
            folder.assessment(f"{home}/a.yaml", CELLS)
        commit(folder.path)
    for names in (["HEAD~1"], ["HEAD~1", "HEAD"]):
        told = json.loads(crosp("compare", *names, "--format", "json", cwd=folder.path / "north").out)
        assert len(told["comparisons"]) == 2, names


@needs_git
def test_where_a_project_lay_another_may_lie_now(crosp: Crosp, folder: Any) -> None:
    """Its unit is looked for with its own organiser; which of two of that organiser's moved, nobody can say."""
    folder.project()
    text = (folder.path / "crosp.yaml").read_text("utf-8")
    for home, organiser, occasion in (("north", "another", "2025-vt"), ("south", "exempelkommun", "2025-ht")):
        own = text.replace("exempelkommun", organiser).replace("Exempelkommun", organiser)
        folder.write(f"{home}/crosp.yaml", own)
        folder.assessment(f"{home}/a.yaml", CELLS, occasion=occasion)
    commit(folder.path)
    shutil.rmtree(folder.path / "north")
    shutil.copytree(folder.path / "south", folder.path / "west")
    (folder.path / "south").rename(folder.path / "north")
    commit(folder.path)
    shutil.copytree(folder.path / "west", folder.path / "east")
    for names in (["HEAD~1"], ["HEAD~1", "HEAD"], ["HEAD", "HEAD~1"]):
        told = json.loads(crosp("compare", *names, "--format", "json", cwd=folder.path / "north").out)
        assert [one["old"]["occasion"] for one in told["comparisons"]] == ["2025-ht"], names
    result = crosp("compare", "HEAD", "--lang", "en", cwd=folder.path / "east")
    assert (result.status, "HEAD may be either of HEAD:north/a.yaml, HEAD:west/a.yaml" in result.err) == (2, True)


@needs_git
@pytest.mark.parametrize("stray", ["stray.yaml", "broken/stray.yaml"])
def test_what_is_of_no_project_mixes_up_no_others(crosp: Crosp, folder: Any, stray: str) -> None:
    folder.project()
    text = (folder.path / "crosp.yaml").read_text("utf-8")
    (folder.path / "crosp.yaml").unlink()
    for organiser in ("north", "south"):
        folder.write(f"{organiser}/crosp.yaml", text.replace("exempelkommun", organiser))
    folder.write("broken/crosp.yaml", "format: crosp-project/1\n")
    folder.assessment(stray, CELLS, unit="asko")
    folder.assessment("north/own.yaml", CELLS, unit=None, level="organiser")
    folder.assessment("south/a.yaml", CELLS)
    commit(folder.path)
    (folder.path / "north/own.yaml").unlink()
    folder.assessment("south/own.yaml", CELLS, unit=None, level="organiser")
    commit(folder.path)
    told = json.loads(crosp("compare", "HEAD~1", "HEAD", "--format", "json", cwd=folder.path).out)
    assert sorted(one["unit"] or "" for one in told["comparisons"]) == ["asko", "ekskolan"]


@needs_git
def test_what_is_gone_or_stays_elsewhere_is_in_nobodys_way(crosp: Crosp, folder: Any) -> None:
    """A draft of no project that is no more; in a project that has moved, the others of its organiser; a new one."""
    folder.project()
    text = (folder.path / "crosp.yaml").read_text("utf-8")
    (folder.path / "crosp.yaml").unlink()
    for school, organiser in (("aa", "exempelkommun"), ("bb", "exempelkommun"), ("cc", "north")):
        folder.write(f"{school}/crosp.yaml", text.replace("exempelkommun", organiser).replace("ekskolan", school))
        folder.assessment(f"{school}/a.yaml", CELLS, unit=school)
    folder.assessment("draft.yaml", CELLS, unit="aa")
    commit(folder.path)
    (folder.path / "draft.yaml").unlink()
    (folder.path / "aa").rename(folder.path / "dd")
    shutil.copytree(folder.path / "dd", folder.path / "aa")
    new = (folder.path / "aa/crosp.yaml").read_text("utf-8")
    folder.write("aa/crosp.yaml", new.replace("exempelkommun", "south").replace("Exempelkommun", "South"))
    for names in (["HEAD"], ["HEAD", "a.yaml"]):
        assert crosp("compare", *names, cwd=folder.path / "aa").status == 2, "before it is committed"
    commit(folder.path)

    def units(place: str, *names: str) -> list[str]:
        result = crosp("compare", *names, "--format", "json", cwd=folder.path / place)
        assert result.status == 0, result
        told = json.loads(result.out)
        return sorted(one["unit"] for one in told.get("comparisons", ()))

    for names in (["HEAD~1", "HEAD"], ["HEAD", "HEAD~1"], ["HEAD~1", "."]):
        assert units(".", *names) == ["aa", "bb", "cc"], names
        assert units("dd", *names) == ["aa"], names
    result = crosp("compare", "HEAD~1", "--lang", "en", cwd=folder.path / "aa")
    assert (result.status, "At HEAD~1 there was no assessment of aa" in result.err) == (2, True)
    folder.write("ee/crosp.yaml", text.replace("ekskolan", "ee"))
    folder.assessment("ee/a.yaml", CELLS, unit="ee")
    commit(folder.path)
    result = crosp("compare", "HEAD~2", "HEAD", "--lang", "en", cwd=folder.path / "ee")
    assert (result.status, "At HEAD~2 there was no assessment of ee" in result.err) == (2, True)


@needs_git
@pytest.mark.parametrize("unit", ["ekskolan", None])
def test_an_organiser_with_another_name_is_the_same(crosp: Crosp, folder: Any, unit: str | None) -> None:
    folder.project()
    level = "school" if unit else "organiser"
    folder.assessment("a.yaml", CELLS, unit=unit, level=level)
    commit(folder.path)
    text = (folder.path / "crosp.yaml").read_text("utf-8")
    folder.write("crosp.yaml", text.replace("exempelkommun", "north").replace("Exempelkommun", "North"))
    folder.assessment("a.yaml", CELLS.replace("1", "2"), unit=unit, level=level)
    assert crosp("compare", "HEAD", cwd=folder.path).status == 0
    commit(folder.path)
    for names in (["HEAD~1"], ["HEAD~1", "."], ["HEAD~1", "HEAD"], ["HEAD", "HEAD~1"]):
        assert crosp("compare", *names, cwd=folder.path).status == 0, names


def test_a_project_named_from_here_and_from_the_top_is_one(crosp: Crosp, folder: Any) -> None:
    folder.project()
    for year in ("2025", "2026"):
        folder.assessment(f"{year}/a.yaml", CELLS, occasion=f"{year}-ht", date=f"{year}-10-15")
    for command in ("analyse", "follow-up"):
        told = crosp(command, "2025", folder.path / "2026", "--format", "json", cwd=folder.path).out
        assert ("2026-ht" in told or command == "follow-up", "2025-ht" in told) == (True, False), command
        assert told == crosp(command, "2025", "2026", "--format", "json", cwd=folder.path).out


def test_each_project_has_its_own_registers(crosp: Crosp, examples: Path, folder: Any) -> None:
    shutil.copytree(examples / "exempelkommun", folder.path, dirs_exist_ok=True)
    command = ("collaborations", ".", "--format", "json", "--today", "2026-12-01", "--lang", "en")
    before = crosp(*command, cwd=folder.path)
    shutil.copytree(examples / "exempelkommun", folder.path / "annan")
    after = crosp(*command, cwd=folder.path)
    assert (after.status, after.out) == (before.status, before.out) == (0, before.out)
    assert after.err.startswith("Left out, since each project has its own registers: annan/")
    elsewhere = folder.path / "collaborations", folder.path / "assessments"
    whole = crosp("collaborations", "collaborations", elsewhere[1], *command[2:], cwd=folder.path)
    assert json.loads(whole.out) == json.loads(crosp("collaborations", *elsewhere, *command[2:], cwd=folder.path).out)
    assert whole.err == ""
