"""CR1012: a follow-up that was planned and not made"""

from collections.abc import Iterator, Sequence
from datetime import date

from crosp_cli.checks.check import Check, Hit, Keep, ProjectScope
from crosp_cli.checks.programme._example import GOOD
from crosp_cli.findings import Rule, Severity
from crosp_cli.model.programme import Programme


def planned(programme: Programme) -> Sequence[tuple[int, date]]:
    """Return the follow-ups that have not been made, each with its day."""
    return [(n, one.planned) for n, one in enumerate(programme.follow_ups) if one.planned and one.made is None]


def find(project: ProjectScope) -> Iterator[Hit]:
    """Point at each follow-up whose day has passed."""
    for path, follow_ups in project.kept:
        for number, day in follow_ups:
            if day < project.today:
                yield Hit(("follow_ups", number, "planned"), {"day": day.isoformat()}, path=path)


CHECK = Check(
    rule=Rule(
        "CR1012",
        Severity.WARNING,
        {
            "sv": "Uppföljningen var planerad till {day} och är inte gjord.",
            "en": "The follow-up was planned for {day} and has not been made.",
        },
        {
            "sv": "Skriv under `made` vad den gav, eller en ny dag under `planned`.",
            "en": "Write under `made` what came of it, or a new day under `planned`.",
        },
    ),
    scope=ProjectScope,
    reason={
        "sv": "Det som inte följs upp går inte att säga något om när någon frågar.",
        "en": "Of what is not followed up nothing can be said when somebody asks.",
    },
    source="crosp",
    bad=GOOD[: GOOD.index("    made:")] + GOOD[GOOD.index("questions:") :],
    good=GOOD,
    find=find,
    keep=Keep(Programme, planned),
)
