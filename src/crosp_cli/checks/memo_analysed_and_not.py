"""CR903: consequences that are both analysed and said not to be"""

from collections.abc import Iterator

from crosp_cli.checks.base import Hit, MemoCheck, MemoSubject
from crosp_cli.findings import Rule, Severity


def find(subject: MemoSubject) -> Iterator[Hit]:
    """Point at each reason for there being no analysis that stands beside one."""
    consequences = subject.memo.consequences
    for name, part in (("children", consequences.children), ("equality", consequences.equality)):
        if (part.analysis or "").strip() and (part.not_analysed or "").strip():
            yield Hit(("consequences", name, "not_analysed"), key=True)


CHECK = MemoCheck(
    rule=Rule(
        "CR903",
        Severity.ERROR,
        {
            "sv": "Här står både en analys och varför ingen är gjord.",
            "en": "Both an analysis and a reason for there being none stand here.",
        },
        {
            "sv": "Behåll antingen `analysis` eller `not_analysed`.",
            "en": "Keep either `analysis` or `not_analysed`.",
        },
    ),
    reason={
        "sv": "Bara det ena kan vara sant, och crosp kan inte veta vilket.",
        "en": "Only one of them can be true, and crosp cannot know which.",
    },
    source="Stockholms stad 2025, tjänsteutlåtandets delar",
    bad="""\
format: crosp-memo/1
title: Delade kuratorstjänster
assessments: [{level: organiser, occasion: 2026-ht}]
proposal: [Nämnden ger förvaltningen i uppdrag att pröva delade kuratorstjänster.]
preparation: [{who: rektorerna, date: 2026-10-20}]
consequences:
  children: {analysis: Fler barn och elever får en kurator på plats varje dag.}
  equality: {analysis: Tjänsterna innehas mest av kvinnor., not_analysed: Ärendet gäller organisation.}
""",
    good="""\
format: crosp-memo/1
title: Delade kuratorstjänster
assessments: [{level: organiser, occasion: 2026-ht}]
proposal: [Nämnden ger förvaltningen i uppdrag att pröva delade kuratorstjänster.]
preparation: [{who: rektorerna, date: 2026-10-20}]
consequences:
  children: {analysis: Fler barn och elever får en kurator på plats varje dag.}
  equality: {not_analysed: Ärendet gäller hur tjänster organiseras och har inte analyserats ur det perspektivet än.}
""",
    find=find,
)
