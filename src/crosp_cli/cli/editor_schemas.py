"""The schemas of a project: made, written, and kept beside it where its files point editors at them."""

import os
from pathlib import Path

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli.console import STANDARD_OUTPUT, make_folder, print_message, print_result, write
from crosp_cli.cli.exits import CannotError
from crosp_cli.files import RefusedError, read_bytes
from crosp_cli.model.framework import Framework
from crosp_cli.model.guidance import Questions
from crosp_cli.model.project import Project
from crosp_cli.output.formats import ANSWERS
from crosp_cli.reading.discovery import PROJECT_FILE
from crosp_cli.reading.documents.kinds import Role, in_role
from crosp_cli.reading.workspace import Context
from crosp_cli.reading.yaml.binding import into
from crosp_cli.reading.yaml.tree import parse
from crosp_cli.schemas.generate import as_json, is_ours, schema, schema_of_answer
from crosp_cli.text.translation import translation

KEPT = {"assessment": ".crosp/assessment.schema.json", "project": ".crosp/project.schema.json"}
"""Where every project keeps its schemas. The folder is hidden, so nothing looks for assessments in it."""


def made(kind: str, context: Context, language: str) -> str:
    """Return the schema of a kind of file, as text.

    Raises:
        CannotError: the project's framework does not hold.
    """
    if kind in ANSWERS:
        return as_json(schema_of_answer(kind, language))
    guidance = context.guidance()
    if context.framework is None or guidance is None:
        _ = translation(language).gettext
        raise CannotError(_("The framework here cannot be read. `crosp validate` says why."))
    return as_json(schema(kind, context.framework, guidance.questions, context.project, language))


def put(path: Path, text: str, language: str) -> None:
    """Write a schema where it was asked for, and say so.

    Raises:
        CannotError: another file is there, or it cannot be written.
    """
    if path == STANDARD_OUTPUT:
        print_result(text)
        return
    make_folder(path.parent, language)
    write(path, text.encode(), language, overwrite=False, instead_of=_made_before(path, path.parent))
    print_message(translation(language).gettext("written: {file}").format(file=shown_name(path)))


def new_schemas(framework: Framework, questions: Questions, text: str, language: str) -> dict[str, str]:
    """Return the text of each schema that a new project keeps, by its path. `text` is its crosp.yaml."""
    project, _findings = into(Project, parse(text, PROJECT_FILE)[0])
    return {path: as_json(schema(kind, framework, questions, project, language)) for kind, path in KEPT.items()}


def refresh(context: Context, language: str) -> None:
    """Bring the schemas that a project keeps up to date, and say which have changed.

    Raises:
        CannotError: they cannot be written.
    """
    if context.file is None or context.project is None:
        return
    others = [kind.name for kind in in_role(Role.IN_PROJECT) if (context.file.parent / kept_at(kind.name)).exists()]
    for kind in dict.fromkeys((*KEPT, *others)):
        keep(kind, context, language)


def kept_at(kind: str) -> str:
    """Where a project keeps the schema of a kind of document."""
    return f".crosp/{kind}.schema.json"


def keep(kind: str, context: Context, language: str) -> None:
    """Write the schema of a kind of document where a project keeps it, or bring it up to date, and say so.

    Raises:
        CannotError: it cannot be written.
    """
    if context.file is None or context.project is None:
        return
    path = context.file.parent / kept_at(kind)
    before = _made_before(path, context.file.parent)
    if before is None and os.path.lexists(path):
        return
    text = made(kind, context, context.language)
    make_folder(path.parent, language, within=context.file.parent)
    if write(path, text.encode(), language, overwrite=False, within=context.file.parent, instead_of=before):
        print_result(translation(language).gettext("written: {file}").format(file=shown_name(path)))


def _made_before(path: Path, within: Path) -> bytes | None:
    """Return what stands at `path` if it is a schema that crosp has made, and no link: only such a one is replaced."""
    if path.is_symlink():
        return None
    try:
        content = read_bytes(path, within=within)
    except RefusedError:
        return None
    return content if is_ours(content.decode("utf-8", "replace")) else None
