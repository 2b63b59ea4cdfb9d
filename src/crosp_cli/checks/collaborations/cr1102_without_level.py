"""CR1102: a collaboration in the register without the level that can solve the problem"""

from crosp_cli.checks.check import Check
from crosp_cli.checks.collaborations._example import GOOD
from crosp_cli.checks.collaborations.scope import CollaborationsScope, each_without
from crosp_cli.findings import Rule, Severity

CHECK = Check(
    rule=Rule(
        "CR1102",
        Severity.WARNING,
        {
            "sv": "Det framgår inte på vilken nivå problemet kan lösas.",
            "en": "It does not say at which level the problem can be solved.",
        },
        {
            "sv": "Skriv under `solves_at` nivån som kan lösa problemet, till exempel `organiser`.",
            "en": "Write under `solves_at` the level that can solve the problem, such as `organiser`.",
        },
    ),
    scope=CollaborationsScope,
    reason={
        "sv": "Den som ska lösa något gemensamt behöver få besluta om det. Står nivån inte med, vet ingen vem som kan.",
        "en": "Whoever is to solve something jointly needs to be allowed to decide on it. Without the level, nobody "
        "knows who can.",
    },
    source={"sv": "Kunskapsguiden: Samverkan", "en": "Kunskapsguiden: Collaboration"},
    bad=GOOD.replace("    solves_at: organiser\n", ""),
    good=GOOD,
    find=each_without(lambda one: one.solves_at),
)
