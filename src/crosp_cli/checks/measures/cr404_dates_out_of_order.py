"""CR404: dates that cannot follow on each other"""

from collections.abc import Iterator
from datetime import date

from crosp_cli.checks.check import AssessmentScope, Check, Hit
from crosp_cli.findings import Quoted, Rule, Severity, Value
from crosp_cli.text.languages import Text

_START = {"sv": "start", "en": "the start"}
_DUE = {"sv": "slutdatum", "en": "the due date"}
_FOLLOW_UP = {"sv": "uppföljningen", "en": "the follow-up"}


def find(subject: AssessmentScope) -> Iterator[Hit]:
    """Point at a due date before the start, and at a follow-up before the start."""
    for steps, measure in subject.measures:
        start = measure.start
        if start is None:
            continue
        if measure.due is not None and measure.due < start:
            yield Hit((*steps, "due"), _values(_START, start, _DUE, measure.due))
        for number, follow_up in enumerate(measure.follow_ups):
            if follow_up.date is not None and follow_up.date < start:
                at = (*steps, "follow_ups", number, "date")
                yield Hit(at, _values(_START, start, _FOLLOW_UP, follow_up.date))


def _values(earlier: Text, first: date, later: Text, second: date) -> dict[str, Value]:
    return {
        "earlier": earlier,
        "first": Quoted(first.isoformat()),
        "later": later,
        "second": Quoted(second.isoformat()),
    }


CHECK = Check(
    rule=Rule(
        "CR404",
        Severity.ERROR,
        {
            "sv": "{later} ({second}) ligger före {earlier} ({first}).",
            "en": "{later} ({second}) lies before {earlier} ({first}).",
        },
        {
            "sv": "Rätta det av datumen som är felskrivet.",
            "en": "Correct the date that is a slip.",
        },
    ),
    scope=AssessmentScope,
    reason={
        "sv": "En plan vars datum inte går ihop kan ingen följa.",
        "en": "Nobody can follow a plan whose dates do not fit together.",
    },
    source="crosp",
    bad="""\
need:
  analysis: Fritidshemmet behöver komma med.
measures:
  - id: fritids-i-teamet
    what: En plats för fritidshemmet i elevhälsoteamets möten.
    responsible: rektor
    start: 2027-02-01
    due: 2027-01-31
    follow_ups: [{date: 2027-03-01}]
""",
    good="""\
need:
  analysis: Fritidshemmet behöver komma med.
measures:
  - id: fritids-i-teamet
    what: En plats för fritidshemmet i elevhälsoteamets möten.
    responsible: rektor
    start: 2026-12-01
    due: 2027-01-31
    follow_ups: [{date: 2027-03-01}]
""",
    find=find,
)
