"""What the formats for CI have in common: no value from the user's files, and fingerprints that survive moves."""

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from crosp_cli.findings import Finding
from crosp_cli.output.findings.text import severity, where
from crosp_cli.text.printable import printable, readable


def message(finding: Finding, language: str) -> str:
    """What is wrong, without the user's own values, safe to print."""
    return printable(finding.message(language, quote=False))


def help_text(finding: Finding, language: str) -> str:
    """What to write instead, without the user's own values; "" where the message says it all."""
    return printable(finding.help(language, quote=False))


def in_full(finding: Finding, language: str) -> str:
    """What is wrong and what to write instead, in one line."""
    return f"{message(finding, language)} {help_text(finding, language)}".rstrip()


def as_lines(finding: Finding, language: str) -> str:
    """The finding as the text format has it, but without the user's own values."""
    line = f"{where(finding)}: {finding.code} {severity(finding, language)}: {message(finding, language)}"
    advice = help_text(finding, language)
    return f"{line}\n    {advice}" if advice else line


def name_of(path: str) -> str:
    """The path as a string that every reader of JSON takes: what is not Unicode in it is written as its code."""
    return readable(path).encode("utf-8", "backslashreplace").decode()


def with_fingerprints(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Yield each finding with its fingerprint: its path, its code, and which one of these in the file it is.

    Lines are left out, so that a finding that has only moved is known again; what the file says is left out too.
    """
    met: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        path = name_of(finding.location.path)
        met[path, finding.code] += 1
        yield finding, sha256(f"{path}\0{finding.code}\0{met[path, finding.code]}".encode()).hexdigest()
