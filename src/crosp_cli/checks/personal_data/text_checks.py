"""The checks for personal data in a file's text. What shares a text with others needs them, and none of the others."""

from collections.abc import Iterator

from crosp_cli.checks.check import TextCheck
from crosp_cli.checks.personal_data import cr801_personnummer as personnummer
from crosp_cli.checks.personal_data import cr802_reserve_number as reserve_number
from crosp_cli.checks.personal_data import cr803_email_address as email_address
from crosp_cli.checks.personal_data import cr804_phone_number as phone_number
from crosp_cli.text.plain import plain_text

TEXT_CHECKS: tuple[TextCheck, ...] = (
    personnummer.CHECK,
    reserve_number.CHECK,
    email_address.CHECK,
    phone_number.CHECK,
)
"""Checks of a file's text, read or not."""


def in_text(text: str) -> Iterator[tuple[TextCheck, int, int]]:
    """Yield each place in `text` that holds what looks like personal data: the check, the line and the column."""
    plain = plain_text(text)
    for check in TEXT_CHECKS:
        for line, column in check.find(plain):
            yield check, line, column


def personal_data(text: str) -> list[int]:
    """Return the lines of `text` that hold what looks like personal data, for those who are about to share it."""
    return sorted({line for _check, line, _column in in_text(text)})
