"""Choices out of the bytes that a fuzzer gives: the same bytes, the same choices."""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Bits:
    """Bytes that are used up from the front; when they have come to their end, every choice is the first."""

    def __init__(self, data: bytes) -> None:
        self.left = data

    def number(self, most: int) -> int:
        """A number from 0 to `most`, which is under 256."""
        taken, self.left = self.left[:1], self.left[1:]
        return taken[0] % (most + 1) if taken else 0

    def choice(self, of: Sequence[T]) -> T:
        """One of some things."""
        return of[self.number(len(of) - 1)]

    def some(self, most: int) -> bytes:
        """Some bytes, at most so many."""
        size = self.number(most)
        taken, self.left = self.left[:size], self.left[size:]
        return taken
