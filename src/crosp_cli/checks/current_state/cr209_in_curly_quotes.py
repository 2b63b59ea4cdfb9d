"""CR209: a text that stands wholly in curly quotes"""

import re
from collections.abc import Iterator

from crosp_cli.checks.any_document import AnyDocumentScope, texts_of
from crosp_cli.checks.check import Check, Hit
from crosp_cli.findings import Rule, Severity

_CURLY = re.compile("[“”„«»’‘][^“”„«»]*[“”„«»’‘]")


def find(subject: AnyDocumentScope) -> Iterator[Hit]:
    """Point at each such text."""
    if any(sign in subject.tree.text for sign in "“”„«»’‘"):
        yield from (Hit(steps) for steps, text in texts_of(subject.tree.data) if _CURLY.fullmatch(text.strip()))


CHECK = Check(
    rule=Rule(
        "CR209",
        Severity.NOTE,
        {
            "sv": "Citattecknen följer med i texten.",
            "en": "The quotation marks become a part of the text.",
        },
        {
            "sv": 'Ta bort ” i början och slutet. Ska texten stå inom citattecken i filen: skriv raka, ".',
            "en": "Remove ” at the beginning and the end. If the text is to be quoted in the file, write straight "
            'ones, ".',
        },
    ),
    scope=AnyDocumentScope,
    reason={
        "sv": "Ordbehandlare gör raka citattecken runda. För YAML är de runda vanliga tecken, och de syns då i "
        "rapporten.",
        "en": "Word processors make straight quotation marks curly. To YAML curly ones are ordinary characters, so "
        "that they show in the report.",
    },
    source={
        "sv": "crosp: en kartläggning är säker att bygga på",
        "en": "crosp: an assessment is safe to build on",
    },
    bad="""\
current_state:
  reflection: ”Vi har en gemensam rutin.”
""",
    good="""\
current_state:
  reflection: Vi har en gemensam rutin.
""",
    find=find,
)
