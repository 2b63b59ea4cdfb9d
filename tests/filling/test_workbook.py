"""The form as a workbook, and what comes back in one."""

import re
import shutil
import struct
import tracemalloc
from collections.abc import Callable
from io import BytesIO
from itertools import product
from pathlib import Path
from secrets import token_hex
from string import ascii_uppercase
from typing import Any
from xml.etree import ElementTree
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile
from zlib import crc32

import pytest
from python_calamine import CalamineWorkbook

from crosp_cli.filling.answers import sign as sign_of
from crosp_cli.filling.workbook.cells import saved
from crosp_cli.filling.workbook.package import NotReadError
from crosp_cli.limits import CELL_CHARACTERS, WORKBOOK_CELLS
from crosp_cli.model.assessment import Place
from crosp_cli.model.framework import Framework
from crosp_cli.reading.workspace import Workspace

from .workbooks import NS, Book, bare, moved, tree_of, upside_down

SCHOOL = "ekskolan/assessments/ekskolan/2026-ht-school.yaml"
CELL = "cells/participation/quality"
QUESTION = "Uppföljning och analys × Styrning"
OLD_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTITY = b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'

Crosp = Callable[..., Any]


@pytest.fixture(scope="module")
def made(examples: Path, tmp_path_factory: pytest.TempPathFactory, crosp: Crosp) -> Path:
    """An assessment, and the form of it as a workbook."""
    folder = tmp_path_factory.mktemp("made")
    shutil.copy(examples / SCHOOL, folder / "a.yaml")
    told = crosp("form", "a.yaml", "-o", "form.xlsx", "--lang", "sv", cwd=folder)
    assert (told.status, told.out) == (0, "")
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """A folder with both."""
    return shutil.copytree(made, tmp_path, dirs_exist_ok=True)


def brought_in(crosp: Crosp, folder: Path, content: bytes, *options: str, language: str = "en") -> Any:
    (folder / "in.xlsx").write_bytes(content)
    return crosp("import", "in.xlsx", "--into", "a.yaml", "--lang", language, *options, cwd=folder)


def form(folder: Path) -> Book:
    return Book((folder / "form.xlsx").read_bytes())


# --- out ------------------------------------------------------------------------------------------------------


def test_it_asks_what_the_page_asks_on_a_sheet_for_each_principle(crosp: Crosp, folder: Path) -> None:
    book = form(folder)
    assert list(book.sheets) == [
        "Börja här",
        "Karta",
        "1 Gemensam riktning",
        "2 Samverkan",
        "3 Kompetensutveckling",
        "4 Inkluderande ledarskap",
        "5 Delaktighet",
        "6 Uppföljning och analys",
        "Insatser",
        "Listor",
    ]
    page = crosp("form", "a.yaml", "-o", "-", "--lang", "sv", cwd=folder).out
    asked = set(re.findall(r'data-name="([a-z_/]+)"', page.split('<template id="measure">')[0]))
    keys = {book.text(cell).split(" ")[0] for name in book.sheets for cell in book.tree(name).iter(f"{NS}c")}
    for cell in re.findall(r'data-name-begins="([^"]+)"', page):
        assert {f"{cell}/{name}" for name in asked} <= keys


def test_the_same_form_has_the_same_bytes_and_no_formula_but_the_map(crosp: Crosp, folder: Path) -> None:
    content = (folder / "form.xlsx").read_bytes()
    crosp("form", "a.yaml", "-o", "again.xlsx", "--lang", "sv", cwd=folder)
    assert (folder / "again.xlsx").read_bytes() == content
    book = form(folder)
    formulas = {name: [f.text for f in book.tree(name).iter(f"{NS}f")] for name in book.sheets}
    assert {name for name, found in formulas.items() if found} == {"Karta"}
    assert all(re.fullmatch(r"'[^']+'!\$C\$\d+&\"\"", one or "") for one in formulas["Karta"])


@pytest.mark.breadth
@pytest.mark.parametrize("said", ["=1+1", "+46 8", "-1", "@SUM(A1)", '=HYPERLINK("https://x")'])
def test_a_text_is_a_text_out_and_in(crosp: Crosp, folder: Path, said: str) -> None:
    book = form(folder).answer(f"{CELL}/current_state/reflection", said)
    assert brought_in(crosp, folder, book.content(), "--yes").status == 0
    assert said in (folder / "a.yaml").read_text("utf-8").replace('\\"', '"')
    crosp("form", "a.yaml", "-o", "form.xlsx", "--force", "--lang", "sv", cwd=folder)
    again = form(folder)
    sheet, address = again.find(f"{CELL}/current_state/reflection")
    cell = next(one for one in again.tree(sheet).iter(f"{NS}c") if one.get("r") == address)
    assert (cell.get("t"), again.text(cell), cell.find(f"{NS}f")) == ("s", said, None)
    assert "Nothing changes" in brought_in(crosp, folder, (folder / "form.xlsx").read_bytes()).out


def test_another_reader_finds_the_same_in_it(folder: Path) -> None:
    content = (folder / "form.xlsx").read_bytes()
    ours = {sheet.name: sheet for sheet in saved(content).sheets}
    theirs = CalamineWorkbook.from_filelike(BytesIO(content))
    assert list(ours) == theirs.sheet_names
    for name, sheet in ours.items():
        rows = theirs.get_sheet_by_name(name).to_python(skip_empty_area=False)
        found = {(r, c): v for r, row in enumerate(rows) for c, v in enumerate(row) if isinstance(v, str) and v}
        assert found == {(at.row, at.column): text for at, text in sheet.texts.items() if at not in sheet.numbers}


def test_people_read_titles_and_the_unit_is_known_by_its_own(crosp: Crosp, tmp_path: Path) -> None:
    units = "".join(
        f"  - {{id: {short}, name: {name}, school_forms: [grundskola]}}\n"
        for short, name in (("lind", "Lindskolan"), ("al", "Alskolan"), ("al-2", "Alskolan"))
    )
    (tmp_path / "crosp.yaml").write_text(
        "format: crosp-project/1\nframework: spsm-crosp@2024\nlanguage: sv\n"
        f"organiser: {{id: k, name: K, type: municipal}}\nunits:\n{units}",
        "utf-8",
    )
    assert crosp("form", "--level", "school", "-o", "form.xlsx", cwd=tmp_path).status == 0
    book = form(tmp_path)
    texts = [book.text(one) for one in book.tree("Börja här").iter(f"{NS}c") if one.get("r", "")[0] != "A"]
    assert {"Förskole- eller skolenhet", "Tvärprofessionella insatser för inkluderande utbildning"} <= set(texts)
    assert not [text for text in texts if "(school)" in text or "spsm-crosp" in text]
    head = (
        "format: crosp-assessment/1\nframework: spsm-crosp@2024\nlevel: school\noccasion: 2026-ht\ndate: 2026-10-15\n"
    )
    for short, name in (("lind", "Lindskolan"), ("lind", "Lindskolan (lind)"), ("al-2", "Alskolan (al-2)")):
        (tmp_path / "a.yaml").write_text(f"{head}unit: {short}\ncells:\n", "utf-8")
        book.answer("unit", name).answer("occasion", "2026-ht").answer("date", "2026-10-15")
        told = brought_in(crosp, tmp_path, book.content())
        assert (told.status, told.err) == (0, "")


def test_a_question_to_begin_with_leads_to_the_next(crosp: Crosp, tmp_path: Path) -> None:
    crosp("form", "--level", "school", "--unit", "a", "-o", "form.xlsx", "--lang", "sv", cwd=tmp_path)
    book = form(tmp_path)
    found = [
        text for name in book.sheets for one in book.tree(name).iter(f"{NS}c") if "Nästa" in (text := book.text(one))
    ]
    assert len(found) == 3
    assert found[0].endswith("Nästa fråga: Samverkan och kunskapsutbyte × Styrning")
    links = [one.get("location") or "" for name in book.sheets for one in book.tree(name).iter(f"{NS}hyperlink")]
    sheet, answer = book.find("cells/collaboration/governance/current_state/reflection")
    there = f"'{sheet}'!${answer[0]}${answer[1:]}"
    assert (links.count(there), links.count("'Insatser'!$B$6")) == (2, 1)


