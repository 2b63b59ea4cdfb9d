"""CR1111: a collaboration whose last day has passed and that is not said to have ended"""

from collections.abc import Sequence
from datetime import date

from crosp_cli.checks.check import Check, Keep, ProjectScope
from crosp_cli.checks.collaborations._example import ENDED, GOOD
from crosp_cli.checks.registers import passed
from crosp_cli.findings import Rule, Severity
from crosp_cli.model.collaborations import Collaborations
from crosp_cli.reading.yaml.tree import Steps


def last_days(register: Collaborations) -> Sequence[tuple[Steps, date]]:
    """Return the last day of each collaboration that is not said to have ended."""
    listed = enumerate(register.collaborations)
    return [
        (("collaborations", n, "end"), one.end) for n, one in listed if one.end is not None and one.status != "ended"
    ]


CHECK = Check(
    rule=Rule(
        "CR1111",
        Severity.WARNING,
        {
            "sv": "Sista dagen, {day}, har passerat, men samverkan står inte som avslutad.",
            "en": "The last day, {day}, has passed, but the collaboration is not said to have ended.",
        },
        {
            "sv": "Skriv `status: ended` och vad det blev av den, eller en ny sista dag.",
            "en": "Write `status: ended` and what became of it, or a new last day.",
        },
    ),
    scope=ProjectScope,
    reason={
        "sv": "Det som har avslutats ska inte läsas som om det pågår.",
        "en": "What has ended should not be read as if it were going on.",
    },
    source={
        "sv": "SPSM 2024: samverkansuppdrag visas med datum",
        "en": "SPSM 2024: assignments of collaboration are shown with their dates",
    },
    bad=GOOD.replace("    start: 2026-01-12\n", "    start: 2026-01-12\n    end: 2026-06-30\n"),
    good=ENDED,
    find=passed,
    keep=Keep(Collaborations, last_days),
)
