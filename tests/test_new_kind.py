"""A kind of document that no file of `src` knows is read, checked, explained and given a schema (see new_kind/)."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

pytestmark = pytest.mark.process

RUN = Path(__file__).parent / "new_kind" / "run.py"
GOOD = """\
format: crosp-minutes/1
held: 2026-11-02
level: school
unit: ekskolan
decisions: [Rutinen prövas under våren.]
"""


@pytest.fixture
def with_minutes(crosp_process: Any, folder: Any) -> Any:
    """Run crosp in a project with the new kind: `with_minutes("validate", text)` writes `text` as minutes first."""
    folder.project()

    def run_there(command: str, text: str | None = None, *options: str) -> Any:
        if text is not None:
            (folder.path / "minutes.yaml").write_text(text, "utf-8")
        return crosp_process(
            command, *options, "--lang", "en", python=(str(RUN),), cwd=folder.path, env={"COLUMNS": "300"}
        )

    return run_there


def codes(result: Any) -> list[tuple[str, int, int]]:
    found = json.loads(result.out)["findings"]
    return [(one["code"], one["line"], one["column"]) for one in found if one["path"] == "minutes.yaml"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (GOOD, []),
        (GOOD.replace("2026-11-02", "i måndags"), [("CR107", 2, 7)]),
        (GOOD.replace("school", "skola"), [("CR121", 3, 8)]),
        (GOOD.replace("format: crosp-minutes/1\n", ""), [("CR103", 1, 1)]),
        (GOOD.replace("minutes/1", "minutes/2"), [("CR103", 1, 9)]),
        (GOOD.replace("ekskolan", "annan-skola"), [("CR701", 4, 7)]),
        (GOOD.split("decisions")[0], [("CR1201", 2, 7)]),
        (GOOD.split("decisions")[0].replace("-02", "-02  # crosp: ignore[CR1201] ställdes in"), []),
    ],
)
def test_it_is_read_and_checked(with_minutes: Any, text: str, expected: list[tuple[str, int, int]]) -> None:
    assert codes(with_minutes("validate", text, "--format", "json", ".")) == expected


def test_a_file_that_says_nothing_is_told_what_it_may_say(with_minutes: Any) -> None:
    told = with_minutes("validate", GOOD.replace("format: crosp-minutes/1\n", ""), ".").out
    assert "format: crosp-minutes/1" in told


def test_it_can_be_left_out_for_the_whole_project(with_minutes: Any, folder: Any) -> None:
    folder.project("checks: {ignore: [CR1201]}\n")
    assert codes(with_minutes("validate", GOOD.split("decisions")[0], "--format", "json", ".")) == []


def test_its_check_is_explained(with_minutes: Any) -> None:
    told = with_minutes("explain", None, "CR1201").out
    assert "A meeting without decisions can be done without." in told
    assert "held: 2026-11-02" in told
    assert "CR1201: Minutes (1)" in with_minutes("explain").out


def test_it_has_a_schema(with_minutes: Any, crosp_process: Any) -> None:
    told = with_minutes("schema", None, "--help").out
    assert "memo a decision memo" in told
    assert "and minutes the minutes of a meeting" in told
    found = json.loads(with_minutes("schema", None, "minutes").out)
    Draft202012Validator.check_schema(found)
    made = Draft202012Validator(found)
    minutes = {"format": "crosp-minutes/1", "held": "2026-11-02", "level": "school", "decisions": ["Vi prövar."]}
    assert made.is_valid(minutes)
    assert not made.is_valid({**minutes, "level": "skola"})
    assert found["properties"]["held"]["description"] == "The day that the meeting was held."
    assert crosp_process("schema", "minutes").status == 2


def test_what_looks_for_assessments_passes_it_by(with_minutes: Any, crosp_process: Any, folder: Any) -> None:
    folder.assessment()
    assert "minutes.yaml" not in with_minutes("analyse", GOOD, ".").out
    assert with_minutes("analyse", GOOD, ".").status == 0
