"""CR1110: a collaboration whose days do not go together"""

from collections.abc import Iterator

from crosp_cli.checks.check import Check, Hit
from crosp_cli.checks.collaborations._example import GOOD
from crosp_cli.checks.collaborations.scope import CollaborationsScope
from crosp_cli.findings import Quoted, Rule, Severity
from crosp_cli.reading.yaml.tree import Steps


def find(subject: CollaborationsScope) -> Iterator[Hit]:
    """Point at each last day and each report that is before the first day."""
    for number, one in enumerate(subject.model.collaborations):
        at: Steps = ("collaborations", number)
        reports = [((*at, "reports", place, "date"), report.date) for place, report in enumerate(one.reports)]
        for steps, day in [((*at, "end"), one.end), *reports]:
            if one.start and day and day < one.start:
                yield Hit(steps, {"day": Quoted(day.isoformat()), "start": Quoted(one.start.isoformat())})


CHECK = Check(
    rule=Rule(
        "CR1110",
        Severity.ERROR,
        {
            "sv": "{day} ligger före första dagen, {start}.",
            "en": "{day} is before the first day, {start}.",
        },
        {
            "sv": "Rätta datumet, eller första dagen under `start`.",
            "en": "Correct the date, or the first day under `start`.",
        },
    ),
    scope=CollaborationsScope,
    reason={
        "sv": "Datum som inte går ihop gör att samverkan visas som pågående eller avslutad när den inte är det.",
        "en": "With dates that do not go together a collaboration is shown as ongoing or ended when it is not.",
    },
    source="crosp",
    bad=GOOD.replace("    start: 2026-01-12\n", "    start: 2026-01-12\n    end: 2025-06-30\n"),
    good=GOOD,
    find=find,
)
