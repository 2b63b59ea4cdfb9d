"""Finding what someone means in a framework: by id, title, short name, law section, or a cell by its two names."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from crosp_cli.model.assessment import Place
from crosp_cli.model.framework import Entry, Framework, Group, Level
from crosp_cli.model.guidance import Guidance, Reference, Term
from crosp_cli.text.letters import composed
from crosp_cli.text.slugs import nearest_to

Found = Entry | Level | Group | Reference | Term | Place
"""A principle or an area, a level, a group, a reference, a glossary term, or a cell."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found, or what is nearest to what was asked."""

    found: Found | None
    near: tuple[str, ...] = ()


def look_up(framework: Framework, guidance: Guidance, words: str) -> Answer:
    """Return what `words` name: one thing, or `principle area` (or `principle/area`) for a cell."""
    names = _names(framework, guidance)
    asked = _folded(words)
    if asked in names:
        return Answer(names[asked])
    place = _cell(asked, _entry_names(framework.principles.entries), _entry_names(framework.areas.entries))
    if place:
        return Answer(place)
    begun = [name for name in names if name.startswith(f"{asked} ")]
    return Answer(None, tuple(begun[:3] or nearest_to(asked, _of_the_chapter(asked, names), most=3)))


_SECTION = re.compile(r"(\d+)(?::| kap )")


def _of_the_chapter(asked: str, names: Iterable[str]) -> list[str]:
    """The names that may be meant: of a law section only those of its chapter, for no other is near it."""
    section = _SECTION.match(asked)
    return [name for name in names if not section or name.startswith(f"{section[1]}:")]


def cell_named(framework: Framework, words: str) -> Place | None:
    """Return the cell that `words` name by its row and its column, such as ``follow-up/quality``; else None."""
    rows, columns = (_entry_names(axis.entries) for axis in (framework.principles, framework.areas))
    return _cell(_folded(words), rows, columns)


_SEPARATORS = str.maketrans("/×§.,", "     ")


def _folded(words: str) -> str:
    return " ".join(composed(words).translate(_SEPARATORS).casefold().split())


def _cell(asked: str, principles: Mapping[str, Entry], areas: Mapping[str, Entry]) -> Place | None:
    """The cell whose principle's name and area's name, in either order, make up what was asked."""
    if len(asked) > 2 * max(map(len, (*principles, *areas))) + 1:
        return None
    parts = asked.split(" ")
    for cut in range(1, len(parts)):
        first, second = " ".join(parts[:cut]), " ".join(parts[cut:])
        if first in principles and second in areas:
            return Place(principles[first].id, areas[second].id)
        if first in areas and second in principles:
            return Place(principles[second].id, areas[first].id)
    return None


def _names(framework: Framework, guidance: Guidance) -> dict[str, Found]:
    """Everything that has a name, by each of its names; of two that share one, the matrix is first and the law last.

    A short name of the matrix or of a level is nothing else's name.
    """
    first: list[Entry | Level] = [*framework.principles.entries, *framework.areas.entries, *framework.head.levels]
    found: dict[str, Found] = {_folded(one.id): one for one in reversed(first)}
    pairs = chain(
        _entry_names(framework.principles.entries).items(),
        _entry_names(framework.areas.entries).items(),
        _titled(framework.head.levels),
        _term_names(guidance.glossary.entries),
        _reference_names(guidance.references.entries),
        _titled(framework.head.groups),
    )
    for name, entry in pairs:
        found.setdefault(name, entry)
    return found


def _entry_names(entries: Sequence[Entry]) -> dict[str, Entry]:
    """The entries by what they are called: a short name is nothing else's name, and of two alike the first counts."""
    found: dict[str, Entry] = {}
    for entry in entries:
        aliases = chain.from_iterable(entry.aliases.values())
        for name in (*entry.title.values(), *entry.label.values(), *aliases):
            found.setdefault(_folded(name), entry)
    return found | {_folded(entry.id): entry for entry in entries}


def _titled(entries: Iterable[Level | Group]) -> Iterator[tuple[str, Found]]:
    for entry in entries:
        yield from ((_folded(name), entry) for name in (entry.id, *entry.title.values()))


def _reference_names(references: Iterable[Reference]) -> Iterator[tuple[str, Found]]:
    for reference in references:
        names = [reference.id, *reference.title.values(), *(reference.topic or {}).values()]
        if reference.number:
            section = re.sub(r"(?<=\d)(?=[a-z])", " ", reference.number)  # 2:8b is 2 kap. 8 b §
            names += [reference.number, reference.number.replace(":", " kap "), section.replace(":", " kap ")]
        yield from ((_folded(name), reference) for name in names)


def _term_names(terms: Iterable[Term]) -> Iterator[tuple[str, Found]]:
    for term in terms:
        names = (term.id, *term.term.values(), *chain.from_iterable(term.forms.values()))
        yield from ((_folded(name), term) for name in names)
