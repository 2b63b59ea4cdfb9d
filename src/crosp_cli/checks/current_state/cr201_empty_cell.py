"""CR201: a cell that stands in the file with nothing in it"""

from collections.abc import Iterator

from crosp_cli.checks.check import AssessmentScope, Check, Hit
from crosp_cli.findings import Rule, Severity
from crosp_cli.reading.documents.names import title_of


def find(subject: AssessmentScope) -> Iterator[Hit]:
    """Point at the first empty cell, and tell how many there are."""
    framework = subject.framework
    empty = [(steps, place) for steps, place, cell in subject.cells if not cell.is_answered and framework.has(place)]
    if empty:
        steps, place = empty[0]
        cell = title_of(framework, framework.cell_title(place))
        yield Hit(steps, {"count": len(empty), "cell": cell}, key=True)


CHECK = Check(
    rule=Rule(
        "CR201",
        Severity.NOTE,
        {
            "sv": "Celler i filen som inte är ifyllda än: {count}. Den första är {cell}.",
            "en": "Cells that are not filled in yet in this file: {count}. The first is {cell}.",
        },
        {
            "sv": "Fyll i den, stryk den, eller skriv `not_applicable:` med skälet.",
            "en": "Fill it in, strike it, or write `not_applicable:` with the reason.",
        },
    ),
    scope=AssessmentScope,
    reason={
        "sv": "Ej bedömd är ett svar, men den som läser ska kunna se om cellen väntar eller har valts bort.",
        "en": "Not assessed is an answer, but a reader should be able to see whether a cell is waiting or "
        "was left out.",
    },
    source="crosp",
    bad="""\
current_state:
  reflection:
need:
measures: []
""",
    good="""\
not_applicable: Enheten har inget eget budgetansvar.
""",
    find=find,
)
