"""CR902: consequences that are neither analysed nor said not to be"""

from collections.abc import Iterator

from crosp_cli.checks.check import Check, Hit
from crosp_cli.checks.memo._example import GOOD
from crosp_cli.checks.memo.scope import MemoScope
from crosp_cli.findings import Rule, Severity

_WHAT = {
    "children": {"sv": "barn", "en": "children"},
    "equality": {"sv": "jämställdheten", "en": "equality"},
    "economy": {"sv": "ekonomin", "en": "costs"},
}


def find(subject: MemoScope) -> Iterator[Hit]:
    """Point at the memo's consequences, where nothing is said of them."""
    for name, part in subject.model.consequences.parts.items():
        if not part.analysis and not part.not_analysed:
            yield Hit(("consequences", name), {"what": _WHAT[name]}, key=True)


CHECK = Check(
    rule=Rule(
        "CR902",
        Severity.WARNING,
        {
            "sv": "Det står inget om vad förslaget betyder för {what}, och inte heller varför det inte är analyserat.",
            "en": "Nothing is said of what the proposal means for {what}, nor of why it has not been analysed.",
        },
        {
            "sv": "Skriv analysen under `analysis`. Är ingen gjord: skriv skälet under `not_analysed`.",
            "en": "Write the analysis under `analysis`. If none was made, write the reason under `not_analysed`.",
        },
    ),
    scope=MemoScope,
    reason={
        "sv": "Att ingen analys är gjord kan vara rimligt, men den som beslutar ska få veta det och varför.",
        "en": "That no analysis was made may be reasonable, but whoever decides should be told so, and why.",
    },
    source={
        "sv": "Stockholms stad 2025, tjänsteutlåtandets delar",
        "en": "City of Stockholm 2025, the parts of a memo to a board",
    },
    bad=GOOD.replace("  equality: {not_analysed: Underlag saknas och tas fram under 2027.}\n", ""),
    good=GOOD,
    find=find,
)
