"""CR1112: a report that was to be made and has not been"""

from collections.abc import Sequence
from datetime import date

from crosp_cli.checks.check import Check, Keep, ProjectScope
from crosp_cli.checks.collaborations._example import GOOD
from crosp_cli.checks.registers import passed
from crosp_cli.findings import Rule, Severity
from crosp_cli.model.collaborations import Collaborations
from crosp_cli.reading.yaml.tree import Steps


def owed(register: Collaborations) -> Sequence[tuple[Steps, date]]:
    """Return the day of each report that has not been made."""
    return [
        (("collaborations", number, "reports", place, "date"), report.date)
        for number, one in enumerate(register.collaborations)
        for place, report in enumerate(one.reports)
        if report.made is None
    ]


CHECK = Check(
    rule=Rule(
        "CR1112",
        Severity.NOTE,
        {
            "sv": "Det skulle redovisas senast {day}, och det står inte att det är gjort.",
            "en": "It was to be reported by {day}, and it does not say that it was.",
        },
        {
            "sv": "Skriv under `made` dagen då det redovisades, eller en ny dag under `date`.",
            "en": "Write under `made` the day on which it was reported, or a new day under `date`.",
        },
    ),
    scope=ProjectScope,
    reason={
        "sv": "En redovisning som ingen frågar efter är ett tecken på att styrningen saknas.",
        "en": "A report that nobody asks for is a sign that governance is missing.",
    },
    source={
        "sv": "Kunskapsguiden: Tre förutsättningar för samverkan",
        "en": "Kunskapsguiden: Three conditions for collaboration",
    },
    bad=GOOD + "    reports: [{date: 2026-06-15, what: delrapport, to: nämnden}]\n",
    good=GOOD + "    reports: [{date: 2026-06-15, what: delrapport, to: nämnden, made: 2026-06-11}]\n",
    find=passed,
    keep=Keep(Collaborations, owed),
)
