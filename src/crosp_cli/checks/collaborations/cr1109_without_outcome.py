"""CR1109: a collaboration that has ended without a word on what became of it"""

from collections.abc import Iterator

from crosp_cli.checks.check import Check, Hit
from crosp_cli.checks.collaborations._example import ENDED
from crosp_cli.checks.collaborations.scope import CollaborationsScope
from crosp_cli.findings import Rule, Severity


def find(subject: CollaborationsScope) -> Iterator[Hit]:
    """Point at the status of what has ended without an outcome."""
    for number, one in enumerate(subject.model.collaborations):
        if one.status == "ended" and not one.outcome:
            yield Hit(("collaborations", number, "status"))


CHECK = Check(
    rule=Rule(
        "CR1109",
        Severity.WARNING,
        {
            "sv": "Samverkan är avslutad, och det står inte vad det blev av den.",
            "en": "The collaboration has ended, and it does not say what became of it.",
        },
        {
            "sv": "Skriv under `outcome` vad som kom ut av den och vad som lever vidare, också om det blev mindre än "
            "ni hoppades.",
            "en": "Write under `outcome` what came of it and what goes on, also where that was less than you hoped.",
        },
    ),
    scope=CollaborationsScope,
    reason={
        "sv": "Nästa överenskommelse kan bygga på det som den förra lärde er, om det är nedskrivet.",
        "en": "The next agreement can build on what the last one taught you, if it is written down.",
    },
    source="crosp",
    bad=ENDED.replace("    outcome: Rutinen lever vidare\n", ""),
    good=ENDED,
    find=find,
)
