"""The checks for personal data in a file's text. What shares a text with others needs them, and none of the others."""

import re
from collections.abc import Iterator

from crosp_cli.checks.check import Check, TextScope
from crosp_cli.checks.discovery import family_modules
from crosp_cli.checks.personal_data.names import may_tell, parts_of
from crosp_cli.findings import Rule
from crosp_cli.text.plain import PlainText, plain_text

TEXT_CHECKS: tuple[Check[TextScope, tuple[int, int]], ...] = tuple(
    module.CHECK for module in family_modules("personal_data").values()
)
"""Checks of a file's text, read or not."""


NAME_RULES = {
    check.rule.code: Rule(
        check.rule.code,
        check.rule.severity,
        {
            "sv": "Filens namn, eller en mapp som den ligger i, innehåller en personuppgift.",
            "en": "The name of the file, or of a folder that it lies in, holds personal data.",
        },
        {
            "sv": "Byt namn, till exempel efter enhet och tillfälle: ekskolan-2026-ht.yaml. Har filen sparats med git "
            "finns namnet också i historiken.",
            "en": "Rename it, for instance after the unit and the occasion: ekskolan-2026-ht.yaml. If the file was "
            "committed to git, the name is in the history as well.",
        },
    )
    for check in TEXT_CHECKS
}
"""What each of them says of a file's name."""


_UNUSUAL = re.compile(r"[^a-z0-9/._-]")
"""What a name without capital letters, signs and spaces does not have, nor then a person's name in it."""


def in_name(path: str) -> list[Rule]:
    """Return a rule for each kind of personal data in the name of a file and of the folders that it lies in."""
    if not _UNUSUAL.search(path) and not may_tell(path):
        return []
    names = {path, *filter(may_tell, parts_of(path))}
    return [NAME_RULES[code] for code in sorted({check.rule.code for name in names for check, *_at in in_text(name)})]


_NO_ESCAPE = re.compile(r"\\(?=\n|u[0-9]{4}|U[0-9]{8})")
"""What is an escape in double quotes alone: elsewhere the line ends there all the same, and a date is a date."""


def in_text(text: str) -> Iterator[tuple[Check[TextScope, tuple[int, int]], int, int]]:
    """Yield each place in `text` that holds what looks like personal data: the check, the line and the column."""
    texts = [text]
    if "\\" in text and (as_it_stands := _NO_ESCAPE.sub(" ", text)) != text:
        texts.append(as_it_stands)
    found = {(one[0].rule.code, *one[1:]): one for each in texts for one in _in(plain_text(each))}
    yield from found.values()


def _in(plain: PlainText) -> Iterator[tuple[Check[TextScope, tuple[int, int]], int, int]]:
    for check in TEXT_CHECKS:
        for line, column in check.find(plain):
            yield check, line, column


def personal_data(text: str) -> list[int]:
    """Return the lines of `text` that hold what looks like personal data, for those who are about to share it."""
    return sorted({line for _check, line, _column in in_text(text)})
