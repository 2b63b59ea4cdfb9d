"""From bytes to text that is safe to read, show and write: encoding, control characters, conflict markers."""

import re
import unicodedata

from crosp_cli.findings import Finding, Location
from crosp_cli.reading import rules

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\r(?!\n)"
)
_CONFLICT = re.compile(r"^[ \t]*(?:<{7}|>{7}|\|{7})(?: .*)?$|^[ \t]*={7}$", re.MULTILINE)
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
    if not data.strip():
        raise TextError([Finding(rules.EMPTY, Location(path))])
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:200].count(0) * 3 > len(data[:200]):
        raise TextError([Finding(rules.UTF16, Location(path))])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TextError([_wrong_encoding(data, error, path)]) from None
    if not text.strip():
        raise TextError([Finding(rules.EMPTY, Location(path))])
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    findings = [
        Finding(rules.CONTROL_CHARACTER, place(text, match.start(), path), {"name": name_of(match.group())})
        for match in FORBIDDEN.finditer(text)
    ]
    if "<<<<<<<" in text or ">>>>>>>" in text or "=======" in text:
        findings += _conflicts(text, path)
    if findings:
        raise TextError(findings[:20])
    return text


def place(text: str, offset: int, path: str) -> Location:
    """Return where the character at `offset` stands."""
    line_start = text.rfind("\n", 0, offset) + 1
    return Location(path, text.count("\n", 0, offset) + 1, offset - line_start + 1)


def _conflicts(text: str, path: str) -> list[Finding]:
    marks = [match for match in _CONFLICT.finditer(text)]
    # A line of seven equal signs alone may be a heading that someone underlined.
    if not any(match.group().lstrip()[0] in "<>" for match in marks):
        return []
    return [Finding(rules.CONFLICT, place(text, m.end() - len(m.group().lstrip()), path)) for m in marks[:1]]


def _wrong_encoding(data: bytes, error: UnicodeDecodeError, path: str) -> Finding:
    before = data[: error.start].decode("utf-8-sig", "replace")
    location = place(before, len(before), path)
    rule = rules.NOT_UTF8 if _NOT_WINDOWS_1252.search(data) else rules.WINDOWS_1252
    return Finding(rule, location)


def name_of(character: str) -> str:
    return f"U+{ord(character[0]):04X} {unicodedata.name(character[0], '')}".rstrip()
