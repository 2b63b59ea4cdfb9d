"""What somebody meant who wrote a title, in any language, where a key, a short name or a step is to stand.

Asked only where something is wrong. The titles of keys and of crosp's own words stand in templates/schema, those of
groups, levels and steps in the framework.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import islice
from typing import Any

from crosp_cli.findings import Quoted, Rule, Value
from crosp_cli.limits import COMPARED, COMPARED_CHARACTERS
from crosp_cli.model.framework import Framework, Named
from crosp_cli.reading.documents.document import texts_of
from crosp_cli.reading.documents.framework import BUILT_IN, read_built_in
from crosp_cli.reading.documents.kinds import KINDS
from crosp_cli.reading.documents.names import GROUPS, LEVELS, ORIENTATIONS, SCOPES, offered
from crosp_cli.reading.rules import of_shape
from crosp_cli.reading.yaml.binding import listed
from crosp_cli.reading.yaml.tree import Tree
from crosp_cli.text.languages import Text
from crosp_cli.text.letters import bare
from crosp_cli.text.slugs import nearest_to, slug

_WHAT = {"group": GROUPS, "level": LEVELS, "solves_at": LEVELS, "scope": SCOPES, "orientation": ORIENTATIONS}
_NUMBERS = (of_shape.NOT_A_NUMBER, of_shape.NOT_A_NUMBER_OR_NOTHING)
_PARTS = re.compile(r"\s*(?:,|/|\(|\)|\bm\.fl\.|\boch\b|\beller\b|\band\b|\bor\b)\s*")
_FEWEST_LETTERS = 4


def closest(written: str, titles: Mapping[str, Iterable[str]]) -> str | None:
    """Return the name that has `written` for a title, or as a part of one, or nearly; None if there is none."""
    if len(written) > COMPARED_CHARACTERS:
        return None
    wanted = _plain(written)
    pairs = ((title, name) for name, found in titles.items() for title in (name, *found))
    few = ((title, name) for title, name in islice(pairs, COMPARED) if len(title) <= COMPARED_CHARACTERS)
    named = {part: name for title, name in few for part in _parts(title)}
    if wanted in named:
        return named[wanted]
    stem = wanted[: max(_FEWEST_LETTERS, len(wanted) - 2)]
    begins = {name for part, name in named.items() if len(wanted) >= _FEWEST_LETTERS and part.startswith(stem)}
    if len(begins) == 1:
        return begins.pop()
    near = nearest_to(wanted, named, alike=0.7)
    return named[near[0]] if near else None


def _parts(title: str) -> list[str]:
    return [part for part in (_plain(title), *map(_plain, _PARTS.split(title))) if part]


def _plain(text: str) -> str:
    kept = "".join(letter if letter.isalnum() else " " for letter in bare(text.casefold()))
    return " ".join(kept.split())


class Meanings:
    """What may stand in documents that are held against a framework, or, where it is None, against none."""

    def __init__(self, framework: Framework | None) -> None:
        self._framework = framework

    def advice(self, record: type, key: str, rule: Rule, text: str) -> tuple[Rule, dict[str, Value]] | None:
        """Return a better rule than `rule` for a text at a record's key, with what its words need; None if none is."""
        if rule in _NUMBERS and key in ("rating", "target"):
            return self._step(text)
        if rule not in (of_shape.NOT_AN_IDENTIFIER, of_shape.NOT_A_CHOICE):
            return None
        if entries := self._entries(key):
            near = closest(text, {entry.id: titles_of(entry) for entry in entries})
            return self._unknown(near, offered(entry.id for entry in entries), _WHAT.get(key))
        if choices := _key(record, key).get("values"):
            near = closest(text, {name: list(titles.values()) for name, titles in choices.items()})
            return self._unknown(near, listed(choices), None)
        made = slug(text, "") if rule is of_shape.NOT_AN_IDENTIFIER else ""
        return (of_shape.NOT_AN_IDENTIFIER_BUT, {"near": Quoted(made)}) if made else None

    def _unknown(self, near: str | None, allowed: str, what: Text | None) -> tuple[Rule, dict[str, Value]]:
        values: dict[str, Value] = {"allowed": allowed, **({"what": what} if what else {})}
        if near is None:
            return of_shape.UNKNOWN_NAME if what else of_shape.NOT_A_CHOICE, values
        rule = of_shape.UNKNOWN_NAME_NEAR if what else of_shape.NOT_A_CHOICE_MEANT
        return rule, {**values, "near": offered([near]) if what else near}

    def key(self, record: type, allowed: Iterable[str], written: str) -> str | None:
        """Return the key of a record that is called `written` in one of crosp's languages."""
        titles = {key: list(_key(record, key).get("title", {}).values()) for key in allowed}
        return closest(written, titles)

    def _step(self, written: str) -> tuple[Rule, dict[str, Value]] | None:
        if self._framework is None:
            return None
        steps = {str(step.value): list(step.label.values()) for step in self._framework.head.scale.steps}
        figures = re.findall("[0-9]+", written)
        near = figures[0] if len(figures) == 1 else None if figures else closest(written, steps)
        *others, last = steps
        every = {language: f"{', '.join(others)} {word} {last}" for language, word in (("sv", "eller"), ("en", "or"))}
        if near in steps:
            return of_shape.NOT_A_STEP_MEANT, {"allowed": every, "near": near}
        return of_shape.NOT_A_STEP, {"allowed": every}

    def _entries(self, key: str) -> tuple[Named, ...]:
        if self._framework is None:
            return ()
        head = self._framework.head
        return {
            "group": head.groups,
            "level": head.levels,
            "solves_at": head.levels,
            "scope": head.scopes,
            "orientation": head.orientations,
            "type": head.organiser_types,
            "school_forms": head.school_forms,
        }.get(key, ())


def built_in_for(tree: Tree) -> Framework | None:
    """Return the built-in framework where a document names it, for one whose project cannot be read, or is itself."""
    return read_built_in().framework if tree.data.get("framework") == BUILT_IN else None


def titles_of(entry: Named) -> list[str]:
    """Return what an entry of a framework is called in its languages, its other names included."""
    others: Mapping[str, Iterable[str]] = getattr(entry, "aliases", None) or {}
    return [*entry.title.values(), *(name for names in others.values() for name in names)]


def _key(record: type, key: str) -> dict[str, Any]:
    for part in record.__mro__:
        found = _words().get(part.__name__, {}).get("keys", {}).get(key)
        if found:
            return dict(found)
    return {}


@cache
def _words() -> dict[str, Any]:
    files = dict.fromkeys(kind.words or f"{kind.name}.yaml" for kind in KINDS.values())
    return {name: entry for file in files for name, entry in texts_of(f"schema/{file}").items()}
