"""Schemas and crosp on the examples: what is right passes both; what only the schema passes is a matter of spelling."""

from pathlib import Path

import pytest

from crosp_cli.reading.documents.document import tree_from
from crosp_cli.reading.yaml.decode import decode

from .documents import shown
from .editor import as_an_editor_reads, kind_of, spellings
from .verdicts import EXAMPLES, NEWER, ROOT, refusals, validator

VALID = sorted(
    [
        *(ROOT / "examples").rglob("*.yaml"),
        *(ROOT / "framework").glob("*.yaml"),
        *NEWER.rglob("*.yaml"),
        *(path for path in (EXAMPLES / "valid").rglob("*") if path.is_file()),
    ]
)


def home_of(path: Path) -> Path:
    """The folder of the project that a file belongs to."""
    if NEWER in path.parents:
        return NEWER
    return next(folder for folder in path.parents if (folder / "crosp.yaml").exists() or folder == ROOT)


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_is_right_passes_both(path: Path) -> None:
    data = as_an_editor_reads(decode(path.read_bytes(), path.name))
    kind, home = kind_of(data, path.name), home_of(path)
    errors = [f"{error.json_path} {error.message}" for error in validator(kind, home).iter_errors(data)]
    assert [shown(error) for error in errors] == []
    assert refusals(kind, path.read_bytes(), home) == []


INVALID = sorted(path for path in (EXAMPLES / "invalid").rglob("*.yaml") if path.is_file())

SPELLINGS = {"CR013", "CR108"}
"""What crosp may have against a file that its schema accepts, since no schema can see it: a key that stands twice,
and a number that is written as 3.0, 0x2 or +1."""


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_is_wrong_is_refused_by_the_schema_or_wrong_in_its_spelling_alone(path: Path) -> None:
    tree, _findings = tree_from(path.read_bytes(), path.name)
    if tree is None:
        return  # it cannot be read as YAML, and no schema sees it
    data = as_an_editor_reads(tree.text)
    kind = kind_of(data, path.name)
    kinds = ("assessment", "memo", "programme", "collaborations", "response", "project")
    if kind not in kinds or not validator(kind, EXAMPLES).is_valid(data):
        return
    assert {said[:5] for said in refusals(kind, path.read_bytes(), EXAMPLES)} <= SPELLINGS
    for text in spellings(data):
        assert refusals(kind, text, EXAMPLES) == []
