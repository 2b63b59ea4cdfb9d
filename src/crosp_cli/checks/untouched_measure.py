"""CR409: a measure that has stood still from one occasion to the next"""

from collections.abc import Iterator, Sequence
from datetime import date

from crosp_cli.checks.base import Card, FolderCheck, FolderHit, with_predecessor
from crosp_cli.findings import Quoted, Rule, Severity


def find(cards: Sequence[Card], _today: date) -> Iterator[FolderHit]:
    """Yield each unfinished measure in a newest assessment that stands in the one before it just as it does now."""
    for card, before in with_predecessor(cards):
        known = {measure.id: measure.state for measure in before.measures} if before else {}
        for measure in card.measures:
            if measure.is_open and known.get(measure.id) == measure.state and before:
                yield FolderHit(card, measure.steps, {"day": Quoted(before.day.isoformat())})


CHECK = FolderCheck(
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
    reason={
        "sv": "En insats som förs vidare orörd är ett tecken på att analysen har fastnat.",
        "en": "A measure that is carried on untouched is a sign that the analysis has got stuck.",
    },
    source="SPSM 2021: risken att en analys fastnar",
    bad="""\
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
      measures:
        - id: analysmote
          what: Ett analysmöte per termin.
          due: 2099-06-15
          status: planned
          carried_over_from: 2025-ht
""",
    good="""\
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
      measures:
        - id: analysmote
          what: Ett analysmöte per termin.
          due: 2099-06-15
          status: ongoing
          carried_over_from: 2025-ht
""",
    find=find,
)
