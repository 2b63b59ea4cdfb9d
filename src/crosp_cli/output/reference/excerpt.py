"""As much of a bad and a good example as shows what differs between them, where the whole is longer than a screen."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

_AROUND = 1
"""How many lines stand around what differs."""
_MANY = 9
"""How many lines an example may have and still be shown whole."""
GAP = "…"


def excerpts(bad: Sequence[str], good: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return both examples: the lines that differ, those nearest to them and the keys that they stand under."""
    if max(len(bad), len(good)) <= _MANY:
        return tuple(bad), tuple(good)
    groups = list(SequenceMatcher(None, bad, good, autojunk=False).get_grouped_opcodes(_AROUND))
    return (
        _excerpt(bad, [range(group[0][1], group[-1][2]) for group in groups]),
        _excerpt(good, [range(group[0][3], group[-1][4]) for group in groups]),
    )


def _excerpt(lines: Sequence[str], parts: Sequence[range]) -> tuple[str, ...]:
    kept = sorted({above for part in parts for above in _keys_above(lines, part.start)}.union(*parts))
    return tuple(_with_gaps(lines, kept)) if kept else tuple(lines)


def _keys_above(lines: Sequence[str], start: int) -> Iterator[int]:
    """The lines above that line which it stands under, each indented less than the one below."""
    indent = _indent(lines[start]) if start < len(lines) else 0
    for number in range(start - 1, -1, -1):
        if lines[number] == "---":
            return
        if _indent(lines[number]) < indent:
            indent = _indent(lines[number])
            yield number


def _with_gaps(lines: Sequence[str], kept: Sequence[int]) -> Iterator[str]:
    before = kept[0] - 1
    for number in kept:
        if number > before + 1:
            yield " " * _indent(lines[number]) + GAP
        yield lines[number]
        before = number


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
