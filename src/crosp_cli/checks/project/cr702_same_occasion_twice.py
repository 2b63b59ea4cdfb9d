"""CR702: two assessments of one unit at one level on one date."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from crosp_cli.checks.check import Check, Hit, ProjectScope
from crosp_cli.checks.digest import in_time
from crosp_cli.findings import Quoted, Rule, Severity


def find(project: ProjectScope) -> Iterator[Hit]:
    """Yield each assessment after the first with the same unit, level and date."""
    for _alike, found in groupby(in_time(project.assessments), key=attrgetter("unit", "level", "day")):
        first, *others = found
        for other in others:
            values = {"path": first.path, "day": Quoted(other.day.isoformat())}
            yield Hit(("date",), values, path=other.path)


_BAD = """\
format: crosp-assessment/1
framework: spsm-crosp@2024
unit: ekskolan
level: school
occasion: 2026-ht
date: 2026-10-15
---
format: crosp-assessment/1
framework: spsm-crosp@2024
unit: ekskolan
level: school
occasion: 2026-host
date: 2026-10-15
"""

CHECK = Check(
    rule=Rule(
        "CR702",
        Severity.ERROR,
        {
            "sv": "Samma enhet, nivå och datum ({day}) finns redan i {path}.",
            "en": "The same unit, level and date ({day}) already stand in {path}.",
        },
        {
            "sv": "Är det en kopia: ta bort den ena. Är det två tillfällen: rätta datumet.",
            "en": "If it is a copy, remove one of them. If they are two occasions, correct the date.",
        },
    ),
    scope=ProjectScope,
    reason={
        "sv": "Två svar från samma dag går inte att ordna i tid, och följs därför inte upp rätt.",
        "en": "Two answers from one day cannot be put in order of time, and so cannot be followed up.",
    },
    source="crosp",
    bad=_BAD,
    good=_BAD.replace("level: school\noccasion: 2026-host\n", "level: teaching\noccasion: 2026-ht\n"),
    find=find,
)
