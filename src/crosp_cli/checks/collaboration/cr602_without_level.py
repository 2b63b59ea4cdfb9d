"""CR602: collaboration that does not say where the problem can be solved"""

from collections.abc import Iterator

from crosp_cli.checks.check import AssessmentScope, Check, Hit
from crosp_cli.findings import Rule, Severity


def find(subject: AssessmentScope) -> Iterator[Hit]:
    """Point at each collaboration without the level that can solve the problem."""
    allowed = ", ".join(level.id for level in subject.framework.head.levels)
    for steps, together in subject.collaborations:
        if together.solves_at is None:
            yield Hit(steps, {"allowed": allowed}, key=True)


CHECK = Check(
    rule=Rule(
        "CR602",
        Severity.WARNING,
        {
            "sv": "Det framgår inte vilken nivå som kan lösa problemet.",
            "en": "The collaboration does not say at which level the problem can be solved.",
        },
        {
            "sv": "Skriv nivån under `solves_at`: {allowed}.",
            "en": "Write the level under `solves_at`: {allowed}.",
        },
    ),
    scope=AssessmentScope,
    reason={
        "sv": "Samverkan behöver ske på den nivå som kan lösa problemet.",
        "en": "Collaboration needs to take place at the level that can solve the problem.",
    },
    source="Kunskapsguiden: Samverkan",
    bad="""\
need:
  analysis: Fritidshemmet behöver komma med.
measures:
  - id: fritids-i-teamet
    what: En plats för fritidshemmet i elevhälsoteamets möten.
    responsible: rektor
    due: 2027-01-31
    collaboration:
      with: [socialtjänst]
      purpose: Tidig hjälp till familjer
      conditions:
        governance: Skolchefen följer upp
        structure: Möte varje månad
        shared_understanding: Gemensam introduktion
      confidentiality: Samtycke inhämtas före varje möte
    follow_ups: [{date: 2027-03-01}]
""",
    good="""\
need:
  analysis: Fritidshemmet behöver komma med.
measures:
  - id: fritids-i-teamet
    what: En plats för fritidshemmet i elevhälsoteamets möten.
    responsible: rektor
    due: 2027-01-31
    collaboration:
      with: [socialtjänst]
      purpose: Tidig hjälp till familjer
      solves_at: organiser
      conditions:
        governance: Skolchefen följer upp
        structure: Möte varje månad
        shared_understanding: Gemensam introduktion
      confidentiality: Samtycke inhämtas före varje möte
    follow_ups: [{date: 2027-03-01}]
""",
    find=find,
)
