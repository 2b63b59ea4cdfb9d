"""The same 24 cells in another country: crosp's questions, a country's own law, or none."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from crosp_cli.model.guidance import Guidance
from crosp_cli.reading.documents.framework import FrameworkFolder, built_in_folder, read_framework
from crosp_cli.reading.documents.guidance import read_guidance
from crosp_cli.reading.workspace import framework_findings

ELSEWHERE = Path(__file__).parents[2] / "examples" / "another-country"
OF_SWEDEN = re.compile(r"skollag|Education Act|chapter \d|Swedish system|förskol", re.IGNORECASE)


def read(folder: Path) -> tuple[FrameworkFolder, Guidance]:
    source = read_framework(folder)
    guidance, _findings = read_guidance(source)
    assert source.framework is not None
    assert guidance is not None
    return source, guidance


def in_english(text: Any) -> str:
    return " ".join(text["en"].split())


def test_it_has_the_same_cells_and_asks_the_same() -> None:
    own, own_guidance = read(ELSEWHERE / "framework")
    built_in, guidance = read(built_in_folder())
    assert own.framework is not None
    assert built_in.framework is not None
    assert own.framework.places == built_in.framework.places
    assert [in_english(entry.title) for entry in own.framework] == [
        in_english(entry.title) for entry in built_in.framework
    ]
    for place in built_in.framework.places:
        for level in built_in.framework.head.levels:
            here, there = (every.questions.current(place, level.id) for every in (guidance, own_guidance))
            assert here is not None
            assert there is not None
            assert in_english(there.question) == in_english(here.question)
            assert [*map(in_english, there.probes)] == [*map(in_english, here.probes)]


def test_it_holds_together_and_names_no_law_of_sweden() -> None:
    source, guidance = read(ELSEWHERE / "framework")
    assert framework_findings(source) == []
    assert {reference.kind for reference in guidance.references.entries} == {"law", "publication", "convention"}
    for file in (ELSEWHERE / "framework").glob("*.yaml"):
        assert OF_SWEDEN.search(file.read_text(encoding="utf-8")) is None, file.name


@pytest.mark.parametrize("folder", [built_in_folder(), ELSEWHERE / "framework"], ids=["built-in", "another-country"])
def test_without_any_references_it_holds_together_too(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "framework")
    (tmp_path / "framework" / "references.yaml").write_text("entries: []\n", encoding="utf-8")
    source, guidance = read(tmp_path / "framework")
    assert framework_findings(source) == []
    assert guidance.reference == {}


@pytest.mark.cli
def test_without_any_references_commands_name_no_law(crosp: Any, folder: Any) -> None:
    shutil.copytree(ELSEWHERE, folder.path, dirs_exist_ok=True)
    folder.write("framework/references.yaml", "entries: []\n")
    path = "assessments/hillside/2026-autumn-school.yaml"
    for arguments in (
        ("show", "follow-up", "governance"),
        ("analyse", path),
        ("render", path, "-o", "-", "--format", "html"),
    ):
        result = crosp(*arguments, "--lang", "en", cwd=folder.path)
        assert result.status == 0, result.err
        assert "Schools Act" not in result.out
    assert crosp("validate", "--lang", "en", cwd=folder.path).status == 0
