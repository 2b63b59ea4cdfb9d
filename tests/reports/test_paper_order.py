"""What stands in lists and tables beside items and cells, and what a drawing is that its writer did not end."""

import pytest

from crosp_cli.reports.user_templates import allowed_html
from crosp_cli.reports.user_templates.page import written_anew
from crosp_cli.reports.word_and_pdf.page.tree import Element
from crosp_cli.reports.word_and_pdf.sheet import on_paper


def words(element: Element) -> list[str]:
    found = [child.split() if isinstance(child, str) else words(child) for child in element.children]
    return [word for each in found for word in each]


STRAYS = {
    "<ul><li>one</li><ul><li>two</li></ul><p>three</p>four <b>five</b> <i>six</i></ul>": "one two three four five six",
    "<ol>one<li>two</li></ol>": "one two",
    "<ul><div><li>one</li></div><li hidden>x</li>two</ul>": "one two",
    "<dl>one<dt>two</dt><p>three</p><dd>four</dd>five<dt>six</dt></dl>": "one two three four five six",
    "<dl><div>one<dt>two</dt><dd>three</dd>four</div>five</dl>": "one two three four five",
    "<table>one<thead><p>two</p><td>six</td></thead><tr>three<td>seven</tr><tbody><caption>four</caption></table>": (
        "one two three four six seven"
    ),
    "<table><caption>five<tr><td>seven</table><table><colgroup>one<tr><td>six</table>": "five seven one six",
    "<table><caption>one</caption><caption>two</caption><caption hidden>x</caption><td>three</table>": "two one three",
    "<table><table><tr><td>one</table>two<tr><td>three</table>": "one two three",
    "<svg><text>x<p>one</p>": "one",
    "<svg><g></svg>one": "one",
    "one <b><svg><title>two</title></svg></b> <svg aria-hidden=true aria-label=x /> three": "one two three",
}


@pytest.mark.parametrize("html", STRAYS)
def test_what_stands_beside_items_rows_and_cells_is_on_paper_too(html: str) -> None:
    assert " ".join(words(on_paper(written_anew(f"<body>{html}")).body)) == STRAYS[html]


def test_whatever_stands_in_whatever_may_be_in_a_page_is_on_paper() -> None:
    """But for `nav`, which is for a screen, and what a drawing has of texts, which its own text stands for."""
    names = sorted(allowed_html.ELEMENTS - {"body", "head", "html", "meta", "nav", "style", "svg", "title"})
    for outer in names:
        for inner in names:
            html = written_anew(f"<body><{outer}>one<{inner}>two</{inner}>three</{outer}>four")
            assert {"one", "two", "three", "four"} == set(words(on_paper(html).body)), html
