"""CR206: wording that places the problem in the pupil, in any text of a document"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

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
_SMALL_WORDS = bytes(ord(c.lower()) if c.isalnum() else ord(" ") for c in map(chr, range(256)))
"""Letters of a text as bytes in small, and what stands between words, or joins them, as a space."""
_LETTERS = 5
_SIGNS = {
    start: [*signs]
    for start, signs in groupby(
        sorted((sign.encode("latin-1").translate(_SMALL_WORDS), sign) for sign in SIGNS),
        key=lambda both: both[0].split()[0][:_LETTERS],
    )
}
"""Each sign, as the words that it is of and as it is written, by how its first word begins."""


def find(subject: AnyDocumentScope) -> Iterator[Hit]:
    """Point at each text with such a wording, unless the sentence is about the wording itself."""
    written = subject.tree.text
    if "\\" in written:  # a line may be broken, or a letter written, by an escape
        written = " ".join(text for _, text in texts_of(subject.tree.data))
    signs = _signs_in(written)
    for steps, text in texts_of(subject.tree.data) if signs else ():
        on_one_line = _straight(" ".join(text.split()))
        if _has_one(on_one_line, signs) and any(
            _has_one(sentence, signs) and _places_it_in_the_pupil(sentence)
            for sentence in _SENTENCE.findall(on_one_line)
        ):
            yield Hit(steps)


def _signs_in(text: str) -> list[str]:
    """What stands in a file's text of all that such a wording needs some of: to look for the wordings costs much more.

    The text is looked through as bytes, which takes a third of the time; every letter of a sign has one of its own.
    Half of the lines of a file are there several times.
    """
    written = _straight(text).encode("latin-1", "replace")
    words = b" ".join(set(written.splitlines())).translate(_SMALL_WORDS).split()
    starts = {word[:_LETTERS] for word in set(words)}
    likely = [
        (of_words, sign)
        for start in starts & _SIGNS.keys()
        for of_words, sign in _SIGNS[start]
        if all(word[:_LETTERS] in starts for word in of_words.split())
    ]
    whole = b" ".join(written.translate(_SMALL_WORDS).split()) if likely else b""
    return [sign for of_words, sign in likely if of_words in whole]


def _straight(text: str) -> str:
    """Return `text` with the apostrophes that a word processor bends, and single quotes double, as they are typed."""
    return text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").replace("''", "'")


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
