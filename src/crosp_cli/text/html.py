"""Text as HTML: escaped, in paragraphs, with its language wherever that differs from the page's."""

from markupsafe import Markup, escape

from crosp_cli.text.paragraphs import paragraphs
from crosp_cli.text.phrase import Phrase


def inline(phrase: Phrase, language: str) -> Markup:
    """Return `phrase` for the middle of a line; in another language than the page, it says which."""
    if phrase.language == language:
        return escape(phrase.text)
    return Markup('<span lang="{}">{}</span>').format(phrase.language, phrase.text)


def prose(phrase: Phrase, language: str) -> Markup:
    """Return `phrase` as paragraphs, with the line breaks that its writer meant."""
    start = Markup("<p>") if phrase.language == language else Markup('<p lang="{}">').format(phrase.language)
    found = (Markup("<br>\n").join(paragraph) for paragraph in paragraphs(phrase.text))
    return Markup("\n").join(start + paragraph + Markup("</p>") for paragraph in found)
