"""`crosp compare`: which assessments OLD and NEW stand for, git revisions and changed frameworks included."""

import itertools
import json
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

OLD, NEW = "2025-ht", "2026-ht"
DATES = {"2024-ht": "2024-10-15", OLD: "2025-10-15", NEW: "2026-10-15"}
PLACE = "shared-direction/funding"
HEADING = "format: crosp-assessment/1\nframework: spsm-crosp@2024\nunit: ekskolan\nlevel: school\n"

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def lines(cells: dict[str, Any]) -> str:
    """Cells, `{"shared-direction/funding": {...}}`, as what stands below `cells:`."""
    rows: dict[str, Any] = {}
    for place, cell in cells.items():
        principle, area = place.split("/")
        rows.setdefault(principle, {})[area] = cell
    return "\n".join(f"{json.dumps(row)}: {json.dumps(content)}" for row, content in rows.items())


def rated(rating: int | None, target: int | None = None, **need: Any) -> dict[str, Any]:
    return {
        "current_state": {"rating": rating},
        "need": {"target": target, **need},
    }


def only(result: Any) -> dict[str, Any]:
    """The one comparison in a JSON answer."""
    assert result.status == 0, result.err
    answer = json.loads(result.out)
    assert list(answer) == ["format", "comparisons"]
    assert answer["format"] == "crosp-change/1"
    (found,) = answer["comparisons"]
    assert isinstance(found, dict)
    return found


def cell_of(comparison: dict[str, Any], place: str) -> dict[str, Any]:
    (found,) = [cell for cell in comparison["cells"] if f"{cell['principle']}/{cell['area']}" == place]
    assert isinstance(found, dict)
    return found


