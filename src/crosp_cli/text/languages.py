"""Texts that exist in several languages, and which language stands in where one is missing."""

from collections.abc import Mapping
from typing import TypeAlias

from crosp_cli.text.letters import bare, composed

Text: TypeAlias = Mapping[str, str]
"""One text in its languages: ``{"sv": "Nuläge", "en": "Current state"}``."""

NAMES: Mapping[str, Text] = {
    "sv": {"sv": "svenska", "en": "Swedish"},
    "en": {"sv": "engelska", "en": "English"},
}
"""The languages crosp itself speaks and what each is called, the first language first. A framework may have others."""

LANGUAGES = tuple(NAMES)

_AFTER_Z = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"})
"""The signs that follow z where letters are ordered by their codes."""

TAG = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
"""How a language of any kind is named, by BCP 47: `fi`, `sv-FI`, `ar`."""


def spoken(tag: str) -> str:
    """Return the language that crosp speaks to those who write in the language `tag`: that one, or else English."""
    own = tag.partition("-")[0].lower()
    return own if own in NAMES else "en"


def pick(text: Text, language: str) -> str:
    """Return `text` in `language`, else in English, Swedish, or whatever language it has; "" if it has none."""
    for candidate in (language, "en", "sv"):
        if candidate in text:
            return text[candidate]
    return next(iter(text.values()), "")


def language_of(text: Text, language: str) -> str:
    """Return the language that `pick` answers in, so that a page can mark a change of language."""
    for candidate in (language, "en", "sv"):
        if candidate in text:
            return candidate
    return next(iter(text), language)


def swedish_order(text: str) -> str:
    """Return a key that sorts as a Swedish register does: case aside, and å, ä, ö last in the alphabet."""
    return bare(composed(text).casefold().translate(_AFTER_Z), "NFD")
