"""The hook, the action and the template are run for real, each as its service runs it, from a local clone."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
NOT_A_CLONE = not (ROOT / ".git").exists()
pytestmark = [
    pytest.mark.installation,
    pytest.mark.skipif(NOT_A_CLONE, reason="needs a clone of the repository"),
]


def run(*command: str | Path, cwd: Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False, timeout=300)


def commit(folder: Path) -> str:
    for command in (
        ("git", "init", "--quiet"),
        ("git", "add", "--all"),
        ("git", "-c", "user.name=test", "-c", "user.email=", "commit", "--quiet", "--no-verify", "-m", "test"),
    ):
        done = run(*command, cwd=folder)
        assert done.returncode == 0, done.stderr
    return run("git", "rev-parse", "HEAD", cwd=folder).stdout.strip()


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A repository with the checkout's files as they are now, and its revision."""
    folder = tmp_path_factory.mktemp("source")
    listed = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=ROOT).stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file() and not name.startswith("tests/"):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    return folder, commit(folder)


@pytest.fixture
def school(tmp_path: Path) -> Path:
    folder = tmp_path / "school"
    shutil.copytree(ROOT / "examples" / "ekskolan", folder)
    return folder


def spoil(school: Path) -> None:
    file = next(school.rglob("2026-ht-school.yaml"))
    file.write_text(file.read_text("utf-8").replace("level: school", "level: shcool", 1), "utf-8")


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB", "COV", "PRE_COMMIT"))}
    return {**kept, "PRE_COMMIT_HOME": str(tmp_path / "pre-commit")}


def test_pre_commit_lets_a_good_repository_pass_and_stops_a_bad_one(
    source: tuple[Path, str], school: Path, environment: dict[str, str]
) -> None:
    folder, revision = source
    hooks = [{"repo": str(folder), "rev": revision, "hooks": [{"id": "crosp-validate"}]}]
    (school / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": hooks}), "utf-8")
    commit(school)
    command = (sys.executable, "-m", "pre_commit", "run", "--all-files", "--verbose")

    good = run(*command, cwd=school, env=environment)
    assert good.returncode == 0, good.stdout + good.stderr
    assert "crosp validate" in good.stdout
    assert "CR402" in good.stdout  # a warning is shown and lets the commit pass

    spoil(school)
    run("git", "add", "--all", cwd=school)
    bad = run(*command, cwd=school, env=environment)
    assert bad.returncode == 1
    assert "2026-ht-school.yaml:" in bad.stdout
    assert "CR121" in bad.stdout


def steps_of_the_action(source: Path, inputs: dict[str, str]) -> list[tuple[str, dict[str, str]]]:
    """The scripts of action.yml with their variables, as the service fills them in."""
    action = yaml.safe_load((source / "action.yml").read_text("utf-8"))
    values = {f"inputs.{name}": declared["default"] for name, declared in action["inputs"].items()}
    values |= {"github.action_path": str(source)} | {f"inputs.{name}": value for name, value in inputs.items()}

    def filled(text: str) -> str:
        for name, value in values.items():
            text = text.replace(f"${{{{ {name} }}}}", value)
        assert "${{" not in text
        return text

    steps = action["runs"]["steps"]
    assert all("${{" not in step["run"] for step in steps)  # inputs are variables, never part of a script
    return [(step["run"], {name: filled(value) for name, value in step["env"].items()}) for step in steps]


def step(script: str, folder: Path, variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a step of the action as the service does."""
    return run("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script, cwd=folder, env=variables)


def hostile(folder: Path, ran: Path) -> Path:
    """Make what a service would run, or write through, if it took the repository that it checks for its own."""
    for name in ("venv", "pip", "logging"):
        (folder / f"{name}.py").write_text(f"open({str(ran)!r}, 'a').write({name!r})")
    for name in ("crosp-junit.xml", "crosp-codequality.json", "findings"):
        (folder / name).symlink_to(ran)
    return folder


@pytest.fixture(scope="module")
def runner(source: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The temporary folder of a runner, after the action's first step: crosp is installed in it."""
    folder = tmp_path_factory.mktemp("runner")
    script, variables = steps_of_the_action(source[0], {})[0]
    theirs = hostile(tmp_path_factory.mktemp("theirs"), folder / "ran")
    done = step(script, theirs, {**os.environ, **variables, "RUNNER_TEMP": str(folder)})
    assert done.returncode == 0, done.stderr
    assert not (folder / "ran").exists()
    return folder


def test_the_action_annotates_the_line_and_fails(
    source: tuple[Path, str], school: Path, environment: dict[str, str], runner: Path, tmp_path: Path
) -> None:
    spoil(school)
    summary = tmp_path / "summary.md"
    github = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(summary), "RUNNER_TEMP": str(runner)}
    script, variables = steps_of_the_action(source[0], {"lang": "en"})[1]
    result = step(script, school, {**environment, **github, **variables})
    assert result.returncode == 1, result.stderr
    assert "::error file=assessments/ekskolan/2026-ht-school.yaml,line=" in result.stdout
    assert "CR121" in result.stdout
    assert "CR121" in summary.read_text("utf-8")


def test_the_action_keeps_its_findings_in_a_file_of_its_own(
    source: tuple[Path, str], school: Path, environment: dict[str, str], runner: Path, tmp_path: Path
) -> None:
    script, variables = steps_of_the_action(source[0], {"format": "json", "output": "findings"})[1]
    result = step(script, hostile(school, tmp_path / "ran"), {**environment, "RUNNER_TEMP": str(runner), **variables})
    assert result.returncode == 0, result.stderr
    assert json.loads((school / "findings").read_text("utf-8"))
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize(
    "where",
    [
        *("there/findings", "./there/../findings", "deep/there/findings", "-/findings"),
        *("{school}/there/findings", "../link/there/findings", "{school}/../link/there/findings"),
        *("/{school}/there/findings", "line\n/findings"),
    ],
)
def test_the_action_writes_in_no_folder_that_a_link_leads_to(
    source: tuple[Path, str], school: Path, environment: dict[str, str], runner: Path, tmp_path: Path, where: str
) -> None:
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "within").mkdir(parents=True)
    (school / "deep").mkdir()
    for folder in elsewhere, elsewhere / "within":
        (folder / "findings").write_text("theirs")
    (school / "there").symlink_to(elsewhere / "within")
    (school / "-").symlink_to(elsewhere)
    (school / "line\n").symlink_to(elsewhere)
    (school.parent / "link").symlink_to(school)
    (school / "deep/there").symlink_to(elsewhere)
    script, variables = steps_of_the_action(source[0], {"format": "json", "output": where.format(school=school)})[1]
    result = step(script, school, {**environment, "RUNNER_TEMP": str(runner), **variables})
    assert result.returncode == 1
    assert "::error title=output::" in result.stdout
    assert {file.read_text("utf-8") for file in elsewhere.rglob("findings")} == {"theirs"}


