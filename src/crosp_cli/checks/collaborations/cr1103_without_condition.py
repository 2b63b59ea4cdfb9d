"""CR1103: a collaboration in the register that lacks one of its three conditions"""

from collections.abc import Iterator

from crosp_cli.checks.check import Hit
from crosp_cli.checks.collaboration import cr603_without_condition as of_measures
from crosp_cli.checks.collaborations.scope import CollaborationsScope, of_register


def find(subject: CollaborationsScope) -> Iterator[Hit]:
    """Point at each collaboration of which not all three conditions are described."""
    for number, one in enumerate(subject.model.collaborations):
        if missing := of_measures.missing_conditions(one.conditions):
            yield Hit(("collaborations", number, "title"), {"missing": missing})


CHECK = of_register(of_measures.CHECK, "CR1103", "      structure: Möte varje månad\n", find)
