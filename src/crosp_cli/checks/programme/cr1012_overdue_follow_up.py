"""CR1012: a follow-up that was planned and not made"""

from collections.abc import Sequence
from datetime import date

from crosp_cli.checks.check import Check, Keep, ProjectScope
from crosp_cli.checks.programme.scope import GOOD
from crosp_cli.checks.registers import passed
from crosp_cli.findings import Rule, Severity
from crosp_cli.model.programme import Programme
from crosp_cli.reading.yaml.tree import Steps


def planned(programme: Programme) -> Sequence[tuple[Steps, date]]:
    """Return the follow-ups that have not been made, each with its day."""
    listed = enumerate(programme.follow_ups)
    return [(("follow_ups", n, "planned"), one.planned) for n, one in listed if one.planned and one.made is None]


CHECK = Check(
    rule=Rule(
        "CR1012",
        Severity.WARNING,
        {
            "sv": "Uppföljningen var planerad till {day} och är inte gjord.",
            "en": "The follow-up was planned for {day} and has not been made.",
        },
        {
            "sv": "Skriv under `made` vad den gav, eller en ny dag under `planned`.",
            "en": "Write under `made` what came of it, or a new day under `planned`.",
        },
    ),
    scope=ProjectScope,
    reason={
        "sv": "Det som inte följs upp går inte att säga något om när någon frågar.",
        "en": "Of what is not followed up nothing can be said when somebody asks.",
    },
    source="crosp",
    bad=GOOD[: GOOD.index("    made:")] + GOOD[GOOD.index("questions:") :],
    good=GOOD,
    find=passed,
    keep=Keep(Programme, planned),
)
