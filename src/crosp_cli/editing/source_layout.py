"""Where the parts of a text lie: each key and value from its first to its last character, and the comments between.

Only for text that has passed reading: what it refuses would not be safe to take apart here.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from crosp_cli.reading.yaml.tree import Steps

_COMMENT = re.compile(r"(?:(?<=[\s,\[\]{}])|^)#[^\n]*", re.MULTILINE)
_BLOCK_COMMENT = re.compile(r"[ \t](#[^\n]*)")


class Part(NamedTuple):
    """A key (None for an item of a list, and for the whole) and its value; offsets in the text."""

    key: Any
    value: Any
    in_flow: bool
    """Whether it stands between brackets."""

    @property
    def start(self) -> int:
        """Where its key, or the item, begins."""
        return int((self.key or self.value).start_mark.index)

    @property
    def column(self) -> int:
        """How far its key, or the item, is indented."""
        return int((self.key or self.value).start_mark.column)


class Entry(NamedTuple):
    """A key of a mapping in lines, with all that belongs to it: whole lines from `start` to `end`."""

    part: Part
    start: int
    """Where the comments and empty lines above its key begin."""
    head: int
    """Where the line of its key begins."""
    end: int


class Layout:
    """A text taken apart."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.parts: dict[Steps, Part] = {}
        self.inside: dict[Steps, list[Part]] = {}
        """The parts that each mapping or list holds."""
        self._entries: dict[Steps, dict[str, Entry]] = {}
        root = yaml.compose(text, Loader=yaml.CBaseLoader)
        scalars: list[tuple[int, int, bool]] = []
        self._walk((), Part(None, root, in_flow=False), scalars)
        self.comments = list(_comments(text, scalars))
        self._comment_starts = [start for start, _ in self.comments]

    def _walk(self, steps: Steps, part: Part, scalars: list[tuple[int, int, bool]]) -> None:
        self.parts[steps] = part
        self.inside[steps] = []
        if steps:
            self.inside[steps[:-1]].append(part)
        inside = part.in_flow or bool(getattr(part.value, "flow_style", False))
        if isinstance(part.value, yaml.MappingNode):
            for key, value in part.value.value:
                scalars.append(_span(key))
                self._walk((*steps, key.value), Part(key, value, inside), scalars)
        elif isinstance(part.value, yaml.SequenceNode):
            for number, value in enumerate(part.value.value):
                self._walk((*steps, number), Part(None, value, inside), scalars)
        else:
            scalars.append(_span(part.value))

    def is_block(self, steps: Steps) -> bool:
        """Whether a mapping or list stands in lines of its own."""
        part = self.parts[steps]
        return not part.in_flow and not isinstance(part.value, yaml.ScalarNode) and not part.value.flow_style

    def raw(self, node: Any) -> str:
        """A value as it stands in the text."""
        return self.text[node.start_mark.index : node.end_mark.index]

    def end_of(self, node: Any) -> int:
        """Where the last character of a value's content stands, comments after it left aside."""
        if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
            return int(node.end_mark.index)
        last = node.value[-1]
        if isinstance(node, yaml.MappingNode):
            return max(int(last[0].end_mark.index), self.end_of(last[1]))
        return self.end_of(last)

    def line_start(self, offset: int) -> int:
        """Where the line at `offset` begins."""
        return self.text.rfind("\n", 0, offset) + 1

    def next_line(self, offset: int) -> int:
        """Where the first line begins that has nothing of what ends at `offset`."""
        if offset and self.text[offset - 1] == "\n":
            return offset
        return self.text.find("\n", offset) + 1 or len(self.text)

    def comments_in(self, start: int, end: int) -> list[str]:
        """The comments between two places, each as it stands, from its sign on."""
        first, last = bisect_left(self._comment_starts, start), bisect_left(self._comment_starts, end)
        return [text for _place, text in self.comments[first:last]]

    def entries(self, steps: Steps) -> dict[str, Entry]:
        """The keys of a mapping in lines, each with its comments: together, they are all its text."""
        if steps not in self._entries:
            self._entries[steps] = self._found_entries(steps)
        return self._entries[steps]

    def _found_entries(self, steps: Steps) -> dict[str, Entry]:
        parts = self.inside[steps]
        starts, heads = [], []
        floor = self.next_line(self.parts[steps].key.end_mark.index) if steps else 0
        for part in parts:
            heads.append(self.line_start(part.start))
            starts.append(self._lead(heads[-1], part.column, floor))
            floor = self.next_line(max(part.key.end_mark.index, self.end_of(part.value)))
        ends = [*starts[1:], self._end(steps, floor)]
        found = zip(parts, starts, heads, ends, strict=True)
        return {part.key.value: Entry(part, start, head, end) for part, start, head, end in found}

    def _end(self, steps: Steps, floor: int) -> int:
        """Where a mapping's text ends: comments that are indented deeper than what follows belong to it."""
        if steps:
            return self.entries(steps[:-1])[str(steps[-1])].end
        end, here = floor, floor
        while here < len(self.text):
            line = self.text[here : self.text.find("\n", here) + 1 or len(self.text)]
            if line.strip() and not re.match(r"[ \t]+#", line):
                break
            here += len(line)
            end = here if line.strip() else end
        return end

    def _lead(self, head: int, column: int, floor: int) -> int:
        start = head
        while start > floor:
            before = self.line_start(start - 1)
            line = self.text[before:start]
            if line.strip() and (len(line) - len(line.lstrip(" ")) > column or not line.lstrip(" \t").startswith("#")):
                break
            start = before
        return max(start, floor)


def _span(node: Any) -> tuple[int, int, bool]:
    return int(node.start_mark.index), int(node.end_mark.index), node.style in ("|", ">")


def _comments(text: str, scalars: list[tuple[int, int, bool]]) -> Iterator[tuple[int, str]]:
    """Each comment and where it stands: what begins with a # between the values, or beside the sign of a block."""
    before = 0
    for start, end, is_block in [*sorted(scalars), (len(text), len(text), False)]:
        for match in _COMMENT.finditer(text, before, start):
            yield match.start(), match.group().rstrip()
        if is_block:
            line_end = text.find("\n", start)
            if match_ := _BLOCK_COMMENT.search(text, start, line_end if line_end >= 0 else end):
                yield match_.start(1), match_.group(1).rstrip()
        before = max(before, end)


def shifted(text: str, columns: int) -> str:
    """Lines of text moved to the right, or to the left as far as there is room."""
    return "\n".join(_moved(line, columns) for line in text.split("\n"))


def _moved(line: str, columns: int) -> str:
    if columns >= 0:
        return " " * columns + line if line else line
    room = len(line) - len(line.lstrip(" "))
    return line[min(room, -columns) :]
