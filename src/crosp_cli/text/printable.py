"""Text from outside (a file's name, a user's value) made safe for a terminal."""

import os
import re
import unicodedata

_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})

_COMMAND = re.compile(r"(?<![^\r\n])([^\S\r\n]*):(?=:)|#(?=#(?:vso|teamcity)?\[)")
"""Where what runs a build looks for commands in its log: `::error::…`, `##[error]…`, `##vso[…]`, `##teamcity[…]`.

To it a carriage return ends a line too.
"""

_BUILDS = ("CI", "GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION")
"""Where one of these is set, a build may be running, and what is printed stands in its log."""

_BYTES = re.compile("[\udc80-\udcff]+")
_KEPT = "surrogateescape"
"""Bytes that are no UTF-8 either stay as they are."""


def printable(text: str) -> str:
    """Return `text` with every character that could drive or mislead a terminal written as its code."""
    if text.isprintable():
        return text
    return "".join(_shown(character) for character in readable(text))


def readable(text: str) -> str:
    """Return `text` with the bytes of a file's name that the locale has no characters for as what they are in UTF-8."""
    return _BYTES.sub(lambda bytes_: bytes_[0].encode("ascii", "surrogateescape").decode("utf-8", _KEPT), text)


def for_log(text: str) -> str:
    """Return `text` as it may be printed here: in the log of a build, nothing that somebody wrote is a command.

    It is written as its code, which says the same in JSON.
    """
    if not in_a_build():
        return text
    return _COMMAND.sub(lambda found: f"{found[1]}\\u003a" if found[1] is not None else "\\u0023", text)


def in_a_build() -> bool:
    """Whether what is printed may stand in the log of a build."""
    return any(os.environ.get(name, "").lower() not in ("", "0", "false") for name in _BUILDS)


def _shown(character: str) -> str:
    if unicodedata.category(character) in _UNSAFE:
        return f"\\u{ord(character):04x}" if character <= "\uffff" else f"\\U{ord(character):08x}"
    return character
