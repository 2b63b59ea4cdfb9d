"""CR905: a decision memo that does not say when somebody was consulted"""

from collections.abc import Iterator

from crosp_cli.checks.check import Check, Hit
from crosp_cli.checks.memo.scope import MemoScope
from crosp_cli.findings import Rule, Severity


def find(subject: MemoScope) -> Iterator[Hit]:
    """Point at each who was consulted where nobody says when."""
    for number, part in enumerate(subject.model.preparation):
        if part.date is None:
            yield Hit(("preparation", number))


CHECK = Check(
    rule=Rule(
        "CR905",
        Severity.WARNING,
        {
            "sv": "Det framgår inte när de hördes.",
            "en": "It does not say when they were consulted.",
        },
        {
            "sv": "Skriv dagen under `date`, eller den dag då de ska få yttra sig.",
            "en": "Write the day under `date`, or the day on which they will have their say.",
        },
    ),
    scope=MemoScope,
    reason={
        "sv": "Dagen visar om de hördes före eller efter att förslaget skrevs.",
        "en": "The day shows whether they were consulted before or after the proposal was written.",
    },
    source="Stockholms stad 2025, tjänsteutlåtandets delar",
    bad="""\
format: crosp-memo/1
title: Delade kuratorstjänster
assessments: [{level: organiser, occasion: 2026-ht}]
proposal: [Nämnden beslutar att pröva delade tjänster.]
preparation: [{who: rektorerna}]
consequences:
  children: {analysis: Fler får träffa en kurator på plats.}
  equality: {not_analysed: Underlag saknas och tas fram under 2027.}
""",
    good="""\
format: crosp-memo/1
title: Delade kuratorstjänster
assessments: [{level: organiser, occasion: 2026-ht}]
proposal: [Nämnden beslutar att pröva delade tjänster.]
preparation: [{who: rektorerna, date: 2026-10-20}]
consequences:
  children: {analysis: Fler får träffa en kurator på plats.}
  equality: {not_analysed: Underlag saknas och tas fram under 2027.}
""",
    find=find,
)
