"""CR1010: a question that is only half answered"""

from collections.abc import Iterator

from crosp_cli.checks.check import Check, Hit
from crosp_cli.checks.programme.scope import GOOD, ProgrammeScope
from crosp_cli.findings import Rule, Severity


def find(subject: ProgrammeScope) -> Iterator[Hit]:
    """Point at each question where what can be said stands alone, what cannot without the reason, or no day."""
    for place, question in enumerate(subject.model.questions):
        steps = ("questions", place, "question")
        if not question.can_say and not question.cannot_say:
            yield Hit(steps, {"what": _NOTHING})
        elif not question.cannot_say:
            yield Hit(steps, {"what": _CANNOT})
        elif not question.why:
            yield Hit(steps, {"what": _WHY})
        elif question.date is None:
            yield Hit(steps, {"what": _DAY})


_NOTHING = {"sv": "vad som går att svara", "en": "what can be answered"}
_CANNOT = {"sv": "vad som inte går att säga", "en": "what cannot be said"}
_DAY = {"sv": "vilken dag svaret gäller", "en": "which day the answer is of"}
_WHY = {"sv": "varför något inte går att säga", "en": "why something cannot be said"}


CHECK = Check(
    rule=Rule(
        "CR1010",
        Severity.WARNING,
        {
            "sv": "Frågan säger inte {what}.",
            "en": "The question does not say {what}.",
        },
        {
            "sv": "Skriv under `can_say` vad som går att säga, under `cannot_say` vad som inte gör det och "
            "under `why` varför.",
            "en": "Write under `can_say` what can be said, under `cannot_say` what cannot, and under `why` the reason.",
        },
    ),
    scope=ProgrammeScope,
    reason={
        "sv": "Den som frågar ska få veta var gränsen går för vad uppföljningen kan visa, inte bara det som gick bra.",
        "en": "Whoever asks should learn where the limit lies of what the follow-up can show, and not "
        "only what went well.",
    },
    source={
        "sv": "Stockholms stad 2025 om uppföljning av en kompetensinsats",
        "en": "City of Stockholm 2025, on following up a programme of professional development",
    },
    bad=GOOD.replace("    why: Mycket annat förändras samtidigt.\n", ""),
    good=GOOD,
    find=find,
)
