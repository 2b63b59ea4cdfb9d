"""CR904: a decision memo that does not say who was consulted"""

from collections.abc import Iterator

from crosp_cli.checks.check import Check, Hit
from crosp_cli.checks.memo._example import GOOD
from crosp_cli.checks.memo.scope import MemoScope
from crosp_cli.findings import Rule, Severity


def find(subject: MemoScope) -> Iterator[Hit]:
    """Point at the memo's title if nobody was consulted."""
    if not subject.model.preparation:
        yield Hit(("title",))


CHECK = Check(
    rule=Rule(
        "CR904",
        Severity.WARNING,
        {
            "sv": "Det framgår inte vilka som har hörts i beredningen.",
            "en": "It does not say who was consulted in the preparation.",
        },
        {
            "sv": "Skriv under `preparation` vilka grupper eller roller som har hörts eller ska höras, och när.",
            "en": "Write under `preparation` which groups or roles were or will be consulted, and when.",
        },
    ),
    scope=MemoScope,
    reason={
        "sv": "Den som beslutar behöver veta vilka som har fått säga sitt, och vilka som inte har det.",
        "en": "Whoever decides needs to know who has had their say, and who has not.",
    },
    source={
        "sv": "Stockholms stad 2025, tjänsteutlåtandets delar",
        "en": "City of Stockholm 2025, the parts of a memo to a board",
    },
    bad=GOOD.replace("preparation: [{who: rektorerna, date: 2026-10-20}]\n", ""),
    good=GOOD,
    find=find,
)
