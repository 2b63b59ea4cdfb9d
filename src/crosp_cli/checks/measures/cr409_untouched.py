"""CR409: a measure that has stood still from one occasion to the next"""

from collections.abc import Iterator

from crosp_cli.checks.check import Check, Hit, NewestScope, each_measure
from crosp_cli.findings import Quoted, Rule, Severity


def find(scope: NewestScope) -> Iterator[Hit]:
    """Yield each unfinished measure in a newest assessment that stands in the one before it just as it does now.

    One that nobody has begun to fill in is not asked about: all in it was brought along from the one before.
    """
    before = scope.before
    if before is None or not scope.newest.has_begun:
        return
    known = {measure.id: measure.standing for _, measure in each_measure(before) if not measure.is_finished}
    for steps, measure in each_measure(scope.newest):
        if not measure.is_finished and known.get(measure.id) == measure.standing:
            yield Hit(steps, {"day": Quoted(before.date.isoformat())})


_BAD = """\
format: crosp-assessment/1
framework: spsm-crosp@2024
unit: ekskolan
level: school
occasion: 2025-ht
date: 2025-10-15
cells:
  follow-up:
    quality:
      measures:
        - id: analysmote
          what: Ett analysmöte per termin.
          due: 2099-06-15
          status: planned
---
format: crosp-assessment/1
framework: spsm-crosp@2024
unit: ekskolan
level: school
occasion: 2026-ht
date: 2026-10-15
cells:
  follow-up:
    quality:
      current_state:
        reflection: Mötet hölls inte i våras.
      measures:
        - id: analysmote
          what: Ett analysmöte per termin.
          due: 2099-06-15
          status: planned
          carried_over_from: 2025-ht
"""

CHECK = Check(
    rule=Rule(
        "CR409",
        Severity.WARNING,
        {
            "sv": "Insatsen är orörd sedan {day}.",
            "en": "The measure stands exactly as it did {day}.",
        },
        {
            "sv": "Besluta om den: kom i gång, ändra den eller avsluta den med `status: dropped`.",
            "en": "Decide on it: begin, change it, or end it with `status: dropped`.",
        },
    ),
    scope=NewestScope,
    reason={
        "sv": "En insats som förs vidare orörd är ett tecken på att analysen har fastnat.",
        "en": "A measure that is carried on untouched is a sign that the analysis has got stuck.",
    },
    source={"sv": "SPSM 2021: risken att en analys fastnar", "en": "SPSM 2021: the risk that an analysis gets stuck"},
    bad=_BAD,
    good=_BAD.replace("planned\n          carried", "ongoing\n          carried"),
    find=find,
)
