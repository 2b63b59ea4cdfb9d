"""CR208: a text in a list that a comma seems to have divided"""

from collections.abc import Iterator

from crosp_cli.checks.check import AssessmentScope, Check, Hit
from crosp_cli.findings import Quoted, Rule, Severity
from crosp_cli.reading.yaml.tree import Steps

_LISTS = ("evidence", "helps", "hinders")


def find(subject: AssessmentScope) -> Iterator[Hit]:
    """Point at each item after a comma that begins in lower case or with a figure, after one of several words."""
    if "[" not in subject.tree.text:
        return
    lines: list[str] = []
    for steps, _, cell in subject.cells:
        for name in _LISTS:
            items = getattr(cell.current_state, name)
            if len(items) > 1:
                lines = lines or subject.tree.text.split("\n")
                at = (*steps, "current_state", name)
                yield from (
                    Hit((*at, number), {"item": Quoted(items[number])})
                    for number in range(1, len(items))
                    if _goes_on(items[number - 1], items[number]) and _is_plain(subject, lines, at, number)
                )


def _goes_on(before: str, item: str) -> bool:
    return (item[:1].islower() or item[:1].isdigit()) and (" " in before or before[:1].isupper())


def _is_plain(subject: AssessmentScope, lines: list[str], at: Steps, number: int) -> bool:
    """Whether the list stands between [ and ], and the item in no quotes."""
    whole, item = subject.tree.value_at(at), subject.tree.value_at((*at, number))
    in_brackets = lines[whole.line - 1][whole.column - 1 : whole.column] == "["
    return in_brackets and lines[item.line - 1][item.column - 1 : item.column] not in ('"', "'")


CHECK = Check(
    rule=Rule(
        "CR208",
        Severity.NOTE,
        {
            "sv": "Kommat före ”{item}” delar raden i två punkter.",
            "en": "The comma before “{item}” divides the line into two items.",
        },
        {
            "sv": "Är det en och samma punkt: skriv varje punkt på en egen rad som börjar med `- `. Är det två kan "
            "de stå kvar.",
            "en": "If it is one item, write each item on a line of its own that begins with `- `. If they are two, "
            "leave them.",
        },
    ),
    scope=AssessmentScope,
    reason={
        "sv": "Mellan [ och ] skiljer varje komma två punkter åt. En mening med ett komma blir då två halva punkter "
        "i rapporten.",
        "en": "Between [ and ] each comma parts two items. A sentence with a comma then becomes two halves in the "
        "report.",
    },
    source={
        "sv": "crosp: en kartläggning är säker att bygga på",
        "en": "crosp: an assessment is safe to build on",
    },
    bad="""\
current_state:
  hinders: [Målbilden skrevs av tre personer, ingen av dem från fritids]
""",
    good="""\
current_state:
  hinders:
    - Målbilden skrevs av tre personer, ingen av dem från fritids
""",
    find=find,
)
