"""A PDF is one that everybody can read: what of PDF/UA-1 a program can check, by the Matterhorn Protocol 1.1.

The numbers are those of its checkpoints. What only a person can judge (whether a text for a picture says what it
shows, whether the order makes sense) is read in tests/golden.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pytest

from .conftest import golden

pytestmark = pytest.mark.office

PAPERS = golden("papers")
STANDARD = re.findall(
    r"\w+",
    """
    Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
    Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu Figure Formula Form
    """,
)
HOLDS = {
    "L": {"L", "LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TR": {"TH", "TD"},
}
STANDS_IN = {"LI": {"L"}, "LBody": {"LI"}, "TR": {"Table", "THead", "TBody"}, "TH": {"TR"}, "TD": {"TR"}}
NAMES = ["report.sv", "summary.en", "action-plan.sv", "public.en", "decision-memo.sv", "programme.sv"]


@pytest.fixture(scope="module", params=NAMES)
def pdf(request: pytest.FixtureRequest, paper: Callable[[str], bytes]) -> Any:
    return PAPERS.tagged(paper(f"{request.param}.pdf.txt"))


def name_of(pdf: Any, element: Any) -> str:
    """The name of an element of structure, or what the document says that its own names stand for."""
    roles = pdf.root["/StructTreeRoot"].get("/RoleMap", {})
    return str(roles.get(element["/S"], element["/S"])).removeprefix("/")


def elements(pdf: Any, *names: str) -> list[Any]:
    return [element for _depth, element in pdf.elements() if name_of(pdf, element) in names]


def objects(pdf: Any) -> Iterator[Any]:
    for number in range(1, int(pdf.reader.trailer["/Size"])):
        found = pdf.reader.get_object(number)
        if isinstance(found, dict):
            yield found


def test_what_is_drawn_is_tagged_or_an_artifact(pdf: Any) -> None:  # 01-003 to 01-005
    assert pdf.wrong == []
    held = [PAPERS.part_of(held, element) for _depth, element in pdf.elements() for held in PAPERS.held_by(element)]
    tagged = [part for part in held if part]
    assert sorted(tagged) == sorted(pdf.texts)


def test_it_says_that_it_is_tagged_and_what_it_is_called(pdf: Any) -> None:  # 05, 06, 07, 11-006
    assert pdf.root["/MarkInfo"]["/Marked"].value is True
    assert str(pdf.root["/MarkInfo"].get("/Suspects", False)) == "False"
    assert pdf.root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert pdf.root["/Lang"] in ("sv", "en")
    about = pdf.root["/Metadata"].get_object().get_data().decode("utf-8")
    assert "<pdfuaid:part>1</pdfuaid:part>" in about
    title = re.search(r"<dc:title>.*?<rdf:li[^>]*>(.+?)</rdf:li>", about, re.DOTALL)
    assert title
    assert title[1] == pdf.reader.metadata.title


def test_every_name_is_one_that_readers_know(pdf: Any) -> None:  # 02-001 to 02-004
    assert {name_of(pdf, element) for _depth, element in pdf.elements()} <= {*STANDARD}


def test_parts_stand_in_what_they_are_parts_of(pdf: Any) -> None:  # 09-004 to 09-006
    for _depth, element in pdf.elements():
        name, above = name_of(pdf, element), element["/P"].get_object()
        within = {name_of(pdf, held) for held in PAPERS.held_by(element) if isinstance(held, dict) and "/S" in held}
        assert within <= HOLDS.get(name, within), name
        assert name not in STANDS_IN or name_of(pdf, above) in STANDS_IN[name]


def test_pictures_have_texts(pdf: Any) -> None:  # 13-004
    assert all(str(figure.get("/Alt", "")).strip() for figure in elements(pdf, "Figure"))


def test_headings_begin_at_the_first_level_and_never_leap(pdf: Any) -> None:  # 14-002, 14-003
    levels = [int(name_of(pdf, heading)[1]) for heading in elements(pdf, "H1", "H2", "H3", "H4", "H5", "H6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_heads_of_tables_say_what_they_are_heads_of(pdf: Any) -> None:  # 15-003
    for table in elements(pdf, "Table"):
        rows = [row for part in PAPERS.held_by(table) for row in ([part] if part["/S"] == "/TR" else [])]
        rows += [
            row for part in PAPERS.held_by(table) if part["/S"] in ("/THead", "/TBody") for row in PAPERS.held_by(part)
        ]
        columns = {len(PAPERS.held_by(row)) for row in rows}
        assert len(columns) == 1
        first, *others = [PAPERS.held_by(row) for row in rows]
        assert {(cell["/S"], PAPERS.attribute(cell, "/Scope")) for cell in first} == {("/TH", "/Column")}
        for head, *cells in others:
            assert (head["/S"], PAPERS.attribute(head, "/Scope")) == ("/TH", "/Row")
            assert {cell["/S"] for cell in cells} == {"/TD"}
            assert not any(PAPERS.attribute(cell, "/Headers") for cell in (head, *cells))  # a list would hide the row's


def test_links_say_where_they_lead_and_stand_in_the_text(pdf: Any) -> None:  # 28-002 to 28-012
    in_text = []
    for link in elements(pdf, "Link"):
        held = [one for one in PAPERS.held_by(link) if isinstance(one, dict) and one.get("/Type") == "/OBJR"]
        assert held
        in_text += [one.raw_get("/Obj").idnum for one in held]
    on_pages = [(page, one) for page in pdf.reader.pages for one in page.get("/Annots", [])]
    assert sorted(one.idnum for _page, one in on_pages) == sorted(in_text)
    for page, one in on_pages:
        annotation = one.get_object()
        assert annotation["/Subtype"] == "/Link"
        assert str(annotation["/Contents"]).strip()
        assert "/StructParent" in annotation
        assert page["/Tabs"] == "/S"


def test_fonts_are_in_it_and_say_which_letters_they_show(pdf: Any) -> None:  # 10-001, 31-006 to 31-027
    fonts = [one for one in objects(pdf) if one.get("/Type") == "/Font"]
    assert fonts
    for font in fonts:
        if font["/Subtype"] == "/Type0":
            assert font["/ToUnicode"].get_object().get_data()
            assert len(font["/DescendantFonts"]) == 1
        else:
            assert font["/Subtype"] in ("/CIDFontType0", "/CIDFontType2")
            assert font["/FontDescriptor"].keys() & {"/FontFile", "/FontFile2", "/FontFile3"}
            assert font["/Subtype"] == "/CIDFontType0" or "/CIDToGIDMap" in font
    shown = "".join(pdf.texts.values())
    assert not re.search("[\x00-\x08\ufffd\ufeff\ue000-\uf8ff]", shown)


def test_nothing_runs_or_is_locked(pdf: Any) -> None:  # 21, 25, 26
    assert not pdf.reader.is_encrypted
    for one in objects(pdf):
        assert one.get("/S") not in ("/JavaScript", "/Launch", "/SubmitForm", "/Movie", "/Sound")
        assert not one.keys() & {"/XFA", "/AA", "/EmbeddedFiles"}


def test_bookmarks_are_the_headings(pdf: Any) -> None:
    headings = [(int(one["/S"][2]), pdf.text(one)) for one in elements(pdf, "H1", "H2", "H3", "H4")]
    assert [title for _depth, title in pdf.outline()] == [title for _level, title in headings]
    assert [depth for depth, _title in pdf.outline()] == [level for level, _title in headings]


def test_what_is_in_another_language_says_so(paper: Callable[[str], bytes]) -> None:  # 11-001
    pdf = PAPERS.tagged(paper("action-plan.en.pdf.txt"))
    assert pdf.root["/Lang"] == "en"
    swedish = [text for part, text in pdf.texts.items() if pdf.languages.get(part) == "sv"]
    assert any("elevhälsan" in text for text in swedish)
    english = [text for part, text in pdf.texts.items() if pdf.languages.get(part) == "en"]
    assert not [text for text in english if re.search("[åäö]", text)]
