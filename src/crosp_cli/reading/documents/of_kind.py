"""The documents of one kind among many files; all others are passed over, most of them without being read as YAML."""

from collections.abc import Iterable, Iterator
from typing import Any

from crosp_cli.files import RefusedError, read_bytes
from crosp_cli.model.framework import Framework
from crosp_cli.reading.discovery import Source
from crosp_cli.reading.documents.document import Document, document_of, format_of, format_said, tree_from
from crosp_cli.reading.documents.kinds import DocumentKind, called


def documents_of(
    kind: DocumentKind, files: Iterable[tuple[str, bytes]], framework: Framework | None
) -> Iterator[Document[Any]]:
    """Yield each document of a kind among files, given by name and content.

    Those that do not hold are among them, and those that say that they are one and cannot be read, or are in another
    version of its format.
    """
    mark = (kind.format or "").partition("/")[0].encode()
    for name, data in files:
        if mark in data:
            tree, found = tree_from(data, name)
            if tree is not None and called(format_of(tree)) is kind:
                yield document_of(kind, tree, found, framework)
            elif tree is None and called(format_said(data.decode("utf-8-sig", "replace"))) is kind:
                yield Document(name, findings=found)


def contents(sources: Iterable[Source]) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the content of each file that can be read."""
    for source in sources:
        try:
            data = read_bytes(source.path, within=source.within)
        except RefusedError:
            continue
        yield source.shown, data
