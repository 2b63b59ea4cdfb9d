"""CR410: a date of a measure some ten years from the assessment"""

from collections.abc import Iterator

from crosp_cli.checks.check import AssessmentScope, Check, Hit
from crosp_cli.findings import Rule, Severity

_YEARS = 10


def find(subject: AssessmentScope) -> Iterator[Hit]:
    """Point at each date of a measure, or of a follow-up of it, that is so far off."""
    made = subject.model.date.year
    for steps, measure in subject.measures:
        days = [((*steps, key), getattr(measure, key)) for key in ("start", "due")]
        planned = [(number, one.date) for number, one in enumerate(measure.follow_ups) if not one.result]
        days += [((*steps, "follow_ups", number, "date"), day) for number, day in planned]
        for at, day in days:
            if day is not None and abs(day.year - made) > _YEARS:
                yield Hit(at, {"day": str(day)})


CHECK = Check(
    rule=Rule(
        "CR410",
        Severity.WARNING,
        {
            "sv": "{day} ligger mer än tio år från kartläggningen.",
            "en": "{day} lies more than ten years from the assessment.",
        },
        {
            "sv": "Kontrollera årtalet.",
            "en": "Check the year.",
        },
    ),
    scope=AssessmentScope,
    reason={
        "sv": "Två siffror som har bytt plats i ett årtal märks inte annars. Insatsen blir aldrig försenad, och "
        "ingen påminns om den.",
        "en": "Two figures that have changed places in a year are not noticed otherwise. The measure is never "
        "overdue, and nobody is reminded of it.",
    },
    source={
        "sv": "crosp: en kartläggning är säker att bygga på",
        "en": "crosp: an assessment is safe to build on",
    },
    bad="""\
need:
  analysis: Fritidshemmet behöver komma med.
measures:
  - {id: a, what: En plats i teamet., responsible: rektor, due: 2206-05-31, follow_ups: [{date: 2027-05-31}]}
""",
    good="""\
need:
  analysis: Fritidshemmet behöver komma med.
measures:
  - {id: a, what: En plats i teamet., responsible: rektor, due: 2027-05-31, follow_ups: [{date: 2027-05-31}]}
""",
    find=find,
)
