"""CR506: a result that is dated after today"""

from collections.abc import Iterator

from crosp_cli.checks.check import AssessmentScope, Check, Hit
from crosp_cli.findings import Rule, Severity


def find(subject: AssessmentScope) -> Iterator[Hit]:
    """Point at the date of each."""
    for steps, follow_up in subject.follow_ups:
        if follow_up.date is not None and follow_up.date > subject.today and follow_up.result:
            yield Hit((*steps, "date"), {"day": str(follow_up.date)})


CHECK = Check(
    rule=Rule(
        "CR506",
        Severity.WARNING,
        {
            "sv": "Uppföljningen har ett resultat, men dagen {day} har inte varit än.",
            "en": "The follow-up has a result, but its day, {day}, has not been yet.",
        },
        {
            "sv": "Kontrollera datumet.",
            "en": "Check the date.",
        },
    ),
    scope=AssessmentScope,
    reason={
        "sv": "Ett resultat finns först när uppföljningen är gjord. Ett felskrivet årtal gör att den räknas fel i "
        "allt som kommer efter.",
        "en": "There is a result only once the follow-up has been made. A mistyped year makes it count wrongly in "
        "all that comes after.",
    },
    source={
        "sv": "crosp: en kartläggning är säker att bygga på",
        "en": "crosp: an assessment is safe to build on",
    },
    bad="""\
need:
  analysis: Fritidshemmet behöver komma med.
measures:
  - id: a
    what: En plats i teamet.
    responsible: rektor
    due: 2027-05-31
    follow_ups:
      - {date: 2031-05-31, source: survey, result: Fler deltar., other_explanations: Inga kända., decision: continue}
""",
    good="""\
need:
  analysis: Fritidshemmet behöver komma med.
measures:
  - id: a
    what: En plats i teamet.
    responsible: rektor
    due: 2027-05-31
    follow_ups:
      - {date: 2026-10-15, source: survey, result: Fler deltar., other_explanations: Inga kända., decision: continue}
""",
    find=find,
)
