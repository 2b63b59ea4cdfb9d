"""CR1201: minutes of a meeting that decided nothing"""

from collections.abc import Iterator
from dataclasses import dataclass

from crosp_cli.checks.check import Check, DocumentScope, Hit
from crosp_cli.findings import Rule, Severity
from minutes import Minutes


@dataclass(frozen=True)
class MinutesScope(DocumentScope[Minutes]):
    """The minutes of one meeting."""

    of = Minutes


def find(subject: MinutesScope) -> Iterator[Hit]:
    """Point at the day if nothing was decided."""
    if not subject.model.decisions:
        yield Hit(("held",))


CHECK = Check(
    rule=Rule(
        "CR1201",
        Severity.WARNING,
        {"sv": "Mötet beslutade inget.", "en": "The meeting decided nothing."},
        {"sv": "Skriv under `decisions`.", "en": "Write under `decisions`."},
    ),
    scope=MinutesScope,
    reason={"sv": "Ett möte utan beslut kan undvaras.", "en": "A meeting without decisions can be done without."},
    source="crosp",
    bad="""\
format: crosp-minutes/1
held: 2026-11-02
level: school
""",
    good="""\
format: crosp-minutes/1
held: 2026-11-02
level: school
decisions: [Rutinen prövas under våren.]
""",
    find=find,
)
