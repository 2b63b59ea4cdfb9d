"""CR901: a decision memo without a proposal"""

from collections.abc import Iterator

from crosp_cli.checks.check import Check, Hit
from crosp_cli.checks.memo._example import GOOD
from crosp_cli.checks.memo.scope import MemoScope
from crosp_cli.findings import Rule, Severity


def find(subject: MemoScope) -> Iterator[Hit]:
    """Point at the memo's title if nothing is proposed."""
    if not subject.model.proposal:
        yield Hit(("title",))


CHECK = Check(
    rule=Rule(
        "CR901",
        Severity.WARNING,
        {
            "sv": "Tjänsteutlåtandet har inget förslag till beslut.",
            "en": "The decision memo has no proposal for a decision.",
        },
        {
            "sv": "Skriv under `proposal` vad som ska beslutas, en punkt för varje beslut.",
            "en": "Write under `proposal` what is to be decided, one item for each decision.",
        },
    ),
    scope=MemoScope,
    reason={
        "sv": "De som ska besluta behöver se precis vad de säger ja eller nej till.",
        "en": "Those who decide need to see exactly what they say yes or no to.",
    },
    source={
        "sv": "Stockholms stad 2025, tjänsteutlåtandets delar",
        "en": "City of Stockholm 2025, the parts of a memo to a board",
    },
    bad=GOOD.replace("proposal: [Nämnden beslutar att pröva delade tjänster.]\n", ""),
    good=GOOD,
    find=find,
)
