"""CR601: collaboration without a purpose"""

from collections.abc import Iterator

from crosp_cli.checks.check import AssessmentScope, Check, Hit
from crosp_cli.findings import Rule, Severity


def find(subject: AssessmentScope) -> Iterator[Hit]:
    """Point at each collaboration without a purpose."""
    for steps, together in subject.collaborations:
        if not (together.purpose or "").strip():
            yield Hit(steps, key=True)


CHECK = Check(
    rule=Rule(
        "CR601",
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
    scope=AssessmentScope,
    reason={
        "sv": "Samverkan behöver alltid ha ett tydligt syfte.",
        "en": "Collaboration always needs a clear purpose.",
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
      solves_at: organiser
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
