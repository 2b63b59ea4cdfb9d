"""A workbook that other programs have saved: LibreOffice Calc, and one of the shape in which Google Sheets exports."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from python_calamine import CalamineWorkbook

from .workbooks import NS, Book

SCHOOL = "ekskolan/assessments/ekskolan/2026-ht-school.yaml"
CELL = "cells/participation/quality"
AWKWARD = '  Inledande mellanslag, "citat" & <tecken>\n- punkt: #1\n\n=1+1 👩🏽‍🏫 A\u030a مرحبا'
Crosp = Callable[..., Any]
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
NAMES = f'xmlns="{NS[1:-1]}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
KINDS = "application/vnd.openxmlformats-officedocument.spreadsheetml"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.fixture
def folder(examples: Path, tmp_path: Path, crosp: Crosp) -> Path:
    """An assessment, its form as it was made, and the same form filled in."""
    shutil.copy(examples / SCHOOL, tmp_path / "a.yaml")
    assert crosp("form", "a.yaml", "-o", "form.xlsx", "--lang", "sv", cwd=tmp_path).status == 0
    book = Book((tmp_path / "form.xlsx").read_bytes())
    book.answer(f"{CELL}/current_state/reflection", AWKWARD).answer(f"{CELL}/current_state/rating", "1 – Påbörjat")
    book.answer(f"{CELL}/need/target", "3", "n").answer("participants/teachers/count", "19", "n")
    texts = {cell.get("r") or "": book.text(cell) for cell in book.tree("Insatser").iter(f"{NS}c")}
    for column, text in (("B", texts["B6"]), ("C", "Årshjul på en sida"), ("D", "rektor")):
        book.put("Insatser", f"{column}70", text)
    book.put("Insatser", "F70", str((date(2027, 5, 3) - date(1899, 12, 30)).days), "n")
    (tmp_path / "filled.xlsx").write_bytes(book.content())
    return tmp_path


def brought_in(crosp: Crosp, folder: Path, name: str, *options: str) -> Any:
    return crosp("import", name, "--into", "a.yaml", "--lang", "sv", *options, cwd=folder)


def as_it_was_saved(crosp: Crosp, folder: Path, name: str) -> None:
    """Whichever program saved the filled workbook, the same comes of it, and of one with nothing new nothing does."""
    expected = brought_in(crosp, folder, "filled.xlsx")
    assert (expected.status, expected.out.count("nytt:") + expected.out.count("blir:")) == (0, 6)
    found = brought_in(crosp, folder, name)
    assert (found.status, found.out) == (0, expected.out)
    brought_in(crosp, folder, "filled.xlsx", "--yes")
    whole = (folder / "a.yaml").read_text("utf-8")
    assert "Årshjul på en sida" in whole
    assert brought_in(crosp, folder, name).out == "Inget ändras.\n"


# --- LibreOffice ----------------------------------------------------------------------------------------------


def office() -> str:
    found = shutil.which("soffice")
    if found is not None and (Path(found).resolve().parent / "libsclo.so").exists():
        return found
    if os.environ.get("CROSP_NO_SKIPS"):
        pytest.fail("no LibreOffice Calc here")
    pytest.skip("no LibreOffice Calc here")


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where LibreOffice keeps its settings, which take a while to make."""
    return (tmp_path_factory.mktemp("calc") / "profile").as_uri()


def saved_by_calc(profile: str, folder: Path, *files: str, to: str) -> None:
    """Open workbooks in LibreOffice Calc, and save them in a folder of their own, in that form."""
    command = [office(), f"-env:UserInstallation={profile}", "--headless", "--convert-to", to]
    paths = [str(folder / name) for name in files]
    subprocess.run([*command, "--outdir", str(folder / "out"), *paths], check=True, capture_output=True, timeout=300)


