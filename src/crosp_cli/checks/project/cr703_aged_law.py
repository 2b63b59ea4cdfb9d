"""CR703: law references that nobody has compared with the law for more than a year, or since it changed."""

from collections.abc import Iterator

from crosp_cli.checks.check import Check, Hit, ProjectScope
from crosp_cli.findings import Rule, Severity
from crosp_cli.reading.documents.names import title_of
from crosp_cli.text.languages import Text, pick

YEARS = 1


def find(project: ProjectScope) -> Iterator[Hit]:
    """Point at the framework in crosp.yaml if its law sections should be compared with the law again.

    Where one assessment is asked about nothing is said: reading the law takes a sixth of such a run.
    """
    framework, today = project.context.framework, project.today
    as_of = framework.head.law_as_of if framework else None
    if framework is None or as_of is None or not project.itself_asked_about:
        return
    if (today.year - as_of.year, today.month, today.day) > (YEARS, as_of.month, as_of.day):
        yield Hit(("framework",), {"day": as_of.isoformat(), "why": _AGED})
    elif changed := _changed(project):
        yield Hit(("framework",), {"day": as_of.isoformat(), "why": title_of(framework, changed)})


def _changed(project: ProjectScope) -> Text | None:
    """What has changed since, by what the references themselves know of changes to come."""
    references = project.context.references()
    for reference in references.entries if references else ():
        for change in reference.changed_by(project.today):
            return {
                language: words.format(title=pick(reference.title, language), day=change.from_)
                for language, words in _CHANGED.items()
            }
    return None


_AGED = {"sv": "för mer än ett år sedan", "en": "more than a year ago"}
_CHANGED = {"sv": "och sedan dess har {title} ändrats ({day})", "en": "and {title} has changed since ({day})"}


CHECK = Check(
    rule=Rule(
        "CR703",
        Severity.NOTE,
        {
            "sv": "Ramverkets lagrum jämfördes senast med lagen {day}, {why}.",
            "en": "The framework's law sections were last compared with the law on {day}, {why}.",
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
    source={"sv": "crosp: inget lagrum ur minnet", "en": "crosp: no law from memory"},
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
