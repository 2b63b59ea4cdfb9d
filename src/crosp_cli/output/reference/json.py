"""A page on an entry of the framework, for programs."""

import json

from crosp_cli.output.reference.framework_page import Page


def as_json(page: Page) -> str:
    """Return `{"kind", "id", "title", "sections": [{"heading", "lines"}]}`."""
    sections = [{"heading": section.heading, "lines": list(section.lines)} for section in page.sections]
    found = {"kind": page.kind, "id": page.id, "title": page.title, "sections": sections}
    return json.dumps(found, ensure_ascii=False, indent=2)
