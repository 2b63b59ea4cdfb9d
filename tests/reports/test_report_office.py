"""A report's page as DOCX and PDF: what stands in it, what it is made of, and that nothing written becomes markup."""

import io
import re
import zipfile
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosp_cli.reports.content import ReportContent
from crosp_cli.reports.html import as_html
from crosp_cli.reports.word_and_pdf.docx import as_docx
from crosp_cli.reports.word_and_pdf.page.drawings import set_in
from crosp_cli.reports.word_and_pdf.pdf import as_pdf
from crosp_cli.reports.word_and_pdf.sheet import on_paper
from crosp_cli.reports.word_and_pdf.sheet_text import HEADINGS, divided
from crosp_cli.reports.word_and_pdf.sheet_widths import signs_in
from crosp_cli.reports.word_and_pdf.typst_source import STYLED, as_typst

from .conftest import golden

pytestmark = pytest.mark.office

PAPERS = golden("papers")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EXAMPLES = {
    "ekskolan": ("examples/ekskolan/assessments/ekskolan/2026-ht-school.yaml", "sv"),
    "mill-lane": ("examples/other-framework/assessments/mill-lane/2026-autumn-school-team.yaml", "en"),
}
DRAWING = (
    '<svg role="img" viewBox="0 0 70 10" width="70" height="10"><title>Two of three steps</title>'
    '<rect width="5" height="5" fill="#17506a"/><text x="9" y="5" font-size="3">two & “three”</text></svg>'
)
HOSTILE = (
    '#import "@preview/x:1.0.0": *',
    "$x$ and $$y$$",
    '*bold* _it_ [[link]] #read("/etc/passwd")',
    r"\input{/etc/passwd} \u{41} \"",
    '"#panic("no")"',
    "```{=openxml} <w:p/> ```",
    "@cite <label> // comment /* more */",
    "<script>alert(1)</script> &amp; {{ 7*7 }}",
)


def page(*blocks: str, language: str = "sv", title: str = "Titel") -> str:
    """A page that holds those blocks."""
    body = "\n".join(blocks)
    return f'<!doctype html><html lang="{language}"><head><title>{title}</title></head><body>{body}</body></html>'


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def words_of_pdf(data: bytes) -> str:
    reader = pypdf.PdfReader(io.BytesIO(data))
    text = " ".join(one.extract_text() for one in reader.pages)
    return " ".join(text.replace("\u200b", "").split())


def outline(data: bytes) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = PAPERS.tagged(data).outline()
    return found


def words_of_docx(data: bytes) -> str:
    body = docx.Document(io.BytesIO(data)).element.body
    return " ".join("".join(node.text or "" if node.tag == f"{W}t" else " " for node in body.iter()).split())


@pytest.fixture(scope="module", params=EXAMPLES)
def made(request: Any, make: Any) -> tuple[str, str, bytes, bytes]:
    """An example, its language, and its report as DOCX and as PDF."""
    path, language = EXAMPLES[request.param]
    html = as_html(ReportContent("report", make(Path(__file__).parents[2] / path, language)))
    pdf, unknown = as_pdf(html)
    assert unknown == ""
    return request.param, language, as_docx(html).content, pdf


def test_both_say_the_same_in_the_same_order(made: tuple[str, str, bytes, bytes]) -> None:
    _name, _language, document, pdf = made
    spoken = re.sub(r"[\W_]+", "", words_of_docx(document))
    printed = words_of_pdf(pdf)
    printed = re.sub(r"[\W_]+", "", printed)
    sample = [spoken[start : start + 25] for start in range(0, len(spoken) - 25, 400)]
    places = [printed.find(part) for part in sample if printed.count(part) == 1]
    assert places == sorted(places)
    assert sum(part in printed for part in sample) > 0.75 * len(
        sample
    )  # where a page ends or a word is divided, the text is too


def test_the_document_is_one_that_people_can_go_on_with(made: tuple[str, str, bytes, bytes]) -> None:
    _name, language, data, _pdf = made
    document = docx.Document(io.BytesIO(data))
    levels = [int(one.style.name[-1]) for one in document.paragraphs if one.style.name.startswith("Heading")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert document.core_properties.title
    assert document.core_properties.language == language
    styles = document.styles.element
    assert {one.get(f"{W}val") for one in styles.iter(f"{W}lang")} == {language}
    for table in document.tables:
        assert table.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row._tr.find(f"{W}trPr/{W}cantSplit") is not None for row in table.rows)
        shares = [column.width or 0 for column in table.columns]
        assert min(shares) > 0.04 * sum(shares)
    section = document.sections[0]
    assert (section.page_width.mm, section.page_height.mm) == (pytest.approx(210, abs=0.1), pytest.approx(297, abs=0.1))
    assert " PAGE " in "".join(section.footer._element.itertext())


def test_the_pdf_is_on_a4_and_has_no_date(made: tuple[str, str, bytes, bytes]) -> None:
    reader = pypdf.PdfReader(io.BytesIO(made[3]))
    assert reader.metadata is not None
    assert reader.metadata.creation_date is None
    assert all(box == pytest.approx((595.3, 841.9), abs=0.1) for box in (one.mediabox[2:] for one in reader.pages))


