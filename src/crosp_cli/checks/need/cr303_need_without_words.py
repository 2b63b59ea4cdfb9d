"""CR303: a target or a priority that nobody has put words to"""

from collections.abc import Iterator

from crosp_cli.checks.check import AssessmentScope, Check, Hit
from crosp_cli.findings import Rule, Severity


def find(subject: AssessmentScope) -> Iterator[Hit]:
    """Point at each need without an analysis; what was carried over may still wait for one."""
    for steps, _, cell in subject.cells:
        need = cell.need
        if need.analysis or need.carried_over_from:
            continue
        if need.target is not None or need.priority is not None:
            yield Hit((*steps, "need"), key=True)


CHECK = Check(
    rule=Rule(
        "CR303",
        Severity.NOTE,
        {
            "sv": "Behovet har mål eller prioritet men ingen analys.",
            "en": "The need has a target or a priority but no analysis.",
        },
        {
            "sv": "Skriv kort varför det ser ut som det gör och vad som behöver utvecklas.",
            "en": "Write briefly why things are as they are and what needs to develop.",
        },
    ),
    scope=AssessmentScope,
    reason={
        "sv": "Det andra steget är att analysera behovet, och det är orsakerna till resultaten som ska analyseras.",
        "en": "The second step is to analyse the need, and it is the causes of the results that are to be analysed.",
    },
    source={
        "sv": "SPSM 2024: analysera behov av utveckling",
        "en": "SPSM 2024: analysing what needs to develop",
    },
    bad="""\
need:
  priority: high
measures:
  - id: fritids-i-teamet
    what: En plats för fritidshemmet i elevhälsoteamets möten.
    responsible: rektor
    due: 2027-01-31
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
    follow_ups: [{date: 2027-03-01}]
""",
    find=find,
)
