"""Numbers as they stand in a sentence: small ones as words, and large ones in groups of three."""

from collections.abc import Mapping

from crosp_cli.text.translation import translation

_BETWEEN: Mapping[str, str] = {"sv": "\u00a0", "en": ","}
_UNGROUPED = 9999


def spelled(number: int, language: str) -> str:
    """Return `number` as a word up to twelve, and in figures from there on: seven measures, 13 measures."""
    words = translation(language).gettext("zero one two three four five six seven eight nine ten eleven twelve").split()
    return words[number] if 0 <= number < len(words) else str(number)


def grouped(number: int, language: str) -> str:
    """Return `number` in figures as a language writes it: 100,000. Its parts are not to be broken apart."""
    return f"{number:,}".replace(",", _BETWEEN.get(language, ",")) if number > _UNGROUPED else str(number)
