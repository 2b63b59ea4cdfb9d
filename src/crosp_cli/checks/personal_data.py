"""The checks for personal data in a file's text. What shares a text with others needs them, and none of the others."""

from crosp_cli.checks import email_address, personnummer, phone_number, reserve_number
from crosp_cli.checks.base import TextCheck

TEXT_CHECKS: tuple[TextCheck, ...] = (
    personnummer.CHECK,
    reserve_number.CHECK,
    email_address.CHECK,
    phone_number.CHECK,
)
"""Checks of a file's text, read or not."""


def personal_data(text: str) -> list[int]:
    """Return the lines of `text` that hold what looks like personal data, for those who are about to share it."""
    return sorted({line for check in TEXT_CHECKS for line, _column in check.find(text)})