@pytest.mark.parametrize("where", ["new", "-new", "deep/new", "deep/../new", "../new", "{school}/new", "../link/new"])
def test_the_action_keeps_them_where_it_is_told_to(
    source: tuple[Path, str], school: Path, environment: dict[str, str], runner: Path, where: str
) -> None:
    (school / "deep").mkdir()
    (school.parent / "link").symlink_to(school)
    output = where.format(school=school)
    script, variables = steps_of_the_action(source[0], {"format": "json", "output": output})[1]
    result = step(script, school, {**environment, "RUNNER_TEMP": str(runner), **variables})
    assert result.returncode == 0, result.stderr
    assert json.loads((school / output).read_text("utf-8"))


def test_the_gitlab_template_leaves_both_reports_and_fails(
    source: tuple[Path, str], school: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    spoil(hostile(school, tmp_path / "ran"))
    job = yaml.safe_load((source[0] / "ci" / "gitlab.yml").read_text("utf-8"))["crosp-validate"]
    package = os.environ.get("CROSP_WHEEL", str(source[0]))
    variables = {**environment, **job["variables"], "CROSP_PACKAGE": package, "TMPDIR": str(tmp_path)}
    script = "\n".join(["set -eo pipefail", *job["before_script"], *job["script"]])
    done = run("bash", "-c", script, cwd=school, env=variables)
    assert done.returncode == 1, done.stderr
    reports = job["artifacts"]["reports"]
    quality = json.loads((school / reports["codequality"]).read_text("utf-8"))
    assert any(finding["check_name"] == "CR121" for finding in quality)
    assert "CR121" in (school / reports["junit"]).read_text("utf-8")
    assert not (tmp_path / "ran").exists()
