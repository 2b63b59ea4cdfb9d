"""CR603: collaboration that lacks one of its three conditions"""

from collections.abc import Iterator

from crosp_cli.checks.check import AssessmentScope, Check, Hit
from crosp_cli.checks.collaboration._example import GOOD
from crosp_cli.findings import Rule, Severity
from crosp_cli.model.assessment import Conditions
from crosp_cli.text.languages import LANGUAGES, Text, pick

_CONDITIONS = {
    "governance": {"sv": "styrning", "en": "governance"},
    "structure": {"sv": "struktur", "en": "structure"},
    "shared_understanding": {"sv": "samsyn", "en": "shared understanding"},
}


def find(subject: AssessmentScope) -> Iterator[Hit]:
    """Point at each collaboration where not all three conditions are described."""
    for steps, together in subject.collaborations:
        if missing := missing_conditions(together.conditions):
            yield Hit(steps, {"missing": missing}, key=True)


def missing_conditions(stated: Conditions | None) -> Text | None:
    """Return which of the three conditions nothing is written about, in each language; None where none is missing."""
    missing = [text for name, text in _CONDITIONS.items() if not getattr(stated, name, None)]
    if not missing:
        return None
    return {language: ", ".join(pick(text, language) for text in missing) for language in LANGUAGES}


CHECK = Check(
    rule=Rule(
        "CR603",
        Severity.WARNING,
        {
            "sv": "Samverkan saknar: {missing}.",
            "en": "The collaboration lacks: {missing}.",
        },
        {
            "sv": "Skriv under `conditions` hur ni har ordnat det, eller vad som återstår.",
            "en": "Write under `conditions` how you have arranged it, or what remains.",
        },
    ),
    scope=AssessmentScope,
    reason={
        "sv": "En väl fungerande samverkan kräver styrning på alla ledningsnivåer, struktur för "
        "arbetsfördelning och rutiner, och samsyn om problem och uppdrag.",
        "en": "Collaboration that works needs governance at every management level, structure for the "
        "division of work, and a shared understanding of problem and tasks.",
    },
    source={
        "sv": "Kunskapsguiden: Tre förutsättningar för samverkan",
        "en": "Kunskapsguiden: Three conditions for collaboration",
    },
    bad=GOOD.replace(
        "      conditions:\n"
        "        governance: Skolchefen följer upp\n"
        "        structure: Möte varje månad\n"
        "        shared_understanding: Gemensam introduktion\n",
        "",
    ),
    good=GOOD,
    find=find,
)
