"""A page as a document for Word, LibreOffice and others, in which people can go on writing."""

import base64
import importlib.util
import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from crosp_cli.output.formats import MissingPartError
from crosp_cli.reports.word_and_pdf.docx_texts import boxes_as_drawing
from crosp_cli.reports.word_and_pdf.page.drawings import set_in
from crosp_cli.reports.word_and_pdf.processes import Converted, made_at, typeset
from crosp_cli.reports.word_and_pdf.sheet import Sheet, on_paper
from crosp_cli.reports.word_and_pdf.sheet_json import as_values
from crosp_cli.resources import resource

if TYPE_CHECKING:
    from docx.document import Document

_PARTS = {
    "[Content_Types].xml": "content-types.xml",
    "_rels/.rels": "package.rels",
    "docProps/core.xml": "core.xml",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "document.xml.rels",
    "word/styles.xml": "styles.xml",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
    "word/footer1.xml": "footer1.xml",
}
"""The parts of the empty document that a report is written into: their names in it, and in templates."""

_OLDEST = (1980, 1, 1, 0, 0, 0)
_TYPEFACES = ("Calibri", "Carlito", "Arial", "Liberation Sans", "DejaVu Sans")
"""What the text is set in, in `templates/word/styles.xml`, and so the pictures where it is installed; else its like."""
_DENSE = 0.82
"""How much of its size and of its air a summary keeps: it has two pages and no more."""


def as_docx(page: str) -> Converted:
    """Return the page in HTML as a DOCX.

    Raises:
        MissingPartError: the extra `docx` is not installed.
        ConversionError: it cannot be made, or took too long.
    """
    return sheet_as_docx(on_paper(page))


def sheet_as_docx(sheet: Sheet) -> Converted:
    """Return the sheet as a DOCX. The same sheet gives the same bytes.

    `SOURCE_DATE_EPOCH` is its date; without it, it has none.

    Raises:
        MissingPartError: the extra `docx` is not installed.
        ConversionError: it cannot be made, or took too long.
    """
    if importlib.util.find_spec("docx") is None:
        raise MissingPartError("docx")
    rows = sorted({one.attributes["boxes"] for one in sheet.body.all("boxes")})
    asked = {
        "form": "docx",
        "sheet": as_values(sheet),
        "pictures": [set_in(one.source, _TYPEFACES) for one in sheet.body.all("picture")],
        "boxes": {row: boxes_as_drawing(row) for row in rows},
        "timestamp": made_at(),
    }
    return Converted(base64.b64decode(typeset(asked, "docx")["made"]))


def written(sheet: Sheet, pictures: Sequence[bytes | None], boxes: Mapping[str, bytes], made: int | None) -> bytes:
    """Return the sheet as a DOCX that says it was made at that second, if it says that at all.

    `pictures` are the sheet's, as PNG, since older versions of Word show no SVG; None is one that cannot be drawn.
    `boxes` has a PNG for each row of boxes.
    """
    from docx import Document

    from crosp_cli.reports.word_and_pdf.docx_blocks import write

    day = None if made is None else datetime.fromtimestamp(made, UTC)
    document = Document(io.BytesIO(_packed({name: _template(file) for name, file in _PARTS.items()}, day)))
    _say_what_it_is(document, sheet, day)
    if sheet.dense:
        _set_closer(document)
    write(sheet, document, pictures, boxes)
    whole = io.BytesIO()
    document.save(whole)
    with zipfile.ZipFile(whole) as package:
        return _packed({name: package.read(name) for name in package.namelist()}, day)


def _template(file: str) -> bytes:
    return (resource("templates") / "word" / file).read_bytes()


def _say_what_it_is(document: "Document", sheet: Sheet, made: datetime | None) -> None:
    from docx.oxml.ns import qn

    facts = document.core_properties
    facts.title, facts.language = sheet.title[:255], sheet.language
    if made:
        facts.created = facts.modified = made
    document.sections[0].footer.paragraphs[0].runs[0].text = sheet.title
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), sheet.language)


def _set_closer(document: "Document") -> None:
    """Make the styles smaller, with less air."""
    from docx.oxml.ns import qn

    value, line = qn("w:val"), qn("w:line")
    styles = document.styles.element
    for size in styles.iter(qn("w:sz"), qn("w:szCs")):
        size.set(value, str(round(int(size.get(value, "21")) * _DENSE)))
    for spacing in styles.iter(qn("w:spacing")):
        for side in (qn("w:before"), qn("w:after")):
            if side in spacing.attrib:
                spacing.set(side, str(int(spacing.get(side, "0")) // 2))
        if line in spacing.attrib:
            spacing.set(line, "240")


def _packed(parts: dict[str, bytes], made: datetime | None) -> bytes:
    stamp = made.timetuple()[:6] if made else _OLDEST
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 3
            package.writestr(entry, content)
    return whole.getvalue()
