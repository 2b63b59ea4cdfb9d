"""CR1001: more completed than there are"""

from collections.abc import Iterator

from crosp_cli.checks.check import Check, Hit
from crosp_cli.checks.programme.scope import GOOD, ProgrammeScope
from crosp_cli.findings import Rule, Severity


def find(subject: ProgrammeScope) -> Iterator[Hit]:
    """Point at each count that is larger than what it is counted of, and at units that are too many."""
    programme = subject.model
    for place, count in enumerate(programme.completed):
        of = programme.intended if count.of is None else count.of
        if of is not None and count.number > of:
            yield Hit(("completed", place, "number"), {"number": count.number, "of": of})
    intended = programme.intended_for
    completed = len({part.unit for part in programme.units if part.completed})
    if intended and not intended.units and intended.number is not None and completed > intended.number:
        yield Hit(("intended_for", "number"), {"number": completed, "of": intended.number})


CHECK = Check(
    rule=Rule(
        "CR1001",
        Severity.ERROR,
        {
            "sv": "Fler har genomfört programmet ({number}) än det är till för ({of}).",
            "en": "More have completed the programme ({number}) than it is for ({of}).",
        },
        {
            "sv": "Räkna om, eller rätta hur många det är till för den dagen.",
            "en": "Count again, or correct how many it was for on that day.",
        },
    ),
    scope=ProgrammeScope,
    reason={
        "sv": "En andel är inte mer värd än det den räknas på. Är täljaren för stor stämmer något av talen inte.",
        "en": "A share is worth no more than what it is counted of. Where there are too many, one of "
        "the numbers is wrong.",
    },
    source={
        "sv": "Stockholms stad 2025 om uppföljning av en kompetensinsats",
        "en": "City of Stockholm 2025, on following up a programme of professional development",
    },
    bad=GOOD.replace("number: 79}", "number: 179}"),
    good=GOOD,
    find=find,
)