class TestWhich:
    @pytest.fixture
    def school(self, folder: Any) -> Any:
        """Three occasions at the school's level, two at that of teaching, one of another unit."""
        folder.project()
        for number, name in enumerate(("2024-ht", OLD, NEW)):
            cells = lines({PLACE: rated(number)})
            folder.assessment(f"a/{name}-school.yaml", cells, occasion=name, date=DATES[name])
            if number:
                folder.assessment(f"a/{name}-teaching.yaml", cells, occasion=name, date=DATES[name], level="teaching")
        folder.assessment("a/asko.yaml", unit="asko")
        return folder

    def asked(self, crosp: Any, school: Any, *arguments: str) -> list[tuple[Any, ...]]:
        result = crosp("compare", "--format", "json", *arguments, cwd=school.path)
        assert result.status == 0, result.err
        return [
            (one["unit"], one["level"], one["old"]["occasion"], one["new"]["occasion"])
            for one in json.loads(result.out)["comparisons"]
        ]

    def test_the_two_latest_of_each_unit_and_level(self, crosp: Any, school: Any) -> None:
        both = [("ekskolan", "school", OLD, NEW), ("ekskolan", "teaching", OLD, NEW)]
        assert self.asked(crosp, school) == both
        assert self.asked(crosp, school, ".") == both
        assert self.asked(crosp, school, "--level", "teaching") == both[1:]
        assert self.asked(crosp, school, "--unit", "ekskolan") == both
        result = crosp("compare", "--full", "--lang", "en", cwd=school.path)
        assert result.err == "Only one occasion so far, and nothing to compare it with: asko, school (2026-ht).\n"

    def test_from_a_folder_within_the_project(self, crosp: Any, school: Any) -> None:
        inside = type(school)(school.path / "a")
        assert len(self.asked(crosp, inside)) == 2

    def test_one_against_the_newest(self, crosp: Any, school: Any) -> None:
        for name in ("2024-ht", "a/2024-ht-school.yaml", str(school.path / "a/2024-ht-school.yaml")):
            assert self.asked(crosp, school, name) == [("ekskolan", "school", "2024-ht", NEW)]

    def test_two(self, crosp: Any, school: Any) -> None:
        expected = [("ekskolan", "school", "2024-ht", OLD)]
        for old, new in itertools.product(("2024-ht", "a/2024-ht-school.yaml"), (OLD, f"a/{OLD}-school.yaml")):
            assert self.asked(crosp, school, old, new) == expected
        assert self.asked(crosp, school, OLD, NEW, "--level", "school") == [("ekskolan", "school", OLD, NEW)]

    def test_folders_stand_for_the_newest_in_them(self, crosp: Any, school: Any) -> None:
        shutil.copytree(school.path / "a", school.path / "b")
        for file in (school.path / "a").glob(f"{NEW}*"):
            file.unlink()
        assert self.asked(crosp, school, "a", "b", "--unit", "ekskolan") == [
            ("ekskolan", "school", OLD, NEW),
            ("ekskolan", "teaching", OLD, NEW),
        ]

    def test_the_later_first_is_told_backwards(self, crosp: Any, school: Any) -> None:
        result = crosp("compare", "--full", NEW, "2024-ht", "--lang", "en", cwd=school.path)
        assert result.status == 0
        assert "is from a later day" in result.err
        assert "Rating from 2 to 0, two steps down." in result.out

    @pytest.mark.parametrize("language", ["sv", "en"])
    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            ((f"a/{OLD}-school.yaml", f"a/{NEW}-teaching.yaml"), ("ekskolan, school", "ekskolan, teaching")),
            ((f"a/{OLD}-school.yaml", "a/asko.yaml"), ("ekskolan, school", "asko, school")),
            (("nope.yaml",), ("nope.yaml",)),
            ((OLD, "nope.yaml"), ("nope.yaml",)),
            (("nope/nope.yaml", NEW), ("nope/nope.yaml",)),
            (("nope",), ("nope", "2024-ht, 2025-ht, 2026-ht")),
            ((f"a/{NEW}-school.yaml",), (f"a/{NEW}-school.yaml",)),
            ((NEW,), (NEW,)),
            (("--unit", "eksolan"), ("--unit", "eksolan", "ekskolan")),
            (("--level", "organiser"), ("--level", "school, teaching")),
            (("--unit", "asko"), ("asko, school", "`crosp new`")),
            (("--unit", "asko", "--level", "teaching"), ("asko", "teaching")),
        ],
    )
    def test_what_cannot_be_done(
        self, crosp: Any, school: Any, arguments: tuple[str, ...], said: tuple[str, ...], language: str
    ) -> None:
        result = crosp("compare", "--full", *arguments, "--lang", language, cwd=school.path)
        assert (result.status, result.out) == (2, "")
        assert result.err.startswith("crosp: ")
        assert result.err.count("\n") == 1
        for words in said:
            assert words in result.err

    def test_a_name_that_may_be_either_of_two(self, crosp: Any, school: Any) -> None:
        school.assessment("b.yaml", occasion=OLD, date="2025-11-01")
        result = crosp("compare", "--full", OLD, NEW, "--lang", "en", cwd=school.path)
        assert (result.status, result.out) == (2, "")
        assert "2025-ht may be either of a/2025-ht-school.yaml, b.yaml" in result.err
        assert self.asked(crosp, school, OLD, NEW, "--level", "teaching") == [("ekskolan", "teaching", OLD, NEW)]

    def test_two_of_one_day_cannot_be_put_in_order(self, crosp: Any, school: Any) -> None:
        school.assessment("b.yaml", occasion="other", date=DATES[NEW])
        result = crosp("compare", "--full", "--lang", "en", cwd=school.path)
        assert result.status == 2
        assert f"a/{NEW}-school.yaml, b.yaml" in result.err

    def test_a_document_that_does_not_hold(self, crosp: Any, school: Any) -> None:
        school.assessment("bad.yaml", lines({PLACE: rated(9)}))
        result = crosp("compare", "--full", "--lang", "en", cwd=school.path)
        assert result.status == 1
        assert ": CR122 error: " in result.out
        assert self.asked(crosp, school, f"a/{OLD}-school.yaml", f"a/{NEW}-school.yaml")
        answer = json.loads(crosp("compare", "--format", "json", cwd=school.path).out)
        assert [finding["code"] for finding in answer["findings"]] == ["CR122"]

    def test_without_a_project(self, crosp: Any, folder: Any) -> None:
        for name in (OLD, NEW):
            folder.assessment(f"{name}.yaml", occasion=name, date=DATES[name])
        assert self.asked(crosp, folder, f"{OLD}.yaml", f"{NEW}.yaml") == [("ekskolan", "school", OLD, NEW)]
        assert self.asked(crosp, folder, ".") == [("ekskolan", "school", OLD, NEW)]
        for arguments in ((), (f"{OLD}.yaml",)):
            result = crosp("compare", "--full", *arguments, cwd=folder.path)
            assert (result.status, result.out) == (2, "")
            assert "crosp.yaml" in result.err

    def test_personal_data_is_warned_of(self, crosp: Any, folder: Any) -> None:
        folder.project()
        folder.assessment("1.yaml", occasion=OLD, date=DATES[OLD])
        folder.assessment("2.yaml", lines({PLACE: rated(1, analysis="Mail anna@example.org")}))
        result = crosp("compare", "--full", "--lang", "en", cwd=folder.path)
        assert result.status == 0
        assert "2.yaml:" in result.err
        assert "personal data" in result.err
        assert "anna@" not in result.out + result.err


