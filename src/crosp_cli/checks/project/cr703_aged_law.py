"""CR703: law references that nobody has compared with the law for more than two years."""

from collections.abc import Iterator

from crosp_cli.checks.check import Check, Hit, ProjectScope
from crosp_cli.findings import Rule, Severity

YEARS = 2


def find(project: ProjectScope) -> Iterator[Hit]:
    """Point at the framework in crosp.yaml if its law sections were last compared more than two years ago."""
    framework, today = project.context.framework, project.today
    as_of = framework.head.law_as_of if framework else None
    if as_of is None:
        return
    if (today.year - as_of.year, today.month, today.day) > (YEARS, as_of.month, as_of.day):
        yield Hit(("framework",), {"day": as_of.isoformat()})


CHECK = Check(
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
    scope=ProjectScope,
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
