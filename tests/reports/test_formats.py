"""The formats of each result: what they name is there, and a line more is a format more."""

from pathlib import Path
from typing import Any

import pytest

from crosp_cli.output.formats import PRINTED, ending, named_by, names, results, writer

EVERY = [(result, name) for result in results() for name in names(result)]

WITH_A_WORKBOOK = """\
import sys, types
from crosp_cli.output import analysis
analysis.FORMATS["analysis"]["xlsx"] = "output.analysis.workbook:as_workbook"
module = sys.modules["crosp_cli.output.analysis.workbook"] = types.ModuleType("workbook")
module.as_workbook = lambda found: f"PK {len(found.reports)}\\0".encode()
from crosp_cli.__main__ import main
main()
"""


@pytest.mark.parametrize(("result", "name"), EVERY)
def test_what_writes_a_result_is_there(result: str, name: str) -> None:
    assert callable(writer(result, name))


def test_the_usual_format_is_for_reading() -> None:
    assert {names(result)[0] for result in results()} - {"html", "docx"} <= PRINTED


def test_a_files_name_says_its_format() -> None:
    among = names("report", "page", "follow-up")
    said = {
        ".HTM": "html",
        ".md": "markdown",
        ".markdown": "markdown",
        ".docx": "docx",
        ".ics": "ics",
        ".odt": None,
        "": None,
    }
    assert {name: named_by(Path(f"a{name}"), among) for name in said} == said
    assert all(named_by(Path(f"a{ending(name)}"), among) == name for name in among)
    assert named_by(Path("a.txt"), names("report")) is None


def test_a_new_format_is_a_line_and_may_be_no_text(crosp_process: Any, examples: Path) -> None:
    def crosp(*arguments: str) -> Any:
        return crosp_process(*arguments, python=("-c", WITH_A_WORKBOOK), cwd=examples / "ekskolan")

    assert "json|markdown|xlsx" in crosp("analyse", "--help").out
    made = crosp("analyse", "--format", "xlsx")
    assert (made.status, made.out) == (0, "PK 2\0")
    assert "xlsx" in crosp("analyse", "--format", "ods").err
