"""A page on an entry of the framework, for a terminal."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from crosp_cli.output.reference.page import Page


def as_terminal(page: Page) -> RenderableType:
    """Return the page with its headings and indented lines."""
    return Group(*_parts(page))


def _parts(page: Page) -> Iterator[RenderableType]:
    yield Text.assemble((page.title, "bold"), "  ", (page.id, "dim"))
    for section in page.sections:
        yield Text(f"\n{section.heading}" if section.heading else "", style="bold")
        if section.verbatim:
            yield Padding(Text("\n".join(section.lines)), (0, 0, 0, 4))
            continue
        if section.main:
            yield Padding(Text(section.main, style="bold"), (0, 0, 0, 2))
        for line in section.lines:
            item = line.startswith("- ")
            text = Text(line.removeprefix("- "))
            yield Padding(Text.assemble("– ", text) if item else text, (0, 0, 0, 2))
        if section.aside:
            yield Padding(Text(section.aside, style="dim"), (0, 0, 0, 2))