def test_swedish_letters_can_be_searched_for() -> None:
    html = page("<h1>Ärende</h1><p>Åtgärder för elever på Östra skolan</p>")
    assert "Åtgärder för elever på Östra skolan" in words_of_pdf(as_pdf(html)[0])
    assert "Åtgärder för elever på Östra skolan" in words_of_docx(as_docx(html).content)


@pytest.mark.parametrize(
    "where",
    [
        "<p>{}</p>",
        "<h2>{}</h2>",
        "<table><caption>{0}</caption><tr><th>{0}<tr><td>{0}</table>",
        "<ul><li>{}</ul>",
        "<dl><dt>{0}</dt><dd>{0}</dd></dl>",
        '<p id="{0}"><a href="#{0}">{0}</a></p>',
    ],
)
def test_what_anyone_writes_is_text(where: str) -> None:
    html = page(*(where.format(escaped(text).replace('"', "&quot;")) for text in HOSTILE), title="#x $y$ &lt;b&gt;")
    pdf, document = words_of_pdf(as_pdf(html)[0]), words_of_docx(as_docx(html).content)
    for text in HOSTILE:
        assert "".join(text.split()) in "".join(pdf.replace("\u00ad", "").split())
        assert text in document


@settings(max_examples=settings.default.max_examples // 2)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=12))
def test_whatever_the_text_something_comes_of_it(texts: list[str]) -> None:
    html = page(*(f"<p>{escaped(text)}</p><h4>{escaped(text)}</h4>" for text in texts))
    assert as_pdf(html)[0].startswith(b"%PDF-1.7")
    document = docx.Document(io.BytesIO(as_docx(html).content))
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "".join(one.text for one in document.paragraphs))


def test_a_character_without_a_letterform_stands_as_its_code() -> None:
    data, unknown = as_pdf(page("<p>before \U0010fffd after</p>"))
    assert unknown == "\U0010fffd"
    assert "before [U+10FFFD] after" in words_of_pdf(data)


def test_thousands_of_characters_without_letterforms_stand_as_their_codes() -> None:
    signs = "".join(map(chr, range(0xF0000, 0xF0000 + 3000)))
    data, unknown = as_pdf(page(f"<p>{signs}</p>"))
    assert unknown == signs
    assert "[U+F0BB7]" in "".join(words_of_pdf(data).split())


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("5\ufe0f\u20e3", "5[U+20E3]"),
        ("å\u0364", "å[U+0364]"),
        ("b\u0364\u20e3 e\u0301", "b[U+0364][U+20E3] é"),
        ("\U0001d15f", "[U+1D158][U+1D165]"),
    ],
)
def test_a_mark_without_a_letterform_on_its_letter_stands_as_its_code(text: str, stands: str) -> None:
    data, _unknown = as_pdf(page(f"<h4>{text} after</h4>"))
    assert f"{stands} after" in words_of_pdf(data)


def test_dozens_of_marks_without_letterforms_stand_as_their_codes() -> None:
    marks = "".join(map(chr, [*range(0x1AB0, 0x1ACF), *range(0x20D0, 0x20F1)]))
    data, unknown = as_pdf(page(f"<p>z{marks} after</p>"))
    assert set(unknown) == set(marks)
    assert "after" in words_of_pdf(data)


@pytest.mark.parametrize("letters", ["1\u0488", "\u00e5\u20e2", "\u1100\u1161"])
@pytest.mark.parametrize("sign", ["\ufe0f", "\u200d", "\U000e007f"])
def test_a_sign_that_changes_the_one_before_it_may_have_none_before_it(sign: str, letters: str) -> None:
    data, _unknown = as_pdf(page(f"<p>{sign}{letters} after</p>"))
    assert "after" in words_of_pdf(data)


@pytest.mark.parametrize("text", ["\u0627\U0001f41c\u20e3\U0001d173", "\u0627\u108c\u20e3\u200b"])
def test_a_mark_that_typst_fails_over_stands_as_its_code(text: str) -> None:
    data, unknown = as_pdf(page(f"<p>{text}</p><p>after</p>"))
    assert "after" in words_of_pdf(data)
    assert "\u20e3" in unknown


def test_facts_may_stand_in_a_box() -> None:
    data, _unknown = as_pdf(page('<div class="facts"><p>words</p></div>'))
    assert "words" in words_of_pdf(data)


def test_signs_of_forms_are_signs() -> None:
    data, unknown = as_pdf(page("<p>☐ fortsätta ☑ justera → klar ✓</p>"))
    assert unknown == ""
    assert "☐ fortsätta ☑ justera → klar ✓" in words_of_pdf(data)


def test_a_very_long_word_stays_on_the_paper() -> None:
    data, _unknown = as_pdf(page(f"<table><tr><th>A<th>B<tr><td>{'å' * 500}<td>x</table>"))
    (only,) = pypdf.PdfReader(io.BytesIO(data)).pages
    edges: list[float] = []
    only.extract_text(visitor_text=lambda _text, _cm, matrix, _font, _size: edges.append(matrix[4]))
    assert max(edges) < 540
    assert "å" * 500 in words_of_pdf(data).replace(" ", "").replace("\u00ad", "")


