"""A key of an assessment as `crosp show` explains it: what to write there, what may stand there, and an example."""

from collections.abc import Iterator
from typing import Any

from crosp_cli.output.reference.page import Page, Section
from crosp_cli.reading.documents.document import texts_of
from crosp_cli.text.languages import pick
from crosp_cli.text.translation import translation


def key_page(key: str, language: str) -> Page | None:
    """Return the page on a key of an assessment; None if no assessment has it."""
    told = _told(key)
    if told is None:
        return None
    return Page("key", key, pick(told["title"], language), tuple(_sections(key, told, language)))


def _told(key: str) -> Any:
    parts = texts_of("schema/assessment.yaml").values()
    return next((part["keys"][key] for part in parts if key in part.get("keys", {})), None)


def _sections(key: str, told: Any, language: str) -> Iterator[Section]:
    _ = translation(language).gettext
    yield Section("", tuple(" ".join(pick(told["description"], language).split()).split("\n")))
    if values := told.get("values"):
        lines = tuple(f"- {name}: {pick(text, language)}" for name, text in values.items())
        yield Section(_("May stand there"), lines)
    example = texts_of("show/keys.yaml").get(key)
    if example:
        yield Section(_("Like this"), tuple(pick(example, language).rstrip("\n").split("\n")), verbatim=True)
