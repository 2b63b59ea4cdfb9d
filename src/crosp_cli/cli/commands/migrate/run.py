"""The files that a migration concerns: found, planned, written one by one, each whole or not at all."""

import os
import sys
from collections.abc import Callable
from contextlib import redirect_stdout, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli import exits
from crosp_cli.cli.console import LeftAsItIsError, clear_beside, print_result, write
from crosp_cli.cli.editor_schemas import KEPT, refresh
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.select.content import as_read
from crosp_cli.cli.select.paths import files_at, given
from crosp_cli.cli.select.personal_data import warn_of_personal_data
from crosp_cli.editing.migration.file import FileMigration, Problem, plan_assessment, plan_project
from crosp_cli.editing.migration.levels import plan_levels
from crosp_cli.files import RefusedError, read_bytes, real_path
from crosp_cli.findings import Severity
from crosp_cli.model.assessment import FORMAT
from crosp_cli.model.framework import Framework
from crosp_cli.model.migrations import Migrations
from crosp_cli.output.formats import writer
from crosp_cli.reading.discovery import Source, is_folder, lies_at, shown
from crosp_cli.reading.documents.document import Document
from crosp_cli.reading.documents.framework import BUILT_IN, FrameworkFolder
from crosp_cli.reading.documents.kinds import DocumentKind, called, kind_of, loaded
from crosp_cli.reading.documents.migrations import read_migrations
from crosp_cli.reading.workspace import Context, Workspace, framework_findings, read_document, texts_of_framework
from crosp_cli.text.languages import spoken
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation


@dataclass(frozen=True, slots=True)
class Target:
    """Where the files of one project are to go."""

    framework: Framework
    migrations: Migrations | None
    name: str
    """What crosp.yaml says after `framework:`."""


@dataclass(frozen=True, slots=True)
class Planned:
    """One file to be written, and where it lies."""

    path: Path
    within: Path
    """The folder that it lies in, whatever links there are."""
    before: bytes
    """What it was made of; only that is replaced."""
    migration: FileMigration

    @property
    def content(self) -> bytes | None:
        """The file's new bytes; None where it stays as it is."""
        return self.migration.rewritten.content if self.migration.rewritten else None


def plan(paths: list[Path] | None, to: str | None, language: str) -> list[Planned]:
    """Return what becomes of every assessment at `paths`, and last of each crosp.yaml there.

    Raises:
        CannotError: there are no files, or no framework to go to, or a crosp.yaml that must change was not named.
    """
    workspace = Workspace()
    asked = files_at(given(paths, language), language)
    targets: dict[Path | None, tuple[Context, Target]] = {}
    planned: list[Planned] = []
    for source in asked:
        context = workspace.context_of(source.path)
        if context.file not in targets:
            targets[context.file] = context, _target(context, to, workspace, language)
        made = _assessment(source, *targets[context.file], language)
        if made is not None:
            planned.append(made)
    named = {lies_at(source.path) for source in asked}
    projects = [_project(context, target, named, language) for context, target in targets.values()]
    return [*planned, *(project for project in projects if project is not None)]


def write_all(planned: list[Planned], language: str) -> list[Planned]:
    """Write what is to be written, and then the schemas that a project keeps for its new framework.

    Return the files, with a problem where one is no longer what was read: it stays as it is.

    Raises:
        CannotError: a file cannot be written; those before it have been.
    """
    stay = {one.path for one in planned if not _is_written(one, language)}
    stay = {one.path for one in planned if one.path in stay and not _is_done(one)}
    workspace = Workspace()
    for context in {context.file: context for one in planned for context in (workspace.context_of(one.path),)}.values():
        keeps_schemas = context.file is not None and (context.file.parent / KEPT["assessment"]).exists()
        if keeps_schemas and not context.is_broken:
            with redirect_stdout(sys.stderr):
                refresh(context, language)
    return [_staying(one) if one.path in stay else one for one in planned]


def _is_written(one: Planned, language: str) -> bool:
    with suppress(LeftAsItIsError):
        if one.content is not None:
            write(one.path, one.content, language, overwrite=False, within=one.within, instead_of=one.before)
        else:
            clear_beside(one.path, language, within=one.within)
        return True
    return False


def _is_done(one: Planned) -> bool:
    """Whether the file is a link to one that has been written."""
    with suppress(RefusedError):
        return read_bytes(one.path, within=one.within) == one.content
    return False


def _staying(one: Planned) -> Planned:
    return replace(one, migration=replace(one.migration, rewritten=None, problem=Problem.CHANGED))


def answer(planned: list[Planned], form: str, language: str, *, written: bool) -> Callable[[], int]:
    """Put into words what changes; the function that is returned prints it, and gives the exit status.

    The words are made before anything is written, so that nothing can go wrong between.
    """
    files = [one.migration for one in planned]
    status = exits.FINDINGS if any(file.problem for file in files) else exits.OK
    made = writer("migration", form)(files, language, written=written)

    def print_it() -> int:
        print_result(made)
        return status

    return print_it


