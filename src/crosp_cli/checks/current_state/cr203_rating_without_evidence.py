"""CR203: a rating that rests on nothing one could look at"""

from collections.abc import Iterator

from crosp_cli.checks.check import AssessmentScope, Check, Hit
from crosp_cli.findings import Rule, Severity


def find(subject: AssessmentScope) -> Iterator[Hit]:
    """Point at each rating without evidence."""
    for steps, _, cell in subject.cells:
        state = cell.current_state
        if state.rating is not None and not state.evidence:
            yield Hit((*steps, "current_state", "rating"))


CHECK = Check(
    rule=Rule(
        "CR203",
        Severity.WARNING,
        {
            "sv": "Skattningen står utan underlag.",
            "en": "The rating stands without evidence.",
        },
        {
            "sv": "Skriv under `evidence` vad den vilar på: en plan, en enkät, ett protokoll, en observation.",
            "en": "Write under `evidence` what it rests on: a plan, a survey, minutes, an observation.",
        },
    ),
    scope=AssessmentScope,
    reason={
        "sv": "Kvalitetsarbetet ska dokumenteras. Ett underlag gör att ni kan titta på samma sak igen.",
        "en": "Quality work is to be documented. Evidence lets you look at the same thing again.",
    },
    source={"sv": "Skollagen 4 kap. 6 § (2026-01-15)", "en": "Education Act, chapter 4, section 6 (2026-01-15)"},
    bad="""\
current_state:
  reflection: Rutinen är känd i arbetslagen.
  rating: 2
""",
    good="""\
current_state:
  reflection: Rutinen är känd i arbetslagen.
  rating: 2
  evidence: [Enkät till arbetslagen 2026-09]
""",
    find=find,
)