def test_a_response_is_no_workbook(crosp: Crosp, folder: Path) -> None:
    asked = ("--for", "response", "--group", "teachers")
    made = crosp("form", "a.yaml", *asked, "-o", "r.xlsx", "--lang", "en", cwd=folder)
    assert made.status == 2
    assert "notes who saved it" in made.err
    assert not (folder / "r.xlsx").exists()


def test_each_measure_looks_up_its_own_cell_alone(crosp: Crosp, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not all cells of the framework anew: those may be thousands, and the measures too."""
    looked_up: list[Place] = []
    title = Framework.cell_title
    monkeypatch.setattr(Framework, "cell_title", lambda self, place: looked_up.append(place) or title(self, place))

    def times(measures: int) -> int:
        looked_up.clear()
        many = "".join(f"\n        - {{id: m{number}, what: Mer tid}}" for number in range(measures))
        text = (folder / "a.yaml").read_text("utf-8")
        head = text[: text.index("cells:")]
        (folder / "b.yaml").write_text(
            f"{head}cells:\n  participation:\n    quality:\n      measures:{many}\n", "utf-8"
        )
        assert crosp("form", "b.yaml", "-o", "b.xlsx", "--force", cwd=folder).status == 0
        return len(looked_up)

    assert times(40) - times(20) <= 20


# --- in -------------------------------------------------------------------------------------------------------


def test_what_was_filled_in_is_shown_and_then_brought_in(crosp: Crosp, folder: Path) -> None:
    before = (folder / "a.yaml").read_text("utf-8")
    book = form(folder)
    book.answer(f"{CELL}/current_state/reflection", "Elevrådet läser svaren.\n\nSedan talar vi om dem.")
    book.answer(f"{CELL}/need/priority", "Hög").answer(f"{CELL}/need/target", "2", "n")
    book.answer("participants/teachers/count", "19", "n")
    shown = brought_in(crosp, folder, book.content())
    assert (shown.status, (folder / "a.yaml").read_text("utf-8")) == (0, before)
    assert "4 fields change." in shown.out
    assert "becomes: high" in shown.out
    assert shown.err == "Nothing has been written. --yes brings it in.\n"
    assert brought_in(crosp, folder, book.content(), "--yes").status == 0
    after = (folder / "a.yaml").read_text("utf-8")
    assert "Elevrådet läser svaren.\n\n" in after
    assert [line for line in before.splitlines() if "#" in line] == [line for line in after.splitlines() if "#" in line]
    assert "Nothing changes." in brought_in(crosp, folder, book.content()).out


def shuffled(book: Book) -> Book:
    for name in book.sheets:
        if name[0].isdigit():
            tree = book.tree(name)
            upside_down(tree)
            book.keep(name, tree)
    return book


def sheets_turned(book: Book) -> Book:
    text = book.parts["xl/workbook.xml"].decode()
    sheets = re.findall(r"<sheet [^>]*/>", text)
    book.parts["xl/workbook.xml"] = text.replace("".join(sheets), "".join(reversed(sheets))).encode()
    return book


def as_inline(book: Book) -> Book:
    def change(tree: Any) -> None:
        for cell in tree.iter(f"{NS}c"):
            if cell.get("t") == "s":
                text = book.text(cell)
                cell[:] = []
                cell.set("t", "inlineStr")
                inner = cell.makeelement(f"{NS}is", {})
                run = inner.makeelement(f"{NS}r", {})
                part = run.makeelement(f"{NS}t", {})
                part.text = text
                run.append(part)
                inner.append(run)
                cell.append(inner)

    book.each(change)
    del book.parts["xl/sharedStrings.xml"]
    return book


@pytest.mark.parametrize(
    "shape",
    [
        lambda book: book,
        shuffled,
        sheets_turned,
        as_inline,
        lambda book: book.each(lambda tree: moved(tree, 2, 0)),
        lambda book: book.each(lambda tree: moved(tree, 1, 3)),
        lambda book: book.each(bare),
    ],
    ids=["as it was", "rows", "sheets", "inline texts", "columns added", "rows and columns added", "bare"],
)
def test_a_workbook_that_was_moved_about_says_the_same(
    crosp: Crosp, folder: Path, shape: Callable[[Book], Book]
) -> None:
    book = form(folder)
    book.answer(f"{CELL}/current_state/reflection", "Nytt.").answer(f"{CELL}/current_state/rating", "På plats")
    shown = brought_in(crosp, folder, shape(book).content())
    assert (shown.status, shown.err.count("\n")) == (0, 1)
    assert "Nytt." in shown.out
    assert re.search(r"(\d) fields? change", shown.out)


@pytest.mark.breadth
@pytest.mark.parametrize(
    "said", ["1", "1.0", "1 – Påbörjat", "påbörjat", "1 - Påbörjat", "Begun", " 1 ", "1,0", "1.", "1 påbörjat"]
)
def test_a_step_is_known_by_its_number_and_its_name(crosp: Crosp, folder: Path, said: str) -> None:
    text = (folder / "a.yaml").read_text("utf-8")
    label = re.search(r"1 – (\w+)", crosp("form", "a.yaml", "-o", "-", "--lang", "en", cwd=folder).out)
    assert label
    book = form(folder).answer(f"{CELL}/current_state/rating", label[1] if said == "Begun" else said)
    assert brought_in(crosp, folder, book.content(), "--yes").status == 0
    after = (folder / "a.yaml").read_text("utf-8")
    place = after.index("quality:", after.index("  participation:"))
    assert re.search(r"rating: (\S+)", after[place:])[1] == "1"  # type: ignore[index]
    assert text != after


def test_what_is_not_understood_is_told_with_sheet_and_cell(crosp: Crosp, folder: Path) -> None:
    before = (folder / "a.yaml").read_bytes()
    book = form(folder)
    sheet, address = book.find(f"{CELL}/current_state/rating")
    book.put(sheet, address, "kanske").answer("participants/teachers/count", "3 st")
    told = brought_in(crosp, folder, book.content(), "--yes", language="sv")
    assert (told.status, told.out, (folder / "a.yaml").read_bytes()) == (1, "", before)
    assert f"in.xlsx, {sheet}!{address}: ”kanske” finns inte bland valen" in told.err
    assert "0 – Inte påbörjat, 1 – Påbörjat" in told.err
    assert "”…” är inget heltal" in told.err  # how many it may be, of a small group, is not repeated


def test_a_million_figures_are_no_step(crosp: Crosp, folder: Path) -> None:
    book = form(folder).answer(f"{CELL}/current_state/rating", "0" * 1_000_000)
    told = brought_in(crosp, folder, book.content(), "--yes", language="sv")
    assert (told.status, told.out) == (1, "")
    assert f"”{'0' * 40} …” finns inte bland valen" in told.err


def test_what_was_emptied_is_taken_out_only_where_that_is_said(crosp: Crosp, folder: Path) -> None:
    before = (folder / "a.yaml").read_text("utf-8")
    book = form(folder)
    key = "cells/shared-direction/governance"
    book.answer(f"{key}/need/analysis", "").answer(f"{key}/current_state/evidence", "")
    shown = brought_in(crosp, folder, book.content(), "--yes")
    assert (shown.status, (folder / "a.yaml").read_text("utf-8")) == (0, before)
    assert "Empty in what was filled in." in shown.out
    assert "2 fields were emptied." in shown.out
    assert "--remove" in shown.err
    assert brought_in(crosp, folder, book.content(), "--yes", "--remove").status == 0
    after = (folder / "a.yaml").read_text("utf-8")
    assert len(before) > len(after)
    assert "Målbilden, beslutad" not in after
    assert "Nothing changes." in brought_in(crosp, folder, book.content()).out


def test_measures_are_brought_up_to_date_and_added(crosp: Crosp, folder: Path) -> None:
    book = form(folder)
    cells = [(cell.get("r") or "", book.text(cell)) for cell in book.tree("Insatser").iter(f"{NS}c")]
    row, key = next((address[1:], text) for address, text in cells if "/measures/" in text)
    empty = next(address[1:] for address, text in cells if address[0] == "B" and int(address[1:]) > 9 and not text)
    book.put("Insatser", f"F{row}", "46508", "n")
    for column, text in zip(
        "BCDG", (QUESTION.replace("×", "x"), "Årshjul på en sida", "rektor", "2027-03-01"), strict=True
    ):
        book.put("Insatser", f"{column}{empty}", text)
    assert brought_in(crosp, folder, book.content(), "--yes").status == 0
    after = (folder / "a.yaml").read_text("utf-8")
    measure = key.split(" ")[0].split("/")[-1]
    assert re.search(rf"id: {measure}\n(?:(?!- id).)*due: 2027-05-01", after, re.DOTALL)
    assert "- id: arshjul-pa-en-sida\n" in after
    assert "date: 2027-03-01" in after
    assert "Nothing changes." in brought_in(crosp, folder, book.content()).out


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a" * CELL_CHARACTERS, False),
        ("a" * (CELL_CHARACTERS + 1), True),
        ("😀" * (CELL_CHARACTERS // 2) + "a", False),  # each is two there
        ("😀" * (CELL_CHARACTERS // 2) + "😀", True),
    ],
    ids=["enough room", "one more", "pictures", "one more picture"],
)
def test_a_text_that_no_cell_can_hold_stays(crosp: Crosp, folder: Path, text: str, *, told: bool) -> None:
    said = (folder / "a.yaml").read_text("utf-8")
    before = re.sub(r"reflection: [>|]-?\n( {10,}.*\n)+", f"reflection: {text}\n", said, count=1)
    (folder / "a.yaml").write_text(before, "utf-8")
    assert text in before
    assert crosp("form", "a.yaml", "-o", "form.xlsx", "--force", "--lang", "en", cwd=folder).status == 0
    book = form(folder)
    shown = [book.text(cell) for sheet in book.sheets for cell in book.tree(sheet).iter(f"{NS}c")]
    assert any(one.startswith("The assessment has a longer text here") for one in shown) is told
    assert brought_in(crosp, folder, book.content(), "--yes").out == "Nothing changes.\n"
    assert (folder / "a.yaml").read_text("utf-8") == before


def test_a_new_measure_does_not_take_the_place_of_one_that_is_called_the_same(crosp: Crosp, folder: Path) -> None:
    book = form(folder)
    texts = {cell.get("r") or "": book.text(cell) for cell in book.tree("Insatser").iter(f"{NS}c")}
    name = texts["A6"].split(" ")[0].split("/")[-1]
    before = (folder / "a.yaml").read_text("utf-8")
    for row, sign in ((70, "!"), (71, "?")):
        book.put("Insatser", f"B{row}", texts["B6"]).put("Insatser", f"C{row}", name.replace("-", " ") + sign)
    assert brought_in(crosp, folder, book.content(), "--yes").status == 0
    after = (folder / "a.yaml").read_text("utf-8")
    assert {f"- id: {name}-2", f"- id: {name}-3"} <= {line.strip() for line in after.splitlines()}
    assert set(before.splitlines()) <= set(after.splitlines())
    assert "Nothing changes." in brought_in(crosp, folder, book.content()).out


def test_a_new_measure_that_says_the_same_as_one_that_was_there_does_not_take_its_place(
    crosp: Crosp, folder: Path
) -> None:
    book = form(folder)
    texts = {cell.get("r") or "": book.text(cell) for cell in book.tree("Insatser").iter(f"{NS}c")}
    before = (folder / "a.yaml").read_text("utf-8")
    book.put("Insatser", "B70", texts["B6"]).put("Insatser", "C70", texts["C6"]).put("Insatser", "D70", "skolvärd")
    assert brought_in(crosp, folder, book.content(), "--yes").status == 0
    after = (folder / "a.yaml").read_text("utf-8")
    assert set(before.splitlines()) <= set(after.splitlines())
    assert after.count("- id: ") == before.count("- id: ") + after.count("responsible: skolvärd")
    assert "skolvärd" in after
    assert "Nothing changes." in brought_in(crosp, folder, book.content()).out


def test_what_did_not_apply_gets_a_step_in_one_import(crosp: Crosp, folder: Path) -> None:
    cell = "cells/follow-up/funding"
    book = form(folder).answer(f"{cell}/current_state/rating", "Gäller inte oss")
    book.answer(f"{cell}/not_applicable", "Nästa år").answer(f"{cell}/need/analysis", "Mer tid")
    assert "Choose another step, or empty the other fields." in brought_in(crosp, folder, book.content(), "--yes").err
    book.answer(f"{cell}/need/analysis", "")
    assert brought_in(crosp, folder, book.content(), "--yes").status == 0
    assert "not_applicable: Nästa år" in (folder / "a.yaml").read_text("utf-8")
    crosp("form", "a.yaml", "-o", "form.xlsx", "--force", "--lang", "sv", cwd=folder)
    book = form(folder).answer(f"{cell}/current_state/rating", "1").answer(f"{cell}/not_applicable", "")
    told = brought_in(crosp, folder, book.content(), "--yes")
    assert (told.status, "becomes: (taken out)" in told.out) == (0, True)
    assert "Nästa år" not in (folder / "a.yaml").read_text("utf-8")


def test_what_was_answered_and_does_not_apply_is_replaced_where_that_is_said(crosp: Crosp, folder: Path) -> None:
    cell, before = "cells/shared-direction/governance", (folder / "a.yaml").read_text("utf-8")
    book = form(folder).answer(f"{cell}/current_state/rating", "Gäller inte oss")
    book.answer(f"{cell}/not_applicable", "Sköts av huvudmannen")
    shown = brought_in(crosp, folder, book.content(), "--yes")
    assert (shown.status, (folder / "a.yaml").read_text("utf-8")) == (0, before)
    assert "Is said not to apply" in shown.out
    assert brought_in(crosp, folder, book.content(), "--yes", "--remove").status == 0
    after = (folder / "a.yaml").read_text("utf-8")
    assert "    governance:\n      not_applicable: Sköts av huvudmannen\n" in after
    assert [line for line in before.splitlines() if "# " in line] == [
        line for line in after.splitlines() if "# " in line
    ]


def test_what_was_written_in_the_file_meanwhile_is_told_of_and_not_taken_out(crosp: Crosp, folder: Path) -> None:
    cell, newer = "cells/shared-direction/governance", "What stood there was written after the form was made."
    book = form(folder).answer(f"{cell}/need/analysis", "Vårt svar.").answer(f"{CELL}/need/analysis", "Nytt.")
    assert newer not in brought_in(crosp, folder, book.content()).out
    corrected = (
        form(folder).answer(f"{cell}/need/analysis", "Rektorns rättelse.").answer(f"{CELL}/need/priority", "Hög")
    )
    assert brought_in(crosp, folder, corrected.content(), "--yes").status == 0
    told = brought_in(crosp, folder, book.content())
    assert f"    was: Rektorns rättelse.\n    becomes: Vårt svar.\n    {newer}\n" in told.out
    assert told.out.count(newer) == 1
    emptied = form(folder).answer(f"{cell}/need/analysis", "")
    assert brought_in(crosp, folder, emptied.content(), "--yes", "--remove").out == "Nothing changes.\n"
    assert "Rektorns rättelse." in (folder / "a.yaml").read_text("utf-8")


def test_a_measure_needs_its_question_and_what_is_to_be_done(crosp: Crosp, folder: Path) -> None:
    book = form(folder).put("Insatser", "C70", "Något").put("Insatser", "B71", QUESTION)
    told = brought_in(crosp, folder, book.content())
    assert told.status == 1
    assert "Insatser!B70: choose in the list which question" in told.err
    assert "Insatser!C71: say what is to be done" in told.err


def test_what_looks_like_personal_data_is_told_of_and_no_key_does(crosp: Crosp, folder: Path) -> None:
    told = brought_in(crosp, folder, form(folder).content())
    assert (told.status, told.err) == (0, "")
    book = form(folder).answer(f"{CELL}/current_state/reflection", "En rad.\nRing 070-174 06 05.")
    sheet, address = book.find(f"{CELL}/current_state/reflection")
    told = brought_in(crosp, folder, book.content()).err
    assert re.match(rf"in\.xlsx:{sheet}![A-Z]+{address[1:]}: this looks like personal data\.", told)


def test_a_measures_short_name_that_only_the_workbook_has_is_told_of(crosp: Crosp, folder: Path) -> None:
    now = (folder / "a.yaml").read_text("utf-8")
    name = re.findall(r"- id: (\S+)", now)[0]
    (folder / "a.yaml").write_text(now.replace(f"id: {name}\n", "id: samtal-20140305-2382\n"), "utf-8")
    crosp("form", "a.yaml", "-o", "old.xlsx", cwd=folder)
    (folder / "a.yaml").write_text(now, "utf-8")
    book = Book((folder / "old.xlsx").read_bytes())
    _sheet, address = book.find(next(text.split(" ")[0] for text in book.strings if "samtal-2014" in text))
    told = brought_in(crosp, folder, book.put("Insatser", address.replace("C", "D"), "rektorn").content())
    assert "Measure “samtal-20140305-2382”" in told.out
    assert re.match(rf"in\.xlsx:Insatser!A{address[1:]}: this looks like personal data\.", told.err)


@pytest.mark.parametrize("said", ["2.01403052382E11", "201403052382.0", "1.403052382e+9", "1403052382"])
def test_a_large_number_is_read_as_it_was_written(crosp: Crosp, folder: Path, said: str) -> None:
    number = "201403052382" if said.startswith("2") else "1403052382"
    told = brought_in(crosp, folder, form(folder).answer(f"{CELL}/current_state/reflection", said, "n").content())
    assert f"    new: {number}\n" in told.out or f"    becomes: {number}\n" in told.out
    assert "this looks like personal data." in told.err
    told = brought_in(crosp, folder, form(folder).answer("participants/teachers/count", said, "n").content())
    assert number not in told.err


@pytest.mark.parametrize(
    ("field", "said", "expected"),
    [
        ("scope", "A person", "scope: not-applicable"),
        ("scope", "A class (group)", "scope: group"),
        ("scope", "a  class (organisation)", "scope: organisation"),
        ("orientation", "Preventive", "orientation: promoting"),
        ("current_state/rating", "2", "rating: 2"),
        ("current_state/rating", "3 – 2", "rating: 3"),
    ],
)
def test_a_choice_is_the_one_that_is_shown_whatever_a_framework_calls_the_others(
    crosp: Crosp, examples: Path, tmp_path: Path, field: str, said: str, expected: str
) -> None:
    shutil.copytree(examples / "other-framework", tmp_path, dirs_exist_ok=True)
    head = tmp_path / "framework/framework.yaml"
    text = head.read_text("utf-8")
    for old, new in {
        "id: individual": "id: not-applicable",
        "en: One person": "en: A person",
        "en: A group": "en: A class",
        "en: The school or network": "en: A  Class",
        "en: Preventive,": "en: Early,",
        "en: Promoting,": "en: Preventive,",
        "en: Agreed": 'en: "2"',
    }.items():
        text = text.replace(old, new, 1)
    head.write_text(text, "utf-8")
    path = "assessments/mill-lane/2026-autumn-school-team.yaml"
    crosp("form", path, "-o", "form.xlsx", "--lang", "en", cwd=tmp_path)
    book = Book((tmp_path / "form.xlsx").read_bytes())
    if field in ("scope", "orientation"):
        texts = {cell.get("r") or "": book.text(cell) for cell in book.tree("Measures").iter(f"{NS}c")}
        book.put("Measures", "B90", texts["B6"]).put("Measures", "C90", "Something new")
        column = next(place for place, text in texts.items() if text.casefold() == field)[0]
        book.put("Measures", f"{column}90", said)
    else:
        book.answer(f"cells/looking-back/time-and-people/{field}", said)
    (tmp_path / "in.xlsx").write_bytes(book.content())
    told = crosp("import", "in.xlsx", "--into", path, "--yes", "--lang", "en", cwd=tmp_path)
    assert told.status == 0, told.err
    old = (examples / "other-framework" / path).read_text("utf-8")
    assert (tmp_path / path).read_text("utf-8").count(expected) == old.count(expected) + 1


# --- what is not read -----------------------------------------------------------------------------------------


def with_part(book: Book, name: str, content: bytes = b"") -> bytes:
    book.parts[name] = content
    return book.content()


def bomb(book: Book) -> bytes:
    return with_part(book, "xl/worksheets/sheet99.xml", b" " * 30_000_000)


def deep(book: Book) -> bytes:
    return with_part(book, "xl/sharedStrings.xml", b"<sst>" + b"<si>" * 100 + b"</si>" * 100 + b"</sst>")


def long_relations(book: Book) -> bytes:
    return with_part(book, "xl/worksheets/_rels/sheet3.xml.rels", f"<a>{token_hex(600_000)}</a>".encode())


def many_strings(book: Book) -> bytes:
    more = b"<si/>" * WORKBOOK_CELLS + b"</sst>"
    return with_part(book, "xl/sharedStrings.xml", book.parts["xl/sharedStrings.xml"].replace(b"</sst>", more))


def one_part_for_all_sheets(book: Book) -> bytes:
    main = book.parts["xl/workbook.xml"].decode()
    sheet = re.search(r"<sheet [^>]*/>", main)[0]  # type: ignore[index]  # it has some
    more = "".join(sheet.replace('name="', f'name="{number} ') for number in range(3))
    return with_part(book, "xl/workbook.xml", main.replace(sheet, sheet + more).encode())


def one_name_for_two_sheets(book: Book) -> bytes:
    main = book.parts["xl/workbook.xml"].decode()
    return with_part(book, "xl/workbook.xml", main.replace("5 Delaktighet", "2 Samverkan").encode())


def sheet_of_another_kind(book: Book) -> bytes:
    relations = book.parts["xl/_rels/workbook.xml.rels"].decode()
    return with_part(book, "xl/_rels/workbook.xml.rels", relations.replace('/worksheet"', '/theme"', 1).encode())


def sheet_without_name(book: Book) -> bytes:
    main = book.parts["xl/workbook.xml"].decode()
    return with_part(book, "xl/workbook.xml", main.replace("5 Delaktighet", "").encode())


def many_sheets(book: Book) -> bytes:
    main = book.parts["xl/workbook.xml"].decode()
    return with_part(book, "xl/workbook.xml", main.replace("</sheets>", "<sheet/>" * 250 + "</sheets>").encode())


def packed_otherwise(book: Book) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_LZMA) as archive:
        for name, part in book.parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def unknown_encoding(book: Book) -> bytes:
    main = book.parts["xl/workbook.xml"]
    return with_part(book, "xl/workbook.xml", main.replace(b'encoding="UTF-8"', b'encoding="cells"'))


def other_kind(book: Book) -> bytes:
    kinds = book.parts["[Content_Types].xml"]
    return with_part(book, "[Content_Types].xml", kinds.replace(b"sheet.main+xml", b"sheet.macroEnabled.main+xml"))


def link(book: Book, kind: str) -> bytes:
    rels = f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
    Type="http://x/relationships/{kind}" Target="https://example.org" TargetMode="External"/></Relationships>"""
    return with_part(book, "xl/worksheets/_rels/sheet3.xml.rels", rels.encode())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (lambda book: with_part(book, "xl/vbaProject.bin"), "it has macros"),
        (other_kind, "it has macros"),
        (lambda book: with_part(book, "xl/externalLinks/externalLink1.xml"), "it fetches something"),
        (lambda book: link(book, "image"), "it fetches something"),
        (bomb, "larger than a form can be"),
        (deep, "larger than a form can be"),
        (long_relations, "larger than a form can be"),
        (many_strings, "larger than a form can be"),
        (lambda book: book.put("Börja här", "C400", token_hex(2_000_001)).content(), "larger than a form can be"),
        (lambda book: book.put("Börja här", "C400", "1+1", "f").content(), "Börja här!C400 has a formula"),
        (lambda book: book.put("Börja här", "ZZZ9", "x").content(), "Börja här!ZZZ9 is far from the answers"),
        (lambda book: book.put("Börja här", "A1048576", "x").content(), "Börja här!A1048576 is far"),
        (lambda _book: OLD_CONTAINER + bytes(512), "an older kind (.xls)"),
        (lambda _book: OLD_CONTAINER + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (lambda _book: b"PK\x03\x04", "it is no workbook"),
        (lambda book: book.content()[:-900], "it is no workbook"),
        (lambda book: with_part(book, "xl/sharedStrings.xml", ENTITY), "it is no workbook"),
        (packed_otherwise, "it is no workbook"),
        (one_part_for_all_sheets, "it is no workbook"),
        (one_name_for_two_sheets, "it is no workbook"),
        (sheet_of_another_kind, "it is no workbook"),
        (sheet_without_name, "it is no workbook"),
        (many_sheets, "larger than a form can be"),
        (unknown_encoding, "it is no workbook"),
        (lambda book: book.each(lambda tree: tree.clear()).content(), "this is no form"),
    ],
)
def test_what_holds_more_than_answers_is_not_read(
    crosp: Crosp, folder: Path, content: Callable[[Book], bytes], said: str
) -> None:
    before = (folder / "a.yaml").read_bytes()
    told = brought_in(crosp, folder, content(form(folder)), "--yes")
    assert (told.status, told.out, (folder / "a.yaml").read_bytes()) == (2, "", before)
    assert said in told.err
    assert len(told.err.splitlines()) == 2


