"""Text as HTML: escaped, in paragraphs, with its language wherever that differs from the page's."""

from markupsafe import Markup, escape

from crosp_cli.text.paragraphs import Run, runs
from crosp_cli.text.phrase import Phrase


def inline(phrase: Phrase, language: str) -> Markup:
    """Return `phrase` for the middle of a line; in another language than the page, it says which."""
    if phrase.language == language:
        return escape(phrase.text)
    return Markup('<span lang="{}">{}</span>').format(phrase.language, phrase.text)


def prose(phrase: Phrase, language: str) -> Markup:
    """Return `phrase` as paragraphs and lists, with the line breaks that its writer meant."""
    said = Markup("") if phrase.language == language else Markup(' lang="{}"').format(phrase.language)
    return Markup("\n").join(_block(run, said) for paragraph in runs(phrase.text) for run in paragraph)


def _block(run: Run, said: Markup) -> Markup:
    if not run.is_list:
        return Markup("<p{}>{}</p>").format(said, Markup("<br>\n").join(run.lines))
    items = Markup("\n").join(Markup("<li>{}</li>").format(line) for line in run.lines)
    kind = Markup(' class="labelled"') if run.is_labelled else Markup("")
    return Markup("<ul{}{}>\n{}\n</ul>").format(kind, said, items)
