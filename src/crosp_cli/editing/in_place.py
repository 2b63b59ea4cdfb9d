"""Answers put into a text that people go on writing in: all that they do not concern stands as it stood.

A change is made where its value lies, those that lie apart at once, and each new text is read again: it says what it
said before and the changes, or it is not used. Only for text that has passed reading.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from crosp_cli.editing.source_layout import Layout, Part
from crosp_cli.editing.yaml_writer import block, flow, mapping, scalar_like
from crosp_cli.reading.yaml.tree import Node, Steps, TreeError, parse

_HEAD_OF_BLOCK = re.compile(r"[|>][-+0-9]*(?P<rest>[^\n]*)")


class NotSafeError(Exception):
    """The text could not be made to say exactly what it should."""


@dataclass(frozen=True, slots=True)
class Put:
    """A value to stand at a place: a text, a list, or a mapping in the place of all that stood there."""

    steps: Steps
    value: Any


@dataclass(frozen=True, slots=True)
class Append:
    """Items to stand last in a list, which is made where there is none."""

    steps: Steps
    items: Sequence[Any]


Edit = Put | Append


def edited(text: str, edits: Sequence[Edit], order: Sequence[str] = ()) -> str:
    """Return `text` with `edits` in it. A new key comes before the first beside it that is later in `order`.

    Raises:
        NotSafeError: it could not be done.
    """
    text = text if text.endswith("\n") else text + "\n"
    said: Any = parse(text, "")[0].data
    waiting = at_once(edits)
    while waiting:
        writer = _Writer(text, order)
        now, waiting = writer.apart(writer.gathered(waiting))
        for edit in now:
            said = _with(said, edit.steps, edit)
        text = _checked(writer.edited(now), said)
    return text


def at_once(edits: Sequence[Edit]) -> list[Edit]:
    """Return the edits, those that append to the same list as one: for each that waits, the text is read anew."""
    items: dict[Steps, list[Any]] = {}
    found: list[Edit] = []
    for edit in edits:
        if isinstance(edit, Put):
            found.append(edit)
        elif edit.steps in items:
            items[edit.steps] += edit.items
        else:
            items[edit.steps] = [*edit.items]
            found.append(Append(edit.steps, items[edit.steps]))
    return found


def _checked(text: str, said: Node) -> str:
    try:
        found = parse(text, "")[0].data
    except TreeError:
        found = {}
    if found != said:
        raise NotSafeError
    return text


def _with(node: Any, steps: Steps, edit: Edit) -> Any:
    """What a part of a document says with the edit in it."""
    if not steps:
        return edit.value if isinstance(edit, Put) else [*(node or ()), *edit.items]
    if isinstance(node, list):
        items = [*node]
        number = int(steps[0])
        items[number] = _with(items[number], steps[1:], edit)
        return items
    inside = dict(node or {})
    inside[steps[0]] = _with(inside.get(steps[0]), steps[1:], edit)
    return inside


def _ends_in_lines(value: Any) -> bool:
    """Whether what is written last of a value may be a text in lines."""
    if isinstance(value, str):
        return "\n" in value
    last = [*(value.values() if isinstance(value, Mapping) else value or ())][-1:]
    return any(map(_ends_in_lines, last))


class _Splice(NamedTuple):
    """What stands between two places, and what is to stand there."""

    start: int
    end: int
    new: str


class _Writer:
    """Makes edits in one text, all of them in parts of it that have nothing in common."""

    def __init__(self, text: str, order: Sequence[str]) -> None:
        self.text = text
        self.layout = Layout(text)
        self.order = {key: number for number, key in enumerate(order)}

    def gathered(self, edits: Sequence[Edit]) -> list[Edit]:
        """The edits, those beneath what the text does not have yet as one: for each that waits, it is read anew."""
        replaced = {edit.steps for edit in edits if edit.steps in self.layout.parts}
        found: list[Edit] = []
        new: dict[Steps, dict[str, Any]] = {}
        for edit in edits:
            home = self._home(edit.steps)
            if any(edit.steps[:end] in replaced for end in range(len(edit.steps) + 1)):
                found.append(edit)
                continue
            *on_the_way, last = map(str, edit.steps[len(home) :])
            part = new.setdefault(home, {})
            for step in on_the_way:
                part = part.setdefault(step, {})
            part[last] = edit.value if isinstance(edit, Put) else [*part.get(last, ()), *edit.items]
        for home, keys in new.items():
            in_order = self._in_order(keys)
            if self.layout.inside[home]:
                found += [Put((*home, key), value) for key, value in in_order.items()]
            else:
                found.append(Put(home, in_order))
        return found

    def _in_order(self, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        keys = sorted(value, key=lambda key: self.order.get(key, len(self.order)))
        return {key: self._in_order(value[key]) for key in keys}

    def apart(self, edits: Sequence[Edit]) -> tuple[list[Edit], list[Edit]]:
        """Those that each lie in a part of the text that no edit before them changes, and the others.

        Several keys may be added to one mapping: each has a place between those that are there.
        """
        homes: dict[Steps, bool] = {}
        above: set[Steps] = set()
        found: tuple[list[Edit], list[Edit]] = [], []
        for edit in edits:
            home = self._home(edit.steps)
            on_the_way = {home[:end] for end in range(len(home))}
            is_added = home != edit.steps and homes.get(home, True)
            waits = home in above or bool(on_the_way & homes.keys()) or (home in homes and not is_added)
            found[waits].append(edit)
            homes[home] = is_added
            above |= on_the_way
        return found

    def edited(self, edits: Sequence[Edit]) -> str:
        """The text with `edits` in it; of keys that have the same place, the order is that of the edits."""
        parts, at = [], 0
        for start, end, new in sorted(map(self._splice, edits), key=lambda one: (one.start, one.end)):
            parts += [self.text[at:start], new]
            at = end
        return "".join([*parts, self.text[at:]])

    def _splice(self, edit: Edit) -> _Splice:
        home = self._home(edit.steps)
        part = self.layout.parts[home]
        missing = edit.steps[len(home) :]
        value: Any = edit.value if isinstance(edit, Put) else list(edit.items)
        for step in reversed(missing):
            value = {step: value}
        if missing:
            return self._added(home, part, value)
        if isinstance(edit, Append):
            return self._appended(home, part, value)
        return self._replaced(home, part, value)

    def _home(self, steps: Steps) -> Steps:
        """The longest way along `steps` that the text has."""
        return next(steps[:end] for end in range(len(steps), -1, -1) if steps[:end] in self.layout.parts)

    # --- a new key --------------------------------------------------------------------------------------------

    def _added(self, home: Steps, part: Part, value: Mapping[str, Any]) -> _Splice:
        inside = self.layout.inside[home]
        if not inside:
            return self._replaced(home, part, value)
        if not self.layout.is_block(home):
            here = self.layout.end_of(inside[-1].value)
            return _Splice(here, here, f", {flow(value)[1:-1]}")
        column = inside[0].column
        (key,) = value
        later = [one for one in inside if self.order.get(one.key.value, -1) > self.order.get(key, len(self.order))]
        here = self._before(home, later[0]) if later else self._end(home)
        return _Splice(here, here, mapping(value, column))

    def _before(self, home: Steps, part: Part) -> int:
        """Where the comments above a key begin."""
        if any(isinstance(step, int) for step in home):
            return self.layout.line_start(part.start)
        return self.layout.entries(home)[part.key.value].start

    def _end(self, home: Steps) -> int:
        """Where the text of a mapping in lines ends, the comments in it included."""
        if home and not any(isinstance(step, int) for step in home):
            return self._without_gap(self.layout.entries(home[:-1])[str(home[-1])].end)
        if home:
            return self._without_gap(self.layout.next_line(self.layout.end_of(self.layout.parts[home].value)))
        return self._without_gap(max(entry.end for entry in self.layout.entries(()).values()))

    def _without_gap(self, end: int) -> int:
        """Where the last line above `end` ends that is not empty."""
        while end and self.text[end - 1] in " \n":
            end -= 1
        return self.layout.next_line(end)

    # --- a list -----------------------------------------------------------------------------------------------

    def _appended(self, steps: Steps, part: Part, items: list[Any]) -> _Splice:
        inside = self.layout.inside[steps]
        if not inside:
            return self._replaced(steps, part, items)
        if self.layout.is_block(steps):
            here = self._end(steps)
            return _Splice(here, here, block(items, part.value.start_mark.column).removeprefix("\n"))
        here = self.layout.end_of(inside[-1].value)
        return _Splice(here, here, f", {flow(items)[1:-1]}")

    # --- a value ----------------------------------------------------------------------------------------------

    def _replaced(self, steps: Steps, part: Part, value: Any) -> _Splice:
        node = part.value
        raw = self.layout.raw(node)
        if part.in_flow:
            start, end = node.start_mark.index, node.end_mark.index
            kept = "".join(f" {one}\n" for one in self.layout.comments_in(start, end))
            return _Splice(start, end, kept + " " * (node.start_mark.column * bool(kept)) + flow(value))
        if self.layout.inside[steps]:
            return self._instead_of_all(steps, part, value)
        if isinstance(value, str) and "\n" not in value and raw and raw[0] not in "|>~[{" and "\n" not in raw:
            new = scalar_like(raw, value)
            return _Splice(node.start_mark.index, node.end_mark.index, new)
        column = self._column(part)
        head, _, lines = block(value, column + 2).partition("\n")
        after_key = self.text.index(":", part.key.end_mark.index) + 1 if part.key else node.start_mark.index - 1
        end = after_key + len(self.text[after_key : max(node.end_mark.index, after_key)].rstrip(" \n"))
        line_end = self.text.index("\n", end)
        new = f"{head}{self._comment(raw, end, line_end)}\n{lines}"
        below = self._end_of_comments(line_end + 1, column + 1) if _ends_in_lines(value) else line_end + 1
        inner = node.start_mark.index if raw[:1] in "|>" else end  # brackets may hold nothing but comments
        above = self._above(after_key, inner, column) + self._above(line_end + 1, below, column)
        start = self.layout.line_start(part.start)
        return _Splice(start, below, above + self.text[start:after_key] + new)

    def _column(self, part: Part) -> int:
        return part.column if part.key else part.column - 2

    def _comment(self, raw: str, end: int, line_end: int) -> str:
        """The comment that stands beside a value."""
        beside = _HEAD_OF_BLOCK.match(raw)
        found = beside["rest"] if beside else self.text[end:line_end]
        return f"  {found.strip()}" if found.strip() else ""

    def _instead_of_all(self, steps: Steps, part: Part, value: Any) -> _Splice:
        """A key's whole content replaced, and the comments in it above its key."""
        start = self.text.index(":", part.key.end_mark.index) + 1
        end = self._end(steps) if self.layout.is_block(steps) else self.layout.next_line(part.value.end_mark.index)
        head = self.layout.line_start(part.start)
        lead = self._above(start, end, part.column)
        return _Splice(head, end, lead + self.text[head:start] + block(value, part.column + 2))

    def _above(self, start: int, end: int, column: int) -> str:
        """The comments between two places, as lines above a key."""
        return "".join(f"{' ' * column}{one}\n" for one in self.layout.comments_in(start, end))

    def _end_of_comments(self, start: int, column: int) -> int:
        """Where the comments end that begin at `start` and are indented so far, which text in lines would swallow."""
        end = here = start
        while here < len(self.text):
            stop = self.text.find("\n", here) + 1 or len(self.text)
            line = self.text[here:stop].lstrip(" ")
            if line.strip():
                if not line.startswith("#") or stop - here - len(line) < column:
                    break
                end = stop
            here = stop
        return end
