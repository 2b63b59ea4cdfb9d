"""CR905: a decision memo that does not say when somebody was consulted"""

from collections.abc import Iterator

from crosp_cli.checks.check import Check, Hit
from crosp_cli.checks.memo._example import GOOD
from crosp_cli.checks.memo.scope import MemoScope
from crosp_cli.findings import Rule, Severity


def find(subject: MemoScope) -> Iterator[Hit]:
    """Point at each who was consulted where nobody says when."""
    for number, part in enumerate(subject.model.preparation):
        if part.date is None:
            yield Hit(("preparation", number))


CHECK = Check(
    rule=Rule(
        "CR905",
        Severity.WARNING,
        {
            "sv": "Det framgår inte när de hördes.",
            "en": "It does not say when they were consulted.",
        },
        {
            "sv": "Skriv dagen under `date`, eller den dag då de ska få yttra sig.",
            "en": "Write the day under `date`, or the day on which they will have their say.",
        },
    ),
    scope=MemoScope,
    reason={
        "sv": "Dagen visar om de hördes före eller efter att förslaget skrevs.",
        "en": "The day shows whether they were consulted before or after the proposal was written.",
    },
    source={
        "sv": "Stockholms stad 2025, tjänsteutlåtandets delar",
        "en": "City of Stockholm 2025, the parts of a memo to a board",
    },
    bad=GOOD.replace("preparation: [{who: rektorerna, date: 2026-10-20}]\n", "preparation: [{who: rektorerna}]\n"),
    good=GOOD,
    find=find,
)
