"""CR503: a result that claims a cause and considers no other"""

import re
from collections.abc import Iterator

from crosp_cli.checks.check import AssessmentScope, Check, Hit
from crosp_cli.findings import Rule, Severity

CLAIM = re.compile(
    r"\b(?:le(?:tt|dde|der|da) (?:fram )?till|ber(?:or|ott|odde) på|tack vare|till följd av|på grund av"
    r"|orsaka(?:t|de|s|r)?|resultera(?:t|de|r) i|gjorde att|har gjort att"
    r"|effekten av|medför(?:t|de)?|bidr(?:og|agit|ar) till"
    r"|led to|leads to|has led to|due to|thanks to|because of|as a result of|caused|resulted in|the effect of)\b",
    re.IGNORECASE,
)


def find(subject: AssessmentScope) -> Iterator[Hit]:
    """Point at each result that claims a cause where no other explanations stand beside it."""
    for steps, follow_up in subject.follow_ups:
        result = follow_up.result
        if result and not (follow_up.other_explanations or "").strip() and CLAIM.search(result):
            yield Hit((*steps, "result"))


_GOOD = """\
need:
  analysis: Fritidshemmet behöver komma med.
measures:
  - id: fritids-i-teamet
    what: En plats för fritidshemmet i elevhälsoteamets möten.
    responsible: rektor
    due: 2027-01-31
    status: ongoing
    follow_ups:
      - date: 2026-09-01
        source: survey
        result: Mötena ledde till färre avbrott.
        other_explanations: Gruppen är mindre i år.
        decision: continue
"""

CHECK = Check(
    rule=Rule(
        "CR503",
        Severity.WARNING,
        {
            "sv": "Texten säger att något orsakade resultatet, men inga andra förklaringar nämns.",
            "en": "The text says that something caused the result, but mentions no other explanations.",
        },
        {
            "sv": "Beskriv vad som har förändrats, och skriv under `other_explanations` vad det annars kan bero på.",
            "en": "Describe what has changed, and write under `other_explanations` what else it may be due to.",
        },
    ),
    scope=AssessmentScope,
    reason={
        "sv": "Många saker förändras samtidigt: personal, elevgrupper, organisation. Att härleda en "
        "förändring till en enda insats blir för osäkert.",
        "en": "Many things change at once: staff, groups of learners, organisation. Tracing a change to one "
        "measure is too uncertain.",
    },
    source={
        "sv": "Stockholms stad 2025 om uppföljning av en kompetensinsats",
        "en": "City of Stockholm 2025, on following up a programme of professional development",
    },
    bad=_GOOD.replace("        other_explanations: Gruppen är mindre i år.\n", ""),
    good=_GOOD,
    find=find,
)