def test_a_long_formula_takes_no_memory(folder: Path) -> None:
    content = form(folder).put("Börja här", "C400", "'" + token_hex(500_000), "f").content()
    tracemalloc.start()
    with pytest.raises(NotReadError, match="FORMULA"):
        saved(content)
    assert tracemalloc.get_traced_memory()[1] < 30_000_000
    tracemalloc.stop()


@pytest.mark.parametrize(
    "part",
    ["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml",
     "xl/worksheets/sheet1.xml"],
)  # fmt: skip
def test_a_part_is_unpacked_as_far_as_the_file_says(folder: Path, part: str) -> None:
    """What is packed there may be a thousand times as much."""
    book = form(folder)
    whole = book.parts[part]
    book.parts[part] = whole + b" " * 100_000_000
    content = book.content()
    with ZipFile(BytesIO(content)) as archive:
        info = archive.getinfo(part)
    sizes = struct.pack("<LLL", info.CRC, info.compress_size, info.file_size)
    content = content.replace(sizes, struct.pack("<LLL", crc32(whole), info.compress_size, len(whole)))
    tracemalloc.start()
    assert saved(content).sheets
    assert tracemalloc.get_traced_memory()[1] < 30_000_000
    tracemalloc.stop()


@pytest.mark.parametrize(
    "written",
    [
        *(f'<c r="C30" t="s"><v>{number}</v></c>' for number in ("-1", "1_0", "\u0661", "+1", "1" * 5_000)),
        *(f'<c r="{address}" t="str"><v>a</v></c>' for address in ("c30", "$C$30", "C0", "C12345678")),
        '<c r="C30" t="text"><v>a</v></c>',
        '<c r="C30" t="b"><v>7</v></c>',
        '<c r="C30" t="str"><v>a</v><v>b</v></c>',
        '<c r="C30" t="str"><v>a</v></c><c r="C30" t="str"><v>b</v></c>',
        '</row><row r="-1"><c t="str"><v>a</v></c>',
        '</row><row r="0"><c t="str"><v>a</v></c>',
    ],
)
def test_a_cell_that_no_program_writes_is_no_answer(crosp: Crosp, folder: Path, written: str) -> None:
    book = form(folder)
    sheet, place = book.find(f"{CELL}/current_state/reflection")
    cell = re.compile(rf'<c r="{place}"[^>]*?(?:/>|>.*?</c>)'.encode())
    part = book.parts[book.sheets[sheet]]
    assert cell.search(part)
    before = (folder / "a.yaml").read_bytes()
    told = brought_in(
        crosp, folder, with_part(book, book.sheets[sheet], cell.sub(written.replace("C30", place).encode(), part))
    )
    assert (told.status, told.out, (folder / "a.yaml").read_bytes()) == (2, "", before)
    assert "it is damaged" in told.err


