"""The checks for personal data in a file's text. What shares a text with others needs them, and none of the others."""

from collections.abc import Iterator

from crosp_cli.checks.check import Check, TextScope
from crosp_cli.checks.discovery import family_modules
from crosp_cli.text.plain import plain_text

TEXT_CHECKS: tuple[Check[TextScope, tuple[int, int]], ...] = tuple(
    module.CHECK for module in family_modules("personal_data").values()
)
"""Checks of a file's text, read or not."""


def in_text(text: str) -> Iterator[tuple[Check[TextScope, tuple[int, int]], int, int]]:
    """Yield each place in `text` that holds what looks like personal data: the check, the line and the column."""
    plain = plain_text(text)
    for check in TEXT_CHECKS:
        for line, column in check.find(plain):
            yield check, line, column


def personal_data(text: str) -> list[int]:
    """Return the lines of `text` that hold what looks like personal data, for those who are about to share it."""
    return sorted({line for _check, line, _column in in_text(text)})
