"""Findings as lines that an editor and a terminal can follow: `path:line:column: CODE message`."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from crosp_cli.findings import Finding, Severity, code_number
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation
from crosp_cli.validation.runner import ValidationResult

_FIRST_CHECK = 200
"""A file with an error in reading or shape, below this number, is not checked further."""

MOST_ALIKE = 3
"""How many notes with one code in a row in one file are shown; the rest are counted. JSON has them all."""


def as_text(result: ValidationResult, language: str) -> str:
    """Return `result` as plain text, the summary last."""
    lines: list[str] = []
    help_of = HelpOnce(language)
    for finding, hidden in folded(result.findings):
        lines.append(f"{where(finding)}: {finding.code} {severity(finding, language)}: {message(finding, language)}")
        if told := help_of(finding):
            lines.append(f"    {told}")
        if hidden:
            lines.append(f"    {more_alike(hidden, finding.code, language)}")
    return "\n".join([*lines, summary(result, language)]) + "\n"


class HelpOnce:
    """What to write instead, the first time that it is said of a file: where it is the same, it is not said again."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._said: set[tuple[str, str]] = set()

    def __call__(self, finding: Finding) -> str:
        """Return it, safe to print; "" where there is nothing to say, or nothing that has not been said."""
        told = finding.location.path, printable(finding.help(self._language) or "")
        if told in self._said:
            return ""
        self._said.add(told)
        return told[1]


def folded(findings: Sequence[Finding]) -> Iterator[tuple[Finding, int]]:
    """Yield each finding to show, with how many notes just like it follow unshown."""
    for (_path, _code, rank), group in groupby(findings, lambda f: (f.location.path, f.code, f.severity)):
        alike = list(group)
        if rank is not Severity.NOTE or len(alike) <= MOST_ALIKE + 1:
            yield from ((finding, 0) for finding in alike)
        else:
            yield from ((finding, 0) for finding in alike[: MOST_ALIKE - 1])
            yield alike[MOST_ALIKE - 1], len(alike) - MOST_ALIKE


def where(finding: Finding) -> str:
    """Where the finding is, in the form that terminals and editors can follow."""
    location = finding.location
    return f"{printable(location.path)}:{location.line}:{location.column}"


def message(finding: Finding, language: str) -> str:
    """What is wrong, safe to print."""
    return printable(finding.message(language))


def severity(finding: Finding, language: str) -> str:
    """The name of the finding's severity in `language`."""
    return severity_word(finding.severity, language)


def severity_word(rank: Severity, language: str) -> str:
    """The severity's name in `language`."""
    _ = translation(language).gettext
    return {Severity.ERROR: _("error"), Severity.WARNING: _("warning"), Severity.NOTE: _("note")}[rank]


def more_alike(hidden: int, code: str, language: str) -> str:
    """The line that stands for notes not shown."""
    many = translation(language).ngettext
    text = many("… and {count} more {code} in this file.", "… and {count} more {code} in this file.", hidden)
    return text.format(count=hidden, code=code)


def summary(result: ValidationResult, language: str) -> str:
    """The last line: how many files, and how many findings of each severity."""
    many = translation(language).ngettext
    counts = [many("{count} error", "{count} errors", n).format(count=n) for n in (result.count(Severity.ERROR),)]
    warnings, notes = result.count(Severity.WARNING), result.count(Severity.NOTE)
    counts.append(many("{count} warning", "{count} warnings", warnings).format(count=warnings))
    counts.append(many("{count} note", "{count} notes", notes).format(count=notes))
    files = many("{count} file checked", "{count} files checked", result.files).format(count=result.files)
    line = f"{files}: {', '.join(counts)}."
    if any(code_number(f.code) < _FIRST_CHECK and f.severity is Severity.ERROR for f in result.findings):
        line += " " + translation(language).gettext("The rest is checked when what cannot be read is mended.")
    return line
