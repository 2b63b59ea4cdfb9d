"""How much room a text takes in a picture, and where its lines end. No font is asked: a picture must fit in any.

The widths are those of a wide sans-serif typeface (DejaVu Sans, which many Linux machines show), so that in a narrower
one there is air to spare and in none does a text run into its neighbour.
"""

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from math import fsum
from unicodedata import combining, east_asian_width

from crosp_cli.text.paragraphs import one_line

_BOLD = 1.1
_WIDTHS = (
    ("ijl'|", 0.29),
    (".,:;! \u00a0", 0.34),
    ("frtI()[]/-", 0.42),
    ("–·", 0.51),
    ("csz", 0.56),
    ("Jkvxy?", 0.61),
    ("mwMW@%&—→", 0.98),
)
_TAIL = 4
"""How many letters of a divided word go on to the next line, at the least, so that both parts can be read."""
_CAPITAL, _OTHER, _FULL = 0.74, 0.64, 1.05


class _Letters(dict[str, float]):
    """How wide each letter is, in heights of a letter; worked out when it is first met."""

    def __missing__(self, letter: str) -> float:
        if combining(letter):
            found = 0.0
        elif letter.isupper():
            found = _CAPITAL
        else:
            found = _FULL if east_asian_width(letter) in "WF" or ord(letter) > 0x2E80 else _OTHER
        self[letter] = found
        return found


_WIDTH = _Letters({letter: width for letters, width in _WIDTHS for letter in letters})


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide `text` is at most, in the unit of `size`, the height of its letters."""
    return fsum(map(_WIDTH.__getitem__, text)) * size * (_BOLD if bold else 1)


def wrapped(text: str, size: float, room: float, *, bold: bool = False, most: int | None = None) -> list[str]:
    """Return `text` in lines no wider than `room`; of more than `most` lines, the first ones and an ellipsis.

    Lines end between words. A word that is wider than a line is divided, with a hyphen.
    """
    return list(_wrapped(text, size, room, bold, most))


@lru_cache(maxsize=1024)
def _wrapped(text: str, size: float, room: float, bold: bool, most: int | None) -> tuple[str, ...]:  # noqa: FBT001
    """The same as a tuple, remembered: a text is measured before it is drawn."""
    lines = [""]
    for word in one_line(text).split(" "):
        for piece in _pieces(word, size, room, bold=bold):
            longer = f"{lines[-1]} {piece}" if lines[-1] else piece
            if lines[-1] and (lines[-1].endswith("\u00ad") or width(longer, size, bold=bold) > room):
                lines.append(piece)
            else:
                lines[-1] = longer
    lines = [f"{line[:-1]}-" if line.endswith("\u00ad") else line for line in lines]
    if most is None or len(lines) <= most:
        return tuple(lines)
    last = lines[most - 1]
    while last and width(f"{last} …", size, bold=bold) > room:
        last = last.rpartition(" ")[0] or last[:-1]
    return (*lines[: most - 1], f"{last.rstrip(',;:–-')} …")


def _pieces(word: str, size: float, room: float, *, bold: bool) -> list[str]:
    """`word` in pieces that fit; all but the last end in a soft hyphen."""
    letter = width("-", size, bold=bold) / _WIDTH["-"]
    fits, widths = room / letter + 1e-9, [0.0, *accumulate(map(_WIDTH.__getitem__, word))]
    pieces, begin = [], 0
    while widths[-1] - widths[begin] > fits and len(word) - begin > 2:
        left = len(word) - begin
        most = len(word) - (_TAIL if left > 2 * _TAIL else 1)
        # the last place up to which it fits with a hyphen; one letter at the least
        end = bisect_right(widths, widths[begin] + fits - _WIDTH["-"], begin + 2, most + 1) - 1
        pieces.append(f"{word[begin:end]}\u00ad")
        begin = end
    return [*pieces, word[begin:]]
