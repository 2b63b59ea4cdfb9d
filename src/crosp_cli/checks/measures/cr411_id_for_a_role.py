"""CR411: a group's short name where a role is wanted"""

from collections.abc import Iterator, Sequence

from crosp_cli.checks.check import AssessmentScope, Check, Hit
from crosp_cli.checks.measures._example import GOOD
from crosp_cli.findings import Quoted, Rule, Severity, Value
from crosp_cli.reading.documents.names import title_of
from crosp_cli.text.languages import LANGUAGES, pick


def find(subject: AssessmentScope) -> Iterator[Hit]:
    """Point at each responsible role that is the id of one of the framework's groups, and no word of its title."""
    titles = {group.id: group.title for group in subject.framework.head.groups}
    for steps, measure in subject.measures:
        role = measure.responsible
        if role in titles and not any(role in pick(titles[role], language).lower() for language in _languages(subject)):
            values: dict[str, Value] = {"id": Quoted(role), "title": title_of(subject.framework, titles[role])}
            yield Hit((*steps, "responsible"), values)


def _languages(subject: AssessmentScope) -> Sequence[str]:
    return (subject.project.language,) if subject.project else LANGUAGES


CHECK = Check(
    rule=Rule(
        "CR411",
        Severity.NOTE,
        {
            "sv": "{id} är ett kortnamn för en grupp, och står så i rapporten.",
            "en": "{id} is the short name of a group, and is shown so in the report.",
        },
        {
            "sv": "Skriv rollen som ni säger den till vardags. Gruppen heter {title}.",
            "en": "Write the role as you say it. The group is called {title}.",
        },
    ),
    scope=AssessmentScope,
    reason={
        "sv": "Den som ansvarar för en insats läses i rapporter och kalendrar. Ett kortnamn är till för filen.",
        "en": "Who answers for a measure is read in reports and calendars. A short name is for the file.",
    },
    source={"sv": "crosp: varje text läses av någon", "en": "crosp: every text is read by somebody"},
    bad=GOOD.replace("responsible: rektor", "responsible: student-health"),
    good=GOOD,
    find=find,
)