@pytest.mark.parametrize(
    "signs",
    [
        *("\u0301" * 40_000, "\u0301\u200b" * 10_000, "\u0301\u200b\u2060\u200b\u200b" * 10_000),
        *("\u3164" * 80_000, "\u200b\uffa0" * 60_000, "\u3164\u200e\u200b" * 40_000),
        *(
            "\u200b\u2065" * 40_000,
            "\ufff0" * 80_000,
            "\U000e0080\u200e" * 40_000,
            "\u200c" * 80_000,
            "\xad" * 80_000,
            "\u200b" * 80_000,
        ),
    ],
)
def test_thousands_of_signs_without_width_are_set_before_time_is_up(signs: str) -> None:
    data, _unknown = as_pdf(page(f'<p>a{signs} after</p><p>b <img alt="{signs} c"></p><img alt="d{signs}">'))
    assert len(pypdf.PdfReader(io.BytesIO(data)).pages) == 1


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("t", "x" + f"<span>{chr(0x200D) * 1000}</span>" * 80),
        ("t" + "\u200d" * 30_000, "a"),
        ("\u0627" * 45_000, "a"),
        ("t", f'<span class="boxes"><span class="steps">2{chr(0x200D) * 30_000}</span></span> a'),
        ("t", "aa\xa0" * 40_000 + "whole"),
    ],
    ids=["beside each other", "title", "one word as title", "beside boxes", "hard spaces"],
)
def test_signs_without_width_and_long_words_are_set_wherever_they_stand(title: str, body: str) -> None:
    data, _unknown = as_pdf(f"<html lang=en><title>{title}</title><body><p>{body}</p><p>after</p></body></html>")
    words = words_of_pdf(data)
    assert "after" in words
    assert ("whole" in words) == ("whole" in body)


def test_a_cell_over_several_columns_is_not_cut_at_the_end_of_a_page() -> None:
    data, _unknown = as_pdf(
        page(f"<table><tr><th>a {'x' * 300} b<td colspan=2>{'x' * 4000} end<tr><td>1<td>2<td>3</table>")
    )
    assert len(pypdf.PdfReader(io.BytesIO(data)).pages) > 1  # what does not go over to the next one is not seen


def shown(data: bytes) -> set[str]:
    """The words that stand on the paper of a PDF, and not below its edge."""
    found: set[str] = set()
    for sheet in pypdf.PdfReader(io.BytesIO(data)).pages:
        sheet.extract_text(
            visitor_text=lambda text, where, *_: found.update(text.split()) if where[5] >= 0 else None  # from below
        )
    return found


def words(count: int) -> str:
    return " ".join(f"w{number}" for number in range(count))


def rows(*cells: str, count: int = 1) -> str:
    return "<table>" + ("<tr><td>" + "<td>".join(cells)) * count + "</table>"


ITEMS = "<ul><li>" + "<li>".join(words(90).split()) + "</ul>"


@pytest.mark.parametrize(
    "html",
    [
        *(rows("a", words(3000)), rows(*["a"] * 9, words(700)), rows(*["a"] * 14, words(700))),
        *(rows("a", ITEMS), rows("a", ITEMS[4:-5].replace("li>", "p>")), rows("a", words(90).replace(" ", "<br>"))),
        rows("a", ITEMS.replace("<li>w8", "<tr><td>a<td><li>w8")),
        rows(words(95), *[words(60)] * 7),
        f"<table><thead><tr><th>a<th>{words(1500)}</thead><tbody><tr><td>a<td>b</tbody></table>",
        f"<table><tr><td rowspan=2>{ITEMS}<td>a<tr><td>b</table>",
        *(f"<dl class='{name}'><dt>a<dd><p>{words(90).replace(' ', '<p>')}</dl>" for name in ("facts", "run-in")),
        *(f"<div class='{name}'>{ITEMS}</div>" for name in ("planned", "decided", "signature")),
        *(f"<{name} class='signatures'><li>{words(1200)}</{name}>" for name in ("ul", "div")),
        *(f"<ul class='signatures'><li>{words(count).replace(' ', '<li>')}</ul>" for count in (8, 14, 18, 28)),
        *(block.format("教" * 300 + " w1") for block in ("<div class='planned'><p>{}</div>", rows("a", "{}", "b"))),
        f"<div class='planned'><svg height='400' role='img' aria-label='a'></svg>{'<h2>a</h2>' * 15}<p>w1</div>",
        *(f"<p class='{name}'>{words(1200)}</p>" for name in ("probes", "signature", "signatures")),
    ],
)
def test_no_text_is_set_beyond_the_edge_of_the_paper(html: str) -> None:
    data, _unknown = as_pdf(page(html))
    assert not set(re.findall(r"\bw\d+\b", html)) - shown(data)


def test_a_row_in_word_that_has_no_room_on_a_page_may_be_parted_and_such_a_head_is_said_once() -> None:
    html = rows("a", words(20)) + rows("a", words(1000)) + f"<table><tr><th>{words(900)}<th>b<tr><td>a<td>b</table>"
    document = docx.Document(io.BytesIO(as_docx(page(html)).content))
    marks = [
        {part.tag.removeprefix(W) for part in row._tr.get_or_add_trPr()} & {"cantSplit", "tblHeader"}
        for table in document.tables
        for row in table.rows
    ]
    assert marks == [{"cantSplit"}, set(), set(), {"cantSplit"}]


