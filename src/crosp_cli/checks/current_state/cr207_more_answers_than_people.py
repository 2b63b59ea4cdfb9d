"""CR207: more answers from a group than it had participants"""

from collections.abc import Iterator

from crosp_cli.checks.check import AssessmentScope, Check, Hit
from crosp_cli.findings import Rule, Severity


def find(subject: AssessmentScope) -> Iterator[Hit]:
    """Point at each group that has more answers than participants, where it says how many they were.

    No number is told: a finding stands in logs, and the group may be a small one.
    """
    counts = {part.group: part.count for part in subject.model.participants}
    for steps, _, cell in subject.cells:
        for group, answers in cell.current_state.group_ratings.items():
            count, given = counts.get(group), sum(answers.values())
            if count is not None and given > count:
                yield Hit((*steps, "current_state", "group_ratings", group), key=True)


CHECK = Check(
    rule=Rule(
        "CR207",
        Severity.WARNING,
        {
            "sv": "Här står fler svar än det var deltagare ur gruppen.",
            "en": "Here stand more answers than there were participants of the group.",
        },
        {
            "sv": "Rätta antalen under gruppen, eller `count` under `participants`.",
            "en": "Correct the numbers below the group, or `count` under `participants`.",
        },
    ),
    scope=AssessmentScope,
    reason={
        "sv": "Varje deltagare svarar en gång i varje cell. Fler svar än deltagare betyder att något är räknat två "
        "gånger eller felskrivet.",
        "en": "Each participant answers once in each cell. More answers than participants means that something was "
        "counted twice or mistyped.",
    },
    source={
        "sv": "crosp: en kartläggning är säker att bygga på",
        "en": "crosp: an assessment is safe to build on",
    },
    bad="""\
current_state:
  reflection: Vi ser olika på det.
  group_ratings:
    pupils: {1: 40, 2: 28}
""",
    good="""\
current_state:
  reflection: Vi ser olika på det.
  group_ratings:
    pupils: {1: 4, 2: 4}
""",
    find=find,
)
