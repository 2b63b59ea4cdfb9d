"""CR1101: a collaboration in the register without a purpose"""

from crosp_cli.checks.check import Check
from crosp_cli.checks.collaborations._example import GOOD
from crosp_cli.checks.collaborations.scope import CollaborationsScope, each_without
from crosp_cli.findings import Rule, Severity

CHECK = Check(
    rule=Rule(
        "CR1101",
        Severity.WARNING,
        {
            "sv": "Samverkan har inget syfte.",
            "en": "The collaboration has no purpose.",
        },
        {
            "sv": "Skriv under `purpose` vad ni ska uppnå tillsammans som ni inte når var för sig.",
            "en": "Write under `purpose` what you want to achieve together that you cannot achieve apart.",
        },
    ),
    scope=CollaborationsScope,
    reason={
        "sv": "Samverkan behöver alltid ha ett tydligt syfte.",
        "en": "Collaboration always needs a clear purpose.",
    },
    source={"sv": "Kunskapsguiden: Samverkan", "en": "Kunskapsguiden: Collaboration"},
    bad=GOOD.replace("    purpose: Familjer får hjälp tidigt\n", ""),
    good=GOOD,
    find=each_without(lambda one: one.purpose or ""),
)