def test_no_cell_moves_where_a_date_stands_in_a_table_within_a_cell() -> None:
    rows = "".join(f'<tr><td>a{n}<td class="date">b{n}<td><i>x</i> <span class="badge">c{n}</span>' for n in (1, 2))
    html = page(f'<table><tr><td>d<table>{rows}</table><p>e<p class="date">f</table>')
    [_outer, inner] = on_paper(html).body.all("table")
    assert [[cell.text for cell in row.all("td")] for row in inner.all("tr")] == [
        [f"a{n}", f"b{n}", f"x c{n}"] for n in (1, 2)
    ]
    assert "#rule()" not in as_typst(on_paper(html), "", None)[0]
    assert words_of_docx(as_docx(html).content).split() == ["d", "a1", "b1", "x", "c1", "a2", "b2", "x", "c2", "e", "f"]


@pytest.mark.parametrize("name", sorted(STYLED))
def test_each_class_has_its_look_wherever_it_stands(name: str) -> None:
    html = [f'<{tag} class="{name}">{inner}</{tag}>' for tag in ("div", "ol", "table") for inner in ("<p>x", "<li>x")]
    assert as_pdf(page(*html, f'<p class="{name}">x <span class="{name}">y</span>')).content


def test_a_cell_over_columns_and_rows_is_one_cell_in_word() -> None:
    rows = "<tr><td>a<td colspan=2 rowspan=2>b<td>c<tr><td>d<td>e<tr><td>f<td>g<td>h<td>i"
    [table] = docx.Document(io.BytesIO(as_docx(page(f"<table>{rows}</table>")).content)).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [list("abbc"), list("dbbe"), list("fghi")]


def test_columns_have_room_for_the_words_of_cells_that_reach_over_them() -> None:
    rows = f"<tr><td>{'long ' * 40}<td colspan=2>utbildningsförvaltning<tr><td>{'long ' * 40}<td>1<td>2"
    (table,) = on_paper(page(f"<table>{rows}</table>")).body.all("table")
    first, *others = map(int, table.attributes["widths"].split())
    assert sum(others) * 125 / 100 >= len("utbildningsförvaltning")
    assert first > sum(others)


@pytest.mark.parametrize(("columns", "divided"), [(2, False), (7, True)])
def test_words_are_divided_where_a_column_has_no_room_for_them(columns: int, divided: bool) -> None:
    for html in (rows(*["skolledningsgruppen"] * columns), rows("a", rows("skolledningsgruppen", *"b" * columns))):
        source, _pictures = as_typst(on_paper(page(html)), "", None)
        assert ("#show: narrow" in source) == divided, html


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("anna@ekskolan.example", ["anna@ekskola", "n.example"]),
        ("”Skolledningsgruppen”,", ["”Skolledningsgruppen”,"]),
        ("2026-10-15/2026", ["2026-10-15/2", "026"]),
    ],
)
def test_what_is_no_word_is_broken_where_a_column_has_no_room(text: str, parts: list[str]) -> None:
    assert divided(f"a {text} b", 12).removeprefix("a ").removesuffix(" b").split("\u200b") == parts


def test_signs_that_are_wide_and_in_headings_have_room_on_a_line() -> None:
    def signs(cell: str) -> int:
        [table] = on_paper(page(rows(*[cell] * 8))).body.all("table")
        return signs_in(table.all("td")[0], 1 / 8)

    assert signs("A1") > signs("<h1>A1</h1>") >= 1
    assert signs("A1") < 125 / 8 - 5


def test_headings_are_divided_too_where_a_column_has_no_room() -> None:
    heading = "<h3>Utbildningsförvaltningen</h3> text"
    assert "#show: narrow" not in as_typst(on_paper(page(rows(heading))), "", None)[0]
    shown_words = shown(as_pdf(page("<h1>a</h1><h2>b</h2>", rows(*[heading] * 4))).content)
    assert "Utbildningsförvaltningen" not in shown_words


def test_no_cell_is_lost_below_a_row_that_ends_before_one_that_reaches_down() -> None:
    html = page("<table><tr><td>w1<td>w2<td rowspan=2>w3<tr><td>w4<tr><td>w5<td>w6<td>w7</table>")
    assert sorted(re.findall(r"w\d", words_of_docx(as_docx(html).content))) == [f"w{number}" for number in range(1, 8)]