@pytest.mark.office
def test_saved_by_libreoffice_it_says_the_same(crosp: Crosp, folder: Path, profile: str) -> None:
    saved_by_calc(profile, folder, "form.xlsx", "filled.xlsx", to="xlsx:Calc MS Excel 2007 XML")
    assert brought_in(crosp, folder, "out/form.xlsx").out == "Inget ändras.\n"
    as_it_was_saved(crosp, folder, "out/filled.xlsx")
    book = Book((folder / "out" / "filled.xlsx").read_bytes())
    sheet, _address = book.find(f"{CELL}/current_state/rating")
    tree = book.tree(sheet)
    assert tree.find(f"{NS}sheetProtection") is not None
    assert tree.find(f"{NS}dataValidations") is not None
    assert next(tree.iter(f"{NS}col")).get("hidden") in ("1", "true")


@pytest.mark.office
def test_kept_as_an_open_document_and_saved_as_a_workbook_again_it_says_the_same(
    crosp: Crosp, folder: Path, profile: str
) -> None:
    saved_by_calc(profile, folder, "filled.xlsx", to="ods")
    saved_by_calc(profile, folder, "out/filled.ods", to="xlsx:Calc MS Excel 2007 XML")
    as_it_was_saved(crosp, folder, "out/filled.xlsx")


# --- Excel ----------------------------------------------------------------------------------------------------

EXTENSION = """<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
uri="{{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}}"><x14:dataValidations
xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">{}</x14:dataValidations></ext></extLst></worksheet>"""
CHOICE = r"""<x14:dataValidation type="list"><x14:formula1><xm:f>\2</xm:f></x14:formula1>
<xm:sqref>\1</xm:sqref></x14:dataValidation>"""
FROM_A_SHEET = re.compile(
    r'<dataValidation type="list"[^>]*sqref="([^"]+)"><formula1>([^<]+)</formula1></dataValidation>'
)


def as_excel_saves(content: bytes) -> bytes:
    """The same workbook whose lists to choose from stand in an extension, as Excel keeps those of another sheet."""
    book = Book(content)
    for part in book.sheets.values():
        sheet = book.parts[part].decode()
        lists = "".join(met.expand(CHOICE) for met in FROM_A_SHEET.finditer(sheet))
        if lists:
            sheet = FROM_A_SHEET.sub("", sheet).replace("</worksheet>", EXTENSION.format(lists))
        book.parts[part] = sheet.encode()
    return book.content()


def test_saved_by_excel_it_says_the_same(crosp: Crosp, folder: Path) -> None:
    saved = as_excel_saves((folder / "filled.xlsx").read_bytes())
    (folder / "saved.xlsx").write_bytes(saved)
    assert b"<xm:f>'Listor'!" in Book(saved).parts["xl/worksheets/sheet3.xml"]
    as_it_was_saved(crosp, folder, "saved.xlsx")


STRICT = {
    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    RELATIONS.encode(): b"http://purl.oclc.org/ooxml/officeDocument/relationships",
}


def as_a_strict_workbook(content: bytes) -> bytes:
    """The same workbook of the kind that Excel calls strict: other names of the same things, and days as days."""
    book = Book(content)
    book.parts["xl/worksheets/sheet9.xml"] = re.sub(
        rb'<c r="(F\d+)"( s="\d+")><v>(\d+)</v>',
        lambda met: b'<c r="%s"%s t="d"><v>%sT00:00:00</v>' % (met[1], met[2], str(_day(int(met[3]))).encode()),
        book.parts["xl/worksheets/sheet9.xml"],
    )
    for usual, strict in STRICT.items():
        book.parts = {name: part.replace(usual, strict) for name, part in book.parts.items()}
    return book.content()


def _day(number: int) -> date:
    return date(1899, 12, 30) + timedelta(days=number)


def test_saved_by_excel_as_a_strict_workbook_it_says_the_same(crosp: Crosp, folder: Path) -> None:
    for name in ("form", "filled"):
        (folder / f"{name}-saved.xlsx").write_bytes(as_a_strict_workbook((folder / f"{name}.xlsx").read_bytes()))
    assert brought_in(crosp, folder, "form-saved.xlsx").out == "Inget ändras.\n"
    as_it_was_saved(crosp, folder, "filled-saved.xlsx")


