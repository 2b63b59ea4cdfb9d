"""CR605: collaboration with nobody"""

from collections.abc import Iterator

from crosp_cli.checks.check import AssessmentScope, Check, Hit
from crosp_cli.checks.collaboration._example import GOOD
from crosp_cli.findings import Rule, Severity


def find(subject: AssessmentScope) -> Iterator[Hit]:
    """Point at each collaboration that names no partner."""
    for steps, together in subject.collaborations:
        if not together.with_:
            yield Hit(steps, key=True)


CHECK = Check(
    rule=Rule(
        "CR605",
        Severity.WARNING,
        {
            "sv": "Det framgår inte vilka ni samverkar med.",
            "en": "The collaboration does not say with whom.",
        },
        {
            "sv": "Skriv under `with` vilka som behövs: organisationer eller roller, aldrig namn på personer.",
            "en": "Write under `with` who is needed: organisations or roles, never names of persons.",
        },
    ),
    scope=AssessmentScope,
    reason={
        "sv": "Samverkan används när flera professioner behöver bidra. Då behöver det framgå vilka.",
        "en": "Collaboration is used when several professions need to contribute. Then it needs to show which.",
    },
    source={"sv": "Kunskapsguiden: Samverkan", "en": "Kunskapsguiden: Collaboration"},
    bad=GOOD.replace("      with: [socialtjänst]\n", ""),
    good=GOOD,
    find=find,
)
