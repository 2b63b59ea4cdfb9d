"""CR1009: a text that claims what the programme has caused"""

from collections.abc import Iterator

from crosp_cli.checks.check import Check, Hit
from crosp_cli.checks.follow_up.cr503_claim_of_cause import CLAIM
from crosp_cli.checks.programme._example import GOOD
from crosp_cli.checks.programme.scope import ProgrammeScope
from crosp_cli.findings import Rule, Severity


def find(subject: ProgrammeScope) -> Iterator[Hit]:
    """Point at each claim in what is reported and in what can be said, where nothing else is considered."""
    for place, follow_up in enumerate(subject.model.follow_ups):
        made = follow_up.made
        if made is None or (made.other_explanations or "").strip():
            continue
        for number, reported in enumerate(made.reports):
            if CLAIM.search(reported.what):
                yield Hit(("follow_ups", place, "made", "reports", number, "what"))
    for place, question in enumerate(subject.model.questions):
        if CLAIM.search(question.can_say or "") and not (question.why or "").strip():
            yield Hit(("questions", place, "can_say"))


CHECK = Check(
    rule=Rule(
        "CR1009",
        Severity.WARNING,
        {
            "sv": "Texten säger att programmet är orsaken, men inga andra förklaringar nämns.",
            "en": "The text says that the programme is the cause, but mentions no other explanations.",
        },
        {
            "sv": "Beskriv vad deltagarna uppger eller vad som har förändrats, och skriv under "
            "`other_explanations` eller `why` vad annat det kan hänga samman med.",
            "en": "Describe what participants report or what has changed, and write under "
            "`other_explanations` or `why` what else it may go with.",
        },
    ),
    scope=ProgrammeScope,
    reason={
        "sv": "Personal slutar, skolor väljer olika och annat pågår samtidigt. Att härleda en "
        "förändring till ett program blir för osäkert.",
        "en": "Staff leave, schools choose differently and other things go on at the same time. Tracing "
        "a change to one programme is too uncertain.",
    },
    source={
        "sv": "Stockholms stad 2025 om uppföljning av en kompetensinsats",
        "en": "City of Stockholm 2025, on following up a programme of professional development",
    },
    bad=GOOD.replace("Mötena har fått en fastare struktur.", "Programmet ledde till bättre möten."),
    good=GOOD,
    find=find,
)
