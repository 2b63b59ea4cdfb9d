"""CR1108: a collaboration that has begun or ended, nobody knows when"""

from collections.abc import Iterator

from crosp_cli.checks.check import Check, Hit
from crosp_cli.checks.collaborations._example import GOOD
from crosp_cli.checks.collaborations.scope import CollaborationsScope
from crosp_cli.findings import Rule, Severity

_BEGAN = {"sv": "började", "en": "began"}
_ENDED = {"sv": "avslutades", "en": "ended"}


def find(subject: CollaborationsScope) -> Iterator[Hit]:
    """Point at the status of what has begun without a first day, or ended without a last."""
    for number, one in enumerate(subject.model.collaborations):
        if one.status == "ongoing" and one.start is None:
            yield Hit(("collaborations", number, "status"), {"what": _BEGAN})
        if one.status == "ended" and one.end is None:
            yield Hit(("collaborations", number, "status"), {"what": _ENDED})


CHECK = Check(
    rule=Rule(
        "CR1108",
        Severity.WARNING,
        {
            "sv": "Det framgår inte när samverkan {what}.",
            "en": "It does not say when the collaboration {what}.",
        },
        {
            "sv": "Skriv första dagen under `start`, och den sista under `end` när den har avslutats.",
            "en": "Write the first day under `start`, and the last under `end` once it has ended.",
        },
    ),
    scope=CollaborationsScope,
    reason={
        "sv": "Utan datum vet ingen om det som står fortfarande gäller.",
        "en": "Without a date nobody knows whether what is there still holds.",
    },
    source={"sv": "crosp: inget visas utan datum", "en": "crosp: nothing is shown without its date"},
    bad=GOOD.replace("    start: 2026-01-12\n", ""),
    good=GOOD,
    find=find,
)
