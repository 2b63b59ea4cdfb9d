"""From text to a tree of dicts, lists, strings and None that knows where each key and value stands.

One pass over libyaml's event stream. No value gets a type here: `no`, `1.10` and `2026-10-15` are text until the
model says what they are. What crosp does not read (anchors, tags, second documents, …) is refused before anything
is built of it, so that no document can cost more than its own size.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import repeat
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

from crosp_cli.findings import Finding, Location, Quoted, Value
from crosp_cli.limits import DEPTH, PARTS
from crosp_cli.reading.rules import of_reading
from crosp_cli.reading.yaml.decode import FORBIDDEN, name_of
from crosp_cli.reading.yaml.lost_comments import lost_text

_NULLS = frozenset({"", "~", "null"})
_NO_KEYS = {"<<": of_reading.ALIAS, "": of_reading.KEY_NOT_TEXT}
_ITEM = object()

Steps: TypeAlias = "tuple[str | int, ...]"
"""The way from the top of a document to one of its values: keys, and the numbers of items."""

Node: TypeAlias = "dict[str, Node] | list[Node] | str | None"


class Mark(Protocol):
    """A position as libyaml gives it: counted from 0."""

    @property
    def line(self) -> int:
        """How many lines stand before it."""

    @property
    def column(self) -> int:
        """How many characters of its line stand before it."""


Place: TypeAlias = "tuple[Mark | None, Mark, dict[str, Place] | list[Place] | None]"
"""Where a value's key stands (None for an item of a list), where the value stands, and the places within it."""


@dataclass(frozen=True)
class Tree:
    """The content of one file, and where each part of it stands."""

    path: str
    data: dict[str, Node]
    marks: list[Mark]
    """Where each key and each value begins, in the order of the document."""
    text: str

    def value_at(self, steps: Steps) -> Location:
        """Where the value at `steps` stands; if it is not there, the key or value nearest around it."""
        place, whole = self._find(steps)
        return self._location(place, key=not whole)

    def key_at(self, steps: Steps) -> Location:
        """Where the key at `steps` stands (an item of a list has none: the item), or the nearest around it."""
        return self._location(self._find(steps)[0], key=True)

    @cached_property
    def places(self) -> "dict[str, Place]":
        """The places of the document's values, in its own shape; made when first asked for."""
        if not self.marks:
            return parse(self.text, self.path)[0].places
        _, _, inside = _place(self.data, None, iter(self.marks))
        return inside if isinstance(inside, dict) else {}

    def without_marks(self) -> "Tree":
        """Return the tree without what takes most of its memory; asked for a place, it reads its text once more."""
        return Tree(self.path, self.data, [], self.text)

    def _find(self, steps: Steps) -> "tuple[Place | None, bool]":
        inside: Any = self.places
        found: Place | None = None
        for step in steps:
            try:
                place = inside[step]
            except (KeyError, IndexError, TypeError):
                return found, False
            found, inside = place, place[2]
        return found, True

    def _location(self, place: "Place | None", *, key: bool) -> Location:
        if place is None:
            return Location(self.path)
        mark = (place[0] if key else None) or place[1]
        return Location(self.path, mark.line + 1, mark.column + 1)


def _place(value: Node, key: Mark | None, marks: Iterator[Mark]) -> Place:
    """Return the place of `value`, whose marks are the next of `marks`."""
    start = next(marks)
    if isinstance(value, dict):
        return key, start, {name: _place(item, next(marks), marks) for name, item in value.items()}
    if isinstance(value, list):
        return key, start, [_place(item, None, marks) for item in value]
    return key, start, None


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
    try:
        data, marks, repeated = _build(text, path)
    except yaml_error.MarkedYAMLError as error:
        from crosp_cli.reading.yaml.syntax_errors import explain  # only a mistake needs it

        raise _refused_before(error, text, path) or TreeError(explain(error, text, path)) from None
    except yaml.reader.ReaderError:  # pragma: no cover -- the text was checked before; kept for newer libyaml
        raise TreeError(Finding(of_reading.NOT_YAML, Location(path))) from None
    tree = Tree(path, data, marks, text)
    findings = list(_duplicates(data, tree.places, path)) if repeated else []
    return tree, [*findings, *lost_text(text, path)]


def _refused_before(error: yaml_error.MarkedYAMLError, text: str, path: str) -> TreeError | None:
    """Return the refusal that stands before the depth at which libyaml gives up on its own, or None.

    libyaml reads ahead of the events it gives, and from 0.2.6 on (PyYAML 6.0.4) it gives up at a depth of 1,000: on
    one line that is before the events that tell where the text became too deep. They are asked for once more, of the
    text up to there.
    """
    mark: Any = error.problem_mark
    if "maximum nesting depth" not in str(error.problem):
        return None
    try:
        _build(text[: mark.index], path)
    except TreeError as refused:
        return refused
    except yaml_error.MarkedYAMLError:  # pragma: no cover -- a thousand levels are more than crosp reads
        pass
    return None


