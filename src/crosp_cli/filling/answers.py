"""What came back: answers, each with the place that it is for. Every way in yields a list of these.

A step that names a record in a list (a measure, a group, a follow-up) is what the record calls itself: the measure's
`id`, the group's name, the follow-up's date. Where several call themselves the same, the second is `NAME#2`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from crosp_cli.reading.yaml.decode import FORBIDDEN

_LETTERS = str.maketrans("0123456789", "ghijklmnop")
"""A sign has letters only: one of digits might look like somebody's number."""
_NAMED = re.compile(r"(?P<name>.*?)(?:#(?P<number>[0-9]+))?", re.DOTALL)
_LINE_ENDS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")

RECORDS: Mapping[str, str] = {"measures": "id", "participants": "group", "follow_ups": "date"}
"""The lists of records, and the key by which each record is known."""

ANSWERED = ("participants", "cells")
"""What a form asks; the rest of a document says which assessment it is."""


class Answer(NamedTuple):
    """One answer: where it belongs, and what it says: a text, or the lines of a list. One that is empty was emptied."""

    steps: tuple[str, ...]
    value: str | Sequence[str]
    was: str | None = None
    """The sign of what stood there when the form was made, "" of nothing; None where that is not known."""
    is_new: bool = False
    """Whether it names a record that was not there when the form was made."""


PLACE = 3
"""How many steps lead to a cell: `cells`, its row, its column. What these are called is the framework's own."""


def is_count(steps: Sequence[str]) -> bool:
    """Whether the steps lead to how many of a group chose a step."""
    return steps[0] == "cells" and "group_ratings" in steps[PLACE:-1]


def names_record(steps: Sequence[str], at: int) -> bool:
    """Whether the step with that number names a record in a list: what a record is called may be a list's name."""
    is_below = at > 0 and steps[at - 1] in RECORDS and (steps[0] != "cells" or at > PLACE)
    return is_below and not names_record(steps, at - 1)


def records_by(records: Sequence[Any], key: str) -> Mapping[str, Sequence[int]]:
    """Return the numbers of the records by what `key` calls them."""
    found: dict[str, list[int]] = {}
    for number, one in enumerate(records):
        if name := (one or {}).get(key):
            found.setdefault(name, []).append(number)
    return found


def record_in(records: Mapping[str, Sequence[int]], step: str) -> int | None:
    """Return the number of the record that a step names, of those that are called so; None where there is none."""
    named = _NAMED.fullmatch(step)
    if named is None or not named["name"]:
        return None
    return next(iter(records.get(named["name"], ())[int(named["number"] or 1) - 1 :]), None)


def sign(text: str) -> str:
    """Return what a text is known again by, however a program saves its spaces and line ends."""
    return sha256(tidy(text).encode("utf-8", "surrogatepass")).hexdigest()[:12].translate(_LETTERS)


def tidy(text: str) -> str:
    """Return a text as it may stand in a file, without spaces at the ends of its lines and empty lines around it."""
    lines = FORBIDDEN.sub("", _LINE_ENDS.sub("\n", text)).split("\n")
    return "\n".join(line.rstrip(" \t") for line in lines).strip("\n")


def text_of(value: str | Sequence[str]) -> str:
    """Return what an answer says as one text."""
    return value.rstrip() if isinstance(value, str) else "\n".join(value)


def is_written(node: Any) -> bool:
    """Whether anything is written in a part of a document."""
    if isinstance(node, Mapping):
        return any(map(is_written, node.values()))
    if isinstance(node, list):
        return any(map(is_written, node))
    return bool(node)


def answers_in(document: Mapping[str, Any]) -> list[Answer]:
    """Return the answers in an assessment as it was read, in its order. What is empty may have been emptied."""
    return [answer for part in ANSWERED if part in document for answer in _within((part,), document[part])]


def _within(steps: tuple[str, ...], value: Any) -> Iterator[Answer]:
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from _within((*steps, key), part)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        yield from _in_list(steps, value)
    else:
        yield Answer(steps, value if value and value.strip() else "")


def _in_list(steps: tuple[str, ...], items: Sequence[Any]) -> Iterator[Answer]:
    texts = [item for item in items if isinstance(item, str)]
    if texts:
        yield Answer(steps, texts)
    met: Counter[str] = Counter()
    for item in items:
        if isinstance(item, Mapping):
            name = item.get(RECORDS.get(steps[-1], "")) or ""
            met[name] += 1
            yield from _within((*steps, name if name and met[name] == 1 else f"{name}#{met[name]}"), item)
