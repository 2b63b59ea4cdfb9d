"""CR403: a measure that nobody plans to look at again"""

from collections.abc import Iterator

from crosp_cli.checks.check import AssessmentScope, Check, Hit
from crosp_cli.checks.measures._example import GOOD
from crosp_cli.findings import Rule, Severity


def find(subject: AssessmentScope) -> Iterator[Hit]:
    """Point at each measure without follow-ups; a dropped one needs none."""
    for steps, measure in subject.measures:
        if measure.status != "dropped" and not measure.follow_ups:
            yield Hit(steps)


CHECK = Check(
    rule=Rule(
        "CR403",
        Severity.WARNING,
        {
            "sv": "Insatsen har ingen uppföljning, varken planerad eller gjord.",
            "en": "The measure has no follow-up, neither planned nor made.",
        },
        {
            "sv": "Lägg till en rad under `follow_ups` med det datum då ni ska se hur det gick.",
            "en": "Add a line under `follow_ups` with the date when you will look at how it went.",
        },
    ),
    scope=AssessmentScope,
    reason={
        "sv": "Med rutiner för uppföljning kan insatser justeras. Två uppföljningar är vanligt: när "
        "insatsen är slut, och ett halvår senare.",
        "en": "With routines for follow-up, measures can be adjusted. Two follow-ups are usual: at the end,"
        " and half a year later.",
    },
    source={
        "sv": "SPSM 2024: Uppföljning och analys",
        "en": "SPSM 2024: Follow-up and analysis",
    },
    bad=GOOD.replace("    follow_ups: [{date: 2027-03-01}]\n", ""),
    good=GOOD,
    find=find,
)