@pytest.mark.parametrize(("ending", "said"), [("xlsm", "it has macros"), ("XLS", "an older kind")])
def test_workbooks_that_are_called_otherwise_are_told_how_to_be_saved(
    crosp: Crosp, folder: Path, ending: str, said: str
) -> None:
    content = other_kind(form(folder)) if ending == "xlsm" else OLD_CONTAINER + bytes(512)
    (folder / f"in.{ending}").write_bytes(content)
    told = crosp("import", f"in.{ending}", "--into", "a.yaml", "--lang", "en", cwd=folder)
    assert (told.status, said in told.err) == (2, True)


def test_a_list_that_was_pasted_is_shown_as_people_see_it(crosp: Crosp, folder: Path) -> None:
    book = form(folder).answer(f"{CELL}/current_state/reflection", "Vi har:\n•\tett råd\n•\ttvå möten")
    assert "\n      • ett råd\n      • två möten\n" in brought_in(crosp, folder, book.content()).out


def test_half_a_character_becomes_a_sign_that_says_so(crosp: Crosp, folder: Path) -> None:
    book = form(folder).answer(f"{CELL}/current_state/reflection", "a_xD800_b")
    assert brought_in(crosp, folder, book.content(), "--yes").status == 0
    assert "a\N{REPLACEMENT CHARACTER}b" in (folder / "a.yaml").read_text("utf-8")


