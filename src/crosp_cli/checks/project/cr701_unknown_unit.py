"""CR701: an assessment of a unit that crosp.yaml does not list."""

from collections.abc import Iterator

from crosp_cli.checks.check import Check, Hit, MemoSubject, Subject
from crosp_cli.findings import Quoted, Rule, Severity
from crosp_cli.model.project import Project
from crosp_cli.reading.yaml.tree import Steps


def find(subject: Subject) -> Iterator[Hit]:
    """Point at the unit if the project does not have it."""
    yield from _unless_known(subject.assessment.unit, subject.project, ("unit",))


def find_in_memo(subject: MemoSubject) -> Iterator[Hit]:
    """Point at each unit that a decision memo names and the project does not have."""
    for number, basis in enumerate(subject.memo.assessments):
        yield from _unless_known(basis.unit, subject.project, ("assessments", number, "unit"))


def _unless_known(unit: str | None, project: Project | None, steps: Steps) -> Iterator[Hit]:
    if project is not None and unit is not None and project.unit(unit) is None:
        allowed = ", ".join(known.id for known in project.units) or "–"
        yield Hit(steps, {"value": Quoted(unit), "allowed": allowed})


CHECK = Check(
    rule=Rule(
        "CR701",
        Severity.ERROR,
        {
            "sv": "Enheten ”{value}” finns inte i crosp.yaml.",
            "en": "The unit “{value}” does not exist in crosp.yaml.",
        },
        {
            "sv": "Lägg till den under `units` i crosp.yaml, eller skriv en av: {allowed}.",
            "en": "Add it under `units` in crosp.yaml, or write one of: {allowed}.",
        },
    ),
    reason={
        "sv": "Enheterna står på ett ställe, så att kartläggningar av samma enhet hör ihop över tid.",
        "en": "The units stand in one place, so that assessments of the same unit belong together over time.",
    },
    source="crosp",
    bad="""\
format: crosp-assessment/1
framework: spsm-crosp@2024
unit: annan-skola
level: school
occasion: 2026-ht
date: 2026-10-15
""",
    good="""\
format: crosp-assessment/1
framework: spsm-crosp@2024
unit: ekskolan
level: school
occasion: 2026-ht
date: 2026-10-15
""",
    find=find,
)
