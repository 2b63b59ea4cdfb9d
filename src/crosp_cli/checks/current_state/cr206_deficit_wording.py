"""CR206: wording that places the problem in the pupil, in any text of a document"""

import re
from collections.abc import Iterator
from functools import cache

from crosp_cli.checks.any_document import AnyDocumentScope, texts_of
from crosp_cli.checks.check import Check, Hit
from crosp_cli.checks.current_state._deficit_words import (
    ADJECTIVES,
    CANNOT,
    LEARNERS,
    NAMES,
    SAID_OF_WORDS,
    SIGNS,
    SWEDISH_ADJECTIVES,
    VERBS_OF_BEING,
    WORDS,
)
from crosp_cli.findings import Rule, Severity

_PREPOSITIONS = (
    "om",
    "för",
    "hos",
    "av",
    "mot",
    "till",
    "mellan",
    "med",
    "där",
    "for",
    "of",
    "about",
    "between",
    "where",
)
"""A learner after one of them is not whom the sentence is about."""
_SENTENCE = re.compile(r"[^.!?]+")


def find(subject: AnyDocumentScope) -> Iterator[Hit]:
    """Point at each text with such a wording, unless the sentence is about the wording itself."""
    texts = list(texts_of(subject.tree.data))
    signs = _signs_in(" ".join([text for _, text in texts]))
    for steps, text in texts if signs else ():
        if _has_one(text, signs) and any(
            _has_one(sentence, signs) and _places_it_in_the_pupil(sentence)
            for sentence in _SENTENCE.findall(" ".join(text.split()))
        ):
            yield Hit(steps)


def _signs_in(text: str) -> list[str]:
    """What stands in `text` of all that such a wording needs some of: to look for the wordings costs much more."""
    small = text.lower()
    words = small.replace(".", " ").replace(",", " ").split()
    return [*WORDS.intersection(words), *(sign for sign in SIGNS if sign in small)]


def _has_one(text: str, signs: list[str]) -> bool:
    small = text.lower()
    return any(sign in small for sign in signs)


def _places_it_in_the_pupil(sentence: str) -> bool:
    return _wording().search(sentence) is not None and re.search(SAID_OF_WORDS, sentence, re.IGNORECASE) is None


@cache
def _wording() -> re.Pattern[str]:
    between = r"(?: (?!inte\b|aldrig\b|knappast\b|not\b|never\b|no\b)[\w-]+){0,2}"
    which = r"(?: i \w+| in \w+(?: \w+)?)?(?: som| who| that)?"
    learners = "".join(rf"(?<!\b{word} )" for word in _PREPOSITIONS) + rf"\b(?:{LEARNERS})"
    return re.compile(
        rf"\b(?:{ADJECTIVES})(?: (?:och|and) \w+)? (?:{LEARNERS})\b"
        rf"|\b(?:{SWEDISH_ADJECTIVES}) \w+[ae] (?:{LEARNERS})\b"
        rf"|{learners}{which}(?: \w+)? (?:{VERBS_OF_BEING}){between} (?:{ADJECTIVES})\b"
        rf"|{learners}{which} (?:{CANNOT})"
        rf"|\b(?:{NAMES})",
        re.IGNORECASE,
    )


CHECK = Check(
    rule=Rule(
        "CR206",
        Severity.NOTE,
        {
            "sv": "Formuleringen lägger svårigheten hos eleven.",
            "en": "The wording places the difficulty in the learner.",
        },
        {
            "sv": "Beskriv hindret i lärmiljön: vad i undervisning, organisation eller bemötande behöver ändras?",
            "en": "Describe the barrier in the learning environment: what in teaching, organisation or "
            "approach needs to change?",
        },
    ),
    scope=AnyDocumentScope,
    reason={
        "sv": "Analysen söker hinder i lärmiljön. En elevsyn där eleven är bäraren av problemet är en av de "
        "brister som SOU 2021:11 pekar på.",
        "en": "The analysis looks for barriers in the learning environment. Seeing the learner as the bearer "
        "of the problem is one of the shortcomings that SOU 2021:11 points to.",
    },
    source={
        "sv": "SPSM 2024: Uppföljning och analys; SOU 2021:11",
        "en": "SPSM 2024: Follow-up and analysis; the public inquiry SOU 2021:11",
    },
    bad="""\
current_state:
  reflection: Vi har många svaga elever i årskurs 4.
""",
    good="""\
current_state:
  reflection: I årskurs 4 är instruktionerna för långa för många elever.
""",
    find=find,
)
