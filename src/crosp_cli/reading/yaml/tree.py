"""From text to a tree of dicts, lists, strings and None that knows where each key and value stands.

One pass over libyaml's event stream. No value gets a type here: `no`, `1.10` and `2026-10-15` are text until the
model says what they are. What crosp does not read (anchors, tags, second documents, …) is refused before anything
is built of it, so that no document can cost more than its own size.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import repeat
from typing import Any, Protocol, TypeAlias, cast

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

from crosp_cli.findings import Finding, Location, Value, as_written
from crosp_cli.limits import DEPTH, PARTS, SUGGESTIONS
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


@dataclass(frozen=True)
class Positions:
    """Where each part of a document begins."""

    whole: "dict[str, Node]"
    """The document with every key that it has; one that stands again in its mapping is equal to no other."""
    marks: list[Mark]
    """Where each key and each value begins, in the order of the document."""
    ends: dict[int, int]
    """How many marks there are up to the end of each mapping and each list, by its `id`."""
    _found: "dict[int, dict[str | int, tuple[int, Node]]]" = field(default_factory=dict, repr=False, compare=False)

    def parts(self, node: Node, at: int) -> "Iterator[tuple[str | int, int, Node]]":
        """Yield each key or number within `node`, the number of its first mark, and its value; `at` is node's own."""
        at += 1
        for step, value in node.items() if isinstance(node, dict) else enumerate(node or ()):
            yield step, at, value
            at = self.ends.get(id(value), at + (2 if isinstance(node, dict) else 1))

    def find(self, steps: Steps) -> "tuple[Mark | None, Mark | None, bool]":
        """Return where the key and the value at `steps` begin, and whether they are there, or those nearest around."""
        key: Mark | None = None
        found: Mark | None = None
        at, node = 0, cast("Node", self.whole)
        for step in steps:
            part = self._inside(node, at).get(step) if isinstance(node, dict | list) else None
            if part is None:
                return key, found, False
            in_mapping = isinstance(node, dict)
            key, at, node = self.marks[part[0]] if in_mapping else None, part[0] + in_mapping, part[1]
            found = self.marks[at]
        return key, found, True

    def _inside(self, node: Node, at: int) -> "dict[str | int, tuple[int, Node]]":
        """What `parts` yields, by key or number: gone through once, however many of them are asked for."""
        if id(node) not in self._found:
            parts = self.parts(node, at)
            self._found[id(node)] = {step: (mark, value) for step, mark, value in parts if type(step) is not _Again}
        return self._found[id(node)]


@dataclass(frozen=True)
class Tree:
    """The content of one file, and where each part of it stands."""

    path: str
    data: dict[str, Node]
    text: str
    _positions: Positions | None = None
    suggestions: Iterator[int] = field(
        default_factory=lambda: iter(range(SUGGESTIONS, 0, -1)), repr=False, compare=False
    )
    """How many unknown names the nearest may still be looked for, counted down."""

    def value_at(self, steps: Steps) -> Location:
        """Where the value at `steps` stands; if it is not there, the key or value nearest around it."""
        key, value, there = self._find(steps)
        return self._location(value if there else key or value)

    def key_at(self, steps: Steps) -> Location:
        """Where the key at `steps` stands (an item of a list has none: the item), or the nearest around it."""
        key, value, _there = self._find(steps)
        return self._location(key or value)

    def without_positions(self) -> "Tree":
        """Return the tree without what takes most of its memory; asked for a place, it reads its text once more."""
        return Tree(self.path, self.data, self.text)

    @cached_property
    def _read_again(self) -> Positions:
        return _build(self.text, self.path)[0]

    def _find(self, steps: Steps) -> "tuple[Mark | None, Mark | None, bool]":
        return (self._positions or self._read_again).find(steps)

    def _location(self, mark: Mark | None) -> Location:
        return Location(self.path, mark.line + 1, mark.column + 1) if mark else Location(self.path)


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
        positions, repeated = _build(text, path)
    except yaml_error.MarkedYAMLError as error:
        from crosp_cli.reading.yaml.syntax_errors import explain  # only a mistake needs it

        raise _refused_before(error, text, path) or TreeError(explain(error, text, path)) from None
    except yaml.reader.ReaderError:  # pragma: no cover -- the text was checked before; kept for newer libyaml
        raise TreeError(Finding(of_reading.NOT_YAML, Location(path))) from None
    found = list(_repeated(positions, path)) if repeated else []
    data: Any = _once(positions.whole) if repeated else positions.whole
    return Tree(path, data, text, positions), [*found, *lost_text(text, path)]


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


def _repeated(positions: Positions, path: str) -> Iterator[Finding]:
    """Yield a finding for each key that stands again in its mapping."""
    marks = positions.marks
    left: list[tuple[Node, int]] = [(positions.whole, 0)]
    while left:
        node, at = left.pop()
        first: dict[str, Mark] = {}
        for step, start, value in positions.parts(node, at):
            if isinstance(step, str):
                known = first.setdefault(str.__str__(step), marks[start])
                if known is not marks[start]:
                    values: dict[str, Value] = {"key": as_written(str.__str__(step)), "first": known.line + 1}
                    place = Location(path, marks[start].line + 1, marks[start].column + 1)
                    yield Finding(of_reading.DUPLICATE_KEY, place, values)
            if isinstance(value, dict | list):
                left.append((value, start + isinstance(node, dict)))


def _once(node: Node) -> Node:
    """Return `node` without the keys that stand again in their mapping."""
    if isinstance(node, dict):
        return {key: _once(value) for key, value in node.items() if type(key) is not _Again}
    return [_once(value) for value in node] if isinstance(node, list) else node


def _build(text: str, path: str) -> tuple[Positions, bool]:
    """Return the document with the places of its parts, and whether any key stands twice in its mapping."""
    # One flat loop: every line of every file passes here, and a call for each event would cost half as much again.
    get_event: Callable[[], Any] = CParser(text).get_event
    marks: list[Mark] = []
    mark_down = marks.append
    ends: dict[int, int] = {}
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
            ends[id(container)] = len(marks)
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
    return Positions(top[0], marks, ends), repeated
