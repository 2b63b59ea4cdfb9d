"""CR501: a follow-up whose day has passed and that tells nothing"""

from collections.abc import Iterator

from crosp_cli.checks.check import Check, Hit, NewestScope, each_measure
from crosp_cli.findings import Quoted, Rule, Severity


def find(scope: NewestScope) -> Iterator[Hit]:
    """Yield each follow-up before today without a result, in the newest assessment of a unit and level."""
    for steps, measure in each_measure(scope.newest):
        if measure.status == "dropped":
            continue
        for number, made in enumerate(measure.follow_ups):
            if made.date is not None and made.date < scope.today and not made.result:
                yield Hit((*steps, "follow_ups", number, "date"), {"day": Quoted(made.date.isoformat())})


_BAD = """\
format: crosp-assessment/1
framework: spsm-crosp@2024
unit: ekskolan
level: school
occasion: 2026-ht
date: 2026-10-15
cells:
  follow-up:
    quality:
      measures:
        - id: analysmote
          what: Ett analysmöte per termin.
          due: 2099-06-15
          status: planned
          follow_ups: [{date: 2020-03-01, source: survey}]
"""

CHECK = Check(
    rule=Rule(
        "CR501",
        Severity.WARNING,
        {
            "sv": "Uppföljningen {day} har inget resultat.",
            "en": "The follow-up of {day} has no result.",
        },
        {
            "sv": "Skriv vad ni såg, eller flytta datumet om den inte blev av.",
            "en": "Write what you saw, or move the date if it did not take place.",
        },
    ),
    scope=NewestScope,
    reason={
        "sv": "Huvudmäns redovisningar beskriver sällan vad insatser har lett fram till. Uppföljningen är "
        "till för er egen nästa analys.",
        "en": "Organisers' accounts seldom describe what came of measures. The follow-up is for your own next"
        " analysis.",
    },
    source={
        "sv": "SPSM 2024: Uppföljning och analys; Riksrevisionen",
        "en": "SPSM 2024: Follow-up and analysis; the Swedish National Audit Office",
    },
    bad=_BAD,
    good=_BAD.replace(
        "follow_ups: [{date: 2020-03-01, source: survey}]",
        "follow_ups: [{date: 2020-03-01, source: survey, result: Mötet hölls., decision: continue}]",
    ),
    find=find,
)
