"""A file's path, or a name in it, as it leaves the program: safe to print, and without personal data."""

import os
import re
from functools import cache
from pathlib import PurePosixPath

from crosp_cli.text.plain import plain_text
from crosp_cli.text.printable import printable

LEFT_OUT = "…"
_ENDINGS = (".yaml", ".yml")
_SIGNS = ("@", "(", "[", "{", "nabel", " dot ", " punkt ")
_FEWEST_DIGITS = 7
"""What personal data in a name has at least one of, or so many of; an address may say its signs in words."""
_WORD = re.compile(r"\+?\d[\d -]*\d(?![^\s,;:.])|[^\s,;]+")
"""A number with spaces in it, or a word, with what stands close to it."""


def shown_name(name: str | os.PathLike[str]) -> str:
    """Return a path or another name as a message has it: printable, with "…" from where personal data begins."""
    return printable(redacted_name(os.fspath(name)))


def redacted_line(text: str) -> str:
    """Return a line of a message with "…" for each number or address of a person, such as somebody typed."""
    return _WORD.sub(lambda word: LEFT_OUT if tells(word[0]) else word[0], text) if may_tell(text) else text


@cache
def redacted_name(path: str) -> str:
    """Return a path with "…" from where personal data begins in the name of the file, or of a folder."""
    if not tells(path):
        return path
    parts = "/".join(_without_end(part) for part in path.split("/"))
    return LEFT_OUT if tells(parts) else parts


@cache
def tells(text: str) -> bool:
    """Whether there is personal data in a short text: a name, a value."""
    if not may_tell(text):
        return False
    from crosp_cli.checks.personal_data.text_checks import personal_data  # heavy, and hardly a name has use for it

    return bool(personal_data(text))


def may_tell(text: str) -> bool:
    """Whether a short text has what a number or an address has, and is worth a closer look."""
    is_plain = text.isascii() and "\\" not in text and "%" not in text  # as nearly every name and value is
    plain = text if is_plain else plain_text(text).text
    return any(sign in plain for sign in _SIGNS) or sum(map(str.isdigit, plain)) >= _FEWEST_DIGITS


def _without_end(part: str) -> str:
    from crosp_cli.checks.personal_data.text_checks import in_text

    columns = [column for _check, _line, column in in_text(part.replace("\n", " "))]
    if not columns:
        return part
    ending = PurePosixPath(part).suffix
    return part[: min(columns) - 1] + LEFT_OUT + (ending if ending in _ENDINGS else "")
