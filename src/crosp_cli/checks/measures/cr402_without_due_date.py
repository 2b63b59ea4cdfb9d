"""CR402: a measure without an end"""

from collections.abc import Iterator

from crosp_cli.checks.check import AssessmentScope, Check, Hit
from crosp_cli.checks.measures._example import GOOD
from crosp_cli.findings import Rule, Severity


def find(subject: AssessmentScope) -> Iterator[Hit]:
    """Point at each unfinished measure without a due date."""
    for steps, measure in subject.measures:
        if not measure.is_finished and measure.due is None:
            yield Hit(steps)


CHECK = Check(
    rule=Rule(
        "CR402",
        Severity.WARNING,
        {
            "sv": "Insatsen har inget slutdatum.",
            "en": "The measure has no due date.",
        },
        {
            "sv": "Skriv under `due` när den ska vara genomförd.",
            "en": "Write under `due` when it is to be carried out.",
        },
    ),
    scope=AssessmentScope,
    reason={
        "sv": "Det som ska följas upp behöver en tidpunkt att följa upp mot.",
        "en": "What is to be followed up needs a time to be followed up against.",
    },
    source={"sv": "SPSM 2024: Uppföljning och analys", "en": "SPSM 2024: Follow-up and analysis"},
    bad=GOOD.replace("    due: 2027-01-31\n", ""),
    good=GOOD,
    find=find,
)