def test_comments_beside_the_cells_are_not_lost_without_a_word(crosp: Crosp, folder: Path) -> None:
    told = brought_in(crosp, folder, with_part(form(folder), "xl/comments1.xml", b"<comments/>"))
    assert (told.status, "comments beside the cells are not brought in" in told.err) == (0, True)


def test_columns_and_sheets_that_somebody_added_are_told_of_by_their_cells(crosp: Crosp, folder: Path) -> None:
    book = form(folder)
    sheet, address = book.find(f"{CELL}/current_state/reflection")
    row = int(address[1:])
    book.put(sheet, "F2", "Kommentar")
    for number in range(10):
        book.put(sheet, f"F{row + number}", "Fråga Kim")
    told = brought_in(crosp, folder, book.put("Insatser", "Z7", "ring").content(), language="sv")
    cells = f"{sheet}!F2, {sheet}!F{row}–F{row + 9}, Insatser!Z7"
    assert f"in.xlsx: det som är skrivet utanför fälten förs inte in: {cells}." in told.err
    assert "Kim" not in told.out + told.err
    assert told.status == 0


def test_a_row_that_somebody_added_and_a_note_above_are_told_of(crosp: Crosp, folder: Path) -> None:
    book = form(folder)
    sheet, _address = book.find(f"{CELL}/current_state/reflection")
    tree = book.tree(sheet)
    moved(tree, 0, 5)
    book.keep(sheet, tree).put(sheet, "C2", "Och en sak till").put(sheet, "F1", "Kom ihåg")
    told = brought_in(crosp, folder, book.content())
    assert (f"{sheet}!C2, {sheet}!F1." in told.err, told.status) == (True, 0)


WRITTEN_OVER = {
    "a question": ("B", -3),
    "an explanation": ("C", -1),
    "a field's name": ("B", 0),
    "last time": ("D", 0),
    "a heading": ("B", -4),
    "below a step": ("C", 4),
}


@pytest.mark.parametrize(("column", "rows"), WRITTEN_OVER.values(), ids=WRITTEN_OVER)
def test_what_is_written_over_the_forms_own_words_is_told_of(
    crosp: Crosp, folder: Path, column: str, rows: int
) -> None:
    book = form(folder).answer(f"{CELL}/need/analysis", "Nytt.")
    sheet, address = book.find(f"{CELL}/current_state/reflection")
    where = f"{column}{int(address[1:]) + rows}"
    told = brought_in(crosp, folder, book.put(sheet, where, "Och en sak till").content())
    assert (told.status, "1 field changes." in told.out) == (0, True)
    assert f"outside the fields is not brought in: {sheet}!{where}." in told.err


@pytest.mark.parametrize(
    ("sheet", "where", "text"),
    [
        ("Karta", "B5", "2 – På plats"),
        ("Karta", "B4", "0 – Inte påbörjat"),
        ("Karta", "H9", "Kom ihåg budgeten"),
        ("Karta", "A2", "Vi har skrivit här"),
        ("Börja här", "B6", "Nej"),
        ("Börja här", "F3", "Ring rektorn"),
        ("Insatser", "C2", "Allt på en gång"),
        ("Insatser", "A4", "Dold"),
        ("Listor", "A1", "4 – Klart"),
    ],
)
def test_every_other_cell_of_every_sheet_is_told_of(
    crosp: Crosp, folder: Path, sheet: str, where: str, text: str
) -> None:
    told = brought_in(crosp, folder, form(folder).put(sheet, where, text).content())
    assert (told.status, f"is not brought in: {sheet}!{where}." in told.err) == (0, True)


