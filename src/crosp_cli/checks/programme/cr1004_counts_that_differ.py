"""CR1004: counts that do not go together"""

from bisect import bisect
from collections.abc import Iterator
from itertools import pairwise

from crosp_cli.checks.check import Check, Hit
from crosp_cli.checks.programme.scope import GOOD, ProgrammeScope
from crosp_cli.findings import Rule, Severity


def find(subject: ProgrammeScope) -> Iterator[Hit]:
    """Point at each count that is lower than one before it, differs from one of that day, or from the units named."""
    counts = sorted(enumerate(subject.model.completed), key=lambda one: (one[1].date, -one[1].number))
    for (_before, earlier), (place, later) in pairwise(counts):
        if later.number < earlier.number:
            before = f"{earlier.number} ({earlier.date})"
            yield Hit(("completed", place, "number"), {"number": later.number, "other": before})
    days = sorted(part.completed for part in subject.model.units if part.completed)
    for place, count in counts:
        named = bisect(days, count.date)
        if named > count.number:
            words = {language: text.format(named=named) for language, text in _NAMED.items()}
            yield Hit(("completed", place, "number"), {"number": count.number, "other": words})


_NAMED = {"sv": "de {named} enheter som står under `units`", "en": "the {named} units that stand under `units`"}


CHECK = Check(
    rule=Rule(
        "CR1004",
        Severity.WARNING,
        {
            "sv": "Antalet ({number}) går inte ihop med {other}.",
            "en": "The number ({number}) does not go with {other}.",
        },
        {
            "sv": "Skriv hur många som hade genomfört programmet från början räknat, en rad för varje dag. "
            "Ändrar ni sättet att räkna: börja om med nya rader.",
            "en": "Write how many had completed the programme counted from the beginning, one item for each "
            "day. Where you change how you count, begin anew with new items.",
        },
    ),
    scope=ProgrammeScope,
    reason={
        "sv": "Den som har genomfört något har gjort det. Ett antal som sjunker beror oftast på att man "
        "har räknat olika.",
        "en": "Whoever has completed something has done so. A number that falls most often has been "
        "counted in another way.",
    },
    source="crosp",
    bad=GOOD.replace("completed: [", "completed: [{date: 2022-12-31, number: 80}, "),
    good=GOOD,
    find=find,
)