@pytest.mark.parametrize("gone", ["'2 Samverkan'!#REF!", "#REF!", "#REF!$C$10"])
def test_a_map_that_has_lost_a_question_is_nothing_to_refuse(crosp: Crosp, folder: Path, gone: str) -> None:
    """Programs write so what the map said of a row, or a sheet, that somebody has deleted."""
    book = Book((folder / "filled.xlsx").read_bytes())
    part = book.sheets["Karta"]
    book.parts[part] = book.parts[part].replace(b"'2 Samverkan'!$C$10", gone.encode())
    assert f"<f>{gone}&amp;".encode() in book.parts[part]
    (folder / "saved.xlsx").write_bytes(book.content())
    as_it_was_saved(crosp, folder, "saved.xlsx")


# --- what is exported from a sheet on the web -------------------------------------------------------------------


def exported(content: bytes) -> bytes:
    """A workbook written anew of what another reader finds in it, with no more than the format asks for.

    Texts stand in their cells, numbers have a decimal, and there are no styles, no protection, no lists, no names, no
    hidden columns and no properties; below what is written follow empty rows. Formulas stay, with what they came to.
    """
    book, theirs = Book(content), CalamineWorkbook.from_filelike(BytesIO(content))
    names = theirs.sheet_names
    parts = {
        f"xl/worksheets/sheet{number}.xml": _sheet(
            theirs.get_sheet_by_name(name).to_python(skip_empty_area=False),
            {c.get("r") or "": c.findtext(f"{NS}f") or "" for c in book.tree(name).iter(f"{NS}c")},
        )
        for number, name in enumerate(names, 1)
    }
    numbers = range(1, len(names) + 1)
    sheets = "".join(
        f'<sheet name="{escape(name)}" sheetId="{n}" r:id="rId{n + 2}"/>' for n, name in enumerate(names, 1)
    )
    parts["xl/workbook.xml"] = f"<workbook {NAMES}><workbookPr/><sheets>{sheets}</sheets></workbook>"
    parts["xl/_rels/workbook.xml.rels"] = _relations(
        (f"rId{n + 2}", "worksheet", f"/xl/worksheets/sheet{n}.xml") for n in reversed(numbers)
    )
    parts["_rels/.rels"] = _relations([("rId1", "officeDocument", "xl/workbook.xml")])
    kinds = [("xl/workbook.xml", "sheet.main"), *((f"xl/worksheets/sheet{n}.xml", "worksheet") for n in numbers)]
    parts["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        + "".join(f'<Override PartName="/{name}" ContentType="{KINDS}.{kind}+xml"/>' for name, kind in kinds)
        + "</Types>"
    )
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, HEAD + part)
    return out.getvalue()


def _relations(those: Iterable[tuple[str, str, str]]) -> str:
    each = (f'<Relationship Id="{name}" Type="{RELATIONS}/{kind}" Target="{to}"/>' for name, kind, to in those)
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(each)
        + "</Relationships>"
    )


def _sheet(rows: list[list[Any]], formulas: Mapping[str, str]) -> str:
    """A sheet with the values that were found, and the formulas by their addresses."""
    lines = []
    for number, row in enumerate([*rows, *([] for _ in range(40))], 1):
        cells = (
            _cell(f"{chr(ord('A') + at)}{number}", value, formulas.get(f"{chr(ord('A') + at)}{number}", ""))
            for at, value in enumerate(row)
        )
        lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    return f"<worksheet {NAMES}><sheetData>{''.join(lines)}</sheetData></worksheet>"


def _cell(address: str, value: Any, formula: str) -> str:
    if formula:
        return f'<c r="{address}" t="str"><f>{escape(formula)}</f><v>{escape(str(value))}</v></c>'
    if isinstance(value, date):
        return f'<c r="{address}"><v>{(value - date(1899, 12, 30)).days}.0</v></c>'
    if isinstance(value, int | float):
        return f'<c r="{address}"><v>{float(value)}</v></c>'
    text = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", value)
    return f'<c r="{address}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>' if value else ""


