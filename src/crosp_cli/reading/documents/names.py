"""A name in a document that its framework does not have, and what may have been meant."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any

from crosp_cli.findings import Finding, Location, Quoted, QuotedNames, QuotedText, Value, as_written
from crosp_cli.limits import COMPARED, OFFERED
from crosp_cli.model.framework import Framework, Named
from crosp_cli.reading.documents.framework import read_built_in
from crosp_cli.reading.rules import of_shape
from crosp_cli.reading.yaml.binding import invisible, listed
from crosp_cli.reading.yaml.tree import Tree
from crosp_cli.text.languages import Text

LEVELS = {"sv": "nivåer", "en": "levels"}
PRINCIPLES = {"sv": "rader", "en": "rows"}
AREAS = {"sv": "kolumner", "en": "columns"}
GROUPS = {"sv": "grupper", "en": "groups"}
SCOPES = {"sv": "omfattning", "en": "scopes"}
ORIENTATIONS = {"sv": "inriktning", "en": "orientations"}


def unknown_name(name: str, entries: Iterable[Named], what: Text, tree: Tree, at: Location) -> Finding:
    """Return the finding on a name that is none of a framework's `entries`, which together are called `what`."""
    if hidden := invisible(name, tree, at):
        return hidden
    entries = list(entries)
    values: dict[str, Value] = {
        "value": as_written(name),
        "what": what,
        "allowed": offered(entry.id for entry in entries),
    }
    suggestion = _meant(name, entries, tree)
    if suggestion is None:
        return Finding(of_shape.UNKNOWN_NAME, at, values)
    return Finding(of_shape.UNKNOWN_NAME_NEAR, at, {**values, "near": offered([suggestion])})


def not_a_choice(name: str, entries: Iterable[Named], tree: Tree, at: Location) -> Finding:
    """Return the finding on a word that is none of a framework's `entries`, which may stand there."""
    choices = list(entries)
    values: dict[str, Value] = {"value": Quoted(name), "allowed": offered(entry.id for entry in choices)}
    suggestion = _meant(name, choices, tree)
    if suggestion is None:
        return Finding(of_shape.NOT_A_CHOICE, at, values)
    return Finding(of_shape.NOT_A_CHOICE_MEANT, at, {**values, "near": offered([suggestion])})


def _meant(name: str, entries: Iterable[Named], tree: Tree) -> str | None:
    if not next(tree.suggestions, 0):
        return None
    from crosp_cli.reading.documents.meant import closest, titles_of  # only a mistake needs it

    return closest(name, {entry.id: titles_of(entry) for entry in islice(entries, COMPARED)})


def offered(words: Iterable[str]) -> str:
    """Return names that a framework has as they stand in a message; those that are not crosp's own are quoted."""
    known = list(islice(words, OFFERED + 1))
    text = listed([*known[:OFFERED], *(["…"] if len(known) > OFFERED else [])])
    return text if _own_names().issuperset(known) else QuotedNames(text)


def title_of(framework: Framework, text: Text) -> Text:
    """Return a title that a framework gives as it stands in a message; one that is not crosp's own is quoted."""
    return text if framework is read_built_in().framework else QuotedText(text)


@cache
def _own_names() -> frozenset[str]:
    framework = read_built_in().framework
    return frozenset([framework.name, *_ids(framework.model_dump())]) if framework else frozenset()


def _ids(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        if isinstance(part.get("id"), str):
            yield part["id"]
        part = tuple(part.values())
    if isinstance(part, tuple | list):
        for one in part:
            yield from _ids(one)
