"""CR302: a need that no measure answers"""

from collections.abc import Iterator

from crosp_cli.checks.check import AssessmentScope, Check, Hit
from crosp_cli.findings import Rule, Severity


def find(subject: AssessmentScope) -> Iterator[Hit]:
    """Point at each need, in words or as a target above the rating, without a measure."""
    for steps, _, cell in subject.cells:
        if cell.measures:
            continue
        rating, target = cell.current_state.rating, cell.need.target
        if cell.need.analysis or (target is not None and rating is not None and target > rating):
            yield Hit((*steps, "need"), key=True)


CHECK = Check(
    rule=Rule(
        "CR302",
        Severity.WARNING,
        {
            "sv": "Behovet har ingen insats.",
            "en": "The need has no measure.",
        },
        {
            "sv": "Föreslå minst en insats under `measures`, även om den är liten.",
            "en": "Propose at least one measure under `measures`, even a small one.",
        },
    ),
    scope=AssessmentScope,
    reason={
        "sv": "Det tredje steget i modellen är att föreslå insatser. En analys som ingen insats följer blir "
        "lätt liggande.",
        "en": "The model's third step is to propose measures. An analysis that no measure follows easily "
        "comes to nothing.",
    },
    source={"sv": "SPSM 2024: föreslå insatser", "en": "SPSM 2024: proposing measures"},
    bad="""\
need:
  analysis: Fritidshemmet behöver komma med i elevhälsoarbetet.
""",
    good="""\
need:
  analysis: Fritidshemmet behöver komma med i elevhälsoarbetet.
measures:
  - id: fritids-i-teamet
    what: En plats för fritidshemmet i elevhälsoteamets möten.
    responsible: rektor
    due: 2027-01-31
    follow_ups: [{date: 2027-03-01}]
""",
    find=find,
)
