"""Text that a person wrote and YAML takes for a comment: `goal: be #1` or `note: #important`."""

import re
from typing import Any

import yaml
from yaml.events import ScalarEvent

from crosp_cli.findings import Finding, Location
from crosp_cli.reading.rules import of_reading

_HASH = re.compile(r"(?<=[ \t])#")
_SUSPECT = re.compile(r"(?<=[ \t])#(?=[^\s#!])")


def lost_text(text: str, path: str) -> list[Finding]:
    """Return a note for each `#` that ends a value's line and has no space after it, as comments have.

    A second pass over the events, and only where such a `#` stands at all: a `#` inside a block of text or in
    quotes is text, and one on a line of its own is a comment.
    """
    if "#" not in text:
        return []
    lines = text.split("\n")
    hashes = {number: columns for number, line in enumerate(lines) if (columns := _hashes(line))}
    if not hashes:
        return []
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, ScalarEvent):
            first: Any = event.start_mark
            last: Any = event.end_mark
            header = event.style in ("|", ">")
            for number in range(first.line + header, last.line + 1):
                left = hashes.get(number)
                # Scalars come in order, and nothing but a comment follows a `#` outside them.
                while left and (number < last.line or left[-1] < last.column):
                    left.pop()
    return [
        Finding(of_reading.LOST_TEXT, Location(path, number + 1, columns[-1] + 1))
        for number, columns in hashes.items()
        if columns and _SUSPECT.match(lines[number], columns[-1])
    ]


def _hashes(line: str) -> list[int]:
    """The columns (from 0) of each `#` in `line` that may begin a comment, last first; none if none cuts a text."""
    if not _SUSPECT.search(line) or line.lstrip().startswith("#"):
        return []
    return [match.start() for match in _HASH.finditer(line)][::-1]
