"""CR909: a decision memo about a measure or a cell that stands in none of its assessments"""

from collections.abc import Iterator
from typing import NamedTuple

from crosp_cli.checks.check import Check, Hit, Keep, ProjectScope
from crosp_cli.checks.memo._example import GOOD
from crosp_cli.findings import Quoted, Rule, Severity
from crosp_cli.model.assessment import Assessment, Place
from crosp_cli.model.fields import Record
from crosp_cli.model.memo import Memo

Basis = tuple[str | None, str, str]
"""An assessment by what it says of itself: unit, level, occasion."""


class Holding(NamedTuple):
    """What an assessment holds that a memo may be about: its cells, and its measures that are not finished."""

    basis: Basis
    names: frozenset[Place | str]


class Choosing(NamedTuple):
    """What a memo is about, with the steps that lead to each, and on which assessments it rests."""

    bases: tuple[Basis, ...]
    names: tuple[tuple[tuple[str | int, ...], Place | str], ...]


def held_or_chosen(model: Record) -> Holding | Choosing | None:
    """Return what an assessment holds, or what a memo is about; None of a memo that does not choose."""
    if isinstance(model, Assessment):
        cells = list(model.each_cell())
        measures = (one.id for _place, cell in cells for one in cell.measures if not one.is_finished)
        names: frozenset[Place | str] = frozenset([place for place, _cell in cells]) | frozenset(measures)
        return Holding((model.unit, model.level, model.occasion), names)
    if not isinstance(model, Memo) or not (model.cells or model.measures):
        return None
    chosen = [(("cells", number, "area"), cell.place) for number, cell in enumerate(model.cells)]
    measured = [(("measures", number), name) for number, name in enumerate(model.measures)]
    bases = dict.fromkeys((one.unit, one.level, one.occasion) for one in model.assessments)
    return Choosing(tuple(bases), (*chosen, *measured))


def find(project: ProjectScope) -> Iterator[Hit]:
    """Point at each cell and measure that a memo names and that none of its assessments has."""
    held = {one.basis: one.names for _path, one in project.kept if isinstance(one, Holding)}
    for path, one in project.kept:
        if isinstance(one, Choosing):
            missing = {name for _steps, name in one.names}
            for basis in one.bases:
                missing -= held.get(basis, frozenset())  # costs the smaller of the two, and makes no other set
            for steps, name in one.names:
                if name in missing:
                    shown = name if isinstance(name, str) else "/".join(name)
                    yield Hit(steps, {"value": Quoted(shown)}, path=path)


_ASSESSMENT = """\
---
format: crosp-assessment/1
framework: spsm-crosp@2024
level: organiser
occasion: 2026-ht
date: 2026-10-15
cells:
  collaboration:
    funding:
      measures: [{id: delade-tjanster, what: Pröva delade kuratorstjänster}]
"""

CHECK = Check(
    rule=Rule(
        "CR909",
        Severity.ERROR,
        {
            "sv": "”{value}” finns inte i någon kartläggning som tjänsteutlåtandet bygger på, eller är redan avslutad.",
            "en": "“{value}” is in none of the assessments that the memo rests on, or is finished already.",
        },
        {
            "sv": "Skriv cellen, eller insatsens kortnamn (`id`), som den står i kartläggningen.",
            "en": "Write the cell, or the short name of the measure (`id`), as it stands in the assessment.",
        },
    ),
    scope=ProjectScope,
    reason={
        "sv": "Tjänsteutlåtandet visar bara det som ärendet gäller. Finns det inte i underlaget saknas det i papperet.",
        "en": "The memo shows only what the matter is about. What is not in its grounds is missing from the paper.",
    },
    source="crosp",
    bad=GOOD + "measures: [delade-tjanst]\n" + _ASSESSMENT,
    good=GOOD + "measures: [delade-tjanster]\n" + _ASSESSMENT,
    find=find,
    keep=Keep(Assessment | Memo, held_or_chosen, Assessment),
)
