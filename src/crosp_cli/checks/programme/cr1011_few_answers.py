"""CR1011: answers from so few that they point someone out"""

from collections.abc import Iterator

from crosp_cli.checks.check import Check, Hit
from crosp_cli.checks.programme.scope import GOOD, ProgrammeScope
from crosp_cli.findings import Rule, Severity


def find(subject: ProgrammeScope) -> Iterator[Hit]:
    """Point at each follow-up that fewer answered than may be shown on their own."""
    limit = subject.smallest_group
    for place, follow_up in enumerate(subject.model.follow_ups):
        answered = follow_up.made.answered if follow_up.made else None
        if answered is not None and 0 < answered < limit:
            yield Hit(("follow_ups", place, "made", "answered"), {"limit": limit})


CHECK = Check(
    rule=Rule(
        "CR1011",
        Severity.NOTE,
        {
            "sv": "Färre än {limit} svarade, och vad de uppger visas inte.",
            "en": "Fewer than {limit} answered, and what they report is not shown.",
        },
        {
            "sv": "Texten kan stå kvar. Vill ni att den visas: samla svaren med dem från nästa uppföljning.",
            "en": "The text may stay. For it to be shown, gather the answers with those of the next follow-up.",
        },
    ),
    scope=ProgrammeScope,
    reason={
        "sv": "Bland ett fåtal går det att räkna ut vem som har svarat vad.",
        "en": "Among a few one can work out who answered what.",
    },
    source={"sv": "crosp: inga personuppgifter", "en": "crosp: no personal data"},
    bad=GOOD.replace("answered: 61", "answered: 3").replace(", number: 52", ""),
    good=GOOD,
    find=find,
)
