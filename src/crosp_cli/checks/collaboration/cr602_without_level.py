"""CR602: collaboration that does not say where the problem can be solved"""

from collections.abc import Iterator

from crosp_cli.checks.check import AssessmentScope, Check, Hit
from crosp_cli.checks.collaboration._example import GOOD
from crosp_cli.findings import Rule, Severity
from crosp_cli.model.framework import Framework
from crosp_cli.reading.documents.names import offered


def find(subject: AssessmentScope) -> Iterator[Hit]:
    """Point at each collaboration without the level that can solve the problem."""
    allowed = levels(subject.framework)
    for steps, together in subject.collaborations:
        if together.solves_at is None:
            yield Hit(steps, {"allowed": allowed}, key=True)


def levels(framework: Framework) -> str:
    """The levels to choose from, as they stand in a message."""
    return offered(level.id for level in framework.head.levels)


CHECK = Check(
    rule=Rule(
        "CR602",
        Severity.WARNING,
        {
            "sv": "Det framgår inte på vilken nivå problemet kan lösas.",
            "en": "The collaboration does not say at which level the problem can be solved.",
        },
        {
            "sv": "Skriv nivån under `solves_at`: {allowed}.",
            "en": "Write the level under `solves_at`: {allowed}.",
        },
    ),
    scope=AssessmentScope,
    reason={
        "sv": "Samverkan hör hemma där det går att besluta om en lösning. På fel nivå blir den lätt möten utan beslut.",
        "en": "Collaboration belongs where a solution can be decided on. At the wrong level it easily becomes "
        "meetings without decisions.",
    },
    source={"sv": "Kunskapsguiden: Samverkan", "en": "Kunskapsguiden: Collaboration"},
    bad=GOOD.replace("      solves_at: organiser\n", ""),
    good=GOOD,
    find=find,
)
