"""CR1009: follow-ups of a programme without other explanations, said once a file"""

from collections.abc import Iterator

from crosp_cli.checks.check import Check, Hit
from crosp_cli.checks.programme.scope import GOOD, ProgrammeScope
from crosp_cli.findings import Rule, Severity


def find(subject: ProgrammeScope) -> Iterator[Hit]:
    """Point at the first that reports something and considers nothing else, and tell how many there are."""
    alone = [
        ("follow_ups", place, "made", "reports")
        for place, follow_up in enumerate(subject.model.follow_ups)
        if follow_up.made and follow_up.made.reports and not follow_up.made.other_explanations
    ]
    if alone:
        yield Hit(alone[0], {"count": len(alone)}, key=True)


CHECK = Check(
    rule=Rule(
        "CR1009",
        Severity.NOTE,
        {
            "sv": "Uppföljningar utan andra förklaringar i filen: {count}. Det här är den första.",
            "en": "Follow-ups without other explanations in this file: {count}. This is the first.",
        },
        {
            "sv": "Skriv under `other_explanations` vad annat än programmet det kan hänga samman med. Vet ni inte, så "
            "skriv det.",
            "en": "Write under `other_explanations` what else than the programme it may go with. If you do not know, "
            "write that.",
        },
    ),
    scope=ProgrammeScope,
    reason={
        "sv": "Personal slutar, skolor väljer olika och annat pågår samtidigt. Att härleda en "
        "förändring till ett program blir för osäkert.",
        "en": "Staff leave, schools choose differently and other things go on at the same time. Tracing "
        "a change to one programme is too uncertain.",
    },
    source={
        "sv": "Stockholms stad 2025 om uppföljning av en kompetensinsats",
        "en": "City of Stockholm 2025, on following up a programme of professional development",
    },
    bad=GOOD.replace("      other_explanations: Många rektorer är nya.\n", ""),
    good=GOOD,
    find=find,
)
