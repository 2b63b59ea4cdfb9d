"""A file's path, or a name in it, as it leaves the program: safe to print, and without personal data."""

import os
import re
from functools import cache
from pathlib import PurePosixPath

from crosp_cli.limits import MESSAGE_CHARACTERS
from crosp_cli.text.plain import plain_text
from crosp_cli.text.printable import printable

LEFT_OUT = "…"
_ENDINGS = (".yaml", ".yml")
_SIGNS = ("@", "(", "[", "{", "nabel", " dot ", " punkt ", "NABEL", " DOT ", " PUNKT ")
_FEWEST_DIGITS = 7
"""What personal data in a name has at least one of, or so many of; an address may say its signs in words."""
_NUMBER = re.compile(r"\+?\d[\d()-]*(?: [\d()-]*\d(?![^\s,;:./]))*")
"""A number, which may have spaces in it, whatever it stands close to: `HEAD~1:`, a word."""
_PART = re.compile(r"[^/:]+")
"""The name of a file or a folder, or of the revision that it is of."""
_WORD = re.compile(r"\S+?(?=[.,;:]{0,3}(?:\s|$))")
_MORE_FIGURES = re.compile(r"(?:[^\S\n]|[()\d–-])+")
_LONGEST = 120
"""Of how many characters a number or an address of several words is, at the most."""
_BEFORE = 40
"""How far before it the words may stand that tell what it is."""


def shown_name(name: str | os.PathLike[str]) -> str:
    """Return a path or another name as a message has it: printable, with "…" from where personal data begins."""
    return printable(redacted_name(os.fspath(name)))


def redacted_line(text: str) -> str:
    """Return a line of a message with "…" for each number or address of a person, such as somebody typed.

    Those of several words go first: one of their words may stand close to another number and go with that alone. Of a
    long one, the beginning is kept.
    """
    if len(text) > MESSAGE_CHARACTERS and may_tell(text):
        begun = redacted_line(text[:MESSAGE_CHARACTERS])  # at its end, one may be cut off
        return f"{begun[:-_LONGEST]}{LEFT_OUT}"
    text = _without_places(text, 2)
    for part in (_NUMBER, _WORD):
        if may_tell(text):
            text = part.sub(lambda found: LEFT_OUT if tells(found[0]) else found[0], text)
    return _without_places(text, 1)


def shown_message(text: str) -> str:
    """Return a message as it leaves the program, whatever stands in it: each line printable, and redacted."""
    return "\n".join(map(printable, redacted_line(text).split("\n")))


@cache
def redacted_name(path: str) -> str:
    """Return a path with "…" from where personal data begins in the name of the file, or of a folder."""
    if not tells(path) and not any(map(tells, parts_of(path))):
        return path
    parts = _PART.sub(lambda part: _without_end(part[0]), path)
    return LEFT_OUT if tells(parts) else parts


def parts_of(path: str) -> list[str]:
    """Return the names in a path: what stands before one may make a number look like another."""
    return _PART.findall(path)


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
    if any(sign in plain for sign in _SIGNS):
        return True
    return max(sum(map(str.isdigit, one)) for one in (text, plain)) >= _FEWEST_DIGITS  # an escape that is none has some


def _without_places(text: str, words: int) -> str:
    return "\n".join(_line_without_places(line, words) for line in text.split("\n")) if may_tell(text) else text


def _line_without_places(line: str, words: int) -> str:
    """Return a line without what is of at least so many words, whether it is known by itself or by those before it.

    One may begin in the word that another ends in: then what is left out goes on.
    """
    told, at = "", 0
    for start in _starts(line):
        if start >= at:
            told, at = told + line[at:start], start
        end = end_of(line, start, told) or at
        if len(line[start:end].split()) < words:
            continue
        told += LEFT_OUT if at == start < end else ""
        at = max(at, end)
    return told + line[at:]


def end_of(text: str, start: int, before: str) -> int:
    """Return where the word ends with which what begins at `start` can be told, beside what is `before` it; else 0.

    A telephone number goes on while it is one: without the last two figures, many are another.
    """
    before = before[-_BEFORE:].rpartition("\n")[2]
    ends = [word.end() for word in _WORD.finditer(text, start, start + _LONGEST)]
    end = next((end for end in ends if len(before) in _starts(before + text[start:end])), 0)
    longer = [one for one in ends if _MORE_FIGURES.fullmatch(text, end, one)] if end and text[start] in "+0" else []
    if longer:
        from crosp_cli.checks.personal_data.cr804_phone_number import is_valid

        end = next((one for one in reversed(longer) if is_valid(text[start:one])), end)
    return end


def _starts(text: str) -> list[int]:
    """Where each number and address begins in the first line; names of people are only noted, and stay."""
    from crosp_cli.checks.personal_data.cr805_persons_name import CHECK as OF_A_NAME
    from crosp_cli.checks.personal_data.text_checks import in_text

    return sorted({column - 1 for check, line, column in in_text(text) if line == 1 and check is not OF_A_NAME})


def _without_end(part: str) -> str:
    from crosp_cli.checks.personal_data.text_checks import in_text

    columns = [column for _check, _line, column in in_text(part.replace("\n", " "))]
    if not columns:
        return part
    ending = PurePosixPath(part).suffix
    return part[: min(columns) - 1] + LEFT_OUT + (ending if ending in _ENDINGS else "")
