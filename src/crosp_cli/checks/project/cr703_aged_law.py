"""CR703: law references that nobody has compared with the law for more than two years."""

from collections.abc import Iterator, Mapping
from datetime import date

from crosp_cli.checks.check import ProjectCheck
from crosp_cli.findings import Location, Rule, Severity, Value
from crosp_cli.reading.workspace import Context

YEARS = 2


def find(context: Context, today: date) -> Iterator[tuple[Location, Mapping[str, Value]]]:
    """Point at the framework in crosp.yaml if its law sections were last compared more than two years ago."""
    as_of = context.framework.head.law_as_of if context.framework else None
    if as_of is None or context.tree is None:
        return
    if (today.year - as_of.year, today.month, today.day) > (YEARS, as_of.month, as_of.day):
        yield context.tree.value_at(("framework",)), {"day": as_of.isoformat()}


CHECK = ProjectCheck(
    rule=Rule(
        "CR703",
        Severity.NOTE,
        {
            "sv": "Ramverkets lagrum jämfördes senast med lagen {day}, för mer än två år sedan.",
            "en": "The framework's law sections were last compared with the law on {day}, more than two years ago.",
        },
        {
            "sv": "Uppdatera crosp, eller jämför lagrummen och ändra `law_as_of` i ett eget ramverk.",
            "en": "Update crosp, or compare the sections and change `law_as_of` in a framework of your own.",
        },
    ),
    reason={
        "sv": "Lagar ändras. En hänvisning utan aktuellt datum kan säga något som inte längre gäller.",
        "en": "Laws change. A reference without a recent date may say something that no longer holds.",
    },
    source="crosp: inget lagrum ur minnet",
    bad="""\
format: crosp-project/1
framework: spsm-crosp@2024
organiser: {id: exempelkommun, name: Exempelkommun, type: municipal}
""",
    good="""\
format: crosp-project/1
framework: spsm-crosp@2024
organiser: {id: exempelkommun, name: Exempelkommun, type: municipal}
checks: {ignore: [CR703]}
""",
    find=find,
)
