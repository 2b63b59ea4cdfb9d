"""CR407: a whole assessment with nothing but remedial measures"""

from collections.abc import Iterator

from crosp_cli.checks.check import AssessmentScope, Check, Hit
from crosp_cli.checks.measures._one_kind_only import alone
from crosp_cli.findings import Rule, Severity


def find(subject: AssessmentScope) -> Iterator[Hit]:
    """Point at the first measure if at least two say what they are and all of them should not stand alone."""
    yield from alone(subject, subject.framework.head.orientations, "orientation")


_BAD = """\
need:
  analysis: Fritidshemmet behöver komma med.
measures:
  - id: fritids-i-teamet
    what: En plats för fritidshemmet i elevhälsoteamets möten.
    responsible: rektor
    due: 2027-01-31
    orientation: remedial
    follow_ups: [{date: 2027-03-01}]
  - id: samtal
    what: Stödsamtal.
    responsible: kurator
    due: 2027-01-31
    orientation: remedial
    follow_ups: [{date: 2027-03-01}]
"""

CHECK = Check(
    rule=Rule(
        "CR407",
        Severity.WARNING,
        {
            "sv": "Alla {count} insatser har inriktningen {kind}.",
            "en": "All {count} measures are of the kind {kind}.",
        },
        {
            "sv": "Fråga er vilket hinder i lärmiljön som skulle kunna undanröjas, och föreslå en främjande "
            "eller förebyggande insats.",
            "en": "Ask which barrier in the learning environment could be removed, and propose a promoting "
            "or preventive measure.",
        },
    ),
    scope=AssessmentScope,
    reason={
        "sv": "Det som främjar och förebygger görs innan något har blivit svårt. Att falla tillbaka i åtgärdande "
        "arbete är en känd risk.",
        "en": "What promotes and prevents is done before something has become hard. Falling back into remedial "
        "work is a known risk.",
    },
    source={
        "sv": "SPSM 2021 om elevhälsoarbete",
        "en": "SPSM 2021, on student-health work",
    },
    bad=_BAD,
    good=_BAD.replace("orientation: remedial", "orientation: preventive", 1),
    find=find,
)
