"""What a document for Word gets besides what pandoc makes of a page: how its tables, lists, styles and footer are.

The document's XML is pandoc's own, in which each row and each table stands in the page's order, so that the n-th row
of it is the n-th of the sheet. Where there are more or fewer, tables are left as pandoc made them.
"""

import re

from markupsafe import escape

from crosp_cli.reports.word_and_pdf.html_tree import Element
from crosp_cli.reports.word_and_pdf.sheet import Sheet
from crosp_cli.reports.word_and_pdf.sheet_tables import is_to_fill_in, rows_of, stays_whole

_ROOM = 1000
"""How high a row to fill in is at least, in twentieths of a point."""
_PARAGRAPH = re.compile(r"<w:p>(?:<w:pPr>(?P<style><w:pStyle [^>]*/>)?(?P<rest>.*?)</w:pPr>)?", re.DOTALL)
_DENSE = 0.82
"""How much of its size and of its air a summary keeps: it has two pages and no more."""
_BULLETS = {"\uf0b7": "•", "o": "–", "\uf0a7": "•"}


def finished(document: str, sheet: Sheet) -> str:
    """Return the document's XML with tables whose rows stay whole, have heads, and room to write in by hand."""
    tables = sheet.body.all("table")
    of_rows = {id(row): table for table in tables for row, _is_head in rows_of(table)}
    rows = [row for row in sheet.body.all("tr") if id(row) in of_rows]
    before, *written = re.split(r"(?=<w:tr>)", document)
    if len(written) == len(rows):
        written = [_row(xml, row, of_rows[id(row)]) for xml, row in zip(written, rows, strict=True)]
    document = "".join([before, *written])
    before, *written = re.split(r"(?=<w:tblPr>)", document)
    if len(written) == len(tables):
        written = [_table(xml, table) for xml, table in zip(written, tables, strict=True)]
    return _foot_kept(_with_air(_signed("".join([before, *written]))))


def _row(xml: str, row: Element, table: Element) -> str:
    made, end, after = xml.partition("</w:tr>")
    height = f'<w:trHeight w:val="{_ROOM}" w:hRule="atLeast"/>' if is_to_fill_in(row) else ""
    made = made if made.startswith("<w:tr><w:trPr>") else made.replace("<w:tr>", "<w:tr><w:trPr></w:trPr>", 1)
    made = made.replace("<w:trPr>", f"<w:trPr><w:cantSplit/>{height}", 1)
    is_last = row is rows_of(table)[-1][0]
    if stays_whole(table) and not is_last:
        made = _PARAGRAPH.sub(_with_the_next, made)
    return made + end + after


def _with_the_next(paragraph: re.Match[str]) -> str:
    rest = (paragraph["rest"] or "").replace("<w:keepNext />", "")
    return f"<w:p><w:pPr>{paragraph['style'] or ''}<w:keepNext />{rest}</w:pPr>"


def _table(xml: str, table: Element) -> str:
    properties, end, after = xml.partition("</w:tblPr>")
    style = "Form" if any(is_to_fill_in(row) for row, _is_head in rows_of(table)) else "Table"
    if heads := table.attributes.get("heads"):
        properties = properties.replace('w:firstColumn="0"', 'w:firstColumn="1"').replace(
            'w:val="0020"', 'w:val="00A0"'
        )
        style += "" if heads == "labels" else "OfTexts"
    properties = properties.replace('<w:tblStyle w:val="Table" />', f'<w:tblStyle w:val="{style}" />')
    if title := table.attributes.get("title"):
        properties += f'<w:tblCaption w:val="{escape(title)}" />'
    return properties + end + after


def _signed(document: str) -> str:
    """Put a line to write on above each of those who sign."""
    line = "<w:r><w:tab /></w:r><w:r><w:br /></w:r>"
    return re.sub(r'(<w:pStyle w:val="SignatureLine" />.*?</w:pPr>)', rf"\1{line}", document)


def _with_air(document: str) -> str:
    """Put air between a table or a list and the text after it."""
    text = r'\s*(?:<w:bookmark[^>]*/>\s*)*<w:p><w:pPr><w:pStyle w:val="(?:BodyText|FirstParagraph|Note)" />(?=</w:pPr>)'
    item = r"<w:numPr>(?:(?!</w:p>).)*</w:p>"
    return re.sub(f"((?:</w:tbl>|{item}){text})", r'\1<w:spacing w:before="140" />', document, flags=re.DOTALL)


def _foot_kept(document: str) -> str:
    """Keep the foot of the paper on the page of the paragraph before it."""
    at = document.find('<w:pStyle w:val="FooterNote" />')
    foot = document.rfind("<w:p>", 0, at) if at >= 0 else -1
    before = document.rfind("<w:p>", 0, foot) if foot >= 0 else -1
    if before < 0 or "</w:tbl>" in document[before:foot]:
        return document
    return document[:before] + _PARAGRAPH.sub(_with_the_next, document[before:foot], count=1) + document[foot:]


def numbering(xml: bytes) -> bytes:
    """Return the lists' signs and indents: signs that every font has, and lists that begin near the margin."""
    text = xml.decode("utf-8")
    for sign, bullet in _BULLETS.items():
        text = text.replace(f'<w:lvlText w:val="{sign}" />', f'<w:lvlText w:val="{bullet}" />')
    text = re.sub(r'w:(ascii|hAnsi|cs)="(Symbol|Courier New|Wingdings)"', r'w:\1="Calibri"', text)
    indent = re.compile(r'<w:ind w:left="(\d+)" w:hanging="360" />')
    return indent.sub(lambda met: f'<w:ind w:left="{int(met[1]) * 5 // 9}" w:hanging="300" />', text).encode()


def styles(xml: bytes, sheet: Sheet) -> bytes:
    """Return the styles, smaller and with less air for a sheet that has two pages and no more."""
    if not sheet.dense:
        return xml

    def less(met: re.Match[str]) -> str:
        return f'{met[1]}"{round(int(met[2]) * _DENSE)}"'

    text = re.sub(r'(<w:szC?s? w:val=)"(\d+)"', less, xml.decode("utf-8"))
    text = re.sub(r'( w:(?:before|after)=)"(\d+)"', lambda met: f'{met[1]}"{int(met[2]) // 2}"', text)
    return re.sub(r'w:line="2\d\d"', 'w:line="240"', text).encode()


def footer(xml: bytes, sheet: Sheet) -> bytes:
    """Return the footer with the sheet's title."""
    return xml.replace(b"{title}", escape(sheet.title).encode("utf-8"))
