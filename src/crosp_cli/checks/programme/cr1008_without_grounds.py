"""CR1008: a follow-up that does not say who answered"""

from collections.abc import Iterator

from crosp_cli.checks.check import Check, Hit
from crosp_cli.checks.programme.scope import GOOD, ProgrammeScope
from crosp_cli.findings import Rule, Severity


def find(subject: ProgrammeScope) -> Iterator[Hit]:
    """Point at each follow-up that was made and does not say how many answered, or who tells."""
    for place, follow_up in enumerate(subject.model.follow_ups):
        made = follow_up.made
        if made is None:
            continue
        steps = ("follow_ups", place, "made")
        if made.answered is None or made.of is None:
            yield Hit(steps, {"what": _HOW_MANY}, key=True)
        if made.self_reported is None:
            yield Hit(steps, {"what": _WHO}, key=True)


_HOW_MANY = {"sv": "hur många som svarade, av hur många", "en": "how many answered, of how many"}
_WHO = {"sv": "om det är deltagarna själva som berättar", "en": "whether it is participants themselves who tell"}


CHECK = Check(
    rule=Rule(
        "CR1008",
        Severity.WARNING,
        {
            "sv": "Uppföljningen säger inte {what}.",
            "en": "The follow-up does not say {what}.",
        },
        {
            "sv": "Skriv `answered` och `of` med antal, och `self_reported: yes` om deltagarna själva berättar.",
            "en": "Write `answered` and `of` with numbers, and `self_reported: yes` where participants tell "
            "themselves.",
        },
    ),
    scope=ProgrammeScope,
    reason={
        "sv": "Ett svar från 8 av 79 är något annat än från 70 av 79, och det deltagare själva uppger "
        "något annat än det någon har sett.",
        "en": "Answers from 8 of 79 are something else than from 70 of 79, and what participants report "
        "something else than what somebody has seen.",
    },
    source={
        "sv": "Stockholms stad 2025 om uppföljning av en kompetensinsats",
        "en": "City of Stockholm 2025, on following up a programme of professional development",
    },
    bad=GOOD.replace("      self_reported: yes\n", ""),
    good=GOOD,
    find=find,
)
