"""The competence programmes that a command was given, or that a project has."""

import sys
from collections.abc import Iterable, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli import exits
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.select.paths import files_at
from crosp_cli.cli.show_findings import show_findings
from crosp_cli.findings import Severity
from crosp_cli.model.framework import Framework
from crosp_cli.model.programme import FORMAT, Programme
from crosp_cli.reading.discovery import Source, sources
from crosp_cli.reading.documents.document import Document
from crosp_cli.reading.workspace import Context, Workspace, read_document
from crosp_cli.reading.yaml.tree import Tree
from crosp_cli.text.translation import translation
from crosp_cli.validation.runner import ValidationResult


@dataclass(frozen=True, slots=True)
class LoadedProgramme:
    """A programme that passed reading and shape, with the project it belongs to."""

    path: str
    """The file's name as findings show it."""
    programme: Programme
    tree: Tree
    context: Context
    framework: Framework


def programme_at(path: Path, language: str, *, form: str = "text", aside: bool = False) -> LoadedProgramme:
    """Return the programme at `path`, a file or a folder with a single programme in it.

    Raises:
        CannotError: there is none, or more than one.
        typer.Exit: it does not pass reading and shape; its findings have been shown.
    """
    _ = translation(language).gettext
    asked = files_at([path], language)
    found = _read(asked, language, form=form, aside=aside)
    if not found:
        text = _(
            "There is no programme in {path}. A programme says `format: {format}`; `crosp new programme` begins one."
        )
        raise CannotError(text.format(path=shown_name(path), format=FORMAT))
    if len(found) > 1:
        names = ", ".join(shown_name(one.path) for one in found)
        raise CannotError(_("There is more than one programme here. Name one of them: {paths}.").format(paths=names))
    return found[0]


def programmes_in(context: Context, language: str) -> list[LoadedProgramme]:
    """Return every programme of a project.

    Raises:
        typer.Exit: one of them does not pass reading and shape; its findings have been shown.
    """
    if context.file is None:
        return []
    return _read(sources([context.file.parent]), language, form="text", aside=True)


def _read(asked: Iterable[Source], language: str, *, form: str, aside: bool) -> list[LoadedProgramme]:
    workspace = Workspace()
    found: list[LoadedProgramme] = []
    broken: list[tuple[Document[Programme], Context]] = []
    for source in asked:
        context = workspace.context_of(source.path)
        read = read_document(source, context)
        if read is None or read.format != FORMAT:
            if source.named and read is not None and read.tree is None:
                broken.append((read, context))
            continue
        errors = [f for f in (*read.findings, *context.findings) if f.severity is Severity.ERROR]
        if errors or read.model is None or read.tree is None or context.framework is None:
            broken.append((read, context))
        else:
            found.append(LoadedProgramme(read.path, read.model, read.tree, context, context.framework))
    if broken:
        _stop(broken, language, form=form, aside=aside)
    return found


def _stop(broken: Sequence[tuple[Document[Programme], Context]], language: str, *, form: str, aside: bool) -> None:
    findings = {id(f): f for read, context in broken for f in (*read.findings, *context.findings)}
    errors = [finding for finding in findings.values() if finding.severity is Severity.ERROR]
    no_project = any(context.is_broken for _read, context in broken)
    result = ValidationResult(sorted(errors, key=lambda f: f.order), len(broken), Severity.ERROR, no_project)
    with redirect_stdout(sys.stderr if aside else sys.stdout):
        show_findings(result, form if form == "json" else "text", language)
    exits.stop(exits.CANNOT if no_project else exits.FINDINGS)
