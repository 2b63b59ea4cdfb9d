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
        "sv": "Ett underlag gör att ni kan titta på samma sak igen, och att andra kan följa hur ni tänkte.",
        "en": "Evidence lets you look at the same thing again, and lets others follow how you thought.",
    },
    source={"sv": "SPSM 2024: reflektera över nuläget", "en": "SPSM 2024: reflecting on the current state"},
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
