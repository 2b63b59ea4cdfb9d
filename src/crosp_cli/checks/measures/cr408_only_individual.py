"""CR408: a whole assessment with measures at individual scope only"""

from collections.abc import Iterator

from crosp_cli.checks.check import AssessmentScope, Check, Hit
from crosp_cli.checks.measures._one_kind_only import alone
from crosp_cli.findings import Rule, Severity


def find(subject: AssessmentScope) -> Iterator[Hit]:
    """Point at the first measure if at least two say what they are and all of them should not stand alone."""
    yield from alone(subject, subject.framework.head.scopes, "scope")


_BAD = """\
need:
  analysis: Fritidshemmet behöver komma med.
measures:
  - id: fritids-i-teamet
    what: En plats för fritidshemmet i elevhälsoteamets möten.
    responsible: rektor
    due: 2027-01-31
    scope: individual
    follow_ups: [{date: 2027-03-01}]
  - id: samtal
    what: Stödsamtal.
    responsible: kurator
    due: 2027-01-31
    scope: individual
    follow_ups: [{date: 2027-03-01}]
"""

CHECK = Check(
    rule=Rule(
        "CR408",
        Severity.WARNING,
        {
            "sv": "Alla {count} insatser har omfattningen {kind}.",
            "en": "All {count} measures have the scope {kind}.",
        },
        {
            "sv": "Fråga er vad i gruppen eller på enheten som skulle göra skillnad för fler, och föreslå en "
            "sådan insats.",
            "en": "Ask what in the group or the unit would make a difference to more, and propose such a measure.",
        },
    ),
    scope=AssessmentScope,
    reason={
        "sv": "Det första av fem perspektivskiften går från individ till sammanhang. Det som ändras för en grupp "
        "eller en hel enhet möter många.",
        "en": "The first of five shifts goes from the individual to the context. What changes for a group or a whole "
        "school or preschool meets many.",
    },
    source={
        "sv": "SPSM 2021 om elevhälsoarbete",
        "en": "SPSM 2021, on student-health work",
    },
    bad=_BAD,
    good=_BAD.replace("scope: individual", "scope: organisation", 1),
    find=find,
)