def _assessment(source: Source, context: Context, target: Target, language: str) -> Planned | None:
    """What becomes of one file; None if it is no assessment."""
    if context.file is not None and lies_at(source.path) == lies_at(context.file):
        return None
    read = read_document(source, context)
    kind = kind_of(read.format) if read else None
    if read and not kind and called(read.format):
        waits = FileMigration(
            read.path, "", target.framework.name, problem=Problem.UNREADABLE, finding=read.findings[-1]
        )
        return Planned(source.path, source.within, b"", waits)
    if read and kind and (kind.levels or kind.migrate_at):
        return _beside_assessments(source, read, kind, context, target, language)
    if read is None or (read.tree is not None and read.format != FORMAT):
        if source.named and not (read and str(read.format).startswith("crosp-")):
            _ = translation(language).gettext
            text = _("{file} is no file of crosp's: its first line should be `format: {format}`.")
            raise CannotError(text.format(file=shown_name(shown(source.path)), format=FORMAT))
        return None
    own = spoken(context.project.language) if context.project else language
    before = as_read(source.path, source.within, read.tree.text, language) if read.model and read.tree else b""
    made = plan_assessment(before, read, target.migrations, target.framework, own)
    return Planned(source.path, context.file.parent if context.file else source.within, before, made)


def _beside_assessments(
    source: Source, read: Document[Any], kind: DocumentKind, context: Context, target: Target, language: str
) -> Planned | None:
    """What becomes of a document beside the assessments; None where nothing does."""
    before = as_read(source.path, source.within, read.tree.text, language) if read.model and read.tree else b""
    if kind.migrate_at:
        made = loaded(kind.migrate_at)(before, read, target.migrations, target.framework)
    else:
        made = plan_levels(before, read, kind, target.migrations, target.framework)
    within = context.file.parent if context.file else source.within
    return Planned(source.path, within, before, made) if made else None


def _project(context: Context, target: Target, asked: set[str], language: str) -> Planned | None:
    file, project, tree = context.file, context.project, context.tree
    if file is None or project is None or tree is None:
        return None
    older = context.framework.name if context.framework else project.framework
    before = as_read(file, file.parent, tree.text, language)
    made = plan_project(before, project, tree, older, target.name, target.migrations, target.framework)
    if not made.changes and not made.problem:
        return None
    if lies_at(file) not in asked:
        _ = translation(language).gettext
        text = _("{file} has to come along. Name its folder: `crosp migrate {folder}`.")
        folder = shown_name(shown(file.parent))
        raise CannotError(text.format(file=shown_name(shown(file)), folder=folder))
    return Planned(file, file.parent, before, made)


def _target(context: Context, to: str | None, workspace: Workspace, language: str) -> Target:
    """Where the files of a project go: to the framework that was asked for, or else the one that it uses now."""
    _ = translation(language).gettext
    if context.file is not None and context.project is None:
        raise CannotError(
            _("{file} cannot be used. `crosp validate` says why.").format(file=shown_name(shown(context.file)))
        )
    if to is None:
        found, name = _used_now(context, workspace), context.project.framework if context.project else BUILT_IN
        if found is not None and not name.startswith("./"):
            name = BUILT_IN
    else:
        found, name = _asked_for(to, context, workspace, language)
    if found is None or found.framework is None:
        raise CannotError(_("The framework here cannot be read. `crosp validate` says why."))
    migrations, wrong = read_migrations(found)
    if found.folder != workspace.built_in().folder:
        wrong = framework_findings(found)
        for file, text in texts_of_framework(found.folder):
            warn_of_personal_data(file, text, language)
    if any(finding.severity is Severity.ERROR for finding in wrong):
        text = _("The framework in {folder} does not hold together. `crosp validate {folder}` says why.")
        raise CannotError(text.format(folder=shown_name(shown(found.folder))))
    return Target(found.framework, migrations, name)


def _used_now(context: Context, workspace: Workspace) -> FrameworkFolder | None:
    """The framework of the project; of an older built-in version, the one that has taken its place."""
    if context.framework_folder is not None or context.project is None:
        return context.framework_folder
    older = context.project.framework.partition("@")[0] == BUILT_IN.partition("@")[0]
    return workspace.built_in() if older else None


def _asked_for(to: str, context: Context, workspace: Workspace, language: str) -> tuple[FrameworkFolder, str]:
    _ = translation(language).gettext
    if to == BUILT_IN:
        return workspace.built_in(), BUILT_IN
    folder = Path(to)
    if not is_folder(folder):
        text = _("--to: {name} is neither a built-in framework ({allowed}) nor a folder.")
        raise CannotError(text.format(name=printable(to), allowed=BUILT_IN))
    home = context.file.parent if context.file else Path()
    if context.file is None or not real_path(folder).is_relative_to(real_path(home)):
        text = _("--to: {name} has to lie in the project's folder, beside or below crosp.yaml.")
        raise CannotError(text.format(name=printable(to)))
    relative = os.path.relpath(real_path(folder), real_path(home)).replace(os.sep, "/")
    return workspace.framework(home / relative), f"./{relative}"