def test_what_is_written_over_what_says_which_assessment_it_is_is_told_of(crosp: Crosp, folder: Path) -> None:
    book = form(folder)
    sheet, level = book.find("level")
    told = brought_in(crosp, folder, book.answer("level", "Klass 5B").answer("date", "3 maj 2027").content())
    assert (told.status, f"is not brought in: {sheet}!{level}." in told.err) == (0, True)
    assert "says the day 2027-05-03. The assessment says 2026-11-10, which stays" in told.err


def without_column(column: str) -> Callable[[Any], None]:
    """Take out a column of a sheet, as people do: what stands to the right of it moves to the left."""

    def change(tree: Any) -> None:
        for cell in tree.iter(f"{NS}c"):
            letter, number = (cell.get("r") or "")[0], (cell.get("r") or "")[1:]
            cell.set(
                "r", f"{chr(ord(letter) - 1) if letter > column else 'ZZ' if letter == column else letter}{number}"
            )
        for row in tree.iter(f"{NS}row"):
            row[:] = [cell for cell in row if not (cell.get("r") or "").startswith("ZZ")]

    return change


def test_without_its_labels_a_sheet_says_the_same(crosp: Crosp, folder: Path) -> None:
    book = form(folder).answer(f"{CELL}/current_state/reflection", "Nytt.")
    told = brought_in(crosp, folder, _changed(book, CELL, without_column("B")).content(), language="sv")
    assert (told.status, "Nytt." in told.out) == (0, True)
    assert "utanför fälten" not in told.err


def _changed(book: Book, key: str, change: Callable[[Any], None]) -> Book:
    """Change the sheet that a cell is on."""
    sheet, _address = book.find(f"{key}/current_state/reflection")
    tree = book.tree(sheet)
    change(tree)
    return book.keep(sheet, tree)


def test_without_its_hidden_column_a_sheet_is_told_of_and_the_others_are_read(crosp: Crosp, folder: Path) -> None:
    book = form(folder).answer(f"{CELL}/current_state/reflection", "Nytt.")
    book.answer("cells/shared-direction/quality/need/analysis", "Annat.")
    told = brought_in(crosp, folder, _changed(book, CELL, without_column("A")).content())
    assert (told.status, "Annat." in told.out, "Nytt." in told.out) == (0, True, False)
    assert "nothing on the sheet 5 Delaktighet is brought in: its hidden column is gone" in told.err
    assert "outside the fields" not in told.err


def test_measures_without_the_words_above_them_are_not_guessed(crosp: Crosp, folder: Path) -> None:
    told = brought_in(crosp, folder, form(folder).put("Insatser", "B5", "Fråga").content(), "--yes", language="sv")
    assert told.status == 1
    assert "Insatser: raden som säger vad som står under är borta" in told.err
    assert "Vilken fråga den gäller / Vad som ska göras" in told.err


def test_without_its_hidden_sheet_the_fields_are_read_and_it_says_so(crosp: Crosp, folder: Path) -> None:
    book = form(folder).answer(f"{CELL}/current_state/reflection", "Nytt.")
    tree = book.tree("Listor")
    tree.clear()
    told = brought_in(crosp, folder, book.keep("Listor", tree).content())
    assert (told.status, "Nytt." in told.out) == (0, True)
    assert "its hidden sheet is gone" in told.err


@pytest.mark.parametrize(("language", "sheet"), [("sv", "Insatser"), ("en", "Measures")])
def test_a_choice_that_was_made_in_the_file_meanwhile_is_told_of_and_not_taken_out(
    crosp: Crosp, folder: Path, language: str, sheet: str
) -> None:
    assert crosp("form", "a.yaml", "-o", "form.xlsx", "--force", "--lang", language, cwd=folder).status == 0
    emptied, answered = form(folder).put(sheet, "I6", ""), form(folder).put(sheet, "I6", "individual")
    fields = {"current_state/rating": "2", "need/target": "3", "need/priority": "low"}
    for field, mine in fields.items():
        emptied.answer(f"cells/shared-direction/funding/{field}", "")
        answered.answer(f"cells/shared-direction/funding/{field}", mine)
    now = (folder / "a.yaml").read_text("utf-8")
    for before, meanwhile in zip(
        ("rating: 1", "target: 2", "priority: high", "scope: organisation"),
        ("rating: 0", "target: 1", "priority: medium", "scope: group"),
        strict=True,
    ):
        now = now.replace(before, meanwhile, 1)
    (folder / "a.yaml").write_text(now, "utf-8")
    assert brought_in(crosp, folder, emptied.content(), "--yes", "--remove").out == "Nothing changes.\n"
    assert (folder / "a.yaml").read_text("utf-8") == now
    told = brought_in(crosp, folder, answered.content())
    assert told.out.count("What stood there was written after the form was made.") == 4


def test_a_row_that_was_copied_answers_once_or_is_asked_about(crosp: Crosp, folder: Path) -> None:
    key = f"{CELL}/need/analysis"
    book = form(folder)
    sheet, address = book.find(key)
    (hidden,) = {book.text(one) for one in book.tree(sheet).iter(f"{NS}c") if one.get("r") == f"A{address[1:]}"}
    book.put(sheet, "A300", hidden).put(sheet, "C300", "På den nya raden")
    assert "På den nya raden" in brought_in(crosp, folder, book.content()).out
    told = brought_in(crosp, folder, book.answer(key, "På den gamla").content())
    assert (told.status, "answers the same in another way" in told.err) == (1, True)


@pytest.mark.parametrize("said", ["date", "unit", "level"])
def test_an_answer_that_is_called_as_a_field_is_an_answer(crosp: Crosp, folder: Path, said: str) -> None:
    answered = form(folder).answer(f"{CELL}/need/analysis", said)
    assert f"becomes: {said}\n" in brought_in(crosp, folder, answered.content()).out


def test_a_row_that_was_copied_for_a_new_measure_is_asked_about(crosp: Crosp, folder: Path) -> None:
    book, before = form(folder), (folder / "a.yaml").read_text("utf-8")
    texts = {cell.get("r") or "": book.text(cell) for cell in book.tree("Insatser").iter(f"{NS}c")}
    for column in "ABCDEFGHI":
        if text := texts[f"{column}6"]:
            book.put("Insatser", f"{column}70", text, "n" if column in "EFG" else "inlineStr")
    assert brought_in(crosp, folder, book.content(), "--yes").out == "Nothing changes.\n"
    told = brought_in(crosp, folder, book.put("Insatser", "C70", "En ny insats").content(), "--yes")
    assert (told.status, "one of the rows was copied" in told.err) == (1, True)
    assert (folder / "a.yaml").read_text("utf-8") == before


@pytest.mark.parametrize(
    ("day", "added"), [("46507", "            - date: 2027-04-30\n"), ("", "")], ids=["moved", "emptied"]
)
def test_a_follow_up_that_has_been_made_meanwhile_keeps_its_day(
    crosp: Crosp, folder: Path, day: str, added: str
) -> None:
    planned, after = "{date: 2027-03-31, source: interview}", "            - {date: 2027-09-30, source: interview}\n"
    text = (
        (folder / "a.yaml").read_text("utf-8").replace(planned, f"{planned[:-1]}, result: Alla har haft samtalet.}}", 1)
    )
    (folder / "a.yaml").write_text(text, "utf-8")
    book = form(folder).put("Insatser", "G8", day, "n")
    for _again in range(2):
        assert brought_in(crosp, folder, book.content(), "--yes", "--remove").status == 0
        assert (folder / "a.yaml").read_text("utf-8") == text.replace(after, after + added, 1)


@pytest.mark.parametrize("row", [8, 70])  # another measure of the same question, and an empty row
def test_a_measure_that_was_moved_without_its_hidden_column_is_asked_about(
    crosp: Crosp, folder: Path, row: int
) -> None:
    book, before = form(folder), (folder / "a.yaml").read_text("utf-8")
    texts = {cell.get("r") or "": book.text(cell) for cell in book.tree("Insatser").iter(f"{NS}c")}
    for column in "BCDEFGHI":
        for here, there in ((7, row), (row, 7)):
            said = texts.get(f"{column}{there}") or ("En ny insats" if column == "C" else texts[f"{column}7"])
            book.put("Insatser", f"{column}{here}", said, "n" if column in "EFG" else "inlineStr")
    told = brought_in(crosp, folder, book.content(), "--yes")
    assert (told.status, f"Insatser!C{row}: Insatser!C7 said this before" in told.err) == (1, True)
    assert (folder / "a.yaml").read_text("utf-8") == before


