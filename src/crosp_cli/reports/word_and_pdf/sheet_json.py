"""A sheet as plain values and back, so that another process can make it."""

from typing import Any

from crosp_cli.reports.word_and_pdf.page.tree import Element
from crosp_cli.reports.word_and_pdf.sheet import Sheet

Values = dict[str, Any]


def as_values(sheet: Sheet) -> Values:
    """Return the sheet as texts, lists and tables."""
    return {
        "title": sheet.title,
        "language": sheet.language,
        "body": _values_of(sheet.body),
        "dense": sheet.dense,
    }


def sheet_of(values: Values) -> Sheet:
    """Return the sheet that those values are of."""
    return Sheet(values["title"], values["language"], _element(values["body"]), values["dense"])


def _values_of(element: Element) -> list[Any]:
    children = [child if isinstance(child, str) else _values_of(child) for child in element.children]
    return [element.name, element.attributes, children, element.source]


def _element(values: list[Any]) -> Element:
    name, attributes, children, source = values
    return Element(name, attributes, [one if isinstance(one, str) else _element(one) for one in children], source)
