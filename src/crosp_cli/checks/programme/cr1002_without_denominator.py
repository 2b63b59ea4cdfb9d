"""CR1002: completed without how many it is for"""

from collections.abc import Iterator

from crosp_cli.checks.check import Check, Hit
from crosp_cli.checks.programme.scope import GOOD, ProgrammeScope
from crosp_cli.findings import Rule, Severity


def find(subject: ProgrammeScope) -> Iterator[Hit]:
    """Point at each count that has nothing to be counted of, and at the units where they have not."""
    programme = subject.model
    if programme.intended is not None:
        return
    for place, count in enumerate(programme.completed):
        if count.of is None:
            yield Hit(("completed", place))
    if not programme.completed and any(part.completed for part in programme.units):
        yield Hit(("units",), key=True)


CHECK = Check(
    rule=Rule(
        "CR1002",
        Severity.WARNING,
        {
            "sv": "Det framgår inte hur många programmet är till för.",
            "en": "It does not say how many the programme is for.",
        },
        {
            "sv": "Skriv antalet under `of`, eller under `intended_for`: `number` eller `units`.",
            "en": "Write the number under `of`, or under `intended_for`: `number` or `units`.",
        },
    ),
    scope=ProgrammeScope,
    reason={
        "sv": "Att 79 har genomfört något säger lite om man inte vet om det är 79 av 80 eller av 800.",
        "en": "That 79 have completed something says little unless one knows whether it is 79 of 80 or of 800.",
    },
    source={
        "sv": "Stockholms stad 2025 om uppföljning av en kompetensinsats",
        "en": "City of Stockholm 2025, on following up a programme of professional development",
    },
    bad=GOOD.replace("intended_for: {what: grundskolor, number: 144}\n", ""),
    good=GOOD,
    find=find,
)
