"""What becomes of pages of any size on paper: what there may be many of, that python-docx and Typst look through."""

from collections.abc import Callable, Mapping

from crosp_cli.limits import PAPER_CHARACTERS, PAPER_PARTS
from crosp_cli.reports.word_and_pdf.docx import written
from crosp_cli.reports.word_and_pdf.pdf import sheet_as_pdf
from crosp_cli.reports.word_and_pdf.sheet import Sheet, on_paper

PAGES: Mapping[str, Callable[[int], str]] = {
    "items": lambda size: f"<ul>{'<li>a</li>' * size}</ul>",
    "lists with numbers": lambda size: "<ol><li>a</li></ol><p>b</p>" * size,
    "tables": lambda size: "<table><tr><td>a</td></tr></table>" * size,
    "cells in a row": lambda size: f"<table><tr>{'<td>a</td>' * size}</tr></table>",
    "cells beside one that reaches down": lambda size: f"<table><tr><td rowspan=9>a{'<td>a' * size}<tr><td>a</table>",
    "places to lead to": lambda size: "".join(f'<p id="a{n}"><a href="#a{n}">a</a></p>' for n in range(size)),
    "paragraphs": lambda size: "<p>a</p>" * size,
    "lines of a text": lambda size: f"<p>{'a<br>' * size}</p>",
    "words of a text": lambda size: f"<p>{'a b ' * size}</p>",
    "words that stand out": lambda size: f"<p>{'<strong>a</strong> ' * size}</p>",
    "occasions in a text": lambda size: f"<p>{'2026-ht ' * size}</p>",
    "links": lambda size: "".join(f'<p><a href="https://a.se/{n}">a</a></p>' for n in range(size)),
}
"""By what a page has more and more of."""


def _in_word(sheet: Sheet) -> bytes:
    return written(sheet, [], {}, None)


def _in_pdf(sheet: Sheet) -> bytes:
    return sheet_as_pdf(sheet).content


FORMS: Mapping[str, Callable[[Sheet], bytes]] = {"Word document": _in_word, "PDF": _in_pdf}
"""What makes a paper of a page: python-docx here, Typst in a process of its own."""


def on_form(form: str, name: str, size: int) -> Callable[[], bytes] | None:
    """Return what makes a paper of a page of that size; None where it has more parts than are set."""
    page = f"<!doctype html><html lang=sv><title>a</title><body><main>{PAGES[name](size)}</main></body></html>"
    if page.count("<") - page.count("</") > PAPER_PARTS or len(page) > PAPER_CHARACTERS:
        return None
    return lambda: FORMS[form](on_paper(page))
