"""CR401: a measure that nobody answers for"""

from collections.abc import Iterator

from crosp_cli.checks.check import AssessmentScope, Check, Hit
from crosp_cli.checks.measures._example import GOOD
from crosp_cli.findings import Rule, Severity


def find(subject: AssessmentScope) -> Iterator[Hit]:
    """Point at each measure without a responsible role; a dropped one needs none."""
    for steps, measure in subject.measures:
        if measure.status != "dropped" and not measure.responsible:
            yield Hit(steps)


CHECK = Check(
    rule=Rule(
        "CR401",
        Severity.WARNING,
        {
            "sv": "Insatsen har ingen ansvarig.",
            "en": "The measure has no one responsible.",
        },
        {
            "sv": "Skriv en roll under `responsible`, som rektor eller specialpedagog. Aldrig ett namn.",
            "en": "Write a role under `responsible`, such as principal or special educator. Never a name.",
        },
    ),
    scope=AssessmentScope,
    reason={
        "sv": "Tydlig roll- och ansvarsfördelning är en av framgångsfaktorerna. Utan ansvarig är insatsen "
        "allas och ingens.",
        "en": "A clear division of roles and responsibility is one of the success factors. Without one "
        "responsible, a measure belongs to everybody and nobody.",
    },
    source={
        "sv": "SPSM 2024: framgångsfaktor Tydlig roll- och ansvarsfördelning",
        "en": "SPSM 2024: the success factor Clear division of roles and responsibilities",
    },
    bad=GOOD.replace("    responsible: rektor\n", ""),
    good=GOOD,
    find=find,
)
