"""Writes docs/<language>/checks/, a page for each family of codes, from the checks and the tables of rules.

Run `make pages` after a change to a rule or a check. The page that leads to them, index.md, is written by people.
"""

import string
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from generated import DOCS, LANGUAGES, write

from crosp_cli.checks.registry import EVERY_CHECK
from crosp_cli.findings import Rule, Severity, code_number
from crosp_cli.model.guidance import Reference
from crosp_cli.output.reference.code_page import FAMILIES, source_of
from crosp_cli.reading.documents.framework import built_in_folder, read_framework
from crosp_cli.reading.documents.guidance import read_references
from crosp_cli.reading.rules.every import ALL_RULES
from crosp_cli.validation import suppressions

SAID: Mapping[str, Mapping[Any, str]] = {
    "sv": {
        Severity.ERROR: "Fel",
        Severity.WARNING: "Varning",
        Severity.NOTE: "Notis",
        "twin": "[In English](../../en/checks/{}.md)",
        "why": "Varför det är viktigt:",
        "source": "Källa",
        "bad": "Inte så här:",
        "good": "Så här:",
    },
    "en": {
        Severity.ERROR: "Error",
        Severity.WARNING: "Warning",
        Severity.NOTE: "Note",
        "twin": "[På svenska](../../sv/checks/{}.md)",
        "why": "Why it matters:",
        "source": "Source",
        "bad": "Not like this:",
        "good": "Like this:",
    },
}


def pages() -> Iterator[tuple[Path, str]]:
    """Yield the page of each family in each language."""
    checks = {check.rule.code: check for check in EVERY_CHECK}
    every = sorted(
        [*ALL_RULES, *suppressions.RULES, *(check.rule for check in EVERY_CHECK)],
        key=lambda rule: code_number(rule.code),
    )
    for hundred, section in groupby(every, lambda rule: code_number(rule.code) // 100):
        (folder, family), rules_here = FAMILIES[hundred], list(section)
        name = folder.replace("_", "-")
        for language in LANGUAGES:
            said = SAID[language]
            parts = [f"# CR{hundred}xx: {family.title[language]}\n\n{said['twin'].format(name)}\n\n"]
            parts.append(f"<!-- made by docs/generate_checks.py -->\n\n{family.about[language]}\n")
            for code, variants in groupby(rules_here, lambda rule: rule.code):
                parts += _entry(code, list(variants), checks.get(code), language)
            yield DOCS / language / "checks" / f"{name}.md", "".join(parts)


def _grounds(code: str) -> list[Reference]:
    """What a check rests on in the built-in framework."""
    references = read_references(read_framework(built_in_folder()))
    return [one for one in references.entries if code in one.checks] if references else []


def _entry(code: str, variants: Sequence[Rule], check: Any, language: str) -> Iterator[str]:
    said = SAID[language]
    told = [_told(rule, language) for rule in variants]
    severity = f"*{said[variants[0].severity]}.*"
    yield f"\n## {code}\n\n"
    yield f"{severity} {told[0]}\n" if len(told) == 1 else f"{severity}\n\n" + "".join(f"- {one}\n" for one in told)
    if check:
        reason, source = _plain(check.reason[language]), _plain(source_of(check, _grounds(code), language))
        yield f"\n{said['why']} {reason}\n{said['source']}: {source}.\n"
        kind = "yaml" if ":\n" in check.bad or ": " in check.bad else "text"
        for name in ("bad", "good"):
            yield f"\n{said[name]}\n\n```{kind}\n{getattr(check, name)}```\n"


def _told(rule: Rule, language: str) -> str:
    message = f"**{_filled(rule.message[language])}**"
    return f"{message} {_filled(rule.help[language])}" if rule.help else message


def _filled(template: str) -> str:
    """A message with the names of its values in italics; in code, where there are none, as a dash of dots."""
    found = ""
    for literal, name, _spec, _conversion in string.Formatter().parse(template):
        found += _escaped(literal)
        if name is not None:
            found += "…" if found.count("`") % 2 else f"*{name}*"
    return found


def _escaped(text: str) -> str:
    """Text for a cell of a table that Markdown shows as it is; what stands between backquotes is code already."""
    parts = text.replace("|", "\\|").split("`")
    return "`".join(part if number % 2 else _plain(part) for number, part in enumerate(parts))


def _plain(text: str) -> str:
    for character in ("\\", "*", "_", "[", "<"):
        text = text.replace(character, f"\\{character}")
    return text


if __name__ == "__main__":
    sys.exit(write(dict(pages()), sys.argv[1:]))
