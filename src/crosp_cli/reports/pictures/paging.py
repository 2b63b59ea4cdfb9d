"""What is too tall for one picture, shared out among several of about the same height."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


def parts(things: Sequence[T], height: Callable[[T], float], tallest: float) -> list[list[T]]:
    """Return `things` in their order, in as few parts as can be, none taller than `tallest`.

    Parts are about equally tall, so that the last one is no remnant. What is taller than that by itself is a part.
    """
    heights = [height(thing) for thing in things]
    fewest = len(list(_filled(things, heights, tallest)))
    lowest, highest = 0.0, tallest
    for _ in range(12):  # halving: a part's limit to within a fifth of a pixel
        middle = (lowest + highest) / 2
        if len(list(_filled(things, heights, middle))) > fewest:
            lowest = middle
        else:
            highest = middle
    return list(_filled(things, heights, highest))


def _filled(things: Iterable[T], heights: Iterable[float], tallest: float) -> Iterator[list[T]]:
    part: list[T] = []
    filled = 0.0
    for thing, own in zip(things, heights, strict=True):
        if part and filled + own > tallest:
            yield part
            part, filled = [], 0.0
        part.append(thing)
        filled += own
    if part:
        yield part
