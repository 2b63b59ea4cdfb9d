"""CR406: two measures with one name"""

from collections.abc import Iterator

from crosp_cli.checks.check import AssessmentScope, Check, Hit
from crosp_cli.checks.measures._example import GOOD
from crosp_cli.findings import Quoted, Rule, Severity
from crosp_cli.reading.yaml.tree import Steps


def find(subject: AssessmentScope) -> Iterator[Hit]:
    """Point at the id of each measure that an earlier one in the document has."""
    seen: dict[str, Steps] = {}
    for steps, measure in subject.measures:
        at = (*steps, "id")
        if measure.id in seen:
            yield Hit(at, {"id": Quoted(measure.id), "first": subject.tree.value_at(seen[measure.id]).line})
        else:
            seen[measure.id] = at


CHECK = Check(
    rule=Rule(
        "CR406",
        Severity.ERROR,
        {
            "sv": "Kortnamnet ”{id}” används redan av insatsen på rad {first}.",
            "en": "The identifier “{id}” is already used by the measure on line {first}.",
        },
        {
            "sv": "Ge varje insats ett eget kortnamn, så att den går att följa från en gång till nästa. Är det "
            "samma insats: skriv den bara i en cell.",
            "en": "Give each measure an identifier of its own, so that it can be followed from one time to the "
            "next. If it is the same measure, write it in one cell only.",
        },
    ),
    scope=AssessmentScope,
    reason={
        "sv": "Insatser följs över tid med sitt kortnamn.",
        "en": "Measures are followed over time by their identifier.",
    },
    source="crosp",
    bad=GOOD
    + """\
  - id: fritids-i-teamet
    what: Något annat.
    responsible: rektor
    due: 2027-01-31
    follow_ups: [{date: 2027-03-01}]
""",
    good=GOOD,
    find=find,
)
