"""Text that a person wrote and YAML takes for a comment: `goal: be #1` or `note: #important`."""

import re

import yaml
from yaml.events import ScalarEvent

from crosp_cli.findings import Finding, Location
from crosp_cli.reading import rules

_SUSPECT = re.compile(r"(?<=[ \t])#(?=[^\s#!])")


def lost_text(text: str, path: str) -> list[Finding]:
    """Return a note for each `#` that ends a value's line and has no space after it, as comments have.

    A second pass over the events, and only where such a `#` stands at all: a `#` inside a block of text or in
    quotes is text, and one on a line of its own is a comment.
    """
    suspects = _suspects(text)
    if not suspects:
        return []
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, ScalarEvent):
            first, last = event.start_mark, event.end_mark
            for line in range(first.line, last.line + 1):
                if line not in suspects:
                    continue
                begins = first.column if line == first.line else 0
                ends = last.column if line == last.line else len(text)
                if begins <= suspects[line] < ends:
                    del suspects[line]
            if not suspects:
                break
    return [Finding(rules.LOST_TEXT, Location(path, line + 1, column + 1)) for line, column in suspects.items()]


def _suspects(text: str) -> dict[int, int]:
    """The line and column (from 0) of each `#` that may have cut a text short, the first on its line."""
    if " #" not in text and "\t#" not in text:
        return {}
    found: dict[int, int] = {}
    for number, line in enumerate(text.split("\n")):
        match = _SUSPECT.search(line)
        if match is None:
            continue
        before = line[: match.start()]
        if before.strip() and not re.search(r"(^|[ \t])#", before):
            found[number] = match.start()
    return found