class Git:
    """A git repository in a folder."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self("init", "--quiet", ".")

    def __call__(self, *arguments: str) -> str:
        settings = ("-c", "user.name=crosp", "-c", "user.email=crosp@example.org", "-c", "commit.gpgsign=false")
        done = subprocess.run(["git", *settings, *arguments], cwd=self.path, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    def commit(self) -> str:
        self("add", "--all", "--force")
        self("commit", "--quiet", "--allow-empty", "-m", "x")
        return self("rev-parse", "HEAD")


@needs_git
class TestGit:
    @pytest.fixture
    def git(self, folder: Any, monkeypatch: pytest.MonkeyPatch) -> Git:
        """A project with one occasion, committed; then another, not committed yet."""
        monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.path.parent))
        git = Git(folder.path)
        folder.project()
        folder.assessment(f"{OLD}.yaml", lines({PLACE: rated(1, 2)}), occasion=OLD, date=DATES[OLD])
        git.commit()
        folder.assessment(f"{NEW}.yaml", lines({PLACE: rated(2)}), occasion=NEW, date=DATES[NEW])
        return git

    def rating(self, crosp: Any, folder: Any, *arguments: str) -> tuple[Any, Any]:
        result = crosp("compare", *arguments, "--format", "json", cwd=folder.path)
        rating = cell_of(only(result), PLACE)["rating"]
        return rating["old"], rating["new"]

    def test_the_newest_then_and_now(self, crosp: Any, folder: Any, git: Git) -> None:
        commit = git("rev-parse", "HEAD")
        for name in ("HEAD", commit, commit[:8]):
            found = only(crosp("compare", name, "--format", "json", cwd=folder.path))
            assert (found["old"]["occasion"], found["new"]["occasion"]) == (OLD, NEW)
            assert (found["old"]["revision"], found["old"]["commit"]) == (name, commit)
            assert (found["new"]["revision"], found["new"]["commit"]) == (None, None)
        git.commit()
        assert self.rating(crosp, folder, "HEAD~1", "HEAD") == (1, 2)
        assert self.rating(crosp, folder, "HEAD") == (2, 2)

    def test_what_a_unit_was_called_then_is_looked_through_too(self, crosp: Any, folder: Any, git: Git) -> None:
        project = (folder.path / "crosp.yaml").read_text()
        folder.write("crosp.yaml", project.replace("name: Ekskolan", "name: Ekskolan 20140305-2382"))
        git.commit()
        folder.write("crosp.yaml", project)
        result = crosp("compare", "HEAD~1", "HEAD", "--lang", "en", cwd=folder.path)
        assert "Ekskolan 20140305-2382" in result.out
        assert "HEAD:crosp.yaml:" in result.err

    def test_its_framework_of_that_time_is_looked_through_too(
        self, crosp: Any, folder: Any, examples: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.path.parent))
        walk = OtherFramework(folder, examples)
        git = Git(folder.path)
        git.commit()
        walk.replace("framework/framework.yaml", "label: {en: First tries", "label: {en: Anna 20140305-2382")
        git.commit()
        result = crosp("compare", "HEAD~1", "HEAD", "--unit", "mill-lane", "--full", "--lang", "en", cwd=folder.path)
        assert "20140305-2382" in result.out
        assert "HEAD:framework/framework.yaml:" in result.err

    @pytest.mark.usefixtures("git")
    def test_it_needs_no_more_of_python_than_every_one_has(
        self, crosp: Any, folder: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "ctypes", None)  # as where Python was built without libffi
        assert self.rating(crosp, folder, "HEAD") == (1, 2)

    def test_personal_data_in_the_name_of_a_revision_is_not_repeated(self, crosp: Any, folder: Any, git: Git) -> None:
        git("tag", "elev-20140305-2382")
        for form in ("text", "json", "markdown"):
            result = crosp("compare", "elev-20140305-2382", "--format", form, cwd=folder.path)
            assert "elev-…" in result.out, result
            assert "0305-2382" not in result.out + result.err  # a commit's id may have some of it

    @pytest.mark.usefixtures("git")
    def test_a_file_as_it_stood(self, crosp: Any, folder: Any) -> None:
        folder.assessment(f"{OLD}.yaml", lines({PLACE: rated(3)}), occasion=OLD, date=DATES[OLD])
        for name in (f"{OLD}.yaml", OLD):
            assert self.rating(crosp, folder, "HEAD", name) == (1, 3)
            assert self.rating(crosp, folder, name, "HEAD") == (3, 1)

    def test_a_file_that_has_moved(self, crosp: Any, folder: Any, git: Git) -> None:
        git("mv", f"{OLD}.yaml", "elsewhere.yaml")
        assert self.rating(crosp, folder, "HEAD", "elsewhere.yaml") == (1, 1)

    def test_a_project_that_has_moved(self, crosp: Any, folder: Any, git: Git) -> None:
        (folder.path / "school").mkdir()
        for name in ("crosp.yaml", f"{OLD}.yaml", f"{NEW}.yaml"):
            (folder.path / name).rename(folder.path / "school" / name)
        inside = type(folder)(folder.path / "school")
        assert self.rating(crosp, inside, "HEAD") == (1, 2)
        git.commit()
        assert self.rating(crosp, inside, "HEAD~1", "HEAD") == (1, 2)
        assert self.rating(crosp, folder, "HEAD~1", f"school/{NEW}.yaml") == (1, 2)

    @pytest.mark.usefixtures("git")
    def test_a_file_that_was_not_there_yet(self, crosp: Any, folder: Any) -> None:
        result = crosp("compare", "--full", "HEAD", f"{NEW}.yaml", "--lang", "en", cwd=folder.path)
        assert result.status == 0
        assert result.err == (f"{NEW}.yaml was not there at HEAD. The newest assessment there was: HEAD:{OLD}.yaml.\n")

    @pytest.mark.usefixtures("git")
    def test_a_unit_that_was_not_there_yet(self, crosp: Any, folder: Any) -> None:
        folder.assessment("asko.yaml", unit="asko")
        result = crosp("compare", "--full", "HEAD", "asko.yaml", "--lang", "en", cwd=folder.path)
        assert (result.status, result.out) == (2, "")
        assert result.err == "crosp: At HEAD there was no assessment of asko, school.\n"

    def test_an_occasion_is_meant_before_a_branch_of_its_name(self, crosp: Any, folder: Any, git: Git) -> None:
        git("branch", NEW)
        assert only(crosp("compare", OLD, NEW, "--format", "json", cwd=folder.path))["new"]["revision"] is None
        found = only(crosp("compare", OLD, f"refs/heads/{NEW}", "--format", "json", cwd=folder.path))
        assert found["new"]["revision"] == f"refs/heads/{NEW}"

    @pytest.mark.usefixtures("git")
    @pytest.mark.parametrize("language", ["sv", "en"])
    @pytest.mark.parametrize(
        "name",
        [
            "nope",
            "HEAD~9",
            "^HEAD",
            "HEAD..HEAD",
            f"HEAD:{OLD}.yaml.x",
            "@{9.years.from.now",
            " ",
            "-x",
            "--upload-pack=x",
        ],
    )
    def test_no_such_revision(self, crosp: Any, folder: Any, name: str, language: str) -> None:
        result = crosp("compare", "--full", "--lang", language, "--", name, cwd=folder.path)
        assert (result.status, result.out) == (2, "")
        assert result.err.count("\n") == 1
        assert f" {name} " in result.err
        assert f"{OLD}, {NEW}" in result.err

    @pytest.mark.usefixtures("git")
    def test_an_option_of_git_is_never_given_to_it(self, crosp: Any, folder: Any) -> None:
        for name in ("--output=made", "-omade", "--git-dir=made", "--exec=touch made"):
            assert crosp("compare", "--full", "--", name, cwd=folder.path).status == 2
            assert crosp("compare", "--full", "--", OLD, name, cwd=folder.path).status == 2
        assert not (folder.path / "made").exists()

    def test_no_repository(self, crosp: Any, folder: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.path.parent))
        folder.project()
        folder.assessment()
        result = crosp("compare", "--full", "HEAD~1", "--lang", "en", cwd=folder.path)
        assert (result.status, result.out) == (2, "")
        assert "would have to be a git repository" in result.err

    @pytest.mark.usefixtures("git")
    def test_no_git(self, crosp: Any, folder: Any, tmp_path: Path) -> None:
        (folder.path / "git").write_text("#!/bin/sh\ntouch made\n")  # a program in the folder itself is not run
        (folder.path / "git").chmod(0o755)
        for path in (str(tmp_path / "nowhere"), "."):
            result = crosp("compare", "--full", "HEAD", "--lang", "en", cwd=folder.path, env={"PATH": path})
            assert (result.status, result.out) == (2, "")
            assert "not installed" in result.err
        assert not (folder.path / "made").exists()

    def test_a_repository_without_commits(self, crosp: Any, folder: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.path.parent))
        Git(folder.path)
        folder.project()
        folder.assessment()
        assert crosp("compare", "--full", "HEAD", cwd=folder.path).status == 2

    @pytest.mark.usefixtures("git")
    def test_inside_a_hook_of_another_repository(self, crosp: Any, folder: Any, tmp_path: Path) -> None:
        env = {"GIT_DIR": str(tmp_path / "nowhere"), "GIT_INDEX_FILE": "x", "GIT_WORK_TREE": "/"}
        assert crosp("compare", "--full", "HEAD", cwd=folder.path, env=env).status == 0

    def test_what_did_not_hold_then_is_left_out(self, crosp: Any, folder: Any, git: Git) -> None:
        for name in ("b.yaml", "c.yaml"):
            folder.write(name, "format: crosp-assessment/1\nunit: [\n")
        folder.assessment("d.yaml", lines({PLACE: rated(9)}), occasion="2026-vt", date="2026-04-01")
        folder.write(".hidden/e.yaml", "format: crosp-assessment/1\nunit: [\n")
        git.commit()
        for name in ("b.yaml", "c.yaml", "d.yaml"):
            (folder.path / name).unlink()
        result = crosp("compare", "--full", "HEAD", OLD, "--lang", "en", cwd=folder.path)
        assert result.status == 0
        assert result.err.endswith("at that time: HEAD:b.yaml, HEAD:c.yaml, HEAD:d.yaml.\n")

    def test_files_too_large_and_links_are_not_read(self, crosp: Any, folder: Any, git: Git) -> None:
        text = (folder.path / f"{OLD}.yaml").read_text().replace(OLD, "2026-vt").replace("2025", "2026")
        folder.write("large.yaml", text + "#" * (4 * 1024 * 1024))
        (folder.path / "link.yaml").symlink_to(f"{NEW}.yaml")
        (folder.path / "outside.yaml").symlink_to("/etc/passwd")
        git("rm", "--quiet", "--cached", "--ignore-unmatch", f"{NEW}.yaml")
        git("add", "large.yaml", "link.yaml", "outside.yaml")
        git("commit", "--quiet", "-m", "x")
        for name in ("large.yaml", "link.yaml", "outside.yaml"):
            (folder.path / name).unlink()
        found = only(crosp("compare", "HEAD", "--format", "json", cwd=folder.path))
        assert found["old"]["occasion"] == OLD

    def test_a_project_that_did_not_hold_then(self, crosp: Any, folder: Any, git: Git) -> None:
        project = (folder.path / "crosp.yaml").read_bytes()
        folder.write("crosp.yaml", "format: crosp-project/1\n")
        folder.write("notes.yaml", "a: crosp-something\n")
        folder.write("other.yaml", "a: 1\n")
        git.commit()
        folder.write("crosp.yaml", project)
        assert self.rating(crosp, folder, "HEAD", OLD) == (1, 1)
        folder.write("crosp.yaml", project.replace(b"spsm-crosp@2024", b"../framework"))
        git.commit()
        folder.write("crosp.yaml", project)
        assert self.rating(crosp, folder, "HEAD", OLD) == (1, 1)

    def test_what_the_repository_has_lost(self, crosp: Any, folder: Any, git: Git) -> None:
        name = git("rev-parse", f"HEAD:{OLD}.yaml")
        (folder.path / ".git" / "objects" / name[:2] / name[2:]).unlink()
        result = crosp("compare", "--full", "HEAD", "--lang", "en", cwd=folder.path)
        assert (result.status, result.out) == (2, "")
        assert "does not hold every file as it was at HEAD." in result.err

    def test_nothing_is_fetched(self, crosp: Any, folder: Any, git: Git, tmp_path: Path) -> None:
        folder.assessment(f"{OLD}.yaml", lines({PLACE: rated(3)}), occasion=OLD, date=DATES[OLD])
        git.commit()
        git("config", "uploadpack.allowFilter", "true")
        copy = tmp_path / "copy"
        git("clone", "--quiet", "--filter=blob:none", f"file://{folder.path}", str(copy))
        before = sorted((copy / ".git" / "objects").rglob("*"))
        with socket.create_server(("127.0.0.1", 0)) as server:
            server.settimeout(0)
            git("-C", str(copy), "config", "fetch.bundleURI", f"http://127.0.0.1:{server.getsockname()[1]}/")
            result = crosp("compare", "--full", "HEAD~1", "--lang", "en", cwd=copy)
            with pytest.raises(BlockingIOError):  # nobody has called
                server.accept()
        assert (result.status, result.out) == (2, "")
        assert result.err.count("\n") == 1
        assert "does not hold every file as it was at HEAD~1." in result.err
        assert sorted((copy / ".git" / "objects").rglob("*")) == before
        assert crosp("compare", "--full", "HEAD", "--lang", "en", cwd=copy).status == 0

    def test_names_that_are_not_plain(self, crosp: Any, folder: Any, git: Git) -> None:
        (folder.path / f"{OLD}.yaml").rename(folder.path / 'å "b"\n.yaml')
        git.commit()
        assert self.rating(crosp, folder, "HEAD") == (2, 2)
        result = crosp("compare", "--full", "HEAD", "--lang", "en", cwd=folder.path)
        assert "\x1b" not in result.out

    @pytest.mark.usefixtures("git")
    def test_nothing_is_written(self, crosp: Any, folder: Any) -> None:
        def state() -> dict[str, tuple[int, bytes]]:
            files = [path for path in folder.path.rglob("*") if path.is_file()]
            return {str(path): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}

        before = state()
        for arguments in (("HEAD",), ("HEAD", "HEAD"), ("HEAD", f"{NEW}.yaml"), ("nope",), ()):
            crosp("compare", "--full", *arguments, cwd=folder.path)
        assert state() == before

    def test_the_project_and_framework_of_that_time_count(
        self, crosp: Any, folder: Any, examples: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.path.parent))
        walk = OtherFramework(folder, examples)
        git = Git(folder.path)
        git.commit()
        walk.replace("framework/framework.yaml", 'version: "1"', 'version: "2"')
        walk.replace("framework/framework.yaml", "label: {en: First tries", "label: {en: A little")
        walk.replace("framework/framework.yaml", "fr: Premiers essais", "fr: Un peu")
        for name in walk.ASSESSMENTS:
            walk.replace(name, "inclusion-walk@1", "inclusion-walk@2")
        result = crosp("compare", "HEAD", walk.SCHOOL, "--format", "json", cwd=folder.path)
        found = only(result)
        assert [found[side]["framework"] for side in ("old", "new")] == ["inclusion-walk@1", "inclusion-walk@2"]
        assert found["not_compared"] == [{"reason": "scale-differs", "principle": None, "area": None}]
        assert cell_of(found, "arriving/everyday-practice")["rating"] == {
            "change": "not-compared",
            "old": 3,
            "new": 3,
            "steps": None,
        }
        text = crosp("compare", "--full", "HEAD", walk.SCHOOL, "--lang", "en", cwd=folder.path).out
        assert "Rated 3 before and 3 now, which cannot be compared." in text
        assert "the scale was 1 Not begun, 2 First tries" in " ".join(text.split())
        assert "3 ? 3" in text


class OtherFramework:
    """The framework of another shape, its project and two assessments, to change."""

    SCHOOL = "assessments/mill-lane/2026-autumn-school-team.yaml"
    ASSESSMENTS = (SCHOOL, "assessments/2026-autumn-network.yaml")

    def __init__(self, folder: Any, examples: Path) -> None:
        self.path = folder.path
        shutil.copytree(examples / "other-framework", folder.path, dirs_exist_ok=True)

    def replace(self, name: str, old: str, new: str) -> None:
        file = self.path / name
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), "utf-8")

    def next_occasion(self, *changes: tuple[str, str]) -> str:
        """Write the next assessment of the school: that of 2026 with `changes`."""
        text = (self.path / self.SCHOOL).read_text("utf-8")
        for old, new in (("2026-autumn", "2027-autumn"), ("date: 2026-10-20", "date: 2027-10-19"), *changes):
            assert old in text
            text = text.replace(old, new)
        name = "assessments/mill-lane/2027-autumn-school-team.yaml"
        (self.path / name).write_text(text, "utf-8")
        return name


class TestFrameworks:
    @pytest.fixture
    def walk(self, folder: Any, examples: Path) -> OtherFramework:
        return OtherFramework(folder, examples)

    def test_one_of_another_shape(self, crosp: Any, folder: Any, walk: OtherFramework) -> None:
        walk.next_occasion(("rating: 2", "rating: 5"), ("status: ongoing", "status: done"))
        result = crosp("compare", "--format", "json", cwd=folder.path)
        found = only(result)
        assert len(found["cells"]) == 6
        assert cell_of(found, "side-by-side/time-and-people")["rating"]["steps"] == 3
        assert [one["outcome"] for one in found["measures"] if one["id"] == "maths-together"] == ["done"]
        text = crosp("compare", "--full", "--lang", "en", cwd=folder.path)
        assert text.out.startswith("Mill Lane Primary School · School team\n2026-autumn (2026-10-20) → 2027-autumn")
        assert "Rating from 2 to 5, three steps up." in text.out
        assert "network (2026-autumn)" in text.err

    def test_steps_are_counted_and_values_never_subtracted(self, crosp: Any, folder: Any, walk: OtherFramework) -> None:
        walk.replace("framework/framework.yaml", "value: 5", "value: 50")
        walk.next_occasion(("rating: 4", "rating: 50"))
        found = only(crosp("compare", "--format", "json", cwd=folder.path))
        assert cell_of(found, "looking-back/everyday-practice")["rating"]["steps"] == 1

    def test_rows_that_come_and_go(self, crosp: Any, tmp_path: Path, examples: Path) -> None:
        places = [tmp_path / name for name in ("old", "new")]
        old, new = (OtherFramework(type("F", (), {"path": place})(), examples) for place in places)
        new.replace("framework/principles.yaml", "- id: looking-back", "- id: looking-ahead")
        new.replace("framework/questions.yaml", "looking-back:", "looking-ahead:")
        for name in new.ASSESSMENTS:
            new.replace(name, "looking-back:", "looking-ahead:")
        for name in ("framework/framework.yaml", *new.ASSESSMENTS):
            new.replace(name, *(('version: "1"', 'version: "2"') if "framework/" in name else ("walk@1", "walk@2")))
        asked = ("compare", "--full", f"old/{old.SCHOOL}", f"new/{new.SCHOOL}")
        found = only(crosp(*asked, "--format", "json", cwd=tmp_path))
        assert [(one["reason"], one["principle"]) for one in found["not_compared"]] == [
            ("cell-only-in-old", "looking-back"),
            ("cell-only-in-old", "looking-back"),
            ("cell-only-in-new", "looking-ahead"),
            ("cell-only-in-new", "looking-ahead"),
        ]
        assert {cell["principle"] for cell in found["cells"]} == {"arriving", "side-by-side"}
        (moved,) = [one for one in found["measures"] if one["id"] == "canteen-door"]
        assert (moved["old"]["principle"], moved["new"]["principle"]) == ("looking-back", "looking-ahead")
        for form in ("text", "markdown"):
            text = " ".join(crosp(*asked, "--format", form, "--lang", "en", cwd=tmp_path).out.split())
            assert "Looking back × Everyday practice: only in inclusion-walk@1" in text.replace("\\", "")

    def test_over_time_under_several_frameworks(self, crosp: Any, folder: Any, walk: OtherFramework) -> None:
        text = (folder.path / walk.SCHOOL).read_text("utf-8")
        for year, framework in (
            ("2025", "spsm-crosp@2024"),
            ("2026", "inclusion-walk@1"),
            ("2027", "inclusion-walk@2"),
            ("2028", "inclusion-walk@2"),
        ):
            changed = text.replace("2026-autumn", f"{year}-autumn").replace("date: 2026-10-20", f"date: {year}-10-20")
            name = f"assessments/mill-lane/{year}-autumn-school-team.yaml"
            (folder.path / name).write_text(changed.replace("inclusion-walk@1", framework), "utf-8")
        walk.replace("framework/framework.yaml", 'version: "1"', 'version: "2"')
        walk.replace(walk.ASSESSMENTS[1], "inclusion-walk@1", "inclusion-walk@2")
        found = only(crosp("compare", "--format", "json", cwd=folder.path))
        assert found["series"][0]["moments"] == [
            {"state": None, "rating": None, "other_scale": False},  # the built-in framework has no such cell
            {"state": "rated", "rating": None, "other_scale": True},  # version 1 is not here, so its scale is not known
            {"state": "rated", "rating": 3, "other_scale": False},
            {"state": "rated", "rating": 3, "other_scale": False},
        ]
        lines = crosp("compare", "--full", "--lang", "en", cwd=folder.path).out.splitlines()
        assert [line.split("  ")[-1] for line in lines if line.startswith("  Arriving × Every")] == ["? ? 3 3"]
        markdown = crosp("compare", "--lang", "en", "--format", "markdown", cwd=folder.path).out
        row = "| Arriving × Everyday practice | cannot be compared | cannot be compared | 3 | 3 |"
        assert row in markdown.splitlines()

    def test_a_framework_that_is_no_longer_there(self, crosp: Any, folder: Any, walk: OtherFramework) -> None:
        walk.next_occasion(("inclusion-walk@1", "inclusion-walk@2"))
        walk.replace("framework/framework.yaml", 'version: "1"', 'version: "2"')
        walk.replace(walk.ASSESSMENTS[1], "inclusion-walk@1", "inclusion-walk@2")
        found = only(crosp("compare", "--format", "json", cwd=folder.path))
        assert [one["reason"] for one in found["not_compared"]] == ["framework-missing"]
        assert found["old"]["scale"] == []
        assert cell_of(found, "arriving/everyday-practice")["rating"]["change"] == "not-compared"
        assert not any(cell["stuck"] for cell in found["cells"] if cell["rating"]["old"] is not None)
        text = " ".join(crosp("compare", "--full", "--lang", "en", cwd=folder.path).out.split())
        assert (
            "2026-autumn (2026-10-20) follows inclusion-walk@1, which is not here, so its scale is not known." in text
        )

    def test_neither_framework_is_there(self, crosp: Any, folder: Any, walk: OtherFramework) -> None:
        walk.next_occasion()
        walk.replace("framework/framework.yaml", 'version: "1"', 'version: "2"')
        result = crosp("compare", "--full", "--unit", "mill-lane", "--lang", "en", cwd=folder.path)
        assert (result.status, result.out) == (2, "")
        assert "inclusion-walk@1, which is not here" in result.err

    def test_a_mended_spelling_makes_no_other_scale(self, crosp: Any, tmp_path: Path, examples: Path) -> None:
        places = [tmp_path / name for name in ("old", "new")]
        old, new = (OtherFramework(type("F", (), {"path": place})(), examples) for place in places)
        new.replace("framework/framework.yaml", "fr: Premiers essais", "fr: Les premiers essais")
        found = only(crosp("compare", f"old/{old.SCHOOL}", f"new/{new.SCHOOL}", "--format", "json", cwd=tmp_path))
        assert found["not_compared"] == []


@needs_git
@given(name=st.text(min_size=1, max_size=12) | st.text("-^~@{}:/.HEAD01 ", min_size=1, max_size=8))
def test_whatever_a_revision_is_called(crosp: Any, repository: Path, name: str) -> None:
    name = name.replace("\0", "")
    assume((repository / name).resolve().is_relative_to(repository))  # not the whole disk
    result = crosp("compare", "--full", "--lang", "en", "--", name, cwd=repository)
    assert result.status in (0, 2)
    assert "Traceback" not in result.err
    assert result.status == 0 or result.err.count("\n") == 1


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A git repository with an assessment in it."""
    path = tmp_path_factory.mktemp("repository")
    git = Git(path)
    project = "format: crosp-project/1\nframework: spsm-crosp@2024\n"
    organiser = "organiser: {id: exempelkommun, name: Exempelkommun, type: municipal}\n"
    (path / "crosp.yaml").write_text(f"{project}{organiser}units: [{{id: ekskolan, name: Ekskolan}}]\n", "utf-8")
    (path / "a.yaml").write_text(f"{HEADING}occasion: {OLD}\ndate: {DATES[OLD]}\n", "utf-8")
    git.commit()
    return path
