"""A page on an entry of the framework, for programs."""

from crosp_cli.output.json_text import json_text
from crosp_cli.output.reference.page import Page


def as_json(page: Page) -> str:
    """Return `{"kind", "id", "title", "sections": [{"heading", "lines"}]}`."""
    sections = [{"heading": section.heading, "lines": list(section.all_lines)} for section in page.sections]
    found = {"kind": page.kind, "id": page.id, "title": page.title, "sections": sections}
    return json_text(found)
