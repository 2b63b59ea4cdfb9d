"""CR1106: a collaboration in the register that does not say that everybody's own responsibility remains"""

from crosp_cli.checks.check import Check
from crosp_cli.checks.collaborations._example import GOOD
from crosp_cli.checks.collaborations.scope import CollaborationsScope, each_without
from crosp_cli.findings import Rule, Severity

CHECK = Check(
    rule=Rule(
        "CR1106",
        Severity.WARNING,
        {
            "sv": "Det framgår inte vad var och en fortfarande ansvarar för.",
            "en": "It does not say what each still answers for.",
        },
        {
            "sv": "Skriv under `own_responsibility` vad ni gör själva också medan ni samverkar.",
            "en": "Write under `own_responsibility` what you go on doing yourselves while you collaborate.",
        },
    ),
    scope=CollaborationsScope,
    reason={
        "sv": "Den som samverkar har kvar sitt eget ansvar. Efter en orosanmälan stöder skolan eleven som förut.",
        "en": "Those who collaborate keep the responsibility that is theirs. After a report of concern has been made, "
        "the school goes on supporting the pupil.",
    },
    source={"sv": "Kunskapsguiden: Samverkan", "en": "Kunskapsguiden: Collaboration"},
    bad=GOOD.replace("    own_responsibility: Skolan stöder eleven också efter en orosanmälan\n", ""),
    good=GOOD,
    find=each_without(lambda one: one.own_responsibility or ""),
)
