"""A name in a document that its framework does not have, and what may have been meant."""

from collections.abc import Iterable

from crosp_cli.findings import Finding, Location, Quoted, Value
from crosp_cli.model.framework import Named
from crosp_cli.reading.rules import of_shape
from crosp_cli.reading.yaml.binding import invisible, listed, near
from crosp_cli.reading.yaml.tree import Tree
from crosp_cli.text.languages import Text

LEVELS = {"sv": "nivåer", "en": "levels"}


def unknown_name(name: str, entries: Iterable[Named], what: Text, tree: Tree, at: Location) -> Finding:
    """Return the finding on a name that is none of a framework's `entries`, which together are called `what`."""
    if hidden := invisible(name, tree, at):
        return hidden
    allowed = [entry.id for entry in entries]
    values: dict[str, Value] = {"value": Quoted(name), "what": what, "allowed": listed(allowed)}
    suggestion = near(name, allowed)
    if suggestion is None:
        return Finding(of_shape.UNKNOWN_NAME, at, values)
    return Finding(of_shape.UNKNOWN_NAME_NEAR, at, {**values, "near": suggestion})
