"""A text and the language it is in, so that a page can mark where the language changes."""

from dataclasses import dataclass, replace

from crosp_cli.text.languages import Text, language_of, pick
from crosp_cli.text.paragraphs import one_line


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text and the language it is in."""

    text: str
    language: str


def phrase(text: Text, language: str) -> Phrase:
    """Return a text in `language`, or in the language that stands in for it."""
    return Phrase(pick(text, language), language_of(text, language))


def own_words(text: str | None, language: str) -> Phrase | None:
    """Return what somebody wrote in `language`, without the line end that a YAML block leaves; None for nothing."""
    return Phrase(text.strip(), language) if text else None


def shortened(phrase: Phrase, longest: int) -> Phrase:
    """Return `phrase` on one line, cut after a word where it is longer than `longest` characters."""
    line = one_line(phrase.text)
    if len(line) <= longest:
        return replace(phrase, text=line)
    kept = line[: longest - 1]
    whole_words = kept.rpartition(" ")[0]
    return replace(phrase, text=f"{whole_words.rstrip(',;:–-') or kept} …")
