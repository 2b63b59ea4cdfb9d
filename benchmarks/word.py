"""What becomes of pages of any size on paper: what there may be many of, and what python-docx looks through."""

from collections.abc import Callable, Mapping

from crosp_cli.limits import PAPER_PARTS
from crosp_cli.reports.word_and_pdf.docx import written
from crosp_cli.reports.word_and_pdf.sheet import on_paper

PAGES: Mapping[str, Callable[[int], str]] = {
    "items": lambda size: f"<ul>{'<li>a</li>' * size}</ul>",
    "lists with numbers": lambda size: "<ol><li>a</li></ol><p>b</p>" * size,
    "tables": lambda size: "<table><tr><td>a</td></tr></table>" * size,
    "cells in a row": lambda size: f"<table><tr>{'<td>a</td>' * size}</tr></table>",
    "cells beside one that reaches down": lambda size: f"<table><tr><td rowspan=9>a{'<td>a' * size}<tr><td>a</table>",
    "places to lead to": lambda size: "".join(f'<p id="a{n}"><a href="#a{n}">a</a></p>' for n in range(size)),
    "links": lambda size: "".join(f'<p><a href="https://a.se/{n}">a</a></p>' for n in range(size)),
}
"""By what a page has more and more of."""


def in_word(name: str, size: int) -> Callable[[], bytes] | None:
    """Return what makes a Word document of a page of that size; None where it has more parts than are set."""
    page = f"<!doctype html><html lang=sv><body><main>{PAGES[name](size)}</main></body></html>"
    if page.count("<") - page.count("</") > PAPER_PARTS:
        return None
    return lambda: written(on_paper(page), [], {}, None)
