"""CR906: a decision memo that rests on an assessment which the project does not have"""

from collections.abc import Iterator, Mapping, Sequence

from crosp_cli.checks.check import MemoCard, MemosCheck
from crosp_cli.checks.digest import Card
from crosp_cli.findings import Location, Quoted, Rule, Severity, Value


def find(memos: Sequence[MemoCard], cards: Sequence[Card]) -> Iterator[tuple[Location, Mapping[str, Value]]]:
    """Point at each assessment that a memo names and nobody has written."""
    named = {(basis.unit, basis.level, basis.occasion) for memo in memos for basis, _location in memo.bases}
    missing = named.difference((card.unit, card.level, card.occasion) for card in cards)
    for memo in memos:
        for basis, location in memo.bases:
            if (basis.unit, basis.level, basis.occasion) in missing:
                name = " ".join(part for part in (basis.unit, basis.level, basis.occasion) if part)
                yield location, {"value": Quoted(name)}


_MEMO = """\
format: crosp-memo/1
title: Delade kuratorstjänster
assessments: [{unit: ekskolan, level: school, occasion: 2026-ht}]
proposal: [Nämnden beslutar att pröva delade tjänster.]
preparation: [{who: rektorerna, date: 2026-10-20}]
consequences:
  children: {analysis: Fler får träffa en kurator på plats.}
  equality: {not_analysed: Underlag saknas och tas fram under 2027.}
"""

CHECK = MemosCheck(
    rule=Rule(
        "CR906",
        Severity.ERROR,
        {
            "sv": "Projektet har ingen kartläggning ”{value}”, som tjänsteutlåtandet bygger på.",
            "en": "The project has no assessment “{value}”, on which the decision memo rests.",
        },
        {
            "sv": "Skriv `unit`, `level` och `occasion` som de står i kartläggningen.",
            "en": "Write `unit`, `level` and `occasion` as they stand in the assessment.",
        },
    ),
    reason={
        "sv": "Den som beslutar ska kunna se vad förslaget bygger på, och crosp hämtar nuläge och insatser därifrån.",
        "en": "Whoever decides should be able to see what the proposal rests on, and crosp takes current state and "
        "measures from there.",
    },
    source="crosp",
    bad=_MEMO,
    good=_MEMO
    + """\
---
format: crosp-assessment/1
framework: spsm-crosp@2024
unit: ekskolan
level: school
occasion: 2026-ht
date: 2026-10-15
""",
    find=find,
)