@pytest.mark.parametrize(
    ("rows", "filled"),
    [
        ("<tr><td>a<td>b<td>c<tr><td>d<tr><td>e<td>f<td>g", "a b c / d . . / e f g"),
        ("<tr><td>a<td>b<tr><td>c<tr><td colspan=2>d", "a b / c . / d2"),
        ("<tr><td>a<td>b<tr><td colspan=3>c", "a b / c2"),
        ("<tr><td colspan=99>a<tr><td>b<td colspan=+2x>c<tr><td>d<td>e<td>f", "a3 / b c2 / d e f"),
        (f"<tr><td rowspan=100>a<td>b{'<tr><td>c' * 99}", f"a b{' / c' * 99}"),
        ("<tr><td rowspan=2>a<td>b<tr><td colspan=2>c", "a b / c"),
        ("<tr hidden><td rowspan=2>x<td>y<tr><td>a<td>b<tr><td>c<td>d<tbody hidden><tr><td>z", "a b / c d"),
        ("<td>a<td>b<tr><td>c<td>d<tr>", "a b / c d"),
        ("<colgroup><col><tr><td>a<td>b<tbody><td>c<td>d", "a b / c d"),
        ("<tfoot><tr><td>c</tfoot><tbody><tr><td>b<thead><tr><td>a", "a / b / c"),
        ("<tr><td>a<td rowspan=2>b<td>c<tr><td colspan=2>d", "a b c / d ."),
        ("<tr><th rowspan=9>a<th>b<tr><td>c<tr><td>d<td>e", "a b . / c . / d e"),
        ("<tr><th rowspan=2>a<tr><td>b<td>c", "a . . / b c"),
        ("<tr><td rowspan=2>a<td>b<tr></tr><tr><td>c<td>d", "a b / . / c d"),
        ("<tbody><tr><td rowspan=3>a<td>b</tbody><tbody><tr><td>c<td>d</tbody>", "a b / c d"),
        ("<tr><td rowspan=0>a<td colspan='2 '>b<tr><td>c<td>d", "a b2 / c d"),
        ("<tr><td rowspan=9>a<td>b<tr><td>c", "a b / c"),
    ],
)
def test_each_row_has_as_many_cells_as_the_table_has_columns(rows: str, filled: str) -> None:
    (table,) = on_paper(page(f"<table>{rows}</table>")).body.all("table")
    told = [
        " ".join(f"{cell.text or '.'}{cell.attributes.get('colspan', '')}" for cell in row.all("td", "th"))
        for row in table.all("tr")
    ]
    assert " / ".join(told) == filled
    assert as_pdf(page(f"<table>{rows}</table>")).content


def test_a_column_is_as_wide_as_its_own_cells_ask_for() -> None:
    rows = f"<tr><td rowspan=2>a<td>b<tr><td>{words(40)}"
    (table,) = on_paper(page(f"<table>{rows}</table>")).body.all("table")
    first, second = map(int, table.attributes["widths"].split())
    assert second > 5 * first


@pytest.mark.parametrize("rows", ["", "<tr></tr>", "<tbody></tbody>"])
def test_the_caption_of_a_table_without_rows_is_said(rows: str) -> None:
    html = page(f"<p>before</p><table><caption>caption</caption>{rows}</table>")
    assert "caption" in shown(as_pdf(html).content)
    assert "caption" in words_of_docx(as_docx(html).content)


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_no_cell_is_lost_beside_one_that_reaches_down(form: str) -> None:
    html = page("<table><tr><td rowspan=2>w1<td>w2<tr><td>w3<td>w4<tr><td>w5</table>")
    told = words_of_docx(as_docx(html).content) if form == "docx" else words_of_pdf(as_pdf(html)[0])
    assert sorted(re.findall(r"w\d", told)) == ["w1", "w2", "w3", "w4", "w5"]


def test_a_picture_has_its_text() -> None:
    html = page("<h1>A</h1>", f"<figure><figcaption>Steps</figcaption>{DRAWING}</figure>")
    document = docx.Document(io.BytesIO(as_docx(html).content))
    (shape,) = document.inline_shapes
    assert shape._inline.docPr.get("descr") == "Two of three steps"
    assert b"Two of three steps" in as_pdf(html)[0] or "Two of three steps" in alternatives(as_pdf(html)[0])


STEPS = '<span class="boxes" aria-hidden="true"><span class="box full"></span><span class="box wanted"></span></span>'


def test_boxes_in_word_are_drawn_for_those_who_see_and_say_nothing_to_others() -> None:
    html = page(f"<p>{STEPS} begun</p><table><tr><th>A<th>B<tr><td>a<td>{STEPS} 1</table>{DRAWING}<p>{STEPS}</p>")
    document = docx.Document(io.BytesIO(as_docx(html).content))
    drawn = document.element.body.xpath(".//wp:docPr")
    assert len({shape.get("id") for shape in drawn}) == len(drawn) == 4
    silent = [shape for shape in drawn if not shape.get("descr")]
    assert len(silent) == 3
    assert all(shape.xpath(".//*[local-name() = 'decorative' and @val = '1']") for shape in silent)
    assert document.paragraphs[0].text == "\u00a0begun"
    assert len({one.partname for one in document.part.package.image_parts}) == 2


