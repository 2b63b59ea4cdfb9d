"""What a check is given that looks at the texts of documents of any kind."""

from crosp_cli.checks.check import DocumentScope
from crosp_cli.model.fields import Record
from crosp_cli.reading.yaml.tree import Node, Steps


class AnyDocumentScope(DocumentScope[Record]):
    """A document of any kind."""

    of = Record


def texts_of(value: Node) -> list[tuple[Steps, str]]:
    """Return each text of more than one word, with the steps that lead to it, in the order of the document."""
    found: list[tuple[Steps, str]] = []
    _gather(value, (), found)
    return found


def _gather(value: Node, steps: Steps, found: list[tuple[Steps, str]]) -> None:
    if isinstance(value, str):
        if " " in value:
            found.append((steps, value))
    elif value is not None:
        for step, part in value.items() if isinstance(value, dict) else enumerate(value):
            if part is not None and (not isinstance(part, str) or " " in part):
                _gather(part, (*steps, step), found)
