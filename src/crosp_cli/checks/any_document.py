"""What a check is given that looks at the texts of documents of any kind."""

from collections.abc import Iterator

from crosp_cli.checks.check import DocumentScope
from crosp_cli.model.fields import Record
from crosp_cli.reading.yaml.tree import Node, Steps


class AnyDocumentScope(DocumentScope[Record]):
    """A document of any kind."""

    of = Record


def texts_of(value: Node, steps: Steps = ()) -> Iterator[tuple[Steps, str]]:
    """Yield each text of more than one word, with the steps that lead to it."""
    if isinstance(value, str):
        if " " in value:
            yield steps, value
    elif value is not None:
        for step, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from texts_of(part, (*steps, step))
