"""CR903: consequences that are both analysed and said not to be"""

from collections.abc import Iterator

from crosp_cli.checks.check import Check, Hit
from crosp_cli.checks.memo._example import GOOD
from crosp_cli.checks.memo.scope import MemoScope
from crosp_cli.findings import Rule, Severity


def find(subject: MemoScope) -> Iterator[Hit]:
    """Point at each reason for there being no analysis that stands beside one."""
    for name, part in subject.model.consequences.parts.items():
        if part.analysis and part.not_analysed:
            yield Hit(("consequences", name, "not_analysed"), key=True)


CHECK = Check(
    rule=Rule(
        "CR903",
        Severity.ERROR,
        {
            "sv": "Här står både en analys och varför ingen är gjord.",
            "en": "Both an analysis and a reason for there being none stand here.",
        },
        {
            "sv": "Behåll antingen `analysis` eller `not_analysed`.",
            "en": "Keep either `analysis` or `not_analysed`.",
        },
    ),
    scope=MemoScope,
    reason={
        "sv": "Bara det ena kan vara sant, och crosp kan inte veta vilket.",
        "en": "Only one of them can be true, and crosp cannot know which.",
    },
    source={
        "sv": "Stockholms stad 2025, tjänsteutlåtandets delar",
        "en": "City of Stockholm 2025, the parts of a memo to a board",
    },
    bad=GOOD.replace(
        "{not_analysed: Underlag saknas och tas fram under 2027.}",
        "{analysis: Ingen skillnad., not_analysed: Underlag saknas.}",
    ),
    good=GOOD,
    find=find,
)
