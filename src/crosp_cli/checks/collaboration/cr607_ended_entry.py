"""CR607: a measure that counts on a collaboration which has ended"""

from collections.abc import Iterator

from crosp_cli.checks.check import Check, Hit, Keep, ProjectScope
from crosp_cli.checks.collaboration._register import POINTING, followed, pointers_and_entries
from crosp_cli.findings import Quoted, Rule, Severity
from crosp_cli.model.assessment import Assessment
from crosp_cli.model.collaborations import Collaborations

_UNKNOWN = {"sv": "dagen står inte", "en": "no day stated"}


def find(project: ProjectScope) -> Iterator[Hit]:
    """Point at each unfinished measure whose collaboration has ended."""
    for path, pointer, entry in followed(project.kept):
        if entry is None or pointer.is_finished:
            continue
        if entry.has_ended or (entry.end is not None and entry.end < project.today):
            day = Quoted(entry.end.isoformat()) if entry.end else _UNKNOWN
            yield Hit(pointer.steps, {"value": Quoted(pointer.entry), "day": day}, path=path)


CHECK = Check(
    rule=Rule(
        "CR607",
        Severity.WARNING,
        {
            "sv": "Insatsen räknar med samverkan ”{value}”, som har avslutats ({day}).",
            "en": "The measure counts on the collaboration “{value}”, which has ended ({day}).",
        },
        {
            "sv": "Peka på en samverkan som pågår, förnya den i registret, eller avsluta insatsen.",
            "en": "Point at a collaboration that goes on, renew it in the register, or end the measure.",
        },
    ),
    scope=ProjectScope,
    reason={
        "sv": "En insats som vilar på något som har avslutats kan stanna utan att någon märker det.",
        "en": "A measure that rests on what has ended may stop without anybody noticing.",
    },
    source="crosp",
    bad=POINTING.replace("status: ongoing", "status: ended, end: 2026-06-30"),
    good=POINTING,
    find=find,
    keep=Keep(Assessment | Collaborations, pointers_and_entries),
)
