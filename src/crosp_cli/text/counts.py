"""Numbers as they stand in a sentence: small ones as words."""

from crosp_cli.text.translation import translation


def spelled(number: int, language: str) -> str:
    """Return `number` as a word up to twelve, and in figures from there on: seven measures, 13 measures."""
    words = translation(language).gettext("zero one two three four five six seven eight nine ten eleven twelve").split()
    return words[number] if 0 <= number < len(words) else str(number)
