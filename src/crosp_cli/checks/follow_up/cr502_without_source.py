"""CR502: a result that rests on nothing stated"""

from collections.abc import Iterator

from crosp_cli.checks.check import AssessmentScope, Check, Hit
from crosp_cli.findings import Rule, Severity


def find(subject: AssessmentScope) -> Iterator[Hit]:
    """Point at each follow-up with a result and no source."""
    for steps, follow_up in subject.follow_ups:
        if follow_up.result and follow_up.source is None:
            yield Hit(steps)


CHECK = Check(
    rule=Rule(
        "CR502",
        Severity.WARNING,
        {
            "sv": "Det framgår inte vad uppföljningens resultat bygger på.",
            "en": "The follow-up does not say what its result rests on.",
        },
        {
            "sv": "Skriv `source:` survey, interview, observation, records eller self-report.",
            "en": "Write `source:` survey, interview, observation, records or self-report.",
        },
    ),
    scope=AssessmentScope,
    reason={
        "sv": "Den som läser behöver veta om resultatet är sett, mätt eller berättat. Egna redogörelser säger"
        " något annat än en enkät.",
        "en": "A reader needs to know whether a result was seen, measured or told. One's own account says "
        "something else than a survey.",
    },
    source={
        "sv": "Stockholms stad 2025: två uppföljningar, där rektorerna själva redovisar",
        "en": "City of Stockholm 2025: two follow-ups, as principals themselves report",
    },
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
      - {date: 2026-09-01, result: Fler deltar., decision: continue}
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
      - {date: 2026-09-01, source: observation, result: Fler deltar., decision: continue}
""",
    find=find,
)
