"""The two opinions on a document: that of its schema, by the library jsonschema, and that of crosp."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
from jsonschema import Draft202012Validator

from crosp_cli.findings import Finding, Severity
from crosp_cli.reading.documents.document import document_of, tree_from
from crosp_cli.reading.documents.framework import FrameworkFolder
from crosp_cli.reading.documents.kinds import KINDS, Role, in_role
from crosp_cli.reading.workspace import Context, Workspace
from crosp_cli.reading.yaml.binding import into
from crosp_cli.reading.yaml.tree import Tree
from crosp_cli.schemas.generate import schema

ROOT = Path(__file__).resolve().parents[2]
HOME, OTHER = ROOT / "examples" / "ekskolan", ROOT / "examples" / "other-framework"
EXAMPLES = ROOT / "tests" / "examples"
LANGUAGES = ("sv", "en")

ACROSS = {"CR114", "CR134", "CR135"}
"""What concerns several values, and no schema can say: an id that stands twice, steps in another order."""

FILES = tuple(kind.name for kind in in_role(Role.FRAMEWORK, Role.BESIDE_FRAMEWORK))
"""The kinds of files in a framework's folder."""

FULL = {
    "assessment": EXAMPLES / "valid" / "every-field.yaml",
    "programme": EXAMPLES / "valid" / "programme-every-field.yaml",
    "memo": EXAMPLES / "valid" / "memo-every-field.yaml",
    "collaborations": EXAMPLES / "valid" / "collaborations-every-field.yaml",
    "response": EXAMPLES / "valid" / "response-every-field.yaml",
    "project": EXAMPLES / "valid" / "project-with-everything" / "crosp.yaml",
    **{kind: ROOT / "framework" / f"{kind}.yaml" for kind in FILES},
    "questions": OTHER / "framework" / "questions.yaml",  # few rows and columns, and as many keys
    "migrations": ROOT / "tests" / "frameworks" / "inclusion-walk-2" / "migrations.yaml",
}
"""A file of each kind with as many keys as possible; see `FULL_IN`."""

NEWER = ROOT / "tests" / "frameworks"
"""Where migrations.yaml belongs; a project there would have `framework: ./inclusion-walk-2`."""

DOCUMENTS = tuple(KINDS)
"""The kinds of files that people write; other schemas are of what commands answer."""
PLACES = [(kind, folder) for kind in DOCUMENTS for folder in (HOME, NEWER if kind == "migrations" else OTHER)]
"""Each kind in the built-in framework, which asks most, and in one that has nothing in common with it."""


FULL_IN = {**dict.fromkeys(DOCUMENTS, HOME), "questions": OTHER, "migrations": NEWER}
"""The project whose schema the file of each kind in `FULL` follows."""


@cache
def context(folder: Path) -> Context:
    if folder == NEWER:
        framework = Workspace().framework(folder / "inclusion-walk-2")
        return Context(None, None, None, framework.framework, framework)
    return Workspace().context_in(folder)


@cache
def made(kind: str, folder: Path = HOME, language: str = "sv") -> dict[str, Any]:
    found = context(folder)
    guidance = found.guidance()
    assert found.framework is not None
    assert guidance is not None
    return schema(kind, found.framework, guidance.questions, found.project, language)


@cache
def validator(kind: str, folder: Path = HOME, language: str = "sv") -> Draft202012Validator:
    return Draft202012Validator(made(kind, folder, language))


@cache
def accepts(kind: str, folder: Path) -> Callable[[Any], bool]:
    """Return what tells in no time whether the schema accepts a document: a second library, which agrees.

    It knows no half of a character (a surrogate), so no pattern need refuse one.
    """
    text = json.dumps(made(kind, folder)).replace(r"\\ud800-\\udfff", "")
    found: Callable[[Any], bool] = jsonschema_rs.Draft202012Validator(json.loads(text)).is_valid
    return found


def refusals(kind: str, content: str | bytes, folder: Path = HOME) -> list[str]:
    """What crosp has against a file, in reading and in shape."""
    tree, found = tree_from(content if isinstance(content, bytes) else content.encode(), "a.yaml")
    if kind == "project":
        found = _Trial(tree, found).context_in(folder).findings
    elif tree is not None:
        found = _of(kind, tree, found, folder)
    return [f"{f.code} {f.message('en')}" for f in found if f.severity is Severity.ERROR and f.code not in ACROSS]


def _of(kind: str, tree: Tree, found: list[Finding], folder: Path) -> list[Finding]:
    framework = context(folder).framework
    assert framework is not None
    if KINDS[kind].format is not None:
        return document_of(KINDS[kind], tree, found, framework).findings
    return [*found, *into(KINDS[kind].model, tree)[1]]


_FRAMEWORKS: dict[Path, FrameworkFolder] = {}
"""Read once for all the projects that are tried."""


class _Trial(Workspace):
    """Reads a project whose crosp.yaml is another than the file; its framework is the one that is there."""

    def __init__(self, tree: Tree | None, found: list[Finding]) -> None:
        super().__init__()
        self._frameworks = _FRAMEWORKS
        self._tried = tree, found

    def _tree(self, path: Path, within: Path) -> tuple[Tree | None, list[Finding]]:  # noqa: ARG002 -- there is one
        return self._tried
