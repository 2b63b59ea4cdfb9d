"""CR1013: a registration whose period is over"""

from collections.abc import Sequence
from datetime import date

from crosp_cli.checks.check import Check, Keep, ProjectScope
from crosp_cli.checks.programme.scope import GOOD
from crosp_cli.checks.registers import passed
from crosp_cli.findings import Rule, Severity
from crosp_cli.model.programme import Programme
from crosp_cli.reading.yaml.tree import Steps


def over(programme: Programme) -> Sequence[tuple[Steps, date]]:
    """Return the registrations that no later count tells more of, each with the last day of its period."""
    counted = max((count.date for count in programme.completed), default=date.min)
    listed = enumerate(programme.registered)
    return [(("registered", n, "ends"), one.ends) for n, one in listed if one.ends and one.ends > counted]


CHECK = Check(
    rule=Rule(
        "CR1013",
        Severity.NOTE,
        {
            "sv": "De var anmälda till {day}, och det framgår inte hur det gick.",
            "en": "They were registered until {day}, and it does not say what came of it.",
        },
        {
            "sv": "Lägg till en rad under `completed` med hur många som nu har genomfört programmet.",
            "en": "Add an item under `completed` with how many have now completed the programme.",
        },
    ),
    scope=ProjectScope,
    reason={
        "sv": "Det som är slut ska inte visas som om det pågick. crosp visar anmälan med dess dag tills "
        "en ny räkning finns.",
        "en": "What has ended should not be shown as if it went on. crosp shows the registration with "
        "its day until there is a new count.",
    },
    source="crosp",
    bad=GOOD.replace("2099", "2024"),
    good=GOOD,
    find=passed,
    keep=Keep(Programme, over),
)
