"""CR1005: more completed and registered than there are"""

from bisect import bisect
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import accumulate

from crosp_cli.checks.check import Check, Hit
from crosp_cli.checks.programme.scope import GOOD, ProgrammeScope
from crosp_cli.findings import Rule, Severity
from crosp_cli.model.programme import Programme


def find(subject: ProgrammeScope) -> Iterator[Hit]:
    """Point at each number of registered that cannot stand beside what was completed by then."""
    programme = subject.model
    if programme.intended is None:
        return
    days, numbers = _completed(programme)
    for place, registered in enumerate(programme.registered):
        completed = numbers[bisect(days, registered.date)]
        if registered.number + completed > programme.intended:
            values = {"number": registered.number, "completed": completed, "of": programme.intended}
            yield Hit(("registered", place, "number"), values)


def _completed(programme: Programme) -> tuple[list[date], Sequence[int]]:
    """The days in order, and how many had completed it before the first and by each of them.

    As they were counted, or the units that are named where nobody has.
    """
    counts = sorted((count.date, count.number) for count in programme.completed)
    if counts:
        return [day for day, _number in counts], [*accumulate((number for _day, number in counts), max, initial=0)]
    done = sorted(((part.completed, part.unit) for part in programme.units if part.completed), reverse=True)
    first = {unit: day for day, unit in done}
    return sorted(first.values()), range(len(first) + 1)


CHECK = Check(
    rule=Rule(
        "CR1005",
        Severity.WARNING,
        {
            "sv": "De anmälda ({number}) och de som har genomfört programmet ({completed}) är tillsammans "
            "fler än det är till för ({of}).",
            "en": "Those registered ({number}) and those who have completed the programme ({completed}) are "
            "together more than it is for ({of}).",
        },
        {
            "sv": "Räkna bara dem som är anmälda och ännu inte har genomfört programmet.",
            "en": "Count only those who are registered and have not completed the programme yet.",
        },
    ),
    scope=ProgrammeScope,
    reason={
        "sv": "Den som är anmäld har inte genomfört något än. Räknas samma skola på båda ställena ser "
        "fler ut att delta än som gör det.",
        "en": "Whoever is registered has not completed anything yet. Where a school is counted in both "
        "places, more seem to take part than do.",
    },
    source={
        "sv": "Stockholms stad 2025 om uppföljning av en kompetensinsats",
        "en": "City of Stockholm 2025, on following up a programme of professional development",
    },
    bad=GOOD.replace("number: 12,", "number: 66,"),
    good=GOOD,
    find=find,
)
