"""CR405: a measure whose day has passed"""

from collections.abc import Iterator

from crosp_cli.checks.base import Check, Hit, Subject
from crosp_cli.findings import Rule, Severity


_STATUS = {
    "planned": {"sv": "fortfarande bara planerad", "en": "still only planned"},
    "ongoing": {"sv": "fortfarande pågående", "en": "still ongoing"},
}


def find(subject: Subject) -> Iterator[Hit]:
    """Point at the due date of each unfinished measure that has passed; today itself has not."""
    for steps, measure in subject.measures():
        if measure.due is not None and measure.due < subject.today and not measure.is_finished:
            yield Hit((*steps, "due"), {"due": measure.due.isoformat(), "status": _STATUS[measure.status]})


CHECK = Check(
    rule=Rule(
        "CR405",
        Severity.WARNING,
        {
            "sv": "Insatsen skulle ha varit klar {due} och är {status}.",
            "en": "The measure was due {due} and is {status}.",
        },
        {
            "sv": "Är den klar: skriv `status: done`. Annars: sätt ett nytt datum och skriv i uppföljningen "
            "varför.",
            "en": "If it is done, write `status: done`. Otherwise set a new date and write in the follow-up "
            "why.",
        },
    ),
    reason={
        "sv": "En insats vars dag har passerat behöver ett beslut: fortsätt, justera eller avsluta.",
        "en": "A measure whose day has passed needs a decision: continue, adjust or stop.",
    },
    source='SPSM 2024: Uppföljning och analys',
    bad="""\
need:
  analysis: Fritidshemmet behöver komma med.
measures:
  - id: fritids-i-teamet
    what: En plats för fritidshemmet i elevhälsoteamets möten.
    responsible: rektor
    due: 2020-01-31
    follow_ups: [{date: 2020-03-01}]
""",
    good="""\
need:
  analysis: Fritidshemmet behöver komma med.
measures:
  - id: fritids-i-teamet
    what: En plats för fritidshemmet i elevhälsoteamets möten.
    responsible: rektor
    due: 2020-01-31
    status: done
    follow_ups: [{date: 2020-03-01}]
""",
    find=find,
)
