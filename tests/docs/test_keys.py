"""The pages on files list every key, and say whether it may be empty; their examples are accepted."""

import importlib
import inspect
import pkgutil
import re
from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from crosp_cli import model
from crosp_cli.findings import Severity
from crosp_cli.model.fields import Record
from crosp_cli.reading.discovery import sources
from crosp_cli.reading.documents.document import tree_from
from crosp_cli.reading.workspace import Workspace
from crosp_cli.reading.yaml.binding import into
from crosp_cli.validation.runner import validate

from .pages import DOCS, blocks

FORMATS = DOCS / "en" / "files" / "index.md"

TABLES = {
    "The whole project": "Project",
    "organiser": "Organiser",
    "units": "Unit",
    "checks": "Checks",
    "ignore_in": "IgnoreIn",
    "privacy": "Privacy",
    "follow_up": "ExpectedFollowUps",
    "The whole assessment": "Assessment",
    "participants": "Participants",
    "A cell": "Cell",
    "current_state": "CurrentState",
    "need": "Need",
    "measures": "Measure",
    "collaboration": "Collaboration",
    "conditions": "Conditions",
    "follow_ups": "FollowUp",
    "The whole memo": "Memo",
    "assessments": "Basis",
    "preparation": "Consulted",
    "consequences": "Consequences",
    "A consequence": "Consequence",
    "framework.yaml": "Head",
    "sources": "Publication",
    "vision": "Statement",
    "Plain entries": "Named",
    "Kinds of measure": "Kind",
    "levels": "Level",
    "steps": "Step",
    "scale": "Scale",
    "Scale steps": "ScaleStep",
    "arenas": "Arena",
    "groups": "Group",
    "shifts": "Shift",
    "for_guardians": "ForGuardians",
    "principles.yaml and areas.yaml": "Axis",
    "Rows and columns": "Entry",
    "References of a row or column": "Attachment",
    "questions.yaml": "Questions",
    "A question": "Question",
    "references.yaml": "References",
    "A reference": "Reference",
    "applies_to": "AppliesTo",
    "glossary.yaml": "Glossary",
    "A term": "Term",
    "migrations.yaml": "Migrations",
    "A migration": "Migration",
}
"""The headings in docs/en/files/index.md, and the part of a document whose keys stand below each."""

NOT_A_FILE = {"Framework", "Guidance"}
"""Put together from several files."""


def _parts() -> dict[str, type[Record]]:
    """Every part that a document can have, by the name of its model."""
    modules = [
        importlib.import_module(f"crosp_cli.model.{found.name}") for found in pkgutil.iter_modules(model.__path__)
    ]
    return {
        part.__name__: part
        for module in modules
        for part in vars(module).values()
        if inspect.isclass(part) and issubclass(part, Record) and part is not Record
    }


@pytest.mark.parametrize("heading", TABLES)
def test_every_key_is_documented_and_whether_it_may_be_empty(heading: str) -> None:
    part = _parts()[TABLES[heading]]
    expected = {field.alias or name: _empty(part, field.alias or name) for name, field in part.model_fields.items()}
    assert _documented()[heading] == expected


def test_every_part_of_a_document_is_documented() -> None:
    assert set(_parts()) - NOT_A_FILE == set(TABLES.values())


def _documented() -> dict[str, dict[str, str]]:
    """Each heading's table: the keys, and what the page says of leaving them empty."""
    tables: dict[str, dict[str, str]] = {}
    heading = ""
    for line in FORMATS.read_text("utf-8").splitlines():
        if line.startswith("#"):
            heading = line.lstrip("# ")
        elif line.startswith("| `"):
            key, _meaning, _kind, empty, _example = re.split(r"(?<!\\)\|", line)[1:6]
            tables.setdefault(heading, {})[key.strip().strip("`")] = empty.strip()
    return tables


def _empty(part: type[Record], key: str) -> str:
    """What a part's model says of leaving `key` empty, in the page's words."""
    try:
        part.model_validate({key: None})
        refused = False
    except ValidationError as error:
        refused = any(problem["loc"][:1] == (key,) for problem in error.errors())
    if not refused:
        return "may be empty"
    field = next(field for name, field in part.model_fields.items() if (field.alias or name) == key)
    return "must" if field.is_required() else "may be left out"


def test_examples_of_whole_files_pass_validation(tmp_path: Path) -> None:
    found = [block for language, block in blocks(FORMATS) if language == "yaml" and block.startswith("format: ")]
    *found, migrations = found
    assert len(found) == 3
    assert "crosp-migrations" in migrations  # it belongs beside another framework: tests/test_migration.py
    for number, block in enumerate(found):
        name = "crosp.yaml" if "crosp-project" in block else f"{number}.yaml"
        (tmp_path / name).write_text(block, "utf-8")
    report = validate(sources([tmp_path]), Workspace(), date(2026, 10, 15))
    assert report.files == len(found)
    assert [finding for finding in report.findings if finding.severity is not Severity.NOTE] == []


def test_example_of_questions_has_the_right_shape() -> None:
    (example,) = (block for _, block in blocks(FORMATS) if block.startswith("current_state:"))
    tree, findings = tree_from(example.encode(), "questions.yaml")
    assert tree is not None
    assert findings == []
    assert into(_parts()["Questions"], tree)[1] == []
