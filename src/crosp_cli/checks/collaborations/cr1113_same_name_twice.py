"""CR1113: a short name that two registers of a project give"""

from collections.abc import Sequence

from crosp_cli.checks.check import Check, Keep, ProjectScope
from crosp_cli.checks.collaborations._example import GOOD
from crosp_cli.checks.registers import given_before
from crosp_cli.findings import Rule, Severity
from crosp_cli.model.collaborations import Collaborations
from crosp_cli.reading.yaml.tree import Steps


def short_names(register: Collaborations) -> Sequence[tuple[Steps, str]]:
    """Return the short name of each collaboration."""
    return [(("collaborations", number, "id"), one.id) for number, one in enumerate(register.collaborations)]


CHECK = Check(
    rule=Rule(
        "CR1113",
        Severity.ERROR,
        {
            "sv": "Kortnamnet ”{value}” finns redan i {path}.",
            "en": "The short name “{value}” already stands in {path}.",
        },
        {
            "sv": "Ge den ena ett annat kortnamn, och ändra det i insatserna som pekar på den.",
            "en": "Give one of them another short name, and change it in the measures that point at it.",
        },
    ),
    scope=ProjectScope,
    reason={
        "sv": "En insats pekar på en samverkan med kortnamnet. Då får bara en heta så i hela projektet.",
        "en": "A measure points at a collaboration by its short name. Only one in the whole project may be called so.",
    },
    source="crosp",
    bad=f"{GOOD}---\n{GOOD}",
    good=f"{GOOD}---\n{GOOD.replace('id: tidiga-tecken', 'id: tidiga-tecken-2')}",
    find=given_before,
    keep=Keep(Collaborations, short_names),
)