def alternatives(data: bytes) -> list[str]:
    """What stands in place of each picture of a PDF."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    objects = (reader.get_object(number) for number in range(1, int(reader.trailer["/Size"])))
    return [str(one["/Alt"]) for one in objects if isinstance(one, dict) and "/Alt" in one]


@pytest.mark.parametrize(
    "outside",
    [
        '<img src="file:///etc/passwd" alt="kept">',
        '<svg role="img"><title>x</title><image href="/etc/passwd"/></svg>',
        '<svg role="img"><title>x</title><use href="https://example.org/x.svg#a"/></svg>',
        '<svg role="img"><title>x</title><style>@import url(https://example.org)</style></svg>',
        '<svg role="img"><rect width="5" height="5"/></svg>',
        '<svg role="img"><title>x</title><rect',
        '<iframe src="https://example.org"></iframe><link rel="stylesheet" href="/etc/passwd">',
        '<a href="javascript:alert(1)">kept</a> <a href="file:///etc/passwd">kept</a> <a href="#nowhere">kept</a>',
    ],
)
def test_nothing_from_outside_is_fetched(outside: str) -> None:
    html = page("<p>before</p>", outside)
    document = as_docx(html).content
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        whole = b"".join(package.read(name) for name in package.namelist())
        assert not [name for name in package.namelist() if name.startswith("word/media/")]
    assert b"passwd" not in whole
    assert b"example.org" not in whole
    assert ("kept" in outside) == ("kept" in words_of_pdf(as_pdf(html)[0]))


@pytest.mark.parametrize("size", [".", "1.2.3", "...", "1."])
def test_a_size_that_is_no_number_stays(size: str) -> None:
    drawing = f'<svg><text font-size="{size}">a</text></svg>'
    assert set_in(drawing, (), 2) == drawing


def test_a_link_leads_to_a_row_of_a_table() -> None:
    row = '<tr id="row"><td>one</td><td>other</td></tr><tr id="none"><td id="cell">a</td><td>b</td></tr>'
    html = page('<a href="#row">first</a> <a href="#none">kept</a>', f"<table>{row}</table>")
    assert "first kept" in words_of_pdf(as_pdf(html)[0])
    assert [link.attributes["href"] for link in on_paper(html).body.all("a")] == ["#row"]


def test_headings_never_leap() -> None:
    sheet = on_paper(page("<h3>a</h3><h6>b</h6><h1>c</h1><h4>d</h4>"))
    assert [one.name for one in sheet.body.all(*HEADINGS)] == ["h1", "h2", "h1", "h2"]
    assert outline(as_pdf(page("<h3>a</h3><h6>b</h6>"))[0]) == [(1, "a"), (2, "b")]


def test_what_is_only_for_a_screen_is_left_out() -> None:
    sheet = on_paper(
        page(
            "<nav>menu</nav><a class=skip href='#x'>skip</a><p>read <span aria-hidden=true>never</span>"
            "<span class=unseen>always</span></p><script>never</script>"
        )
    )
    assert sheet.body.text == "read always"


def test_another_language_is_marked() -> None:
    html = page('<p>Svenska <span lang="en">English words</span></p>')
    assert ' w:val="en"' in zipfile.ZipFile(io.BytesIO(as_docx(html).content)).read("word/document.xml").decode()
    reader = pypdf.PdfReader(io.BytesIO(as_pdf(html)[0]))
    (only,) = reader.pages
    content = only.get_contents()
    assert content is not None
    assert b"/Lang(en)" in content.get_data()


def test_a_table_within_a_table_keeps_its_rows() -> None:
    inner = "<table><tr><th>I<th>J<tr><th>i<td>j</table>"
    html = page(
        f"<table><caption>C</caption><tr><th>A<th>B<tr><th>a<td>{inner}<tr><th>c<td>d</table>", title='"T" & <t>'
    )
    tables = [line for line in PAPERS.of_pdf(as_pdf(html)[0]) if line.strip().startswith("TR ")]
    assert [line.strip() for line in tables] == [
        "TR TH Column: A | TH Column: B",
        "TR TH Row: a | TD: IJij",
        "TR TH Column: I | TH Column: J",
        "TR TH Row: i | TD: j",
        "TR TH Row: c | TD: d",
    ]
    (outer,) = docx.Document(io.BytesIO(as_docx(html).content)).tables
    assert [[cell.text for cell in row.cells] for row in outer.rows] == [["A", "B"], ["a", ""], ["c", "d"]]
    ((within,),) = [cell.tables for cell in outer.rows[1].cells if cell.tables]
    assert [[cell.text for cell in row.cells] for row in within.rows] == [["I", "J"], ["i", "j"]]


def test_a_row_to_fill_in_has_room_and_a_box_for_each_choice() -> None:
    choices = '<span class="choices"><span>☐ yes</span> <span>☐ no</span></span>'
    row = f'<tr class="to-come"><th scope="row">2027-01-20</th><td></td><td>{choices}</td></tr>'
    html = page(f"<table><caption class='unseen'>Follow-up</caption><tr><th>A<th>B<th>C</tr>{row}</table>")
    assert PAPERS.of_docx(as_docx(html).content)[2:] == [
        "table (Form; 16 76 8 %; rows have heads): Follow-up",
        "  head: A | B | C",
        "  row to fill in: 2027-01-20 |  | ☐ yes / ☐ no",
    ]
    assert PAPERS.of_pdf(as_pdf(html)[0])[-3:] == [
        "  Table: Follow-up",
        "      TR TH Column: A | TH Column: B | TH Column: C",
        "      TR TH Row: 2027-01-20 | TD: | TD: ☐ yes ☐ no",
    ]


def test_those_who_sign_have_a_line_each() -> None:
    html = page('<ol><li>Point</li></ol><ul class="signatures"><li>head</li><li>chair</li></ul>')
    lines = PAPERS.of_docx(as_docx(html).content)
    assert lines[-2:] == ["Signature Line: ____ / head", "Signature Line: ____ / chair"]
    assert PAPERS.of_pdf(as_pdf(html)[0])[-2:] == ["  P: head", "  P: chair"]


def test_lines_of_a_paragraph_do_not_run_into_each_other() -> None:
    html = page("<h1>A</h1><p>first<br>second</p>")
    assert "  P: first second" in PAPERS.of_pdf(as_pdf(html)[0])


@pytest.mark.parametrize("form", ["<p>{}</p>", "<ul><li>{}</li></ul>", "<table><tr><td>{}</td></tr></table>"])
@pytest.mark.parametrize(
    "text",
    [
        "<br>".join(["late this autumn"] * 9_000),
        "decided in 2026-ht " * 9_000,
        "now <b>or</b> " * 9_000,
        "a" * 90_000,
        "sent <br> " * 9,
    ],
    ids=["lines", "occasions", "words that stand out", "a long word", "not much"],
)
def test_a_text_is_set_as_few_parts_however_much_it_holds(text: str, form: str) -> None:
    """Typst goes through all parts of a text for each of its lines."""
    body = f'<html lang="en"><head><title>t</title></head><body><main>{form.format(text)}</main></body></html>'
    source, _pictures = as_typst(on_paper(body), "", None)
    paragraphs = source.split("#par[")
    assert max(one.count('#"') for one in paragraphs) < 4_000
    assert max(map(len, paragraphs)) < 80_000
    assert ("#par[" in source) is (len(text) > 100 or form.startswith("<p>"))
    words = "".join(re.findall('"([^"]*)"', source))
    assert words.count("a") == text.count("a")


def test_what_is_still_to_be_written_stands_out() -> None:
    html = page('<p><mark class="prompt">[Write here]</mark></p>')
    (paragraph,) = docx.Document(io.BytesIO(as_docx(html).content)).paragraphs
    assert [run.style.name for run in paragraph.runs] == ["Prompt"]


@pytest.mark.parametrize(
    "letters", ["e\u0323\u0300", "a\u030a", "a\u200db", "👩\u200d👩\u200d👧🇸🇪 漢 \U0010fffd e\u0323\u0300 שלום مرحبا"]
)
def test_letters_put_together_are_no_reason_to_make_no_pdf(letters: str) -> None:
    picture = f"<svg viewBox='0 0 100 20' aria-label='x'><text y='10'>before {letters}</text></svg>"
    data, _unknown = as_pdf(page(f"<p>words</p>{picture}"))
    assert "before" in words_of_pdf(data)


def test_containers_in_containers_take_no_more_time_than_others() -> None:
    data, _unknown = as_pdf(page("<div>" * 3000 + "deep"))
    assert "deep" in words_of_pdf(data)


def test_a_language_that_is_none_is_left_out() -> None:
    data, _unknown = as_pdf("<!doctype html><html lang='sv&quot;#read'><title>x</title><p>words")
    assert "words" in words_of_pdf(data)


@pytest.mark.parametrize(
    ("body", "links"),
    [
        ('<p>Text<a id="b" href="#n">1</a></p><p><a id="n" href="#b">1</a> Note</p>', 2),
        ('<p><a id="x" href="#x">y</a></p>', 1),
        ('<p><a href="#x"><b id="x">y</b></a></p>', 1),
        ("".join(f'<p><a id="a{n}" href="#a{(n + 1) % 9}">x</a></p>' for n in range(9)), 9),
    ],
    ids=["a note", "itself", "what is in it", "a ring"],
)
def test_a_link_may_be_what_another_leads_to(body: str, links: int) -> None:
    made = pypdf.PdfReader(io.BytesIO(as_pdf(page(body)).content))
    assert sum(len(sheet.get("/Annots", ())) for sheet in made.pages) == links


def test_a_text_may_be_of_more_runs_than_a_reader_takes_from_others() -> None:
    table = '<table><tbody><tr><th scope="row">a</th><td>b</td></tr></tbody></table>'
    text = "a \N{GRINNING FACE} " * 52_000
    assert as_pdf(page(f"<h2>{text}</h2>{table}")).content


@pytest.mark.parametrize(
    "held",
    [
        "<h3>{}</h3><p>x</p>",
        '<p class="lead">{}</p><p>x</p>',
        "<ul><li>{}<ul><li>x</li></ul></li></ul>",
        '<div class="asked">{}</div>',
        '<div class="question"><p>{}</p></div>',
        "<figcaption>{}</figcaption><p>x</p>",
        '<dl class="facts standing"><dt>a</dt><dd>{}</dd></dl>',
        "<table><caption>{}</caption><tr><td>a</td></tr></table>",
    ],
)
def test_in_a_cell_of_several_pages_nothing_is_cut_that_sticks_to_what_follows(held: str) -> None:
    words = [f"w{number}" for number in range(4_000)]
    text = held.format(" ".join(words))
    made, _unknown = as_pdf(page(f"<table><tr><th>a</th></tr><tr><td>{text}</td></tr></table>"))
    assert not {*words} - shown(made)


TALL = '<svg aria-label="a" viewBox="0 0 100 300"></svg>'
_SOME = " ".join(["certain"] * 15)


def _in_a_column_of_its_own(words: str) -> str:
    return f"<table><tr>{'<th>a</th>' * 7}</tr><tr>{f'<td>{_SOME}</td>' * 6}<td>{words}</td></tr></table>"


@pytest.mark.parametrize(
    ("form", "number"),
    [
        ("<table><tr><th>a</th></tr><tr><td><h1>{}</h1></td></tr></table>", 300),
        ("<table><tr><th><h1>{}</h1></th></tr><tr><td>a</td></tr></table>", 300),
        ('<div class="planned"><h1>{}</h1></div>', 230),
        (f"<table><tr><th>a</th></tr><tr><td>{_in_a_column_of_its_own('{}')}</td></tr></table>", 200),
        (f'<div class="planned">{_in_a_column_of_its_own("{}")}</div>', 100),
        (f"<table><tr><th>a</th></tr><tr><td>{'<hr>' * 100}<p>{{}}</p></td></tr></table>", 300),
        (f"<table><tr><th>a<tr><td><table>{'<tr><td></td>' * 150}</table><p>{{}}</table>", 1),
        (f"<table><tr><th>a<tr><td><p>{'W ' * 3_000}<p>{{}}</table>", 1),
        ("<table><tr><td rowspan=2>one two<td>x<tr><td>{}</table>", 2_000),
        ("<table><tr><td rowspan=9>one two<td>x<tr><td>{}</table>", 2_000),
        (f"<table><thead><tr><th>{TALL}</thead><tr><td>{TALL}<p>{{}}</table>", 1),
    ],
    ids=[
        "heading",
        "head",
        "planned",
        "table",
        "table planned",
        "rules",
        "empty rows",
        "wide letters",
        "beside two rows",
        "beside more than there are",
        "below drawings",
    ],
)
def test_what_takes_more_room_than_its_letters_is_not_cut_at_the_end_of_a_page(form: str, number: int) -> None:
    words = [f"w{one:06}" for one in range(number)]
    made, _unknown = as_pdf(page(form.format(" ".join(words))))
    assert not {*words} - shown(made)


@pytest.mark.parametrize(
    ("held", "number"),
    [
        ("<table><caption>{}</caption><tr><td></td></tr></table>", 100),
        ("<pre>{}</pre>", 150),
        ('<div class="planned">{}</div>', 60),
        ('<div class="signature">{0} {0} {0} {0} {0} {0} {0} {0} {0} {0} {0} {0} {0} {0} {0} {0} {0} {0}</div>', 12),
        ('<svg aria-label="a" viewBox="0 0 9 9"></svg>{}', 9),
        ("<ul><li>{}<ul><li>x</ul></ul>", 80),
    ],
)
@pytest.mark.parametrize("within", ["<table><tr><th>a<tr><td>{}</table>", '<div class="planned">{}</div>'])
def test_however_much_room_is_around_what_is_held_together_nothing_is_cut(held: str, number: int, within: str) -> None:
    words = [f"w{one:06}" for one in range(number)]
    made, _unknown = as_pdf(page(within.format("".join(map(held.format, words)))))
    assert not {*words} - shown(made)


def test_a_table_has_its_head_though_something_else_has_no_room() -> None:
    plain = "<table><thead><tr><th>first<th>second</thead><tr><td>a<td>b</table>"
    tall = f"<table><tr><th>a<tr><td><p>{'W ' * 3_000}</table>"
    tags = PAPERS.of_pdf(as_pdf(page(tall, plain))[0])
    assert [tag.strip() for tag in tags if "first" in tag] == ["TR TH Column: first | TH Column: second"]


@pytest.mark.parametrize(
    "within",
    [
        "<table><tr><td>{}</table>",
        "<ul><li><p>x</p>{}</ul>",
        "<dl><dt>a<dd>{}</dl>",
        *(f'<div class="{name}"><p>x</p>{{}}</div>' for name in ("planned", "question", "header", "measure")),
        "<div><div>{}</div></div>",
        '<div class="question new-page">{}</div>',
    ],
)
def test_a_new_page_begins_where_it_can(within: str) -> None:
    made, _unknown = as_pdf(page("<p>before</p>", within.format('<div class="new-page">w1</div>')))
    assert "w1" in shown(made)
    assert len(pypdf.PdfReader(io.BytesIO(made)).pages) == 1 + ("<div><" in within or "question new" in within)


def test_a_head_of_a_long_table_may_have_a_link() -> None:
    body = f'<table><thead><tr><th><a href="https://a.se">a</a></th></tr></thead>{"<tr><td>b</td></tr>" * 200}</table>'
    made = pypdf.PdfReader(io.BytesIO(as_pdf(page(body)).content))
    assert [len(sheet.get("/Annots", ())) for sheet in made.pages][:2] == [1, 0]


@pytest.mark.parametrize("size", ["width='30000' height='30000'", "width='1' height='1e30'", "viewBox='0 0 1 5000'"])
def test_a_drawing_may_say_that_it_is_of_any_size(size: str) -> None:
    html = page(f"<p>before</p><svg aria-label='a' {size}><rect width='9' height='9'/></svg><p>after</p>")
    assert {"before", "after"} <= shown(as_pdf(html).content)
    assert "after" in words_of_docx(as_docx(html).content)


@pytest.mark.parametrize(
    "body",
    [
        '<table><tr><th>a</th></tr><tr class="to-come"><td><svg id="x" aria-label="p"></svg></td></tr></table>',
        f'<table><thead><tr><th id="x">a</th></tr></thead><tbody>{"<tr><td>b</td></tr>" * 200}</tbody></table>',
        '<table><tr><th>a</th></tr><tr class="to-come"><td id="x"></td></tr></table>',
    ],
    ids=["a drawing", "a head that is repeated", "room to write in"],
)
def test_a_link_may_lead_into_a_table(body: str) -> None:
    made = pypdf.PdfReader(io.BytesIO(as_pdf(page(f'<p><a href="#x">go</a></p>{body}')).content))
    assert len(made.pages[0]["/Annots"]) == 1