def test_each_of_many_copied_rows_is_told_of(crosp: Crosp, folder: Path) -> None:
    book = form(folder).put("Insatser", "C6", "ord " * 100_000)
    tree = book.tree("Insatser")
    (key,) = {book.text(cell) for cell in tree.iter(f"{NS}c") if cell.get("r") == "A6"}
    data = tree.find(f"{NS}sheetData")
    assert data is not None
    for number in range(100, 600):
        row = ElementTree.SubElement(data, f"{NS}row", {"r": str(number)})
        for column, text in (("A", key), ("C", "En ny insats")):
            cell = ElementTree.SubElement(row, f"{NS}c", {"r": f"{column}{number}", "t": "str"})
            ElementTree.SubElement(cell, f"{NS}v").text = text
    told = brought_in(crosp, folder, book.keep("Insatser", tree).content())
    assert (told.status, told.err.count("one of the rows was copied")) == (1, 500)


def test_what_is_said_of_a_measure_that_got_another_name_meanwhile_is_told_and_the_rest_comes_in(
    crosp: Crosp, folder: Path
) -> None:
    book = form(folder)
    texts = {cell.get("r") or "": book.text(cell) for cell in book.tree("Insatser").iter(f"{NS}c")}
    name = texts["A6"].split(" ")[0].split("/")[-1]
    now = (folder / "a.yaml").read_text("utf-8").replace(f"id: {name}\n", "id: another-name\n")
    (folder / "a.yaml").write_text(now, "utf-8")
    assert brought_in(crosp, folder, book.content(), "--yes").out == "Nothing changes.\n"
    book.put("Insatser", "F6", "46508", "n").answer(f"{CELL}/need/analysis", "Mitt svar")
    told = brought_in(crosp, folder, book.content(), "--yes")
    assert (told.status, told.out.count("Is not brought in."), "2027-05-01" in told.out) == (1, 1, True)
    after = (folder / "a.yaml").read_text("utf-8")
    assert "Mitt svar" in after
    assert after.count("- id: ") == now.count("- id: ")


def test_pictures_and_text_boxes_are_told_of(crosp: Crosp, folder: Path) -> None:
    drawn = b"<xdr:wsDr><xdr:sp><xdr:txBody><a:p><a:r><a:t>Lapp</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>"
    told = brought_in(crosp, folder, with_part(form(folder), "xl/drawings/drawing1.xml", drawn))
    assert (told.status, "pictures and text boxes are not brought in" in told.err) == (0, True)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_nothing_in_a_form_as_it_was_made_stands_beside_its_fields(
    crosp: Crosp, examples: Path, tmp_path: Path, language: str
) -> None:
    shutil.copytree(examples / "ekskolan", tmp_path, dirs_exist_ok=True)
    form = tmp_path / "form.xlsx"
    (assessment,) = tmp_path.rglob("2026-ht-school.yaml")
    for what in ([assessment], ["--level", "teaching", "--unit", "ekskolan"]):
        crosp("form", *what, "--cells", "all", "-o", form, "--overwrite", "--lang", language, cwd=tmp_path)
        told = crosp("import", form, "--into", assessment, "--lang", "en", cwd=tmp_path)
        assert "outside the fields" not in told.err


def test_a_sheet_is_read_wherever_in_the_file_it_lies(crosp: Crosp, folder: Path) -> None:
    book = form(folder).answer(f"{CELL}/need/analysis", "Ett behov")
    sheet, _address = book.find(f"{CELL}/need/analysis")
    path = book.sheets[sheet]
    relations = book.parts["xl/_rels/workbook.xml.rels"]
    book.parts["xl/_rels/workbook.xml.rels"] = relations.replace(path[3:].encode(), b"pages/one.xml")
    told = brought_in(crosp, folder, with_part(book, "xl/pages/one.xml", book.parts.pop(path)))
    assert (told.status, "Ett behov" in told.out) == (0, True)


def test_a_link_to_a_page_is_nothing_to_refuse(crosp: Crosp, folder: Path) -> None:
    assert brought_in(crosp, folder, link(form(folder), "hyperlink")).status == 0


