"""What stands in lists and tables beside items and cells, and what a drawing is that its writer did not end."""

import io
import re

import docx
import pytest

from crosp_cli.reports.user_templates import allowed_html
from crosp_cli.reports.user_templates.page import written_anew
from crosp_cli.reports.word_and_pdf.docx import sheet_as_docx
from crosp_cli.reports.word_and_pdf.page.tree import Element
from crosp_cli.reports.word_and_pdf.sheet import on_paper
from crosp_cli.reports.word_and_pdf.sheet_text import breakable
from crosp_cli.reports.word_and_pdf.typst_source import as_typst

pytestmark = pytest.mark.office


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
    "<ol start=5><li>five<li value=9><p>nine</p>more<li><div><b>ten</b></div></ol>": "5. five 9. nine more 10. ten",
    "<ol reversed><li>two<li>one</ol><ol start=1><li>one<li value=2x>two</ol>": "2. two 1. one one two",
    "<ol><li>one <b class=badge>two</b><li>three <b class=badge>Focus 2</b></ol>o\ufeffne": "one two three one",
    "<ol>one<p>two</p><li>three<li>four</ol><ol><ol><li>five</ol><li>six</ol>": "one two three four five six",
    "<ol start=5><div><li>one</div><a><li hidden>x<li>two</a><li><p hidden>x<p>three</ol>": "5. one 6. two 7. three",
    "<ol start=2><li>one</li><ol><li>two</li></ol><div hidden><li>x</div><li>three</ol>": "2. one two 3. three",
    "<ul hidden>x<li>x</ul>one<ol style='display:none'>x</ol><table hidden>two<tr><td>x</table>": "one two",
    "<ol reversed><li>two<li hidden>x<li>one</ol><ol start=99999999999><li>one</ol>": "2. two 1. one one",
    "<table><td><svg aria-label=x><g></td><td>one<tr><td>two</table><div><svg><g></p>three</div>": "one two three",
    "<a href='#x'><svg><path></a>one <svg><g></x>two<body> three": "one three",
    "<s>one</s><p style='color: red; DISPLAY : none'>two</p><p style='display: block'>three</p>": "one three",
    "<p style='display:none !important;display:block'>x<p style='display:nonesuch'>one": "one",
    "<p style='display:none;display:block'>one<p style='--display:none'>two<p style='/*display:none*/'>x": "one two x",
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


def test_lines_that_end_by_hand_are_lines() -> None:
    [text] = on_paper(written_anew("<pre>\none\n  <b>two   three</b>\n</pre>")).body.all("pre")
    assert text.lines == ["one", "\u00a0 two\u00a0\u00a0 three"]


def test_a_line_that_ends_by_hand_can_be_divided_between_its_words() -> None:
    line = "".join(f"{n:>14}" for n in ("one", "two", "three") * 40)
    [text] = on_paper(written_anew(f"<pre>{line}</pre>")).body.all("pre")
    parts = re.split("[ \u200b]", text.lines[0])
    assert [part.strip("\u00a0") for part in parts if part.strip("\u00a0")] == ["one", "two", "three"] * 40


def test_what_is_crossed_out_is_crossed_out_on_paper() -> None:
    sheet = on_paper(written_anew("<p><s>one</s> <del>two</del> three</p>"))
    source, _pictures = as_typst(sheet, "", None)
    assert re.findall(r'#strike\[#"(\w+)"', source) == ["one", "two"]
    [paragraph] = docx.Document(io.BytesIO(sheet_as_docx(sheet).content)).paragraphs
    assert [run.text for run in paragraph.runs if run.font.strike] == ["one", "two"]


def test_names_of_elements_are_written_as_browsers_and_drawings_have_them() -> None:
    html = written_anew(
        '<body><SVG viewbox="0 0 1 1" VIEWBOX=2><LinearGradient/><Text X=1>2026-10-15</Text></SVG><STYLE>a'
    )
    expected = '<svg viewBox="0 0 1 1"><linearGradient/><text x="1">2026-10-15</text></svg><style>a</style>'
    assert html.endswith(f"<body>{expected}")


def test_texts_that_stand_together_can_be_parted() -> None:
    names = [f"name{number}" for number in range(40)]
    html = f"<p>{','.join(f'<b>{name}</b>' for name in names)}</p><p>one</p>"
    source, _pictures = as_typst(on_paper(written_anew(html)), "", None)
    texts = "".join(re.findall(r'#"([^"]*)"', source))
    assert max(map(len, texts.split("\u200b"))) <= 40
    assert texts.replace("\u200b", "").endswith(f"{','.join(names)}one")
    assert not texts.endswith("\u200bone")
    assert "\u200b," not in texts
    assert '"Titel"' in as_typst(on_paper(f"<title>Titel</title>{html}"), "", None)[0]


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2007"])
def test_words_that_hard_spaces_hold_together_can_be_parted(space: str) -> None:
    text = space.join(f"word{number}" for number in range(40))
    for html in (f"<p>{text}", "<p>" + space.join(f"<b>word{number}</b>" for number in range(40))):
        source, _pictures = as_typst(on_paper(written_anew(html)), "", None)
        parts = "".join(re.findall(r'#"([^"]*)"', source)).split("\u200b")
        assert max(map(len, parts)) <= 40
        assert "".join(parts) == text
    assert breakable(f"10{space}000 kr") == f"10{space}000 kr"


@pytest.mark.parametrize("first", ['"', "”", ".", ",", ")", "\u200d", "\u2060", "\u0301", "ا", "א"])
def test_texts_that_begin_with_what_goes_before_can_be_parted(first: str) -> None:
    """Also what runs from right to left, which is set apart by a sign without width."""
    texts = [f"{first}{word}" for word in ("elever", "lärare", "rektor", "kurator") * 8]
    source, _pictures = as_typst(on_paper(written_anew("<p>" + "".join(f"<b>{text}</b>" for text in texts))), "", None)
    said = "".join(re.findall(r'#"((?:[^"\\]|\\.)*)"', source)).replace('\\"', '"')
    assert max(map(len, said.split("\u200b"))) <= 50
    assert re.sub("[\u200b\u2067\u2069]", "", said) == "".join(texts)


def test_a_title_in_capitals_that_hard_spaces_hold_together_can_be_parted() -> None:
    title = "KOMMUNGEMENSAM MODERSMÅLSUNDERVISNING HÖ".replace(" ", "\u00a0")
    source, _pictures = as_typst(on_paper(written_anew(f"<h1>{title}</h1>")), "", None)
    assert "KOMMUNGEMENSAM\u00a0\u200bMODERSMÅLSUNDERVISNING" in source
