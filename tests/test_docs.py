"""The documentation says what the code does: its codes, its keys, its links, its command lines and their answers."""

import importlib.util
import inspect
import pkgutil
import re
import shlex
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from pydantic import ValidationError

from crosp_cli import model
from crosp_cli.cli.app import command
from crosp_cli.findings import Severity
from crosp_cli.model.fields import Record
from crosp_cli.reading.discovery import sources
from crosp_cli.reading.documents.document import tree_from
from crosp_cli.reading.workspace import Workspace
from crosp_cli.reading.yaml.binding import into
from crosp_cli.validation.runner import validate

ROOT = Path(__file__).resolve().parents[1]
READMES = ("README.md", "README.sv.md")
FORMATS = ROOT / "docs" / "en" / "files" / "index.md"


def _blocks(path: Path) -> Iterator[tuple[str, str]]:
    """Each fenced block of a page: its language, its content."""
    text = path.read_text("utf-8") if path.is_file() else ""
    for fence in re.finditer(r"^```(\w*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        yield fence[1], fence[2]


def _generator(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# --- codes ----------------------------------------------------------------------------------------------------


def test_codes_page_is_up_to_date() -> None:
    assert _generator("generate_codes").page() == (ROOT / "docs" / "en" / "checks" / "index.md").read_text("utf-8"), (
        "run `python docs/generate_codes.py` and look at what it changed"
    )


# --- keys -----------------------------------------------------------------------------------------------------

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
    found = [block for language, block in _blocks(FORMATS) if language == "yaml" and block.startswith("format: ")]
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
    (example,) = (block for _, block in _blocks(FORMATS) if block.startswith("current_state:"))
    tree, findings = tree_from(example.encode(), "questions.yaml")
    assert tree is not None
    assert findings == []
    assert into(_parts()["Questions"], tree)[1] == []


# --- links ----------------------------------------------------------------------------------------------------


def _pages() -> list[Path]:
    folders = [ROOT, *(ROOT / name for name in ("docs", "examples", "benchmarks", "tests", ".github"))]
    found = {path for folder in folders[1:] if folder.is_dir() for path in folder.rglob("*.md")}
    return sorted(found | set(ROOT.glob("*.md")))


@pytest.mark.parametrize("path", _pages(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_relative_links_lead_somewhere(path: Path) -> None:
    assert [link for link in _links(path) if not _leads_somewhere(path, link)] == []


def _links(path: Path) -> Iterator[str]:
    for link in re.findall(r"\]\(([^)\s]+)\)", _without_code(path.read_text("utf-8"))):
        if not re.match(r"[a-z]+:", link):
            yield link


def _leads_somewhere(page: Path, link: str) -> bool:
    file, _, place = link.partition("#")
    target = page.parent / file if file else page
    if not target.exists():
        return False
    return not place or place in _anchors(target.read_text("utf-8"))


def _anchors(text: str) -> set[str]:
    """The places in a page that a link can lead to: its headings, as GitHub and GitLab name them."""
    headings = re.findall(
        r"^#{1,6} (.+)$", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL), re.MULTILINE
    )
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def _without_code(text: str) -> str:
    text = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"`[^`\n]*`", "", text)


# --- command lines --------------------------------------------------------------------------------------------


def _lines() -> Iterator[tuple[str, str]]:
    """Every command line in the READMEs: whole lines in blocks, and what stands between backquotes in the text."""
    for name in READMES:
        path = ROOT / name
        text = path.read_text("utf-8") if path.is_file() else ""
        for language, block in _blocks(path):
            if language in ("sh", "console", "yaml"):
                for line in block.splitlines():
                    found = re.match(r"(?:\$ |- run: | *entry: )?(?:\.venv/bin/)?(crosp(?: .*)?)$", line.strip())
                    if found:
                        yield name, found[1]
        for line in re.findall(r"`(crosp(?: [^`\n]+)?)`", re.sub(r"^```.*?^```", "", text, flags=re.M | re.S)):
            yield name, line


@pytest.mark.parametrize(("page", "line"), sorted(set(_lines())))
def test_command_lines_exist(page: str, line: str) -> None:
    words = shlex.split(line, comments=True)[1:]
    options = {option for parameter in command().params for option in parameter.opts}
    while words and words[0].startswith("-"):
        assert words[0] in options | {"-h", "--help"}, f"{page}: {line}"
        words = words[2:] if words[0] == "--lang" else words[1:]
    if not words:
        return
    assert words[0] in command().commands, f"{page}: {line}"
    if len(words) > 1 and not {"-h", "--help"} & set(words):
        _understood(words)


def _understood(words: list[str]) -> None:
    """Have the command read its arguments, as it would before it does anything; an error says what it refuses."""
    found: Any = command().commands[words[0]]
    with found.make_context(words[0], words[1:]):
        pass


def test_readmes_show_every_command() -> None:
    for name in READMES:
        shown = {line.split()[1] for page, line in _lines() if page == name and len(line.split()) > 1}
        assert set(command().commands) - shown == set()


# --- transcripts ----------------------------------------------------------------------------------------------


WORKED = ("docs/en/worked-example.md", "docs/sv/worked-example.md")


@pytest.mark.parametrize("name", [*READMES, *WORKED])
def test_commands_still_answer_as_the_page_shows(name: str) -> None:
    assert _generator("generate_transcripts").page(name) == (ROOT / name).read_text("utf-8"), (
        "run `python docs/generate_transcripts.py` and look at what it changed"
    )


@pytest.mark.parametrize("name", WORKED)
def test_each_number_of_the_worked_example_stands_on_the_line_that_it_names(name: str) -> None:
    files = {year: ROOT / f"examples/ekskolan/assessments/ekskolan/{year}-ht-school.yaml" for year in ("2025", "2026")}
    found = re.findall(r"`([^`\n]+)` \((20\d\d):(\d+)\)", (ROOT / name).read_text("utf-8"))
    assert len(found) >= 20
    for text, year, line in found:
        stands = files[year].read_text("utf-8").splitlines()[int(line) - 1].strip()
        assert stands.removeprefix("- ") == text, f"{year}:{line}"


def test_the_worked_example_is_short_enough_to_read() -> None:
    for name in WORKED:
        assert len((ROOT / name).read_text("utf-8").splitlines()) <= 220


# --- templates ------------------------------------------------------------------------------------------------


FIRST_LINE = [("en/templates.md", "what we do now"), ("sv/templates.md", "det här gör vi nu")]


@pytest.mark.parametrize(("page", "first"), FIRST_LINE)
def test_the_template_on_the_page_can_be_filled(page: str, first: str, crosp: Any, folder: Any, examples: Path) -> None:
    (template,) = (text for kind, text in _blocks(ROOT / "docs" / page) if kind == "jinja")
    folder.write("mine.md.j2", template)
    path = examples / "ekskolan" / "assessments" / "ekskolan" / "2026-ht-school.yaml"
    result = crosp("render", path, "--template", "mine.md.j2", "-o", "-", "--today", "2026-11-22", cwd=folder.path)
    assert result.status == 0, result.err
    lines = result.out.splitlines()
    assert lines[0] == f"# Ekskolan: {first}"
    assert [line for line in lines if line.startswith("- ")] == lines[2:]
    assert len(lines) > 5


@pytest.mark.parametrize("page", ["en/templates.md", "sv/templates.md"])
def test_the_values_on_the_page_exist(page: str, examples: Path) -> None:
    from crosp_cli.cli.commands.render.run import rendered
    from crosp_cli.reports.user_templates.render import values

    table = (ROOT / "docs" / page).read_text("utf-8").partition("`report.unit`")[2].partition("\n\n")[0]
    path = examples / "ekskolan" / "assessments" / "ekskolan" / "2026-ht-school.yaml"
    paper = rendered(path, None, date(2026, 11, 22), "sv", named_day=None, aside=True)
    given = values(paper, "html", ROOT / "docs")
    told = {name.rstrip("\\") for name in re.findall(r"`(report\.[a-z_]+)", "`report.unit`" + table)}
    assert told
    assert {name.removeprefix("report.") for name in told} <= given["report"].keys()
