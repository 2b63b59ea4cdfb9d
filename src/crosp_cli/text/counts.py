"""How many there are, and which, as a sentence says it: numbers in words or in groups of three, titles in a row."""

from collections.abc import Mapping, Sequence

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


def in_a_row(titles: Sequence[str], language: str) -> str:
    """Return titles as in `principal and guardians`: commas between them, a word before the last, no capitals."""
    _ = translation(language).gettext
    words = [_uncapitalised(title) for title in titles]
    if len(words) < 2:
        return "".join(words)
    return _("{titles} and {last}").format(titles=", ".join(words[:-1]), last=words[-1])


def _uncapitalised(title: str) -> str:
    """The title without its first capital, unless that begins an abbreviation or a name in two capitals."""
    return title[:1].lower() + title[1:] if title[1:2].islower() else title