def test_a_part_that_says_it_is_smaller_than_it_is_is_no_workbook(crosp: Crosp, folder: Path) -> None:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, part in form(folder).parts.items():
            archive.writestr(name, part)
        archive.writestr("xl/worksheets/sheet99.xml", b"x" * 100_000)
    content = out.getvalue().replace((100_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert brought_in(crosp, folder, content).status in (0, 2)


PERSONAL = "anna@exempel.se"


def elsewhere_called(book: Book, name: str) -> Book:
    main = book.parts["xl/workbook.xml"].decode()
    book.parts["xl/workbook.xml"] = main.replace('name="5 Delaktighet"', f'name="{name}"').encode()
    return book


@pytest.mark.parametrize(
    "change",
    [
        lambda book: book.answer("date", f"ring {PERSONAL}"),
        lambda book: book.answer(f"{CELL}/need/target", f"ring {PERSONAL}"),
        lambda book: book.answer("participants/teachers/count", f"ring {PERSONAL}"),
        lambda book: elsewhere_called(book.answer(f"{CELL}/need/target", "nio"), PERSONAL),
    ],
    ids=["day", "choice", "number", "sheet"],
)
def test_what_is_not_understood_repeats_no_personal_data(
    crosp: Crosp, folder: Path, change: Callable[[Book], Book]
) -> None:
    told = brought_in(crosp, folder, change(form(folder)).content())
    assert told.status == 1
    assert "…" in told.err
    assert "exempel" not in told.out + told.err


def test_a_file_whose_name_is_personal_data_is_not_named(crosp: Crosp, folder: Path) -> None:
    (folder / f"{PERSONAL}.xlsx").write_bytes(b"PK")
    told = crosp("import", f"{PERSONAL}.xlsx", "--into", "a.yaml", "--lang", "en", cwd=folder)
    assert "it is no workbook" in told.err
    assert "exempel" not in told.err


@pytest.mark.parametrize(("language", "choices"), [("sv", "1 – Påbörjat"), ("en", "1 – Begun")])
def test_what_there_is_to_choose_is_told_in_the_language_that_was_asked_for(
    crosp: Crosp, folder: Path, language: str, choices: str
) -> None:
    content = form(folder).answer(f"{CELL}/need/target", "nio").content()
    assert choices in brought_in(crosp, folder, content, language=language).err


@pytest.mark.parametrize("said", ["²", "1" * 5_000])
def test_a_number_that_is_no_day_is_told_as_such(crosp: Crosp, folder: Path, said: str) -> None:
    told = brought_in(crosp, folder, form(folder).answer("date", said, "n").content())
    assert (told.status, "does not say for certain which day it is" in told.err) == (1, True)


LOOKS = {"percent": 9, "own percent": 203, "day": 14, "time": 20, "own day": 200, "own words": 201, "of a dialog": 202}


@pytest.mark.parametrize(
    ("look", "said", "read"),
    [
        ("day", "46508", "2027-05-01"),
        ("own day", "46508", "2027-05-01"),
        ("own day", "46508.604166666664", "2027-05-01 14:30"),
        ("time", "0.60416666666666663", "14:30"),
        ("time", "6.25E-2", "01:30"),
        ("own words", "46508", "46508"),
        ("of a dialog", "46508", "46508"),
        ("day", "3", "3"),
        ("day", "46508.99999", "2027-05-01 23:59"),
        ("percent", "0.25", "25 %"),
        ("percent", "-0.05", "-5 %"),
        ("own percent", "1", "100 %"),
        ("percent", "7.2499999999999995E-2", "7.25 %"),
    ],
)
def test_a_number_that_is_shown_as_a_day_or_percent_is_read_as_people_see_it(
    crosp: Crosp, folder: Path, look: str, said: str, read: str
) -> None:
    key = f"{CELL}/current_state/reflection"
    book = form(folder).answer(key, said, "n")
    styles = tree_of(book.parts["xl/styles.xml"])
    looks, own = styles.find(f"{NS}cellXfs"), styles.find(f"{NS}numFmts")
    assert looks is not None
    assert own is not None
    for number, code in ((200, "[$-41D]yyyy\\-mm\\-dd;@"), (201, '[Red]0\\ "dagar"'), (203, r"0.0\ %")):
        ElementTree.SubElement(own, f"{NS}numFmt", {"numFmtId": str(number), "formatCode": code})
    ElementTree.SubElement(looks, f"{NS}xf", {"numFmtId": str(LOOKS[look])})
    dialog = styles.find(f"{NS}dxfs")
    assert dialog is not None
    ElementTree.SubElement(dialog, f"{NS}numFmt", {"numFmtId": "202", "formatCode": "yyyy"})
    book.parts["xl/styles.xml"] = ElementTree.tostring(styles, "utf-8", xml_declaration=True)
    sheet, address = book.find(key)
    tree = book.tree(sheet)
    next(one for one in tree.iter(f"{NS}c") if one.get("r") == address).set("s", str(len(looks) - 1))
    brought_in(crosp, folder, book.keep(sheet, tree).content(), "--yes")
    assert f"reflection: {read}\n" in (folder / "a.yaml").read_text("utf-8").replace('"', "").replace("'", "")


@pytest.mark.parametrize(
    ("said", "read"), [("1.1000000000000001", "1.1"), ("5.0000000000000003E-2", "0.05"), ("0.25", "0.25")]
)
def test_a_number_with_a_fraction_is_read_as_it_was_written(crosp: Crosp, folder: Path, said: str, read: str) -> None:
    told = brought_in(crosp, folder, form(folder).answer(f"{CELL}/need/analysis", said, "n").content())
    assert f"becomes: {read}\n" in told.out


@pytest.mark.parametrize("said", ["Eleven 20140305_x000D_\n-2382", "Eleven 2014_x0007_0305-2382"])
def test_what_looks_like_personal_data_as_it_is_brought_in_is_told_of(crosp: Crosp, folder: Path, said: str) -> None:
    told = brought_in(crosp, folder, form(folder).answer(f"{CELL}/current_state/reflection", said).content())
    assert "-2382" in told.out
    assert "this looks like personal data." in told.err


def test_a_column_of_somebodys_own_that_is_called_answer_takes_the_place_of_no_other(
    crosp: Crosp, folder: Path
) -> None:
    book = form(folder).answer(f"{CELL}/need/analysis", "Mitt svar")
    sheet, _address = book.find(f"{CELL}/need/analysis")
    before = (folder / "a.yaml").read_text("utf-8")
    told = brought_in(crosp, folder, book.put(sheet, "D1", "Svar").content(), "--yes", "--remove")
    assert (told.status, f"{sheet}!D1" in told.err) == (0, True)
    after = (folder / "a.yaml").read_text("utf-8")
    assert "Mitt svar" in after
    assert after.count("reflection:") == before.count("reflection:")


def test_what_does_not_apply_is_asked_about_where_the_row_for_why_was_deleted(crosp: Crosp, folder: Path) -> None:
    book = form(folder).answer(f"{CELL}/current_state/rating", "Gäller inte oss")
    sheet, address = book.find(f"{CELL}/not_applicable")
    tree = book.tree(sheet)
    data = tree.find(f"{NS}sheetData")
    assert data is not None
    data.remove(next(row for row in data if row.get("r") == address[1:]))
    told = brought_in(crosp, folder, book.keep(sheet, tree).content(), "--yes")
    assert told.status == 1
    assert "Say in a few words why it does not apply to you." in told.err


def test_a_column_that_is_called_answer_is_known_also_where_rows_were_added_above(crosp: Crosp, folder: Path) -> None:
    book = form(folder).answer(f"{CELL}/need/analysis", "Mitt svar")
    sheet, _address = book.find(f"{CELL}/need/analysis")
    tree = book.tree(sheet)
    moved(tree, 0, 3)
    book.keep(sheet, tree).put(sheet, "D1", "Svar")
    assert brought_in(crosp, folder, book.content(), "--yes", "--remove").status == 0
    assert "Mitt svar" in (folder / "a.yaml").read_text("utf-8")


def test_what_a_form_says_that_crosp_wrote_in_thousands_of_columns_is_gone_through_once(
    crosp: Crosp, folder: Path
) -> None:
    book = form(folder).answer(f"{CELL}/need/analysis", "Mitt svar")
    sheet, _address = book.find(f"{CELL}/need/analysis")
    columns = ("".join(letters) for letters in product(ascii_uppercase, repeat=3))
    own = " ".join(f"{one}1={sign_of('Svar')}" for one in columns)
    book.put(sheet, "D1", "Svar").put(sheet, "Z900", f"own {own}")
    assert brought_in(crosp, folder, book.content(), "--yes").status == 0
    assert "Mitt svar" in (folder / "a.yaml").read_text("utf-8")


def test_two_columns_that_may_be_the_answers_are_asked_about(crosp: Crosp, folder: Path) -> None:
    book, before = form(folder), (folder / "a.yaml").read_text("utf-8")
    sheet, _address = book.find(f"{CELL}/need/analysis")
    for cell in list(book.tree(sheet).iter(f"{NS}c")):
        met = re.fullmatch(r"C([0-9]+)", cell.get("r") or "")
        if met and (text := book.text(cell)):
            book.put(sheet, f"J{met[1]}", text)
    told = brought_in(crosp, folder, book.content(), "--yes", "--remove")
    assert (told.status, "more than one column is called" in told.err) == (1, True)
    assert (folder / "a.yaml").read_text("utf-8") == before


@pytest.mark.parametrize(("copy", "told"), [(None, "Say in a few words"), ("2", "answers the same in another way")])
def test_a_choice_that_it_does_not_apply_counts_in_the_row_where_it_was_made(
    crosp: Crosp, folder: Path, copy: str | None, told: str
) -> None:
    key = f"{CELL}/current_state/rating"
    book = form(folder)
    sheet, address = book.find(key)
    texts = {cell.get("r") or "": book.text(cell) for cell in book.tree(sheet).iter(f"{NS}c")}
    book.put(sheet, "A300", texts[f"A{address[1:]}"]).put(sheet, "C300", copy or texts[address])
    found = brought_in(crosp, folder, book.answer(key, "Gäller inte oss").content(), "--yes")
    assert (found.status, told in found.err) == (1, True)


def test_texts_of_measures_of_two_questions_that_changed_places_are_asked_about(crosp: Crosp, folder: Path) -> None:
    book, before = form(folder), (folder / "a.yaml").read_text("utf-8")
    texts = {cell.get("r") or "": book.text(cell) for cell in book.tree("Insatser").iter(f"{NS}c")}
    other = next(row for row in range(8, 70) if texts[f"B{row}"] != texts["B7"] and texts.get(f"C{row}"))
    book.put("Insatser", "C7", texts[f"C{other}"]).put("Insatser", f"C{other}", texts["C7"])
    told = brought_in(crosp, folder, book.content(), "--yes")
    assert (told.status, f"Insatser!C7: Insatser!C{other} said this before" in told.err) == (1, True)
    assert (folder / "a.yaml").read_text("utf-8") == before


@pytest.mark.parametrize(("characters", "status"), [(28_000, 0), (CELL_CHARACTERS, 2)])
def test_a_workbook_that_could_not_be_brought_in_again_is_not_made(
    crosp: Crosp, made: Path, tmp_path: Path, characters: int, status: int
) -> None:
    text = "a" * characters
    asked = f"current_state: {{reflection: {text}, evidence: [{text}], helps: [{text}], hinders: [{text}]}}"
    head = (made / "a.yaml").read_text("utf-8").partition("\ncells:\n")[0]
    framework = Workspace().context_in(made).framework
    assert framework is not None
    areas = "".join(f"    {one.id}: {{{asked}, need: {{analysis: {text}}}}}\n" for one in framework.areas.entries)
    said = "".join(f"  {one.id}:\n{areas}" for one in framework.principles.entries)
    (tmp_path / "a.yaml").write_text(f"{head}\ncells:\n{said}", "utf-8")
    told = crosp("form", "a.yaml", "-o", "form.xlsx", "--lang", "en", cwd=tmp_path)
    assert (told.status, "larger than crosp can bring back" in told.err) == (status, bool(status))
    assert (tmp_path / "form.xlsx").exists() is not bool(status)
    assert crosp("form", "a.yaml", "-o", "form.html", "--lang", "en", cwd=tmp_path).status == 0
