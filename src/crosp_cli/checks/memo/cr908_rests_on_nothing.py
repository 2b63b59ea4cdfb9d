"""CR908: a decision memo that rests on no assessment and no competence programme"""

from collections.abc import Iterator

from crosp_cli.checks.check import Check, Hit
from crosp_cli.checks.memo._example import GOOD
from crosp_cli.checks.memo.scope import MemoScope
from crosp_cli.findings import Rule, Severity


def find(subject: MemoScope) -> Iterator[Hit]:
    """Point at the memo's title if it rests on nothing."""
    if not subject.model.assessments and not subject.model.programmes:
        yield Hit(("title",))


CHECK = Check(
    rule=Rule(
        "CR908",
        Severity.ERROR,
        {
            "sv": "Det framgår inte vad tjänsteutlåtandet bygger på.",
            "en": "It does not say what the decision memo rests on.",
        },
        {
            "sv": "Skriv en kartläggning under `assessments`, eller ett kompetensprogram under `programmes`.",
            "en": "Write an assessment under `assessments`, or a competence programme under `programmes`.",
        },
    ),
    scope=MemoScope,
    reason={
        "sv": "Den som beslutar ska kunna se vad förslaget bygger på, och crosp hämtar underlaget därifrån.",
        "en": "Whoever decides should see what the proposal rests on, and crosp takes the grounds from there.",
    },
    source="crosp",
    bad=GOOD.replace("assessments: [{level: organiser, occasion: 2026-ht}]\n", ""),
    good=GOOD,
    find=find,
)
