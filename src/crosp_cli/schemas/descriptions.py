"""What a schema says of each key and value: the texts in templates/schema, in one language."""

from collections.abc import Mapping
from functools import cache
from pathlib import PurePosixPath
from typing import Any

from crosp_cli.model.fields import Record
from crosp_cli.model.framework import Named
from crosp_cli.reading.documents.document import texts_of
from crosp_cli.reading.documents.kinds import KINDS
from crosp_cli.text.languages import pick


class Words:
    """The texts, by model and key."""

    def __init__(self, language: str) -> None:
        self.language = language

    def of_record(self, model: type[Record]) -> dict[str, str]:
        """The title and description of a part of a document."""
        return self._told(_texts()[model.__name__])

    def of_key(self, model: type[Record], key: str) -> dict[str, str]:
        """The title and description of a key (KeyError if nobody has written them)."""
        return self._told(self._key(model, key))

    def of_choice(self, model: type[Record], key: str, word: str) -> str:
        """What one of the words that may stand at a key means."""
        return self.pick(self._key(model, key)["values"][word])

    def value(self, name: str, **values: str) -> str:
        """A text on values, filled in."""
        return self.pick(_texts()[name]).format(**values)

    def alone(self, model: type[Record]) -> str:
        """What to say of a key that may not stand beside another."""
        return self.pick(_texts()[model.__name__]["alone"])

    def entry(self, entry: Named) -> str:
        """What a framework's entry is: its title, and its description where it has one."""
        title = self.pick(entry.title)
        return f"{title}. {self.pick(entry.description)}" if entry.description else title

    def of_entry(self, entry: Named) -> dict[str, str]:
        """The title and description of a key that a framework's entry gives its name."""
        title = self.pick(entry.title)
        return {"title": title, "description": self.pick(entry.description) if entry.description else title}

    def pick(self, text: Mapping[str, str]) -> str:
        """A text in the language of the schema, as one line."""
        return " ".join(pick(text, self.language).split())

    def _told(self, entry: Mapping[str, Any]) -> dict[str, str]:
        return {"title": self.pick(entry["title"]), "description": self.pick(entry["description"])}

    def _key(self, model: type[Record], key: str) -> Any:
        """The entry of a key: with its own model, or with one that the model builds on."""
        for part in model.__mro__:
            found = _texts().get(part.__name__, {}).get("keys", {}).get(key)
            if found is not None:
                return found
        raise KeyError(f"{model.__name__}.{key}")


@cache
def _texts() -> dict[str, Any]:
    texts = texts_in("values.yaml")
    for name in dict.fromkeys(kind.words or f"{kind.name}.yaml" for kind in KINDS.values()):
        texts |= texts_in(name)
    return texts


def texts_in(name: str) -> dict[str, Any]:
    """Return the texts in a file of templates/schema.

    Raises:
        MissingResourceError: it cannot be read.
    """
    return texts_of(str(PurePosixPath("schema", name)))
