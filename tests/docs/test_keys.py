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

from .pages import DOCS, blocks, read

FILES = {language: DOCS / language / "files" for language in ("sv", "en")}
WORDS = {
    "sv": {"must": "måste stå", "may be empty": "får stå tom", "may be left out": "får utelämnas"},
    "en": {"must": "must", "may be empty": "may be empty", "may be left out": "may be left out"},
}
BOTH = pytest.mark.parametrize("language", WORDS)

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


@BOTH
def test_every_key_is_documented_and_whether_it_may_be_empty(language: str) -> None:
    documented = _documented(language)
    for name in set(_parts()) - NOT_A_FILE:
        part = _parts()[name]
        keys = [field.alias or key for key, field in part.model_fields.items()]
        assert documented[name] == {key: WORDS[language][_empty(part, key)] for key in keys}


@BOTH
def test_every_part_of_a_document_is_documented(language: str) -> None:
    assert set(_parts()) - NOT_A_FILE == set(_documented(language))


def _documented(language: str) -> dict[str, dict[str, str]]:
    """Each part's table: the keys, and what the page says of leaving them empty."""
    tables: dict[str, dict[str, str]] = {}
    for page in FILES[language].glob("*.md"):
        for name, table in re.findall(r": keys of (\w+) -->\n(.*?)<!-- end -->", read(page), re.DOTALL):
            rows = [re.split(r"(?<!\\)\|", line) for line in table.splitlines() if line.startswith("| `")]
            tables[name] = {row[1].strip().strip("`"): row[4].strip() for row in rows}
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


@BOTH
def test_examples_of_whole_files_pass_validation(language: str, tmp_path: Path) -> None:
    pages = ("project", "assessment", "memo", "collaborations", "response")
    for name in pages:
        (block,) = (block for kind, block in blocks(FILES[language] / f"{name}.md") if kind == "yaml")
        assert block.startswith("format: ")
        (tmp_path / ("crosp.yaml" if name == "project" else f"{name}.yaml")).write_text(block, "utf-8")
    report = validate(sources([tmp_path]), Workspace(), date(2027, 1, 20))
    assert report.files == len(pages)
    assert [finding for finding in report.findings if finding.severity is not Severity.NOTE] == []


@BOTH
@pytest.mark.parametrize(("page", "part"), [("questions", "Questions"), ("migrations", "Migrations")])
def test_examples_of_a_framework_s_files_have_the_right_shape(language: str, page: str, part: str) -> None:
    ((_kind, example),) = blocks(FILES[language] / f"{page}.md")
    tree, findings = tree_from(example.encode(), f"{page}.yaml")
    assert tree is not None
    assert findings == []
    assert into(_parts()[part], tree)[1] == []
