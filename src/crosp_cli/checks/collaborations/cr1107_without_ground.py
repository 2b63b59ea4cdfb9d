"""CR1107: a collaboration in the register that no agreement or assignment governs"""

from crosp_cli.checks.check import Check
from crosp_cli.checks.collaborations._example import GOOD
from crosp_cli.checks.collaborations.scope import CollaborationsScope, each_without
from crosp_cli.findings import Rule, Severity

CHECK = Check(
    rule=Rule(
        "CR1107",
        Severity.WARNING,
        {
            "sv": "Det framgår inte vilken överenskommelse eller vilket uppdrag samverkan vilar på.",
            "en": "It does not say which agreement or assignment the collaboration rests on.",
        },
        {
            "sv": "Skriv under `governed_by` vad överenskommelsen eller uppdraget heter, eller dess diarienummer.",
            "en": "Write under `governed_by` what the agreement or assignment is called, or its registration number.",
        },
    ),
    scope=CollaborationsScope,
    reason={
        "sv": "Styrning på alla ledningsnivåer är en av de tre förutsättningarna. En samverkan som ingen har "
        "beslutat hänger på personer.",
        "en": "Governance at every management level is one of the three conditions. A collaboration that nobody "
        "decided depends on persons.",
    },
    source={
        "sv": "Kunskapsguiden: Tre förutsättningar för samverkan",
        "en": "Kunskapsguiden: Three conditions for collaboration",
    },
    bad=GOOD.replace(
        "    governed_by: [{kind: agreement, what: Avsiktsförklaring, registration_number: BUN 2025/0118}]\n", ""
    ),
    good=GOOD,
    find=each_without(lambda one: one.is_governed),
)
