"""A text that was changed as the bytes of its file: every line that stood there keeps the end that it had."""

from codecs import BOM_UTF8
from collections import defaultdict
from collections.abc import Iterable, Iterator


def bytes_like(before: bytes, text: str) -> bytes:
    """Return a text as bytes, with the mark at its beginning and the line ends that the file had before.

    A line that stood there keeps its own end, whatever the others have; a new one has that of the line above it.
    """
    end = b"\r\n" if before.count(b"\r\n") * 2 > before.count(b"\n") else b"\n"
    is_whole = before.endswith(b"\n")
    old = (before.removeprefix(BOM_UTF8) + end * (not is_whole)).splitlines(keepends=True)
    new = []
    for line, its_own in _with_ends(text.encode().splitlines(), old):
        end = its_own or end
        new.append(line + end)
    if not is_whole and new[-1] == before.rpartition(b"\n")[2] + end:
        new[-1] = new[-1].removesuffix(end)
    return BOM_UTF8 * before.startswith(BOM_UTF8) + b"".join(new)


def _with_ends(lines: list[bytes], old: list[bytes]) -> Iterator[tuple[bytes, bytes | None]]:
    """Each line with the end that it had: below the same lines as before, else wherever it stood; None if nowhere."""
    bare = [line.rstrip(b"\r\n") for line in old]
    places: _Places = {}
    stood = defaultdict[int, list[int]](list)  # from the last to the first: a deque for each line is 760 bytes
    for number, place in reversed([*enumerate(_places(bare, places))]):
        stood[place].append(number)
    found = [stood[place].pop() if stood.get(place) else None for place in _places(lines, places)]
    elsewhere = defaultdict[bytes, list[int]](list)
    for left in sorted((one for each in stood.values() for one in each), reverse=True):
        elsewhere[bare[left]].append(left)
    for line, here in zip(lines, found, strict=True):
        met = elsewhere[line].pop() if here is None and elsewhere.get(line) else here
        yield line, None if met is None else old[met][len(line) :]


_Places = dict[tuple[int, bytes], int]


def _places(lines: Iterable[bytes], known: _Places) -> Iterator[int]:
    """A number for each line, the same for the same text below the same lines that are indented less, each in turn.

    Nothing stands below an empty line or a comment, however far out: they are below the line before them.
    """
    above = [(-1, -1)]
    for line in lines:
        depth, is_between = len(line) - len(line.lstrip(b" ")), line.strip()[:1] in (b"", b"#")
        while not is_between and above[-1][0] >= depth:
            above.pop()
        place = known.setdefault((above[-1][1], line), len(known))
        if not is_between:
            above.append((depth, place))
        yield place
