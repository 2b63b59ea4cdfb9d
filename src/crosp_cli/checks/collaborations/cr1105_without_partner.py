"""CR1105: a collaboration in the register with nobody"""

from crosp_cli.checks.check import Check
from crosp_cli.checks.collaborations._example import GOOD
from crosp_cli.checks.collaborations.scope import CollaborationsScope, each_without
from crosp_cli.findings import Rule, Severity

CHECK = Check(
    rule=Rule(
        "CR1105",
        Severity.WARNING,
        {
            "sv": "Det framgår inte vilka ni samverkar med.",
            "en": "The collaboration does not say with whom.",
        },
        {
            "sv": "Skriv under `with` vilka organisationer och roller som deltar, aldrig namn.",
            "en": "Write under `with` which organisations and roles take part, never names.",
        },
    ),
    scope=CollaborationsScope,
    reason={
        "sv": "Samverkan används när flera behöver bidra. Då behöver det framgå vilka.",
        "en": "Collaboration is used when several need to contribute. Then it needs to show which.",
    },
    source={"sv": "Kunskapsguiden: Samverkan", "en": "Kunskapsguiden: Collaboration"},
    bad=GOOD.replace("    with: [{organisation: socialtjänsten, roles: [gruppledare]}]\n", ""),
    good=GOOD,
    find=each_without(lambda one: one.with_),
)
