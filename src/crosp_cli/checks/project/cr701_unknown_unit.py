"""CR701: a document on a unit that crosp.yaml does not list."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from crosp_cli.checks.check import Check, DocumentScope, Hit
from crosp_cli.findings import Quoted, QuotedNames, Rule, Severity
from crosp_cli.reading.documents.names import offered
from crosp_cli.reading.yaml.tree import Steps


@runtime_checkable
class NamesUnits(Protocol):
    """A document that says which units it is about."""

    def units_named(self) -> Iterator[tuple[Steps, str]]:
        """Each unit with the steps that lead to it."""


@dataclass(frozen=True)
class UnitsScope(DocumentScope[NamesUnits]):
    """A document of any kind that names units."""

    of = NamesUnits


def find(subject: UnitsScope) -> Iterator[Hit]:
    """Point at each unit that the document names and the project does not have."""
    project = subject.project
    if project is None:
        return
    allowed = QuotedNames(offered(known.id for known in project.units) or "–")
    for steps, unit in subject.model.units_named():
        if project.unit(unit) is None:
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
    scope=UnitsScope,
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
