"""What an assessment has kept from older versions of its framework, as a reader of a report needs it."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from crosp_cli.analysis.groups.disclosure import headcount
from crosp_cli.model.fields import DIGITS, SLUG
from crosp_cli.model.framework import Entry, Framework
from crosp_cli.output.analysis.views import KeptPartView, KeptView
from crosp_cli.text.languages import pick
from crosp_cli.text.phrase import Phrase
from crosp_cli.text.translation import translation

_NOT_SAID = frozenset({"current_state", "need", "measures", "collaboration", "conditions", "follow_ups"})
"""Keys that only hold others, whose names say enough."""

_OF_A_CELL = frozenset({"current_state", "need", "measures", "not_applicable"})

_SLUG = re.compile(SLUG)
_OF_PEOPLE = frozenset({"group_ratings", "participants"})
"""Keys below which people are counted."""


def kept_views(
    kept_from: Mapping[str, Any], framework: Framework, smallest_group: int, language: str, own_language: str
) -> tuple[KeptView, ...]:
    """Return what is kept, by the older version: each text with where it stood.

    What groups answered is left out, and so is how many took part where they are fewer than `smallest_group`.
    """
    flattened = _Flattened(framework, smallest_group, language, own_language)
    if _is_table(kept_from):  # by hand, without a version around it
        return (KeptView("", (flattened.held_back(()),)),)
    return tuple(KeptView(name, tuple(flattened.version(name, kept))) for name, kept in kept_from.items())


def _is_name(text: str) -> bool:
    """Whether it can be what a group is called, and is no number."""
    return not any(map(str.isdigit, text)) or (_SLUG.fullmatch(text) is not None and any(map(str.isalpha, text)))


def _is_table(node: Any) -> bool:
    """Whether it says, by the steps of a scale, how many chose each."""
    return isinstance(node, Mapping) and any(DIGITS.fullmatch(key.strip()) for key in node)


def _holds_others(node: Any) -> bool:
    """Whether it is a mapping of rows or cells, which a framework may have given numbers for names."""
    return isinstance(node, Mapping) and not _is_table({key: one for key, one in node.items() if not _holds(one)})


def _holds(node: Any) -> bool:
    """Whether it is a cell, or nothing but cells."""
    return isinstance(node, Mapping) and (
        not _OF_A_CELL.isdisjoint(node) or (bool(node) and all(map(_holds, node.values())))
    )


def _plain(key: str) -> str:
    """A key as the format has it, however it was written by hand."""
    return key.strip().casefold()


class _Flattened:
    def __init__(self, framework: Framework, smallest_group: int, language: str, own_language: str) -> None:
        self.framework = framework
        self.smallest_group = smallest_group
        self.own = own_language
        self.language = language
        self.words = _words(language)

    def version(self, name: str, kept: Any) -> Iterator[KeptPartView]:
        if _plain(name) in _OF_PEOPLE or not _holds_others(kept):  # by hand, without a version around it
            yield from self.part(name, kept, (self.word(name),) if _plain(name) in _OF_PEOPLE else ())
            return
        for key, part in kept.items():
            if _plain(key) == "cells" and _holds_others(part):
                for row, areas in part.items():
                    yield from self.row(row, areas)
            else:
                yield from self.part(key, part, (self.word(key),))

    def row(self, row: str, areas: Any) -> Iterator[KeptPartView]:
        title = self.title(row, self.framework.principles.entries)
        if _plain(row) in _OF_PEOPLE or not _holds_others(areas):
            yield from self.part(row, areas, (title,))
            return
        for area, cell in areas.items():
            name = f"{title} × {self.title(area, self.framework.areas.entries)}"
            yield from self.part(area, cell, (name,))

    def part(self, key: str, part: Any, names: tuple[str, ...]) -> Iterator[KeptPartView]:
        """What stands below a key, wherever it stands; `names` has it named already."""
        if _plain(key) == "group_ratings":
            yield self.held_back(names)
        elif _plain(key) == "participants":
            yield from self.participants(part, names)
        else:
            yield from self.parts(part, names)

    def parts(self, node: Any, names: tuple[str, ...]) -> Iterator[KeptPartView]:
        if _is_table(node):
            yield self.held_back(names)
        elif isinstance(node, dict):
            for key, part in node.items():
                yield from self.part(key, part, names if _plain(key) in _NOT_SAID else (*names, self.word(key)))
        elif isinstance(node, list):
            for item in node:
                inside = dict(item) if isinstance(item, dict) else item
                name = inside.pop("id", None) if isinstance(inside, dict) else None
                yield from self.parts(inside, (*names, name) if isinstance(name, str) else names)
        elif node and node.strip():
            yield KeptPartView(", ".join(filter(None, names)), Phrase(node.strip(), self.own))

    def participants(self, node: Any, names: tuple[str, ...]) -> Iterator[KeptPartView]:
        """Which groups took part, and how many where that may be told, in whatever shape they were kept."""
        if isinstance(node, dict):
            for key, part in node.items():
                if not _is_name(key):
                    yield self.held_back(names)
                    continue
                inside = (*names, self.word(key))
                is_name = _plain(key) == "group" and isinstance(part, str) and _is_name(part)
                yield from self.parts(part, inside) if is_name else self.participants(part, inside)
        elif isinstance(node, list):
            for item in node:
                yield from self.participants(item, names)
        elif node and node.strip():
            text = node.strip()
            number = int(text) if DIGITS.fullmatch(text) else None
            told = headcount(number, self.smallest_group) is not None
            yield KeptPartView(", ".join(names), Phrase(text, self.own)) if told else self.held_back(names)

    def held_back(self, names: tuple[str, ...]) -> KeptPartView:
        text = translation(self.language).gettext("The numbers are in the file and are not shown here.")
        return KeptPartView(", ".join(names), Phrase(text, self.language))

    def word(self, key: str) -> str:
        return self.words.get(_plain(key), key)

    def title(self, name: str, entries: tuple[Entry, ...]) -> str:
        """The title of a row or column that the framework still has; else the short name it had."""
        return next((pick(entry.title, self.language) for entry in entries if entry.id == name), name)


def _words(language: str) -> dict[str, str]:
    """The keys of an assessment as a reader knows them."""
    _ = translation(language).gettext
    return {
        "participants": _("Took part"),
        "group": _("Group"),
        "count": _("Number"),
        "unit": _("Unit"),
        "not_applicable": _("Not applicable"),
        "reflection": _("Reflection"),
        "rating": _("Rating"),
        "evidence": _("Evidence"),
        "helps": _("What helps"),
        "hinders": _("What hinders"),
        "group_ratings": _("The groups' ratings"),
        "analysis": _("Need"),
        "target": _("Target"),
        "priority": _("Priority"),
        "carried_over_from": _("Carried over"),
        "what": _("Measure"),
        "responsible": _("Responsible"),
        "scope": _("Scope"),
        "orientation": _("Orientation"),
        "start": _("Begins"),
        "due": _("Due"),
        "status": _("Status"),
        "builds_on": _("Builds on"),
        "with": _("Together with"),
        "purpose": _("Purpose"),
        "solves_at": _("Can be solved at the level"),
        "governance": _("Governance"),
        "structure": _("Structure"),
        "shared_understanding": _("Shared understanding"),
        "confidentiality": _("Confidentiality and consent"),
        "date": _("Date"),
        "source": _("Source"),
        "result": _("Result"),
        "other_explanations": _("Other possible explanations"),
        "decision": _("Decision"),
    }
