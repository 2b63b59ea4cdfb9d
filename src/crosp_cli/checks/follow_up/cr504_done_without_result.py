"""CR504: a measure that is done and tells nothing of how it went"""

from collections.abc import Iterator

from crosp_cli.checks.check import AssessmentScope, Check, Hit
from crosp_cli.findings import Rule, Severity


def find(subject: AssessmentScope) -> Iterator[Hit]:
    """Point at the status of each measure that is done without a result."""
    for steps, measure in subject.measures:
        if measure.status == "done" and not any(follow_up.result for follow_up in measure.follow_ups):
            yield Hit((*steps, "status"))


CHECK = Check(
    rule=Rule(
        "CR504",
        Severity.WARNING,
        {
            "sv": "Insatsen är klar men ingen uppföljning har ett resultat.",
            "en": "The measure is done, but no follow-up has a result.",
        },
        {
            "sv": "Lägg till en uppföljning med vad ni såg efteråt.",
            "en": "Add a follow-up with what you saw afterwards.",
        },
    ),
    scope=AssessmentScope,
    reason={
        "sv": "Med rutiner för uppföljning kan insatser justeras, och nästa analys får något att bygga på.",
        "en": "With routines for follow-up, measures can be adjusted, and the next analysis has something to build on.",
    },
    source={
        "sv": "SPSM 2024: Uppföljning och analys; Riksrevisionen",
        "en": "SPSM 2024: Follow-up and analysis; the Swedish National Audit Office",
    },
    bad="""\
need:
  analysis: Fritidshemmet behöver komma med.
measures:
  - id: fritids-i-teamet
    what: En plats för fritidshemmet i elevhälsoteamets möten.
    responsible: rektor
    due: 2027-01-31
    status: done
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
    status: done
    follow_ups: [{date: 2026-09-01, source: observation, result: Fritidshemmet deltar., decision: stop}]
""",
    find=find,
)
