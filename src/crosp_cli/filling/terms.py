"""Terms of the glossary in the questions that use them, so that each can be explained where it stands."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from crosp_cli.model.guidance import Guidance
from crosp_cli.text.languages import pick


@dataclass(frozen=True, slots=True)
class Term:
    """A term and what it means."""

    id: str
    title: str
    definition: str
    spellings: tuple[str, ...]
    """How it may be written in running text, the longest first."""


class TextPart(NamedTuple):
    """A part of a line, and the term that it is, if it is one."""

    text: str
    term: Term | None = None


def terms_of(names: Iterable[str], guidance: Guidance, language: str) -> tuple[Term, ...]:
    """Return the terms with those names, as the glossary explains them."""
    found = (guidance.terms[name] for name in names if name in guidance.terms)
    return tuple(
        Term(
            term.id,
            pick(term.term, language),
            pick(term.definition, language),
            tuple(sorted((pick(term.term, language), *term.forms.get(language, ())), key=len, reverse=True)),
        )
        for term in found
    )


Line: TypeAlias = tuple[TextPart, ...]
"""A line of text in its parts."""


def marked(lines: Sequence[str], terms: Sequence[Term]) -> tuple[list[Line], list[Term]]:
    """Return lines of text with each term marked where it first stands in any of them, and the terms that do not."""
    left = {spelling.casefold(): term for term in terms for spelling in term.spellings}
    found: list[Line] = []
    for line in lines:
        parts, left = _marked(line, left)
        found.append(parts)
    return found, list(dict.fromkeys(left.values()))


def _marked(line: str, terms: dict[str, Term]) -> tuple[Line, dict[str, Term]]:
    parts: list[TextPart] = []
    here = 0
    while terms:
        longest_first = sorted(terms, key=len, reverse=True)
        pattern = rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"
        match = re.compile(pattern, re.IGNORECASE).search(line, here)
        if match is None or match.group().casefold() not in terms:
            break
        term = terms[match.group().casefold()]
        parts += [TextPart(line[here : match.start()]), TextPart(match.group(), term)]
        here = match.end()
        terms = {spelling: other for spelling, other in terms.items() if other != term}
    return tuple(part for part in (*parts, TextPart(line[here:])) if part.text), terms
