"""CR1003: a unit takes part that the programme is not for"""

from collections.abc import Iterator

from crosp_cli.checks.check import Check, Hit
from crosp_cli.checks.programme.scope import ProgrammeScope
from crosp_cli.findings import Quoted, Rule, Severity

_GOOD = """\
format: crosp-programme/1
framework: spsm-crosp@2024
id: uss
name: Utredning om särskilt stöd
intended_for: {units: [ekskolan]}
units: [{unit: ekskolan, completed: 2023-06-09}]
"""


def find(subject: ProgrammeScope) -> Iterator[Hit]:
    """Point at each unit that takes part and is none of those listed, where any are listed."""
    intended = subject.model.intended_for
    if intended is None or not intended.units:
        return
    listed = set(intended.units)
    for place, part in enumerate(subject.model.units):
        if part.unit not in listed:
            yield Hit(("units", place, "unit"), {"value": Quoted(part.unit)})


CHECK = Check(
    rule=Rule(
        "CR1003",
        Severity.ERROR,
        {
            "sv": "Enheten ”{value}” deltar, men står inte bland dem som programmet är till för.",
            "en": "The unit “{value}” takes part, but does not stand among those the programme is for.",
        },
        {
            "sv": "Lägg till den under `intended_for`, eller ta bort den under `units`.",
            "en": "Add it under `intended_for`, or remove it under `units`.",
        },
    ),
    scope=ProgrammeScope,
    reason={
        "sv": "Annars kan fler ha genomfört programmet än det är till för, och andelen stämmer inte.",
        "en": "Otherwise more may have completed the programme than it is for, and the share is wrong.",
    },
    source="crosp",
    bad=_GOOD.replace("units: [{unit: ekskolan, completed", "units: [{unit: lindskolan, completed"),
    good=_GOOD,
    find=find,
)
