"""From text to a tree of dicts, lists, strings and None that knows where each key and value stands.

One pass over libyaml's event stream. No value gets a type here: `no`, `1.10` and `2026-10-15` are text until the
model says what they are. What crosp does not read (anchors, tags, second documents, …) is refused before anything
is built of it, so that no document can cost more than its own size.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

import yaml
from yaml import error as yaml_error
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from crosp_cli.findings import Finding, Location, Quoted
from crosp_cli.reading import rules
from crosp_cli.reading.grammar import explain, no_keys
from crosp_cli.reading.lost_text import lost_text
from crosp_cli.reading.text import FORBIDDEN, name_of

DEEPEST = 32
MOST_EVENTS = 200_000
_NULLS = frozenset({"", "~", "null"})

Steps: TypeAlias = "tuple[str | int, ...]"
"""The way from the top of a document to one of its values: keys, and the numbers of items."""

Node: TypeAlias = "dict[str, Node] | list[Node] | str | None"


class Mark(Protocol):
    """A position as libyaml gives it: counted from 0."""

    line: int
    column: int


Place: TypeAlias = "tuple[Mark | None, Mark, dict[str, Place] | list[Place] | None]"
"""Where a value's key stands (None for an item of a list), where the value stands, and the places within it.

A plain tuple: a file has thousands, and they are made whether or not anybody asks for them.
"""


@dataclass(frozen=True, slots=True)
class Tree:
    """The content of one file, and where each part of it stands."""

    path: str
    data: dict[str, Node]
    places: dict[str, Place]
    text: str

    def value_at(self, steps: Steps) -> Location:
        """Where the value at `steps` stands; if it is not there, the key or value nearest around it."""
        place, whole = self._find(steps)
        return self._location(place, key=not whole)

    def key_at(self, steps: Steps) -> Location:
        """Where the key at `steps` stands (an item of a list has none: the item), or the nearest around it."""
        return self._location(self._find(steps)[0], key=True)

    def _find(self, steps: Steps) -> "tuple[Place | None, bool]":
        inside: Any = self.places
        found: Place | None = None
        for step in steps:
            try:
                found = inside[step]
            except (KeyError, IndexError, TypeError):
                return found, False
            inside = found[2] if found else None
        return found, True

    def _location(self, place: "Place | None", *, key: bool) -> Location:
        if place is None:
            return Location(self.path)
        mark = (place[0] if key else None) or place[1]
        return Location(self.path, mark.line + 1, mark.column + 1)


class TreeError(Exception):
    """The text is not YAML that crosp reads."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


def parse(text: str, path: str) -> tuple[Tree, list[Finding]]:
    """Read `text` and return its tree and the findings that do not stop the reading (duplicate keys, lost text).

    Raises:
        TreeError: the text cannot be read as a whole; one finding says why and where.
    """
    findings: list[Finding] = []
    try:
        data, places = _build(text, path, findings)
    except yaml_error.MarkedYAMLError as error:
        raise TreeError(explain(error, text, path)) from None
    except yaml.reader.ReaderError:  # pragma: no cover -- the text was checked before; kept for newer libyaml
        raise TreeError(Finding(rules.NOT_YAML, Location(path))) from None
    findings += lost_text(text, path)
    return Tree(path, data, places, text), findings


def _build(text: str, path: str, findings: list[Finding]) -> tuple[dict[str, Node], dict[str, Place]]:
    # One flat loop: every line of every file passes here, and a call for each event would cost half as much again.
    get_event: Callable[[], Any] = CParser(text).get_event

    def refuse(rule: Any, mark: Mark, **values: str | int) -> TreeError:
        return TreeError(Finding(rule, Location(path, mark.line + 1, mark.column + 1), values))

    get_event()  # the stream begins
    event = get_event()
    if type(event) is not DocumentStartEvent:
        raise TreeError(Finding(rules.EMPTY, Location(path)))

    stack: list[tuple[Any, Any, bool, Any, Any]] = []
    container: Any = None
    places: Any = None
    is_mapping = False
    key: str | None = None
    key_mark: Any = None
    root: Any = None
    root_places: Any = None
    count = 0
    while True:
        event = get_event()
        kind = type(event)
        count += 1
        if kind is ScalarEvent:
            value = event.value
            style = event.style
            if event.anchor is not None:
                raise refuse(rules.ALIAS, event.start_mark)
            if event.tag is not None:
                raise refuse(rules.TAG, event.start_mark)
            if style == '"' and (hidden := FORBIDDEN.search(value)):
                raise refuse(rules.ESCAPED_CONTROL_CHARACTER, event.start_mark, name=name_of(hidden.group()))
            if is_mapping and key is None:
                if not style:
                    if value == "<<":
                        raise refuse(rules.ALIAS, event.start_mark)
                    if not value:
                        raise refuse(rules.KEY_NOT_TEXT, event.start_mark)
                key = value
                key_mark = event.start_mark
                if key in container:
                    findings.append(_duplicate(path, places[key], key, key_mark))
                continue
            if not style and value in _NULLS:
                value = None
            if is_mapping:
                if key not in places:
                    container[key] = value
                    places[key] = (key_mark, event.start_mark, None)
                key = None
            elif container is None:
                mark = event.start_mark
                raise TreeError(no_keys(value, Location(path, mark.line + 1, mark.column + 1)))
            else:
                container.append(value)
                places.append((None, event.start_mark, None))
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if event.anchor is not None:
                raise refuse(rules.ALIAS, event.start_mark)
            if event.tag is not None:
                raise refuse(rules.TAG, event.start_mark)
            if is_mapping and key is None:
                raise refuse(rules.KEY_NOT_TEXT, event.start_mark)
            if len(stack) >= DEEPEST:
                raise refuse(rules.TOO_DEEP, event.start_mark)
            new: Any
            inside: Any
            new, inside = ({}, {}) if kind is MappingStartEvent else ([], [])
            if container is None:
                if kind is not MappingStartEvent:
                    raise refuse(rules.NOT_A_MAPPING, event.start_mark)
                root, root_places = new, inside
            elif is_mapping:
                if key not in places:
                    container[key] = new
                    places[key] = (key_mark, event.start_mark, inside)
            else:
                container.append(new)
                places.append((None, event.start_mark, inside))
            stack.append((container, places, is_mapping, key, key_mark))
            container, places, is_mapping, key = new, inside, kind is MappingStartEvent, None
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            container, places, is_mapping, _, _ = stack.pop()
            key = None
        elif kind is AliasEvent:
            raise refuse(rules.ALIAS, event.start_mark)
        elif kind is DocumentEndEvent:
            break
        else:  # pragma: no cover -- libyaml has no other events inside a document
            raise refuse(rules.NOT_YAML, event.start_mark)
        if count > MOST_EVENTS:
            raise refuse(rules.TOO_MANY, event.start_mark)
    event = get_event()
    if type(event) is not StreamEndEvent:
        raise refuse(rules.SECOND_DOCUMENT, event.start_mark)
    return root, root_places


def _duplicate(path: str, first: Place, key: str, mark: Mark) -> Finding:
    line = (first[0] or first[1]).line + 1
    return Finding(
        rules.DUPLICATE_KEY,
        Location(path, mark.line + 1, mark.column + 1),
        {"key": Quoted(key), "first": line},
    )
