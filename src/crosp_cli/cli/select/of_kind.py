"""The documents of one kind that a command was given or that a project has, each with its project."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from crosp_cli.cli import exits
from crosp_cli.cli.select.load import show_errors
from crosp_cli.cli.select.personal_data import warn_of_shared_files
from crosp_cli.model.framework import Framework
from crosp_cli.reading.discovery import Source
from crosp_cli.reading.documents.kinds import DocumentKind, called
from crosp_cli.reading.documents.of_kind import contents, documents_of
from crosp_cli.reading.workspace import Context, Workspace, read_document
from crosp_cli.reading.yaml.tree import Tree

M = TypeVar("M")


@dataclass(frozen=True, slots=True)
class LoadedDocument(Generic[M]):
    """A document that passed reading and shape, with the project it belongs to."""

    file: Path
    path: str
    """The file's name as findings show it."""
    model: M
    tree: Tree
    context: Context
    framework: Framework


def load_kind(
    kind: DocumentKind, asked: Sequence[Source], language: str, *, form: str = "text", aside: bool = False
) -> list[LoadedDocument[Any]]:
    """Return every document of a kind among the files.

    Raises:
        typer.Exit: one of them does not pass reading and shape, or a file that was named cannot be read; the findings
            have been shown in the form asked for (with `aside`, on standard error).
    """
    workspace = Workspace()
    met = []
    for source in asked:
        if source.named or any(documents_of(kind, contents([source]), None)):
            context = workspace.context_of(source.path)
            read = read_document(source, context)
            if read is not None and (called(read.format) is kind or read.tree is None):
                met.append((source, read, context))
    findings = [finding for _source, read, _context in met for finding in read.findings]
    status = show_errors(findings, asked, len(met), workspace, language, form=form, aside=aside) if met else exits.OK
    if status != exits.OK:
        exits.stop(status)
    if met:
        warn_of_shared_files(workspace, language)
    return [
        LoadedDocument(source.path, read.path, read.model, read.tree, context, context.framework)
        for source, read, context in met
        if read.model is not None and read.tree is not None and context.framework is not None
    ]
