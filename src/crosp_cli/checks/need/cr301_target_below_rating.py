"""CR301: a target below where the unit already stands"""

from collections.abc import Iterator

from crosp_cli.checks.check import AssessmentScope, Check, Hit
from crosp_cli.findings import Quoted, Rule, Severity


def find(subject: AssessmentScope) -> Iterator[Hit]:
    """Point at each target below its rating."""
    for steps, _, cell in subject.cells:
        rating, target = cell.current_state.rating, cell.need.target
        if rating is not None and target is not None and target < rating:
            yield Hit((*steps, "need", "target"), {"target": Quoted(str(target)), "rating": Quoted(str(rating))})


CHECK = Check(
    rule=Rule(
        "CR301",
        Severity.WARNING,
        {
            "sv": "Målet ({target}) ligger under skattningen ({rating}).",
            "en": "The target ({target}) lies below the rating ({rating}).",
        },
        {
            "sv": "Är något av dem felskrivet? Ska läget bevaras kan målet vara lika med skattningen.",
            "en": "Is one of them a slip? Where things should stay as they are, the target may equal the rating.",
        },
    ),
    scope=AssessmentScope,
    reason={
        "sv": "Ett mål beskriver vart ni vill. Ett mål bakåt är nästan alltid en felskrivning.",
        "en": "A target says where you want to go. One that points backwards is nearly always a slip.",
    },
    source="crosp",
    bad="""\
current_state:
  reflection: Vi har en rutin.
  rating: 2
  evidence: [Rutin]
need:
  target: 1
""",
    good="""\
current_state:
  reflection: Vi har en rutin.
  rating: 2
  evidence: [Rutin]
need:
  target: 2
""",
    find=find,
)
