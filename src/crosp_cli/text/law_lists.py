"""Sections of law in a row as lawyers and officials write them: `Skollagen 4 kap. 4–6 §§`."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

_SV = re.compile(r"(?P<law>.+) (?P<chapter>\d{1,4}) kap\. (?P<number>\d{1,4})(?: (?P<letter>[a-z]))? §")
_EN = re.compile(r"(?P<law>.+), chapter (?P<chapter>\d{1,4}), section (?P<number>\d{1,4})(?: (?P<letter>[a-z]))?")
_HARD = "\u00a0"
"""A space at which no line ends."""


class _Section(NamedTuple):
    law: str
    chapter: int
    number: int
    letter: str


def law_list(titles: Iterable[str]) -> str:
    """Return titles of law sections in order, those of one chapter together; other titles come last, as they are."""
    swedish: set[_Section] = set()
    english: set[_Section] = set()
    others: list[str] = []
    for title in titles:
        if met := _SV.fullmatch(title):
            swedish.add(_section(met))
        elif met := _EN.fullmatch(title):
            english.add(_section(met))
        else:
            others.append(title)
    return "; ".join([*_laws(swedish, _in_swedish, "och", "samt"), *_laws(english, _in_english, "and", "and"), *others])


def _section(met: re.Match[str]) -> _Section:
    return _Section(met["law"], int(met["chapter"]), int(met["number"]), met["letter"] or "")


_Write = Callable[[int, str, bool], str]


def _laws(sections: Iterable[_Section], write: _Write, last: str, outer: str) -> Iterator[str]:
    """Yield each law with its chapters; where one of these has an `och` of its own, the last comes after a `samt`."""
    for law, found in groupby(sorted(sections), key=lambda section: section.law):
        chapters = list(_chapters(found, write, last))
        between = outer if any(f" {last} " in chapter for chapter in chapters) else last
        comma = "," if last == "and" and len(chapters) > 1 else ""
        said = f"{', '.join(chapters[:-1])}{comma} {between} {chapters[-1]}" if len(chapters) > 1 else chapters[0]
        yield f"{law}{',' if last == 'and' else ''} {said}"


def _chapters(sections: Iterable[_Section], write: _Write, last: str) -> Iterator[str]:
    for chapter, found in groupby(sections, key=lambda section: section.chapter):
        runs = list(_runs(list(found)))
        numbers = f"{', '.join(runs[:-1])} {last} {runs[-1]}" if len(runs) > 1 else runs[0]
        yield write(chapter, numbers, len(runs) > 1 or "–" in runs[0])


def _runs(sections: list[_Section]) -> Iterator[str]:
    """Yield the numbers of sections, those of three or more that follow on each other as `4–6`."""
    start = 0
    while start < len(sections):
        end = start
        while end + 1 < len(sections) and _follows(sections[end], sections[end + 1]):
            end += 1
        if end - start >= 2:
            yield f"{sections[start].number}–{sections[end].number}"
        else:
            yield from (_number(section) for section in sections[start : end + 1])
        start = end + 1


def _follows(one: _Section, other: _Section) -> bool:
    return not one.letter and not other.letter and other.number == one.number + 1


def _number(section: _Section) -> str:
    return f"{section.number}{_HARD}{section.letter}" if section.letter else str(section.number)


def _in_swedish(chapter: int, numbers: str, several: bool) -> str:  # noqa: FBT001
    return f"{chapter}{_HARD}kap.{_HARD}{numbers}{_HARD}{'§§' if several else '§'}"


def _in_english(chapter: int, numbers: str, several: bool) -> str:  # noqa: FBT001
    return f"chapter{_HARD}{chapter}, {'sections' if several else 'section'}{_HARD}{numbers}"
