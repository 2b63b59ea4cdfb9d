"""From a path to a document: its model where its shape holds, and the findings on the way."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import BaseModel

from crosp_cli.files import Refusal, RefusedError, read_bytes
from crosp_cli.findings import Finding, Location, Quoted, Rule
from crosp_cli.model.framework import Framework
from crosp_cli.reading.documents.kinds import DocumentKind
from crosp_cli.reading.rules import of_reading, of_shape
from crosp_cli.reading.yaml.binding import into, listed
from crosp_cli.reading.yaml.decode import TextError, decode
from crosp_cli.reading.yaml.tree import Steps, Tree, TreeError, parse
from crosp_cli.resources import MissingResourceError, resource

if TYPE_CHECKING:
    from crosp_cli.reading.documents.meant import Meanings

_REFUSALS: Mapping[Refusal, Rule] = {
    Refusal.MISSING: of_reading.MISSING,
    Refusal.UNREADABLE: of_reading.UNREADABLE,
    Refusal.NOT_A_FILE: of_reading.NOT_A_FILE,
    Refusal.LEAVES_FOLDER: of_reading.LEAVES_FOLDER,
    Refusal.TOO_LARGE: of_reading.TOO_LARGE,
}

M = TypeVar("M", bound=BaseModel)

_NUMBER = re.compile(r"[1-9][0-9]{0,3}", re.ASCII)
"""The number of a format."""
_SAID = re.compile(r"^format:[ \t]*(crosp-\S+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Document(Generic[M]):
    """One file: its model (None where the shape does not hold), its tree (None where it could not be read)."""

    path: str
    model: M | None = None
    tree: Tree | None = None
    findings: list[Finding] = field(default_factory=list)
    text: str | None = None
    """What stands in the file, where it is text, also where it cannot be read as YAML."""

    @property
    def format(self) -> str | None:
        """What the file says it is."""
        return format_of(self.tree)


def read_tree(path: Path, shown: str, *, within: Path | None = None) -> tuple[Tree | None, list[Finding]]:
    """Read the file at `path` into a tree; findings call it `shown`. The tree is None if it cannot be read."""
    try:
        data = read_bytes(path, within=within)
    except RefusedError as error:
        return None, [refusal(error, shown)]
    return tree_from(data, shown)


def texts_of(name: str) -> dict[str, Any]:
    """Return what stands in a file of texts, which `name` is in templates/.

    Raises:
        MissingResourceError: it cannot be read.
    """
    tree, _findings = read_tree(resource("templates") / name, name)
    if tree is None:
        raise MissingResourceError(f"crosp is not installed whole: templates/{name} cannot be read")
    return dict(tree.data)


def refusal(error: RefusedError, shown: str) -> Finding:
    """Return the finding for a path that was not read."""
    return Finding(_REFUSALS[error.why], Location(shown))


def text_at(path: Path, within: Path) -> str:
    """Return what stands in a file, also where it cannot be read as YAML; "" where the file may not be read."""
    try:
        return read_bytes(path, within=within).decode("utf-8-sig", "replace")
    except RefusedError:
        return ""


def tree_from(data: bytes, shown: str) -> tuple[Tree | None, list[Finding]]:
    """Read `data`, which findings call `shown`, into a tree; None if it cannot be read."""
    try:
        return parse(decode(data, shown), shown)
    except TextError as error:
        return None, error.findings
    except TreeError as error:
        return None, [error.finding]


def document(
    model: type[M], tree: Tree | None, findings: list[Finding], framework: Framework | None = None
) -> Document[M]:
    """Return the document that a tree is, given what was found while reading it.

    Where a title of something in `framework` stands instead of its name, the finding says which name to write.
    """
    if tree is None:
        return Document(findings[0].location.path, findings=findings)
    expected = model.model_fields["format"].annotation.__args__[0]  # type: ignore[union-attr]  # a Literal of one
    if format_of(tree) != expected:
        return Document(tree.path, None, tree, [*findings, unknown_format(tree, [expected])])

    def meanings() -> "Meanings":
        from crosp_cli.reading.documents.meant import Meanings, built_in_for  # only a mistake needs it

        return Meanings(framework or built_in_for(tree))

    result, shape = into(model, tree, meanings)
    return Document(tree.path, result, tree, [*findings, *shape])


def document_of(kind: DocumentKind, tree: Tree, findings: list[Finding], framework: Framework | None) -> Document[Any]:
    """Return the document of a kind that a tree is, held against a framework, given what was found while reading it."""
    read = document(kind.model, tree, findings, framework)
    if read.model is None or framework is None or kind.against is None:
        return read
    return replace(read, findings=[*read.findings, *kind.against(read.model, tree, framework)])


def unknown_format(tree: Tree, allowed: Sequence[str]) -> Finding:
    """Return the finding on a document in none of the formats `allowed`; it may be in another version of one."""
    location = tree.value_at(("format",)) if "format" in tree.data else Location(tree.path)
    said = format_of(tree) or ""
    name, _slash, number = said.partition("/")
    known = next((one for one in allowed if one.partition("/")[0] == name), None)
    if known is None:
        return Finding(of_shape.UNKNOWN_FORMAT, location, {"allowed": listed(f"format: {one}" for one in allowed)})
    if _NUMBER.fullmatch(number) and int(number) > int(known.partition("/")[2]):
        return Finding(of_shape.NEWER_FORMAT, location, {"format": said, "known": known})
    return Finding(of_shape.NO_SUCH_FORMAT, location, {"known": known})


def format_of(tree: Tree | None) -> str | None:
    """Return what a document says it is, such as ``crosp-assessment/1``; None if it does not say."""
    found = tree.data.get("format") if tree else None
    return found if isinstance(found, str) else None


def format_said(text: str) -> str | None:
    """Return what a text that cannot be read as YAML says it is; None if it does not say."""
    found = _SAID.search(text)
    return found[1] if found else None


def repeated(named: Iterable[tuple[Steps, str]], tree: Tree) -> Iterator[Finding]:
    """Yield a finding for each name, given with the steps that lead to it, that has stood before; it says where."""
    first: dict[str, int] = {}
    for steps, name in named:
        location = tree.value_at(steps)
        if name in first:
            yield Finding(of_shape.DUPLICATE_ID, location, {"value": Quoted(name), "first": first[name]})
        first.setdefault(name, location.line)
