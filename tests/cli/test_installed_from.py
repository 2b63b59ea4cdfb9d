"""The line that adds a missing part never asks an index for crosp by its name alone."""

import sys
from pathlib import Path

import pytest

from crosp_cli.cli.installed_from import line_that_adds, requirement

GIT = {"vcs": "git", "commit_id": "1f2e", "requested_revision": "main"}


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"vcs_info": GIT}, '"crosp-cli[pdf] @ git+https://git.example.org/crosp@1f2e"'),
        (
            {"vcs_info": GIT, "subdirectory": "tool"},
            '"crosp-cli[pdf] @ git+https://git.example.org/crosp@1f2e#subdirectory=tool"',
        ),
        ({"archive_info": {}}, '"crosp-cli[pdf] @ https://git.example.org/crosp"'),
    ],
)
def test_from_an_address(more: dict[str, object], expected: str) -> None:
    assert requirement({"url": "https://git.example.org/crosp", **more}, "pdf") == expected


@pytest.mark.parametrize(("editable", "before"), [(True, "-e "), (False, "")])
def test_from_a_folder_whatever_its_name(tmp_path: Path, editable: bool, before: str) -> None:
    folder = tmp_path / "Våra verktyg"
    folder.mkdir()
    origin = {"url": folder.as_uri(), "dir_info": {"editable": editable}}
    assert requirement(origin, "xlsx") == f'{before}"{folder}[xlsx]"'
    folder.rmdir()
    assert requirement(origin, "xlsx") is None


def test_what_runs_crosp_is_what_installs_for_it() -> None:
    line = line_that_adds("pdf")
    assert line is not None
    assert line.replace('"', "").startswith(f"{sys.executable} -P -m pip install ")  # no pip.py of where it is run
