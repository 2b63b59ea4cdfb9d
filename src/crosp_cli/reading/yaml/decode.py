"""From bytes to text that is safe to read, show and write: encoding, control characters, conflict markers."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from crosp_cli.findings import Finding, Location
from crosp_cli.reading.rules import of_reading

FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_ORDINARY = re.compile("[\n\t -~\xa0-\u2027]*")
"""What nearly every file holds and nothing else: seeing that costs a fifth of looking for what is forbidden."""

INVISIBLE = re.compile(r"[\xa0\xad\u061c\u1680\u180e\u2000-\u200f\u202f\u205f-\u2064\u3000]")
"""Spaces and joiners that may stand in a text, but that nobody means in a key, a name or a number."""

_MOST = 20
"""How many control characters are told of; a file with more has another trouble."""

# The line of seven equal signs between the two may also be a heading that someone underlined.
_CONFLICT = re.compile(r"^[ \t]*((?:<{7}|>{7})(?: .*)?)$", re.MULTILINE)
_NOT_WINDOWS_1252 = re.compile(rb"[\x00-\x08\x0e-\x1f\x81\x8d\x8f\x90\x9d]")


class TextError(Exception):
    """The bytes are no text that crosp reads."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(findings[0].code)
        self.findings = findings


def decode(data: bytes, path: str) -> str:
    """Return the text in `data`, a byte-order mark removed and line ends as one newline each.

    Raises:
        TextError: empty, not UTF-8, or holding what may not stand in a file that people share.
    """
    if not data or data.isspace():
        raise TextError([Finding(of_reading.EMPTY, Location(path))])
    start = data[:200]
    if start[:2] in (b"\xff\xfe", b"\xfe\xff") or _every_other_is_zero(start):
        raise TextError([Finding(of_reading.UTF16, Location(path))])
    if start.count(0) * 3 > len(start):
        raise TextError([Finding(of_reading.NOT_UTF8, Location(path))])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TextError([_wrong_encoding(data, error, path)]) from None
    if not text or text.isspace():
        raise TextError([Finding(of_reading.EMPTY, Location(path))])
    if "\r" in text:
        text = text.replace("\r\n", "\n")
        if "\r" in text and "\n" not in text:
            raise TextError([Finding(of_reading.OLD_MAC, Location(path))])
    findings = [] if _ORDINARY.fullmatch(text) else list(_forbidden(text, path))
    if ("<<<<<<<" in text or ">>>>>>>" in text) and (match := _CONFLICT.search(text)):
        findings.append(Finding(of_reading.CONFLICT, place(text, match.start(1), path)))
    if findings:
        raise TextError(findings)
    return text


def _forbidden(text: str, path: str) -> Iterator[Finding]:
    for match in islice(FORBIDDEN.finditer(text), _MOST):
        yield Finding(of_reading.CONTROL_CHARACTER, place(text, match.start(), path), {"name": name_of(match.group())})


def place(text: str, offset: int, path: str) -> Location:
    """Return where the character at `offset` stands."""
    line_start = text.rfind("\n", 0, offset) + 1
    return Location(path, text.count("\n", 0, offset) + 1, offset - line_start + 1)


def _every_other_is_zero(data: bytes) -> bool:
    """Whether `data` looks like UTF-16 without a byte-order mark: mostly Latin letters, each beside a zero."""
    fewer, more = sorted((data[::2].count(0), data[1::2].count(0)))
    return more * 10 > len(data) * 3 and fewer * 20 <= len(data)


def _wrong_encoding(data: bytes, error: UnicodeDecodeError, path: str) -> Finding:
    before = error.object[: error.start].decode()  # without the byte-order mark, as `error` counts
    location = place(before, len(before), path)
    rule = of_reading.NOT_UTF8 if _NOT_WINDOWS_1252.search(data) else of_reading.WINDOWS_1252
    return Finding(rule, location)


def name_of(character: str) -> str:
    """Return what Unicode calls a character: its number, and its name where it has one."""
    return f"U+{ord(character[0]):04X} {unicodedata.name(character[0], '')}".rstrip()
