"""Terms of the glossary in the questions that use them, so that each can be explained where it stands."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from crosp_cli.limits import COMPARED_CHARACTERS
from crosp_cli.model.guidance import Guidance
from crosp_cli.text.languages import pick

_BEGINS, _ENDS = re.compile(r"(?<!\w)\S"), re.compile(r"(?!\w)")


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
    lengths = {len(spelling) for term in terms for spelling in term.spellings if len(spelling) <= COMPARED_CHARACTERS}
    longest_first = sorted(lengths, reverse=True)
    found: list[Line] = []
    for line in lines:
        parts, left = _marked(line, left, longest_first)
        found.append(parts)
    return found, [*{term.id: term for term in left.values()}.values()]


def _marked(line: str, terms: dict[str, Term], lengths: Sequence[int]) -> tuple[Line, dict[str, Term]]:
    parts: list[TextPart] = []
    here = 0
    for start in (word.start() for word in _BEGINS.finditer(line) if terms):
        ends = (start + length for length in lengths if start >= here and _ENDS.match(line, start + length))
        end = next((end for end in ends if line[start:end].casefold() in terms), None)
        if end is None:
            continue
        term = terms[line[start:end].casefold()]
        parts += [TextPart(line[here:start]), TextPart(line[start:end], term)]
        here = end
        terms = {spelling: other for spelling, other in terms.items() if other != term}
    return tuple(part for part in (*parts, TextPart(line[here:])) if part.text), terms
