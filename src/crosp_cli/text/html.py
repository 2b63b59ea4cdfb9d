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


def led(phrase: Phrase, language: str, lead: str) -> Markup:
    """Return `phrase` as prose, and before its first words a few in bold that say what it is."""
    first, *rest = [run for paragraph in runs(phrase.text) for run in paragraph]
    is_other = phrase.language != language
    said = Markup(' lang="{}"').format(phrase.language) if is_other else Markup("")
    label = Markup("<strong>{}</strong>").format(lead)
    if first.is_list:
        found = [Markup('<p class="leads">{}</p>').format(label), _block(first, said)]
    else:
        words = Markup("<br>\n").join(first.lines)
        found = [
            Markup("<p>{} {}</p>").format(label, Markup("<span{}>{}</span>").format(said, words) if is_other else words)
        ]
    return Markup("\n").join([*found, *(_block(run, said) for run in rest)])


def _block(run: Run, said: Markup) -> Markup:
    if not run.is_list:
        return Markup("<p{}>{}</p>").format(said, Markup("<br>\n").join(run.lines))
    items = Markup("\n").join(Markup("<li>{}</li>").format(line) for line in run.lines)
    kind = Markup(' class="labelled"') if run.is_labelled else Markup("")
    return Markup("<ul{}{}>\n{}\n</ul>").format(kind, said, items)
