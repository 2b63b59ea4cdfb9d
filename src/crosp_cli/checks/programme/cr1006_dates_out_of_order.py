"""CR1006: dates in a programme that cannot be right together"""

from collections.abc import Iterator
from datetime import date

from crosp_cli.checks.check import Check, Hit
from crosp_cli.checks.programme.scope import GOOD, ProgrammeScope
from crosp_cli.findings import Rule, Severity
from crosp_cli.reading.yaml.tree import Steps


def find(subject: ProgrammeScope) -> Iterator[Hit]:
    """Point at each day that lies before one that it must follow."""
    programme = subject.model
    pairs: list[tuple[Steps, date | None, date | None]] = [(("end",), programme.start, programme.end)]
    for place, registered in enumerate(programme.registered):
        pairs.append((("registered", place, "ends"), registered.begins, registered.ends))
    for place, part in enumerate(programme.units):
        pairs.append((("units", place, "completed"), part.registered or programme.start, part.completed))
    for place, count in enumerate(programme.completed):
        pairs.append((("completed", place, "date"), programme.start, count.date))
    for place, follow_up in enumerate(programme.follow_ups):
        if follow_up.made:
            pairs.append((("follow_ups", place, "made", "date"), programme.start, follow_up.made.date))
    for steps, earlier, later in pairs:
        if earlier and later and later < earlier:
            yield Hit(steps, {"later": later.isoformat(), "earlier": earlier.isoformat()})


CHECK = Check(
    rule=Rule(
        "CR1006",
        Severity.ERROR,
        {
            "sv": "{later} ligger före {earlier}.",
            "en": "{later} lies before {earlier}.",
        },
        {
            "sv": "Rätta den dag som är fel.",
            "en": "Correct the day that is wrong.",
        },
    ),
    scope=ProgrammeScope,
    reason={
        "sv": "Före och efter går bara att skilja åt om dagarna stämmer.",
        "en": "Before and after can be told apart only where the days are right.",
    },
    source="crosp",
    bad=GOOD.replace("start: 2022-08-15", "start: 2022-08-15\nend: 2021-06-30"),
    good=GOOD,
    find=find,
)
