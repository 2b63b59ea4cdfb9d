"""Writes docs/<language>/checks/, a page for each family of codes, from the checks and the tables of rules.

Run `make pages` after a change to a rule or a check. The page that leads to them, index.md, is written by people.
"""

import string
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from generated import DOCS, LANGUAGES, write

from crosp_cli.checks.registry import EVERY_CHECK
from crosp_cli.findings import Rule, Severity, code_number
from crosp_cli.model.guidance import Reference
from crosp_cli.output.reference.code_page import source_of
from crosp_cli.reading.documents.framework import built_in_folder, read_framework
from crosp_cli.reading.documents.guidance import read_references
from crosp_cli.reading.rules.every import ALL_RULES
from crosp_cli.text.languages import Text
from crosp_cli.validation import suppressions


class Family(NamedTuple):
    """Codes that stand on a page together: the first of them, the page's name, what it is called and about."""

    start: str
    page: str
    title: Text
    about: Text


FAMILIES = (
    Family(
        "CR000",
        "reading",
        {"sv": "CR0xx: Läsning", "en": "CR0xx: Reading"},
        {
            "sv": "Om filen går att läsa, och om något som ni har skrivit går förlorat på vägen.",
            "en": "Whether the file can be read, and whether something that you wrote is lost on the way.",
        },
    ),
    Family(
        "CR100",
        "shape",
        {"sv": "CR1xx: Form", "en": "CR1xx: Shape"},
        {
            "sv": "Om nycklarna är kända, om värdena är av rätt slag, och om ramverket har det som nämns.",
            "en": "Whether keys are known, values of the right kind, and what is named in the framework.",
        },
    ),
    Family(
        "CR200",
        "current-state",
        {"sv": "CR2xx: Nuläge", "en": "CR2xx: Current state"},
        {
            "sv": "Om det som står om nuläget går att följa.",
            "en": "Whether what is said of the current state can be followed.",
        },
    ),
    Family(
        "CR300",
        "need",
        {"sv": "CR3xx: Behov", "en": "CR3xx: Need"},
        {
            "sv": "Om behovet hänger ihop med nuläget och med det ni ska göra.",
            "en": "Whether the need goes with the current state and with what you will do.",
        },
    ),
    Family(
        "CR400",
        "measures",
        {"sv": "CR4xx: Insatser", "en": "CR4xx: Measures"},
        {
            "sv": "Om insatserna går att genomföra och följa upp, och hur de fördelar sig.",
            "en": "Whether measures can be carried out and followed up, and how they spread.",
        },
    ),
    Family(
        "CR500",
        "follow-up",
        {"sv": "CR5xx: Uppföljning", "en": "CR5xx: Follow-up"},
        {
            "sv": "Om uppföljningarna säger vad ni såg, vad det vilar på och vad ni beslutade.",
            "en": "Whether follow-ups say what you saw, what it rests on and what you decided.",
        },
    ),
    Family(
        "CR600",
        "collaboration",
        {"sv": "CR6xx: Samverkan", "en": "CR6xx: Collaboration"},
        {
            "sv": "Om samverkan har ett syfte, en nivå och de förutsättningar som behövs.",
            "en": "Whether a collaboration has a purpose, a level and the conditions that it needs.",
        },
    ),
    Family(
        "CR700",
        "project",
        {"sv": "CR7xx: Projektet", "en": "CR7xx: The project"},
        {"sv": "Om filerna i ett projekt går ihop med varandra.", "en": "Whether the files of a project go together."},
    ),
    Family(
        "CR800",
        "personal-data",
        {"sv": "CR8xx: Personuppgifter", "en": "CR8xx: Personal data"},
        {
            "sv": "Om något ser ut som en personuppgift. Exemplen är påhittade.",
            "en": "Whether something looks like personal data. The examples are invented.",
        },
    ),
    Family(
        "CR900",
        "memo",
        {"sv": "CR9xx: Tjänsteutlåtanden", "en": "CR9xx: Decision memos"},
        {
            "sv": "Om ett tjänsteutlåtande har det som de som beslutar behöver.",
            "en": "Whether a decision memo has what those who decide need.",
        },
    ),
    Family(
        "CR1000",
        "programme",
        {"sv": "CR10xx: Kompetensprogram", "en": "CR10xx: Competence programmes"},
        {
            "sv": "Om ett kompetensprogram har tal som går ihop och säger vad uppföljningen kan visa.",
            "en": "Whether a competence programme has numbers that go together and says what its follow-up can show.",
        },
    ),
    Family(
        "CR1100",
        "collaborations",
        {"sv": "CR11xx: Samverkansregister", "en": "CR11xx: Registers of collaborations"},
        {
            "sv": "Om det går att se vad en samverkan är till för, vad den vilar på och om den fortfarande pågår.",
            "en": "Whether it shows what a collaboration is for, what it rests on and whether it is still going on.",
        },
    ),
)

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
    for family, section in groupby(every, _family):
        rules_here = list(section)
        for language in LANGUAGES:
            said = SAID[language]
            parts = [f"# {family.title[language]}\n\n{said['twin'].format(family.page)}\n\n"]
            parts.append(f"<!-- made by docs/generate_checks.py -->\n\n{family.about[language]}\n")
            for code, variants in groupby(rules_here, lambda rule: rule.code):
                parts += _entry(code, list(variants), checks.get(code), language)
            yield DOCS / language / "checks" / f"{family.page}.md", "".join(parts)


def _family(rule: Rule) -> Family:
    return [family for family in FAMILIES if code_number(family.start) <= code_number(rule.code)][-1]


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
