"""A page as a document for Word, LibreOffice and others, in which people can go on writing."""

import io
import re
import tempfile
import zipfile
from pathlib import Path

from crosp_cli.reports.word_and_pdf.docx_xml import finished, footer, numbering, styles
from crosp_cli.reports.word_and_pdf.pandoc_html import as_plain_html
from crosp_cli.reports.word_and_pdf.processes import Converted, made_on, pandoc, typeset
from crosp_cli.reports.word_and_pdf.sheet import Sheet, on_paper
from crosp_cli.resources import resource

_PARTS = {
    "[Content_Types].xml": "content-types.xml",
    "_rels/.rels": "package.rels",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "document.xml.rels",
    "word/styles.xml": "styles.xml",
    "word/footer1.xml": "footer1.xml",
}
"""The parts of the document whose styles, paper and page numbers a report gets: their names in it, and in templates."""

_OLDEST = (1980, 1, 1, 0, 0, 0)


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
    plain = as_plain_html(sheet, _pictures(sheet))
    with tempfile.TemporaryDirectory(prefix="crosp-") as folder:
        reference = Path(folder) / "reference.docx"
        parts = {name: _template(file) for name, file in _PARTS.items()}
        parts["word/styles.xml"] = styles(parts["word/styles.xml"], sheet)
        parts["word/footer1.xml"] = footer(parts["word/footer1.xml"], sheet)
        reference.write_bytes(_packed(parts))
        language, title = f"--metadata=lang:{sheet.language}", "--metadata=title:"
        options = ["--from=html", "--to=docx", f"--reference-doc={reference}", f"--data-dir={folder}", language, title]
        made = pandoc(options, plain.encode())
    return Converted(_finished(made, sheet))


def _template(file: str) -> bytes:
    return (resource("templates") / "word" / file).read_bytes()


def _pictures(sheet: Sheet) -> list[str | None]:
    sources = {str(number): one.source for number, one in enumerate(sheet.body.all("picture"))}
    if not sources:
        return []
    found: list[str | None] = typeset({"form": "png", "pictures": sources}, "docx")["made"]
    return found


def _finished(made: bytes, sheet: Sheet) -> bytes:
    """What pandoc cannot be asked for: how tables are, a name in place of a picture's data, no chance dates."""
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    text = parts["word/document.xml"].decode("utf-8")
    text = finished(text, sheet)
    text = re.sub(r'(<pic:cNvPr )descr="data:[^"]*"', r'\1descr=""', text)
    parts["word/document.xml"] = text.encode("utf-8")
    parts["word/numbering.xml"] = numbering(parts["word/numbering.xml"])
    parts["docProps/core.xml"] = _core(sheet)
    settings = parts["word/settings.xml"].decode("utf-8")
    language = f'<w:themeFontLang w:val="{sheet.language}"'
    parts["word/settings.xml"] = re.sub(r'<w:themeFontLang w:val="[^"]*"', language, settings).encode()
    return _packed(parts)


def _core(sheet: Sheet) -> bytes:
    from markupsafe import escape

    made = made_on()
    day = made.strftime("%Y-%m-%dT%H:%M:%SZ") if made else ""
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day}</dcterms:{name}>' for name in ("created", "modified") if day
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(sheet.title)}</dc:title><dc:language>{escape(sheet.language)}</dc:language>{dates}"
        "</cp:coreProperties>"
    ).encode()


def _packed(parts: dict[str, bytes]) -> bytes:
    made = made_on()
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
