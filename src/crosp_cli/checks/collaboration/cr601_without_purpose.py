"""CR601: collaboration without a purpose"""

from collections.abc import Iterator

from crosp_cli.checks.check import AssessmentScope, Check, Hit
from crosp_cli.checks.collaboration._example import GOOD
from crosp_cli.findings import Rule, Severity


def find(subject: AssessmentScope) -> Iterator[Hit]:
    """Point at each collaboration without a purpose."""
    for steps, together in subject.collaborations:
        if not together.purpose:
            yield Hit(steps, key=True)


CHECK = Check(
    rule=Rule(
        "CR601",
        Severity.WARNING,
        {
            "sv": "Samverkan har inget syfte.",
            "en": "The collaboration has no purpose.",
        },
        {
            "sv": "Skriv under `purpose` vad ni ska uppnå tillsammans som ni inte når var för sig.",
            "en": "Write under `purpose` what you want to achieve together that you cannot achieve apart.",
        },
    ),
    scope=AssessmentScope,
    reason={
        "sv": "Samverkan behöver alltid ha ett tydligt syfte.",
        "en": "Collaboration always needs a clear purpose.",
    },
    source={"sv": "Kunskapsguiden: Samverkan", "en": "Kunskapsguiden: Collaboration"},
    bad=GOOD.replace("      purpose: Tidig hjälp till familjer\n", ""),
    good=GOOD,
    find=find,
)
