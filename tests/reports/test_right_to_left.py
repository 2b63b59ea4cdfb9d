"""Lines in which one text runs from right to left and another from left to right, in Word and PDF."""

import io

import docx
import pytest

from crosp_cli.reports.word_and_pdf.docx import as_docx
from crosp_cli.reports.word_and_pdf.sheet import on_paper
from crosp_cli.reports.word_and_pdf.typst_source import as_typst

ARABIC = "نلتقي كل أسبوع"


def page(body: str) -> str:
    return f'<html lang="en"><head><title>t</title></head><body><main>{body}</main></body></html>'


def typst(body: str) -> str:
    return as_typst(on_paper(page(body)), "", None)[0]


def test_a_text_within_a_line_keeps_its_full_stop_and_brackets() -> None:
    told = typst(f"<p>Evidence: <span>{ARABIC} (12).</span></p>")
    assert f"\u2067{ARABIC} (12).\u2069" in told
    assert "dir: rtl" not in told


@pytest.mark.parametrize(
    ("lines", "turned"),
    [((ARABIC, ARABIC), True), ((f"☐ 1 – {ARABIC}", "☐ Not assessed so far"), False), (("☐ high", ARABIC), False)],
)
def test_a_block_of_several_lines_is_turned_where_all_of_them_are(lines: tuple[str, ...], *, turned: bool) -> None:
    assert ("dir: rtl" in typst(f"<p>{'<br>'.join(lines)}</p>")) is turned


def test_what_a_text_says_decides_and_not_its_language() -> None:
    assert 'lang: "ar", dir: ltr' in typst('<p><span lang="ar">How good are we now?</span></p>')
    assert 'lang: "ar", dir: rtl' in typst(f'<p><span lang="ar">{ARABIC}</span></p>')


@pytest.mark.parametrize(("text", "ends"), [(f"{ARABIC} (12).", ".\u200f"), (ARABIC, ARABIC[-1])])
def test_a_full_stop_stays_at_the_end_in_word(text: str, ends: str) -> None:
    document = docx.Document(io.BytesIO(as_docx(page(f"<p>Evidence: <b>{text}</b></p>")).content))
    (paragraph,) = (one for one in document.paragraphs if ARABIC in one.text)
    assert paragraph.text.endswith(ends)


def test_no_line_ends_within_an_occasion() -> None:
    assert '#box("2025-ht.")' in typst("<p>Carried over from 2025-ht.</p>")
