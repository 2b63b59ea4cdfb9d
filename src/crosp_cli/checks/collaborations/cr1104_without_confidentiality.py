"""CR1104: a collaboration in the register that does not say how secrecy is handled"""

from crosp_cli.checks.check import Check
from crosp_cli.checks.collaborations._example import GOOD
from crosp_cli.checks.collaborations.scope import CollaborationsScope, each_without
from crosp_cli.findings import Rule, Severity

CHECK = Check(
    rule=Rule(
        "CR1104",
        Severity.WARNING,
        {
            "sv": "Det framgår inte hur ni hanterar sekretess och samtycke.",
            "en": "It does not say how you handle secrecy and consent.",
        },
        {
            "sv": "Skriv under `confidentiality` vad som får delas, med vilket stöd, och hur samtycke inhämtas.",
            "en": "Write under `confidentiality` what may be shared, on what grounds, and how consent is obtained.",
        },
    ),
    scope=CollaborationsScope,
    reason={
        "sv": "Sekretess och tystnadsplikt gäller alltid när olika yrkesgrupper samverkar.",
        "en": "Secrecy and the duty of confidentiality always apply when different professions work together.",
    },
    source={"sv": "Kunskapsguiden: Samverkan", "en": "Kunskapsguiden: Collaboration"},
    bad=GOOD.replace("    confidentiality: Samtycke inhämtas före varje möte\n", ""),
    good=GOOD,
    find=each_without(lambda one: one.confidentiality or ""),
)
