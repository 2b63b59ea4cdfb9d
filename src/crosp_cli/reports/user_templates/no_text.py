"""What a template calls or goes through and is no value: a function, say. It has no text, however one is asked for.

Python's own text of such a thing says where it lies in memory, which is never the same twice.
"""

from collections.abc import Iterator
from typing import Any

from jinja2 import Undefined

from crosp_cli.reports.user_templates.errors import UnreachableError, Words

_HAVE_TEXT = (str, int, float, list, tuple, dict, Undefined)


class NoText:
    """Stands in a template for what has no text. `behind` gives what it stands for; a template cannot."""

    __slots__ = ("_found", "_words")

    def __init__(self, found: Any, words: Words) -> None:
        self._found = found
        self._words = words

    def __iter__(self) -> Iterator[Any]:
        """Go through it."""
        return iter(self._found)

    def __repr__(self) -> str:
        """Say that there is none."""
        raise UnreachableError(self._words.no_text(many=isinstance(self._found, Iterator)))


def with_text(found: Any, words: Words) -> Any:
    """Return what a template has come by if it is a value, else what stands for it."""
    if isinstance(found, _HAVE_TEXT):
        return found
    says_where_it_lies = callable(found) or isinstance(found, Iterator) or "__repr__" not in vars(type(found))
    return NoText(found, words) if says_where_it_lies else found


def behind(value: Any) -> Any:
    """Return what `value` stands for, or itself."""
    return value._found if isinstance(value, NoText) else value


def is_value(value: Any) -> bool:
    """Whether a value can be shown, so that the same value always looks the same: no function, no generator."""
    if isinstance(value, list | tuple):
        return all(map(is_value, value))
    if isinstance(value, dict):
        return all(map(is_value, value.values()))
    return value is None or isinstance(value, str | int | float | Undefined | NoText)  # which says so itself
