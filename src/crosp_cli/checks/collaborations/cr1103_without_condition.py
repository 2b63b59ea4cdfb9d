"""CR1103: a collaboration in the register that lacks one of its three conditions"""

from collections.abc import Iterator

from crosp_cli.checks.check import Check, Hit
from crosp_cli.checks.collaboration.cr603_without_condition import missing_conditions
from crosp_cli.checks.collaborations._example import GOOD
from crosp_cli.checks.collaborations.scope import CollaborationsScope
from crosp_cli.findings import Rule, Severity


def find(subject: CollaborationsScope) -> Iterator[Hit]:
    """Point at each collaboration of which not all three conditions are described."""
    for number, one in enumerate(subject.model.collaborations):
        if missing := missing_conditions(one.conditions):
            yield Hit(("collaborations", number, "title"), {"missing": missing})


CHECK = Check(
    rule=Rule(
        "CR1103",
        Severity.WARNING,
        {
            "sv": "Samverkan saknar: {missing}.",
            "en": "The collaboration lacks: {missing}.",
        },
        {
            "sv": "Skriv under `conditions` hur ni har ordnat det, eller vad som återstår.",
            "en": "Write under `conditions` how you have arranged it, or what remains.",
        },
    ),
    scope=CollaborationsScope,
    reason={
        "sv": "En väl fungerande samverkan kräver styrning på alla ledningsnivåer, struktur för arbetsfördelning och "
        "rutiner, och samsyn om problem och uppdrag.",
        "en": "Collaboration that works needs governance at every management level, structure for the division of "
        "work, and a shared understanding of problem and tasks.",
    },
    source={
        "sv": "Kunskapsguiden: Tre förutsättningar för samverkan",
        "en": "Kunskapsguiden: Three conditions for collaboration",
    },
    bad=GOOD.replace("      structure: Möte varje månad\n", ""),
    good=GOOD,
    find=find,
)
