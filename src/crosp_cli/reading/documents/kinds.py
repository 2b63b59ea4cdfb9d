"""The kinds of document that crosp reads: what tells each, its model, what it is held against, its schema.

A new kind is a model, a module here with what it is held against, checks, a schema with its words, and one entry below.
Nothing is loaded before a document of the kind is met, so that the command line can ask which kinds there are.
"""

from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from importlib import import_module
from typing import Any


def _(text: str) -> str:
    """Mark a text for the catalogues; whoever shows it has it translated."""
    return text


class Role(Enum):
    """What a document is to a project."""

    IN_PROJECT = auto()
    """Lies anywhere in a project and is told by what it says."""
    PROJECT = auto()
    """Is the project's crosp.yaml."""
    FRAMEWORK = auto()
    """Is one of the files in a framework's folder, told by its name."""
    BESIDE_FRAMEWORK = auto()
    """Is a file that a framework's folder may have besides."""


@dataclass(frozen=True)
class DocumentKind:
    """One kind of document. Where it says `module:name`, the name is looked up when it is asked for."""

    name: str
    """What `crosp schema` calls it."""
    model_at: str
    schema_at: str
    """A function that is given a `SchemaRequest` and returns a schema."""
    role: Role = Role.IN_PROJECT
    format: str | None = None
    """What its first line says; None where the file's name says it all."""
    against_at: str | None = None
    """A function that yields a finding for each name in a model and its tree which a framework does not have."""
    keys: tuple[str, ...] = ()
    """A file with these keys is meant as one even where it does not say so. The first tells from afar."""
    words: str = ""
    """The file in templates/schema with what its schema says of each key; the kind's own name where it is empty."""
    help: str = ""
    """What it is, with its name, where `crosp schema --help` says so."""
    also: str = ""
    """What people call it, in Swedish and English: suggested where somebody writes that."""
    levels: tuple[tuple[str, str], ...] = ()
    """Where it names levels in lists: a list, and the key in each of its items. `crosp migrate` renames them there."""
    migrate_at: str = ""
    """A function that says what becomes of one which names the version of its framework, as `plan_programme` does."""
    begins: bool = False
    """Whether `crosp new` begins one, from the file in templates/init/new that is called after it."""
    begins_from_at: str = ""
    """A function that says what stands in its template, from a file that it is begun from or from none."""

    @property
    def model(self) -> Any:
        """The model of a whole document."""
        return loaded(self.model_at)

    @property
    def schema(self) -> Any:
        """What makes its schema."""
        return loaded(self.schema_at)

    @property
    def against(self) -> Any:
        """What holds it against a framework; None where nothing does."""
        return loaded(self.against_at) if self.against_at else None

    @property
    def begins_from(self) -> Any:
        """What gives its template what stands in a file that it is begun from; None where it is begun from none."""
        return loaded(self.begins_from_at) if self.begins_from_at else None

    @property
    def file(self) -> str:
        """The name of its file, where it has a name of its own."""
        return f"{self.name}.yaml"


@cache
def loaded(reference: str) -> Any:
    """Return what `module:name` refers to."""
    module, _colon, name = reference.partition(":")
    return getattr(import_module(module), name)


def _of_framework(name: str, model: str, **more: Any) -> DocumentKind:
    schema = "crosp_cli.schemas.framework:framework_schema"
    role = more.pop("role", Role.FRAMEWORK)
    return DocumentKind(name, f"crosp_cli.model.{model}", schema, role, words="framework.yaml", **more)


_ALL = (
    DocumentKind(
        "assessment",
        "crosp_cli.model.assessment:Assessment",
        "crosp_cli.schemas.assessment:assessment_schema",
        format="crosp-assessment/1",
        against_at="crosp_cli.reading.documents.assessment:against",
        keys=("cells", "level", "occasion"),
        also="kartläggning kartlägga",
    ),
    DocumentKind(
        "project",
        "crosp_cli.model.project:Project",
        "crosp_cli.schemas.project:project_schema",
        Role.PROJECT,
        format="crosp-project/1",
        against_at="crosp_cli.reading.documents.project:against",
        help=_("project is crosp.yaml"),
        also="projekt",
    ),
    DocumentKind(
        "memo",
        "crosp_cli.model.memo:Memo",
        "crosp_cli.schemas.memo:memo_schema",
        format="crosp-memo/1",
        against_at="crosp_cli.reading.documents.memo:against",
        keys=("proposal", "title", "assessments"),
        help=_("memo a decision memo"),
        levels=(("assessments", "level"),),
        begins=True,
        begins_from_at="crosp_cli.cli.commands.new.memo:values",
    ),
    DocumentKind(
        "programme",
        "crosp_cli.model.programme:Programme",
        "crosp_cli.schemas.programme:programme_schema",
        format="crosp-programme/1",
        against_at="crosp_cli.reading.documents.programme:against",
        keys=("target_group", "name", "follow_ups"),
        help=_("programme a competence programme"),
        migrate_at="crosp_cli.editing.migration.programme:plan_programme",
        begins=True,
    ),
    DocumentKind(
        "collaborations",
        "crosp_cli.model.collaborations:Collaborations",
        "crosp_cli.schemas.collaborations:collaborations_schema",
        format="crosp-collaborations/1",
        against_at="crosp_cli.reading.documents.collaborations:against",
        keys=("collaborations", "date"),
        help=_("collaborations a register of collaborations"),
        levels=(("collaborations", "solves_at"),),
        begins=True,
    ),
    DocumentKind(
        "response",
        "crosp_cli.model.response:Response",
        "crosp_cli.schemas.response:response_schema",
        format="crosp-response/1",
        against_at="crosp_cli.reading.documents.response:against",
        keys=("response", "group", "steps"),
        help=_("response what one person in a group answered"),
        also="svar enkätsvar",
    ),
    _of_framework("framework", "framework:Head", format="crosp-framework/1"),
    _of_framework("principles", "framework:Axis"),
    _of_framework("areas", "framework:Axis"),
    _of_framework("questions", "guidance:Questions"),
    _of_framework("references", "guidance:References"),
    _of_framework("glossary", "guidance:Glossary"),
    _of_framework(
        "migrations",
        "migrations:Migrations",
        role=Role.BESIDE_FRAMEWORK,
        format="crosp-migrations/1",
        against_at="crosp_cli.reading.documents.migrations:against",
    ),
)

KINDS = {kind.name: kind for kind in _ALL}
"""Every kind by its name, those of a framework last."""


def in_role(*roles: Role) -> tuple[DocumentKind, ...]:
    """Return the kinds that are that to a project."""
    return tuple(kind for kind in KINDS.values() if kind.role in roles)


def kind_of(format_: str | None) -> DocumentKind | None:
    """Return the kind whose documents say that they are `format_`."""
    return next((kind for kind in KINDS.values() if format_ and kind.format == format_), None)


def called(format_: str | None) -> DocumentKind | None:
    """Return the kind whose documents say that they are `format_`, in this version of the format or in another."""
    name = (format_ or "").partition("/")[0]
    return next((kind for kind in KINDS.values() if name and (kind.format or "").partition("/")[0] == name), None)


def formats() -> list[str]:
    """Return what a first line may say, that of documents in a project first."""
    return [kind.format for role in Role for kind in in_role(role) if kind.format]
