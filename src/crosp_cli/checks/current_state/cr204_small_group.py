"""CR204: ratings from so few that they point someone out"""

from collections.abc import Iterator

from crosp_cli.checks.check import AssessmentScope, Check, Hit
from crosp_cli.findings import Rule, Severity


def find(subject: AssessmentScope) -> Iterator[Hit]:
    """Point at each group that rated with fewer people than the project's limit."""
    limit = subject.smallest_group
    for steps, _, cell in subject.cells:
        for group, counts in cell.current_state.group_ratings.items():
            if 0 < sum(counts.values()) < limit:
                yield Hit((*steps, "current_state", "group_ratings", group), {"limit": limit}, key=True)


CHECK = Check(
    rule=Rule(
        "CR204",
        Severity.NOTE,
        {
            "sv": "Gruppen har färre än {limit} personer och visas inte för sig.",
            "en": "The group has fewer than {limit} people and is not shown on its own.",
        },
        {
            "sv": "Siffrorna kan stå kvar. De visas bara ihop med andra små grupper på samma arena, om de tillsammans "
            "är tillräckligt många, och annars inte alls.",
            "en": "The figures may stay. They are shown only together with other small groups of the same arena, if "
            "they are enough people together, and otherwise not at all.",
        },
    ),
    scope=AssessmentScope,
    reason={
        "sv": "I en liten grupp går det att räkna ut vem som svarade vad. Skattningar från grupper är antal, "
        "aldrig personer.",
        "en": "In a small group one can work out who answered what. Group ratings are counts, never individuals.",
    },
    source={"sv": "crosp: inga personuppgifter", "en": "crosp: no personal data"},
    bad="""\
current_state:
  reflection: Vi ser olika på det.
  group_ratings:
    school-librarian: {1: 1}
""",
    good="""\
current_state:
  reflection: Vi ser olika på det.
  group_ratings:
    teachers: {1: 4, 2: 6}
""",
    find=find,
)
