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
_PARTS = (
    "vaga ",
    "tökiga ",
    "motiverade ",
    "ntresserade ",
    "esvärliga ",
    "ata ",
    "roblem",
    "opplösa ",
    "eak ",
    "azy ",
    "nmotivated ",
    "ifficult ",
    "isruptive ",
    "w-ability ",
)
"""One of these stands in every such wording, whether or not it begins a sentence; looking for them costs less."""


def find(subject: Subject) -> Iterator[Hit]:
    """Point at a reflection or an analysis that uses such a wording."""
    cells = [(steps, cell.current_state.reflection or "", cell.need.analysis or "") for steps, _, cell in subject.cells]
    everything = " ".join([f"{reflection} {analysis}" for _, reflection, analysis in cells])
    if not any(part in everything for part in _PARTS):
        return
    for steps, reflection, analysis in cells:
        if _WORDS.search(reflection):
            yield Hit((*steps, "current_state", "reflection"))
        if _WORDS.search(analysis):
            yield Hit((*steps, "need", "analysis"))


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