class _Again(str):
    """A key that already stands in its mapping: no key but itself is equal to it, so that nothing is overwritten."""

    __slots__ = ()
    __eq__ = object.__eq__
    __hash__ = object.__hash__


def _duplicates(data: Any, places: Any, path: str) -> Iterator[Finding]:
    """Yield a finding for each key that stands again in its mapping, and take it out of `data` and `places`."""
    items = list(data.items() if isinstance(data, dict) else enumerate(data))
    for key, value in items:
        if isinstance(key, _Again):
            name = str.__str__(key)
            mark, first = places[key][0], places[name][0]
            values: dict[str, Value] = {"key": Quoted(name), "first": first.line + 1}
            yield Finding(of_reading.DUPLICATE_KEY, Location(path, mark.line + 1, mark.column + 1), values)
        if isinstance(value, dict | list):
            yield from _duplicates(value, places[key][2], path)
        if isinstance(key, _Again):
            del data[key], places[key]


def _build(text: str, path: str) -> tuple[dict[str, Node], list[Mark], bool]:
    """Return the data, where each key and value begins, and whether any key stands twice in its mapping."""
    # One flat loop: every line of every file passes here, and a call for each event would cost half as much again.
    get_event: Callable[[], Any] = CParser(text).get_event
    marks: list[Mark] = []
    mark_down = marks.append
    repeated = False

    def refuse(rule: Any, mark: Mark, **values: str | int) -> TreeError:
        return TreeError(Finding(rule, Location(path, mark.line + 1, mark.column + 1), values))

    def refuse_marked(event: Any) -> None:
        if event.anchor is not None:
            raise refuse(of_reading.ALIAS, event.start_mark)
        if event.tag is not None:
            raise refuse(of_reading.TAG, event.start_mark)

    marked = "&" in text or "!" in text  # without these signs there are no anchors and no tags to look for
    escaped = "\\" in text  # what else stands in quotes was looked through before
    get_event()  # the stream begins
    event = get_event()
    if type(event) is not DocumentStartEvent:
        raise TreeError(Finding(of_reading.EMPTY, Location(path)))

    top: list[Any] = []
    container: Any = top
    key: Any = _ITEM  # in a list: _ITEM; in a mapping: None where a key comes next, and then that key
    stack: list[tuple[Any, Any]] = []
    for _ in repeat(None, PARTS):
        event = get_event()
        kind = type(event)
        if kind is ScalarEvent:
            mark = event.start_mark
            mark_down(mark)
            value = event.value
            style = event.style
            if marked:
                refuse_marked(event)
            if escaped and style == '"' and (hidden := FORBIDDEN.search(value)):
                raise refuse(of_reading.ESCAPED_CONTROL_CHARACTER, mark, name=name_of(hidden.group()))
            if key is None:
                if not style and value in _NO_KEYS:
                    raise refuse(_NO_KEYS[value], mark)
                if value in container:
                    value = _Again(value)
                    repeated = True
                key = value
                continue
            if not style and value in _NULLS:
                value = None
            if key is not _ITEM:
                container[key] = value
                key = None
            elif container is not top:
                container.append(value)
            else:
                from crosp_cli.reading.yaml.syntax_errors import no_keys  # only a mistake needs it

                raise TreeError(no_keys(value, Location(path, mark.line + 1, mark.column + 1)))
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            mark = event.start_mark
            mark_down(mark)
            if marked:
                refuse_marked(event)
            if key is None:
                raise refuse(of_reading.KEY_NOT_TEXT, mark)
            if len(stack) >= DEPTH:
                raise refuse(of_reading.TOO_DEEP, mark)
            new: Any = {} if kind is MappingStartEvent else []
            if key is not _ITEM:
                container[key] = new
                stack.append((container, None))
            elif container is top and kind is not MappingStartEvent:
                raise refuse(of_reading.NOT_A_MAPPING, mark)
            else:
                container.append(new)
                stack.append((container, _ITEM))
            container, key = new, None if kind is MappingStartEvent else _ITEM
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            container, key = stack.pop()
        elif kind is AliasEvent:
            raise refuse(of_reading.ALIAS, event.start_mark)
        elif kind is DocumentEndEvent:
            break
        else:  # pragma: no cover -- libyaml has no other events inside a document
            raise refuse(of_reading.NOT_YAML, event.start_mark)
    else:
        raise refuse(of_reading.TOO_MANY, get_event().start_mark)
    event = get_event()
    if type(event) is not StreamEndEvent:
        raise refuse(of_reading.SECOND_DOCUMENT, event.start_mark)
    return top[0], marks, repeated
