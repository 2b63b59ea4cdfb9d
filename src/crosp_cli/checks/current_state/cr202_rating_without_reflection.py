"""CR202: a rating that nobody has put words to"""

from collections.abc import Iterator

from crosp_cli.checks.check import AssessmentScope, Check, Hit
from crosp_cli.findings import Rule, Severity


def find(subject: AssessmentScope) -> Iterator[Hit]:
    """Point at each rating without a reflection."""
    for steps, _, cell in subject.cells:
        state = cell.current_state
        if state.rating is not None and not state.reflection:
            yield Hit((*steps, "current_state", "rating"))


CHECK = Check(
    rule=Rule(
        "CR202",
        Severity.WARNING,
        {
            "sv": "Skattningen står utan reflektion.",
            "en": "The rating stands without a reflection.",
        },
        {
            "sv": "Skriv kort vad ni såg och talade om när ni satte den.",
            "en": "Write briefly what you saw and talked about when you set it.",
        },
    ),
    scope=AssessmentScope,
    reason={
        "sv": "Modellen börjar i samtalet om nuläget. En siffra utan ord går inte att förstå nästa gång, "
        "eller för någon annan.",
        "en": "The model begins with the conversation about the current state. A figure without words "
        "cannot be understood next time, or by anyone else.",
    },
    source={"sv": "SPSM 2024: reflektera över nuläget", "en": "SPSM 2024: reflecting on the current state"},
    bad="""\
current_state:
  rating: 2
  evidence: [Elevhälsoplan 2026]
""",
    good="""\
current_state:
  reflection: Rutinen är känd i arbetslagen men följs inte upp.
  rating: 2
  evidence: [Elevhälsoplan 2026]
""",
    find=find,
)
