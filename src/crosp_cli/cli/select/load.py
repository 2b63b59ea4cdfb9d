"""The assessments a command works with: loaded, and either whole or shown with what is wrong and given up."""

import sys
from collections.abc import Collection, Iterable, Sequence
from contextlib import redirect_stdout
from itertools import groupby
from pathlib import Path

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli import exits
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.select.newest import newest
from crosp_cli.cli.select.only import Only
from crosp_cli.cli.select.paths import files_at, named
from crosp_cli.cli.select.personal_data import warn_of_shared_files
from crosp_cli.findings import Finding, Rule, Severity
from crosp_cli.output.formats import names
from crosp_cli.reading.discovery import Source, sources
from crosp_cli.reading.documents.document import text_at
from crosp_cli.reading.loaded import LoadedAssessment, loaded
from crosp_cli.reading.rules.of_reading import CANNOT_BE_CARRIED_OUT
from crosp_cli.reading.workspace import Context, Workspace, read_documents
from crosp_cli.text.translation import translation


def load_assessment(path: Path, language: str, *, aside: bool = False) -> LoadedAssessment:
    """Return the one assessment at `path`: a file, or a folder with a single assessment in it.

    Raises:
        CannotError: there is no assessment, or more than one.
        typer.Exit: it does not pass reading and shape; its findings have been shown.
    """
    _ = translation(language).gettext
    found = load_assessments([path], language, aside=aside)
    if len(found) > 1:
        names = named([one.path for one in found], language)
        raise CannotError(_("There is more than one assessment here. Name one of them: {paths}.").format(paths=names))
    return found[0]


def load_newest(path: Path, only: Only, language: str, *, aside: bool = False) -> LoadedAssessment:
    """Return the assessment at `path`: a file, or in a folder the newest, where one unit and level is left.

    Raises:
        CannotError: there is no assessment, or of more than one unit and level.
        typer.Exit: it does not pass reading and shape; its findings have been shown.
    """
    found = newest(only.of(load_assessments([path], language, aside=aside), language))
    if len(found) > 1:
        _ = translation(language).gettext
        text = _("There is more than one assessment here. Name one of them, or say --unit and --level: {paths}.")
        raise CannotError(text.format(paths=named([one.path for one in found], language)))
    return found[0]


def load_assessments(
    paths: Iterable[Path], language: str, *, form: str = "text", aside: bool = False
) -> list[LoadedAssessment]:
    """Return every assessment at `paths`, in the order of their paths.

    Where any of them does not pass reading and shape, findings are shown in the form asked for (with `aside`, on
    standard error) and the command ends.

    Raises:
        CannotError: there is no assessment among the files.
        typer.Exit: a document does not pass reading and shape; the findings have been shown.
    """
    asked = files_at(paths, language)
    found = load(asked, Workspace(), language, form=form, aside=aside)
    if not found:
        raise nothing_at(", ".join(source.shown for source in asked[:3]), language)
    return found


def load_project(folder: Path, language: str) -> tuple[list[LoadedAssessment], Context]:
    """Return every assessment of the project at `folder`, none at all included, and the project.

    Raises:
        typer.Exit: a document does not pass reading and shape; the findings have been shown.
    """
    workspace = Workspace()
    context = workspace.context_in(folder)
    asked = sources([context.file.parent if context.file else folder])
    return load(asked, workspace, language, aside=True), context


def load(
    asked: Sequence[Source],
    workspace: Workspace,
    language: str,
    *,
    form: str = "text",
    aside: bool = False,
    despite: Collection[Rule] = (),
) -> list[LoadedAssessment]:
    """Return every assessment among the files; findings on the rules `despite` are passed over.

    Raises:
        typer.Exit: a document does not pass reading and shape; the findings have been shown.
    """
    documents = list(read_documents(asked, workspace))
    findings = [finding for document, _ in documents for finding in document.findings if finding.rule not in despite]
    status = show_errors(findings, asked, len(documents), workspace, language, form=form, aside=aside)
    if status != exits.OK:
        exits.stop(status)
    every = [one for document, context in documents if (one := loaded(document, context, workspace))]
    warn_of_shared_files(workspace, language)
    return every


def nothing_at(paths: str, language: str) -> CannotError:
    """Return what to raise where no assessment is found among the files at `paths`."""
    text = translation(language).gettext(
        "There is no assessment in {path}. An assessment says `format: crosp-assessment/1`."
    )
    return CannotError(text.format(path=shown_name(paths)))


def show_errors(
    findings: Iterable[Finding],
    asked: Sequence[Source],
    documents: int,
    workspace: Workspace,
    language: str,
    *,
    form: str = "text",
    aside: bool = False,
) -> int:
    """Show what stands in the way of using documents, with their number, and return the exit status that it gives.

    It stands on standard output where findings come in the form asked for; else, or with `aside`, on standard error.
    """
    errors = _errors(findings, workspace)
    if not errors:
        return exits.OK
    files = documents + sum(context.file is not None for context in workspace.contexts())
    broken = _broken(errors, asked, workspace.contexts())
    with redirect_stdout(sys.stderr if aside or form not in names("findings") else sys.stdout):
        _show(errors, files, form, language, broken=broken)
    return exits.CANNOT if broken else exits.FINDINGS


def _errors(findings: Iterable[Finding], workspace: Workspace) -> list[Finding]:
    """What stands in the way of using documents; notes and warnings are for `crosp validate`."""
    every = [*findings, *(finding for context in workspace.contexts() for finding in context.findings)]
    return sorted((f for f in every if f.severity is Severity.ERROR), key=lambda finding: finding.order)


def _show(errors: list[Finding], files: int, form: str, language: str, *, broken: bool) -> None:
    from crosp_cli.cli.show_findings import show_findings
    from crosp_cli.validation.runner import ValidationResult  # every check comes with it, and most runs need none

    errors = [one for path, each in groupby(errors, lambda one: one.location.path) for one in _beside(list(each), path)]
    show_findings(ValidationResult(errors, files, Severity.ERROR, broken), form, language)


def _beside(errors: list[Finding], path: str) -> list[Finding]:
    """The errors in a file, of which those that stand beside personal data show as little as `crosp validate` does."""
    from crosp_cli.validation.file_checker import with_text_checks

    return with_text_checks(errors, text_at(Path(path), Path(path).parent), path)[: len(errors)]


def _broken(errors: Iterable[Finding], asked: Iterable[Source], contexts: Iterable[Context]) -> bool:
    named = {source.shown for source in asked if source.named}
    unread = any(f.code in CANNOT_BE_CARRIED_OUT and f.location.path in named for f in errors)
    return unread or any(context.is_broken for context in contexts)
