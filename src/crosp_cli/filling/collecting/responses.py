"""Responses as they came in: each counted once; those of another assessment, and those that differ, are named."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from crosp_cli.checks.personal_data.names import tells
from crosp_cli.filling.answers import tidy
from crosp_cli.filling.comments import comments_in
from crosp_cli.findings import Severity
from crosp_cli.model.assessment import Assessment
from crosp_cli.model.framework import Framework
from crosp_cli.model.response import FORMAT, Response
from crosp_cli.reading.discovery import SUFFIXES
from crosp_cli.reading.documents.document import Document, document, format_of, tree_from
from crosp_cli.reading.documents.response import against
from crosp_cli.reading.yaml.decode import decode
from crosp_cli.text.letters import composed

_BEGINNING = 300
"""How many bytes have the line that says what a file is, after a line or two that a program has put before it."""
_DRAWN = re.compile("r[0-9a-f]{32}")
"""A sign as forms drew them earlier: one in some thousands looks like a personal identity number."""
_HEADING = ("framework", "unit", "level", "occasion")


class Why(Enum):
    """Why a file is not counted."""

    BROKEN = auto()
    NAME = auto()
    """It is a response, and its name does not end as that of one."""
    ANOTHER_KIND = auto()
    ANOTHER_ASSESSMENT = auto()
    SIGN = auto()
    """What stands as its sign is a person's number, which would be kept in the list of what has been counted."""
    DIFFERS = auto()
    """It is the same response as another file, and says something else."""


@dataclass(frozen=True, slots=True)
class Received:
    """The responses to one assessment, each once, by their signs, and the files that are not counted."""

    responses: Mapping[str, Response] = field(default_factory=dict)
    left: Mapping[str, Why] = field(default_factory=dict)
    """By what messages call the file, in that order."""
    commented: tuple[str, ...] = ()
    """Of those that are responses to it, the files in which somebody has written comments, which are not taken."""


def received(files: Iterable[tuple[str, bytes | None]], assessment: Assessment, framework: Framework) -> Received:
    """Return the responses to an assessment among files, each with what messages call it; None could not be read."""
    left: dict[str, Why] = {}
    found: dict[str, list[tuple[str, Response]]] = {}
    commented: list[str] = []
    for name, content in files:
        read = _read(content, name, assessment, framework)
        if isinstance(read, Response):
            found.setdefault(read.response, []).append((name, read))
            commented += [name] if content and comments_in(decode(content, name)) else []
        else:
            left[name] = read
    responses = {}
    for sign, same in found.items():
        first = same[0][1]
        if all(other == first for _name, other in same):
            responses[sign] = first
        else:
            left.update({name: Why.DIFFERS for name, _other in same})
    return Received(responses, dict(sorted(left.items())), tuple(sorted(commented)))


def looks_like_one(content: bytes) -> bool:
    """Whether a file, whatever it is called, says near its beginning that it is a response."""
    return FORMAT.encode() in content[:_BEGINNING]


def _read(content: bytes | None, name: str, assessment: Assessment, framework: Framework) -> Response | Why:
    if content is None:
        return Why.BROKEN
    if not name.lower().endswith(SUFFIXES):
        return Why.NAME
    tree, found = tree_from(content, name)
    if tree is None:
        return Why.BROKEN
    if format_of(tree) != FORMAT:
        return Why.ANOTHER_KIND
    read: Document[Response] = document(Response, tree, found)
    if read.model is None or any(finding.severity is Severity.ERROR for finding in read.findings):
        return Why.BROKEN
    if any(getattr(read.model, key) != getattr(assessment, key) for key in _HEADING):
        return Why.ANOTHER_ASSESSMENT
    if tells(read.model.response) and not _DRAWN.fullmatch(read.model.response):
        return Why.SIGN
    wrong = any(finding.severity is Severity.ERROR for finding in against(read.model, tree, framework))
    return Why.BROKEN if wrong else _as_meant(read.model)


def _as_meant(response: Response) -> Response:
    """A response as all its copies have it: without empty parts, and its letters put together in one way."""
    chosen = {
        row: {area: step for area, step in cells.items() if step is not None} for row, cells in response.steps.items()
    }
    text = composed(tidy(response.text or "")).strip()
    return response.model_copy(update={"steps": {row: cells for row, cells in chosen.items() if cells}, "text": text})
