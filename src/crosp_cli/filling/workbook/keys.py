"""What the hidden column of a workbook says: which field a row is for, and by a sign what stood there when it was made.

By the sign an answer is told from what was there all along, and a field that was emptied from one that never had
anything in it; a row may stand wherever somebody moves it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from crosp_cli.filling.answers import sign

_STEP = "/[a-z0-9_-]+"
_KEY = re.compile(
    rf"(?:framework|unit|level|occasion|date|participants(?:{_STEP}){{2}}"
    rf"|cells(?:{_STEP}){{2}}(?:/measures{_STEP}|(?!/measures)(?:{_STEP})+))(?: [a-z0-9_/.@-]*=[a-p0-9]{{12}})*"
)


@dataclass(frozen=True, slots=True)
class Key:
    """The place that a row is for, and the signs of what stood in its fields."""

    steps: tuple[str, ...]
    signs: Mapping[str, str] = field(default_factory=dict)
    """By the field's name; where the row has one field, by "". What was empty has none.

    A row that says which assessment it is has one for each short name, of what that is called in the workbook.
    """


def key(steps: Sequence[str], before: Mapping[str, str]) -> str:
    """Return the key of a row whose fields say `before`."""
    signs = (f"{name}={sign(text)}" for name, text in before.items() if text)
    return " ".join(("/".join(steps), *signs))


def key_in(text: str) -> Key | None:
    """Return the key that a cell holds; None where it holds something else."""
    if not _KEY.fullmatch(text):
        return None
    place, *signs = text.split(" ")
    return Key(tuple(place.split("/")), dict(one.split("=") for one in signs))
