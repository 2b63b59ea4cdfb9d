"""What marks a class as a view: values made to be shown to the reader, whole, by any template."""

from typing import TypeVar

T = TypeVar("T")

VIEWS: set[type] = set()
"""The classes that are views."""


def view(cls: type[T]) -> type[T]:
    """Mark `cls`, a named tuple or a dataclass, as a view: all its parts may be handed to a person's own template.

    A mark, since a named tuple cannot have a base class of its own. What holds anything that its reader may not see,
    such as what a small group answered, is no view.
    """
    VIEWS.add(cls)
    return cls
