"""CR1007: more answers than there can be"""

from collections.abc import Iterator

from crosp_cli.checks.check import Check, Hit
from crosp_cli.checks.programme.scope import GOOD, ProgrammeScope
from crosp_cli.findings import Rule, Severity


def find(subject: ProgrammeScope) -> Iterator[Hit]:
    """Point at answers that are more than were asked for, and at what more report than answered.

    No number is told: a finding stands in logs, and those who answered may be few.
    """
    for place, follow_up in enumerate(subject.model.follow_ups):
        made = follow_up.made
        if made is None or made.answered is None:
            continue
        at = ("follow_ups", place, "made")
        if made.of is not None and made.answered > made.of:
            yield Hit((*at, "answered"))
        for number, reported in enumerate(made.reports):
            if reported.number is not None and reported.number > made.answered:
                yield Hit((*at, "reports", number, "number"))


CHECK = Check(
    rule=Rule(
        "CR1007",
        Severity.ERROR,
        {
            "sv": "Antalet är större än det som det är en del av.",
            "en": "The number is larger than the one that it is part of.",
        },
        {
            "sv": "Under `answered` står hur många som svarade av dem som tillfrågades, `of`. Under "
            "`number` står hur många av dem som svarade.",
            "en": "Under `answered` stands how many answered of those who were asked, `of`. Under `number` "
            "stands how many of those who answered.",
        },
    ),
    scope=ProgrammeScope,
    reason={
        "sv": "Den som läser ska kunna lita på vad andelarna är räknade på.",
        "en": "Whoever reads should be able to trust what the shares are counted of.",
    },
    source="crosp",
    bad=GOOD.replace("answered: 61", "answered: 97"),
    good=GOOD,
    find=find,
)
