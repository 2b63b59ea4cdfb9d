"""CR206: wording that places the problem in the pupil"""

import re
from collections.abc import Iterator

from crosp_cli.checks.base import Check, Hit, Subject
from crosp_cli.findings import Rule, Severity

_WORDS = re.compile(
    r"\b(?:svaga|stökiga|omotiverade|ointresserade|besvärliga|lata) (?:elever|barn)|\bproblem(?:elev|barn)\w*"
    r"|\bhopplösa fall\b|\b(?:weak|lazy|unmotivated|difficult|disruptive|low-ability) (?:pupils|students|children)\b"
    r"|\bproblem (?:pupils|children)\b",
    re.IGNORECASE,
)
_BEGINNINGS = (
    "svaga",
    "stökiga",
    "omotiverade",
    "ointresserade",
    "besvärliga",
    "lata",
    "problem",
    "hopplösa",
    "weak",
    "lazy",
    "unmotivated",
    "difficult",
    "disruptive",
    "low-ability",
)
"""One of these stands in every such wording; looking for them costs a tenth of looking for the wordings."""


def find(subject: Subject) -> Iterator[Hit]:
    """Point at a reflection or an analysis that uses such a wording."""
    for steps, _, cell in subject.cells:
        if _says_so(cell.current_state.reflection):
            yield Hit((*steps, "current_state", "reflection"))
        if _says_so(cell.need.analysis):
            yield Hit((*steps, "need", "analysis"))


def _says_so(text: str | None) -> bool:
    if not text:
        return False
    lower = text.lower()
    return any(beginning in lower for beginning in _BEGINNINGS) and _WORDS.search(lower) is not None


CHECK = Check(
    rule=Rule(
        "CR206",
        Severity.NOTE,
        {
            "sv": "Formuleringen lägger svårigheten hos eleven.",
            "en": "The wording places the difficulty in the pupil.",
        },
        {
            "sv": "Beskriv hindret i lärmiljön: vad i undervisning, organisation eller bemötande behöver ändras?",
            "en": "Describe the obstacle in the learning environment: what in teaching, organisation or "
            "approach needs to change?",
        },
    ),
    reason={
        "sv": "Analysen söker hinder i lärmiljön. En elevsyn där eleven är bäraren av problemet är en av de "
        "brister som SOU 2021:11 pekar på.",
        "en": "The analysis looks for obstacles in the learning environment. Seeing the pupil as the bearer "
        "of the problem is one of the shortcomings that SOU 2021:11 points to.",
    },
    source="SPSM 2024: Uppföljning och analys; SOU 2021:11",
    bad="""\
current_state:
  reflection: Vi har många svaga elever i årskurs 4.
""",
    good="""\
current_state:
  reflection: I årskurs 4 är instruktionerna för långa för många elever.
""",
    find=find,
)
