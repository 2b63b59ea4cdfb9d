"""Roles as people write them: which spellings mean the same role, and which words say that nobody holds it."""

import re

from crosp_cli.model.assessment import Measure
from crosp_cli.text.letters import composed

VACANT_WORDS = (
    "vakant", "vakanta", "vakans", "obesatt", "obesatta", "tillsätts", "tillsättas", "tillsättning", "rekryteras",
    "rekrytering", "vacant", "vacancy", "unfilled", "recruiting", "tbd", "tba", "tbc",
)  # fmt: skip
"""Words that say, wherever they stand in a role, that nobody holds it now: `kurator (vakant)`."""

VACANT_PHRASES = (
    "ej tillsatt", "inte tillsatt", "ännu inte utsedd", "ej utsedd", "inte utsedd", "ska utses", "att utse",
    "to be appointed", "to be decided", "to be announced", "to be confirmed", "not appointed", "not yet appointed",
)  # fmt: skip
"""The same in several words."""

VACANT_ALONE = (
    "-", "–", "—", "?", "??", "???", "…", "...", "x", "xx", "xxx", "nn", "n.n.", "n/a", "ingen", "ingen ännu", "okänd",
    "okänt", "oklart", "saknas", "utses", "bestäms senare", "beslutas senare", "none", "nobody", "no one", "unknown",
)  # fmt: skip
"""What says so only where it stands alone: `ingen`, but not `ingen annan än rektor`."""

_WORD = re.compile(r"\w+")


def role_of(measure: Measure) -> str | None:
    """Return the role that answers for a measure, on one line; None where nothing is written."""
    return " ".join((measure.responsible or "").split()) or None


def role_key(role: str | None) -> str | None:
    """Return what two spellings of one role have in common, whatever their capitals and spaces."""
    return None if role is None else composed(" ".join(role.split())).casefold()


def is_vacant(role: str) -> bool:
    """Whether what stands in a role's place says that nobody holds it now."""
    text = role_key(role) or ""
    words = _WORD.findall(text)
    together = f" {' '.join(words)} "
    return (
        text in VACANT_ALONE
        or not words
        or any(word in VACANT_WORDS for word in words)
        or any(f" {phrase} " in together for phrase in VACANT_PHRASES)
    )