@pytest.mark.breadth
def test_exported_with_no_more_than_the_format_asks_for_it_says_the_same(crosp: Crosp, folder: Path) -> None:
    for name in ("form", "filled"):
        (folder / f"{name}-exported.xlsx").write_bytes(exported((folder / f"{name}.xlsx").read_bytes()))
    assert brought_in(crosp, folder, "form-exported.xlsx").out == "Inget ändras.\n"
    as_it_was_saved(crosp, folder, "filled-exported.xlsx")


DRAWING = f"<xdr:wsDr xmlns:xdr='http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing' {NAMES[6:]}/>"
LAST_ROW = 1000
"""Of the first sheet with questions; the others end soon after what is in them."""


def as_google_exports(content: bytes) -> bytes:
    """The same workbook in the shape in which Google Sheets exports: whole sheets of empty cells, drawings, own styles.

    No protection and no properties; lists written out instead of led to, links by the number of the sheet; a date is a
    number in a style of its own, a formula keeps what it came to, and the columns have other widths.
    """
    book = Book(content)
    for number, name in enumerate(book.sheets, 1):
        tree = book.tree(name)
        for element in ("sheetProtection", "pageMargins", "pageSetup", "printOptions", "rowBreaks", "dimension"):
            for one in tree.findall(f"{NS}{element}"):
                tree.remove(one)
        for column in tree.iter(f"{NS}col"):
            column.set("width", str(round(float(column.get("width") or 0) * 1.13, 2)))
        for formula in tree.iter(f"{NS}formula1"):
            formula.text = '"a,b"'
        for link in tree.iter(f"{NS}hyperlink"):
            link.attrib.pop("location", None)
            link.set(f"{{{RELATIONS}}}id", "rId1")
        _with_empty_cells(tree, LAST_ROW if number == 3 else 40)
        ElementTree.SubElement(tree, f"{NS}drawing", {f"{{{RELATIONS}}}id": "rId2"})
        book.keep(name, tree)
        book.parts[f"xl/drawings/drawing{number}.xml"] = (HEAD + DRAWING).encode()
        book.parts[f"xl/worksheets/_rels/sheet{number}.xml.rels"] = _relations(
            [("rId1", 'hyperlink" TargetMode="External', f"#gid={number}"), ("rId2", "drawing", "../drawings/d.xml")]
        ).encode()
    book.parts = {name: part for name, part in book.parts.items() if "docProps" not in name and "theme" not in name}
    return book.content()


def _with_empty_cells(tree: ElementTree.Element, last_row: int) -> None:
    """Give every row up to the last a cell in each column, empty or with an empty text, and numbers a decimal."""
    data = tree.find(f"{NS}sheetData")
    assert data is not None
    rows = {row.get("r"): row for row in data}
    for number in map(str, range(1, last_row + 1)):
        row = rows.get(number)
        if row is None:
            row = ElementTree.SubElement(data, f"{NS}row", {"r": number})
        row.attrib |= {"ht": "15.75", "customHeight": "1"}
        cells = {cell.get("r"): cell for cell in row}
        for cell in cells.values():
            value = cell.find(f"{NS}v")
            if cell.get("t", "n") == "n" and value is not None:
                value.text = str(float(value.text or 0))
                cell.set("s", "99")
        for column in "ABCDEFGHIJ":
            if f"{column}{number}" not in cells:
                kind = {"t": "str"} if column == "E" else {}
                cell = ElementTree.SubElement(row, f"{NS}c", {"r": f"{column}{number}", "s": "7", **kind})
                if kind:
                    ElementTree.SubElement(cell, f"{NS}v")
        row[:] = sorted(row, key=lambda cell: cell.get("r") or "")
    data[:] = sorted(data, key=lambda row: int(row.get("r") or 0))


@pytest.mark.breadth
def test_exported_by_google_it_says_the_same(crosp: Crosp, folder: Path) -> None:
    for name in ("form", "filled"):
        (folder / f"{name}-exported.xlsx").write_bytes(as_google_exports((folder / f"{name}.xlsx").read_bytes()))
    assert brought_in(crosp, folder, "form-exported.xlsx").out == "Inget ändras.\n"
    as_it_was_saved(crosp, folder, "filled-exported.xlsx")
