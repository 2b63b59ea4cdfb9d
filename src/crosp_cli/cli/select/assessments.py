"""The assessments a command works with: read, and either whole or shown with what is wrong and given up."""

import sys
from collections.abc import Collection, Iterable, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from crosp_cli.checks.personal_data.text_checks import personal_data
from crosp_cli.cli import exits
from crosp_cli.cli.console import print_message
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.select.paths import files_at
from crosp_cli.findings import Finding, Rule, Severity
from crosp_cli.model.assessment import Assessment
from crosp_cli.model.framework import Framework
from crosp_cli.model.guidance import Guidance, References
from crosp_cli.reading.discovery import Source, sources
from crosp_cli.reading.documents.document import Document
from crosp_cli.reading.documents.guidance import read_references
from crosp_cli.reading.rules import CANNOT_BE_CARRIED_OUT
from crosp_cli.reading.workspace import Context, Workspace, read_documents
from crosp_cli.reading.yaml.tree import Tree
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation


@dataclass(frozen=True, slots=True)
class Read:
    """An assessment that passed reading and shape, with the project and framework it belongs to."""

    path: str
    """The file's name as findings show it."""
    assessment: Assessment
    context: Context
    framework: Framework
    tree: Tree

    def references(self) -> References:
        """The framework's references, read now."""
        folder = self.context.framework_folder
        return (read_references(folder) if folder else None) or References()

    def guidance(self) -> Guidance | None:
        """The framework's questions, references and glossary, read now."""
        return self.context.guidance()


def one(path: Path, language: str, *, form: str = "text", aside: bool = False) -> Read:
    """Return the one assessment at `path`: a file, or a folder with a single assessment in it.

    Raises:
        CannotError: there is no assessment, or more than one.
        typer.Exit: it does not pass reading and shape; its findings have been shown.
    """
    _ = translation(language).gettext
    found = at([path], language, form=form, aside=aside)
    if len(found) > 1:
        names = ", ".join(printable(read.path) for read in found)
        raise CannotError(_("There is more than one assessment here. Name one of them: {paths}.").format(paths=names))
    return found[0]


def at(paths: Iterable[Path], language: str, *, form: str = "text", aside: bool = False) -> list[Read]:
    """Return every assessment at `paths`, in the order of their paths.

    Where any of them does not pass reading and shape, findings are shown in the form asked for (with `aside`, on
    standard error) and the command ends.

    Raises:
        CannotError: there is no assessment among the files.
        typer.Exit: a document does not pass reading and shape; the findings have been shown.
    """
    _ = translation(language).gettext
    asked = files_at(paths, language)
    found = _whole(asked, Workspace(), language, form=form, aside=aside)
    if not found:
        text = _("There is no assessment in {path}. An assessment says `format: crosp-assessment/1`.")
        raise CannotError(text.format(path=printable(", ".join(source.shown for source in asked[:3]))))
    return found


def _whole(asked: Sequence[Source], workspace: Workspace, language: str, *, form: str, aside: bool) -> list[Read]:
    """Every assessment among the files; if any does not hold, its findings are shown and the command ends."""
    return [
        Read(document.path, document.model, context, context.framework, document.tree)
        for document, context in holding(asked, workspace, language, form=form, aside=aside)
        if document.model is not None and document.tree is not None and context.framework is not None
    ]


def holding(
    asked: Sequence[Source],
    workspace: Workspace,
    language: str,
    *,
    form: str = "text",
    aside: bool = False,
    despite: Collection[Rule] = (),
) -> list[tuple[Document[Assessment], Context]]:
    """Return every document among the files with its project; findings on the rules `despite` are passed over.

    Raises:
        typer.Exit: a document does not pass reading and shape; the findings have been shown.
    """
    documents = list(read_documents(asked, workspace))
    findings = [finding for document, _ in documents for finding in document.findings if finding.rule not in despite]
    status = tell_of_errors(findings, asked, len(documents), workspace, language, form=form, aside=aside)
    if status != exits.OK:
        exits.stop(status)
    return documents


def tell_of_errors(
    findings: Iterable[Finding],
    asked: Sequence[Source],
    documents: int,
    workspace: Workspace,
    language: str,
    *,
    form: str = "text",
    aside: bool = False,
) -> int:
    """Show what stands in the way of using documents, with their number, and return the exit status that it gives."""
    errors = _errors(findings, workspace)
    if not errors:
        return exits.OK
    files = documents + sum(context.file is not None for context in workspace.contexts())
    broken = _broken(errors, asked, workspace.contexts())
    with redirect_stdout(sys.stderr if aside else sys.stdout):
        _show(errors, files, form, language, broken=broken)
    return exits.CANNOT if broken else exits.FINDINGS


def everything(folder: Path, language: str) -> tuple[list[Read], Context]:
    """Return every assessment of the project at `folder`, none at all included, and the project.

    Raises:
        typer.Exit: a document does not pass reading and shape; the findings have been shown.
    """
    workspace = Workspace()
    context = workspace.context_in(folder)
    home = context.file.parent if context.file else folder
    asked = sources([home])
    return _whole(asked, workspace, language, form="text", aside=True), context


def warn_of_personal_data(read: Read, language: str) -> None:
    """Say on standard error that an assessment which is about to be shown to others seems to hold personal data."""
    warn_of_personal_data_in(read.tree, language)


def warn_of_personal_data_in(tree: Tree, language: str) -> None:
    """Say the same of the assessment that was read from `tree`."""
    lines = personal_data(tree.text)
    if lines:
        warn_of_personal_data_at(tree.path, lines[0], language)


def warn_of_personal_data_at(path: str, line: int, language: str) -> None:
    """Say that what stands in a file at a line looks like personal data."""
    text = translation(language).gettext(
        "{place}: this looks like personal data. Mend it before you share what is shown; `crosp validate` says more."
    )
    print_message(text.format(place=f"{printable(path)}:{line}"))


def newest(found: Iterable[Read]) -> list[Read]:
    """Return the last assessment of each unit and level in each project, in the order of their paths."""
    latest: dict[tuple[Path | None, str | None, str], Read] = {}
    for read in sorted(found, key=lambda read: (read.assessment.date, read.path)):
        latest[read.context.file, read.assessment.unit, read.assessment.level] = read
    return sorted(latest.values(), key=lambda read: read.path)


def _errors(findings: Iterable[Finding], workspace: Workspace) -> list[Finding]:
    """What stands in the way of using documents; notes and warnings are for `crosp validate`."""
    every = [*findings, *(finding for context in workspace.contexts() for finding in context.findings)]
    return sorted((f for f in every if f.severity is Severity.ERROR), key=lambda finding: finding.order)


def _show(errors: list[Finding], files: int, form: str, language: str, *, broken: bool) -> None:
    from crosp_cli.cli.show_findings import show_findings
    from crosp_cli.validation.runner import Report  # every check comes with it, and most runs need none

    show_findings(Report(errors, files, Severity.ERROR, broken), form, language)


def _broken(errors: Iterable[Finding], asked: Iterable[Source], contexts: Iterable[Context]) -> bool:
    named = {source.shown for source in asked if source.named}
    unread = any(f.code in CANNOT_BE_CARRIED_OUT and f.location.path in named for f in errors)
    return unread or any(context.is_broken for context in contexts)
