"""CR505: a follow-up that nothing was decided on"""

from collections.abc import Iterator

from crosp_cli.checks.check import AssessmentScope, Check, Hit
from crosp_cli.findings import Rule, Severity


def find(subject: AssessmentScope) -> Iterator[Hit]:
    """Point at each follow-up with a result and no decision."""
    for steps, follow_up in subject.follow_ups:
        if follow_up.result and follow_up.decision is None:
            yield Hit(steps)


CHECK = Check(
    rule=Rule(
        "CR505",
        Severity.NOTE,
        {
            "sv": "Uppföljningen har ett resultat men inget beslut.",
            "en": "The follow-up has a result but no decision.",
        },
        {
            "sv": "Skriv `decision:` continue, adjust eller stop.",
            "en": "Write `decision:` continue, adjust or stop.",
        },
    ),
    scope=AssessmentScope,
    reason={
        "sv": "En uppföljning är till för att insatsen ska kunna justeras.",
        "en": "A follow-up is there so that the measure can be adjusted.",
    },
    source={"sv": "SPSM 2024: Uppföljning och analys", "en": "SPSM 2024: Follow-up and analysis"},
    bad="""\
need:
  analysis: Fritidshemmet behöver komma med.
measures:
  - id: fritids-i-teamet
    what: En plats för fritidshemmet i elevhälsoteamets möten.
    responsible: rektor
    due: 2027-01-31
    status: ongoing
    follow_ups:
      - {date: 2026-09-01, source: survey, result: Fler deltar.}
""",
    good="""\
need:
  analysis: Fritidshemmet behöver komma med.
measures:
  - id: fritids-i-teamet
    what: En plats för fritidshemmet i elevhälsoteamets möten.
    responsible: rektor
    due: 2027-01-31
    status: ongoing
    follow_ups:
      - {date: 2026-09-01, source: survey, result: Fler deltar., decision: continue}
""",
    find=find,
)
