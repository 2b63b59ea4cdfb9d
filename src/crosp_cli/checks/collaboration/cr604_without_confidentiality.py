"""CR604: collaboration that says nothing of secrecy"""

from collections.abc import Iterator

from crosp_cli.checks.check import AssessmentScope, Check, Hit
from crosp_cli.checks.collaboration._example import GOOD
from crosp_cli.findings import Rule, Severity


def find(subject: AssessmentScope) -> Iterator[Hit]:
    """Point at each collaboration that does not describe confidentiality."""
    for steps, together in subject.collaborations:
        if not together.confidentiality:
            yield Hit(steps, key=True)


CHECK = Check(
    rule=Rule(
        "CR604",
        Severity.NOTE,
        {
            "sv": "Det framgår inte hur ni hanterar sekretess och samtycke när ni samverkar.",
            "en": "The collaboration does not say how secrecy and consent are handled.",
        },
        {
            "sv": "Skriv under `confidentiality` vad som får delas, med vilket stöd, och hur samtycke inhämtas.",
            "en": "Write under `confidentiality` what may be shared, on what grounds, and how consent is obtained.",
        },
    ),
    scope=AssessmentScope,
    reason={
        "sv": "Sekretess och tystnadsplikt gäller alltid när yrkesgrupper samverkar.",
        "en": "Secrecy and the duty of confidentiality always apply when professions collaborate.",
    },
    source={
        "sv": "Kunskapsguiden: Samverkan",
        "en": "Kunskapsguiden: Collaboration",
    },
    bad=GOOD.replace("      confidentiality: Samtycke inhämtas före varje möte\n", ""),
    good=GOOD,
    find=find,
)
