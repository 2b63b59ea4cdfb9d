"""CR906: a decision memo that rests on an assessment which the project does not have"""

from collections.abc import Iterator, Sequence

from crosp_cli.checks.check import Check, Hit, Keep, ProjectScope
from crosp_cli.findings import Quoted, Rule, Severity
from crosp_cli.model.assessment import Assessment
from crosp_cli.model.memo import Memo


def bases(memo: Memo) -> Sequence[tuple[str | None, str, str]]:
    """Return what the assessments that a memo rests on say of themselves."""
    return [(basis.unit, basis.level, basis.occasion) for basis in memo.assessments]


def find(project: ProjectScope) -> Iterator[Hit]:
    """Point at each assessment that a memo names and nobody has written."""
    named = {basis for _path, bases in project.kept for basis in bases}
    missing = named.difference((known.unit, known.level, known.occasion) for known in project.assessments)
    for path, bases in project.kept:
        for number, basis in enumerate(bases):
            if basis in missing:
                name = " ".join(part for part in basis if part)
                yield Hit(("assessments", number, "occasion"), {"value": Quoted(name)}, path=path)


_MEMO = """\
format: crosp-memo/1
title: Delade kuratorstjänster
assessments: [{unit: ekskolan, level: school, occasion: 2026-ht}]
proposal: [Nämnden beslutar att pröva delade tjänster.]
preparation: [{who: rektorerna, date: 2026-10-20}]
consequences:
  children: {analysis: Fler får träffa en kurator på plats.}
  equality: {not_analysed: Underlag saknas och tas fram under 2027.}
"""

CHECK = Check(
    rule=Rule(
        "CR906",
        Severity.ERROR,
        {
            "sv": "Projektet har ingen kartläggning ”{value}”, som tjänsteutlåtandet bygger på.",
            "en": "The project has no assessment “{value}”, on which the decision memo rests.",
        },
        {
            "sv": "Skriv `unit`, `level` och `occasion` som de står i kartläggningen.",
            "en": "Write `unit`, `level` and `occasion` as they stand in the assessment.",
        },
    ),
    scope=ProjectScope,
    reason={
        "sv": "Den som beslutar ska kunna se vad förslaget bygger på, och crosp hämtar nuläge och insatser därifrån.",
        "en": "Whoever decides should be able to see what the proposal rests on, and crosp takes current state and "
        "measures from there.",
    },
    source="crosp",
    bad=_MEMO,
    good=_MEMO
    + """\
---
format: crosp-assessment/1
framework: spsm-crosp@2024
unit: ekskolan
level: school
occasion: 2026-ht
date: 2026-10-15
""",
    find=find,
    keep=Keep(Memo, bases, Assessment),
)
