"""CR405: a measure whose day has passed"""

from collections.abc import Iterator

from crosp_cli.checks.check import Check, Hit, NewestScope, each_measure
from crosp_cli.findings import Quoted, Rule, Severity, Value

_STATUS = {
    "planned": {"sv": "är fortfarande bara planerad", "en": "still only planned"},
    "ongoing": {"sv": "pågår fortfarande", "en": "still ongoing"},
}


def find(scope: NewestScope) -> Iterator[Hit]:
    """Yield each due date that has passed, in the newest assessment of a unit and level.

    An older assessment tells what was planned then; how things stand now is told by the newest. A measure that is
    due today is not overdue.
    """
    for steps, measure in each_measure(scope.newest):
        if not measure.is_finished and measure.due is not None and measure.due < scope.today:
            values: dict[str, Value] = {"due": Quoted(measure.due.isoformat()), "status": _STATUS[measure.status]}
            yield Hit((*steps, "due"), values)


CHECK = Check(
    rule=Rule(
        "CR405",
        Severity.WARNING,
        {
            "sv": "Insatsen skulle ha varit klar {due} och {status}.",
            "en": "The measure was due {due} and is {status}.",
        },
        {
            "sv": "Är den klar: skriv `status: done`. Annars: sätt ett nytt datum och skriv i uppföljningen varför.",
            "en": "If it is done, write `status: done`. Otherwise set a new date and write in the follow-up why.",
        },
    ),
    scope=NewestScope,
    reason={
        "sv": "En insats vars dag har passerat behöver ett beslut: fortsätt, justera eller avsluta.",
        "en": "A measure whose day has passed needs a decision: continue, adjust or stop.",
    },
    source={"sv": "SPSM 2024: Uppföljning och analys", "en": "SPSM 2024: Follow-up and analysis"},
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
