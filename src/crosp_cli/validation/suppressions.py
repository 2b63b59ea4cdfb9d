"""Suppressing what is found on a line: `# crosp: ignore[CR402] reason`, at its end or on a line of its own above it."""

import re
from collections.abc import Container, Iterable
from typing import NamedTuple

from crosp_cli.findings import Finding, Location, Quoted, Rule, Severity

_COMMENT = re.compile(r"#[ \t]*crosp:[ \t]*ignore\[([^\]\n#]*)\][ \t]*(.*)")

UNUSED = Rule(
    "CR030",
    Severity.NOTE,
    {
        "sv": "Undantaget för {code} behövs inte: här finns inget sådant att undanta.",
        "en": "The excuse for {code} is not needed: there is nothing of the kind to excuse here.",
    },
    {"sv": "Ta bort kommentaren.", "en": "Remove the comment."},
)
WITHOUT_REASON = Rule(
    "CR031",
    Severity.NOTE,
    {"sv": "Undantaget säger inte varför.", "en": "The excuse does not say why."},
    {
        "sv": "Skriv skälet efter hakparentesen: `# crosp: ignore[CR402] slutdatum beslutas i mars`.",
        "en": "Write the reason after the bracket: `# crosp: ignore[CR402] the due date is decided in March`.",
    },
)
UNKNOWN_CODE = Rule(
    "CR032",
    Severity.WARNING,
    {
        "sv": "”{code}” är ingen kontroll som går att välja bort.",
        "en": "“{code}” is no check that can be left out.",
    },
    {"sv": "`crosp explain` visar vilka som finns.", "en": "`crosp explain` shows which there are."},
)
RULES = (UNUSED, WITHOUT_REASON, UNKNOWN_CODE)


class Suppression(NamedTuple):
    """One code that is suppressed on one line; `at` is where the comment says so."""

    code: str
    line: int
    at: Location


def without_suppressed(findings: Iterable[Finding], text: str, path: str, known: Container[str]) -> list[Finding]:
    """Return `findings` without those that `text` suppresses, and with what there is to say of that."""
    if "ignore[" not in text:
        return list(findings)
    suppressions, remarks = _suppressions(text, path, known)
    places = {(one.line, one.code) for one in suppressions}
    used: set[tuple[int, str]] = set()
    kept: list[Finding] = []
    for finding in findings:
        place = (finding.location.line, finding.code)
        if place in places:
            used.add(place)
        else:
            kept.append(finding)
    unused = [Finding(UNUSED, one.at, {"code": one.code}) for one in suppressions if (one.line, one.code) not in used]
    return [*kept, *remarks, *unused]


def _suppressions(text: str, path: str, known: Container[str]) -> tuple[list[Suppression], list[Finding]]:
    suppressions: list[Suppression] = []
    remarks: list[Finding] = []
    lines = text.split("\n")
    next_lines = _next_lines(lines)
    for number, line in enumerate(lines, 1):
        match = _COMMENT.search(line) if "crosp:" in line else None
        if match is None:
            continue
        at = Location(path, number, match.start() + 1)
        concerned = number if line[: match.start()].strip() else next_lines[number]
        for code in (part.strip() for part in match.group(1).split(",")):
            if code in known:
                suppressions.append(Suppression(code, concerned, at))
            else:
                remarks.append(Finding(UNKNOWN_CODE, at, {"code": Quoted(code)}))
        if not match.group(2).strip():
            remarks.append(Finding(WITHOUT_REASON, at))
    return suppressions, remarks


def _next_lines(lines: list[str]) -> list[int]:
    """By each line's number, counted from 1: the next line that is neither empty nor a comment, else itself."""
    found = list(range(len(lines) + 1))
    following = 0
    for number in range(len(lines), 0, -1):
        found[number] = following or number
        line = lines[number - 1].lstrip()
        if line and not line.startswith("#"):
            following = number
    return found
