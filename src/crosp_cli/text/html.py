"""Text as HTML: escaped, in paragraphs, with its language wherever that differs from the page's."""

import re

from markupsafe import Markup, escape

from crosp_cli.text.dates import month_names
from crosp_cli.text.paragraphs import Run, runs
from crosp_cli.text.phrase import Phrase

_MONTH = "|".join(name for names in month_names() for name in names)
_DATE = re.compile(rf"\b(?:\d{{4}}-\d\d-\d\d|\d\d? (?i:{_MONTH}) \d{{4}})\b")
_WHOLE_OR_TAG = re.compile(
    r'<(style|script|title|svg)\b(?:.*?</\1>|.*)|<span class="da(?:y|te)">[^<]*</span>|<[^>]*>?'
    rf"|(?P<date>{_DATE.pattern})",
    re.DOTALL,
)
"""What nothing ends goes on to the end of the page, which is read once."""


def inline(phrase: Phrase, language: str) -> Markup:
    """Return `phrase` for the middle of a line; in another language than the page, it says which."""
    if phrase.language == language:
        return dated(phrase.text)
    return Markup('<span lang="{}">{}</span>').format(phrase.language, dated(phrase.text))


def dated(text: str) -> Markup:
    """Return a text with each date in it on one line, also where the line is short."""
    return Markup(_DATE.sub(r'<span class="day">\g<0></span>', str(escape(text))))  # noqa: S704 -- escaped before


def with_whole_dates(page: str) -> str:
    """Return an HTML page with each date in its texts on one line, also those that stand in a translated sentence."""
    head, body, rest = page.partition("<body")
    return head + _WHOLE_OR_TAG.sub(_kept_whole, body + rest)  # its tag too, in which a date is left as it stands


def _kept_whole(found: re.Match[str]) -> str:
    return f'<span class="day">{found[0]}</span>' if found["date"] else found[0]


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
        words = Markup("<br>\n").join(map(dated, first.lines))
        found = [
            Markup("<p>{} {}</p>").format(label, Markup("<span{}>{}</span>").format(said, words) if is_other else words)
        ]
    return Markup("\n").join([*found, *(_block(run, said) for run in rest)])


def _block(run: Run, said: Markup) -> Markup:
    if not run.is_list:
        return Markup("<p{}>{}</p>").format(said, Markup("<br>\n").join(map(dated, run.lines)))
    items = Markup("\n").join(Markup("<li>{}</li>").format(dated(line)) for line in run.lines)
    kind = Markup(' class="labelled"') if run.is_labelled else Markup("")
    return Markup("<ul{}{}>\n{}\n</ul>").format(kind, said, items)
