"""Titles in a row within a sentence: `principal, student health and guardians`."""

from collections.abc import Sequence

from crosp_cli.text.translation import translation


def in_a_row(titles: Sequence[str], language: str) -> str:
    """Return titles as they stand in a sentence: commas between them, a word before the last, no capitals."""
    _ = translation(language).gettext
    words = [_uncapitalised(title) for title in titles]
    if len(words) < 2:
        return "".join(words)
    return _("{titles} and {last}").format(titles=", ".join(words[:-1]), last=words[-1])


def _uncapitalised(title: str) -> str:
    """The title without its first capital, unless that begins an abbreviation or a name in two capitals."""
    return title[:1].lower() + title[1:] if title[1:2].islower() else title
