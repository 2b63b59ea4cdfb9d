"""A workbook with whatever sheet, texts or bytes: it is read, or one line says why not."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from crosp_cli.filling.workbook.read import filled
from crosp_cli.reading.workspace import Workspace

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
PARTS = {
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets><sheet name="1 a" r:id="r1"/></sheets>'
    "</workbook>",
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" Type="worksheet"'
    ' Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}"><si><t>Svar</t></si>'
    "<si><t>cells/participation/quality/need/target =abcdefghijkl</t></si></sst>",
    "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><sheetData><row r="2"><c r="B2" t="s"><v>0</v></c></row>'
    '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3"><v>2</v></c></row></sheetData></worksheet>',
}
"""A small workbook, in which one part after another is something else."""

_FRAMEWORK = Workspace().context_in(Path("/")).framework


def tried(data: bytes) -> None:
    """Read the bytes as a workbook, and as each of a workbook's parts."""
    assert _FRAMEWORK
    filled(data, "x.xlsx", _FRAMEWORK, "sv")
    for name in PARTS:
        made = BytesIO()
        with ZipFile(made, "w") as archive:
            for part, content in PARTS.items():
                archive.writestr(part, data if part == name else content)
        filled(made.getvalue(), "x.xlsx", _FRAMEWORK, "sv")
