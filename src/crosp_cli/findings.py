"""What crosp has to say about a file: a rule, the place it concerns, and the values the message needs."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

from crosp_cli.text.languages import Text, pick


class Severity(IntEnum):
    """How serious a finding is; the larger, the more serious."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The word used in files and machine formats: note, warning or error."""
        return self.name.lower()


class Location(NamedTuple):
    """A place in a file. Lines and columns count from 1; columns count characters."""

    path: str
    line: int = 1
    column: int = 1


class Quoted(str):
    """A value taken from the user's file. Formats that must not repeat values leave it out of the message."""

    __slots__ = ()
    LONGEST = 60

    def shown(self) -> str:
        """The value as it may stand in a message: one line, not too long."""
        line = " ".join(self.split())
        return line if len(line) <= self.LONGEST else line[: self.LONGEST - 1] + "…"


NOT_TOLD = Quoted("…")
"""What stands in a message instead of a step that a group chose, or how many people."""

_WITHOUT_NUMBER = re.compile(r"\D*|\d*[^\W\d_][\w-]*")


def as_written(text: str) -> Quoted:
    """A key or a name that there is none of, for a message: not where it is a number, or a number stands beside it.

    It may be a step that somebody chose, or how many did, one line or one column from where that belongs.
    """
    return Quoted(text) if _WITHOUT_NUMBER.fullmatch(text) else NOT_TOLD


class QuotedNames(Quoted):
    """Names that the user's own files give, to choose from: shown whole, and left out as any value of the user's is."""

    __slots__ = ()

    def shown(self) -> str:
        """All of them."""
        return " ".join(self.split())


class QuotedText(dict[str, str]):
    """A text that the user's own files give in several languages: left out as any value of the user's is."""

    __slots__ = ()


Value = str | int | Text


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """What a code means. Codes never change meaning.

    `message` and `help` are templates in each language; `{name}` is filled from a finding's values.
    """

    code: str
    severity: Severity
    message: Text
    help: Text = field(default_factory=dict)


class Family(NamedTuple):
    """What the codes of one hundred have in common: what they are called together, and what they are about."""

    title: Text
    about: Text


class Finding(NamedTuple):
    """One rule met at one place."""

    rule: Rule
    location: Location
    values: Mapping[str, Value] = {}
    private: bool = False
    """Whether it stands where personal data was found: then no format shows the values or the source line."""

    @property
    def code(self) -> str:
        """The rule's code, such as ``CR402``."""
        return self.rule.code

    @property
    def severity(self) -> Severity:
        """How serious it is."""
        return self.rule.severity

    @property
    def order(self) -> tuple[int, Location, str]:
        """The key findings are sorted by: the most serious first, then path, line, column, code."""
        return (-self.severity, self.location, self.rule.code)

    def message(self, language: str, *, quote: bool = True) -> str:
        """Return what is wrong, in `language`; without the user's own values where `quote` is false."""
        return self._fill(self.rule.message, language, quote=quote and not self.private)

    def help(self, language: str, *, quote: bool = True) -> str:
        """Return what to write instead, in `language`; "" where the message says it all."""
        return self._fill(self.rule.help, language, quote=quote and not self.private)

    def _fill(self, template: Text, language: str, *, quote: bool) -> str:
        return pick(template, language).format_map(
            {name: _shown(value, language, quote=quote) for name, value in self.values.items()}
        )


def code_number(code: str) -> int:
    """Return what codes are ordered by: CR1001 comes after CR906."""
    return int(code.removeprefix("CR"))


def _shown(value: Value, language: str, *, quote: bool) -> str:
    if isinstance(value, Quoted):
        return value.shown() if quote else "…"
    if isinstance(value, QuotedText) and not quote:
        return "…"
    return pick(value, language) if isinstance(value, Mapping) else str(value)
