"""CR206: wording that places the problem in the pupil"""

import re
from collections.abc import Iterator

from crosp_cli.checks.check import AssessmentScope, Check, Hit
from crosp_cli.findings import Rule, Severity

_WORDS = re.compile(
    r"\b(?:svaga|stökiga|omotiverade|ointresserade|besvärliga|lata) (?:elever|barn)|\bproblem(?:elev|barn)\w*"
    r"|\bhopplösa fall\b|\b(?:weak|lazy|unmotivated|difficult|disruptive|low-ability) (?:pupils|students|children)\b"
    r"|\bproblem (?:pupils|children)\b",
    re.IGNORECASE,
)
_NOUNS = (" elever", " barn", " pupils", " students", " children")
_ADJECTIVES = (
    "vaga",
    "tökiga",
    "motiverade",
    "ntresserade",
    "esvärliga",
    "ata",
    "eak",
    "azy",
    "nmotivated",
    "ifficult",
    "isruptive",
    "w-ability",
)
"""As they end, whether or not they begin a sentence."""


def find(subject: AssessmentScope) -> Iterator[Hit]:
    """Point at a reflection or an analysis that uses such a wording."""
    parts = [part for _, _, cell in subject.cells for part in (cell.current_state.reflection, cell.need.analysis)]
    if not _may_say_so(" ".join([part for part in parts if part])):
        return
    for steps, _, cell in subject.cells:
        if _WORDS.search(cell.current_state.reflection or ""):
            yield Hit((*steps, "current_state", "reflection"))
        if _WORDS.search(cell.need.analysis or ""):
            yield Hit((*steps, "need", "analysis"))


def _may_say_so(text: str) -> bool:
    """Whether it is worth while to look for the wordings in `text`, which costs ten times as much."""
    for noun in _NOUNS:
        at = text.find(noun)
        while at >= 0:
            if text.endswith(_ADJECTIVES, 0, at):
                return True
            at = text.find(noun, at + 1)
    return "roblem" in text or "opplösa fall" in text


CHECK = Check(
    rule=Rule(
        "CR206",
        Severity.NOTE,
        {
            "sv": "Formuleringen lägger svårigheten hos eleven.",
            "en": "The wording places the difficulty in the learner.",
        },
        {
            "sv": "Beskriv hindret i lärmiljön: vad i undervisning, organisation eller bemötande behöver ändras?",
            "en": "Describe the barrier in the learning environment: what in teaching, organisation or "
            "approach needs to change?",
        },
    ),
    scope=AssessmentScope,
    reason={
        "sv": "Analysen söker hinder i lärmiljön. En elevsyn där eleven är bäraren av problemet är en av de "
        "brister som SOU 2021:11 pekar på.",
        "en": "The analysis looks for barriers in the learning environment. Seeing the learner as the bearer "
        "of the problem is one of the shortcomings that SOU 2021:11 points to.",
    },
    source={
        "sv": "SPSM 2024: Uppföljning och analys; SOU 2021:11",
        "en": "SPSM 2024: Follow-up and analysis; the public inquiry SOU 2021:11",
    },
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
